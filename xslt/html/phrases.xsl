<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Phrases that are neither names nor quotations: emphasis, foreign words, dates, references, citations. Entered in mode
       m:html, from the text and from prose in the header. -->

  <xsl:template match="hi" mode="m:html" as="element()">
    <span class="{string-join(('hi', f:class(@rend)), ' ')}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </span>
  </xsl:template>

  <xsl:template match="foreign | seg | bibl | biblScope | docAuthor | docDate | extent | measure | resp | respStmt | edition | label | desc"
      mode="m:html" as="element()">
    <span class="{f:kebab(local-name())}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </span>
  </xsl:template>

  <!-- A citation that a register points to needs a place to be pointed to, and leads back, if its title does not. -->
  <xsl:template match="bibl[@corresp or @sameAs][ancestor::text]" mode="m:html" as="element()" priority="1">
    <span class="bibl" id="{f:mention-id(.)}">
      <xsl:apply-templates select="@* except @xml:id" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
      <xsl:if test="not(title/f:target(@ref) intersect f:target((@corresp, @sameAs)[1]))">
        <xsl:call-template name="ed:way-to-entry"/>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:html" as="element()">
    <ul class="list-bibl">
      <xsl:for-each select="*">
        <li><xsl:apply-templates select="." mode="#current"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="date" mode="m:html" as="element()">
    <span class="date"><xsl:apply-templates select="node()" mode="#current"/></span>
  </xsl:template>

  <!-- HTML takes years of four figures, months and days; anything else is no date to it. -->
  <xsl:template match="date[matches(@when, '^\d{4}(-\d\d(-\d\d)?)?$')]" mode="m:html" as="element()" priority="1">
    <time datetime="{@when}"><xsl:apply-templates select="node()" mode="#current"/></time>
  </xsl:template>

  <!-- A reference that leads nowhere safe stays text, and so does one in another: HTML allows no link in a link. -->
  <xsl:template match="ref" mode="m:html" as="element()">
    <span class="ref"><xsl:apply-templates select="node()" mode="#current"/></span>
  </xsl:template>

  <xsl:template match="ref[f:address(@target)][not(f:in-reference(.))]" mode="m:html" as="element()" priority="1">
    <a class="ref" href="{f:address(@target)}"><xsl:apply-templates select="node()" mode="#current"/></a>
  </xsl:template>

  <!-- Nor a button, as a note's call is: then the link stands at the end. -->
  <xsl:template match="ref[f:address(@target)][not(f:in-reference(.))][descendant::note]" mode="m:html" as="element()" priority="2">
    <span class="ref">
      <xsl:apply-templates select="node()" mode="#current"/>
      <a class="entry-link of-name" href="{f:address(@target)}" aria-label="{f:reading(.)}"></a>
    </span>
  </xsl:template>

  <xsl:template match="ptr" mode="m:html" as="element()?">
    <xsl:for-each select="f:address(@target)">
      <a class="ref" href="{.}">{.}</a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="ptr[f:in-reference(.)]" mode="m:html" as="text()?" priority="1">
    <xsl:value-of select="f:address(@target)"/>
  </xsl:template>

  <xsl:function name="f:in-reference" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/ancestor::ref[f:address(@target)])"/>
  </xsl:function>

  <xsl:template match="idno" mode="m:html" as="element()">
    <span class="{string-join(('idno', f:class(@type)), ' ')}"><xsl:apply-templates select="node()" mode="#current"/></span>
  </xsl:template>

</xsl:stylesheet>
