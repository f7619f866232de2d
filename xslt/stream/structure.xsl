<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The large parts of the text: front, body, back, title pages, divisions, headings, paragraphs, separators, verse.
       Lists, notes and phrases have their own modules. Entered in mode m:blocks. -->

  <xsl:template match="text | docTitle | epigraph" mode="m:blocks" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="front | body | back | titlePage" mode="m:blocks" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
    </ed:span>
  </xsl:template>

  <!-- The notes of what precedes the first inner division stand before that division. -->
  <xsl:template match="div" mode="m:blocks" as="element(ed:span)">
    <xsl:variable name="inner" as="element(div)?" select="div[1]"/>
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()[not($inner) or . &lt;&lt; $inner]" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
      <xsl:apply-templates select="$inner, $inner/following-sibling::node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="head | titlePart | docImprint | byline | docAuthor | docDate | publisher | pubPlace | epigraph/bibl | p | ab"
      mode="m:blocks" as="element(ed:block)">
    <ed:block>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="m:words"/>
    </ed:block>
  </xsl:template>

  <xsl:template match="(p | ab)[node()[f:is-block(.)]]" mode="m:blocks" as="element(ed:span)" priority="1">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:call-template name="ed:flow"/>
    </ed:span>
  </xsl:template>

  <!-- Mixed content that has blocks in it: runs of text become blocks. -->
  <xsl:template name="ed:flow" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <ed:block>
            <xsl:apply-templates select="current-group()" mode="m:words"/>
          </ed:block>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A stanza is one block; a poem is as many as it has stanzas. -->
  <xsl:template match="lg" mode="m:blocks" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:for-each-group select="node()" group-adjacent="boolean(self::head or self::lg)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="m:blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <ed:block>
              <xsl:apply-templates select="current-group()" mode="m:words"/>
            </ed:block>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </ed:span>
  </xsl:template>

  <xsl:template match="l" mode="m:words" as="element()+">
    <ed:lb/>
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

</xsl:stylesheet>
