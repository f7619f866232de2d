<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A record of Dublin Core. What is known of rights in the text stands beside the licence for the encoding, each said to be
       what it is. Entered at the document node. -->

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI" as="element()">
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <oai_dc:dc>
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <xsl:sequence select="
          f:statement('title', f:edition-title(.)),
          $file/titleStmt/author ! f:statement('creator', f:inverted(.)),
          $file/titleStmt/(editor, respStmt/(name | persName | orgName)[not(@type = 'software')]) ! f:statement('contributor', f:reading(.)),
          teiHeader/profileDesc/textClass/keywords//(term | item) ! f:statement('subject', f:reading(.)),
          $file/notesStmt/note ! f:statement('description', f:reading(node())),
          $file/publicationStmt/publisher ! f:statement('publisher', f:reading(.)),
          ($file/editionStmt//date/@when, $file/publicationStmt/date/@when)[1] ! f:statement('date', string(.)),
          f:statement('type', 'Text'),
          f:statement('format', 'application/tei+xml'),
          $file/publicationStmt/(idno, ptr/@target) ! f:safe-address(.) ! f:statement('identifier', .),
          $file/sourceDesc//bibl ! f:statement('source', f:reading(node() except note)),
          @xml:lang ! f:statement('language', string(.)),
          $file/publicationStmt/availability/licence ! f:statement('rights', string-join((f:reading(.), @target ! f:safe-address(.)), ' ')),
          $file/publicationStmt/availability/p ! f:statement('rights', f:reading(.))"/>
    </oai_dc:dc>
  </xsl:template>

  <xsl:function name="f:statement" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$words">
      <xsl:element name="dc:{$name}">{$words}</xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
