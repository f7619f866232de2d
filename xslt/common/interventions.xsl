<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What is known of a place where the text departs from the source. How it looks is left to the formats. Entered through the
       function. -->

  <!-- What kind of intervention, by whom, how certain. -->
  <xsl:function name="f:intervention-kind" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="act" as="element()" select="($node/(corr | reg), $node)[1]"/>
    <xsl:variable name="kind" as="element()" select="($node/(sic | orig), $node)[1]"/>
    <xsl:sequence select="string-join((
        f:label(local-name($kind)),
        $act/@type ! f:label-or-value('type-', .),
        f:responsible($act/@resp)[.] ! f:label('by', .),
        $act/@cert ! f:label('cert', f:label-or-value('cert-', .))), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
