<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The descriptor: a Data Package with the schema of each table, from the columns and the header. Entered by
       f:descriptor. -->

  <xsl:function name="f:descriptor" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="package" as="element(j:map)">
      <j:map>
        <j:string key="$schema">https://datapackage.org/profiles/2.0/datapackage.json</j:string>
        <j:string key="name">{lower-case(replace(string(($tei/@xml:id, 'edition')[1]), '[^A-Za-z0-9._-]', '-'))}</j:string>
        <xsl:sequence select="f:json-string('title', f:edition-title($tei))"/>
        <j:string key="description">{normalize-space($tables/ed:about)}</j:string>
        <xsl:sequence select="f:json-string('version', string($file/editionStmt/edition/@n))"/>
        <xsl:sequence select="f:json-string('homepage', f:safe-address($file/publicationStmt/idno[1])[starts-with(lower-case(.), 'http')])"/>
        <xsl:sequence select="f:json-array('keywords', $tei/teiHeader/profileDesc/textClass/keywords/term ! f:json-value(f:reading(.)))"/>
        <xsl:sequence select="f:json-array('licenses', $file/publicationStmt/availability/licence ! f:licence(.))"/>
        <xsl:sequence select="f:json-array('contributors', $file/titleStmt/(author | editor | respStmt) ! f:contributor(.))"/>
        <xsl:sequence select="f:json-array('sources', $file/sourceDesc//bibl[title] ! f:source(.))"/>
        <j:array key="resources"><xsl:sequence select="$tables/ed:table ! f:resource(.)"/></j:array>
      </j:map>
    </xsl:variable>
    <xsl:sequence select="f:json-lines($package, '&#10;') || '&#10;'"/>
  </xsl:function>

  <!-- A licence without an address has none in a Data Package. -->
  <xsl:function name="f:licence" as="element(j:map)?">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:for-each select="f:safe-address($licence/@target)">
      <j:map>
        <j:string key="path">{.}</j:string>
        <xsl:sequence select="f:json-string('title', f:reading($licence))"/>
      </j:map>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:contributor" as="element(j:map)">
    <xsl:param name="person" as="element()"/>
    <j:map>
      <j:string key="title">{f:reading(($person/self::respStmt/(name, persName, orgName), $person)[1])}</j:string>
      <j:array key="roles"><j:string>{($person/self::respStmt/resp[1] ! f:reading(.), local-name($person))[1]}</j:string></j:array>
    </j:map>
  </xsl:function>

  <xsl:function name="f:source" as="element(j:map)">
    <xsl:param name="bibl" as="element(bibl)"/>
    <j:map><j:string key="title">{f:reading($bibl/(node() except note))}</j:string></j:map>
  </xsl:function>

  <xsl:function name="f:resource" as="element(j:map)">
    <xsl:param name="table" as="element(ed:table)"/>
    <j:map>
      <j:string key="name">{$table/@name}</j:string>
      <j:string key="title">{$table/@title}</j:string>
      <j:string key="description">{normalize-space($table/ed:about)}</j:string>
      <j:string key="path">{$table/@name}.csv</j:string>
      <j:string key="type">table</j:string>
      <j:string key="format">csv</j:string>
      <j:string key="mediatype">text/csv</j:string>
      <j:string key="encoding">utf-8</j:string>
      <j:map key="schema">
        <j:array key="fields"><xsl:sequence select="$table/ed:column ! f:field(.)"/></j:array>
        <xsl:sequence select="f:json-array('primaryKey', $table/ed:column[@key]/@name ! f:json-value(.))"/>
        <xsl:sequence select="f:json-array('foreignKeys', $table/ed:column[@of] ! f:foreign-key(.))"/>
      </j:map>
    </j:map>
  </xsl:function>

  <xsl:function name="f:field" as="element(j:map)">
    <xsl:param name="column" as="element(ed:column)"/>
    <j:map>
      <j:string key="name">{$column/@name}</j:string>
      <j:string key="type">{($column/@type, 'string')[1]}</j:string>
      <j:string key="description">{normalize-space($column)}</j:string>
      <xsl:where-populated>
        <j:map key="constraints">
          <xsl:if test="$column/(@required, @key)"><j:boolean key="required">true</j:boolean></xsl:if>
          <xsl:if test="$column/@key and count($column/../ed:column[@key]) = 1"><j:boolean key="unique">true</j:boolean></xsl:if>
          <xsl:if test="$column/@type = 'integer'"><j:number key="minimum">0</j:number></xsl:if>
          <xsl:sequence select="f:json-array('enum', $column/@values ! tokenize(.) ! f:json-value(.))"/>
        </j:map>
      </xsl:where-populated>
    </j:map>
  </xsl:function>

  <!-- A table that points into itself is named by an empty string (Table Schema, “foreignKeys”). -->
  <xsl:function name="f:foreign-key" as="element(j:map)">
    <xsl:param name="column" as="element(ed:column)"/>
    <j:map>
      <j:array key="fields"><j:string>{$column/@name}</j:string></j:array>
      <j:map key="reference">
        <j:string key="resource">{$column/@of[. != $column/../@name]}</j:string>
        <j:array key="fields"><j:string>id</j:string></j:array>
      </j:map>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
