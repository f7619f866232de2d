<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The bundle, and a table as CSV (RFC 4180). Rules give a row as a map from the names of columns to cells; the order of
       the cells is that of the columns. Entered at the document node, and by f:row. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="tables" as="element(ed:tables)" static="yes" select="doc('tables.en.xml')/*"/>

  <xsl:variable name="columns" as="map(xs:string, xs:string*)" select="
      map:merge($tables/ed:table ! map:entry(string(@name), ed:column/@name ! string(.)))"/>

  <xsl:variable name="line-end" as="xs:string" static="yes" select="'&#13;&#10;'"/>

  <!-- What may begin a formula, or hide one; and what has to stand in quotation marks. -->
  <xsl:variable name="formula-signs" as="xs:string" static="yes" select="'=+-@＝＋－＠'''"/>
  <xsl:variable name="quoted-signs" as="xs:string" static="yes" select="',&quot;&#10;&#13;'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(ed:bundle)">
    <xsl:variable name="entries" as="element()*" select="standOff//(person | org | place | event | bibl)[@xml:id]"/>
    <!-- A path gives its nodes once and in the order of the document. -->
    <xsl:variable name="rows" as="map(xs:string, xs:string*)">
      <xsl:map>
        <xsl:map-entry key="'entities'"><xsl:apply-templates select="$entries" mode="m:entities"/></xsl:map-entry>
        <xsl:map-entry key="'names'"><xsl:apply-templates select="$entries" mode="m:names"/></xsl:map-entry>
        <xsl:map-entry key="'identifiers'"><xsl:apply-templates select="$entries/idno" mode="m:identifiers"/></xsl:map-entry>
        <xsl:map-entry key="'divisions'"><xsl:apply-templates select="text//div" mode="m:divisions"/></xsl:map-entry>
        <xsl:map-entry key="'pages'">
          <xsl:apply-templates select="text//pb" mode="m:pages">
            <xsl:with-param name="words" as="map(xs:string, xs:integer)" select="f:words-by-page(text)" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:map-entry>
        <xsl:map-entry key="'paragraphs'"><xsl:apply-templates select="key('paragraphs', 'all')" mode="m:paragraphs"/></xsl:map-entry>
        <xsl:map-entry key="'mentions'"><xsl:apply-templates select="$entries/key('mentions', @xml:id)" mode="m:mentions"/></xsl:map-entry>
        <xsl:map-entry key="'quotations'"><xsl:apply-templates select="key('quotations', 'all')" mode="m:quotations"/></xsl:map-entry>
        <xsl:map-entry key="'notes'"><xsl:apply-templates select="text//note[not(@prev or @sameAs)]" mode="m:notes"/></xsl:map-entry>
        <xsl:map-entry key="'interventions'"><xsl:apply-templates select="key('interventions', 'all')" mode="m:interventions"/></xsl:map-entry>
      </xsl:map>
    </xsl:variable>
    <bundle xmlns="urn:teiwright:data">
      <file path="datapackage.json">{f:descriptor(.)}</file>
      <xsl:for-each select="$tables/ed:table">
        <file path="{@name}.csv">{f:table(@name, $rows(@name))}</file>
      </xsl:for-each>
    </bundle>
  </xsl:template>

  <!-- A table: its header and its rows. -->
  <xsl:function name="f:table" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="rows" as="xs:string*"/>
    <xsl:sequence select="string-join((string-join($columns($name), ','), $rows, ''), $line-end)"/>
  </xsl:function>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <xsl:template match="*" mode="m:entities m:names m:identifiers m:divisions m:pages m:paragraphs m:mentions m:quotations m:notes m:interventions"
      priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- A row of a table. A cell that has no column stops the transformation, so that none can be lost. -->
  <xsl:function name="f:row" as="xs:string">
    <xsl:param name="table" as="xs:string"/>
    <xsl:param name="cells" as="map(xs:string, item()?)"/>
    <xsl:variable name="names" as="xs:string+" select="$columns($table)"/>
    <xsl:if test="map:size($cells) ne count($names[map:contains($cells, .)])">
      <xsl:sequence select="f:stop('the table “' || $table || '” has no column “' || map:keys($cells)[not(. = $names)][1] || '”')"/>
    </xsl:if>
    <xsl:sequence select="string-join($names ! f:cell(string($cells(.))), ',')"/>
  </xsl:function>

  <!-- A cell. Spreadsheets take one that begins with one of these signs for a formula, which may run a program, so an
       apostrophe comes before it; and before the apostrophes of one that looks so already, so that it can be undone. -->
  <xsl:function name="f:cell" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="harmless" as="xs:string" select="
        if ($value and contains($formula-signs, substring($value, 1, 1)) and matches($value, '^''*[=+\-@＝＋－＠]')) then '''' || $value else $value"/>
    <xsl:sequence select="
        if (translate($harmless, $quoted-signs, '') = $harmless) then $harmless else '&quot;' || replace($harmless, '&quot;', '&quot;&quot;') || '&quot;'"/>
  </xsl:function>

</xsl:stylesheet>
