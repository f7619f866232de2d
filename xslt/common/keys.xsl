<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Finding things: by id, by pointer, by page, by their place in a block. It renders nothing. Entered through the
       functions; the keys are theirs, but notes-of, mentions, interventions, quotations and quoted are read by the formats too. -->

  <xsl:key name="by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:key name="notes-of" match="text//note[not(@type = 'editorial' or @prev or @sameAs)]" use="generate-id(f:host(.))"/>
  <xsl:key name="calls-again" match="text//note[@sameAs]" use="f:pointers(@sameAs)"/>

  <xsl:key name="mentions" match="(persName | orgName | placeName | name | rs | title | author | editor | publisher | pubPlace)
      [@ref][ancestor::text][not(ancestor::sic or ancestor::orig)]" use="f:pointers(@ref)"/>
  <xsl:key name="mentions" match="text//bibl[@corresp or @sameAs]" use="(@corresp, @sameAs) ! f:pointers(.)"/>

  <!-- Quotations, each by its first part; and those that somebody speaks, or that are taken from something, by whom or what. -->
  <xsl:key name="quotations" match="(quote | said | q | soCalled | mentioned | term | title)[@xml:id][ancestor::text][not(@prev)]
      [not(ancestor::sic or ancestor::orig)]" use="'all'"/>
  <xsl:key name="quoted" match="(quote | said | q | soCalled | mentioned | term | title)[@xml:id][ancestor::text][not(@prev)]
      [@who or @source]" use="distinct-values((@who, @source, f:target(@source)/(@corresp, @sameAs)) ! f:pointers(.))"/>

  <xsl:key name="interventions" match="(choice | supplied | g)[ancestor::text][not(ancestor::sic or ancestor::orig)]" use="'all', generate-id(f:block(.))"/>
  <xsl:key name="mentions-in" match="*[@ref or @corresp or @sameAs][not(@xml:id)][ancestor::text]" use="generate-id(f:block(.))"/>

  <!-- The printed page that a node stands on. -->
  <xsl:accumulator name="page" as="element(pb)?" initial-value="()">
    <xsl:accumulator-rule match="pb" select="."/>
  </xsl:accumulator>

  <!-- The number of that page as printed; a word where pages are not marked. -->
  <xsl:function name="f:page" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="string(($node/accumulator-before('page')/@n, f:label('page-none'))[1])"/>
  </xsl:function>

  <!-- The ids that a pointer attribute names in this document. -->
  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="attribute" as="attribute()"/>
    <xsl:sequence select="tokenize($attribute)[starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <!-- The first element that a pointer attribute leads to, if it leads anywhere. -->
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="$attribute ! (for $id in f:pointers(.) return key('by-id', $id, root($attribute)))[1]"/>
  </xsl:function>

  <!-- The division whose end has the note. -->
  <xsl:function name="f:host" as="element()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/ancestor::*[self::div or self::titlePage or self::front or self::body or self::back][1]"/>
  </xsl:function>

  <!-- The parts of a note that is interrupted and goes on elsewhere, in order. -->
  <xsl:function name="f:note-parts" as="element(note)+">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note, f:target($note/@next)[self::note][@prev][. >> $note] ! f:note-parts(.)"/>
  </xsl:function>

  <!-- The parts of a quotation that is interrupted and goes on, in order. -->
  <xsl:function name="f:quotation-parts" as="element()+">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="$quotation, f:target($quotation/@next)[@prev][. >> $quotation] ! f:quotation-parts(.)"/>
  </xsl:function>

  <!-- The number of a note among those of its division. -->
  <xsl:function name="f:note-number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="count(key('notes-of', generate-id(f:host($note)), root($note))[. &lt;&lt; $note]) + 1"/>
  </xsl:function>

  <!-- What calls a note: the sign as printed, else its number in the division. -->
  <xsl:function name="f:note-sign" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@n, f:note-number($note))[1])"/>
  </xsl:function>

  <!-- The id of a note: its own, or its block, “n” and its number. -->
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(($note/@xml:id, f:block($note)/@xml:id || '-n' || f:note-number($note))[1])"/>
  </xsl:function>

  <!-- The smallest thing around a node that has an id: what its place is named after. -->
  <xsl:function name="f:block" as="element()">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/ancestor::*[@xml:id][1], root($node)/*)[1]"/>
  </xsl:function>

  <!-- The id of an intervention: its block, “c” and a number. -->
  <xsl:function name="f:intervention-id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="f:numbered-id($node, 'c', key('interventions', generate-id(f:block($node)), root($node)))"/>
  </xsl:function>

  <!-- The id of a mention: its own, or its block, “m” and a number. -->
  <xsl:function name="f:mention-id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="if ($node/@xml:id) then string($node/@xml:id)
        else f:numbered-id($node, 'm', key('mentions-in', generate-id(f:block($node)), root($node)))"/>
  </xsl:function>

  <xsl:function name="f:numbered-id" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="letter" as="xs:string"/>
    <xsl:param name="siblings" as="element()*"/>
    <xsl:sequence select="string-join((f:block($node)/@xml:id, $letter || count($siblings[. &lt;&lt; $node]) + 1), '-')"/>
  </xsl:function>

</xsl:stylesheet>
