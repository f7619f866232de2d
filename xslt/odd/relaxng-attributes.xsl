<?xml version="1.0" encoding="UTF-8"?>
<!--
  Attributes and their values: the classes and definitions of an element or class to RELAX NG patterns (mode
  m:attribute), datatypes and lists of values to data patterns (mode m:datatype). Included by relaxng.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The attributes of an element or class: those of its classes, then its own. -->
  <xsl:function name="f:attributes" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="changed" as="xs:string*" select="$spec/attList/attDef[@mode = 'change']/@ident"/>
    <xsl:sequence select="f:attribute-classes($spec) ! f:class-pattern(., $changed)"/>
    <xsl:apply-templates select="$spec/attList/*" mode="m:attribute"/>
  </xsl:function>

  <!-- The name of the pattern for one attribute of a class; names of patterns have no colon. -->
  <xsl:function name="f:attribute-pattern" as="xs:string">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="attribute" as="xs:string"/>
    <xsl:sequence select="$class || '.attribute.' || translate($attribute, ':', '')"/>
  </xsl:function>

  <!-- A class by its name; if one of its attributes is changed by the element, the others one by one. -->
  <xsl:function name="f:class-pattern" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:param name="changed" as="xs:string*"/>
    <xsl:sequence select="if (f:class-attributes($class)/@ident = $changed)
                          then ($class/attList/attDef[not(@ident = $changed)] ! f:ref(f:attribute-pattern(../../@ident, @ident)),
                                f:attribute-classes($class) ! f:class-pattern(., $changed))
                          else f:ref($class/@ident || '.attributes')"/>
  </xsl:function>

  <xsl:template match="classSpec/attList/attDef[not(@mode = 'change')]" mode="m:attribute" as="element()">
    <xsl:sequence select="f:ref(f:attribute-pattern(../../@ident, @ident))"/>
  </xsl:template>

  <xsl:template match="elementSpec/attList/attDef[not(@mode) or @mode = ('add', 'change')]" mode="m:attribute" as="element()">
    <xsl:apply-templates select="f:resolved(.)" mode="m:attribute"/>
  </xsl:template>

  <xsl:template match="attRef[@class and @name]" mode="m:attribute" as="element()">
    <xsl:sequence select="f:ref(f:attribute-pattern(@class, @name))"/>
  </xsl:template>

  <!-- A resolved attribute stands alone, outside the document: see f:resolved. -->
  <xsl:template match="attDef[not(parent::*)][@usage = 'req']" mode="m:attribute" as="element()">
    <attribute name="{@ident}">
      <xsl:sequence select="f:documentation(.), f:value(.)"/>
    </attribute>
  </xsl:template>

  <xsl:template match="attDef[not(parent::*)][@usage = ('opt', 'rec')]" mode="m:attribute" as="element()">
    <optional>
      <attribute name="{@ident}">
        <xsl:sequence select="f:documentation(.), f:value(.)"/>
      </attribute>
    </optional>
  </xsl:template>

  <!-- The value of an attribute: one value, or as many, with white space between them, as the datatype says. -->
  <xsl:function name="f:value" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="one" as="element()" select="f:one-value($attribute)"/>
    <xsl:choose>
      <xsl:when test="$attribute/datatype[@minOccurs or @maxOccurs]">
        <list>
          <xsl:sequence select="f:repeated($attribute/datatype, $one)"/>
        </list>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$one"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A closed list of values is all there is; a semi-closed one stands beside the datatype; an open one only gives examples. -->
  <xsl:function name="f:one-value" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="listed" as="element()*">
      <xsl:apply-templates select="$attribute/valList[@type = ('closed', 'semi')]/valItem" mode="m:datatype"/>
    </xsl:variable>
    <xsl:variable name="typed" as="element()*">
      <xsl:apply-templates select="$attribute[not(valList[@type = 'closed'])]/datatype/*" mode="m:datatype"/>
    </xsl:variable>
    <xsl:sequence select="if (exists(($listed, $typed))) then f:choice(($listed, $typed))
                          else f:refuse('O010', $attribute, 'the attribute has neither a datatype nor a closed list of values.')"/>
  </xsl:function>

  <xsl:template match="valItem" mode="m:datatype" as="element()">
    <value>{@ident}</value>
  </xsl:template>

  <xsl:template match="valList[@type = 'closed']" mode="m:datatype" as="element()">
    <xsl:variable name="values" as="element()+">
      <xsl:apply-templates select="valItem" mode="m:datatype"/>
    </xsl:variable>
    <xsl:sequence select="f:choice($values)"/>
  </xsl:template>

  <xsl:template match="alternate" mode="m:datatype" as="element()">
    <xsl:variable name="types" as="element()+">
      <xsl:apply-templates select="*" mode="m:datatype"/>
    </xsl:variable>
    <xsl:sequence select="f:choice($types)"/>
  </xsl:template>

  <xsl:template match="dataRef[@key]" mode="m:datatype" as="element()">
    <xsl:sequence select="f:ref(@key)"/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="m:datatype" as="element()">
    <data type="{@name}">
      <xsl:apply-templates select="*" mode="m:datatype"/>
    </data>
  </xsl:template>

  <xsl:template match="dataFacet" mode="m:datatype" as="element()">
    <param name="{@name}">{@value}</param>
  </xsl:template>

</xsl:stylesheet>
