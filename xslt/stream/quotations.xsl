<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Quotations: their words with their marks, and what is known of them. Entered in modes m:blocks, m:words and m:about. -->

  <xsl:template match="quote | said | q | soCalled | mentioned | term | title" mode="m:words" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="quote | said | q" mode="m:blocks" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:call-template name="ed:flow"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="(quote | said | q | soCalled | mentioned | term)[@xml:id]" mode="m:about" as="attribute()+">
    <xsl:call-template name="ed:quotation"/>
  </xsl:template>

  <xsl:template match="title[@xml:id or @ref]" mode="m:about" as="attribute()+">
    <xsl:if test="@ref">
      <xsl:call-template name="ed:mention"/>
    </xsl:if>
    <xsl:if test="@xml:id">
      <xsl:call-template name="ed:quotation"/>
    </xsl:if>
  </xsl:template>

  <!-- The kind of a quotation; the part that it goes on from; its speaker; the work that it is from, and where in the text
       or on the web that is said. -->
  <xsl:template name="ed:quotation" as="attribute()+">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="source" as="element()?" select="f:target(@source)"/>
    <xsl:attribute name="quotation" select="if (@rend = 'block') then 'block' else local-name()"/>
    <xsl:for-each select="f:target(@prev)/@xml:id">
      <xsl:attribute name="prev" select="."/>
    </xsl:for-each>
    <xsl:if test="f:target(@who)">
      <xsl:attribute name="who" select="f:known(@who)"/>
    </xsl:if>
    <xsl:for-each select="$source/self::bibl ! f:work(.)[ancestor::standOff]/@xml:id">
      <xsl:attribute name="work" select="."/>
    </xsl:for-each>
    <xsl:for-each select="f:address(@source)[not(. = $source[ancestor::standOff]/@xml:id ! ('#' || .))]">
      <xsl:attribute name="citation" select="."/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
