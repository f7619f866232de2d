<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Headings, block quotations and verse; all other large parts are as in text/. Entered in mode m:blocks. -->

  <!-- The first heading of a division; further ones are paragraphs below it. -->
  <xsl:template match="div/head[not(preceding-sibling::head)]" mode="m:blocks" as="xs:string?">
    <xsl:variable name="signs" as="xs:string" select="substring('######', 1, count(ancestor::div))"/>
    <xsl:variable name="place" as="xs:string?" select="..[@xml:id][exists(key('pointed-to', @xml:id))] ! f:place(@xml:id)"/>
    <xsl:variable name="line" as="xs:string" select="translate(f:line(node()), $kept-line, ' ')"/>
    <xsl:sequence select="$line[.] ! ($signs || ' ' || $place || f:emphasised(f:written(.)))"/>
  </xsl:template>

  <xsl:template match="head | titlePart" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="f:line(node())[.] ! f:wrap(., 0)"/>
  </xsl:template>

  <xsl:template match="quote | said | q" mode="m:blocks" as="xs:string*">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="ed:flow"/>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(string-join($blocks, '&#10;&#10;'), '\n')"/>
    <xsl:sequence select="string-join($lines ! (if (.) then '> ' || . else '>'), '&#10;')[.]"/>
  </xsl:template>

  <xsl:template match="lg" mode="m:blocks" as="xs:string*">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="l" mode="#current"/>
    </xsl:variable>
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:sequence select="string-join($lines, '\&#10;')[.]"/>
    <xsl:apply-templates select="node()[not(self::head or self::l or self::pb[following-sibling::l])]" mode="#current"/>
  </xsl:template>

  <xsl:template match="l" mode="m:blocks" as="xs:string?">
    <xsl:variable name="indent" as="xs:string" select="if (contains(@rend, 'indent')) then f:markup('&amp;emsp;') else ''"/>
    <xsl:sequence select="f:line((f:pages-before(.), node()))[.] ! f:wrap($indent || ., 0)"/>
  </xsl:template>

</xsl:stylesheet>
