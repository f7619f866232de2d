<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: at the foot of the page on which they are called, numbered within their division, since the pages of the print,
       by which it numbers them, are not those of the book. Notes by the editors stay where they are. Entered in modes m:words
       and m:blocks. -->

  <xsl:template match="note" mode="m:words" as="xs:string">
    <xsl:variable name="call" as="xs:string" select="'note(' || f:string(string(f:note-number(.))) || ', ' || f:string(@xml:id) || ')'"/>
    <xsl:sequence select="f:markup(f:call($call, string-join(f:flow(f:note-parts(.)/node()), '#parbreak();')))"/>
  </xsl:template>

  <!-- A second call of a note that stands elsewhere. -->
  <xsl:template match="note[@sameAs]" mode="m:words" as="xs:string?" priority="1">
    <xsl:sequence select="f:target(@sameAs)[self::note] ! f:markup('#note-again(' || f:string(string(f:note-number(.))) || ', ' || f:string(@xml:id) || ');')"/>
  </xsl:template>

  <!-- The rest of an interrupted note: it follows its beginning. -->
  <xsl:template match="note[@prev]" mode="m:words m:blocks" as="empty-sequence()" priority="2"/>

  <!-- What the header and the entries remark is part of their prose. -->
  <xsl:template match="note[ancestor::teiHeader or ancestor::standOff]" mode="m:words" as="xs:string*" priority="3">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial'][ancestor::text]" mode="m:words" as="xs:string*" priority="4">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="' ', f:around('editors', (f:label('editors-note'), $pieces))"/>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial']" mode="m:blocks" as="xs:string" priority="3">
    <xsl:sequence select="f:call('editors-block', (f:written-words(f:label('editors-note')) || '#&quot; &quot;;' || string-join(f:flow(node()), '&#10;&#10;')))"/>
  </xsl:template>

</xsl:stylesheet>
