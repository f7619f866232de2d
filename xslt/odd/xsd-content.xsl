<?xml version="1.0" encoding="UTF-8"?>
<!--
  Content models: pure ODD to the particles of W3C Schema, in the mode m:content. Text is no particle there: a type is
  mixed or it is not. Included by xsd.xsl; whether a model may be written as it stands is asked of xsd-determinism.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- What a content comes down to when its macros are read: elements, classes, text. -->
  <xsl:function name="f:leaves" as="element()*">
    <xsl:param name="content" as="element()"/>
    <xsl:sequence select="$content//(textNode | elementRef | classRef),
                          $content//macroRef ! f:leaves(key('spec', @key, root($content))/content)"/>
  </xsl:function>

  <!-- The one particle of a content; a macro that is all the content is read. -->
  <xsl:function name="f:particle" as="element()">
    <xsl:param name="content" as="element(content)"/>
    <xsl:variable name="macro" as="element(macroSpec)?" select="$content/macroRef/key('spec', @key)[self::macroSpec]"/>
    <xsl:sequence select="if ($macro) then f:particle($macro/content) else $content/*"/>
  </xsl:function>

  <!-- The mark of a type that has text among elements. -->
  <xsl:function name="f:mixed" as="attribute(mixed)?">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:if test="not(f:particle($spec/content)/(self::textNode | self::empty)) and f:leaves($spec/content)/self::textNode">
      <xsl:attribute name="mixed" select="'true'"/>
    </xsl:if>
  </xsl:function>

  <!-- The type of an element without content. The schema declares it; no declaration of the ODD has such a name. -->
  <xsl:variable name="nothing" as="xs:string" select="'_nothing'"/>

  <!-- Content and attributes. Text alone is simple content; so is no content at all, as a value that is nothing but white
       space: the empty type proper would refuse even a line feed, which the grammar takes. -->
  <xsl:function name="f:type-of-content" as="node()*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:param name="attributes" as="element()*"/>
    <xsl:variable name="particle" as="element()" select="f:particle($spec/content)"/>
    <xsl:choose>
      <xsl:when test="$particle[self::textNode]">
        <xs:simpleContent>
          <xs:extension base="xs:string">
            <xsl:sequence select="$attributes"/>
          </xs:extension>
        </xs:simpleContent>
      </xsl:when>
      <xsl:when test="$particle[self::empty]">
        <xs:simpleContent>
          <xs:extension base="{$nothing}">
            <xsl:sequence select="$attributes"/>
          </xs:extension>
        </xs:simpleContent>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:model($spec), $attributes"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The particles of an element or macro. Where W3C Schema cannot say what the ODD says, more is allowed, never less, and
       a comment says so: any of the children in any order, or text also where the ODD has none. -->
  <xsl:function name="f:model" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="content" as="element(content)" select="$spec/content"/>
    <xsl:choose>
      <xsl:when test="f:deterministic($content)">
        <xsl:if test="f:leaves($content)/self::textNode and not(f:text-anywhere(f:particle($content)))">
          <xsl:comment> Wider than the ODD: text is allowed between all the children. </xsl:comment>
        </xsl:if>
        <xsl:variable name="particle" as="element()">
          <xsl:apply-templates select="$content/*" mode="m:content"/>
        </xsl:variable>
        <xsl:sequence select="f:in-sequence($particle)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:comment> Wider than the ODD, whose model is not deterministic: the children are allowed in any order and number. </xsl:comment>
        <xs:choice minOccurs="0" maxOccurs="unbounded">
          <xsl:sequence select="distinct-values(f:leaves($content) ! f:names(.)) ! f:element(., ())"/>
        </xs:choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A type may begin with a group or a compositor, not with an element. -->
  <xsl:function name="f:in-sequence" as="element()">
    <xsl:param name="particle" as="element()"/>
    <xsl:choose>
      <xsl:when test="$particle[self::xs:element]">
        <xs:sequence>
          <xsl:sequence select="$particle"/>
        </xs:sequence>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$particle"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether text is one of the choices of a model that is nothing but a repeated choice: mixed content says just that. -->
  <xsl:function name="f:text-anywhere" as="xs:boolean">
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="exists($particle[self::alternate][textNode][@maxOccurs = 'unbounded'][not(.//macroRef)][not(*//textNode)])"/>
  </xsl:function>

  <!-- An element where it occurs; the type has its name. -->
  <xsl:function name="f:element" as="element(xs:element)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="occurs" as="attribute()*"/>
    <xs:element name="{$name}" type="{$name}">
      <xsl:sequence select="$occurs"/>
    </xs:element>
  </xsl:function>

  <xsl:function name="f:group" as="element(xs:group)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="occurs" as="attribute()*"/>
    <xs:group ref="{$name}">
      <xsl:sequence select="$occurs"/>
    </xs:group>
  </xsl:function>

  <xsl:template match="elementRef" mode="m:content" as="element()">
    <xsl:sequence select="f:element(@key, (@minOccurs, @maxOccurs))"/>
  </xsl:template>

  <xsl:template match="classRef | macroRef" mode="m:content" as="element()">
    <xsl:sequence select="f:group(@key, (@minOccurs, @maxOccurs))"/>
  </xsl:template>

  <xsl:template match="textNode" mode="m:content" as="empty-sequence()"/>

  <xsl:template match="sequence" mode="m:content" as="element()">
    <xs:sequence>
      <xsl:sequence select="@minOccurs, @maxOccurs"/>
      <xsl:apply-templates select="*" mode="m:content"/>
    </xs:sequence>
  </xsl:template>

  <xsl:template match="alternate" mode="m:content" as="element()">
    <xs:choice>
      <xsl:sequence select="@minOccurs, @maxOccurs"/>
      <xsl:apply-templates select="*" mode="m:content"/>
    </xs:choice>
  </xsl:template>

  <!-- Where text will do, no child is needed. -->
  <xsl:template match="alternate[textNode]" priority="5" mode="m:content" as="element()">
    <xs:choice minOccurs="0">
      <xsl:sequence select="@maxOccurs"/>
      <xsl:apply-templates select="*" mode="m:content"/>
    </xs:choice>
  </xsl:template>

</xsl:stylesheet>
