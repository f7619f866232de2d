<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to linked data: the edition and everything that it describes, as JSON-LD in the terms of schema.org. The rules are
       in common/linked-data.xsl. -->

  <!-- The edition's short name: its reading page is a file of that name. -->
  <xsl:param name="name" as="xs:string" select="'edition'"/>

  <!-- The language of the few words that are not the edition's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The whole graph. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/json.xsl"/>
  <xsl:include href="common/linked-data.xsl"/>
  <xsl:include href="jsonld/page.xsl"/>

</xsl:stylesheet>
