<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to one HTML page that needs nothing else: no other file, no network; a script in it adds comfort and is not needed.
       The modes below are the
       table of contents; the rules are in html/ and common/. An element without a rule stops the transformation. -->

  <!-- The language in which the page speaks to its reader: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <!-- The whole page. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- The machine-readable description in the page's head. -->
  <xsl:mode name="m:meta" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Contents: a division as an entry with a link. -->
  <xsl:mode name="m:contents" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The text itself, and phrases everywhere. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The source's reading at a correction, shown on demand. -->
  <xsl:mode name="m:source" on-no-match="text-only-copy" on-multiple-match="fail"/>
  <!-- A note at the end of its division. -->
  <xsl:mode name="m:note" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A note that stands in the page, once more for its popover; and any part of the page without its ids. -->
  <xsl:mode name="m:popover" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:unnamed" on-no-match="shallow-copy" on-multiple-match="fail"/>
  <!-- An intervention as a row of the list of corrections. -->
  <xsl:mode name="m:intervention" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A register, an entry, and the parts of an entry. -->
  <xsl:mode name="m:register" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A quotation as an entry of the register of quotations. -->
  <xsl:mode name="m:quotation" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What has a mark in the map of the book; everything else has none. -->
  <xsl:mode name="m:mark" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The header, as prose about the edition. -->
  <xsl:mode name="m:header" on-no-match="fail" on-multiple-match="fail"/>
  <!-- TEI attributes that become HTML attributes. -->
  <xsl:mode name="m:attributes" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/quotations.xsl"/>
  <xsl:include href="common/interventions.xsl"/>
  <xsl:include href="common/json.xsl"/>
  <xsl:include href="common/linked-data.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/panel.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/citing.xsl"/>
  <xsl:include href="html/header.xsl"/>
  <xsl:include href="html/technical.xsl"/>
  <xsl:include href="html/structure.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/breaks.xsl"/>
  <xsl:include href="html/quotations.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/corrections.xsl"/>
  <xsl:include href="html/phrases.xsl"/>
  <xsl:include href="html/registers.xsl"/>
  <xsl:include href="html/quotation-register.xsl"/>
  <xsl:include href="html/map.xsl"/>
  <xsl:include href="html/map-strips.xsl"/>
  <xsl:include href="html/map-persons.xsl"/>

</xsl:stylesheet>
