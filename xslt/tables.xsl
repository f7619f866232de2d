<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to tables, with a descriptor: a bundle of CSV files and datapackage.json. The modes below are the tables; their
       columns are in tables/tables.en.xml, the rules in tables/ and common/. A cell is made by one rule for each kind of
       thing that has a row; what has none stops the transformation. -->

  <!-- The language of the few words that are not the edition's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- The whole bundle. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- A thing as a row, or as rows. -->
  <xsl:mode name="m:entities" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:names" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:identifiers" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:divisions" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:pages" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:paragraphs" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:mentions" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:quotations" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:notes" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:interventions" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/quotations.xsl"/>
  <xsl:include href="common/json.xsl"/>
  <xsl:include href="tables/page.xsl"/>
  <xsl:include href="tables/descriptor.xsl"/>
  <xsl:include href="tables/names.xsl"/>
  <xsl:include href="tables/structure.xsl"/>
  <xsl:include href="tables/quotations.xsl"/>
  <xsl:include href="tables/notes.xsl"/>
  <xsl:include href="tables/corrections.xsl"/>

</xsl:stylesheet>
