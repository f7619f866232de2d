<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The page around the text: head, masthead, and what follows the text. What stands inside comes from the other modules.
       Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. A reader has no use for their comments and indentation. -->
  <xsl:variable name="css" as="xs:string" static="yes" select="
      replace(replace(unparsed-text('edition.css') || unparsed-text('map.css'), '/\*.*?\*/', '', 's'), '\n\s*', '&#10;')"/>
  <xsl:variable name="js" as="xs:string" static="yes" select="replace(replace(unparsed-text('edition.js'), '^\s*//.*$', '', 'm'), '\n\s*', '&#10;')"/>

  <!-- What may be loaded: nothing. What may run: what is in the page; whoever finishes the page can name it by its hash. -->
  <xsl:variable name="policy" as="xs:string" select="
      'default-src ''none''; style-src ''unsafe-inline''; script-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

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
        <script><xsl:value-of select="$js"/></script>
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

  <!-- What the edition adds to the text, after it. -->
  <xsl:template name="ed:apparatus" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <div class="apparatus">
      <xsl:call-template name="ed:map"/>
      <xsl:apply-templates select="standOff/*[*]" mode="m:register"/>
      <xsl:call-template name="ed:quotations"/>
      <xsl:call-template name="ed:interventions"/>
      <xsl:apply-templates select="teiHeader" mode="m:header"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
