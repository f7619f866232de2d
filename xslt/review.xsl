<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes">

  <!-- Claims to be weighed, to one HTML page that needs nothing else: no other file, no network. What comes in is the XML
       that reviewing.py makes: `review`, in it a `claim` for each claim, in the order in which they are shown. The page is
       whole without its script, which only filters and copies. The modes below are the table of contents; the rules are in
       review/. -->

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>

  <!-- The whole page. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- A claim, and its parts. -->
  <xsl:mode name="m:claim" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What a claim says, in a few words. -->
  <xsl:mode name="m:verdict" on-no-match="fail" on-multiple-match="fail"/>
  <!-- The decisions that are offered: as buttons, and as text. -->
  <xsl:mode name="m:button" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="review/labels.xsl"/>
  <xsl:include href="review/page.xsl"/>
  <xsl:include href="review/filters.xsl"/>
  <xsl:include href="review/claims.xsl"/>

</xsl:stylesheet>
