<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:h="http://www.w3.org/1999/xhtml">

  <!-- The last pass: a part as an XHTML document. Elements get their namespace, roles their counterparts in epub:type, and links
       the file in which they end. Entered by ed:document. -->

  <xsl:template name="ed:document" as="element(h:html)">
    <xsl:context-item as="element(ed:part)" use="required"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="places" as="map(xs:string, xs:string)"/>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="{@lang}" xml:lang="{@lang}">
      <xsl:namespace name="epub" select="$epub"/>
      <head>
        <meta charset="UTF-8"/>
        <title>{@title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>
        <xsl:attribute name="epub:type" namespace="{$epub}" select="@type"/>
        <xsl:apply-templates select="node()" mode="m:xhtml">
          <xsl:with-param name="places" select="$places" tunnel="yes"/>
          <xsl:with-param name="path" select="$path" tunnel="yes"/>
        </xsl:apply-templates>
      </body>
    </html>
  </xsl:template>

  <xsl:variable name="epub" as="xs:string" select="'http://www.idpf.org/2007/ops'"/>

  <xsl:template match="*" mode="m:xhtml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- Not every reading system can open them, so they are open. -->
  <xsl:template match="details" mode="m:xhtml" as="element()">
    <div xmlns="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="summary" mode="m:xhtml" as="element()">
    <p xmlns="http://www.w3.org/1999/xhtml" class="summary"><xsl:apply-templates select="node()" mode="#current"/></p>
  </xsl:template>

  <!-- What the page has for its script to fill in, and what it tells the script. -->
  <xsl:template match="span[@data-cite][not(node())] | @*[starts-with(name(), 'data-')][not(name() = ('data-n', 'data-type'))]" mode="m:xhtml"
      as="empty-sequence()" priority="1"/>

  <xsl:template match="text()" mode="m:xhtml" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="m:xhtml" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@lang" mode="m:xhtml" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- The roles of DPUB-ARIA are named after the words of the EPUB Structural Semantics Vocabulary. -->
  <xsl:template match="@role[starts-with(., 'doc-')]" mode="m:xhtml" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:if test="not(../@data-type)">
      <xsl:attribute name="epub:type" namespace="{$epub}" select="substring-after(., 'doc-')"/>
    </xsl:if>
  </xsl:template>

  <!-- What has no role, or another. -->
  <xsl:template match="@data-type" mode="m:xhtml" as="attribute()">
    <xsl:attribute name="epub:type" namespace="{$epub}" select="."/>
  </xsl:template>

  <!-- A link to a place: in its file, in another, or, where no file has it, none. -->
  <xsl:template match="@href[starts-with(., '#')]" mode="m:xhtml" as="attribute(href)?">
    <xsl:param name="places" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:param name="path" as="xs:string" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="substring(., 2)"/>
    <xsl:for-each select="$places($id)">
      <xsl:attribute name="href" select="(.[. != $path], '')[1] || '#' || $id"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
