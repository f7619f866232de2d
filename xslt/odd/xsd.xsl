<?xml version="1.0" encoding="UTF-8"?>
<!--
  ODD to W3C Schema 1.0. Entry point: the ODD in, the schema out; it stops where check.xsl does. Each kind of declaration
  becomes its counterpart: elementSpec a complexType, model class and macro a group, attribute class an attributeGroup,
  datatype a simpleType. Nothing is copied into what refers to it, so that the schema stays small and loads fast.

  Elements are declared where they occur, with a type that has their name; only those that may be the root are global. So
  the schema takes what the grammar takes, and no fragment for a document. Rules that need more are in the Schematron.

  With the parameter part set to “xml” the result is the schema of the xml: attributes, which need a file of their own.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="check.xsl"/>
  <xsl:include href="xsd-content.xsl"/>
  <xsl:include href="xsd-determinism.xsl"/>
  <xsl:include href="xsd-attributes.xsl"/>

  <!-- Which of the two files is made: “tei” or “xml”. Defaults to the schema proper. -->
  <xsl:param name="part" as="xs:string" select="'tei'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:define" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:content" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:attribute" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:datatype" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:apply-templates select="." mode="m:check"/>
    <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(.)"/>
    <xsl:comment> Generated from {$schema/@ident}.odd by xslt/odd/xsd.xsl. Change the ODD, never this file. </xsl:comment>
    <xsl:sequence select="if ($part eq 'xml') then f:xml-attributes(f:specs($schema)) else f:main($schema)"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The schema proper. -->
  <xsl:function name="f:main" as="element(xs:schema)">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="specs" as="element()*" select="f:specs($schema)"/>
    <xs:schema targetNamespace="http://www.tei-c.org/ns/1.0" elementFormDefault="qualified" attributeFormDefault="unqualified">
      <xsl:namespace name="" select="'http://www.tei-c.org/ns/1.0'"/>
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
      <xsl:sequence select="tokenize($schema/@start) ! f:element(., ())"/>
      <xs:simpleType name="{$nothing}">
        <xs:restriction base="xs:token">
          <xs:length value="0"/>
        </xs:restriction>
      </xs:simpleType>
      <xsl:apply-templates mode="m:define" select="$specs[self::dataSpec], $specs[self::classSpec[@type = 'atts']],
                                                   $specs[self::macroSpec], $specs[self::classSpec[@type = 'model']],
                                                   $specs[self::elementSpec]"/>
    </xs:schema>
  </xsl:function>

  <xsl:template match="elementSpec" mode="m:define" as="element()">
    <xs:complexType name="{@ident}">
      <xsl:sequence select="f:mixed(.), f:documentation(.), f:type-of-content(., f:attributes(.))"/>
    </xs:complexType>
  </xsl:template>

  <!-- The group of a macro holds a sequence, since what a group holds cannot itself be optional or repeated. -->
  <xsl:template match="macroSpec" mode="m:define" as="element()">
    <xs:group name="{@ident}">
      <xs:sequence>
        <xsl:sequence select="f:model(.)"/>
      </xs:sequence>
    </xs:group>
  </xsl:template>

  <xsl:template match="dataSpec" mode="m:define" as="element()">
    <xs:simpleType name="{@ident}">
      <xsl:sequence select="f:documentation(.)"/>
      <xsl:apply-templates select="content/*" mode="m:datatype"/>
    </xs:simpleType>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="m:define" as="element()">
    <xs:group name="{@ident}">
      <xs:choice>
        <xsl:for-each select="f:members(.)">
          <xsl:sequence select="if (self::elementSpec) then f:element(@ident, ()) else f:group(@ident, ())"/>
        </xsl:for-each>
      </xs:choice>
    </xs:group>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="m:define" as="element()+">
    <xs:attributeGroup name="{@ident}">
      <xsl:sequence select="f:attributes(.)"/>
    </xs:attributeGroup>
    <xsl:for-each select="attList/attDef[not(f:is-xml(.))]">
      <xs:attributeGroup name="{f:attribute-group(.)}">
        <xsl:apply-templates select="f:resolved(.)" mode="m:attribute"/>
      </xs:attributeGroup>
    </xsl:for-each>
  </xsl:template>

  <!-- What an editor's schema-aware tool shows while he types. -->
  <xsl:function name="f:documentation" as="element(xs:annotation)?">
    <xsl:param name="spec" as="element()"/>
    <xsl:where-populated>
      <xs:annotation>
        <xsl:where-populated>
          <xs:documentation>{$spec/desc ! normalize-space()}</xs:documentation>
        </xsl:where-populated>
      </xs:annotation>
    </xsl:where-populated>
  </xsl:function>

</xsl:stylesheet>
