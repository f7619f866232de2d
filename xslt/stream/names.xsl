<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Names: their words, and whom or what they mean. Entered in modes m:words and m:about. -->

  <xsl:template match="persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace
      | roleName | forename | surname | addName | genName | nameLink" mode="m:words" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="persName | orgName | placeName | name[@type = 'event'] | (name | rs | author | editor | publisher | pubPlace)[@ref]"
      mode="m:about" as="attribute()*">
    <xsl:call-template name="ed:mention"/>
  </xsl:template>

  <xsl:template name="ed:mention" as="attribute()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="entry" as="element()?" select="f:target(@ref)"/>
    <xsl:variable name="kind" as="xs:string?" select="($entry ! f:entry-kind(.)[.], $mentions(local-name()))[1]"/>
    <xsl:if test="$kind">
      <xsl:attribute name="mention" select="$kind"/>
      <xsl:for-each select="@ref">
        <xsl:attribute name="as" select="f:mention-id(..)"/>
        <xsl:attribute name="ref" select="f:known(.)"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- What an element means whose entry is not known. -->
  <xsl:variable name="mentions" as="map(xs:string, xs:string)" select="
      map { 'persName': 'person', 'orgName': 'organization', 'placeName': 'place', 'name': 'event' }"/>

  <!-- What kind of thing an entry describes; an empty string where it is none of these. -->
  <xsl:function name="f:entry-kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string($kinds(local-name($entry)))"/>
  </xsl:function>

  <xsl:variable name="kinds" as="map(xs:string, xs:string)" select="
      map { 'person': 'person', 'org': 'organization', 'place': 'place', 'event': 'event', 'bibl': 'work' }"/>

  <!-- Those entries of standOff that a pointer names. -->
  <xsl:function name="f:known" as="xs:string*">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="f:pointers($attribute)[key('by-id', ., root($attribute))[ancestor::standOff][f:entry-kind(.)]]"/>
  </xsl:function>

</xsl:stylesheet>
