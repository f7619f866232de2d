<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What is known of a quotation: its words, who wrote them, the note that tells where they are from. How it looks is left
       to the formats. Entered through the functions. -->

  <!-- How many words a text has: what holds a letter or a figure. -->
  <xsl:function name="f:count-words" as="xs:integer">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="count(tokenize($text)[matches(., '[\p{L}\p{N}]')])"/>
  </xsl:function>

  <!-- The authors of a work: their entries where they have some, else the elements that name them. -->
  <xsl:function name="f:authors" as="element()*">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="authors" as="element()*" select="($bibl[author], f:work($bibl))[1]/author"/>
    <xsl:for-each select="$authors">
      <xsl:variable name="entries" as="element()*" select="descendant-or-self::*[@ref] ! f:target(@ref)"/>
      <xsl:sequence select="if ($entries) then $entries else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- The note that a quotation's source stands in, or that is called right behind the quotation or at its end. -->
  <xsl:function name="f:note-of" as="element(note)?">
    <xsl:param name="quotation" as="element()"/>
    <xsl:param name="source" as="element()?"/>
    <xsl:variable name="behind" as="node()?" select="$quotation/following-sibling::node()[not(self::text()[matches(., '^[.,;:!?]*$')])][1]"/>
    <xsl:variable name="last" as="element(note)?" select="$quotation/descendant::note[last()]"/>
    <xsl:variable name="at-end" as="xs:boolean" select="empty($quotation//text()[. >> $last][normalize-space()] except $last//text())"/>
    <xsl:sequence select="($source/ancestor::note, ($behind[self::note], $last[$at-end])[not(@type = 'editorial' or @sameAs)])[1]"/>
  </xsl:function>

</xsl:stylesheet>
