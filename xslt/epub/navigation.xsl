<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The navigation document (EPUB 3.3, section 7): contents, the pages of the print, and landmarks. Entered by
       ed:navigation. -->

  <xsl:template name="ed:navigation" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:param name="parts" as="element(ed:part)+"/>
    <xsl:param name="places" as="map(xs:string, xs:string)"/>
    <xsl:variable name="document" as="element(ed:part)">
      <ed:part title="{f:label('contents')}" lang="{$reader}" type="frontmatter">
        <nav role="doc-toc" id="toc" aria-labelledby="toc-head">
          <h1 id="toc-head">{f:label('contents')}</h1>
          <ol>
            <li><a href="{f:path($parts[1])}">{$parts[1]/@title}</a></li>
            <xsl:apply-templates select="text/*/(titlePage | div)" mode="m:contents"/>
            <xsl:for-each select="$parts[@added]">
              <li><a href="{f:path(.)}">{@title}</a></li>
            </xsl:for-each>
          </ol>
        </nav>
        <xsl:call-template name="ed:page-list">
          <xsl:with-param name="places" select="$places"/>
        </xsl:call-template>
        <nav data-type="landmarks" id="landmarks" aria-labelledby="landmarks-head">
          <h2 id="landmarks-head">{f:label('landmarks')}</h2>
          <ol>
            <li><a data-type="titlepage" href="{f:path($parts[1])}">{f:label('epub-title')}</a></li>
            <li><a data-type="bodymatter" href="{f:path($parts[starts-with(@type, 'bodymatter')][1])}">{f:label('text')}</a></li>
            <li><a data-type="backmatter" href="{f:path($parts[@added][1])}">{f:label('apparatus')}</a></li>
          </ol>
        </nav>
      </ed:part>
    </xsl:variable>
    <xsl:for-each select="$document">
      <xsl:call-template name="ed:document">
        <xsl:with-param name="path" select="'nav.xhtml'"/>
        <xsl:with-param name="places" select="$places"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Every page of the print that the text shows, in its order. -->
  <xsl:template name="ed:page-list" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:param name="places" as="map(xs:string, xs:string)"/>
    <xsl:variable name="pages" as="element(pb)*" select="text//pb[@xml:id][map:contains($places, @xml:id)]"/>
    <xsl:if test="$pages">
      <nav role="doc-pagelist" data-type="page-list" id="page-list" aria-labelledby="page-list-head">
        <h2 id="page-list-head">{f:label('pages')}</h2>
        <ol>
          <xsl:for-each select="$pages">
            <li><a href="#{@xml:id}">{f:page-number(.)}</a></li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
