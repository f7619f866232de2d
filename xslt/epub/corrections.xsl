<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Corrections: the text has what is to be read, and only that; what the source has is in the list of corrections, which
       leads to each place. Entered in mode m:html. -->

  <!-- Pages and notes that only the source's reading holds would be lost to the reader, so they come before it. -->
  <xsl:template match="choice" mode="m:html" as="node()*">
    <xsl:if test="not((corr | reg)//(pb | note))">
      <xsl:apply-templates select="(sic | orig)//(pb | note)" mode="#current"/>
    </xsl:if>
    <span class="choice" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">
      <xsl:apply-templates select="(corr | reg)/node()" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="supplied" mode="m:html" as="element()">
    <span class="supplied" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">
      <xsl:apply-templates select="node()" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="g" mode="m:html" as="element()">
    <span class="g" id="{f:intervention-id(.)}" title="{f:choice-title(.)}">{f:sign(.)}</span>
  </xsl:template>

</xsl:stylesheet>
