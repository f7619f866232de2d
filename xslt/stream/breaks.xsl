<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lines and pages of the source, and page furniture. Entered in modes m:blocks and m:words. -->

  <xsl:template match="pb" mode="m:blocks m:words" as="element(ed:pb)">
    <ed:pb page="{@n}" mark="[{f:label('page-short', translate(@n, '[]', ''))}]"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:words" as="element(ed:lb)">
    <ed:lb>
      <xsl:sequence select="@break"/>
    </ed:lb>
  </xsl:template>

  <xsl:template match="fw" mode="m:blocks m:words" as="element(ed:fw)">
    <ed:fw place="{@place}">
      <xsl:apply-templates select="node()" mode="m:words"/>
    </ed:fw>
  </xsl:template>

  <xsl:template match="milestone" mode="m:blocks m:words" as="element(ed:end)">
    <ed:end/>
  </xsl:template>

</xsl:stylesheet>
