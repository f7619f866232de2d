<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to Distributed Text Services 1.0 as files: a bundle of answers, each at the address that the URI templates of the
       entry point lead to. What can be cited is what the header says: its citeStructures are followed. The rules are in dts/
       and common/. -->

  <!-- The language of the few words that are not the edition's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- The whole bundle. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- What the header says can be cited, as JSON. -->
  <xsl:mode name="m:declaration" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The stretch of the text from a milestone to the next, with the elements around it. -->
  <xsl:mode name="m:stretch" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/json.xsl"/>
  <xsl:include href="dts/page.xsl"/>
  <xsl:include href="dts/collection.xsl"/>
  <xsl:include href="dts/navigation.xsl"/>
  <xsl:include href="dts/document.xsl"/>
  <xsl:include href="dts/units.xsl"/>

</xsl:stylesheet>
