<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:dts="https://w3id.org/api/dts#" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The navigation endpoint: a tree as a whole, and from each of its units downwards. Entered by f:navigation-files. -->

  <xsl:variable name="navigation-heading" as="xs:string">
    <xsl:variable name="heading" as="element(j:map)">
      <j:map><xsl:sequence select="f:heading-of-answer('Navigation', ())"/></j:map>
    </xsl:variable>
    <xsl:sequence select="f:json($heading)"/>
  </xsl:variable>

  <xsl:function name="f:navigation-files" as="element(ed:file)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="tree" as="map(*)"/>
    <xsl:variable name="units" as="map(*)*" select="$tree?units"/>
    <xsl:variable name="said" as="xs:string*" select="$units ! f:json(f:unit(.))"/>
    <xsl:variable name="resource" as="xs:string" select="f:json(f:resource($tei))"/>
    <xsl:sequence select="f:navigation-file($tei, $tree, (), $resource, $said)"/>
    <xsl:for-each select="1 to count($units)">
      <xsl:variable name="place" as="xs:integer" select="."/>
      <xsl:variable name="unit" as="map(*)" select="$units[$place]"/>
      <xsl:if test="$unit?file">
        <!-- A unit is followed by those inside it. -->
        <xsl:sequence select="f:navigation-file($tei, $tree, $unit?ref, $resource, subsequence($said, $place, $unit?inner + 1))"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- An answer, put together from parts that many answers share; the first of the members is the unit that was asked for. -->
  <xsl:function name="f:navigation-file" as="element(ed:file)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="tree" as="map(*)"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:param name="resource" as="xs:string"/>
    <xsl:param name="members" as="xs:string*"/>
    <xsl:variable name="name" as="xs:string" select="f:resource-id($tei) || ';down=-1' || f:question($tree, $ref) || '.json'"/>
    <file xmlns="urn:teiwright:data" path="navigation/{$name}">{
      string-join((
        substring-before($navigation-heading, '}') || ',"@id":"' || f:address-of-file($name) || '"',
        '"resource":' || $resource,
        $ref ! ('"ref":' || $members[1]),
        '"member":[' || string-join($members, ',&#10;') || ']}'), ',&#10;') || '&#10;'
    }</file>
  </xsl:function>

  <!-- A name as it stands in an address, as RFC 6570 expands the templates. -->
  <xsl:function name="f:address-of-file" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($name, ';') ! string-join(tokenize(., '=') ! encode-for-uri(.), '='), ';')"/>
  </xsl:function>

  <xsl:function name="f:resource" as="element(j:map)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:map>
      <j:string key="@id">{f:resource-id($tei)}</j:string>
      <j:string key="@type">Resource</j:string>
      <xsl:sequence select="f:templates('../', f:resource-id($tei)), f:trees($tei)"/>
    </j:map>
  </xsl:function>

  <!-- A unit; a division with its heading. -->
  <xsl:function name="f:unit" as="element(j:map)">
    <xsl:param name="unit" as="map(*)"/>
    <j:map>
      <j:string key="identifier">{$unit?ref}</j:string>
      <j:string key="@type">CitableUnit</j:string>
      <j:number key="level">{$unit?level}</j:number>
      <xsl:choose>
        <xsl:when test="$unit?parent"><j:string key="parent">{$unit?parent}</j:string></xsl:when>
        <xsl:otherwise><j:null key="parent"/></xsl:otherwise>
      </xsl:choose>
      <j:string key="citeType">{$unit?type}</j:string>
      <xsl:for-each select="$unit?node[head]">
        <j:map key="dublinCore">
          <xsl:sequence select="f:json-array('title', f:in-language(f:heading(.), .))"/>
        </j:map>
      </xsl:for-each>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
