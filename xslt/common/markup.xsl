<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lines of text with markup in them, for formats that import text.xsl and are themselves written as text. A rule of mode
       m:words gives words as they are and markup by f:markup, between two signs that no words can have; when a line is whole,
       f:written leaves the markup as it is and escapes all else, by the format's f:escaped. So no rule has to think of
       escaping, and no word of a text can become markup. Entered through the functions. -->

  <xsl:variable name="markup-opens" as="xs:string" static="yes" select="'&#xFDD3;'"/>
  <xsl:variable name="markup-closes" as="xs:string" static="yes" select="'&#xFDD4;'"/>

  <!-- A piece of markup, which stays as it is. -->
  <xsl:function name="f:markup" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="$markup-opens || $code || $markup-closes"/>
  </xsl:function>

  <!-- Words without the signs that stand for markup, lines and pages: XML allows them, Unicode says they are no characters. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="replace($words, '[&#xFDD0;-&#xFDEF;]', '&#xFFFD;')"/>
  </xsl:function>

  <!-- Words that are no node, such as a label, as the format writes them. -->
  <xsl:function name="f:written-words" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="f:written(normalize-space(f:plain($words)))"/>
  </xsl:function>

  <!-- Nodes as one line, as the format writes it. -->
  <xsl:function name="f:written-line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="f:written(f:line($nodes))"/>
  </xsl:function>

  <!-- A line as the format writes it. A space goes where it has nothing but markup between itself and another, or the
       beginning of the line. -->
  <xsl:function name="f:written" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:iterate select="tokenize($line, $markup-opens)">
        <xsl:param name="spaced" as="xs:boolean" select="true()"/>
        <xsl:variable name="behind" as="xs:string" select="if (position() = 1) then . else substring-after(., $markup-closes)"/>
        <xsl:variable name="words" as="xs:string" select="if ($spaced and starts-with($behind, ' ')) then substring($behind, 2) else $behind"/>
        <xsl:sequence select="substring-before(., $markup-closes), $words[.] ! f:escaped(.)"/>
        <xsl:next-iteration>
          <xsl:with-param name="spaced" select="if ($words) then ends-with($words, ' ') else $spaced"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <!-- Nodes as one line, with its markup still between signs. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($pieces))"/>
  </xsl:function>

  <!-- Whether a line has markup and no words. -->
  <xsl:function name="f:is-markup" as="xs:boolean">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="starts-with($line, $markup-opens) and not(replace($line, $markup-opens || '[^' || $markup-closes || ']*' || $markup-closes, ''))"/>
  </xsl:function>

  <!-- The pages that begin between a part of a list or of verse and the part before it. -->
  <xsl:function name="f:pages-before" as="element(pb)*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$part/preceding-sibling::*[self::item or self::bibl or self::l][1]"/>
    <xsl:sequence select="$part/preceding-sibling::pb[not($before) or . >> $before]"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:words" as="xs:string">
    <xsl:sequence select="f:plain(.)"/>
  </xsl:template>

  <xsl:template match="g" mode="m:words" as="xs:string">
    <xsl:sequence select="f:plain(f:sign(.))"/>
  </xsl:template>

</xsl:stylesheet>
