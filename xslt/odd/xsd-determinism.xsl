<?xml version="1.0" encoding="UTF-8"?>
<!--
  Whether a content model is deterministic, as W3C Schema wants it (“unique particle attribution”): whoever reads the
  children from left to right must at each know, without looking ahead, which part of the model it belongs to. The model is
  turned into the automaton of Glushkov: which parts may come first, and which may follow which. It is deterministic if
  among parts that are possible at the same point no two allow the same element. Included by xsd.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="f:deterministic" as="xs:boolean">
    <xsl:param name="content" as="element(content)"/>
    <xsl:variable name="automaton" as="map(xs:string, item()*)" select="f:automaton($content/*, '')"/>
    <xsl:variable name="points" as="array(xs:string*)*" select="array { $automaton?first },
                          map:keys($automaton?follow) ! array { distinct-values($automaton?follow(.)) }"/>
    <xsl:sequence select="every $point in $points satisfies f:distinct($point?* ! $automaton?names(.))"/>
  </xsl:function>

  <xsl:function name="f:distinct" as="xs:boolean">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="count($names) eq count(distinct-values($names))"/>
  </xsl:function>

  <!-- The elements that one part of a model allows. An element that a class has twice is given twice. -->
  <xsl:function name="f:names" as="xs:string*">
    <xsl:param name="leaf" as="element()"/>
    <xsl:sequence select="if ($leaf[self::elementRef]) then string($leaf/@key)
                          else $leaf[self::classRef]/f:elements(key('spec', @key)[self::classSpec])"/>
  </xsl:function>

  <xsl:function name="f:elements" as="xs:string*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="for $member in f:members($class)
                          return if ($member[self::elementSpec]) then string($member/@ident) else f:elements($member)"/>
  </xsl:function>

  <!-- The automaton of a part of a model: whether it may be nothing (null), the leaves it may begin and end with (first,
       last), what may follow each leaf (follow), and the elements that each allows (names). A leaf goes by its path, so
       that a macro that is referred to twice has each of its leaves twice. -->
  <xsl:function name="f:automaton" as="map(xs:string, item()*)">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="here" as="xs:string" select="$path || '/' || generate-id($particle)"/>
    <xsl:variable name="once" as="map(xs:string, item()*)">
      <xsl:choose>
        <xsl:when test="$particle[self::elementRef or self::classRef]">
          <xsl:sequence select="map { 'null': false(), 'first': $here, 'last': $here, 'follow': map { },
                                      'names': map { $here: f:names($particle) } }"/>
        </xsl:when>
        <xsl:when test="$particle[self::macroRef]">
          <xsl:sequence select="f:automaton(key('spec', $particle/@key, root($particle))/content/*, $here)"/>
        </xsl:when>
        <xsl:when test="$particle[self::sequence]">
          <xsl:sequence select="fold-left($particle/* ! f:automaton(., $here), f:nothing(), f:in-a-row#2)"/>
        </xsl:when>
        <xsl:when test="$particle[self::alternate]">
          <xsl:sequence select="f:either($particle/* ! f:automaton(., $here))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:nothing()"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="f:occurring($once, $particle)"/>
  </xsl:function>

  <xsl:function name="f:nothing" as="map(xs:string, item()*)">
    <xsl:sequence select="map { 'null': true(), 'first': (), 'last': (), 'follow': map { }, 'names': map { } }"/>
  </xsl:function>

  <xsl:function name="f:in-a-row" as="map(xs:string, item()*)">
    <xsl:param name="left" as="map(xs:string, item()*)"/>
    <xsl:param name="right" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map {
      'null':   $left?null and $right?null,
      'first':  ($left?first, $right?first[$left?null]),
      'last':   ($right?last, $left?last[$right?null]),
      'follow': f:joined(($left?follow, $right?follow, $left?last ! map { .: $right?first })),
      'names':  f:joined(($left?names, $right?names)) }"/>
  </xsl:function>

  <xsl:function name="f:either" as="map(xs:string, item()*)">
    <xsl:param name="parts" as="map(xs:string, item()*)*"/>
    <xsl:sequence select="map {
      'null':   $parts?null = true(),
      'first':  $parts?first,
      'last':   $parts?last,
      'follow': f:joined($parts?follow),
      'names':  f:joined($parts?names) }"/>
  </xsl:function>

  <!-- What may occur more than once may follow itself. How often exactly is not looked at. -->
  <xsl:function name="f:occurring" as="map(xs:string, item()*)">
    <xsl:param name="once" as="map(xs:string, item()*)"/>
    <xsl:param name="particle" as="element()"/>
    <xsl:variable name="again" as="map(*)*" select="if ($particle[@maxOccurs ne '1']) then $once?last ! map { .: $once?first } else ()"/>
    <xsl:sequence select="map:merge((
      map { 'null': $once?null or $particle/@minOccurs = '0', 'follow': f:joined(($once?follow, $again)) },
      $once))"/>
  </xsl:function>

  <xsl:function name="f:joined" as="map(*)">
    <xsl:param name="maps" as="map(*)*"/>
    <xsl:sequence select="map:merge($maps, map { 'duplicates': 'combine' })"/>
  </xsl:function>

</xsl:stylesheet>
