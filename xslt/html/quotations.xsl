<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Quotations: blocks, and the kinds of passage that stand in quotation marks. The marks are in the text and stay there;
       a kind is only a class, which the reader may ask to see. Entered in mode m:html. -->

  <xsl:template match="quote | said | q | soCalled | mentioned | term" mode="m:html" as="element()">
    <span>
      <xsl:call-template name="ed:quotation"/>
    </span>
  </xsl:template>

  <xsl:template match="(quote | said | q)[f:is-block(.)]" mode="m:html" as="element()" priority="1">
    <blockquote>
      <xsl:call-template name="ed:quotation"/>
    </blockquote>
  </xsl:template>

  <!-- Whose words a block has, and from where, is the editors' line below it; the marks of a claim that is not sure are theirs too. -->
  <xsl:template match="(quote | said | q)[f:is-block(.)][f:target(@who) or f:target(@source)][not(@next)]" mode="m:html" as="element()" priority="2">
    <figure>
      <blockquote>
        <xsl:call-template name="ed:quotation"/>
      </blockquote>
      <figcaption class="origin">
        <xsl:variable name="facts" as="element()*">
          <xsl:call-template name="ed:origin">
            <xsl:with-param name="source" select="f:target(@source)"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:for-each select="$facts">
          <xsl:if test="position() > 1">, </xsl:if>
          <xsl:sequence select="."/>
        </xsl:for-each>
        <xsl:for-each select="@cert[. != 'high']"> ({f:label('cert', f:label-or-value('cert-', .))})</xsl:for-each>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="title" mode="m:html" as="element()">
    <cite>
      <xsl:call-template name="ed:quotation"/>
    </cite>
  </xsl:template>

  <!-- Titles of independent works are set apart unless the text does so by quotation marks. -->
  <xsl:template name="ed:quotation" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="independent" as="xs:boolean" select="@level = ('m', 'j', 's') and not(matches(f:reading(.), '^[“‘&quot;«„]'))"/>
    <xsl:attribute name="class" select="f:kebab(local-name()), @level ! ('level-' || .), 'independent'[$independent], f:class(@rend)" separator=" "/>
    <xsl:if test="self::title and f:target(@ref) and ancestor::text">
      <xsl:attribute name="id" select="f:mention-id(.)"/>
    </xsl:if>
    <xsl:apply-templates select="@*" mode="m:attributes"/>
    <xsl:variable name="origin" as="xs:string*" select="
        f:target(@who) ! f:label('said-by', f:entry-name(.)), f:target(@source) ! f:label('taken-from', f:entry-name(.))"/>
    <xsl:if test="exists($origin)">
      <xsl:attribute name="title" select="$origin" separator=", "/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="self::title[f:leads-to-entry(.)]">
        <a class="name" href="{f:address(@ref)}" title="{$entry-names(f:pointers(@ref)[1])}"><xsl:apply-templates select="node()" mode="m:html"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="node()" mode="m:html"/>
        <xsl:call-template name="ed:way-to-entry"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="f:is-registered(.) and not(f:in-link(.))">
      <xsl:call-template name="ed:entry-link">
        <xsl:with-param name="class" select="'of-quotation'"/>
        <xsl:with-param name="id" select="f:quotation-entry(.)"/>
        <xsl:with-param name="label" select="f:label('to-register')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Whether a quotation has an entry in the register of quotations, and the id of that. -->
  <xsl:function name="f:is-registered" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="exists($quotation[@xml:id] intersect key('quotations', 'all', root($quotation)))"/>
  </xsl:function>

  <xsl:function name="f:quotation-entry" as="xs:string">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="'entry-' || $quotation/@xml:id"/>
  </xsl:function>

</xsl:stylesheet>
