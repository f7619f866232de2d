<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:dts="https://w3id.org/api/dts#" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The bundle and its addresses: the entry point, and which answers there are. A folder of files cannot tell apart more than
       their names, so the templates name every part of a question in the path; all addresses are relative to the file that
       they stand in. Entered at the document node. -->

  <xsl:variable name="context" as="xs:string" static="yes" select="'https://dtsapi.org/context/v1.0.json'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(ed:bundle)">
    <xsl:variable name="trees" as="map(*)*" select="teiHeader/encodingDesc/refsDecl[citeStructure] ! f:tree(.)"/>
    <xsl:variable name="name" as="xs:string" select="f:resource-id(.)"/>
    <bundle xmlns="urn:teiwright:data">
      <file path="index.json">{f:json-lines(f:entry-point(), '&#10;') || '&#10;'}</file>
      <xsl:sequence select="f:collection-files(.)"/>
      <xsl:sequence select="$trees ! f:navigation-files(current(), .)"/>
      <file path="document/{$name}.xml" holds="edition"/>
      <xsl:sequence select="$trees ! f:document-files(current(), .)"/>
    </bundle>
  </xsl:template>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <xsl:function name="f:entry-point" as="element(j:map)">
    <j:map>
      <xsl:sequence select="f:heading-of-answer('EntryPoint', 'index.json')"/>
      <xsl:sequence select="f:templates('', '{resource}')"/>
    </j:map>
  </xsl:function>

  <!-- What every answer begins with. -->
  <xsl:function name="f:heading-of-answer" as="element(j:string)+">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <j:string key="@context">{$context}</j:string>
    <j:string key="dtsVersion">1.0</j:string>
    <j:string key="@type">{$type}</j:string>
    <xsl:sequence select="f:json-string('@id', $id)"/>
  </xsl:function>

  <!-- The URI templates (RFC 6570), from a file that is so far up (“../”) from the entry point. Navigation is answered for the
       whole depth only, and says so. -->
  <xsl:function name="f:templates" as="element(j:string)+">
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="resource" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="if (starts-with($resource, '{')) then '{;id,nav}' else ';id=' || $resource || '{;nav}'"/>
    <j:string key="collection">{$up || 'collection' || $id || '.json'}</j:string>
    <j:string key="navigation">{$up || 'navigation/' || $resource || ';down=-1{;tree,ref}.json'}</j:string>
    <j:string key="document">{$up || 'document/' || $resource || '{;tree,ref}.xml'}</j:string>
  </xsl:function>

  <!-- The rest of a name after the resource: the tree, unless it is the first, and the reference. -->
  <xsl:function name="f:question" as="xs:string">
    <xsl:param name="tree" as="map(*)"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:sequence select="string-join(($tree?id ! (';tree=' || .), $ref ! (';ref=' || .)))"/>
  </xsl:function>

  <!-- The identifier of the edition. -->
  <xsl:function name="f:resource-id" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string(($tei/@xml:id, 'edition')[1])"/>
  </xsl:function>

</xsl:stylesheet>
