<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Quotations: blocks are indented, everything else is told by its marks, which are in the text. Entered in modes
       m:blocks and m:words. -->

  <xsl:template match="quote | said | q | soCalled | mentioned | term | title" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="quote | said | q" mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="ed:flow">
        <xsl:with-param name="width" as="xs:integer" select="$width - 2 * $indent" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="$blocks ! f:indent(., $indent)"/>
  </xsl:template>

</xsl:stylesheet>
