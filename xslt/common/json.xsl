<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:j="http://www.w3.org/2005/xpath-functions">

  <!-- JSON, made as the XML that XPath defines for it (Functions and Operators 3.1, 17.4.2), since that keeps the order of
       the keys. Entered through the functions. -->

  <!-- A JSON text for programs, on one line. XPath escapes every slash, which JSON does not ask for, so that is undone: a
       backslash that stands before a slash cannot be anything else, as one of the text is doubled. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="replace(xml-to-json($value), '\\/', '/')"/>
  </xsl:function>

  <!-- A JSON text that people read too: what stands in a map or an array has a line each, unless all of it is short. -->
  <xsl:function name="f:json-lines" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:param name="line-end" as="xs:string"/>
    <xsl:variable name="marks" as="xs:string*" select="$value/self::j:map ! ('{', '}'), $value/self::j:array ! ('[', ']')"/>
    <xsl:variable name="inner" as="xs:string" select="$line-end || '  '"/>
    <xsl:choose>
      <xsl:when test="empty($marks) or string-length($value) lt 60 and empty($value/*/*)">{f:json(f:without-key($value))}</xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$marks[1] || $inner || string-join($value/* ! (f:key(.) || f:json-lines(., $inner)), ',' || $inner) || $line-end || $marks[2]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:key" as="xs:string?">
    <xsl:param name="value" as="element()"/>
    <xsl:variable name="key" as="element(j:string)?">
      <xsl:for-each select="$value/@key"><j:string>{.}</j:string></xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$key ! (f:json(.) || ': ')"/>
  </xsl:function>

  <xsl:function name="f:without-key" as="element()">
    <xsl:param name="value" as="element()"/>
    <xsl:for-each select="$value">
      <xsl:copy><xsl:sequence select="@* except @key, node()"/></xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- A string under a key; nothing where there is no value. -->
  <xsl:function name="f:json-string" as="element(j:string)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value"><j:string key="{$key}">{$value}</j:string></xsl:if>
  </xsl:function>

  <!-- Values under a key as an array; nothing where there are none. -->
  <xsl:function name="f:json-array" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:where-populated><j:array key="{$key}"><xsl:sequence select="$values"/></j:array></xsl:where-populated>
  </xsl:function>

  <xsl:function name="f:json-value" as="element(j:string)">
    <xsl:param name="value" as="xs:string"/>
    <j:string>{$value}</j:string>
  </xsl:function>

</xsl:stylesheet>
