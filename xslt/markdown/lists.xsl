<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lists, also of works: every item begins with a sign, since the numbers stand in the text as printed. Entered in mode m:blocks. -->

  <!-- The items of a list that has no longer blocks in it stand close together. -->
  <xsl:template match="list | listBibl" mode="m:blocks" as="xs:string*">
    <xsl:variable name="items" as="xs:string*">
      <xsl:apply-templates select="item | bibl" mode="#current"/>
    </xsl:variable>
    <xsl:apply-templates select="head" mode="#current"/>
    <xsl:sequence select="string-join($items, if (item[node()[f:is-block(.)]]) then '&#10;&#10;' else '&#10;')[.]"/>
    <xsl:apply-templates select="node()[not(self::head or self::label or self::item or self::bibl or self::pb[following-sibling::item or following-sibling::bibl])]" mode="#current"/>
  </xsl:template>

  <xsl:template match="item | listBibl/bibl" mode="m:blocks" as="xs:string">
    <xsl:variable name="label" as="element(label)?" select="preceding-sibling::*[not(self::pb)][1][self::label]"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="ed:flow">
        <xsl:with-param name="nodes" select="f:pages-before(.), $label/node(), $label ! $gap, node()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="f:bullet(..) || ' ' || replace(string-join($blocks, '&#10;&#10;'), '\n(.)', '&#10;  $1')"/>
  </xsl:template>

  <xsl:variable name="gap" as="text()"><xsl:text> </xsl:text></xsl:variable>

  <!-- Lists that follow one another would be taken for one if they had the same sign. -->
  <xsl:function name="f:bullet" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$list/preceding-sibling::node()[not(self::text()[not(normalize-space())] or self::comment())][1][self::list or self::listBibl]"/>
    <xsl:sequence select="if ($before and f:bullet($before) = '-') then '*' else '-'"/>
  </xsl:function>

</xsl:stylesheet>
