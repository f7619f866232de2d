<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Escaping: what stands in the text is never markup, in CommonMark 0.31, in GitHub's dialect or in Pandoc's. And emphasis,
       whose signs mean something only beside the right neighbours. Entered by f:wrap and, through f:written, by f:escaped. -->

  <!-- The signs that emphasis begins and ends with, until the line is whole. -->
  <xsl:variable name="emphasis-opens" as="xs:string" static="yes" select="'&#xFDD5;'"/>
  <xsl:variable name="emphasis-closes" as="xs:string" static="yes" select="'&#xFDD6;'"/>
  <xsl:variable name="strong-opens" as="xs:string" static="yes" select="'&#xFDD7;'"/>
  <xsl:variable name="strong-closes" as="xs:string" static="yes" select="'&#xFDD8;'"/>
  <xsl:variable name="opens" as="xs:string" static="yes" select="'([&#xFDD5;&#xFDD7;])'"/>
  <xsl:variable name="closes" as="xs:string" static="yes" select="'([&#xFDD6;&#xFDD8;])'"/>
  <xsl:variable name="space" as="xs:string" static="yes" select="'((?:[\s\p{Z}]|\\\n)+)'"/>
  <xsl:variable name="letter" as="xs:string" static="yes" select="'([^\s\p{Z}\p{P}\p{S}&#xFDD5;-&#xFDD8;])'"/>
  <xsl:variable name="mark" as="xs:string" static="yes" select="'([\p{P}\p{S}])'"/>

  <!-- A line of text as a block: one line, or several that are kept. -->
  <xsl:function name="f:wrap" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($line, $kept-line)[normalize-space()] ! f:no-block(f:written(normalize-space()))"/>
    <xsl:sequence select="f:emphasised(string-join($lines, '\&#10;'))"/>
  </xsl:function>

  <xsl:function name="f:centre" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="f:wrap($line, $width)"/>
  </xsl:function>

  <!-- Words within a line. An exclamation mark at their end would make an image of a link behind it. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (matches($words, '[!-/:-@\[-`{-~]')) then
          $words => replace('([\\`*_{{}}\[\]&lt;#|~$^@])', '\\$1') => replace('&amp;(#|[A-Za-z])', '\\&amp;$1')
                 => replace(':([A-Za-z0-9_+\-]+:)', '\\:$1') => replace('!$', '\\!')
        else $words"/>
  </xsl:function>

  <!-- The beginning of a line, if it would begin a list, a quotation, a table, or underline a heading. -->
  <xsl:function name="f:no-block" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="
        if (matches($line, '^([&gt;+\-=:%]|\([0-9A-Za-z]+\))')) then '\' || $line
        else replace($line, '^([0-9]+|[A-Za-z]|[IVXLCDMivxlcdm]+)([.)])(\s|$)', '$1\\$2$3')"/>
  </xsl:function>

  <!-- Emphasis. CommonMark (section 6.2) takes “*” for its beginning only if no space follows, and for its end only if none
       goes before; and not between a letter outside and a punctuation mark within, so there the letter is written by its
       number, which ends and begins in punctuation marks itself. Ends and beginnings that touch are held apart by a comment. -->
  <xsl:function name="f:emphasised" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="matches($line, $opens)">
        <xsl:variable name="inside" as="xs:string" select="
            $line => replace($opens || $space, '$2$1') => replace($space || $closes, '$2$1') => replace($opens || $closes, '')
                  => replace($closes || $opens, '$1&lt;!-- -->$2')"/>
        <xsl:variable name="pieces" as="xs:string*">
          <xsl:analyze-string select="$inside" regex="{$letter || $opens || $mark}|{$mark || $closes || $letter}">
            <xsl:matching-substring>
              <xsl:sequence select="regex-group(1)[.] ! f:numbered(.), regex-group(2), regex-group(3)"/>
              <xsl:sequence select="regex-group(4), regex-group(5), regex-group(6)[.] ! f:numbered(.)"/>
            </xsl:matching-substring>
            <xsl:non-matching-substring>
              <xsl:sequence select="."/>
            </xsl:non-matching-substring>
          </xsl:analyze-string>
        </xsl:variable>
        <xsl:sequence select="string-join($pieces) => replace('[&#xFDD5;&#xFDD6;]', '*') => replace('[&#xFDD7;&#xFDD8;]', '**') => replace('^[\s\p{Z}]+|[\s\p{Z}]+$', '')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$line"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:numbered" as="xs:string">
    <xsl:param name="letter" as="xs:string"/>
    <xsl:sequence select="'&amp;#' || string-to-codepoints($letter) || ';'"/>
  </xsl:function>

</xsl:stylesheet>
