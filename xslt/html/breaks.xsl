<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pages and lines of the source. A page number is drawn in the margin by the style sheet from data-n of its link, or of the break itself where
       no link can be, in another: it is never part
       of the text, so that a word over a page end stays whole for reader, search and clipboard. A line end is a br that the
       style sheet leaves out until lines are asked for. Entered in modes m:html and m:source. -->

  <xsl:template match="pb" mode="m:html" as="element()+">
    <xsl:sequence select="f:page-line(.) ! f:line-end(.)"/>
    <xsl:call-template name="ed:page-break">
      <xsl:with-param name="class" select="'pb'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Between blocks, where no line of text is cut. -->
  <xsl:template match="(text | front | body | back | div | titlePage | docTitle | docImprint | list | lg | quote[p])/pb" mode="m:html" as="element()+" priority="1">
    <xsl:call-template name="ed:page-break">
      <xsl:with-param name="class" select="'pb between'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:page-break" as="element()+">
    <xsl:context-item as="element(pb)" use="required"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:variable name="linked" as="xs:boolean" select="@xml:id and @n and not(f:in-link(.))"/>
    <span class="{$class}" role="doc-pagebreak" title="{f:label('page', string(@n))}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:if test="not($linked)">
        <xsl:attribute name="data-n" select="@n"/>
      </xsl:if>
    </span>
    <xsl:if test="$linked">
      <a class="page" href="#{@xml:id}" data-n="{@n}" aria-label="{f:label('page-short', string(@n))}"></a>
    </xsl:if>
  </xsl:template>

  <!-- The line end belongs before the page: the number stands at the line that it counts from. -->
  <xsl:function name="f:page-line" as="element(lb)?">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:sequence select="$pb/following-sibling::node()[not(self::fw or self::text()[not(normalize-space())])][1][self::lb][not(f:opens(.))]"/>
  </xsl:function>

  <xsl:template match="lb[preceding-sibling::*[1][self::pb or self::fw]]
      [preceding-sibling::node()[not(self::fw or self::text()[not(normalize-space())])][1][self::pb]]" mode="m:html" as="text()?" priority="1">
    <xsl:if test="f:parts-words(., f:before(.))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lb" mode="m:html m:source" as="node()*">
    <xsl:variable name="before" as="node()?" select="f:before(.)"/>
    <xsl:if test="f:parts-words(., $before)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="$before">
      <xsl:sequence select="f:line-end(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:line-end" as="element()">
    <xsl:param name="lb" as="element(lb)"/>
    <br>
      <xsl:if test="$lb/@break = 'no'">
        <xsl:attribute name="class" select="'joined'"/>
      </xsl:if>
    </br>
  </xsl:function>

  <!-- The page number is in the margin; running heads and signatures are the printer's, not the text's. -->
  <xsl:template match="fw | milestone" mode="m:html m:source" as="empty-sequence()"/>

</xsl:stylesheet>
