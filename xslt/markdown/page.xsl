<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The text as a whole, with what the header says of it before it, in YAML 1.2. Entered at the document node. -->

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*/text" mode="m:blocks">
        <xsl:with-param name="width" as="xs:integer" select="0" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="f:front-matter(TEI) || '&#10;' || string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <xsl:function name="f:front-matter" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="published" as="element(publicationStmt)" select="$file/publicationStmt"/>
    <xsl:variable name="lines" as="xs:string*" select="
        f:field('title', f:edition-title($tei)),
        f:field('subtitle', string-join($file/titleStmt/title[position() > 1] ! f:reading(.), '. ')),
        f:field-of-many('author', $file/titleStmt/author ! f:reading(.)),
        f:field('date', string(($file/editionStmt/edition/date/@when, $published/date/@when, $published/date ! f:reading(.))[1])),
        f:field('lang', string(($tei/text/@xml:lang, $tei/@xml:lang)[1])),
        f:field('publisher', string-join($published/(publisher, pubPlace) ! f:reading(.), ', ')),
        f:field('source', string-join(f:print($file) ! f:reading(node() except note))),
        f:field-of-many('rights', $published/availability/(licence/(@target ! f:safe-address(.), f:reading(.))[1], p ! f:reading(.))),
        f:field-of-many('keywords', $tei/teiHeader/profileDesc/textClass/keywords/(term | list/item) ! f:reading(.))"/>
    <xsl:sequence select="string-join(('---', $lines, '---', ''), '&#10;')"/>
  </xsl:function>

  <xsl:function name="f:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$value[.] ! ($name || ': ' || f:yaml(.))"/>
  </xsl:function>

  <xsl:function name="f:field-of-many" as="xs:string*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="$values[.][1] ! ($name || ':'), $values[.] ! ('- ' || f:yaml(.))"/>
  </xsl:function>

  <!-- A scalar in double quotes (YAML 1.2.2, section 7.3.1). Pandoc takes it for Markdown, so it is escaped as the text is. -->
  <xsl:function name="f:yaml" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="quoted" as="xs:string" select="replace(f:written-words($words), '([&quot;\\])', '\\$1')"/>
    <xsl:variable name="signs" as="xs:string*" select="
        for $code in string-to-codepoints($quoted)
        return if ($code = (127 to 159, 8232, 8233, 65279)) then '\u' || f:hex($code, 4) else codepoints-to-string($code)"/>
    <xsl:sequence select="'&quot;' || string-join($signs) || '&quot;'"/>
  </xsl:function>

  <xsl:function name="f:hex" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="places" as="xs:integer"/>
    <xsl:sequence select="if ($places = 0) then '' else f:hex($number idiv 16, $places - 1) || substring('0123456789ABCDEF', $number mod 16 + 1, 1)"/>
  </xsl:function>

</xsl:stylesheet>
