<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The publication: its parts in the order of reading, each a file, and the files around them. A part is made as HTML
       without a namespace, as on the page; only when all are there is it known in which file a link ends. Entered at the
       document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="book-css" as="xs:string" static="yes" select="unparsed-text('book.css')"/>

  <!-- The folder of the publication in the container. -->
  <xsl:variable name="folder" as="xs:string" select="'EPUB/'"/>

  <xsl:template match="TEI" as="element(ed:bundle)">
    <xsl:variable name="publication" as="element(ed:publication)">
      <ed:publication>
        <xsl:call-template name="ed:title-part"/>
        <xsl:apply-templates select="text/*" mode="m:parts"/>
        <xsl:call-template name="ed:added-parts"/>
      </ed:publication>
    </xsl:variable>
    <xsl:variable name="parts" as="element(ed:part)+" select="$publication/*"/>
    <xsl:variable name="places" as="map(xs:string, xs:string)" select="
        map:merge($parts ! (let $path := f:path(.) return .//@id ! map:entry(string(.), $path)), map { 'duplicates': 'use-first' })"/>
    <bundle xmlns="urn:teiwright:data">
      <file path="META-INF/container.xml">
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="{$folder}package.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>
      </file>
      <file path="{$folder}package.opf">
        <xsl:call-template name="ed:package">
          <xsl:with-param name="parts" select="$parts"/>
        </xsl:call-template>
      </file>
      <file path="{$folder}nav.xhtml">
        <xsl:call-template name="ed:navigation">
          <xsl:with-param name="parts" select="$parts"/>
          <xsl:with-param name="places" select="$places"/>
        </xsl:call-template>
      </file>
      <file path="{$folder}book.css">{$book-css}</file>
      <xsl:for-each select="$parts">
        <file path="{$folder}{f:path(.)}">
          <xsl:call-template name="ed:document">
            <xsl:with-param name="path" select="f:path(.)"/>
            <xsl:with-param name="places" select="$places"/>
          </xsl:call-template>
        </file>
      </xsl:for-each>
    </bundle>
  </xsl:template>

  <!-- The name of a file: its place, which tells it from all others whatever case its reader's disk knows, and what of the
       part's own name is safe. -->
  <xsl:function name="f:path" as="xs:string">
    <xsl:param name="part" as="element(ed:part)"/>
    <xsl:variable name="place" as="xs:string" select="format-integer(count($part/preceding-sibling::*) + 1, '001')"/>
    <xsl:sequence select="substring(string-join(($place, tokenize(lower-case($part/@name), '[^a-z0-9]+')[.]), '-'), 1, 44) || '.xhtml'"/>
  </xsl:function>

  <!-- What the reader sees first: title, author, imprint, and what edition this is. -->
  <xsl:template name="ed:title-part" as="element(ed:part)">
    <xsl:context-item as="element(TEI)" use="required"/>
    <ed:part name="title" title="{f:edition-title(.)}" lang="{$reader}" type="frontmatter titlepage">
      <xsl:apply-templates select="teiHeader/fileDesc"/>
      <p class="edition">{string-join((f:edition-words(teiHeader/fileDesc), f:reading(teiHeader/fileDesc/publicationStmt/publisher[1]), f:year-of(teiHeader/fileDesc))[.], ', ')}</p>
    </ed:part>
  </xsl:template>

  <!-- What the edition adds to the text, each a part: registers, quotations, corrections, about this edition. -->
  <xsl:template name="ed:added-parts" as="element(ed:part)+">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="sections" as="element()+">
      <xsl:apply-templates select="standOff/*[*]" mode="m:register"/>
      <xsl:call-template name="ed:quotations"/>
      <xsl:call-template name="ed:interventions"/>
      <xsl:apply-templates select="teiHeader" mode="m:header"/>
    </xsl:variable>
    <xsl:for-each select="$sections" xpath-default-namespace="">
      <ed:part name="{replace(@id, '-list', '-')}" added="yes" title="{h2}" lang="{$reader}"
          type="backmatter {if (@id = 'edition-corrections') then 'errata' else 'appendix'}">
        <xsl:sequence select="."/>
      </ed:part>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
