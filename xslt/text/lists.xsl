<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lists: with items, with labels, of works, and the printed table of contents. Numbers stand in the text as printed, so no list
       adds its own. Entered in mode m:blocks. -->

  <!-- The items of a list that has no longer blocks in it stand close together. -->
  <xsl:template match="list | listBibl" mode="m:blocks" as="xs:string*">
    <xsl:variable name="items" as="xs:string*">
      <xsl:apply-templates select="node() except head" mode="#current"/>
    </xsl:variable>
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:sequence select="string-join($items, if (item[node()[f:is-block(.)]]) then '&#10;&#10;' else '&#10;')"/>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl" mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:line(node())[.] ! f:hang(., $width)"/>
  </xsl:template>

  <xsl:template match="item[node()[f:is-block(.)]]" mode="m:blocks" as="xs:string*" priority="1">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="ed:flow">
        <xsl:with-param name="width" as="xs:integer" select="$width - $indent" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="$blocks[1], tail($blocks) ! f:indent(., $indent)"/>
  </xsl:template>

  <!-- A label hangs before its item. -->
  <xsl:template match="item[preceding-sibling::*[1][self::label]]" mode="m:blocks" as="xs:string*" priority="2">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:hang(f:line((preceding-sibling::*[1]/node(), .)), $width)"/>
  </xsl:template>

  <xsl:template match="list/label" mode="m:blocks" as="empty-sequence()"/>

  <!-- Reached only behind its label. -->
  <xsl:template match="item" mode="m:words" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

</xsl:stylesheet>
