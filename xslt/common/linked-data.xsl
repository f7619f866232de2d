<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The edition and what it describes, in the terms of schema.org, as JSON-LD. Every name of a thing is the address of its
       entry in the reading page. Nothing is said that header and standOff do not say: rights in the text, for one, have no
       licence. Entered by f:linked-edition and f:linked-entry. -->

  <!-- The terms whose values are addresses, not words. -->
  <xsl:variable name="linked-context" as="element(j:map)">
    <j:map key="@context">
      <j:string key="@vocab">https://schema.org/</j:string>
      <xsl:for-each select="'license', 'sameAs', 'url'">
        <j:map key="{.}"><j:string key="@type">@id</j:string></j:map>
      </xsl:for-each>
    </j:map>
  </xsl:variable>

  <!-- What the elements of standOff are called. -->
  <xsl:variable name="linked-types" as="map(xs:string, xs:string)" select="map{
      'person': 'Person', 'org': 'Organization', 'place': 'Place', 'event': 'Event', 'bibl': 'CreativeWork'}"/>

  <xsl:function name="f:linked-edition" as="element()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <j:string key="@id">{$page}</j:string>
    <j:string key="@type">Book</j:string>
    <j:string key="name">{f:edition-title($tei)}</j:string>
    <xsl:sequence select="
        f:json-array('author', $file/titleStmt/author ! f:linked-agent(., $page)),
        f:json-array('editor', $file/titleStmt/(editor, respStmt[not(name/@type = 'software')]/name) ! f:linked-agent(., $page)),
        f:json-string('inLanguage', $tei/@xml:lang),
        f:json-string('version', $file/editionStmt/edition/@n),
        f:json-string('datePublished', ($file/editionStmt//date/@when, $file/publicationStmt/date/@when)[1]),
        f:json-string('abstract', f:reading(($file/notesStmt/note, $tei/teiHeader/encodingDesc/projectDesc/p)[1]/node())),
        f:json-array('keywords', $tei/teiHeader/profileDesc/textClass/keywords//(term | item) ! f:json-value(f:reading(.))),
        f:linked-rights($file/publicationStmt/availability, $page),
        f:json-string('url', $file/publicationStmt/(idno, ptr/@target) ! f:safe-address(.))"/>
    <xsl:for-each select="$file/publicationStmt/publisher[1]">
      <j:map key="publisher"><j:string key="@type">Organization</j:string><j:string key="name">{f:reading(.)}</j:string></j:map>
    </xsl:for-each>
    <xsl:for-each select="$file/extent/measure[@unit = 'page']/@quantity">
      <j:number key="numberOfPages">{.}</j:number>
    </xsl:for-each>
    <xsl:for-each select="$print">
      <j:map key="isBasedOn">
        <j:string key="@type">Book</j:string>
        <xsl:sequence select="
            f:json-string('name', title[1] ! f:reading(.)),
            f:json-string('datePublished', date[1] ! string((@when, .)[1]))"/>
        <xsl:for-each select="publisher[1]">
          <j:map key="publisher">
            <j:string key="@type">Organization</j:string>
            <j:string key="name">{f:reading(.)}</j:string>
            <xsl:sequence select="f:json-string('location', ../pubPlace[1] ! f:reading(.))"/>
          </j:map>
        </xsl:for-each>
      </j:map>
    </xsl:for-each>
  </xsl:function>

  <!-- The licence of all, where nothing else is said; else that of the encoding, and what is said of other rights. -->
  <xsl:function name="f:linked-rights" as="element()*">
    <xsl:param name="availability" as="element(availability)*"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="licence" as="element(j:string)?" select="f:json-string('license', ($availability/licence/@target ! f:safe-address(.))[1])"/>
    <xsl:variable name="words" as="xs:string" select="string-join($availability/p ! f:reading(.), ' ')"/>
    <xsl:sequence select="$licence[not($words)]"/>
    <xsl:if test="$licence and $words">
      <j:map key="encoding">
        <j:string key="@type">MediaObject</j:string>
        <j:string key="encodingFormat">application/tei+xml</j:string>
        <xsl:sequence select="$licence"/>
      </j:map>
    </xsl:if>
    <xsl:if test="$page and $words">
      <j:map key="usageInfo"><j:string key="@type">CreativeWork</j:string><j:string key="text">{$words}</j:string></j:map>
    </xsl:if>
  </xsl:function>

  <!-- Somebody who is named: what the name leads to; a person or an organization where the encoding tells which.
       Its name too, where the entry is not part of the graph: in the page, which has no address of its own. -->
  <xsl:function name="f:linked-agent" as="element(j:map)">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="($name/descendant-or-self::*/@ref ! f:target(.))[1]"/>
    <j:map>
      <xsl:sequence select="$entry/@xml:id ! f:json-string('@id', $page || '#' || .)"/>
      <xsl:sequence select="f:json-string('@type', ($entry ! $linked-types(local-name(.)), $name[descendant-or-self::orgName] ! 'Organization',
          $name[descendant-or-self::persName] ! 'Person')[1])"/>
      <xsl:sequence select="f:reading($name)[not($entry) or not($page)] ! f:json-string('name', .)"/>
    </j:map>
  </xsl:function>

  <xsl:function name="f:linked-entry" as="element(j:map)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values($entry/(persName, orgName, placeName, label, title) ! f:reading(.))"/>
    <j:map>
      <j:string key="@id">{$page}#{$entry/@xml:id}</j:string>
      <j:string key="@type">{$entry ! $linked-types(local-name(.))}</j:string>
      <j:string key="name">{f:entry-name($entry)}</j:string>
      <xsl:sequence select="
          f:json-array('alternateName', $names[. != f:entry-name($entry)] ! f:json-value(.)),
          f:json-string('birthDate', f:linked-date($entry/birth/@when)),
          f:json-string('deathDate', f:linked-date($entry/death/@when)),
          f:json-string('startDate', f:linked-date($entry/self::event/(@when, @from)[1])),
          f:json-string('endDate', f:linked-date($entry/self::event/(@when, @to)[1])),
          f:json-array('author', $entry/author ! f:linked-agent(., $page)),
          f:json-string('datePublished', f:linked-date($entry/date[1]/@when)),
          f:json-string('description', string-join($entry/note ! f:reading(node()), ' ')),
          f:json-array('sameAs', $entry/idno ! f:identifier-address(.) ! f:json-value(.))"/>
    </j:map>
  </xsl:function>

  <!-- A date that schema.org can take: of the common era. -->
  <xsl:function name="f:linked-date" as="xs:string?">
    <xsl:param name="date" as="attribute()?"/>
    <xsl:sequence select="string($date)[matches(., '^[0-9]{4}(-[0-9]{2}){0,2}$')]"/>
  </xsl:function>

</xsl:stylesheet>
