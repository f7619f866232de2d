<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Corrections: what the source has, and what is to be read. Entered in modes m:words and m:about. -->

  <!-- A page or a note that the correction does not have is not lost for the reading. -->
  <xsl:template match="choice" mode="m:words" as="element(ed:choice)">
    <ed:choice n="{f:number(.)}">
      <xsl:call-template name="ed:about"/>
      <ed:source>
        <xsl:apply-templates select="(sic | orig)/node()" mode="#current"/>
      </ed:source>
      <ed:reading>
        <xsl:if test="not((corr | reg)//(pb | note))">
          <xsl:apply-templates select="(sic | orig)//(pb | note)" mode="#current"/>
        </xsl:if>
        <xsl:apply-templates select="(corr | reg)/node()" mode="#current"/>
      </ed:reading>
    </ed:choice>
  </xsl:template>

  <xsl:template match="pc" mode="m:words" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="supplied" mode="m:words" as="element(ed:added)">
    <ed:added>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:added>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak']" mode="m:words" as="element(ed:hyphen)" priority="1">
    <ed:hyphen>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:hyphen>
  </xsl:template>

  <xsl:template match="g" mode="m:words" as="element(ed:g)">
    <ed:g n="{f:number(.)}">
      <xsl:call-template name="ed:about"/>
      <xsl:sequence select="f:sign(.)"/>
    </ed:g>
  </xsl:template>

  <xsl:template match="choice | supplied | g" mode="m:about" as="attribute()+">
    <xsl:attribute name="correction" select="f:intervention-id(.)"/>
    <xsl:attribute name="was" select="f:source-reading(.)"/>
  </xsl:template>

</xsl:stylesheet>
