<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Pages and lines of the source. A page break bears its number for those who listen; those who see get it from the style
       sheet, so that it is never part of the text. Lines are kept only where a book keeps them
       (f:keeps-lines): a reading system may not know the style sheet that would leave them out. Entered in mode m:html. -->

  <xsl:template name="ed:page-break" as="element()">
    <xsl:context-item as="element(pb)" use="required"/>
    <xsl:param name="class" as="xs:string"/>
    <span class="{$class}" role="doc-pagebreak" aria-label="{f:page-number(.)}" data-n="{f:page-number(.)}">
      <xsl:apply-templates select="@xml:id" mode="m:attributes"/>
    </span>
  </xsl:template>

  <!-- The number of a page; a word where it is not known. -->
  <xsl:function name="f:page-number" as="xs:string">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:sequence select="(normalize-space($pb/@n)[.], f:label('page-none'))[1]"/>
  </xsl:function>

  <xsl:function name="f:line-end" as="element()?">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:if test="not($lb/@break = 'no') and f:keeps-lines($lb)">
      <br/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
