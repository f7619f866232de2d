<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The register of quotations, in the order of the text: the first words of each, its length, page, kind, speaker, source
       and note. Entries look and lead as those of other registers do. Entered by ed:quotations. -->

  <!-- How many words of a quotation are shown. -->
  <xsl:variable name="shown-words" as="xs:integer" select="12"/>

  <xsl:template name="ed:quotations" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="all" as="element()*" select="key('quotations', 'all')"/>
    <xsl:if test="$all">
      <section class="register" id="register-quotations">
        <h2>{f:label('quotations')}</h2>
        <details>
          <summary>{f:label('quotations-note', string(count($all)))}</summary>
          <dl>
            <xsl:apply-templates select="$all" mode="m:quotation"/>
          </dl>
        </details>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="quote | said | q | soCalled | mentioned | term | title" mode="m:quotation" as="element()+">
    <xsl:variable name="parts" as="element()+" select="f:quotation-parts(.)"/>
    <xsl:variable name="source" as="element()?" select="f:target(@source)"/>
    <xsl:variable name="facts" as="element()+">
      <xsl:call-template name="ed:facts">
        <xsl:with-param name="parts" select="$parts"/>
        <xsl:with-param name="source" select="$source"/>
      </xsl:call-template>
    </xsl:variable>
    <dt id="{f:quotation-entry(.)}">{f:shortened($parts)}</dt>
    <dd>
      <p class="mentions">
        <xsl:for-each select="$facts">
          <xsl:if test="position() > 1">&#xA0;· </xsl:if>
          <xsl:sequence select="."/>
        </xsl:for-each>
      </p>
    </dd>
  </xsl:template>

  <xsl:template name="ed:facts" as="element()+">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="parts" as="element()+"/>
    <xsl:param name="source" as="element()?"/>
    <xsl:for-each select="$parts">
      <a href="#{@xml:id}">{f:label('page-short', f:mention-pages(.))}</a>
    </xsl:for-each>
    <xsl:variable name="length" as="xs:integer" select="f:count-words(string-join($parts ! f:reading(.), ' '))"/>
    <span>{f:label(if ($length = 1) then 'length-one' else 'length', string($length))}</span>
    <span>{f:label('kind-' || (if (f:is-block(.)) then 'block' else local-name()))}</span>
    <xsl:call-template name="ed:origin">
      <xsl:with-param name="source" select="$source"/>
    </xsl:call-template>
    <xsl:for-each select="f:note-of($parts[last()], $source)">
      <a href="#{f:note-id(.)}" aria-label="{f:label('note-call', (f:note-sign(.), f:page(.)))}">{f:label('note-short', f:note-sign(.))}</a>
    </xsl:for-each>
  </xsl:template>

  <!-- Who speaks or wrote, and the work. -->
  <xsl:template name="ed:origin" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="source" as="element()?"/>
    <xsl:for-each select="if (@who) then f:target(@who) else $source[self::bibl] ! f:authors(.)">
      <xsl:sequence select="f:entry-reference(.)"/>
    </xsl:for-each>
    <xsl:for-each select="$source">
      <xsl:variable name="work" as="element()" select="(self::bibl ! f:work(.), .)[1]"/>
      <span>
        <xsl:sequence select="f:entry-reference($work)"/>
        <xsl:for-each select="biblScope[ancestor::text]">, {f:reading(.)}</xsl:for-each>
      </span>
    </xsl:for-each>
  </xsl:template>

  <!-- A link to what a register or the edition describes; its name where there is no description to lead to. -->
  <xsl:function name="f:entry-reference" as="element()">
    <xsl:param name="entry" as="element()"/>
    <xsl:choose>
      <xsl:when test="$entry[@xml:id][ancestor::standOff or ancestor::text]"><a href="#{$entry/@xml:id}">{f:entry-name($entry)}</a></xsl:when>
      <xsl:otherwise><span>{f:entry-name($entry)}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The words of a quotation, parts joined, no more than are shown. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="parts" as="element()+"/>
    <xsl:variable name="whole" as="xs:string" select="fold-left(tail($parts), f:reading(head($parts)), function($all as xs:string, $part as element()) as xs:string {
        f:label('joined', ($all, f:reading($part))) })"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($whole)"/>
    <xsl:variable name="first" as="xs:string" select="replace(string-join($words[position() le $shown-words], ' '), '[,;:.—–]+$', '')"/>
    <xsl:variable name="mark" as="xs:string" select="if (matches($whole, '^[“‘«„].*[”’»“]$')) then substring($whole, string-length($whole)) else ''"/>
    <xsl:sequence select="if (count($words) le $shown-words + 1) then $whole else f:label('shortened', $first) || $mark"/>
  </xsl:function>

  <xsl:template match="*" mode="m:quotation" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
