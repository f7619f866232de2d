<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pages: an empty span where one begins, so that a word over a page end stays whole, and a link can lead there. Entered in
       modes m:words and m:blocks. -->

  <xsl:template match="pb" mode="m:words" as="xs:string">
    <xsl:sequence select="f:markup(f:page-span(.))"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:blocks" as="xs:string">
    <xsl:sequence select="f:page-span(.)"/>
  </xsl:template>

  <xsl:function name="f:page-span" as="xs:string">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space(f:plain($pb/@n))
        => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;') => replace('>', '&amp;gt;') => replace('&quot;', '&amp;quot;')"/>
    <xsl:sequence select="'&lt;span' || string-join($pb/@xml:id ! (' id=&quot;' || . || '&quot;')) || ' role=&quot;doc-pagebreak&quot; title=&quot;' || $number || '&quot;>&lt;/span>'"/>
  </xsl:function>

  <!-- A place that a link can lead to. -->
  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'&lt;span id=&quot;' || $id || '&quot;>&lt;/span>'"/>
  </xsl:function>

</xsl:stylesheet>
