<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The large parts of the text: front, body, back, title pages, divisions, headings, paragraphs, separators, verse.
       Lists, notes and phrases have their own modules. Entered in mode m:blocks, through f:inside. -->

  <!-- What stands in an element, as blocks. -->
  <xsl:function name="f:inside" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="$element/node()" mode="m:blocks"/>
    </xsl:variable>
    <xsl:sequence select="f:blocks($blocks)"/>
  </xsl:function>

  <!-- A line as a block of its own; nothing where there are no words. -->
  <xsl:function name="f:block-of" as="xs:string?">
    <xsl:param name="call" as="xs:string?"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="line" as="xs:string" select="f:written(string-join(f:in-language($element, f:line($nodes)[.])))"/>
    <xsl:sequence select="$line[.] ! (f:at($element) || (if ($call) then f:call($call, .) else .))"/>
  </xsl:function>

  <xsl:template match="text | front | body | back | docTitle | epigraph" mode="m:blocks" as="xs:string*">
    <xsl:sequence select="f:inside(.)"/>
  </xsl:template>

  <!-- Title pages and the outermost divisions begin a page each; what is set line by line stands on it as on a title page. -->
  <xsl:variable name="new-page" as="xs:string" static="yes" select="'#new-page();'"/>

  <xsl:template match="titlePage | div[not(parent::div)][not(head)][f:keeps-lines(.)]" mode="m:blocks" as="xs:string+" priority="2">
    <xsl:sequence select="$new-page, f:at(.) || f:call('title-page', f:inside(.))"/>
  </xsl:template>

  <xsl:template match="div" mode="m:blocks" as="xs:string*">
    <xsl:sequence select="f:at(.)[not(current()/head)], f:inside(.)"/>
  </xsl:template>

  <xsl:template match="div[not(parent::div)]" mode="m:blocks" as="xs:string*" priority="1">
    <xsl:sequence select="$new-page, f:at(.)[not(current()/head)], f:inside(.)"/>
  </xsl:template>

  <!-- The first heading of a division gives the book its outline, whose levels leave none out. Further ones are set below it. -->
  <xsl:template match="div/head[not(preceding-sibling::head)][f:reading(.) != '']" mode="m:blocks" as="xs:string" priority="1">
    <xsl:variable name="level" as="xs:integer" select="min((count(ancestor::div[head[1][f:reading(.) != '']]), 6))"/>
    <xsl:variable name="options" as="xs:string" select="string-join((
        'level: ' || $level, 'short: ' || f:content(f:heading(..)), f:caps(f:reading(.)) ! 'capitals: true', ../@type[. = 'contents'] ! 'outlined: false'), ', ')"/>
    <xsl:sequence select="f:call('division(' || f:string(../@xml:id) || ', ' || $options || ')', f:written-line(node()))"/>
  </xsl:template>

  <xsl:template match="head" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="f:block-of('subheading', ., node())"/>
  </xsl:template>

  <xsl:template match="titlePart | docImprint | byline | titlePage/docAuthor | titlePage/docDate | epigraph/bibl" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="f:block-of('title-line(' || f:string(@type) || ')', ., node())"/>
  </xsl:template>

  <xsl:template match="titlePart[not(@type) or @type = 'main']" mode="m:blocks" as="xs:string?" priority="1">
    <xsl:sequence select="f:block-of('title-line(&quot;main&quot;)', ., node())"/>
  </xsl:template>

  <xsl:template match="p | ab | docAuthor | docDate | publisher | pubPlace" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="f:block-of((), ., node())"/>
  </xsl:template>

  <xsl:template match="ab[@type = 'separator']" mode="m:blocks" as="xs:string?" priority="2">
    <xsl:sequence select="f:block-of('separator', ., node())"/>
  </xsl:template>

  <xsl:template match="(p | ab)[node()[f:is-block(.)]]" mode="m:blocks" as="xs:string*" priority="1">
    <xsl:sequence select="f:at(.), f:flow(node())"/>
  </xsl:template>

  <!-- Mixed content that has blocks in it: runs of text become blocks. -->
  <xsl:function name="f:flow" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:for-each-group select="$nodes" group-adjacent="f:is-block(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="m:blocks"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="line" as="xs:string" select="f:line(current-group())"/>
            <xsl:sequence select="if (f:is-markup($line)) then $line else f:written($line)[.]"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:blocks($blocks)"/>
  </xsl:function>

  <xsl:template match="lg" mode="m:blocks" as="xs:string">
    <xsl:sequence select="f:call('stanza', (f:at(.), f:inside(.)))"/>
  </xsl:template>

  <xsl:template match="l" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="f:block-of('verse(indent: ' || (if (contains(@rend, 'indent')) then 'true' else 'false') || ')', ., node())"/>
  </xsl:template>

</xsl:stylesheet>
