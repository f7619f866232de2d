<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data">

  <!-- The page around the claims: head, masthead, and a section for each certainty. Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="style" as="xs:string" static="yes" select="unparsed-text('review.css')"/>
  <xsl:variable name="script" as="xs:string" static="yes" select="unparsed-text('review.js')"/>

  <!-- What may be loaded: nothing. What may run: what is in the page; whoever finishes the page can name it by its hash. -->
  <xsl:variable name="policy" as="xs:string" select="
      'default-src ''none''; style-src ''unsafe-inline''; script-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

  <!-- The certainties, the lowest first; review.css knows each as a class. -->
  <xsl:variable name="certainties" as="xs:string+" select="'low', 'medium', 'high'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="*" mode="#all" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <xsl:template match="review" as="element()">
    <html lang="en">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{f:label('title', @edition)}</title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body data-copied="{f:label('copied', @file)}" data-not-copied="{f:label('not-copied')}" data-shown="{f:label('shown')}" data-done="{f:label('done')}">
        <a class="skip" href="#claims">{f:label('skip')}</a>
        <div class="layout">
          <xsl:call-template name="ed:masthead"/>
          <xsl:call-template name="ed:filters"/>
          <main id="claims" tabindex="-1">
            <xsl:variable name="claims" as="element(claim)*" select="claim"/>
            <xsl:for-each select="$certainties">
              <xsl:where-populated>
                <section aria-labelledby="cert-{.}">
                  <xsl:on-non-empty><h2 class="{.}" id="cert-{.}">{f:label('cert-' || .)}</h2></xsl:on-non-empty>
                  <xsl:where-populated>
                    <ol class="claims"><xsl:apply-templates select="$claims[@cert = current()]" mode="m:claim"/></ol>
                  </xsl:where-populated>
                </section>
              </xsl:where-populated>
            </xsl:for-each>
          </main>
          <footer>teiwright {@version}</footer>
        </div>
        <p id="said" role="status"/>
        <script><xsl:value-of select="$script"/></script>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:masthead" as="element()">
    <xsl:context-item as="element(review)" use="required"/>
    <header class="masthead">
      <p class="tool">{f:label('tool')}</p>
      <h1><bdi>{@edition}</bdi></h1>
      <p>{f:label('counted', (string(count(claim)), string(count(claim[@cert != 'high'][not(decision)]))))}. {f:label('how', @file)}</p>
    </header>
  </xsl:template>

</xsl:stylesheet>
