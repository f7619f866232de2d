<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Phrases that are neither names nor quotations: emphasis, foreign words, dates, references, citations: their words.
       Entered in mode m:words. -->

  <xsl:template match="hi | foreign | seg | bibl | biblScope | date | docDate | docAuthor | extent | idno | label | ref" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="ptr" mode="m:words" as="xs:string">
    <xsl:sequence select="string(@target)"/>
  </xsl:template>

</xsl:stylesheet>
