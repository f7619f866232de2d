<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Who is named where: a row for each person, with a line on every printed page that has a mention, the higher the more
       mentions there are. Those who are named most have a row, the others are told. Entered by ed:map-persons. -->

  <!-- How many persons have a row; and how high the highest line is. -->
  <xsl:variable name="map-persons" as="xs:integer" static="yes" select="20"/>
  <xsl:variable name="map-line" as="xs:integer" static="yes" select="16"/>

  <xsl:template name="ed:map-persons" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="pages" as="element(pb)*" select="text//pb"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)" select="map:merge(for $i in 1 to count($pages) return map:entry(generate-id($pages[$i]), $i))"/>
    <xsl:variable name="named" as="element(person)*" select="
        sort(standOff//person[key('mentions', @xml:id)], (), function($person as element(person)) as item()+ { -count(f:mentions($person)), f:sort-key($person) })"/>
    <xsl:variable name="shown" as="element(person)*" select="$named[position() le $map-persons][count(f:mentions(.)) gt 1]"/>
    <xsl:variable name="most" as="xs:integer" select="max(($shown ! f:by-page(.) ! count(?*), 1))"/>
    <xsl:if test="$pages and $shown">
      <h3>{f:label('map-persons')}</h3>
      <ol class="named">
        <xsl:for-each select="$shown">
          <li>
            <a href="#{@xml:id}">{f:entry-name(.)}</a>
            <svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="0 0 {count($pages) + 1} {$map-line}" preserveAspectRatio="none">
              <!-- What a pointer finds, and what is seen. -->
              <xsl:for-each select="f:by-page(.)">
                <a href="#{f:mention-id(?*[1])}" tabindex="-1">
                  <title>{f:label('page-short', f:page(?*[1]))}</title>
                  <path d="M{$places(f:page-id(?*[1]))} 0v{$map-line}"/>
                </a>
              </xsl:for-each>
              <path class="lines" d="{string-join(f:by-page(.) ! ('M' || $places(f:page-id(?*[1])) || ' ' || $map-line || 'v-' || max((2, round($map-line * count(?*) div $most)))))}"/>
            </svg>
            <span>{count(f:mentions(.))}</span>
          </li>
        </xsl:for-each>
        <li class="scale" aria-hidden="true">
          <svg xmlns="http://www.w3.org/2000/svg">
            <xsl:for-each select="$pages[f:is-round(@n, count($pages))]">
              <text x="{round(1000 * $places(generate-id()) div (count($pages) + 1)) div 10}%" y="11">{@n}</text>
            </xsl:for-each>
          </svg>
        </li>
      </ol>
      <xsl:where-populated>
        <p class="others">
          <xsl:on-non-empty>{f:label('map-others')}</xsl:on-non-empty>
          <xsl:for-each select="$named except $shown">
            <xsl:if test="position() > 1">; </xsl:if>
            <a href="#{@xml:id}">{f:entry-name(.)}</a>
          </xsl:for-each>
        </p>
      </xsl:where-populated>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:mentions" as="element()*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:sequence select="key('mentions', string($person/@xml:id), root($person))"/>
  </xsl:function>

  <xsl:function name="f:page-id" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="generate-id($mention/accumulator-before('page'))"/>
  </xsl:function>

  <!-- The mentions of a person on a printed page: those on each page together. -->
  <xsl:function name="f:by-page" as="array(element())*">
    <xsl:param name="person" as="element(person)"/>
    <xsl:for-each-group select="f:mentions($person)[accumulator-before('page')]" group-adjacent="f:page-id(.)">
      <xsl:sequence select="array{ current-group() }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Whether a page number is shown below the rows: each tenth, of many pages each hundredth, of a few each. -->
  <xsl:function name="f:is-round" as="xs:boolean">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:param name="pages" as="xs:integer"/>
    <xsl:sequence select="$number castable as xs:integer and xs:integer($number) mod (if ($pages lt 20) then 1 else if ($pages lt 200) then 10 else 100) = 0"/>
  </xsl:function>

</xsl:stylesheet>
