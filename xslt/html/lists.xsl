<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lists: with items, with labels, and the printed table of contents. Numbers stand in the text as printed, so no list
       adds its own. HTML wants nothing but items in a list, so a page that begins between two stands in the second, or
       behind the list. Entered in mode m:html. -->

  <xsl:template match="list" mode="m:html" as="element()+">
    <xsl:apply-templates select="head" mode="#current"/>
    <ul>
      <xsl:call-template name="ed:list-attributes"/>
      <xsl:apply-templates select="node() except (head, pb)" mode="#current"/>
    </ul>
    <xsl:apply-templates select="pb[not(following-sibling::item)]" mode="#current"/>
  </xsl:template>

  <xsl:template match="list[label]" mode="m:html" as="element()+" priority="1">
    <xsl:apply-templates select="head" mode="#current"/>
    <dl>
      <xsl:call-template name="ed:list-attributes"/>
      <xsl:apply-templates select="node() except (head, pb)" mode="#current"/>
    </dl>
    <xsl:apply-templates select="pb[not(following-sibling::item)]" mode="#current"/>
  </xsl:template>

  <xsl:template name="ed:list-attributes" as="attribute()+">
    <xsl:context-item as="element(list)" use="required"/>
    <xsl:attribute name="class" select="'list', f:class(@type), f:class(@rend)" separator=" "/>
    <xsl:apply-templates select="@*" mode="m:attributes"/>
  </xsl:template>

  <xsl:template match="item" mode="m:html" as="element()">
    <li>
      <xsl:call-template name="ed:item"/>
    </li>
  </xsl:template>

  <xsl:template match="list[label]/item" mode="m:html" as="element()" priority="1">
    <dd>
      <xsl:call-template name="ed:item"/>
    </dd>
  </xsl:template>

  <xsl:template match="list/label" mode="m:html" as="element()">
    <dt>
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="f:pages-before(.)" mode="#current"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </dt>
  </xsl:template>

  <xsl:template name="ed:item" as="node()*">
    <xsl:context-item as="element(item)" use="required"/>
    <xsl:apply-templates select="@*" mode="m:attributes"/>
    <xsl:apply-templates select="f:pages-before(.)" mode="m:html"/>
    <xsl:choose>
      <xsl:when test="node()[f:is-block(.)]">
        <xsl:call-template name="ed:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="node()" mode="m:html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The pages that begin between an item or label and what precedes it in its list. -->
  <xsl:function name="f:pages-before" as="element(pb)*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$part/preceding-sibling::*[self::item or self::label][1]"/>
    <xsl:sequence select="$part/preceding-sibling::pb[not($before) or . >> $before]"/>
  </xsl:function>

</xsl:stylesheet>
