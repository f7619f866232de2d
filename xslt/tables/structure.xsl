<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Divisions, pages and paragraphs; and where anything stands. Entered in modes m:divisions, m:pages and m:paragraphs, and
       through the functions. -->

  <xsl:variable name="page-opens" as="xs:string" static="yes" select="'&#xFDD0;'"/>
  <xsl:variable name="page-closes" as="xs:string" static="yes" select="'&#xFDD1;'"/>

  <!-- The smallest blocks that can be cited: what has an id and no other such block around it. -->
  <xsl:key name="paragraphs" match="(p | item | lg | ab)[@xml:id][ancestor::text][f:paragraph(.) is .]" use="'all'"/>

  <xsl:template match="div" mode="m:divisions" as="xs:string">
    <xsl:sequence select="f:row('divisions', map:merge((map:remove(f:place(.), ('division', 'paragraph')), map{
        'id': @xml:id,
        'within': parent::div/@xml:id,
        'type': @type,
        'number': @n,
        'heading': string-join(head ! f:unspaced(f:reading(.)), ' ') })))"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:pages" as="xs:string">
    <xsl:param name="words" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:sequence select="f:row('pages', map{
        'id': @xml:id,
        'page': @n,
        'paragraph': (f:paragraph(.), key('paragraphs', 'all')[. >> current()])[1]/@xml:id,
        'words': ($words(@xml:id), 0)[1] })"/>
  </xsl:template>

  <xsl:template match="p | item | lg | ab" mode="m:paragraphs" as="xs:string">
    <xsl:variable name="text" as="xs:string" select="f:reading((self::item/preceding-sibling::*[1][self::label], .))"/>
    <xsl:sequence select="f:row('paragraphs', map:merge((map:remove(f:place(.), 'paragraph'), map{
        'id': @xml:id,
        'kind': local-name(),
        'quotation': ancestor::quote[key('quotations', 'all') intersect .][1]/@xml:id,
        'words': f:count-words($text),
        'text': $text })))"/>
  </xsl:template>

  <!-- Where a node stands: division, paragraph, page. -->
  <xsl:function name="f:place" as="map(xs:string, attribute()?)">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="page" as="element(pb)?" select="f:first-page($node)"/>
    <xsl:sequence select="map{
        'division': $node/ancestor::div[1]/@xml:id,
        'paragraph': f:paragraph($node)/@xml:id,
        'page': $page/@n,
        'page_id': $page/@xml:id }"/>
  </xsl:function>

  <!-- The page that the first words of a node stand on. -->
  <xsl:function name="f:first-page" as="element(pb)?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/descendant::text()[normalize-space()][1], $node)[1]/accumulator-before('page')"/>
  </xsl:function>

  <!-- The paragraph around a node, or itself; of a block, the first in it. -->
  <xsl:function name="f:paragraph" as="element()?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="(($node/ancestor-or-self::*[self::p or self::item or self::lg or self::ab][@xml:id][not(ancestor::note)])[1],
        $node[self::quote or self::said or self::q]/descendant::p[@xml:id][not(ancestor::note)][1])[1]"/>
  </xsl:function>

  <!-- How many words of the reading text begin on each page, by the page's id. A page beginning is carried through the text
       between two signs that no text can have; a word that it divides counts before it. -->
  <xsl:function name="f:words-by-page" as="map(xs:string, xs:integer)">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates select="$text" mode="m:reading">
        <xsl:with-param name="paged" as="xs:boolean" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="pages" as="xs:string*" select="tokenize(string-join($parts), $page-opens)"/>
    <xsl:map>
      <xsl:for-each select="2 to count($pages)">
        <xsl:variable name="words" as="xs:string" select="substring-after($pages[current()], $page-closes)"/>
        <xsl:variable name="goes-on" as="xs:boolean" select="matches($words, '^\S') and matches($pages[current() - 1], '[^\s&#xFDD1;]$')"/>
        <xsl:map-entry key="substring-before($pages[current()], $page-closes)" select="
            f:count-words(if ($goes-on) then replace($words, '^\S+', '') else $words)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:template match="pb" mode="m:reading" as="xs:string?">
    <xsl:param name="paged" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:sequence select="if ($paged) then $page-opens || @xml:id || $page-closes else ()"/>
  </xsl:template>

  <!-- A page that only the source's reading holds. -->
  <xsl:template match="choice[(sic | orig)//pb][not((corr | reg)//pb)]" mode="m:reading" as="item()*" priority="1">
    <xsl:apply-templates select="(sic | orig)//pb" mode="#current"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- A pointer is read as the address that it shows. -->
  <xsl:template match="ptr" mode="m:reading" as="xs:string">
    <xsl:sequence select="string(@target)"/>
  </xsl:template>

  <!-- Words of two blocks are two words, whatever stands between the tags. -->
  <xsl:template match="p | ab | list | item | label | lg | l | head | byline | titlePart | docImprint | epigraph" mode="m:reading" as="item()*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates select="node()" mode="#current"/>
    <xsl:sequence select="' '"/>
  </xsl:template>

</xsl:stylesheet>
