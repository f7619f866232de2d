<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The words shown to readers, by key. The labels files are read while the stylesheet is compiled, since nothing can
       be opened afterwards. Entered by f:label; a language is added by its file and its code in $languages. -->

  <xsl:variable name="languages" static="yes" select="('en', 'de')"/>
  <xsl:variable name="labels-files" static="yes" as="document-node()*" select="$languages ! doc('labels.' || . || '.xml')"/>

  <xsl:variable name="labels" as="map(xs:string, xs:string)" select="
      map:merge($labels-files/ed:labels[@xml:lang = $reader]/ed:label ! map:entry(string(@key), string(.)))"/>

  <!-- The label of a key. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="if (map:contains($labels, $key)) then $labels($key)
        else string(f:stop('there is no label “' || $key || '” in the language “' || $reader || '”'))"/>
  </xsl:function>

  <!-- The label of a key with {1}, {2} … filled in. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="fold-left(1 to count($values), f:label($key), function($label as xs:string, $i as xs:integer) as xs:string {
        let $gap := '{' || $i || '}' return
            if (contains($label, $gap)) then substring-before($label, $gap) || $values[$i] || substring-after($label, $gap) else $label })"/>
  </xsl:function>

  <!-- The label of a value that an encoder chose, which may be one that the labels do not know: then the value itself. -->
  <xsl:function name="f:label-or-value" as="xs:string">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="($labels($prefix || $value), $value)[1]"/>
  </xsl:function>

</xsl:stylesheet>
