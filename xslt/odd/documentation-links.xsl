<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where each declaration is in the page, and links there. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="elements" as="element(elementSpec)*" select="f:alphabetical(f:specs($schema)[self::elementSpec])"/>
  <xsl:variable name="rules" as="element(constraintSpec)*" select="f:alphabetical(//constraintSpec[gloss])"/>

  <!-- What has a section of its own, by its name. -->
  <xsl:variable name="element-names" as="xs:string*" select="$elements/@ident ! string()"/>
  <xsl:variable name="other-names" as="xs:string*"
      select="(//classSpec | //macroSpec | //dataSpec | //constraintSpec) ! string(@ident)"/>

  <!-- The place of a declaration in the page, and a link there. -->
  <xsl:function name="f:anchor" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="if ($spec/self::elementSpec) then 'element-' || $spec/@ident else string($spec/@ident)"/>
  </xsl:function>

  <xsl:function name="f:link" as="element()">
    <xsl:param name="spec" as="element()"/>
    <a href="#{f:anchor($spec)}">{$spec/@ident}</a>
  </xsl:function>

  <xsl:function name="f:links" as="node()*">
    <xsl:param name="specs" as="element()*"/>
    <xsl:for-each select="$specs">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:sequence select="f:link(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Elements by their names, in the order of the alphabet. -->
  <xsl:function name="f:element-links" as="node()*">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="f:links($elements[@ident = $names])"/>
  </xsl:function>

  <!-- An element by its name: a link if it is one of the schema, else only the name. -->
  <xsl:function name="f:element" as="node()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$name = $element-names">
        <a href="#element-{$name}">{$name}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Declarations by their names; capitals make no difference. -->
  <xsl:function name="f:alphabetical" as="element()*">
    <xsl:param name="specs" as="element()*"/>
    <xsl:sequence select="sort($specs, (), function($spec as element()) as xs:string+ {
        lower-case($spec/@ident), $spec/@ident })"/>
  </xsl:function>

</xsl:stylesheet>
