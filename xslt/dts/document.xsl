<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:dts="https://w3id.org/api/dts#" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The document endpoint: a unit as TEI. An element is given as it is; a unit that an empty element begins, such as a page,
       is all that stands from there to the next, in the elements around it. Entered by f:document-files and in mode
       m:stretch. -->

  <xsl:function name="f:document-files" as="element(ed:file)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="tree" as="map(*)"/>
    <xsl:variable name="units" as="map(*)*" select="$tree?units"/>
    <xsl:for-each select="1 to count($units)">
      <xsl:variable name="place" as="xs:integer" select="."/>
      <xsl:variable name="unit" as="map(*)" select="$units[$place]"/>
      <xsl:variable name="node" as="element()" select="$unit?node"/>
      <xsl:if test="$unit?file">
        <file xmlns="urn:teiwright:data" path="document/{f:resource-id($tei)}{f:question($tree, $unit?ref)}.xml">
          <TEI xmlns="http://www.tei-c.org/ns/1.0">
            <xsl:sequence select="$node/ancestor::*[@xml:lang][1]/@xml:lang"/>
            <dts:wrapper>
              <xsl:sequence select="if ($node/node()) then $node else f:stretch($node, f:end($node, $unit?within, subsequence($units, $place + 1)))"/>
            </dts:wrapper>
          </TEI>
        </file>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Where the unit ends that an empty element begins: where the next begins, or behind the unit around it; nowhere for the
       last, which goes to the end of the text. -->
  <xsl:function name="f:end" as="node()?">
    <xsl:param name="start" as="element()"/>
    <xsl:param name="within" as="element()?"/>
    <xsl:param name="behind" as="map(*)*"/>
    <xsl:sequence select="(head($behind)?node | $within[node()]/following::node()[1])[1]"/>
  </xsl:function>

  <xsl:function name="f:stretch" as="element()">
    <xsl:param name="start" as="element()"/>
    <xsl:param name="end" as="node()?"/>
    <xsl:apply-templates select="$start/ancestor::*[self::text or self::TEI][1]" mode="m:stretch">
      <xsl:with-param name="start" as="element()" select="$start" tunnel="yes"/>
      <xsl:with-param name="end" as="node()?" select="$end" tunnel="yes"/>
      <xsl:with-param name="edges" as="element()+" select="($start, $end)/ancestor::*" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- An element that the stretch begins or ends in. -->
  <xsl:template match="*" mode="m:stretch" as="element()">
    <xsl:param name="start" as="element()" tunnel="yes"/>
    <xsl:param name="end" as="node()?" tunnel="yes"/>
    <xsl:param name="edges" as="element()+" tunnel="yes"/>
    <xsl:copy copy-namespaces="no">
      <xsl:sequence select="@*"/>
      <xsl:for-each select="node()[empty($end) or . &lt;&lt; $end]">
        <xsl:choose>
          <xsl:when test="$edges intersect .">
            <xsl:apply-templates select="." mode="m:stretch"/>
          </xsl:when>
          <xsl:when test=". >> $start or . is $start">
            <xsl:sequence select="."/>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
