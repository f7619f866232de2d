<?xml version="1.0" encoding="UTF-8"?>
<!--
  Attributes and their values: the classes and definitions of an element or class to attribute groups and attributes
  (mode m:attribute), datatypes and lists of values to what a simpleType holds (mode m:datatype). Attributes of the xml:
  namespace are declared in a file of their own, by f:xml-attributes, and referred to. Included by xsd.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The attributes of an element or class: those of its classes, then its own. -->
  <xsl:function name="f:attributes" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="changed" as="xs:string*" select="$spec/attList/attDef[@mode = 'change']/@ident"/>
    <xsl:sequence select="f:attribute-classes($spec) ! f:of-class(., $changed)"/>
    <xsl:apply-templates select="$spec/attList/*" mode="m:attribute"/>
  </xsl:function>

  <!-- A class by its name; if one of its attributes is changed by the element, the others one by one. -->
  <xsl:function name="f:of-class" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:param name="changed" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="f:class-attributes($class)/@ident = $changed">
        <xsl:apply-templates select="$class/attList/attDef[not(@ident = $changed)]" mode="m:attribute"/>
        <xsl:sequence select="f:attribute-classes($class) ! f:of-class(., $changed)"/>
      </xsl:when>
      <xsl:otherwise>
        <xs:attributeGroup ref="{$class/@ident}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:attribute-group" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="$attribute/../../@ident || '.attribute.' || $attribute/@ident"/>
  </xsl:function>

  <xsl:function name="f:is-xml" as="xs:boolean">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="starts-with($attribute/@ident, 'xml:')"/>
  </xsl:function>

  <xsl:template match="classSpec/attList/attDef[not(@mode = 'change')][not(f:is-xml(.))]" mode="m:attribute" as="element()">
    <xs:attributeGroup ref="{f:attribute-group(.)}"/>
  </xsl:template>

  <xsl:template match="attRef[@class and @name]" mode="m:attribute" as="element()">
    <xs:attributeGroup ref="{@class}.attribute.{@name}"/>
  </xsl:template>

  <xsl:template match="elementSpec/attList/attDef[not(@mode) or @mode = ('add', 'change')] | classSpec/attList/attDef[f:is-xml(.)]"
      mode="m:attribute" as="element()">
    <xsl:apply-templates select="f:resolved(.)" mode="m:attribute"/>
  </xsl:template>

  <!-- A resolved attribute stands alone, outside the document: see f:resolved. -->
  <xsl:template match="attDef[not(parent::*)]" mode="m:attribute" as="element()">
    <xs:attribute>
      <xsl:sequence select="f:use(.), f:named(.), f:documentation(.), f:value(.)[self::xs:simpleType]"/>
    </xs:attribute>
  </xsl:template>

  <xsl:template match="attDef[not(parent::*)][f:is-xml(.)]" priority="5" mode="m:attribute" as="element()">
    <xs:attribute ref="{@ident}">
      <xsl:sequence select="f:use(.)"/>
    </xs:attribute>
  </xsl:template>

  <xsl:function name="f:use" as="attribute(use)?">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:if test="$attribute/@usage = 'req'">
      <xsl:attribute name="use" select="'required'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:named" as="attribute()+">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:attribute name="name" select="$attribute/@ident"/>
    <xsl:sequence select="f:value($attribute)[self::attribute()]"/>
  </xsl:function>

  <!-- The type of an attribute's value: the name of a type (as the attribute type), or a type. A datatype that may occur
       more than once is a list. -->
  <xsl:function name="f:value" as="node()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="one" as="node()" select="f:one-value($attribute)"/>
    <xsl:variable name="datatype" as="element(datatype)?" select="$attribute/datatype[@minOccurs or @maxOccurs]"/>
    <xsl:choose>
      <xsl:when test="$datatype">
        <xs:simpleType>
          <xs:restriction>
            <xs:simpleType>
              <xs:list>
                <xsl:sequence select="$one[self::attribute()] ! f:renamed(., 'itemType'), $one[self::element()]"/>
              </xs:list>
            </xs:simpleType>
            <xs:minLength value="{($datatype/@minOccurs, 1)[1]}"/>
            <xsl:for-each select="($datatype/@maxOccurs/string(), '1')[1][. ne 'unbounded']">
              <xs:maxLength value="{.}"/>
            </xsl:for-each>
          </xs:restriction>
        </xs:simpleType>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$one"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:renamed" as="attribute()">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$attribute"/>
  </xsl:function>

  <!-- A closed list of values is all there is; a semi-closed one stands beside the datatype; an open one only gives examples. -->
  <xsl:function name="f:one-value" as="node()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="list" as="element(valList)?" select="$attribute/valList[@type = ('closed', 'semi')]"/>
    <xsl:variable name="types" as="element()*" select="$list, $attribute[not($list/@type = 'closed')]/datatype/*"/>
    <xsl:sequence select="if (count($types) gt 1) then f:union($types)
                          else if ($types) then f:simple($types)
                          else f:refuse('O010', $attribute, 'the attribute has neither a datatype nor a closed list of values.')"/>
  </xsl:function>

  <!-- A type that has a name is referred to, any other is written where it is needed. -->
  <xsl:function name="f:simple" as="node()">
    <xsl:param name="type" as="element()"/>
    <xsl:choose>
      <xsl:when test="$type[self::dataRef[not(dataFacet)]]">
        <xsl:attribute name="type" select="f:type-name($type)"/>
      </xsl:when>
      <xsl:otherwise>
        <xs:simpleType>
          <xsl:apply-templates select="$type" mode="m:datatype"/>
        </xs:simpleType>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:union" as="element(xs:simpleType)">
    <xsl:param name="types" as="element()+"/>
    <xsl:variable name="members" as="node()+" select="$types ! f:simple(.)"/>
    <xs:simpleType>
      <xs:union>
        <xsl:where-populated>
          <xsl:attribute name="memberTypes" select="$members[self::attribute()]"/>
        </xsl:where-populated>
        <xsl:sequence select="$members[self::element()]"/>
      </xs:union>
    </xs:simpleType>
  </xsl:function>

  <xsl:function name="f:type-name" as="xs:string">
    <xsl:param name="reference" as="element(dataRef)"/>
    <xsl:sequence select="string(($reference/@key, $reference/@name ! ('xs:' || .))[1])"/>
  </xsl:function>

  <xsl:template match="valList" mode="m:datatype" as="element()">
    <xs:restriction base="xs:token">
      <xsl:for-each select="valItem">
        <xs:enumeration value="{@ident}"/>
      </xsl:for-each>
    </xs:restriction>
  </xsl:template>

  <xsl:template match="alternate" mode="m:datatype" as="element()">
    <xsl:sequence select="f:union(*)/xs:union"/>
  </xsl:template>

  <xsl:template match="dataRef" mode="m:datatype" as="element()">
    <xs:restriction base="{f:type-name(.)}">
      <xsl:for-each select="dataFacet">
        <xsl:element name="xs:{@name}">
          <xsl:attribute name="value" select="@value"/>
        </xsl:element>
      </xsl:for-each>
    </xs:restriction>
  </xsl:template>

  <!-- The schema of the xml: attributes. It knows nothing of the other, so their types must come down to built-in ones. -->
  <xsl:function name="f:xml-attributes" as="element(xs:schema)">
    <xsl:param name="specs" as="element()*"/>
    <xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xsl:for-each select="$specs[self::classSpec]/attList/attDef[f:is-xml(.)]">
        <xs:attribute name="{substring-after(@ident, ':')}" type="xs:{f:built-in(datatype/dataRef)/@name}">
          <xsl:sequence select="f:documentation(.)"/>
        </xs:attribute>
      </xsl:for-each>
    </xs:schema>
  </xsl:function>

  <xsl:function name="f:built-in" as="item()*">
    <xsl:param name="reference" as="element(dataRef)"/>
    <xsl:variable name="meant" as="element(dataRef)?" select="key('spec', $reference/@key, root($reference))/content/dataRef"/>
    <xsl:sequence select="if ($reference[@name][not(dataFacet)]) then $reference
                          else if ($meant) then f:built-in($meant)
                          else f:refuse('O011', $reference, 'an attribute of XML itself must have a built-in datatype.')"/>
  </xsl:function>

</xsl:stylesheet>
