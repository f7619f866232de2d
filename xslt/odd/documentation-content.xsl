<?xml version="1.0" encoding="UTF-8"?>
<!--
  What may stand in an element, and in what it may stand: content models in words (mode m:content), and the elements that
  they allow, with classes and macros followed to the end. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The elements of a class, those of its subclasses included; and the elements that may hold an element. -->
  <xsl:key name="in-class" match="elementSpec" use="f:superclasses(.)"/>
  <xsl:key name="holder" match="elementSpec" use="f:child-names(.)"/>

  <xsl:function name="f:superclasses" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="distinct-values($spec/classes/memberOf/(
      string(@key), f:superclasses(key('spec', @key)[self::classSpec])))"/>
  </xsl:function>

  <xsl:function name="f:parents" as="element(elementSpec)*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="f:alphabetical(key('holder', $spec/@ident, root($spec)))"/>
  </xsl:function>

  <!-- The names of all elements that a declaration allows. -->
  <xsl:function name="f:child-names" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="distinct-values(f:leaves($spec)/(
      self::elementRef/string(@key), self::classRef/key('in-class', @key)/string(@ident)))"/>
  </xsl:function>

  <!-- The parts of a model that are no groups, with the parts of macros. -->
  <xsl:function name="f:leaves" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/content/descendant::*[self::textNode or self::elementRef or self::classRef or self::dataRef],
      $spec/content/descendant::macroRef/f:leaves(key('spec', @key)[self::macroSpec])"/>
  </xsl:function>

  <!-- The model in words, then the elements that it comes to. -->
  <xsl:function name="f:contents" as="node()+">
    <xsl:param name="spec" as="element()"/>
    <div class="model">
      <xsl:apply-templates select="$spec/content/*" mode="m:content"/>
    </div>
    <xsl:variable name="children" as="node()*" select="f:element-links(f:child-names($spec))"/>
    <xsl:if test="$children">
      <p class="names">
        <xsl:if test="f:leaves($spec)/self::textNode">
          <span class="words">{f:label('text')}</span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:sequence select="$children"/>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- How often a part of a model may occur: the key of a label, and its numbers. -->
  <xsl:function name="f:occurrence" as="xs:string">
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="($particle/@minOccurs, '1')[1] || '-' || ($particle/@maxOccurs, '1')[1]"/>
  </xsl:function>

  <xsl:function name="f:times" as="xs:string?">
    <xsl:param name="particle" as="element()"/>
    <xsl:variable name="key" as="xs:string" select="f:occurrence($particle)"/>
    <xsl:variable name="numbers" as="xs:string+" select="tokenize($key, '-')"/>
    <xsl:sequence select="
      if ($key eq '1-1') then ()
      else if (map:contains($labels, 'occurs-' || $key)) then f:label('occurs-' || $key)
      else if ($numbers[2] eq 'unbounded') then f:label('occurs-least', $numbers[1])
      else if ($numbers[1] eq $numbers[2]) then f:label('occurs-exactly', $numbers[1])
      else f:label('occurs-range', $numbers)"/>
  </xsl:function>

  <!-- How often, after a part. -->
  <xsl:function name="f:occurs" as="element()?">
    <xsl:param name="particle" as="element()"/>
    <xsl:for-each select="f:times($particle)">
      <span class="occurs"> ({.})</span>
    </xsl:for-each>
  </xsl:function>

  <!-- What kind of group it is, and how often it may occur, before it. -->
  <xsl:function name="f:group" as="element()?">
    <xsl:param name="group" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="$kind || '-' || f:occurrence($group)"/>
    <xsl:where-populated>
      <span class="occurs">{
        if (map:contains($labels, $key)) then f:label($key)
        else if (f:times($group)) then f:label($kind || '-many', f:times($group))
        else f:label($kind)
      }</span>
    </xsl:where-populated>
  </xsl:function>

  <xsl:template match="content/empty" mode="m:content" as="element()">
    <span class="occurs">{f:label('nothing')}</span>
  </xsl:template>

  <xsl:template match="textNode" mode="m:content" as="element()">
    <span class="words">{f:label('text')}</span>
  </xsl:template>

  <xsl:template match="elementRef | classRef" mode="m:content" as="node()+">
    <xsl:sequence select="f:link(key('spec', @key)), f:occurs(.)"/>
  </xsl:template>

  <!-- A macro has a description that says more than its name. -->
  <xsl:template match="macroRef" mode="m:content" as="node()+">
    <span class="words"><xsl:apply-templates select="key('spec', @key)/desc/node()" mode="m:prose"/></span>
    <xsl:text> </xsl:text>
    <xsl:sequence select="f:link(key('spec', @key))"/>
  </xsl:template>

  <!-- Parts one after the other: a list. -->
  <xsl:template match="sequence" mode="m:content" as="element()+">
    <xsl:sequence select="f:group(., 'sequence')"/>
    <ol>
      <xsl:for-each select="f:parts(.)">
        <li><xsl:apply-templates select="." mode="#current"/></li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- A few names one after the other: a line. -->
  <xsl:template match="sequence[count(*) le 3][not(*/*)]" priority="1" mode="m:content" as="node()+">
    <xsl:sequence select="f:group(., 'row')"/>
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">
        <span class="occurs">{f:label('then')}</span>
      </xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A choice of names is a line, one with groups is a list. -->
  <xsl:template match="alternate" mode="m:content" as="node()+">
    <xsl:sequence select="f:group(., 'alternate')"/>
    <xsl:for-each select="f:parts(.)">
      <xsl:if test="position() gt 1">
        <span class="occurs">{if (position() eq last()) then f:label('or') else ', '}</span>
      </xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="alternate[f:parts(.)/*]" priority="1" mode="m:content" as="node()+">
    <xsl:sequence select="f:group(., 'alternate')"/>
    <ul>
      <xsl:for-each select="f:parts(.)">
        <li><xsl:apply-templates select="." mode="#current"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- The parts of a group. One that occurs once says nothing of its own within a group of its kind. -->
  <xsl:function name="f:parts" as="element()*">
    <xsl:param name="group" as="element()"/>
    <xsl:sequence select="$group/*/(if (node-name() eq node-name($group) and empty(f:times(.))) then f:parts(.) else .)"/>
  </xsl:function>

</xsl:stylesheet>
