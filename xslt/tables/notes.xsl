<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes of the book and of the editors. Entered in mode m:notes, and through the functions. -->

  <xsl:key name="editorial-in" match="text//note[@type = 'editorial'][not(@xml:id)]" use="generate-id(f:block(.))"/>

  <xsl:template match="note" mode="m:notes" as="xs:string">
    <xsl:variable name="text" as="xs:string" select="f:reading(f:note-parts(.)/node())"/>
    <xsl:sequence select="f:row('notes', map:merge((f:place(.), map{
        'id': f:note-key(.),
        'sign': if (@type = 'editorial') then @n else f:note-sign(.),
        'kind': @type,
        'words': f:count-words($text),
        'text': $text })))"/>
  </xsl:template>

  <!-- The id of a note; one of the editors that has none is named after its block, “e” and a number. -->
  <xsl:function name="f:note-key" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note[@type = 'editorial'][not(@xml:id)])
        then f:numbered-id($note, 'e', key('editorial-in', generate-id(f:block($note)), root($note))) else f:note-id($note)"/>
  </xsl:function>

  <!-- The id of the note around a node: of its beginning, if it is interrupted. -->
  <xsl:function name="f:note-around" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$node/ancestor::note[last()] ! f:note-head(.) ! f:note-key(.)"/>
  </xsl:function>

  <xsl:function name="f:note-head" as="element(note)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" as="element(note)?" select="f:target($note/@prev)[self::note][. &lt;&lt; $note]"/>
    <xsl:sequence select="if ($before) then f:note-head($before) else $note"/>
  </xsl:function>

</xsl:stylesheet>
