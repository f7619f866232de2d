<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to plain reading text. The modes below are the table of contents; the rules are in text/ and common/. An element
       without a rule stops the transformation.

       The conventions: corrected readings; words whole; marks of quotation as in the book; no page furniture. Lines are
       wrapped, blocks parted by a blank line, headings and title pages centred with one more blank line before them.
       Block quotations and verse are indented by four spaces, items hang by four. Title pages, imprints and colophons
       keep their lines. A note is called by its number in its division, “[1]”, and stands at the end of that division
       (before its first inner division). Pages, on demand, are “[p. 5]” where the page begins, and after the word that
       runs over its edge. -->

  <!-- The number of columns that a line may have. Defaults to 72. -->
  <xsl:param name="width" as="xs:string" select="'72'"/>

  <!-- Whether page beginnings are marked: yes or no. Defaults to no. -->
  <xsl:param name="pages" as="xs:string" select="'no'"/>

  <!-- Whether notes and their calls are part of the text: yes or no. Defaults to yes. -->
  <xsl:param name="notes" as="xs:string" select="'yes'"/>

  <!-- The language of the few words that are not the book's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The whole text. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- What stands on lines of its own: a sequence of blocks, each already wrapped. -->
  <xsl:mode name="m:blocks" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What is part of a line: pieces of text. -->
  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="text/page.xsl"/>
  <xsl:include href="text/structure.xsl"/>
  <xsl:include href="text/lists.xsl"/>
  <xsl:include href="text/breaks.xsl"/>
  <xsl:include href="text/quotations.xsl"/>
  <xsl:include href="text/notes.xsl"/>
  <xsl:include href="text/names.xsl"/>
  <xsl:include href="text/corrections.xsl"/>
  <xsl:include href="text/phrases.xsl"/>

</xsl:stylesheet>
