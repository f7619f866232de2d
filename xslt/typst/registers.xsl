<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Registers: persons and whatever else standOff describes. An entry has a heading, what is known, and the pages of the
       print on which it is mentioned, each leading to where that page begins. Entered in mode m:register. -->

  <xsl:template match="standOff" mode="m:register" as="xs:string*">
    <xsl:where-populated>
      <xsl:sequence select="*[*][1] ! (f:part(1, f:label('registers')), f:call('remark', f:written-words(f:label('registers-note'))))"/>
      <xsl:apply-templates select="*[*]" mode="#current"/>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="listPerson | listOrg | listPlace | listEvent | listBibl" mode="m:register" as="xs:string*">
    <xsl:variable name="entries" as="xs:string*">
      <xsl:apply-templates select="person | org | place | event | bibl" mode="#current">
        <xsl:sort select="f:sort-key(.)"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="if (parent::standOff) then f:part(2, f:label(local-name())) else ()"/>
    <xsl:sequence select="$entries[1] ! ('#register(&#10;  ' || string-join($entries, ',&#10;  ') || ');')"/>
    <xsl:apply-templates select="* except (person | org | place | event | bibl)" mode="#current"/>
  </xsl:template>

  <xsl:template match="person | org | place | event | bibl" mode="m:register" as="xs:string">
    <xsl:variable name="mentions" as="element()*" select="key('mentions', string(@xml:id))"/>
    <xsl:variable name="quoted" as="element()*" select="key('quoted', string(@xml:id))"/>
    <xsl:variable name="known" as="xs:string*">
      <xsl:sequence select="self::bibl ! f:description(.)"/>
      <xsl:apply-templates select="if (self::bibl) then note else * except idno" mode="#current"/>
      <xsl:sequence select="f:also(.)"/>
      <xsl:apply-templates select="idno" mode="#current"/>
      <xsl:sequence select="f:pages(f:label('mentions'), $mentions), f:pages(f:label('quoted-on'), $quoted)"/>
      <xsl:sequence select="if (empty(($mentions, $quoted))) then f:written-words(f:label('no-mentions')) else ()"/>
    </xsl:variable>
    <xsl:sequence select="'entry(' || string-join((
        f:string(@xml:id), f:content(f:entry-name(.)), f:content(f:entry-years(.)), $known[.] ! ('[' || . || ']')), ', ') || ')'"/>
  </xsl:template>

  <!-- Said in the heading of the entry. -->
  <xsl:template match="birth | death | sex" mode="m:register" as="empty-sequence()"/>

  <!-- Gathered by f:also, or used only for finding names. -->
  <xsl:template match="(person | org | place | event)/(persName | orgName | placeName | label)" mode="m:register" as="empty-sequence()"/>

  <xsl:template match="note | desc | occupation | state | affiliation | floruit | p" mode="m:register" as="xs:string">
    <xsl:sequence select="f:written(string-join(f:in-language(., f:line(node()))))"/>
  </xsl:template>

  <xsl:template match="head" mode="m:register" as="xs:string">
    <xsl:sequence select="f:call('subheading', f:written-line(node()))"/>
  </xsl:template>

  <!-- An identifier is a link where its register is known, or where it is an address itself. -->
  <xsl:template match="idno" mode="m:register" as="xs:string">
    <xsl:variable name="address" as="xs:string?" select="f:identifier-address(.)"/>
    <xsl:variable name="name" as="xs:string?" select="(f:register(.)/@name, @type[not(. = ('URI', 'URL'))])[1] ! string(.)"/>
    <xsl:variable name="shown" as="xs:string" select="f:written-words(.)"/>
    <xsl:sequence select="$name ! (f:written-words(.) || '#&quot; &quot;;') || (if ($address) then f:call('link(' || f:string($address) || ')', $shown) else $shown)"/>
  </xsl:template>

  <!-- Names under which the entry is known besides its heading, as far as the book's font has their script. -->
  <xsl:function name="f:also" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="variants" as="element()*" select="$entry/(persName | orgName | placeName)[@type = 'variant'][f:is-settable(f:reading(.))]"/>
    <xsl:variable name="names" as="xs:string*" select="$variants ! f:written(string-join(f:in-language(., f:plain(f:reading(.)))))"/>
    <xsl:sequence select="$names[1] ! (f:written-words(f:label('variants')) || '#&quot; &quot;;' || string-join($names, '#&quot;, &quot;;'))"/>
  </xsl:function>

  <!-- A work as it is described: as written where it is written with stops between its parts, else with commas. The heading
       has its title, the other titles are for finding it. -->
  <xsl:function name="f:description" as="xs:string">
    <xsl:param name="work" as="element(bibl)"/>
    <xsl:sequence select="
        if ($work/text()[normalize-space()]) then f:written-line($work/(node() except note))
        else string-join($work/(* except (title[not(@type) or @type = ('main', 'form', 'short', 'variant')], note)) ! f:written-line(.), '#&quot;, &quot;;')"/>
  </xsl:function>

  <!-- The pages of the print that places are on, each once. -->
  <xsl:function name="f:pages" as="xs:string?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:variable name="pages" as="xs:string*">
      <xsl:for-each-group select="$places" group-by="f:pages-of(.)">
        <xsl:sequence select="f:page-reference(.)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="$pages[1] ! (f:written-words($label) || '#&quot; &quot;;' || string-join($pages, '#&quot;, &quot;;'))"/>
  </xsl:function>

  <!-- The number of the page of the print that a place is on, leading to where that page begins. -->
  <xsl:function name="f:page-reference" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="page" as="element(pb)?" select="$place/accumulator-before('page')[@xml:id]"/>
    <xsl:variable name="number" as="xs:string" select="f:written-words(f:pages-of($place))"/>
    <xsl:sequence select="if ($page) then f:call(f:to($page), $number) else $number"/>
  </xsl:function>

  <!-- The page of a place, or the pages that it runs over. -->
  <xsl:function name="f:pages-of" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="string-join((f:page($place), ($place//pb)[last()]/@n), '–')"/>
  </xsl:function>

  <xsl:template match="*" mode="m:register" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
