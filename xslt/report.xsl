<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes">

  <!-- A report of validation to one HTML page that needs nothing else: no script, no other file, no network. What comes in
       is the XML that reporters/html.py makes: `report`, in it a `code` for each code that is told, with its essay, and a
       `document` for each file, with its findings. The modes below are the table of contents; the rules are in report/. -->

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <!-- The whole page. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- A code as a row of the table of counts. -->
  <xsl:mode name="m:count" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A document as a link to its findings. -->
  <xsl:mode name="m:contents" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A document with its findings, a finding, and the parts of a finding. -->
  <xsl:mode name="m:finding" on-no-match="fail" on-multiple-match="fail"/>
  <!-- A code with its explanation. -->
  <xsl:mode name="m:essay" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="report/page.xsl"/>
  <xsl:include href="report/findings.xsl"/>
  <xsl:include href="report/essays.xsl"/>

</xsl:stylesheet>
