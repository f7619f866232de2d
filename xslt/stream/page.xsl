<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The stream as a whole, the numbers of nodes, and what is said of every element. Entered at the document node, and by
       ed:about inside of whatever stands for an element. -->

  <!-- Elements and text nodes, counted from the element text on. encode/places.py counts in the same way. -->
  <xsl:accumulator name="number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="* | text()" select="$value + 1"/>
    <xsl:accumulator-rule match="TEI/text" select="1"/>
  </xsl:accumulator>

  <xsl:function name="f:number" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/accumulator-before('number')"/>
  </xsl:function>

  <xsl:template match="/" as="element(ed:stream)">
    <ed:stream lang="{(*/text/@xml:lang, */@xml:lang, 'und')[1]}" title="{f:reading((*/teiHeader/fileDesc/titleStmt/title)[1])}">
      <xsl:apply-templates select="*/text" mode="m:blocks"/>
      <xsl:for-each select="*/standOff//(person | org | place | event | bibl)[@xml:id]">
        <ed:entry id="{@xml:id}" kind="{f:entry-kind(.)}" name="{f:entry-name(.)}">
          <xsl:for-each select="idno[lower-case(@type) = 'wikidata'][matches(., '^Q[1-9][0-9]*$')][1]">
            <xsl:attribute name="wikidata" select="string()"/>
          </xsl:for-each>
        </ed:entry>
      </xsl:for-each>
    </ed:stream>
  </xsl:template>

  <!-- An element's id, and what the markup says of it. -->
  <xsl:template name="ed:about" as="attribute()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each select="@xml:id">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:apply-templates select="." mode="m:about"/>
  </xsl:template>

  <xsl:template match="*" mode="m:about" priority="-2" as="empty-sequence()"/>

  <xsl:template match="*" mode="m:blocks m:words" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <xsl:template match="text()" mode="m:words" as="element(ed:t)">
    <ed:t n="{f:number(.)}">{.}</ed:t>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:words" as="empty-sequence()"/>

  <!-- White space between blocks is layout; words there would be lost unseen. -->
  <xsl:template match="text()[not(normalize-space())] | comment() | processing-instruction()" mode="m:blocks" as="empty-sequence()"/>

  <xsl:template match="text()[normalize-space()]" mode="m:blocks" as="empty-sequence()">
    <xsl:sequence select="f:stop('text stands between blocks: “' || substring(normalize-space(), 1, 40) || '”')"/>
  </xsl:template>

</xsl:stylesheet>
