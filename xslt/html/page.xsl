<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The page around the text: head, masthead, contents, switches, and what follows the text. What stands inside comes
       from the other modules. Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="css" as="xs:string" static="yes" select="unparsed-text('edition.css')"/>

  <!-- The switches, in the order of the page; edition.css knows them as “show-” and the name. -->
  <xsl:variable name="switches" as="xs:string+" select="'names', 'quotations', 'printed', 'lines'"/>

  <!-- What may be loaded: nothing. The one style sheet is in the page. -->
  <xsl:variable name="policy" as="xs:string"
      select="'default-src ''none''; style-src ''unsafe-inline''; img-src data:; base-uri ''none''; form-action ''none'''"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="TEI" as="element()">
    <html lang="{$reader}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{f:edition-title(.)}</title>
        <xsl:apply-templates select="teiHeader" mode="m:meta"/>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#the-text">{f:label('skip')}</a>
        <div class="layout">
          <xsl:apply-templates select="teiHeader/fileDesc"/>
          <xsl:call-template name="ed:panel"/>
          <main>
            <xsl:apply-templates select="text" mode="m:html"/>
            <xsl:call-template name="ed:apparatus"/>
          </main>
        </div>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- What the reader sees first: title, author, imprint. -->
  <xsl:template match="fileDesc" as="element()">
    <header class="masthead">
      <h1>
        <xsl:apply-templates select="titleStmt/title[1]/node()" mode="m:html"/>
      </h1>
      <xsl:for-each select="titleStmt/title[position() > 1]">
        <p class="subtitle"><xsl:apply-templates select="node()" mode="m:html"/></p>
      </xsl:for-each>
      <xsl:for-each select="titleStmt/author">
        <p class="author"><xsl:apply-templates select="node()" mode="m:html"/></p>
      </xsl:for-each>
      <xsl:for-each select="f:print(.)">
        <p class="imprint">{string-join((string-join((pubPlace ! f:reading(.), publisher ! f:reading(.)), ': '), date ! f:reading(.)), ', ')}</p>
      </xsl:for-each>
    </header>
  </xsl:template>

  <!-- Contents and switches: at the side where there is room, else folded up above the text. -->
  <xsl:template name="ed:panel" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <div class="panel">
      <details>
        <summary>{f:label('panel')}</summary>
        <nav aria-label="{f:label('contents')}">
          <ol class="toc" lang="{@xml:lang}">
            <xsl:apply-templates select="text/*/(titlePage | div)" mode="m:contents"/>
          </ol>
          <ol class="toc" id="edition-contents">
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
            <label><input type="checkbox" id="show-{.}" autocomplete="off"/> {f:label('show-' || .)}</label>
          </xsl:for-each>
        </fieldset>
      </details>
    </div>
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

  <!-- What the edition adds to the text, after it. -->
  <xsl:template name="ed:apparatus" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <div class="apparatus">
      <xsl:apply-templates select="standOff/*[*]" mode="m:register"/>
      <xsl:call-template name="ed:quotations"/>
      <xsl:call-template name="ed:interventions"/>
      <xsl:apply-templates select="teiHeader" mode="m:header"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
