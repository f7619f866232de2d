<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:h="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to the files of an EPUB 3.3 publication, as one bundle; they still have to be packed. It is the reading page, cut into
       files: the rules of html/ make every part, those of epub/ come before them where a book is read differently from a page,
       and a last pass turns what was made into XHTML with links from file to file. -->

  <xsl:import href="html.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="h:html"/>

  <!-- The whole publication. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page"/>
  <!-- A part of the text as one or more files. -->
  <xsl:mode name="m:parts" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The text itself, and phrases everywhere; a note; attributes: as on the page, with exceptions. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:note" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:attributes" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Contents, registers, the header: as on the page. -->
  <xsl:mode name="m:contents" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:register" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:header" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The header as metadata of the package. -->
  <xsl:mode name="m:package" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The last pass: HTML without a namespace to XHTML. -->
  <xsl:mode name="m:xhtml" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:include href="epub/page.xsl"/>
  <xsl:include href="epub/structure.xsl"/>
  <xsl:include href="epub/breaks.xsl"/>
  <xsl:include href="epub/notes.xsl"/>
  <xsl:include href="epub/names.xsl"/>
  <xsl:include href="epub/corrections.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/xhtml.xsl"/>

</xsl:stylesheet>
