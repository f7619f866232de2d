<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Links that a page has and a book has not: the sign by which a passage is cited, and the way from each quotation to its
       register. Names lead to their entries as on the page. Entered from the rules of html/. -->

  <xsl:template name="ed:anchor" as="empty-sequence()"/>

  <xsl:template name="ed:forms" as="empty-sequence()"/>

  <xsl:template name="ed:entry-link" as="element()?">
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="$class = 'of-name'">
      <a class="entry-link" href="#{$id}" aria-label="{$label}">→</a>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
