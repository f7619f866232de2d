<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Names in the text: each leads to its entry in a register, and the entry leads back, so each has an id. It leaves
       registers to registers.xsl. Entered in mode m:html. -->

  <xsl:template match="persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace" mode="m:html" as="element()">
    <span>
      <xsl:call-template name="ed:name"/>
    </span>
  </xsl:template>

  <!-- A name is a link where its entry is known, unless it stands in a link or holds one: HTML allows no link in a link. -->
  <xsl:template match="(persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace)[f:target(@ref)]
      [not(ancestor::ref or ancestor::*[@ref] or descendant::note or descendant::ref)]" mode="m:html" as="element()" priority="1">
    <a href="{f:address(@ref)}" title="{f:entry-label(f:target(@ref))}">
      <xsl:call-template name="ed:name"/>
    </a>
  </xsl:template>

  <xsl:template name="ed:name" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:attribute name="class" select="'name', f:kebab(local-name())" separator=" "/>
    <xsl:if test="f:target(@ref)">
      <xsl:attribute name="id" select="f:mention-id(.)"/>
    </xsl:if>
    <xsl:apply-templates select="@xml:id, @xml:lang" mode="m:attributes"/>
    <xsl:apply-templates select="node()" mode="m:html"/>
  </xsl:template>

  <xsl:template match="roleName | forename | surname | addName | genName | nameLink" mode="m:html" as="element()">
    <span class="{f:kebab(local-name())}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </span>
  </xsl:template>

  <!-- An entry in a line: name and years. -->
  <xsl:function name="f:entry-label" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:entry-name($entry) || (f:entry-years($entry)[.] ! (' (' || . || ')'), '')[1]"/>
  </xsl:function>

</xsl:stylesheet>
