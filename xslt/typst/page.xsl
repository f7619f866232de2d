<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The book as a whole: what the file says of itself, the edition's own title page and contents, the text, and what the
       edition adds to it. Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="book" as="xs:string" static="yes" select="unparsed-text('book.typ')"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*"/>
    </xsl:variable>
    <xsl:sequence select="$book || '&#10;' || string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string+">
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:sequence select="f:opening(.), f:masthead($file)"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="text" mode="m:blocks"/>
    </xsl:variable>
    <xsl:variable name="apparatus" as="xs:string*">
      <xsl:apply-templates select="standOff" mode="m:register"/>
      <xsl:call-template name="ed:interventions"/>
      <xsl:apply-templates select="teiHeader" mode="m:header"/>
    </xsl:variable>
    <xsl:sequence select="f:verso($file, ($text, $apparatus)[contains(., '#signs(')][1] ! f:label('print-signs'))"/>
    <xsl:sequence select="'#outlined-contents(' || f:content(f:label('contents')) || ');'"/>
    <xsl:sequence select="f:blocks($text)"/>
    <xsl:sequence select="f:call('apparatus(' || f:string(f:language($reader)) || ')', $apparatus)"/>
  </xsl:template>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- A heading of what the edition adds. -->
  <xsl:function name="f:part" as="xs:string">
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="written" as="xs:string" select="f:content($words)"/>
    <xsl:sequence select="'#part(' || $level || ', ' || $written || ');'"/>
  </xsl:function>

  <!-- What the file says of itself. -->
  <xsl:function name="f:opening" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="header" as="element(teiHeader)" select="$tei/teiHeader"/>
    <xsl:variable name="title" as="xs:string" select="f:edition-title($tei)"/>
    <xsl:variable name="about" as="element()?" select="($header/fileDesc/notesStmt/note, $header/encodingDesc/projectDesc/p)[1]"/>
    <xsl:variable name="facts" as="xs:string+" select="
        'title: ' || f:string($title),
        'running: ' || f:content($title),
        'authors: ' || f:strings($header/fileDesc/titleStmt/author),
        'keywords: ' || f:strings($header/profileDesc/textClass/keywords/(term | list/item)),
        'description: ' || f:string(f:reading($about/node())),
        'language: ' || f:string((f:language(($tei/text/@xml:lang, $tei/@xml:lang)[1]), 'und')[1]),
        'date: ' || f:date($header/fileDesc)"/>
    <xsl:sequence select="'#show: book.with(&#10;  ' || string-join($facts, ',&#10;  ') || ')'"/>
  </xsl:function>

  <xsl:function name="f:strings" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="'(' || string-join($elements ! (f:string(f:reading(.)) || ',')) || ')'"/>
  </xsl:function>

  <!-- The day on which the edition was published, if the header has one: never that of the rendering. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="days" as="xs:date*" select="$file/(editionStmt/edition/date, publicationStmt/date)/@when[matches(., '^\d{4}-\d\d-\d\d$')][. castable as xs:date] ! xs:date(.)"/>
    <xsl:sequence select="($days[1] ! format-date(., '''datetime(year: ''[Y1]'', month: ''[M1]'', day: ''[D1]'')''') ! translate(., '''', ''), 'none')[1]"/>
  </xsl:function>

  <!-- The edition's own title page: title, author, imprint of the print. -->
  <xsl:function name="f:masthead" as="xs:string">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="imprint" as="xs:string*" select="f:print($file) ! string-join((string-join((pubPlace ! f:reading(.), publisher ! f:reading(.)), ': '), date ! f:reading(.))[.], ', ')"/>
    <xsl:variable name="arguments" as="xs:string+" select="
        '[' || f:written-line($file/titleStmt/title[1]/node()) || ']',
        '(' || string-join($file/titleStmt/title[position() > 1] ! ('[' || f:written-line(node()) || '],')) || ')',
        '(' || string-join($file/titleStmt/author ! ('[' || f:written-line(node()) || '],')) || ')',
        f:content($imprint)"/>
    <xsl:sequence select="'#masthead(' || string-join($arguments, ', ') || ');'"/>
  </xsl:function>

  <!-- Behind it: which edition this is, who publishes it under which licence, and what the figures in the margin and the
       signs that the font lacks are. -->
  <xsl:function name="f:verso" as="xs:string">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:param name="signs" as="xs:string?"/>
    <xsl:variable name="published" as="element(publicationStmt)" select="$file/publicationStmt"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="$file/editionStmt/edition[1] ! f:content(f:reading(.))"/>
      <xsl:sequence select="f:content(string-join($published/(publisher, pubPlace, date) ! f:reading(.), ', '))"/>
      <xsl:for-each select="$published/(idno, availability/licence/@target)[f:safe-address(.)]">
        <xsl:variable name="address" as="xs:string" select="f:safe-address(.)"/>
        <xsl:sequence select="'[' || f:call('link(' || f:string($address) || ')', f:written-words($address)) || ']'"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="'#verso(' || string-join(($lines, (f:label('print-pages'), $signs) ! f:content(.)), ', ') || ');'"/>
  </xsl:function>

</xsl:stylesheet>
