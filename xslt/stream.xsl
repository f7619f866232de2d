<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- TEI to a stream of words: the text once, with both readings of corrections, pages, lines, notes and what the markup
       says of a stretch. Plain texts, their maps, tokens and annotations are laid out from it (render/stream.py), so that
       they cannot part. The modes below are the table of contents; the rules are in stream/ and common/. An element
       without a rule stops the transformation.

       A stream has blocks; a block has pieces. @n is the number of the TEI node that a piece stands for: elements and text
       nodes counted from the element text on.

         span     an element: @id; mention and ref, quotation, who and source, date, as the markup says
         block    the same, with a line of text in it
         t        the words of a text node
         g        a sign that is damaged at this place
         choice   source (as the file has it) and reading (as it is to be read)
         added    what is not in the source: words that the editors supplied, addresses
         hyphen   a hyphen that only divides
         lb pb fw end   a line, a page, page furniture, the end of the source
         space    a space that separates two elements
         call     where a note is called
         notes    the notes of a division, at its end; each in parts, as it stands on its pages
         remark   a note by the editors
         entry    somebody or something that standOff describes -->

  <!-- The language of the few words that are not the book's: one that has a labels file. Defaults to English. -->
  <xsl:param name="reader" as="xs:string" select="'en'"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- The whole text. -->
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="page number"/>
  <!-- What stands on lines of its own: blocks, and spans of blocks. -->
  <xsl:mode name="m:blocks" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What is part of a line: pieces. -->
  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What the markup says of an element: attributes. -->
  <xsl:mode name="m:about" on-no-match="fail" on-multiple-match="fail"/>
  <!-- Nodes as a plain string of reading text. -->
  <xsl:mode name="m:reading" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:include href="common/errors.xsl"/>
  <xsl:include href="common/labels.xsl"/>
  <xsl:include href="common/keys.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/entries.xsl"/>
  <xsl:include href="stream/page.xsl"/>
  <xsl:include href="stream/structure.xsl"/>
  <xsl:include href="stream/lists.xsl"/>
  <xsl:include href="stream/breaks.xsl"/>
  <xsl:include href="stream/quotations.xsl"/>
  <xsl:include href="stream/notes.xsl"/>
  <xsl:include href="stream/names.xsl"/>
  <xsl:include href="stream/corrections.xsl"/>
  <xsl:include href="stream/phrases.xsl"/>

</xsl:stylesheet>
