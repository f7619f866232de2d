<?xml version="1.0" encoding="UTF-8"?>
<!--
  How the declarations of an ODD are looked up: by name, by class membership, and with the attributes that an element
  or class has in the end. Whatever compiles the ODD (to RELAX NG or to anything else) includes this module and asks
  these functions. It writes nothing; what is wrong with an ODD is said by check.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="group" match="specGrp" use="'#' || @xml:id"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <!-- The declarations that the schema is made of, in the order of its references to groups of declarations. -->
  <xsl:function name="f:specs" as="element()*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:sequence select="for $reference in $schema/specGrpRef
                          return key('group', $reference/@target, root($schema))
                                 /(elementSpec | classSpec | macroSpec | dataSpec)"/>
  </xsl:function>

  <!-- The elements and classes that call themselves members of this class. -->
  <xsl:function name="f:members" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="key('member', $class/@ident, root($class))"/>
  </xsl:function>

  <!-- The attribute classes that a declaration names itself. -->
  <xsl:function name="f:attribute-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/classes/memberOf ! key('spec', @key, root($spec))[self::classSpec[@type = 'atts']]"/>
  </xsl:function>

  <!-- All that an attribute class brings: its own attributes, then those of the classes it belongs to. -->
  <xsl:function name="f:class-attributes" as="element(attDef)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="$class/attList/attDef, f:attribute-classes($class) ! f:class-attributes(.)"/>
  </xsl:function>

  <!-- All that a declaration inherits from its attribute classes. -->
  <xsl:function name="f:inherited" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="f:attribute-classes($spec) ! f:class-attributes(.)"/>
  </xsl:function>

  <!-- An attribute as it is in the end: what a change does not say itself is taken from the class. -->
  <xsl:function name="f:resolved" as="element(attDef)">
    <xsl:param name="own" as="element(attDef)"/>
    <xsl:variable name="base" as="element(attDef)?"
        select="f:inherited($own/ancestor::*[self::elementSpec or self::classSpec][1])[@ident = $own/@ident][$own/@mode = 'change']"/>
    <attDef xmlns="http://www.tei-c.org/ns/1.0" ident="{$own/@ident}" usage="{($own/@usage, $base/@usage, 'opt')[1]}">
      <xsl:sequence select="($own/desc, $base/desc[not($own/desc)]), ($own/datatype, $base/datatype)[1], ($own/valList, $base/valList)[1]"/>
    </attDef>
  </xsl:function>

</xsl:stylesheet>
