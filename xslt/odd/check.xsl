<?xml version="1.0" encoding="UTF-8"?>
<!--
  Whether an ODD can be compiled: nothing is in it that the compilers do not understand, and it hangs together, that is,
  every name that is referred to is declared, once, and in the right kind. It reads the whole document in the mode m:check
  and stops at the first thing that is wrong, with a code and a sentence. What a construct means is left to the compilers.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="m:check" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The part of the ODD language that is understood: for each element its attributes and children. Rules that need
       more than a grammar (constraintSpec) may stand beside the rest. -->
  <xsl:variable name="language" as="map(xs:string, xs:string)" select="map {
    'schemaSpec':     '@ident @start @docLang moduleRef specGrpRef',
    'moduleRef':      '@key @include',
    'specGrpRef':     '@target',
    'elementSpec':    '@ident @module @mode gloss desc classes content constraintSpec attList exemplum remarks',
    'classSpec':      '@ident @module @mode @type gloss desc classes constraintSpec attList exemplum remarks',
    'macroSpec':      '@ident @module @mode gloss desc content exemplum remarks',
    'dataSpec':       '@ident @module @mode gloss desc content exemplum remarks',
    'classes':        '@mode memberOf',
    'memberOf':       '@key',
    'attList':        'attDef attRef',
    'attDef':         '@ident @mode @usage gloss desc datatype valList constraintSpec exemplum remarks',
    'attRef':         '@class @name',
    'datatype':       '@minOccurs @maxOccurs dataRef',
    'dataRef':        '@key @name dataFacet',
    'dataFacet':      '@name @value',
    'valList':        '@type valItem',
    'valItem':        '@ident gloss desc',
    'content':        'empty textNode elementRef classRef macroRef dataRef valList sequence alternate',
    'sequence':       '@minOccurs @maxOccurs textNode elementRef classRef macroRef sequence alternate',
    'alternate':      '@minOccurs @maxOccurs textNode elementRef classRef macroRef dataRef sequence alternate',
    'elementRef':     '@key @minOccurs @maxOccurs',
    'classRef':       '@key @minOccurs @maxOccurs',
    'macroRef':       '@key'
  }"/>

  <xsl:template match="*[map:contains($language, local-name())]" priority="10" mode="m:check" as="empty-sequence()">
    <xsl:variable name="known" as="xs:string*" select="tokenize($language(local-name()))"/>
    <xsl:variable name="strangers" as="xs:string*" select="((@* except @xml:*) ! ('@' || name()), * ! name())[not(. = $known)]"/>
    <xsl:sequence select="if (empty($strangers)) then ()
                          else f:refuse('O001', ., string-join($strangers, ', ') || ' in “' || name() || '” is not understood.')"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Examples and rules are in languages of their own. -->
  <xsl:template match="exemplum | constraintSpec" mode="m:check" as="empty-sequence()"/>

  <xsl:template match="content" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="if (count(*) eq 1) then () else f:refuse('O002', ., 'a content has one child, not ' || count(*) || '.')"/>
    <xsl:apply-templates mode="m:check"/>
  </xsl:template>

  <xsl:template match="(elementSpec | macroSpec | dataSpec)[not(content)]" priority="5" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse('O002', ., 'there is no content.')"/>
  </xsl:template>

  <!-- Stops, naming the construct by the declaration that it stands in. It never returns, so it may stand for anything. -->
  <xsl:function name="f:refuse" as="item()*">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="at" as="element()"/>
    <xsl:param name="sentence" as="xs:string"/>
    <xsl:variable name="spec" as="xs:string?" select="$at/ancestor-or-self::*[@ident][last()]/(name() || ' ' || @ident || ': ')"/>
    <xsl:sequence select="error(QName('urn:teiwright:data', 'ed:' || $code), $code || ' ' || $spec || $sentence)"/>
  </xsl:function>

  <xsl:template match="elementRef" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::elementSpec], 'element ' || @key)"/>
  </xsl:template>

  <xsl:template match="classRef" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::classSpec[@type = 'model']], 'model class ' || @key)"/>
  </xsl:template>

  <xsl:template match="macroRef" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::macroSpec], 'macro ' || @key)"/>
  </xsl:template>

  <xsl:template match="dataRef[@key]" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::dataSpec], 'datatype ' || @key)"/>
  </xsl:template>

  <xsl:template match="attRef" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @class)/attList/attDef[@ident = current()/@name], 'attribute ' || @class || '/@' || @name)"/>
  </xsl:template>

  <xsl:template match="elementSpec/classes/memberOf" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::classSpec], 'class ' || @key)"/>
  </xsl:template>

  <xsl:template match="classSpec/classes/memberOf" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('spec', @key)[self::classSpec[@type = current()/../../@type]], ../../@type || ' class ' || @key)"/>
  </xsl:template>

  <xsl:template match="specGrpRef" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:require(., key('group', @target), 'group ' || @target)"/>
  </xsl:template>

  <xsl:template match="specGrp" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="if (count(//specGrpRef[@target = '#' || current()/@xml:id]) eq 1) then ()
                          else f:refuse('O006', ., 'the group ' || @xml:id || ' is not referred to exactly once.')"/>
    <xsl:apply-templates mode="m:check"/>
  </xsl:template>

  <xsl:template match="moduleRef" mode="m:check" as="empty-sequence()">
    <xsl:variable name="included" as="xs:string*" select="tokenize(@include)"/>
    <xsl:variable name="declared" as="xs:string*" select="//elementSpec[@module = current()/@key]/@ident"/>
    <xsl:variable name="astray" as="xs:string*" select="$included[not(. = $declared)], $declared[not(. = $included)]"/>
    <xsl:sequence select="if (empty($astray)) then ()
                          else f:refuse('O007', ., 'module ' || @key || ': included but not declared, or the reverse: ' || string-join($astray, ', ') || '.')"/>
  </xsl:template>

  <xsl:template match="elementSpec | classSpec" mode="m:check" as="empty-sequence()">
    <xsl:apply-templates mode="m:check"/>
    <xsl:variable name="inherited" as="xs:string*" select="f:inherited(.) ! string(@ident)"/>
    <xsl:sequence select="f:once(., @ident, key('spec', @ident)),
                          for $name in distinct-values($inherited) return f:once(., '@' || $name, $inherited[. = $name]),
                          for $own in attList/attDef return f:fits($own, $inherited)"/>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model'][empty(f:members(.))]" priority="5" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse('O004', ., 'the class has no members.')"/>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts'][empty(f:class-attributes(.))]" priority="5" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse('O004', ., 'the class has no attributes.')"/>
  </xsl:template>

  <xsl:template match="macroSpec[content/empty] | elementSpec[content/empty][empty((attList, f:attribute-classes(.)))]"
      priority="5" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse('O004', ., 'there are neither contents nor attributes.')"/>
  </xsl:template>

  <xsl:template match="macroSpec | dataSpec" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:once(., @ident, key('spec', @ident))"/>
    <xsl:apply-templates mode="m:check"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="for $name in tokenize(@start) return f:require(., key('spec', $name)[self::elementSpec], 'element ' || $name)"/>
    <xsl:apply-templates mode="m:check"/>
  </xsl:template>

  <!-- The one schema of a document. -->
  <xsl:function name="f:schema" as="element(schemaSpec)">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="schemas" as="element(schemaSpec)*" select="$document//schemaSpec"/>
    <xsl:sequence select="if (count($schemas) eq 1) then $schemas
                          else f:refuse('O009', $document/*, 'there must be one schemaSpec, not ' || count($schemas) || '.')"/>
  </xsl:function>

  <!-- A reference must lead somewhere. -->
  <xsl:function name="f:require" as="empty-sequence()">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="found" as="element()*"/>
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:sequence select="if (exists($found)) then () else f:refuse('O003', $reference, 'the ' || $wanted || ' is not declared.')"/>
  </xsl:function>

  <!-- A name must stand for one thing. -->
  <xsl:function name="f:once" as="empty-sequence()">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="bearers" as="item()*"/>
    <xsl:sequence select="if (count($bearers) eq 1) then () else f:refuse('O005', $spec, $name || ' is declared more than once.')"/>
  </xsl:function>

  <!-- An attribute that changes another must inherit it; one that is new must not. -->
  <xsl:function name="f:fits" as="empty-sequence()">
    <xsl:param name="own" as="element(attDef)"/>
    <xsl:param name="inherited" as="xs:string*"/>
    <xsl:sequence select="if (($own/@mode = 'change') eq ($own/@ident = $inherited)) then ()
                          else f:refuse('O008', $own, '@' || $own/@ident || ' must have mode change if, and only if, a class has it.')"/>
  </xsl:function>

</xsl:stylesheet>
