<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- An element as CETEIcean makes it (makeHTML5): its name in lower case behind “tei-”, its attributes as they are, and
       beside them its name as written (data-origname), its attributes' names (data-origatts), and what a browser needs. Comments
       and processing instructions are left out: what is a comment in XML can be markup in HTML. Entered in mode m:custom. -->

  <xsl:template match="tei:*" mode="m:custom" as="element()">
    <xsl:element name="tei-{lower-case(local-name())}" namespace="">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="." mode="m:added"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="m:custom" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:custom" as="empty-sequence()"/>

  <!-- Attributes. CETEIcean puts “tei-” before role, which HTML has too; here, before every name that HTML gives a meaning on
       any element, so that no attribute of a document does anything in a browser. -->

  <xsl:variable name="names-of-html" as="xs:string" static="yes" select="'^(on.*|data-.*|aria-.*|tei-.*|item.*|id|class|lang|style|role|is|slot|part|title|dir|hidden|inert|nonce|popover|translate|spellcheck|contenteditable|tabindex|accesskey|autofocus|autocapitalize|draggable|enterkeyhint|inputmode|exportparts|xmlns)$'"/>

  <xsl:template match="@*" mode="m:attributes" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="@*[matches(name(), $names-of-html, 'i')]" mode="m:attributes" as="attribute()" priority="1">
    <xsl:attribute name="tei-{name()}" select="."/>
  </xsl:template>

  <xsl:template match="@xml:id" mode="m:attributes" as="attribute()+" priority="2">
    <xsl:sequence select="."/>
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="m:attributes" as="attribute()+" priority="2">
    <xsl:sequence select="."/>
    <xsl:attribute name="lang" select="."/>
  </xsl:template>

  <xsl:template match="@rendition" mode="m:attributes" as="attribute()+" priority="2">
    <xsl:sequence select="."/>
    <xsl:attribute name="class" select="translate(., '#', '')"/>
  </xsl:template>

  <!-- What CETEIcean adds: the root has the namespace, a heading its level, and parts are regions for those who do not see
       the page. -->

  <xsl:template match="tei:*" mode="m:added" as="attribute()+">
    <xsl:attribute name="data-origname" select="local-name()"/>
    <xsl:for-each select="string-join(('xmlns'[current()/self::TEI], @* ! name()), ' ')[.]">
      <xsl:attribute name="data-origatts" select="."/>
    </xsl:for-each>
    <xsl:if test="not(node())">
      <xsl:attribute name="data-empty"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="TEI" mode="m:added" as="attribute()+" priority="1">
    <xsl:attribute name="data-xmlns" select="namespace-uri()"/>
    <xsl:attribute name="role" select="'main'"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="head" mode="m:added" as="attribute()+" priority="1">
    <xsl:attribute name="data-level" select="count(ancestor::*[head])"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="front | body | back | div" mode="m:added" as="attribute()+" priority="1">
    <xsl:attribute name="role" select="'region'"/>
    <xsl:attribute name="aria-label" select="(self::div[head] ! f:heading(.), @xml:id, @n, local-name())[1]"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*" mode="m:custom m:added" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
