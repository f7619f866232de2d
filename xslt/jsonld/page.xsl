<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The graph: the edition, and a node for each entry of standOff, which the edition mentions or cites. Entered at the
       document node. -->

  <xsl:template match="/" as="xs:string">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string">
    <xsl:variable name="page" as="xs:string" select="encode-for-uri($name) || '.html'"/>
    <xsl:variable name="entries" as="element()*" select="standOff/*/*[@xml:id][map:contains($linked-types, local-name())]"/>
    <xsl:variable name="graph" as="element(j:map)">
      <j:map>
        <xsl:sequence select="$linked-context"/>
        <j:array key="@graph">
          <j:map>
            <xsl:sequence select="
                f:linked-edition(., $page),
                f:json-array('mentions', $entries[not(self::bibl)] ! f:linked-reference(., $page)),
                f:json-array('citation', $entries[self::bibl] ! f:linked-reference(., $page))"/>
          </j:map>
          <xsl:sequence select="$entries ! f:linked-entry(., $page)"/>
        </j:array>
      </j:map>
    </xsl:variable>
    <xsl:sequence select="f:json-lines($graph, '&#10;') || '&#10;'"/>
  </xsl:template>

  <xsl:function name="f:linked-reference" as="element(j:map)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="page" as="xs:string"/>
    <j:map><j:string key="@id">{$page}#{$entry/@xml:id}</j:string></j:map>
  </xsl:function>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
