<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pages and lines of the print. A page beginning leaves a place that has no width; the book draws a stroke there and the
       number in the margin, so that a word over a page end stays whole. Entered in modes m:words and m:blocks. -->

  <xsl:template match="pb" mode="m:words" as="xs:string">
    <xsl:sequence select="f:page-of-print(., empty(f:before(.)))"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:blocks" as="xs:string">
    <xsl:sequence select="f:page-of-print(., true())"/>
  </xsl:template>

  <!-- between: whether it stands before a block, not in a line. -->
  <xsl:function name="f:page-of-print" as="xs:string">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:param name="between" as="xs:boolean"/>
    <xsl:sequence select="f:markup('#page-of-print(' || (if ($between) then 'between: true, ' else '') || f:string(normalize-space($pb/@n)) || ', ' || f:string($pb/@xml:id) || ');')"/>
  </xsl:function>

  <!-- Where the lines of the print are kept. -->
  <xsl:template match="lb[f:keeps-lines(.)][not(@break = 'no' or f:opens(.))]" mode="m:words" as="xs:string" priority="1">
    <xsl:sequence select="' ' || f:markup('#linebreak();')"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:words" as="xs:string?">
    <xsl:sequence select="if (f:parts-words(., f:before(.))) then ' ' else ()"/>
  </xsl:template>

  <!-- Blocks one after the other. What a page beginning between them leaves belongs to the words that follow it. -->
  <xsl:function name="f:blocks" as="xs:string*">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:iterate select="$blocks">
      <xsl:param name="pages" as="xs:string" select="''"/>
      <xsl:on-completion select="$pages[.]"/>
      <xsl:choose>
        <xsl:when test="starts-with(., $markup-opens)">
          <xsl:next-iteration>
            <xsl:with-param name="pages" select="$pages || f:written(.)"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:when test=". = $new-page">
          <xsl:sequence select="."/>
          <xsl:next-iteration>
            <xsl:with-param name="pages" select="$pages"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$pages || ."/>
          <xsl:next-iteration>
            <xsl:with-param name="pages" select="''"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:function>

</xsl:stylesheet>
