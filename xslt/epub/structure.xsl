<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"

    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Which part of the text is a file of its own: a title page, a division, an inner division of a long one, and whatever
       stands outside of divisions. A page that begins before a division begins its file. Entered in mode m:parts; in mode
       m:html for title pages and divisions. -->

  <!-- How many characters a division may have before its inner divisions become files of their own: what a reading system
       lays out at once without a pause on a slow device. -->
  <xsl:variable name="long" as="xs:integer" select="50000"/>

  <xsl:template match="front | body | back" mode="m:parts" as="element(ed:part)*">
    <xsl:call-template name="ed:parts"/>
  </xsl:template>

  <xsl:template match="*" mode="m:parts" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- The parts of what is divided: what comes before its first division, then each of them with what follows it.
       before, behind: what of the surroundings goes with the first part and the last. -->
  <xsl:template name="ed:parts" as="element(ed:part)*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="node()*"/>
    <xsl:param name="behind" as="node()*"/>
    <xsl:variable name="whole" as="element()" select="."/>
    <xsl:for-each-group select="node()" group-starting-with="node()[f:opens-part(.)]">
      <xsl:variable name="unit" as="element()?" select="current-group()[self::div or self::titlePage]"/>
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:variable name="last" as="xs:boolean" select="position() = last()"/>
      <xsl:choose>
        <xsl:when test="$unit[f:is-divided(.)]">
          <xsl:for-each select="$unit">
            <xsl:call-template name="ed:parts">
              <xsl:with-param name="before" select="$before[$first], current-group()[. &lt;&lt; $unit]"/>
              <xsl:with-param name="behind" select="current-group()[. >> $unit], $behind[$last]"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:when>
        <xsl:when test="$unit or current-group()[self::* or self::text()[normalize-space()]]">
          <xsl:variable name="named" as="element()" select="($unit, $whole)[1]"/>
          <ed:part name="{f:part-id($named)}" title="{f:part-title($named)}" lang="{f:language($named)}" type="{f:part-type($named)}">
            <xsl:apply-templates select="$before[$first]" mode="m:html"/>
            <xsl:choose>
              <xsl:when test="$whole[self::div][not($unit)]">
                <xsl:apply-templates select="$whole" mode="m:html">
                  <xsl:with-param name="content" select="current-group()"/>
                </xsl:apply-templates>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="current-group()" mode="m:html"/>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:apply-templates select="$behind[$last]" mode="m:html"/>
            <xsl:if test="$first">
              <xsl:for-each select="$whole[not(self::div)]">
                <xsl:call-template name="ed:notes"/>
              </xsl:for-each>
            </xsl:if>
          </ed:part>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Whether a division is long, has inner ones, and a beginning of its own before them. -->
  <xsl:function name="f:is-divided" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part/div[1]/preceding-sibling::*[not(f:is-furniture(.))] and string-length($part) gt $long"/>
  </xsl:function>

  <!-- Whether a part begins with a node: a division, or the page that begins before it. -->
  <xsl:function name="f:opens-part" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="f:leads-to-part($node) and not($node/preceding-sibling::node()[f:is-solid(.)][1][f:is-furniture(.)])"/>
  </xsl:function>

  <xsl:function name="f:leads-to-part" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::div or self::titlePage])
        or f:is-furniture($node) and exists($node/following-sibling::node()[f:is-solid(.)][1][f:leads-to-part(.)])"/>
  </xsl:function>

  <xsl:function name="f:is-furniture" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::pb or self::fw or self::milestone or self::lb])"/>
  </xsl:function>

  <xsl:function name="f:is-solid" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::* or self::text()[normalize-space()]])"/>
  </xsl:function>

  <!-- What a part is called in the name of its file, and its title. -->
  <xsl:function name="f:part-id" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part[self::div or self::titlePage]) then f:div-id($part) else local-name($part)"/>
  </xsl:function>

  <xsl:function name="f:part-title" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part[self::div or self::titlePage]) then f:heading($part) else f:edition-title(root($part)/TEI)"/>
  </xsl:function>

  <!-- The language of a part; “und”, not determined, where the edition does not say (BCP 47). -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="string(($part/ancestor-or-self::*[@xml:lang][1]/@xml:lang, 'und')[1])"/>
  </xsl:function>

  <!-- What a part is, in the words of the EPUB Structural Semantics Vocabulary. -->
  <xsl:function name="f:part-type" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="matter" as="xs:string" select="local-name($part/ancestor-or-self::*[self::front or self::body or self::back][1]) || 'matter'"/>
    <xsl:sequence select="string-join(($matter, 'titlepage'[$part/self::titlePage]), ' ')"/>
  </xsl:function>

  <!-- The roles of divisions (DPUB-ARIA 1.1), by their types. -->
  <xsl:variable name="roles" as="map(xs:string, xs:string)" select="map:merge((
      map:entry('article', 'doc-chapter'),
      ('acknowledgments', 'afterword', 'appendix', 'chapter', 'colophon', 'conclusion', 'dedication', 'epilogue', 'foreword', 'glossary',
          'introduction', 'part', 'preface', 'prologue') ! map:entry(., 'doc-' || .)))"/>

  <!-- As on the page, with the division's role; of one that is divided, only the beginning. -->
  <xsl:template match="div" mode="m:html" as="element()">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:variable name="inner" as="element(div)?" select="$content[self::div][1]"/>
    <section class="{string-join(('div', f:class(@type), 'lines'[f:keeps-lines(current())]), ' ')}" id="{f:div-id(.)}">
      <xsl:apply-templates select="@* except @xml:id" mode="m:attributes"/>
      <xsl:if test="$roles(string(@type))">
        <xsl:attribute name="role" select="$roles(@type)"/>
        <xsl:attribute name="aria-label" select="f:heading(.)"/>
      </xsl:if>
      <xsl:apply-templates select="$content[not($inner) or . &lt;&lt; $inner]" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
      <xsl:apply-templates select="$content[. is $inner or . >> $inner]" mode="#current"/>
    </section>
  </xsl:template>

</xsl:stylesheet>
