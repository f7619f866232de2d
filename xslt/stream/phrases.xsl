<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Phrases that are neither names nor quotations: emphasis, foreign words, dates, references, citations: their words, and
       what dates and citations mean. Entered in modes m:words and m:about. -->

  <xsl:template match="hi | foreign | seg | bibl | biblScope | date | docDate | docAuthor | extent | idno | label | ref" mode="m:words" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="ptr" mode="m:words" as="element(ed:added)">
    <ed:added>
      <xsl:call-template name="ed:about"/>
      <ed:t n="0">{@target}</ed:t>
    </ed:added>
  </xsl:template>

  <!-- A day, a stretch of time with a slash, limits with two stops, a duration (ISO 8601-1, -2). -->
  <xsl:template match="(date | docDate)[@when or @from or @to or @notBefore or @notAfter or @dur]" mode="m:about" as="attribute(date)">
    <xsl:attribute name="date" select="
        if (@when) then @when
        else if (@from or @to) then (@from, '..')[1] || '/' || (@to, '..')[1]
        else if (@dur) then @dur
        else '[' || @notBefore || '..' || @notAfter || ']'"/>
  </xsl:template>

  <xsl:template match="bibl[@corresp or @sameAs]" mode="m:about" as="attribute()*">
    <xsl:variable name="bibl" as="element(bibl)" select="."/>
    <xsl:for-each select="f:work(.)[ancestor::standOff]">
      <xsl:attribute name="mention" select="'work'"/>
      <xsl:attribute name="as" select="f:mention-id($bibl)"/>
      <xsl:attribute name="ref" select="@xml:id"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
