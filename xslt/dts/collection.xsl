<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:dts="https://w3id.org/api/dts#" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The collection endpoint: a collection of one edition, and the edition with what its header says. Entered by
       f:collection-files. -->

  <!-- The collection is the parent of the edition, so each of the two is asked for with its members and with its parents. -->
  <xsl:function name="f:collection-files" as="element(ed:file)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="id" as="xs:string" select="f:resource-id($tei)"/>
    <!-- No edition is called as the collection is. -->
    <xsl:variable name="root-id" as="xs:string" select="if (lower-case($id) = 'editions') then 'all-editions' else 'editions'"/>
    <xsl:variable name="root" as="element()+">
      <xsl:sequence select="f:json-string('title', f:label('dts-editions'))"/>
      <xsl:sequence select="f:totals(0, 1)"/>
      <j:string key="collection">collection;id={$root-id}{{;nav}}.json</j:string>
    </xsl:variable>
    <xsl:variable name="edition" as="element()+" select="f:described($tei), f:totals(1, 0), f:templates('', $id), f:trees($tei)"/>
    <xsl:variable name="as-member" as="element(j:array)" select="f:member('Resource', $id, $edition)"/>
    <xsl:variable name="as-parent" as="element(j:array)" select="f:member('Collection', $root-id, $root)"/>
    <xsl:for-each select="'', ';id=' || $root-id, ';nav=children', ';id=' || $root-id || ';nav=children'">
      <xsl:sequence select="f:collection-file(., 'Collection', $root-id, ($root, $as-member))"/>
    </xsl:for-each>
    <xsl:for-each select="';nav=parents', ';id=' || $root-id || ';nav=parents'">
      <xsl:sequence select="f:collection-file(., 'Collection', $root-id, ($root, f:no-members()))"/>
    </xsl:for-each>
    <xsl:for-each select="'', ';nav=children'">
      <xsl:sequence select="f:collection-file(';id=' || $id || ., 'Resource', $id, ($edition, f:no-members()))"/>
    </xsl:for-each>
    <xsl:sequence select="f:collection-file(';id=' || $id || ';nav=parents', 'Resource', $id, ($edition, $as-parent))"/>
  </xsl:function>

  <xsl:function name="f:collection-file" as="element(ed:file)">
    <xsl:param name="question" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="facts" as="element()+"/>
    <xsl:variable name="answer" as="element(j:map)">
      <j:map><xsl:sequence select="f:heading-of-answer($type, $id), $facts"/></j:map>
    </xsl:variable>
    <file xmlns="urn:teiwright:data" path="collection{$question}.json">{f:json($answer) || '&#10;'}</file>
  </xsl:function>

  <xsl:function name="f:member" as="element(j:array)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="facts" as="element()+"/>
    <j:array key="member">
      <j:map>
        <j:string key="@id">{$id}</j:string>
        <j:string key="@type">{$type}</j:string>
        <xsl:sequence select="$facts"/>
      </j:map>
    </j:array>
  </xsl:function>

  <xsl:function name="f:no-members" as="element(j:array)">
    <j:array key="member"/>
  </xsl:function>

  <xsl:function name="f:totals" as="element(j:number)+">
    <xsl:param name="parents" as="xs:integer"/>
    <xsl:param name="children" as="xs:integer"/>
    <j:number key="totalParents">{$parents}</j:number>
    <j:number key="totalChildren">{$children}</j:number>
  </xsl:function>

  <!-- What the header says of the edition, in Dublin Core. -->
  <xsl:function name="f:described" as="element()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <xsl:sequence select="f:json-string('title', f:edition-title($tei))"/>
    <xsl:sequence select="f:json-string('description', f:reading(($file/titleStmt/title[@type = 'sub'])[1]))"/>
    <j:map key="dublinCore">
      <xsl:sequence select="f:json-array('title', $file/titleStmt/title[1] ! f:in-language(f:reading(.), .))"/>
      <xsl:sequence select="f:json-array('creator', $file/titleStmt/author ! f:in-language(f:reading(.), .))"/>
      <xsl:sequence select="f:json-array('publisher', $file/publicationStmt/publisher ! f:in-language(f:reading(.), .))"/>
      <xsl:sequence select="f:json-string('date', $file/publicationStmt/date[1]/@when)"/>
      <xsl:sequence select="f:json-array('language', $tei/@xml:lang ! f:json-value(.))"/>
      <xsl:sequence select="f:json-array('source', $print ! f:in-language(f:reading(node() except note), .))"/>
      <xsl:sequence select="f:json-array('license', $file/publicationStmt/availability/licence ! f:safe-address(@target) ! f:json-value(.))"/>
    </j:map>
    <j:string key="download">document/{f:resource-id($tei)}.xml</j:string>
    <j:array key="mediaTypes"><j:string>application/tei+xml</j:string></j:array>
  </xsl:function>

  <!-- A text with the language that it is in. -->
  <xsl:function name="f:in-language" as="element(j:map)">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="node" as="element()"/>
    <j:map>
      <xsl:sequence select="f:json-string('lang', $node/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
      <j:string key="value">{$text}</j:string>
    </j:map>
  </xsl:function>

  <!-- What can be cited: a tree for each declaration. The first is the default, which has no identifier. -->
  <xsl:function name="f:trees" as="element(j:array)">
    <xsl:param name="tei" as="element(TEI)"/>
    <j:array key="citationTrees">
      <xsl:apply-templates select="$tei/teiHeader/encodingDesc/refsDecl[citeStructure]" mode="m:declaration"/>
    </j:array>
  </xsl:function>

  <xsl:template match="refsDecl" mode="m:declaration" as="element(j:map)">
    <j:map>
      <xsl:sequence select="f:json-string('identifier', f:tree-id(.))"/>
      <j:string key="@type">CitationTree</j:string>
      <j:array key="citeStructure"><xsl:apply-templates select="citeStructure" mode="#current"/></j:array>
    </j:map>
  </xsl:template>

  <xsl:template match="citeStructure" mode="m:declaration" as="element(j:map)">
    <xsl:variable name="inner" as="element(j:map)*">
      <xsl:apply-templates select="citeStructure" mode="#current"/>
    </xsl:variable>
    <j:map>
      <j:string key="@type">CiteStructure</j:string>
      <j:string key="citeType">{@unit}</j:string>
      <xsl:sequence select="f:json-array('citeStructure', $inner)"/>
    </j:map>
  </xsl:template>

  <xsl:template match="*" mode="m:declaration m:stretch" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
