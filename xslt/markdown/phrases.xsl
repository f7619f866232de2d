<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Phrases: emphasis, titles of independent works, links. All others are their words, as in text/. Entered in mode m:words. -->

  <!-- Emphasis within emphasis is none of its own. -->
  <xsl:template match="hi" mode="m:words" as="xs:string*">
    <xsl:param name="emphasised" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="strong" as="xs:boolean" select="tokenize(@rend) = ('bold', 'b')"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current">
        <xsl:with-param name="emphasised" as="xs:boolean" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="
        if ($emphasised) then $pieces
        else if ($strong) then ($strong-opens, $pieces, $strong-closes)
        else ($emphasis-opens, $pieces, $emphasis-closes)"/>
  </xsl:template>

  <!-- Titles of independent works, unless the text sets them apart by quotation marks. -->
  <xsl:template match="title[@level = ('m', 'j', 's')][not(matches(f:reading(.), '^[“‘&quot;«„]'))]" mode="m:words" as="xs:string*">
    <xsl:param name="emphasised" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current">
        <xsl:with-param name="emphasised" as="xs:boolean" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="if ($emphasised) then $pieces else ($emphasis-opens, $pieces, $emphasis-closes)"/>
  </xsl:template>

  <!-- A reference to a page, to a division with a heading or to a safe address is a link, if no note or link stands in it. -->
  <xsl:template match="ref" mode="m:words" as="xs:string*">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:variable name="address" as="xs:string?" select="f:destination(@target)[not(current()/(ancestor::ref or descendant::note or descendant::ref or descendant::ptr))]"/>
    <xsl:sequence select="if ($address) then (f:markup('['), $pieces, f:markup('](' || $address || ')')) else $pieces"/>
  </xsl:template>

  <xsl:template match="ptr" mode="m:words" as="xs:string+">
    <xsl:variable name="address" as="xs:string?" select="f:destination(@target)[not(current()/ancestor::ref)]"/>
    <xsl:sequence select="if ($address) then (f:markup('['), f:plain(@target), f:markup('](' || $address || ')')) else f:plain(@target)"/>
  </xsl:template>

  <xsl:key name="pointed-to" match="ref | ptr" use="@target/f:pointers(.)"/>

  <!-- Where a link leads, as it is written: in angle brackets if any sign in it could be taken for markup. -->
  <xsl:function name="f:destination" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer)"/>
    <xsl:variable name="address" as="xs:string?" select="if ($target) then $target[self::pb or self::div/head]/@xml:id ! ('#' || .) else f:safe-address($pointer) ! f:plain(.)"/>
    <xsl:sequence select="$address ! (
        if (matches(., '^[A-Za-z0-9:/.#?=%_~+\-]+$')) then .
        else '&lt;' || (replace(., '&amp;', '&amp;amp;') => replace('&lt;', '%3C') => replace('>', '%3E') => replace('\\', '%5C')) || '>')"/>
  </xsl:function>

</xsl:stylesheet>
