<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Phrases: emphasis, foreign words, references. Names, dates and citations are their words, as text/ has them. Entered in
       mode m:words. -->

  <!-- How each word of @rend is set; any other is set in italics. -->
  <xsl:variable name="renderings" as="element(ed:rendering)+">
    <ed:rendering call="strong" words="bold b"/>
    <ed:rendering call="smallcaps" words="small-caps smallcaps sc"/>
    <ed:rendering call="super" words="sup superscript"/>
    <ed:rendering call="sub" words="sub subscript"/>
    <ed:rendering call="underline" words="underline u"/>
    <ed:rendering call="spaced" words="spaced letterspaced"/>
    <ed:rendering call="roman" words="roman"/>
  </xsl:variable>

  <xsl:template match="hi" mode="m:words" as="xs:string*">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:variable name="call" as="xs:string" select="($renderings[tokenize(@words) = tokenize(current()/@rend)][1]/@call, 'emph')[1]"/>
    <xsl:sequence select="f:around($call, f:in-language(., $pieces))"/>
  </xsl:template>

  <xsl:template match="foreign" mode="m:words" as="xs:string*">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="f:in-language(., $pieces)"/>
  </xsl:template>

  <!-- A reference that leads nowhere safe stays text. -->
  <xsl:template match="ref" mode="m:words" as="xs:string*">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:variable name="link" as="xs:string?" select="f:link(@target)"/>
    <xsl:sequence select="if ($link) then f:around($link, $pieces) else $pieces"/>
  </xsl:template>

  <xsl:template match="ptr" mode="m:words" as="xs:string*">
    <xsl:variable name="link" as="xs:string?" select="f:link(@target)"/>
    <xsl:sequence select="if ($link) then f:around($link, f:plain(@target)) else f:plain(@target)"/>
  </xsl:template>

</xsl:stylesheet>
