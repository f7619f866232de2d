<?xml version="1.0" encoding="UTF-8"?>
<!--
  Entry point: an ODD in, a RELAX NG grammar (XML syntax) out. The ODD has to be self-sufficient: whatever it refers to,
  it declares. Content models are in relaxng-content.xsl, attributes in relaxng-attributes.xsl; look-up and checking
  (specs.xsl, check.xsl) are shared with the other things that are compiled from an ODD.
  Patterns are named as TEI names them: an element or a class by its name, an attribute class with “.attributes”, one
  attribute of it with “.attribute.” and its name.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="check.xsl"/>
  <xsl:include href="relaxng-content.xsl"/>
  <xsl:include href="relaxng-attributes.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:define" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:content" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:attribute" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:datatype" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:apply-templates select="." mode="m:check"/>
    <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(.)"/>
    <xsl:variable name="specs" as="element()*" select="f:specs($schema)"/>
    <xsl:comment> Generated from {$schema/@ident}.odd by xslt/odd/relaxng.xsl. Change the ODD, never this file. </xsl:comment>
    <grammar ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:namespace name="a" select="'http://relaxng.org/ns/compatibility/annotations/1.0'"/>
      <start>
        <xsl:sequence select="f:choice(tokenize($schema/@start) ! f:ref(.))"/>
      </start>
      <xsl:apply-templates mode="m:define" select="$specs[self::dataSpec], $specs[self::classSpec[@type = 'atts']],
                                                   $specs[self::macroSpec], $specs[self::classSpec[@type = 'model']],
                                                   $specs[self::elementSpec]"/>
    </grammar>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="elementSpec" mode="m:define" as="element()">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:sequence select="f:documentation(.), f:content(.), f:attributes(.)"/>
      </element>
    </define>
  </xsl:template>

  <xsl:template match="macroSpec" mode="m:define" as="element()">
    <define name="{@ident}">
      <xsl:sequence select="f:content(.)"/>
    </define>
  </xsl:template>

  <xsl:template match="dataSpec" mode="m:define" as="element()">
    <define name="{@ident}">
      <xsl:apply-templates select="content/*" mode="m:datatype"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="m:define" as="element()">
    <define name="{@ident}">
      <xsl:sequence select="f:choice(f:members(.) ! f:ref(@ident))"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="m:define" as="element()+">
    <define name="{@ident}.attributes">
      <xsl:sequence select="f:attributes(.)"/>
    </define>
    <xsl:for-each select="attList/attDef">
      <define name="{f:attribute-pattern(../../@ident, @ident)}">
        <xsl:apply-templates select="f:resolved(.)" mode="m:attribute"/>
      </define>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:ref" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <ref name="{$name}"/>
  </xsl:function>

  <!-- One of several patterns; a choice of one is that one. -->
  <xsl:function name="f:choice" as="element()?">
    <xsl:param name="patterns" as="element()*"/>
    <xsl:choose>
      <xsl:when test="count($patterns) gt 1">
        <choice>
          <xsl:sequence select="$patterns"/>
        </choice>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$patterns"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What an editor's schema-aware tool shows while he types. -->
  <xsl:function name="f:documentation" as="element()?">
    <xsl:param name="spec" as="element()"/>
    <xsl:where-populated>
      <a:documentation>{$spec/desc ! normalize-space()}</a:documentation>
    </xsl:where-populated>
  </xsl:function>

</xsl:stylesheet>
