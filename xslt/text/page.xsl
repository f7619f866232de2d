<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The text as a whole, and the arithmetic of lines: wrapping, indenting, centring. What the blocks are is left to the
       other modules. Entered at the document node. -->

  <xsl:variable name="columns" as="xs:integer" select="xs:integer($width)"/>
  <xsl:variable name="indent" as="xs:integer" select="4"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*/text" mode="m:blocks">
        <xsl:with-param name="width" as="xs:integer" select="$columns" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="replace(string-join($blocks, '&#10;&#10;'), '^\n+', '') || '&#10;'"/>
  </xsl:template>

  <xsl:template match="*" mode="m:blocks m:words" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- Nodes as one line of text, however long. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(f:pages-placed(string-join($pieces)))"/>
  </xsl:function>

  <!-- A line broken at spaces into lines of at most so many columns. A longer word stays whole. Lines that are to be kept
       are wrapped one by one. -->
  <xsl:function name="f:wrap" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="string-join(tokenize($line, $kept-line)[normalize-space()] ! f:broken(normalize-space(), $width), '&#10;')"/>
  </xsl:function>

  <!-- Cut off line by line, each a column too long and then back to its last space; codepoints, since
       a pattern takes twice as long. -->
  <xsl:function name="f:broken" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:iterate select="1 to string-length($line)">
        <xsl:param name="start" as="xs:integer" select="1"/>
        <xsl:variable name="rest" as="xs:string" select="substring($line, $start, $width + 1)"/>
        <xsl:variable name="cut" as="xs:string" select="
            if (string-length($rest) le $width) then $rest
            else if (contains($rest, ' ')) then substring($rest, 1, index-of(string-to-codepoints($rest), 32)[last()] - 1)
            else tokenize(substring($line, $start), ' ')[1]"/>
        <xsl:sequence select="$cut"/>
        <xsl:choose>
          <xsl:when test="$start + string-length($cut) gt string-length($line)">
            <xsl:break/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:next-iteration>
              <xsl:with-param name="start" select="$start + string-length($cut) + 1"/>
            </xsl:next-iteration>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, '&#10;')"/>
  </xsl:function>

  <xsl:function name="f:indent" as="xs:string">
    <xsl:param name="block" as="xs:string"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:sequence select="replace($block, '^(.)', f:spaces($by) || '$1', 'm')"/>
  </xsl:function>

  <!-- Wrapped so that all lines but the first are indented. -->
  <xsl:function name="f:hang" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="replace(f:wrap($line, $width - $indent), '\n(.)', '&#10;' || f:spaces($indent) || '$1')"/>
  </xsl:function>

  <!-- Wrapped a little narrower, and every line centred. -->
  <xsl:function name="f:centre" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(f:wrap($line, $width - 3 * $indent), '\n')"/>
    <xsl:sequence select="string-join($lines ! (f:spaces(($width - string-length(.)) idiv 2) || .), '&#10;')"/>
  </xsl:function>

  <xsl:function name="f:spaces" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="string-join((1 to $count) ! ' ')"/>
  </xsl:function>

</xsl:stylesheet>
