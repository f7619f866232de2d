<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The TEI header to Dublin Core, in the form in which repositories exchange it (oai_dc, OAI-PMH 2.0). The rules are in
       dc/. -->

  <!-- The language of the few words that are not the edition's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- The record, and its statements. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="dc/page.xsl"/>

</xsl:stylesheet>
