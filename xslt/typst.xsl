<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to a book in Typst, from which the PDF is made. What the words of a line are, text.xsl says; here each is put into
       the functions of typst/book.typ, which alone knows how the book looks. All words are string literals: whatever stands
       in the TEI, none of it is Typst code. -->

  <xsl:import href="text.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The whole book. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- What stands on lines of its own: a sequence of blocks. -->
  <xsl:mode name="m:blocks" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What is part of a line: pieces of text and of markup. -->
  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A register, an entry, and the parts of an entry. -->
  <xsl:mode name="m:register" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The header, as prose about the edition. -->
  <xsl:mode name="m:header" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/quotations.xsl"/>
  <xsl:include href="common/interventions.xsl"/>
  <xsl:include href="common/markup.xsl"/>
  <xsl:include href="typst/page.xsl"/>
  <xsl:include href="typst/code.xsl"/>
  <xsl:include href="typst/structure.xsl"/>
  <xsl:include href="typst/lists.xsl"/>
  <xsl:include href="typst/breaks.xsl"/>
  <xsl:include href="typst/quotations.xsl"/>
  <xsl:include href="typst/notes.xsl"/>
  <xsl:include href="typst/corrections.xsl"/>
  <xsl:include href="typst/phrases.xsl"/>
  <xsl:include href="typst/registers.xsl"/>
  <xsl:include href="typst/header.xsl"/>

</xsl:stylesheet>
