<?xml version="1.0" encoding="UTF-8"?>
<!--
  ODD to the documentation that an encoder works with. Entry point: the ODD in, one HTML page out that needs nothing else,
  neither script nor file nor network. The chapters of the ODD keep their order; each declaration becomes a section of
  its chapter, with what can be computed about it: where an element may stand, what it may contain, what it inherits,
  which rules look at it. It stops where check.xsl does, and (O001) at what it has no rule for, in prose as well.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="check.xsl"/>
  <xsl:include href="documentation-page.xsl"/>
  <xsl:include href="documentation-links.xsl"/>
  <xsl:include href="documentation-prose.xsl"/>
  <xsl:include href="documentation-specs.xsl"/>
  <xsl:include href="documentation-content.xsl"/>
  <xsl:include href="documentation-attributes.xsl"/>
  <xsl:include href="documentation-rules.xsl"/>
  <xsl:include href="documentation-examples.xsl"/>

  <!-- The folder of the essays on the codes, as seen from the page. Defaults to that of the project. -->
  <xsl:param name="codes" as="xs:string" select="'../docs/codes/'"/>

  <xsl:global-context-item as="document-node()" use="required"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <!-- The whole page. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- Contents: a chapter as an entry with links. -->
  <xsl:mode name="m:contents" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A chapter and what it is made of. -->
  <xsl:mode name="m:chapter" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Paragraphs and phrases, in chapters, descriptions and remarks. -->
  <xsl:mode name="m:prose" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A declaration or a rule as a section; then the facts about it, term by term. -->
  <xsl:mode name="m:spec" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:facts" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A content model in words. -->
  <xsl:mode name="m:content" on-no-match="fail" on-multiple-match="fail"/>
  <!-- An attribute with its values. -->
  <xsl:mode name="m:attribute" on-no-match="fail" on-multiple-match="fail"/>
  <!-- XML as it is typed: examples, and rules as they are checked. -->
  <xsl:mode name="m:markup" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The words that the page itself says, by key; read while compiling, since nothing can be opened afterwards. -->
  <xsl:variable name="words" static="yes" as="document-node()" select="doc('documentation.en.xml')"/>
  <xsl:variable name="labels" as="map(xs:string, xs:string)"
      select="map:merge($words/ed:labels/ed:label ! map:entry(string(@key), string(.)))"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$labels($key)"/>
  </xsl:function>

  <!-- The label of a key with {1}, {2} … filled in. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="fold-left(1 to count($values), f:label($key),
        function($label as xs:string, $i as xs:integer) as xs:string {
            replace($label, '{' || $i || '}', $values[$i], 'q') })"/>
  </xsl:function>

</xsl:stylesheet>
