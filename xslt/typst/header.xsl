<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The TEI header, as prose “About this edition”. What only programs and those who look into the file need is left out:
       counts of elements, renditions, citation for programs. Entered in mode m:header. -->

  <xsl:template match="teiHeader" mode="m:header" as="xs:string+">
    <xsl:sequence select="f:part(1, f:label('apparatus'))"/>
    <xsl:apply-templates select="fileDesc, profileDesc, encodingDesc, fileDesc/publicationStmt, revisionDesc" mode="#current"/>
    <xsl:apply-templates select="* except (fileDesc, profileDesc, encodingDesc, revisionDesc)" mode="#current"/>
  </xsl:template>

  <xsl:template match="fileDesc" mode="m:header" as="xs:string*">
    <xsl:sequence select="f:part(2, f:label('about-responsibility'))"/>
    <xsl:apply-templates select="titleStmt, editionStmt, extent, sourceDesc, notesStmt" mode="#current"/>
    <xsl:apply-templates select="* except (titleStmt, editionStmt, extent, sourceDesc, notesStmt, publicationStmt)" mode="#current"/>
  </xsl:template>

  <xsl:template match="titleStmt | editionStmt | notesStmt | availability" mode="m:header" as="xs:string*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- Said on the title page. -->
  <xsl:template match="titleStmt/title | titleStmt/author" mode="m:header" as="empty-sequence()"/>

  <xsl:template match="edition | notesStmt/note | fileDesc/extent | publicationStmt/idno | titleStmt/editor | teiHeader//p" mode="m:header" as="xs:string?">
    <xsl:sequence select="f:written-line(node())[.]"/>
  </xsl:template>

  <xsl:template match="respStmt" mode="m:header" as="xs:string">
    <xsl:sequence select="string-join(* ! f:written-line(.), '#&quot; &quot;;')"/>
  </xsl:template>

  <xsl:template match="sourceDesc" mode="m:header" as="xs:string*">
    <xsl:sequence select="f:part(2, f:label('about-source'))"/>
    <xsl:variable name="items" as="xs:string*" select="(listBibl/*, * except listBibl) ! f:fact(f:label-or-value('bibl', string-join(@type ! ('-' || .))), node())"/>
    <xsl:sequence select="f:facts($items)"/>
  </xsl:template>

  <xsl:template match="encodingDesc" mode="m:header" as="xs:string*">
    <xsl:variable name="technical" as="xs:string*">
      <xsl:apply-templates select="classDecl, charDecl, appInfo" mode="#current"/>
    </xsl:variable>
    <xsl:apply-templates select="* except (classDecl, charDecl, appInfo)" mode="#current"/>
    <xsl:sequence select="$technical[1] ! (f:part(2, f:label('about-technical')), $technical)"/>
  </xsl:template>

  <xsl:template match="projectDesc | editorialDecl | refsDecl" mode="m:header" as="xs:string+">
    <xsl:sequence select="f:part(2, f:label(if (self::projectDesc) then 'about-project' else if (self::editorialDecl) then 'about-principles' else 'about-citing'))"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="editorialDecl/(correction | normalization | hyphenation | quotation | segmentation | interpretation | stdVals)"
      mode="m:header" as="xs:string+">
    <xsl:sequence select="if (preceding-sibling::*[1][node-name() = node-name(current())]) then () else f:part(3, f:label(local-name()))"/>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- For programs, and for those who look into the file. -->
  <xsl:template match="tagsDecl | styleDefDecl | refsDecl[citeStructure]" mode="m:header" as="empty-sequence()" priority="1"/>

  <xsl:template match="charDecl" mode="m:header" as="xs:string*">
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each select="(char | glyph)[mapping[@type = 'source']]">
        <xsl:sequence select="f:written-words(string-join((
            f:label('character', (mapping[@type = 'source'], (mapping[@type = 'reading'][string()], f:label('nothing'))[1]) ! string(.)), desc ! f:reading(.)), '; '))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$items[1] ! (f:part(3, f:label('characters')), f:items($items))"/>
  </xsl:template>

  <!-- A classification, its first description as heading. -->
  <xsl:template match="classDecl" mode="m:header" as="xs:string*">
    <xsl:for-each select="taxonomy">
      <xsl:sequence select="desc[1] ! ('#part(3, [' || f:written-line(node()) || ']);'), tail(desc) ! f:written-line(node())"/>
      <xsl:sequence select="f:items(.//catDesc ! f:written-line(node()))"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:items" as="xs:string?">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="$items[1] ! ('#items(' || string-join($items ! ('[' || . || ']'), ', ') || ');')"/>
  </xsl:function>

  <xsl:template match="appInfo" mode="m:header" as="xs:string*">
    <xsl:sequence select="application ! f:written-words(f:label('software', (f:reading(label), string(@version))))"/>
  </xsl:template>

  <xsl:template match="profileDesc" mode="m:header" as="xs:string+">
    <xsl:sequence select="f:part(2, f:label('about-work'))"/>
    <xsl:variable name="items" as="xs:string*">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="f:facts($items)"/>
  </xsl:template>

  <xsl:template match="creation" mode="m:header" as="xs:string">
    <xsl:sequence select="f:fact(f:label(local-name()), node())"/>
  </xsl:template>

  <xsl:template match="langUsage | textClass" mode="m:header" as="xs:string*">
    <xsl:variable name="words" as="xs:string*" select="(language, keywords/(term | list/item)) ! f:reading(.)"/>
    <xsl:sequence select="'terms.item(' || f:content(f:label(if (self::langUsage) then 'languages' else 'keywords')) || ', ' || f:content(string-join($words, '; ')) || ')'"/>
  </xsl:template>

  <xsl:template match="publicationStmt" mode="m:header" as="xs:string+">
    <xsl:sequence select="f:part(2, f:label('about-availability'))"/>
    <xsl:sequence select="f:written-words(string-join((publisher, pubPlace, date) ! f:reading(.), ', '))"/>
    <xsl:apply-templates select="* except (publisher, pubPlace, date)" mode="#current"/>
  </xsl:template>

  <xsl:template match="licence" mode="m:header" as="xs:string+">
    <xsl:sequence select="(p, .[not(p)]) ! f:written-line(node())[.]"/>
    <xsl:sequence select="f:safe-address(@target) ! f:call('link(' || f:string(.) || ')', f:written-words(.))"/>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="m:header" as="xs:string+">
    <xsl:sequence select="f:part(2, f:label('about-revision'))"/>
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each select=".//change">
        <xsl:variable name="by" as="xs:string" select="string-join(f:responsible(@who)[.] ! f:written-words(' (' || . || ')'))"/>
        <xsl:sequence select="'terms.item(' || f:content(@when) || ', [' || f:written-line(node()) || $by[.] ! ('#&quot; &quot;;' || .) || '])'"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:facts($items)"/>
  </xsl:template>

  <!-- A fact with its name, and all facts of a kind. -->
  <xsl:function name="f:fact" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="'terms.item(' || f:content($name) || ', [' || f:written-line($nodes) || '])'"/>
  </xsl:function>

  <xsl:function name="f:facts" as="xs:string?">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="$items[1] ! ('#facts(&#10;  ' || string-join($items, ',&#10;  ') || ');')"/>
  </xsl:function>

  <!-- Phrases that only a header has. -->
  <xsl:template match="measure | resp | respStmt | edition | desc | p" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:words" as="xs:string*">
    <xsl:for-each select="*">
      <xsl:sequence select="if (position() > 1) then '; ' else ()"/>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="m:header" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
