<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pages and lines of the source. A page beginning is carried through a line between two signs that no text can have,
       and set in its place when the line is whole. Entered in modes m:blocks and m:words, and by f:pages-placed. -->

  <xsl:variable name="page-opens" as="xs:string" static="yes" select="'&#xFDD0;'"/>
  <xsl:variable name="page-closes" as="xs:string" static="yes" select="'&#xFDD1;'"/>
  <xsl:variable name="kept-line" as="xs:string" static="yes" select="'&#xFDD2;'"/>

  <xsl:template match="pb" mode="m:words" as="xs:string?">
    <xsl:sequence select="@n[$pages = 'yes'] ! ($page-opens || f:page-mark(.) || $page-closes)"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:blocks" as="xs:string?">
    <xsl:sequence select="@n[$pages = 'yes'] ! f:page-mark(.)"/>
  </xsl:template>

  <xsl:function name="f:page-mark" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="'[' || f:label('page-short', translate($number, '[]', '')) || ']'"/>
  </xsl:function>

  <!-- A page that begins within a word is marked after it. -->
  <xsl:function name="f:pages-placed" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:variable name="mark" as="xs:string" select="$page-opens || '([^' || $page-closes || ']*)' || $page-closes"/>
    <xsl:variable name="words-whole" as="xs:string" select="replace($line, '(\S)((?:' || $mark || ')+)([^\s' || $page-opens || ']+)', '$1$4$2')"/>
    <xsl:sequence select="if (contains($line, $page-opens)) then replace($words-whole, $mark, ' $1 ') else $line"/>
  </xsl:function>

  <xsl:template match="lb" mode="m:words" as="xs:string?">
    <xsl:sequence select="if (f:parts-words(., f:before(.))) then ' ' else ()"/>
  </xsl:template>

  <!-- Where the lines of the print are kept. -->
  <xsl:template match="lb[f:keeps-lines(.)][not(@break = 'no' or f:opens(.))]" mode="m:words" as="xs:string?" priority="1">
    <xsl:sequence select="$kept-line"/>
  </xsl:template>

  <xsl:template match="fw | milestone" mode="m:words m:blocks" as="empty-sequence()"/>

</xsl:stylesheet>
