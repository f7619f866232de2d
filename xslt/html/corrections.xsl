<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Corrections: the text shows what is to be read, the source's reading is there on demand, and a list gathers all
       places. It judges nothing: kind, certainty and responsibility are the encoder's. Entered in mode m:html, and by
       ed:interventions for the list. -->

  <!-- Pages and notes that only the source's reading holds would be lost to the reader, so they come before it. -->
  <xsl:template match="choice" mode="m:html" as="node()*">
    <xsl:if test="not((corr | reg)//(pb | note))">
      <xsl:apply-templates select="(sic | orig)//(pb | note)" mode="#current"/>
    </xsl:if>
    <span class="choice" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">
      <ins><xsl:apply-templates select="(corr | reg)/node()" mode="#current"/></ins>
      <del hidden=""><xsl:apply-templates select="(sic | orig)/node()" mode="m:source"/></del>
    </span>
  </xsl:template>

  <xsl:template match="supplied" mode="m:html" as="element()">
    <ins class="supplied" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">
      <xsl:apply-templates select="node()" mode="#current"/>
    </ins>
  </xsl:template>

  <xsl:template match="g" mode="m:html" as="element()">
    <ins class="g" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">{f:sign(.)}</ins>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak']" mode="m:html" as="empty-sequence()" priority="1"/>

  <xsl:template match="pc" mode="m:html" as="node()*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <!-- In the source's reading: no links, no notes, no pages, but its line ends and its weak hyphens. -->
  <xsl:template match="note | pb | comment() | processing-instruction()" mode="m:source" as="empty-sequence()"/>

  <xsl:function name="f:choice-title" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="string-join((f:label('choice-title', f:quoted(f:source-reading($node))), f:intervention-kind($node)), '; ')"/>
  </xsl:function>

  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text) then f:label('quoted', $text) else f:label('nothing')"/>
  </xsl:function>

  <xsl:template name="ed:interventions" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="all" as="element()*" select="key('interventions', 'all')"/>
    <section id="edition-corrections">
      <h2>{f:label('interventions')}</h2>
      <p>{if ($all) then f:label('interventions-note', string(count($all))) else f:label('interventions-none')}</p>
      <xsl:if test="$all">
        <table>
          <thead>
            <tr>
              <xsl:for-each select="'page', 'source', 'reading', 'kind'">
                <th scope="col">{f:label('column-' || .)}</th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$all" mode="m:intervention"/>
          </tbody>
        </table>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="choice | supplied | g" mode="m:intervention" as="element()">
    <tr>
      <td><a href="#{f:intervention-id(.)}">{f:page(.)}</a></td>
      <td class="source">{(f:source-reading(.)[.], f:label('nothing'))[1]}</td>
      <td class="reading">{(f:reading(.)[.], f:label('nothing'))[1]}</td>
      <td class="kind">{f:intervention-kind(.)}</td>
    </tr>
  </xsl:template>

</xsl:stylesheet>
