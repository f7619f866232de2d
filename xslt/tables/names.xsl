<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Entities, their names and identifiers, and where the text names them. Entered in modes m:entities, m:names,
       m:identifiers and m:mentions. -->

  <xsl:variable name="between" as="xs:string" static="yes" select="' | '"/>

  <xsl:template match="person | org | place | event | bibl" mode="m:entities" as="xs:string">
    <xsl:variable name="begin" as="element()?" select="(birth, self::event, date, desc/date)[1]"/>
    <xsl:variable name="end" as="element()?" select="(death, self::event[@to or @notAfter])[1]"/>
    <xsl:sequence select="f:row('entities', map{
        'id': @xml:id,
        'kind': f:entity-kind(.),
        'name': f:entry-name(.),
        'begin': $begin/(@when, @from, @notBefore)[1],
        'end': $end/(@when[current()/death], @to, @notAfter)[1],
        'creators': string-join(self::bibl ! f:authors(.) ! (if (ancestor::standOff and @xml:id) then string(@xml:id) else f:reading(.)), $between),
        'description': string-join(f:told(.), '; ') })"/>
  </xsl:template>

  <!-- What an entry says that has no column; a work that is described with its own stops is told as it is written. -->
  <xsl:function name="f:told" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="as-written" as="node()*" select="$entry/self::bibl[text()[normalize-space()]]/(node() except note)"/>
    <xsl:sequence select="($as-written[1] ! f:reading($as-written),
        ($entry/(* except (persName | orgName | placeName | label | title | author | birth | death | sex | idno)) except $as-written) ! f:reading(node()))[.]"/>
  </xsl:function>

  <xsl:function name="f:entity-kind" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="map{'org': 'organization', 'bibl': 'work'}(local-name($entry)), local-name($entry)[not(. = ('org', 'bibl'))]"/>
  </xsl:function>

  <xsl:template match="person | org | place | event | bibl" mode="m:names" as="xs:string*">
    <xsl:apply-templates select="persName | orgName | placeName | label | title" mode="#current"/>
  </xsl:template>

  <xsl:template match="persName | orgName | placeName | label | title" mode="m:names" as="xs:string">
    <xsl:sequence select="f:row('names', map{'entity': ../@xml:id, 'name': f:reading(.), 'type': @type, 'language': @xml:lang})"/>
  </xsl:template>

  <xsl:template match="idno" mode="m:identifiers" as="xs:string">
    <xsl:sequence select="f:row('identifiers', map{
        'entity': ../@xml:id,
        'register': @type,
        'identifier': normalize-space(),
        'address': f:identifier-address(.) })"/>
  </xsl:template>

  <!-- A mention has a row for each entity that it points to, straight or through another citation. -->
  <xsl:template match="persName | orgName | placeName | name | rs | title | author | editor | publisher | pubPlace | bibl" mode="m:mentions" as="xs:string*">
    <xsl:variable name="mention" as="element()" select="."/>
    <xsl:for-each select="f:entities((@ref, self::bibl/(@corresp, @sameAs)))">
      <xsl:sequence select="f:row('mentions', map:merge((f:place($mention), f:claim($mention), map{
          'id': f:mention-id($mention),
          'entity': @xml:id,
          'element': local-name($mention),
          'words': f:reading($mention),
          'note': f:note-around($mention) })))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The entries that pointers lead to. -->
  <xsl:function name="f:entities" as="element()*">
    <xsl:param name="pointers" as="attribute()*"/>
    <xsl:sequence select="($pointers/(for $id in f:pointers(.) return key('by-id', $id)))[ancestor::standOff]"/>
  </xsl:function>

</xsl:stylesheet>
