<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Corrections: the reading text has what is to be read. Entered in mode m:words. -->

  <xsl:template match="choice" mode="m:words" as="xs:string*">
    <xsl:if test="not((corr | reg)//(pb | note))">
      <xsl:apply-templates select="(sic | orig)//(pb | note)" mode="#current"/>
    </xsl:if>
    <xsl:apply-templates select="(corr | reg)/node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="supplied | pc" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak']" mode="m:words" as="empty-sequence()" priority="1"/>

  <xsl:template match="g" mode="m:words" as="xs:string">
    <xsl:sequence select="f:sign(.)"/>
  </xsl:template>

</xsl:stylesheet>
