<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes">

  <!-- Documents and what was found in them. Everything that a document or its file’s name says is isolated with bdi, so
       that its direction cannot reach the words around it. Entered in mode m:finding. -->

  <xsl:template match="document" mode="m:finding" as="element()">
    <section id="{f:id(.)}">
      <h2><bdi>{@file}</bdi></h2>
      <p class="tally"><xsl:sequence select="f:badges(.)"/></p>
      <ol class="findings">
        <xsl:apply-templates select="finding" mode="#current"/>
      </ol>
    </section>
  </xsl:template>

  <xsl:template match="finding" mode="m:finding" as="element()">
    <li class="finding {if (waiver) then 'waived' else @severity}">
      <xsl:apply-templates select="message" mode="#current"/>
      <p class="where">
        <code><bdi>{@place}</bdi></code>
        <xsl:apply-templates select="@page, @source-line, @element" mode="#current"/>
      </p>
      <xsl:apply-templates select="* except message" mode="#current"/>
      <p class="rule"><a href="#{@code}">{@code} {f:code(.)/@title}</a></p>
    </li>
  </xsl:template>

  <xsl:template match="message" mode="m:finding" as="element()">
    <h3><span class="badge {if (../waiver) then 'waived' else ../@severity}">{if (../waiver) then 'waived' else ../@severity}</span>{' '}<bdi>{.}</bdi></h3>
  </xsl:template>

  <xsl:template match="@page" mode="m:finding" as="node()+">
    <xsl:text> </xsl:text>
    <span>page <bdi>{.}</bdi></span>
  </xsl:template>

  <xsl:template match="@source-line" mode="m:finding" as="node()+">
    <xsl:text> </xsl:text>
    <span>line {.} of the source</span>
  </xsl:template>

  <xsl:template match="@element" mode="m:finding" as="node()+">
    <xsl:text> </xsl:text>
    <span><code><bdi>{.}</bdi></code></span>
  </xsl:template>

  <!-- The line of the document, with what is meant in it. -->
  <xsl:template match="quote" mode="m:finding" as="element()">
    <pre class="quote" dir="auto" translate="no"><xsl:apply-templates mode="#current"/></pre>
  </xsl:template>

  <xsl:template match="before | after" mode="m:finding" as="text()?">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="meant" mode="m:finding" as="element()?">
    <xsl:if test="string()"><mark>{.}</mark></xsl:if>
  </xsl:template>

  <xsl:template match="help" mode="m:finding" as="element()">
    <p class="help"><bdi>{.}</bdi></p>
  </xsl:template>

  <xsl:template match="waiver" mode="m:finding" as="element()">
    <p class="reason">
      <bdi>{.}</bdi>
      <xsl:text> </xsl:text>
      <xsl:where-populated>
        <span class="who">
          <xsl:where-populated><bdi>{string-join((@responsible, @when)[string()], ', ')}</bdi></xsl:where-populated>
        </span>
      </xsl:where-populated>
    </p>
  </xsl:template>

  <!-- The id of a document’s findings in the page. -->
  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="'document-' || count($document/preceding-sibling::document) + 1"/>
  </xsl:function>

  <xsl:key name="code" match="code" use="@id"/>

  <!-- The code of a finding. -->
  <xsl:function name="f:code" as="element(code)">
    <xsl:param name="finding" as="element(finding)"/>
    <xsl:sequence select="key('code', $finding/@code, root($finding))"/>
  </xsl:function>

</xsl:stylesheet>
