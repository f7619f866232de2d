<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page around the chapters: head, masthead, contents, the two indexes, and the sources of examples. Entered at the
  document node; included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="css" static="yes" as="xs:string" select="unparsed-text('documentation.css')"/>

  <!-- What may be loaded: nothing. The one style sheet is in the page. -->
  <xsl:variable name="policy" as="xs:string"
      select="'default-src ''none''; style-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

  <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(/)"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="." mode="m:check"/>
    <xsl:variable name="titles" as="element(title)+" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
    <html lang="{($schema/@docLang, TEI/@xml:lang)[1]}">
      <head>
        <xsl:comment>{f:label('comment', $schema/@ident)}</xsl:comment>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join($titles ! normalize-space(), ': ')}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#documentation">{f:label('skip')}</a>
        <div class="layout">
          <header class="masthead">
            <h1>{$titles[1]}</h1>
            <xsl:for-each select="$titles[position() gt 1]">
              <p class="subtitle">{.}</p>
            </xsl:for-each>
            <p class="counts">{f:label('summary', (count($elements), count($rules)) ! string())}</p>
          </header>
          <xsl:sequence select="f:panel(TEI/text)"/>
          <main id="documentation">
            <xsl:sequence select="f:index()"/>
            <xsl:apply-templates select="TEI/text" mode="m:chapter"/>
            <xsl:sequence select="f:rules-index(), f:sources()"/>
            <a class="up" href="#contents">{f:label('contents')}</a>
          </main>
          <footer>
            <p>{f:label('generated', $schema/@ident)}</p>
            <p><xsl:apply-templates select="TEI/teiHeader/fileDesc/publicationStmt/availability/licence" mode="m:prose"/></p>
          </footer>
        </div>
      </body>
    </html>
  </xsl:template>

  <!-- Contents: at the side where there is room, else folded up above the text. -->
  <xsl:function name="f:panel" as="element()">
    <xsl:param name="text" as="element(text)"/>
    <aside class="panel" id="contents" tabindex="0" aria-label="{f:label('contents')}">
      <details>
        <summary>{f:label('contents')}</summary>
        <nav aria-label="{f:label('contents')}">
          <ol class="toc">
            <li><a href="#elements">{f:label('index')}</a></li>
            <li><a href="#rules">{f:label('rules-index')}</a></li>
          </ol>
          <ol class="toc">
            <xsl:apply-templates select="$text/*/div" mode="m:contents"/>
          </ol>
        </nav>
      </details>
    </aside>
  </xsl:function>

  <!-- A chapter with the elements and rules that it declares; classes and datatypes are reached from elements. -->
  <xsl:template match="div" mode="m:contents" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <li>
      <a href="#{f:chapter-id(.)}">{normalize-space(head[1])}</a>
      <xsl:where-populated>
        <span class="names">
          <xsl:sequence select="f:links(specGrp/(elementSpec | constraintSpec[gloss]))"/>
        </span>
      </xsl:where-populated>
      <xsl:where-populated>
        <ol>
          <xsl:apply-templates select="div" mode="#current"/>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <!-- All elements, by their first letter. -->
  <xsl:function name="f:index" as="element()">
    <section class="index" id="elements">
      <h2>{f:label('index')}</h2>
      <dl>
        <xsl:for-each-group select="$elements" group-adjacent="upper-case(substring(@ident, 1, 1))">
          <xsl:text>&#10;</xsl:text>
          <div>
            <dt>{current-grouping-key()}</dt>
            <dd class="names"><xsl:sequence select="f:links(current-group())"/></dd>
          </div>
        </xsl:for-each-group>
      </dl>
    </section>
  </xsl:function>

  <!-- All rules, by their code. -->
  <xsl:function name="f:rules-index" as="element()">
    <section class="chapter" id="rules">
      <h2>{f:label('rules-index')}</h2>
      <table>
        <thead>
          <tr>
            <xsl:for-each select="'code', 'rule', 'severity'">
              <th scope="col">{f:label(.)}</th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rules">
            <xsl:text>&#10;</xsl:text>
            <tr>
              <td><xsl:sequence select="f:link(.)"/></td>
              <td>{normalize-space(gloss)}</td>
              <td><xsl:sequence select="f:severity(.)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:function>

  <!-- The books that examples are taken from. -->
  <xsl:function name="f:sources" as="element()?">
    <xsl:variable name="cited" as="element(bibl)*" select="$examples/f:example-sources(.)/self::bibl"/>
    <xsl:where-populated>
      <section class="chapter" id="sources">
        <xsl:if test="$cited">
          <h2>{f:label('sources')}</h2>
          <ul class="plain">
            <xsl:for-each select="$cited/.">
              <li id="{@xml:id}"><xsl:apply-templates select="." mode="m:prose"/></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </section>
    </xsl:where-populated>
  </xsl:function>

</xsl:stylesheet>
