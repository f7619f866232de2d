<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lists: with items, with labels, of works, and the printed table of contents. Numbers stand in the text as printed, so no list
       adds its own. A page that begins between two items is that of the second. Entered in mode m:blocks. -->

  <xsl:template match="list | listBibl" mode="m:blocks" as="xs:string*">
    <xsl:call-template name="ed:list">
      <xsl:with-param name="call" select="'items'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="list[label]" mode="m:blocks" as="xs:string*" priority="1">
    <xsl:call-template name="ed:list">
      <xsl:with-param name="call" select="'terms'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:list" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="call" as="xs:string"/>
    <xsl:variable name="items" as="xs:string*">
      <xsl:apply-templates select="item | bibl" mode="#current"/>
    </xsl:variable>
    <xsl:apply-templates select="head, node()[not(self::head or self::item or self::bibl or self::label or self::pb)]" mode="m:blocks"/>
    <xsl:sequence select="f:at(.) || '#' || $call || '(' || string-join($items, ', ') || ');'"/>
    <xsl:apply-templates select="pb[not(following-sibling::item or following-sibling::bibl)]" mode="m:blocks"/>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl" mode="m:blocks" as="xs:string">
    <xsl:sequence select="'[' || f:item(.) || ']'"/>
  </xsl:template>

  <xsl:template match="list[label]/item" mode="m:blocks" as="xs:string" priority="1">
    <xsl:variable name="label" as="element(label)?" select="preceding-sibling::*[not(self::pb)][1][self::label]"/>
    <xsl:sequence select="'terms.item([' || f:written-line($label/node()) || '], [' || f:item(.) || '])'"/>
  </xsl:template>

  <xsl:function name="f:item" as="xs:string">
    <xsl:param name="item" as="element()"/>
    <xsl:sequence select="string-join((f:at($item), f:written-line(f:pages-before($item)), string-join(f:flow($item/node()), '&#10;&#10;')))"/>
  </xsl:function>

</xsl:stylesheet>
