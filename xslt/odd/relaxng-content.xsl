<?xml version="1.0" encoding="UTF-8"?>
<!--
  Content models: pure ODD to RELAX NG patterns, in the mode m:content. A template makes the pattern for one occurrence;
  f:repeated says how often it may occur. Included by relaxng.xsl; attributes and datatypes are in relaxng-attributes.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The content of an element or macro. Nothing at all is written for an empty element: libxml2 rejects valid documents
       where the pattern “empty” stands beside others. -->
  <xsl:function name="f:content" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:apply-templates select="$spec/content/*" mode="m:content"/>
  </xsl:function>

  <!-- How often a pattern may occur. There is no counting in RELAX NG: “two to four” is two, and two more that are optional. -->
  <xsl:function name="f:repeated" as="element()+">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="pattern" as="element()+"/>
    <xsl:variable name="least" as="xs:integer" select="xs:integer(($particle/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($particle/@maxOccurs, 1)[1])"/>
    <xsl:choose>
      <xsl:when test="$most eq 'unbounded' and $least eq 1">
        <oneOrMore>
          <xsl:sequence select="$pattern"/>
        </oneOrMore>
      </xsl:when>
      <xsl:when test="$most eq 'unbounded'">
        <xsl:sequence select="(1 to $least) ! $pattern"/>
        <zeroOrMore>
          <xsl:sequence select="$pattern"/>
        </zeroOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(1 to $least) ! $pattern, f:up-to(xs:integer($most) - $least, $pattern)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- At most so many of a pattern, one inside the other, so that each is optional only after the one before. -->
  <xsl:function name="f:up-to" as="element()?">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="pattern" as="element()+"/>
    <xsl:if test="$count gt 0">
      <optional>
        <xsl:sequence select="$pattern, f:up-to($count - 1, $pattern)"/>
      </optional>
    </xsl:if>
  </xsl:function>

  <!-- Several patterns in a row; a choice needs them tied together, anywhere else they simply follow each other. -->
  <xsl:function name="f:tied" as="element()+">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="patterns" as="element()+"/>
    <xsl:choose>
      <xsl:when test="$particle/parent::alternate and count($patterns) gt 1">
        <group>
          <xsl:sequence select="$patterns"/>
        </group>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$patterns"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="content/empty" mode="m:content" as="empty-sequence()"/>

  <xsl:template match="textNode" mode="m:content" as="element()">
    <text/>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef" mode="m:content" as="element()+">
    <xsl:sequence select="f:tied(., f:repeated(., f:ref(@key)))"/>
  </xsl:template>

  <xsl:template match="sequence" mode="m:content" as="element()+">
    <xsl:variable name="parts" as="element()+">
      <xsl:apply-templates mode="m:content" select="*"/>
    </xsl:variable>
    <xsl:sequence select="f:tied(., f:repeated(., $parts))"/>
  </xsl:template>

  <xsl:template match="alternate" mode="m:content" as="element()+">
    <xsl:variable name="parts" as="element()+">
      <xsl:apply-templates mode="m:content" select="*"/>
    </xsl:variable>
    <xsl:sequence select="f:tied(., f:repeated(., f:choice($parts)))"/>
  </xsl:template>

</xsl:stylesheet>
