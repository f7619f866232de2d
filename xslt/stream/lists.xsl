<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lists: with items, with labels, and the printed table of contents. Entered in mode m:blocks. -->

  <xsl:template match="list | listBibl" mode="m:blocks" as="element(ed:span)">
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </ed:span>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl" mode="m:blocks" as="element(ed:block)">
    <ed:block>
      <xsl:call-template name="ed:about"/>
      <xsl:apply-templates select="node()" mode="m:words"/>
    </ed:block>
  </xsl:template>

  <xsl:template match="item[node()[f:is-block(.)]]" mode="m:blocks" as="element()+" priority="1">
    <xsl:for-each select="preceding-sibling::*[1][self::label]">
      <ed:block>
        <xsl:apply-templates select="." mode="m:words"/>
      </ed:block>
    </xsl:for-each>
    <ed:span>
      <xsl:call-template name="ed:about"/>
      <xsl:call-template name="ed:flow"/>
    </ed:span>
  </xsl:template>

  <!-- A label and its item are one block. -->
  <xsl:template match="item[preceding-sibling::*[1][self::label]][not(node()[f:is-block(.)])]" mode="m:blocks" as="element(ed:block)" priority="2">
    <ed:block>
      <xsl:apply-templates select="preceding-sibling::*[1]" mode="m:words"/>
      <ed:space/>
      <ed:span>
        <xsl:call-template name="ed:about"/>
        <xsl:apply-templates select="node()" mode="m:words"/>
      </ed:span>
    </ed:block>
  </xsl:template>

  <xsl:template match="list/label" mode="m:blocks" as="empty-sequence()"/>

</xsl:stylesheet>
