<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The panel beside the text: search, contents, switches, printed pages. Entered by ed:panel. -->

  <!-- The switches, in the order of the page; edition.css knows them as “show-” and the name. -->
  <xsl:variable name="switches" as="xs:string+" select="'names', 'quotations', 'printed', 'lines'"/>

  <!-- Contents and switches: at the side where there is room, else folded up above the text. -->
  <xsl:template name="ed:panel" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <aside class="panel" aria-label="{f:label('panel')}">
      <details>
        <summary>{f:label('panel')}</summary>
        <xsl:call-template name="ed:search"/>
        <nav aria-label="{f:label('contents')}">
          <ol class="toc" lang="{@xml:lang}">
            <xsl:apply-templates select="text/*/(titlePage | div)" mode="m:contents"/>
          </ol>
          <ol class="toc" id="edition-contents">
            <xsl:if test="f:has-map(.)">
              <li><a href="#edition-map">{f:label('map')}</a></li>
            </xsl:if>
            <xsl:for-each select="standOff/*[*]">
              <li><a href="#register-{local-name()}">{f:label(local-name())}</a></li>
            </xsl:for-each>
            <xsl:if test="exists(key('quotations', 'all'))">
              <li><a href="#register-quotations">{f:label('quotations')}</a></li>
            </xsl:if>
            <li><a href="#edition-corrections">{f:label('interventions')}</a></li>
            <li><a href="#edition-about">{f:label('apparatus')}</a></li>
          </ol>
        </nav>
        <fieldset class="switches">
          <legend>{f:label('display')}</legend>
          <xsl:for-each select="$switches">
            <label><input type="checkbox" id="show-{.}"/> {f:label('show-' || .)}</label>
          </xsl:for-each>
        </fieldset>
        <xsl:call-template name="ed:pages-list"/>
      </details>
    </aside>
  </xsl:template>

  <xsl:template match="titlePage" mode="m:contents" as="element()">
    <li><a href="#{f:div-id(.)}">{f:heading(.)}</a></li>
  </xsl:template>

  <!-- A heading that is only a number is told apart by the first words of its text. -->
  <xsl:template match="div" mode="m:contents" as="element()">
    <xsl:variable name="heading" as="xs:string" select="f:heading(.)"/>
    <li>
      <a href="#{f:div-id(.)}">
        <span><xsl:sequence select="f:caps($heading) ! f:attribute('class', .)"/>{$heading}</span>
        <xsl:if test="string-length($heading) lt 6 and p">
          <xsl:text> </xsl:text>
          <span class="incipit">{f:label('incipit', string-join(tokenize(f:reading(p[1]))[position() le 7], ' '))}</span>
        </xsl:if>
      </a>
      <xsl:where-populated>
        <ol>
          <xsl:apply-templates select="div" mode="#current"/>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- Shown by the script, which does the searching; without it the browser's own search has to do. -->
  <xsl:template name="ed:search" as="element()">
    <form class="search" role="search" hidden="">
      <label for="search">{f:label('search')}</label>
      <input type="search" id="search" autocomplete="off" spellcheck="false"/>
      <output for="search" data-none="{f:label('search-none')}" data-one="{f:label('search-one')}" data-many="{f:label('search-many')}" data-at="{f:label('search-at')}"></output>
      <ol class="hits"></ol>
    </form>
  </xsl:template>

  <!-- Every printed page, for whoever comes with a page number. -->
  <xsl:template name="ed:pages-list" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="pages" as="element(pb)*" select="text//pb[@xml:id][@n]"/>
    <xsl:if test="$pages">
      <nav class="pages" aria-label="{f:label('pages')}">
        <p>{f:label('pages')}</p>
        <xsl:for-each select="$pages">
          <a href="#{@xml:id}">{@n}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
