<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:ed="urn:teiwright:data" xmlns:map="http://www.w3.org/2005/xpath-functions/map">

  <!-- The words that the page itself says, by key; read while compiling, since nothing can be opened afterwards. Entered by
       f:label. -->

  <xsl:variable name="words" static="yes" as="document-node()" select="doc('review.en.xml')"/>
  <xsl:variable name="labels" as="map(xs:string, xs:string)"
      select="map:merge($words/ed:labels/ed:label ! map:entry(string(@key), string(.)))"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="if (map:contains($labels, $key)) then $labels($key)
        else string(f:stop('there is no label “' || $key || '”'))"/>
  </xsl:function>

  <!-- The label of a key with {1}, {2} … filled in. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="string-join(f:around(f:label($key), $values))"/>
  </xsl:function>

  <!-- What a label is made of: its words, and the values that fill its gaps. A value is never looked at for gaps. -->
  <xsl:function name="f:around" as="xs:string*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:analyze-string select="$label" regex="\{{(\d)\}}">
      <xsl:matching-substring><xsl:sequence select="$values[xs:integer(regex-group(1))]"/></xsl:matching-substring>
      <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- What a kind of claim is called; one that the labels do not know, by its name. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="($labels('kind-' || $kind), translate($kind, '-', ' '))[1]"/>
  </xsl:function>

</xsl:stylesheet>
