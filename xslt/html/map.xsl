<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The book at a glance: each division as a strip of strokes, one for a paragraph and as long as its words, all on one
       scale, with what is quoted, noted and named where it stands (map-strips.xsl); then who is named where
       (map-persons.xsl). Entered by ed:map.

       The drawings are for eyes and pointers. They say nothing that the page does not say in words as well: a division has
       its figures in its label, a paragraph its link in the text, a person the pages in the register. So they are hidden from
       assistive technology, and the hundreds of links in them are no stops of the keyboard. -->

  <!-- The longest book has so many full rows; the shortest so many words in a row. -->
  <xsl:variable name="map-rows" as="xs:integer" static="yes" select="14"/>
  <xsl:variable name="map-least" as="xs:integer" static="yes" select="500"/>

  <xsl:template name="ed:map" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="parts" as="element()*" select="text/*/descendant-or-self::*[self::front or self::body or self::back or self::div][key('strokes', generate-id())]"/>
    <xsl:variable name="strokes" as="map(xs:string, element(ed:stroke)*)" select="map:merge($parts ! map:entry(generate-id(), f:strokes(.)))"/>
    <xsl:variable name="words" as="xs:integer" select="xs:integer(sum($parts ! $strokes(generate-id())/@words))"/>
    <xsl:variable name="scale" as="xs:integer" select="max(($map-least, xs:integer(ceiling($words div $map-rows div 250)) * 250))"/>
    <!-- Preliminaries of a few words are not drawn. -->
    <xsl:variable name="drawn" as="element()*" select="$parts[ancestor-or-self::body or sum($strokes(generate-id())/@words) ge $words div 100]"/>
    <xsl:if test="f:has-map(.)">
      <section class="glance" id="edition-map">
        <h2>{f:label('map')}</h2>
        <ul class="marks">
          <xsl:for-each select="'paragraph', 'quotation', 'block', 'note', 'person'">
            <li class="mark-{.}">{f:label('map-' || .)}</li>
          </xsl:for-each>
        </ul>
        <ol class="strips">
          <xsl:for-each select="$drawn/ancestor-or-self::*[. intersect $drawn or self::div]">
            <li>
              <xsl:call-template name="ed:map-label">
                <xsl:with-param name="strokes" select="$strokes(generate-id())"/>
              </xsl:call-template>
              <xsl:call-template name="ed:strip">
                <xsl:with-param name="strokes" select="$strokes(generate-id())"/>
                <xsl:with-param name="scale" select="$scale"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ol>
        <xsl:call-template name="ed:map-persons"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The part of the book whose strip shows a node. -->
  <xsl:function name="f:part" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$node/ancestor::*[self::div or self::front or self::body or self::back or self::text][1]"/>
  </xsl:function>

  <!-- Whether there is anything to draw. -->
  <xsl:function name="f:has-map" as="xs:boolean">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="some $part in $tei/text/body/descendant-or-self::* satisfies key('strokes', generate-id($part), root($tei))"/>
  </xsl:function>

  <!-- A part's heading, which leads to it, and its figures. -->
  <xsl:template name="ed:map-label" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="strokes" as="element(ed:stroke)*"/>
    <xsl:variable name="pages" as="xs:string*" select="distinct-values($strokes/ed:page/@n)[position() = (1, last())]"/>
    <xsl:variable name="quotations" as="xs:integer" select="count($quotations-of(generate-id()))"/>
    <xsl:variable name="notes" as="xs:integer" select="count(key('notes-of', generate-id()))"/>
    <p>
      <xsl:choose>
        <xsl:when test="self::div">
          <xsl:variable name="heading" as="xs:string" select="f:heading(.)"/>
          <a href="#{f:div-id(.)}"><xsl:sequence select="f:caps($heading) ! f:attribute('class', .)"/>{$heading}</a>
        </xsl:when>
        <xsl:otherwise>{f:label('text')}</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$strokes">
        <xsl:text> </xsl:text>
        <span>{string-join((
          $pages[1] ! f:label(if (count($pages) = 1) then 'page-short' else 'pages-short', string-join($pages, '–')),
          f:counted(xs:integer(sum($strokes/@words)), 'length'),
          f:counted($quotations, 'map-quotations')[$quotations gt 0],
          f:counted($notes, 'map-notes')[$notes gt 0]), ' · ')}</span>
      </xsl:if>
    </p>
  </xsl:template>

  <!-- A number of things in words; the label of one thing has “-one” behind its key. -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="figures" as="xs:string" select="translate(format-number($number, '#,##0'), ',', f:label('thousands'))"/>
    <xsl:sequence select="f:label($key || '-one'[$number = 1], $figures)"/>
  </xsl:function>

  <!-- The quotations of each part, as the register counts them. -->
  <xsl:variable name="quotations-of" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:for-each-group select="/*/key('quotations', 'all')" group-by="generate-id(f:part(.))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

</xsl:stylesheet>
