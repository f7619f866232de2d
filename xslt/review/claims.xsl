<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes">

  <!-- A claim: what it says, its words and those around it, the lines of the source, what it rests on, what else was weighed,
       what was decided and what can be. What the book says is isolated with bdi, so that its direction cannot reach the words
       around it. What stands in `told` is searched by the filter for words. Entered in mode m:claim. -->

  <xsl:template match="claim" mode="m:claim" as="element()">
    <li class="claim {@cert}" id="{@id}" tabindex="-1" data-kind="{@kind}" data-rule="{@rule}" data-page="{@page}" data-cert="{@cert}" data-state="{if (decision) then 'decided' else 'undecided'}">
      <div class="told">
        <h3><span class="badge">{f:kind(@kind)}</span>{' '}<span class="verdict"><xsl:apply-templates select="@verdict, @tag, @ref, @who, @source, @agreement, @reads, @would-read, @kind" mode="m:verdict"/></span></h3>
        <p class="where">
          <a href="#{@id}"><bdi>{if (@page) then f:label('p', @page) else f:label('unpaged')}{if (@note) then f:label('p-note', @note) else ''}</bdi></a>
          <span>{f:lines(line/@n)}</span>
          <span class="sure" title="{f:label('certainty')}">{@certainty} {f:label(@cert)}</span>
          <span>{if (@rule = 'decision') then f:label('of-decision') else f:label('of-rule', @rule)}</span>
          <span><bdi>{@responsible}</bdi></span>
        </p>
        <p class="context" dir="auto" translate="no"><xsl:apply-templates select="before, meant, after" mode="#current"/></p>
        <div class="source" translate="no"><xsl:apply-templates select="line" mode="#current"/></div>
        <xsl:where-populated>
          <dl>
            <xsl:sequence select="f:grounds('evidence', evidence), f:grounds('alternative', alternative)"/>
            <xsl:apply-templates select="decision" mode="#current"/>
          </dl>
        </xsl:where-populated>
      </div>
      <xsl:if test="offer or missing">
        <div class="foot">
          <xsl:if test="offer">
            <div class="acts scripted" role="group" aria-label="{f:label('copy')}"><span aria-hidden="true">{f:label('copy')}</span><xsl:apply-templates select="offer" mode="m:button"/></div>
          </xsl:if>
          <details>
            <summary>{f:label('text')}</summary>
            <xsl:apply-templates select="offer" mode="m:text"/>
            <xsl:if test="missing"><p class="missing">{f:label('missing', string-join(missing, ', '))}</p></xsl:if>
          </details>
        </div>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="before | after" mode="m:claim" as="text()?">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- The words that are meant; where there are none, a sign for the place. -->
  <xsl:template match="meant" mode="m:claim" as="element()">
    <xsl:choose>
      <xsl:when test="../@verdict"><mark class="place {../@verdict}" role="img" aria-label="{f:label('verdict-' || ../@verdict)}">¶</mark></xsl:when>
      <xsl:when test="string()"><mark>{.}</mark></xsl:when>
      <xsl:otherwise><mark class="place">{(../@n, '|')[1]}</mark></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="line" mode="m:claim" as="element()">
    <p><span class="number">{@n}</span><bdi>{.}</bdi></p>
  </xsl:template>

  <xsl:template match="decision" mode="m:claim" as="element()+">
    <dt class="decided">{f:label('decision')}</dt>
    <dd class="decided"><bdi>{.}</bdi>{' '}<small><code>{@act}</code>{' '}<bdi>{@value}</bdi> – {f:label('where-decided', (@responsible, /review/@file, @line))}</small></dd>
  </xsl:template>

  <!-- What a claim rests on, or what else was weighed: a term and its descriptions. -->
  <xsl:function name="f:grounds" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="element()*"/>
    <xsl:if test="$words">
      <dt>{f:label($name)}</dt>
      <xsl:for-each select="$words"><dd><bdi>{.}</bdi></dd></xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:lines" as="xs:string">
    <xsl:param name="numbers" as="xs:string+"/>
    <xsl:sequence select="if (count($numbers) = 1) then f:label('line', $numbers) else f:label('lines', $numbers)"/>
  </xsl:function>

  <!-- What a claim says, after its kind. -->
  <xsl:template match="@verdict" mode="m:verdict" as="text()">
    <xsl:value-of select="f:label('verdict-' || .)"/>
  </xsl:template>

  <xsl:template match="@tag | @ref | @who | @source | @agreement" mode="m:verdict" as="element()">
    <code><bdi>{.}</bdi></code>
  </xsl:template>

  <xsl:template match="@reads" mode="m:verdict" as="element()?">
    <xsl:if test="../@kind = 'emendation'"><bdi>{f:label('verdict-reads', .)}</bdi></xsl:if>
  </xsl:template>

  <xsl:template match="@would-read" mode="m:verdict" as="element()">
    <bdi>{f:label('verdict-would-read', .)}</bdi>
  </xsl:template>

  <xsl:template match="@kind" mode="m:verdict" as="text()?">
    <xsl:choose>
      <xsl:when test=". = 'rejected' and ../@rule = 'names'"><xsl:value-of select="f:label('verdict-rejected')"/></xsl:when>
      <xsl:when test=". = 'line-break'"><xsl:value-of select="f:label('verdict-joined')"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="offer" mode="m:button" as="element()">
    <xsl:variable name="act" as="xs:string" select="(@value, @act)[string()][1]"/>
    <button type="button" class="{if (@agrees = 'yes') then 'agrees' else 'differs'}" data-offer="{f:offer(.)}" title="{f:label(if (@agrees = 'yes') then 'confirms' else 'copies', $act)}">{$act}</button>
  </xsl:template>

  <xsl:template match="offer" mode="m:text" as="element()">
    <pre id="{f:offer(.)}"><code>{.}</code></pre>
  </xsl:template>

  <!-- The id of an offer’s text in the page. -->
  <xsl:function name="f:offer" as="xs:string">
    <xsl:param name="offer" as="element(offer)"/>
    <xsl:sequence select="$offer/../@id || '-' || count($offer/preceding-sibling::offer) + 1"/>
  </xsl:function>

</xsl:stylesheet>
