<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The strip of a division: where its strokes and marks are, and how they are drawn. Entered by f:strokes and ed:strip. -->

  <!-- How high a row of strokes is. -->
  <xsl:variable name="map-height" as="xs:integer" static="yes" select="28"/>

  <!-- What a stroke is drawn for, by the division that it stands in: the outermost block that holds words. -->
  <xsl:key name="strokes" match="(p | item | lg | ab[not(@type = 'separator')] | quote[f:is-block(.)][not(p | lg | ab | list)])
      [ancestor::text][not(ancestor::p or ancestor::item or ancestor::lg or ancestor::ab or ancestor::note)]" use="generate-id(f:part(.))"/>

  <!-- Where things are: a stroke for each block of a part, with the words before it and in it; in it its marks and the pages
       that begin with it or in it, each at so many words from the beginning of the part. -->

  <xsl:function name="f:strokes" as="element(ed:stroke)*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="blocks" as="element()*" select="key('strokes', generate-id($part), root($part))"/>
    <xsl:iterate select="$blocks">
      <xsl:param name="before" as="xs:integer" select="0"/>
      <!-- Pages that begin between blocks and have not been met yet. -->
      <xsl:param name="pages" as="element(pb)*" select="$part/descendant::pb[f:part(.) is $part] except $blocks/descendant::pb"/>
      <xsl:variable name="text" as="xs:string" select="f:reading(.)"/>
      <xsl:variable name="words" as="xs:integer" select="f:count-words($text)"/>
      <xsl:if test="$words">
        <ed:stroke at="{$before}" words="{$words}" page="{f:page(.)}" first="{string-join(subsequence(tokenize($text), 1, 3), ' ')}">
          <xsl:copy-of select="@xml:id"/>
          <xsl:if test="ancestor-or-self::*[self::quote or self::said or self::q][f:is-block(.)]">
            <xsl:attribute name="block" select="'yes'"/>
          </xsl:if>
          <xsl:apply-templates select="if ($before) then $pages[. &lt;&lt; current()] else (accumulator-before('page'), $part/head/descendant::*)" mode="m:mark">
            <xsl:with-param name="at" as="xs:integer+" select="$before, $before"/>
          </xsl:apply-templates>
          <xsl:call-template name="ed:marks">
            <xsl:with-param name="before" select="$before"/>
            <xsl:with-param name="words" select="$words"/>
          </xsl:call-template>
        </ed:stroke>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="$before + $words"/>
        <xsl:with-param name="pages" select="if ($words) then $pages[. >> current()] else $pages"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The marks in a block. Its words are spread evenly over its signs, those of notes left out. -->
  <xsl:template name="ed:marks" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="before" as="xs:integer"/>
    <xsl:param name="words" as="xs:integer"/>
    <xsl:variable name="texts" as="text()*" select="descendant::text() except descendant::note/descendant::text()"/>
    <xsl:variable name="density" as="xs:double" select="$words div string-length(string-join($texts))"/>
    <xsl:iterate select="$texts | descendant::*[not(self::lb)]">
      <xsl:param name="signs" as="xs:integer" select="0"/>
      <xsl:apply-templates select="self::*" mode="m:mark">
        <xsl:with-param name="at" as="xs:integer+" select="($signs, $signs + string-length()) ! ($before + min(($words, xs:integer(round(. * $density)))))"/>
      </xsl:apply-templates>
      <xsl:next-iteration>
        <xsl:with-param name="signs" select="if (self::text()) then $signs + string-length() else $signs"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:template>

  <!-- What has a mark, and where: from which word to which. -->

  <xsl:template match="(quote | said | q | soCalled | mentioned | term | title)[@xml:id][not(f:is-block(.) or ancestor::note)]" mode="m:mark" as="element(ed:quoted)">
    <xsl:param name="at" as="xs:integer+"/>
    <ed:quoted at="{$at[1]}" to="{$at[2]}"/>
  </xsl:template>

  <xsl:template match="note[not(@type = 'editorial' or @prev)]" mode="m:mark" as="element(ed:note)">
    <xsl:param name="at" as="xs:integer+"/>
    <ed:note at="{$at[1]}"/>
  </xsl:template>

  <xsl:template match="(persName | rs | name)[f:target(@ref)/self::person][not(ancestor::sic or ancestor::orig)]" mode="m:mark" as="element(ed:person)">
    <xsl:param name="at" as="xs:integer+"/>
    <ed:person at="{$at[1]}"/>
  </xsl:template>

  <xsl:template match="pb[@n]" mode="m:mark" as="element(ed:page)">
    <xsl:param name="at" as="xs:integer+"/>
    <ed:page n="{@n}" at="{$at[1]}"/>
  </xsl:template>

  <xsl:template match="*" mode="m:mark" priority="-2" as="empty-sequence()"/>

  <!-- Pages, each told whether its number is shown: where one row holds many, each fifth or tenth; and none that the next
       would overlap. -->
  <xsl:function name="f:told" as="element(ed:page)*">
    <xsl:param name="pages" as="element(ed:page)*"/>
    <xsl:param name="scale" as="xs:integer"/>
    <xsl:variable name="step" as="xs:integer" select="if ($scale le 1500) then 1 else if ($scale le 5000) then 5 else 10"/>
    <xsl:for-each select="1 to count($pages)">
      <xsl:variable name="page" as="element(ed:page)" select="$pages[current()]"/>
      <xsl:variable name="next" as="element(ed:page)?" select="$pages[current() + 1][@at idiv $scale = $page/@at idiv $scale]"/>
      <ed:page>
        <xsl:copy-of select="$page/@*"/>
        <xsl:if test="($step = 1 or number($page/@n) mod $step = 0) and not($next/@at - $page/@at lt $scale div 20)">
          <xsl:attribute name="told" select="'yes'"/>
        </xsl:if>
      </ed:page>
    </xsl:for-each>
  </xsl:function>

  <!-- The drawing: rows of strokes, each a row's height below the other. Words go from left to right at any width, signs keep
       their size: so the strokes have a frame of their own, which is stretched, and the figures stand outside it. -->

  <xsl:template name="ed:strip" as="element()?" xmlns="http://www.w3.org/2000/svg">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="strokes" as="element(ed:stroke)*"/>
    <xsl:param name="scale" as="xs:integer"/>
    <xsl:variable name="height" as="xs:integer" select="$map-height * (1 + (xs:integer(sum($strokes/@words)) - 1) idiv $scale)"/>
    <xsl:variable name="pages" as="element(ed:page)*" select="f:told($strokes/ed:page, $scale)"/>
    <xsl:if test="$strokes">
      <svg aria-hidden="true" height="{$height}">
        <svg viewBox="0 0 {$scale} {$height}" preserveAspectRatio="none">
          <!-- What a pointer finds, which is wider than what is seen. -->
          <xsl:for-each select="$strokes[@xml:id]">
            <a href="#{@xml:id}" tabindex="-1">
              <title>{f:label('map-stroke', (@xml:id, @page, @first))}</title>
              <path d="{f:stroke(., $scale)}"/>
            </a>
          </xsl:for-each>
          <xsl:sequence select="
              f:drawn('paragraphs', $strokes[not(@block)] ! f:stroke(., $scale)),
              f:drawn('blocks', $strokes[@block] ! f:stroke(., $scale)),
              f:drawn('quoted', $strokes/ed:quoted ! f:stretch(@at, @to, 10, $scale)),
              f:drawn('notes', $strokes/ed:note ! f:tick(@at, 0, 5, $scale)),
              f:drawn('persons', $strokes/ed:person ! f:tick(@at, 15, 3, $scale)),
              f:drawn('pages', $pages ! f:tick(@at, 20, 7, $scale))"/>
        </svg>
        <xsl:for-each select="$pages[@told]">
          <text x="{round(1000 * (@at mod $scale) div $scale) div 10}%" y="{$map-height * (@at idiv $scale) + 27}">{@n}</text>
        </xsl:for-each>
      </svg>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:drawn" as="element()?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="paths" as="xs:string*"/>
    <xsl:if test="exists($paths)">
      <path xmlns="http://www.w3.org/2000/svg" class="{$class}" d="{string-join($paths)}"/>
    </xsl:if>
  </xsl:function>

  <!-- The line of a stroke, with a gap before the next. -->
  <xsl:function name="f:stroke" as="xs:string">
    <xsl:param name="stroke" as="element(ed:stroke)"/>
    <xsl:param name="scale" as="xs:integer"/>
    <xsl:sequence select="f:stretch($stroke/@at, $stroke/@at + $stroke/@words - $scale idiv 250, 10, $scale)"/>
  </xsl:function>

  <!-- A line from one word to another, over the rows that it takes; a short one is seen as well. -->
  <xsl:function name="f:stretch" as="xs:string">
    <xsl:param name="at" as="xs:integer"/>
    <xsl:param name="end" as="xs:double"/>
    <xsl:param name="y" as="xs:integer"/>
    <xsl:param name="scale" as="xs:integer"/>
    <xsl:variable name="to" as="xs:integer" select="max(($at + 1, xs:integer($end)))"/>
    <xsl:value-of separator="">
      <xsl:for-each select="$at idiv $scale to ($to - 1) idiv $scale">
        <xsl:variable name="x" as="xs:integer" select="max(($at, . * $scale)) - . * $scale"/>
        <xsl:sequence select="'M' || $x || ' ' || . * $map-height + $y || 'h' || min(($to, (. + 1) * $scale)) - . * $scale - $x"/>
      </xsl:for-each>
    </xsl:value-of>
  </xsl:function>

  <xsl:function name="f:tick" as="xs:string">
    <xsl:param name="at" as="xs:integer"/>
    <xsl:param name="y" as="xs:integer"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:param name="scale" as="xs:integer"/>
    <xsl:sequence select="'M' || $at mod $scale || ' ' || $at idiv $scale * $map-height + $y || 'v' || $length"/>
  </xsl:function>

</xsl:stylesheet>
