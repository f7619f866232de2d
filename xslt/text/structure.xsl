<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The large parts of the text: front, body, back, title pages, divisions, headings, paragraphs, separators, verse.
       Lists, notes and phrases have their own modules. Entered in mode m:blocks. -->

  <xsl:template match="text | docTitle | epigraph" mode="m:blocks" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="front | body | back | titlePage" mode="m:blocks" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
    <xsl:call-template name="ed:notes"/>
  </xsl:template>

  <!-- The notes of what precedes the first inner division stand before that division. -->
  <xsl:template match="div" mode="m:blocks" as="xs:string*">
    <xsl:variable name="inner" as="element(div)?" select="div[1]"/>
    <xsl:apply-templates select="node()[not($inner) or . &lt;&lt; $inner]" mode="#current"/>
    <xsl:call-template name="ed:notes"/>
    <xsl:apply-templates select="$inner, $inner/following-sibling::node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="head[not(preceding-sibling::head)] | titlePart[1]" mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:line(node())[.] ! ('&#10;' || f:centre(., $width))"/>
  </xsl:template>

  <xsl:template match="head[preceding-sibling::head] | titlePart[position() > 1] | docImprint | byline | docAuthor | docDate | publisher
      | pubPlace | epigraph/bibl | ab[@type = 'separator']"
      mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:line(node())[.] ! f:centre(., $width)"/>
  </xsl:template>

  <xsl:template match="p | ab" mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:line(node())[.] ! f:wrap(., $width)"/>
  </xsl:template>

  <xsl:template match="(p | ab)[node()[f:is-block(.)]]" mode="m:blocks" as="xs:string*" priority="1">
    <xsl:call-template name="ed:flow"/>
  </xsl:template>

  <!-- Mixed content that has blocks in it: runs of text become blocks. -->
  <xsl:template name="ed:flow" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:for-each-group select="$nodes" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:line(current-group())[.] ! f:wrap(., $width)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="lg" mode="m:blocks" as="xs:string*">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="f:indent(string-join($lines, '&#10;'), if (parent::lg) then 0 else $indent)"/>
  </xsl:template>

  <xsl:template match="l" mode="m:blocks" as="xs:string*">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="f:line(node())[.] ! f:hang(., $width - $indent)"/>
  </xsl:template>

  <!-- White space between blocks is layout; words there would be lost unseen. -->
  <xsl:template match="text()[not(normalize-space())] | comment() | processing-instruction()" mode="m:blocks" as="empty-sequence()"/>

  <xsl:template match="text()[normalize-space()]" mode="m:blocks" as="empty-sequence()">
    <xsl:sequence select="f:stop('text stands between blocks: “' || substring(normalize-space(), 1, 40) || '”')"/>
  </xsl:template>

  <xsl:template match="text()" mode="m:words" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:words" as="empty-sequence()"/>

</xsl:stylesheet>
