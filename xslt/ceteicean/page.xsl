<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The page around the TEI: head, and a switch that shows the header and the registers. Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="css" as="xs:string" static="yes" select="unparsed-text('book.css')"/>

  <!-- What may be loaded: nothing. What may be used: the style that stands in the page; whoever finishes the page can name it
       by its hash. -->
  <xsl:variable name="policy" as="xs:string" select="
      'default-src ''none''; style-src ''unsafe-inline''; script-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <!-- The switch has no id, since every id in the page is one of the TEI. -->
  <xsl:template match="TEI" as="element()">
    <html lang="{$reader}">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{f:edition-title(.)}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <header>
          <h1>{f:edition-title(.)}</h1>
          <label><input type="checkbox" class="show-about"/> {f:label('apparatus')}</label>
        </header>
        <xsl:apply-templates select="." mode="m:custom"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
