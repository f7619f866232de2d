<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The page of all editions: title, author and print of each, its size, version and terms, and its forms. Entered at the
       document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="css" as="xs:string" static="yes" select="
      replace(replace(unparsed-text('../html/edition.css') || unparsed-text('index.css'), '/\*.*?\*/', '', 's'), '\n\s*', '&#10;')"/>

  <!-- What may be loaded and run: nothing but the style in the page. -->
  <xsl:variable name="policy" as="xs:string" select="'default-src ''none''; style-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="ed:editions" as="element()">
    <html lang="{$reader}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{f:label('editions')}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <header class="masthead"><h1>{f:label('editions')}</h1></header>
        <main>
          <ol class="editions">
            <xsl:apply-templates select="ed:edition" mode="m:edition">
              <xsl:sort select="lower-case(f:edition-title(TEI))"/>
            </xsl:apply-templates>
          </ol>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="ed:edition" mode="m:edition" as="element()">
    <xsl:variable name="file" as="element(fileDesc)" select="TEI/teiHeader/fileDesc"/>
    <xsl:variable name="page" as="element(ed:form)?" select="ed:form[@name = 'html']"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <li>
      <h2 lang="{TEI/@xml:lang}">
        <xsl:choose>
          <xsl:when test="$page"><a href="{f:path-address($page/@path)}">{f:edition-title(TEI)}</a></xsl:when>
          <xsl:otherwise>{f:edition-title(TEI)}</xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:where-populated>
        <p><xsl:value-of select="$file/titleStmt/author ! f:reading(.)" separator=", "/></p>
      </xsl:where-populated>
      <xsl:where-populated>
        <p class="about"><xsl:value-of select="string-join((string-join($print/(pubPlace, publisher) ! f:reading(.), ': '), $print/date ! f:reading(.))[.], ', ')"/></p>
      </xsl:where-populated>
      <p class="about">
        <xsl:value-of select="$file/extent/measure ! f:reading(.), $file/editionStmt/edition ! f:reading(.)" separator=" · "/>
      </p>
      <xsl:for-each select="$file/publicationStmt/availability/licence/@target ! f:safe-address(.)">
        <p class="about"><a rel="license" href="{.}">{.}</a></p>
      </xsl:for-each>
      <xsl:if test="ed:form[not(@name = 'html')]">
        <details>
          <summary>{f:label('forms')}</summary>
          <dl>
            <xsl:for-each select="ed:form[not(@name = 'html')]">
              <dt><a href="{f:path-address(@path)}">{@path}</a></dt>
              <dd>{f:label('form-' || @name)}</dd>
            </xsl:for-each>
          </dl>
        </details>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="*" mode="#default m:edition" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
