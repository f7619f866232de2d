<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to Markdown: CommonMark with the footnotes of Pandoc and a front matter in YAML. It is the plain text of text.xsl
       with another arithmetic of lines: a block is one line, marked up, and what would be taken for markup is escaped.

       The conventions, beside those of text.xsl: headings are “#” by depth; block quotations “>”; items “-”, since their
       numbers stand in the text; lines that are kept end in “\”; emphasis and titles of independent works are “*”. A page
       begins at an empty span, which shows nothing and can be led to. -->

  <xsl:import href="text.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The whole text. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- What stands on lines of its own: a sequence of blocks. -->
  <xsl:mode name="m:blocks" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What is part of a line: pieces of text and of markup. -->
  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="common/edition.xsl"/>
  <xsl:include href="common/markup.xsl"/>
  <xsl:include href="markdown/page.xsl"/>
  <xsl:include href="markdown/escaping.xsl"/>
  <xsl:include href="markdown/structure.xsl"/>
  <xsl:include href="markdown/lists.xsl"/>
  <xsl:include href="markdown/breaks.xsl"/>
  <xsl:include href="markdown/notes.xsl"/>
  <xsl:include href="markdown/phrases.xsl"/>

</xsl:stylesheet>
