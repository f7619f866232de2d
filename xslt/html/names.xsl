<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Names in the text: each leads to its entry in a register, and the entry leads back, so each has an id. It leaves
       registers to registers.xsl. Entered in mode m:html. -->

  <xsl:template match="persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace" mode="m:html" as="element()">
    <span>
      <xsl:call-template name="ed:name"/>
      <xsl:call-template name="ed:way-to-entry"/>
    </span>
  </xsl:template>

  <!-- A name is a link where its entry is known, unless it stands in a link or holds one: HTML allows no link in a link. -->
  <xsl:template match="(persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace)[f:leads-to-entry(.)]"
      mode="m:html" as="element()" priority="1">
    <a href="{f:address(@ref)}">
      <xsl:sequence select="$entry-names(f:pointers(@ref)[1])[. != normalize-space(current())] ! f:attribute('title', .)"/>
      <xsl:call-template name="ed:name"/>
    </a>
  </xsl:template>

  <xsl:function name="f:leads-to-entry" as="xs:boolean">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="exists(f:target($name/@ref)) and not(f:in-link($name) or $name//(note | ref | ptr))"/>
  </xsl:function>

  <xsl:function name="f:in-link" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/(ancestor::ref | ancestor::*[@ref]))"/>
  </xsl:function>

  <!-- What cannot be a link, as there is one in it or a note, has one at its end. -->
  <xsl:template name="ed:way-to-entry" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="entry" as="element()?" select="f:target((@ref, self::bibl/(@corresp, @sameAs))[1])[@xml:id]"/>
    <xsl:if test="$entry and ancestor::text and not(f:in-link(.) or f:leads-to-entry(.))">
      <xsl:call-template name="ed:entry-link">
        <xsl:with-param name="class" select="'of-name'"/>
        <xsl:with-param name="id" select="string($entry/@xml:id)"/>
        <xsl:with-param name="label" select="f:entry-label($entry)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:name" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:attribute name="class" select="f:kebab(local-name())"/>
    <xsl:if test="f:target(@ref) and ancestor::text">
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

  <!-- A link to an entry from what cannot be a link itself; its sign is drawn by the style sheet. -->
  <xsl:template name="ed:entry-link" as="element()">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <a class="entry-link {$class}" href="#{$id}" aria-label="{$label}"></a>
  </xsl:template>

  <!-- The names of the entries by id: so many names in the text lead to so few. -->
  <xsl:variable name="entry-names" as="map(xs:string, xs:string)" select="
      map:merge(/*/standOff/*/*[@xml:id] ! map:entry(string(@xml:id), f:entry-name(.)))"/>

  <!-- An entry in a line: name and years. -->
  <xsl:function name="f:entry-label" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="f:entry-name($entry) || (f:entry-years($entry)[.] ! (' (' || . || ')'), '')[1]"/>
  </xsl:function>

</xsl:stylesheet>
