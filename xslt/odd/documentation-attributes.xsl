<?xml version="1.0" encoding="UTF-8"?>
<!--
  Attributes, with their values and where they come from: first those that a declaration has itself, then those of its
  classes, last those that every element has. Datatypes are told in mode m:content. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The classes that every element belongs to. -->
  <xsl:variable name="universal" as="xs:string*"
      select="//classSpec[@type = 'atts'][count(key('in-class', @ident)) eq count($elements)] ! string(@ident)"/>

  <!-- All attributes of an element, those that every element has by name only; of a class, its own, since it names the
       classes that it has others from. -->
  <xsl:function name="f:attributes" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="own" as="element()*" select="$spec/attList/*"/>
    <xsl:variable name="inherited" as="element(attDef)*"
        select="$spec[self::elementSpec]/f:inherited(.)[not(@ident = $own/@ident)]"/>
    <xsl:variable name="everywhere" as="element(attDef)*" select="$inherited[f:class(.)/@ident = $universal]"/>
    <xsl:where-populated>
      <dl class="values">
        <xsl:apply-templates select="$own" mode="m:attribute">
          <xsl:with-param name="at" as="element()" select="$spec" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:sequence select="$inherited[not(f:class(.)/@ident = $universal)] ! f:inherited-attribute(.)"/>
      </dl>
    </xsl:where-populated>
    <xsl:if test="$everywhere">
      <p class="meta">
        <xsl:text>{f:label('everywhere')}</xsl:text>
        <xsl:for-each-group select="$everywhere" group-adjacent="f:class(.)/@ident">
          <xsl:text> </xsl:text>
          <a href="#{current-grouping-key()}">{string-join(current-group()/@ident, ' ')}</a>
        </xsl:for-each-group>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- The class that declares an attribute; nothing for one of an element. -->
  <xsl:function name="f:class" as="element(classSpec)?">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="$attribute/parent::attList/parent::classSpec"/>
  </xsl:function>

  <xsl:function name="f:attribute-anchor" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="attribute" as="xs:string"/>
    <xsl:sequence select="f:anchor($spec) || '.' || $attribute"/>
  </xsl:function>

  <!-- An attribute where it is declared, or narrowed. -->
  <xsl:template match="attDef[not(@mode) or @mode = ('add', 'change')]" mode="m:attribute" as="node()+">
    <xsl:param name="at" as="element()" tunnel="yes"/>
    <xsl:variable name="base" as="element(attDef)?" select="f:inherited($at)[@ident = current()/@ident]"/>
    <xsl:text>&#10;</xsl:text>
    <div id="{f:attribute-anchor($at, @ident)}">
      <dt>{@ident}</dt>
      <dd>
        <xsl:sequence select="f:gloss(.), f:attribute(f:resolved(.), $base ! f:origin('changed', .))"/>
        <xsl:apply-templates select="remarks/*" mode="m:prose"/>
        <xsl:apply-templates select="exemplum" mode="m:spec"/>
      </dd>
    </div>
  </xsl:template>

  <!-- One that is borrowed from a class without the others. -->
  <xsl:template match="attRef" mode="m:attribute" as="node()+">
    <xsl:sequence select="f:inherited-attribute(key('spec', @class)/attList/attDef[@ident = current()/@name])"/>
  </xsl:template>

  <xsl:function name="f:inherited-attribute" as="node()+">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:text>&#10;</xsl:text>
    <div>
      <dt><a href="#{f:attribute-anchor(f:class($attribute), $attribute/@ident)}">{$attribute/@ident}</a></dt>
      <dd>
        <xsl:sequence select="f:gloss($attribute), f:attribute(f:resolved($attribute), f:origin('from', $attribute))"/>
      </dd>
    </div>
  </xsl:function>

  <xsl:function name="f:origin" as="node()+">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:text> · {f:label($key)} </xsl:text>
    <xsl:sequence select="f:link(f:class($attribute))"/>
  </xsl:function>

  <!-- What an attribute says, whether it must be there, what its values are and where it comes from. -->
  <xsl:function name="f:attribute" as="element()+">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:param name="origin" as="node()*"/>
    <xsl:sequence select="f:description($attribute)"/>
    <p class="meta">
      <span class="{$attribute/@usage}">{f:label('usage-' || $attribute/@usage)}</span>
      <xsl:sequence select="$origin"/>
      <xsl:apply-templates select="$attribute[not(valList/@type = 'closed')]/datatype" mode="m:content"/>
      <xsl:for-each select="$attribute/valList">
        <xsl:text> · </xsl:text>
        <xsl:sequence select="f:kind-of-list(.)"/>
      </xsl:for-each>
    </p>
    <xsl:sequence select="$attribute/valList ! f:values(.)"/>
  </xsl:function>

  <xsl:template match="datatype" mode="m:content" as="node()+">
    <xsl:text> · </xsl:text>
    <xsl:apply-templates select="dataRef" mode="#current"/>
    <xsl:sequence select="f:occurs(.)"/>
  </xsl:template>

  <xsl:template match="dataRef[@key]" mode="m:content" as="element()">
    <a href="#{@key}">{@key}</a>
  </xsl:template>

  <!-- A datatype of W3C Schema, with what narrows it. -->
  <xsl:template match="dataRef[@name]" mode="m:content" as="node()+">
    <code>xs:{@name}</code>
    <xsl:for-each select="dataFacet">
      <xsl:text>, {@name} </xsl:text>
      <code>{@value}</code>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="valList" mode="m:content" as="element()+">
    <p class="meta"><xsl:sequence select="f:kind-of-list(.)"/></p>
    <xsl:sequence select="f:values(.)"/>
  </xsl:template>

  <!-- What is listed is all there is (closed), or stands for more (semi, open). -->
  <xsl:function name="f:kind-of-list" as="text()">
    <xsl:param name="list" as="element(valList)"/>
    <xsl:value-of select="f:label('values-' || ($list/@type, 'open')[1])"/>
  </xsl:function>

  <xsl:function name="f:values" as="element()">
    <xsl:param name="list" as="element(valList)"/>
    <dl class="values">
      <xsl:for-each select="$list/valItem">
        <div>
          <dt>{@ident}</dt>
          <dd>
            <xsl:sequence select="f:gloss(.)"/>
            <xsl:for-each select="desc">
              <xsl:apply-templates mode="m:prose"/>
            </xsl:for-each>
          </dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:function>

</xsl:stylesheet>
