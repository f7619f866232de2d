<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The large parts of the text: front, body, back, title pages, divisions, headings, paragraphs, separators, verse.
       Lists, notes and phrases have their own modules. Entered in mode m:html. -->

  <xsl:template match="text" mode="m:html" as="element()">
    <article class="book" id="the-text" aria-label="{f:label('text')}">
      <xsl:apply-templates select="(@xml:lang, ../@xml:lang)[1]" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </article>
  </xsl:template>

  <xsl:template match="front | body | back" mode="m:html" as="element()">
    <div class="{local-name()}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
    </div>
  </xsl:template>

  <!-- The notes of what precedes the first inner division stand before that division. -->
  <xsl:template match="div" mode="m:html" as="element()">
    <xsl:variable name="inner" as="element(div)?" select="div[1]"/>
    <section class="{string-join(('div', f:class(@type), 'lines'[f:keeps-lines(current())]), ' ')}" id="{f:div-id(.)}">
      <xsl:apply-templates select="@* except @xml:id" mode="m:attributes"/>
      <xsl:apply-templates select="node()[not($inner) or . &lt;&lt; $inner]" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
      <xsl:apply-templates select="$inner, $inner/following-sibling::node()" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="titlePage" mode="m:html" as="element()">
    <div class="{string-join(('title-page', f:class(@type), 'lines'), ' ')}" id="{f:div-id(.)}">
      <xsl:apply-templates select="@* except @xml:id" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
      <xsl:call-template name="ed:notes"/>
    </div>
  </xsl:template>

  <!-- The id of a division or title page; a made one where the encoder gave none. -->
  <xsl:function name="f:div-id" as="xs:string">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="if ($div/@xml:id) then string($div/@xml:id) else local-name($div) || '-' || count($div/preceding::*[node-name() = node-name($div)]) + 1"/>
  </xsl:function>

  <xsl:template match="docTitle | titlePart | docImprint | titlePage/docAuthor | byline | epigraph"
      mode="m:html" as="element()">
    <div class="{string-join((f:kebab(local-name()), f:class(@type)), ' ')}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </div>
  </xsl:template>

  <!-- The first heading of a division gives the page its outline; further ones are set below it. -->
  <xsl:template match="div/head[not(preceding-sibling::head)]" mode="m:html" as="element()" priority="1">
    <xsl:element name="h{min((count(ancestor::div) + 1, 6))}" namespace="">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:sequence select="f:caps(f:reading(.)) ! f:attribute('class', .)"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="head" mode="m:html" as="element()">
    <p class="head">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template match="p | ab" mode="m:html" as="element()">
    <p>
      <xsl:call-template name="ed:block-attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
      <xsl:call-template name="ed:anchor"/>
    </p>
  </xsl:template>

  <!-- HTML knows no block inside a paragraph. -->
  <xsl:template match="(p | ab)[node()[f:is-block(.)]]" mode="m:html" as="element()" priority="1">
    <div>
      <xsl:call-template name="ed:block-attributes"/>
      <xsl:call-template name="ed:flow"/>
      <xsl:call-template name="ed:anchor"/>
    </div>
  </xsl:template>

  <xsl:template name="ed:block-attributes" as="attribute()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:apply-templates select="@xml:id, @xml:lang" mode="m:attributes"/>
    <xsl:variable name="classes" as="xs:string*" select="(self::ab, self::p[node()[f:is-block(.)]]) ! local-name(), f:class(@type), f:class(@rend)"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="$classes" separator=" "/>
    </xsl:if>
  </xsl:template>

  <!-- The link by which a passage is cited; its sign is drawn by the style sheet, so that it is not part of the text. -->
  <xsl:template name="ed:anchor" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@xml:id and not(self::ab)">
      <a class="anchor" href="#{@xml:id}" aria-label="{f:label('link-here', @xml:id)}"></a>
    </xsl:if>
  </xsl:template>

  <!-- Mixed content that has blocks in it: runs of text become paragraphs. -->
  <xsl:template name="ed:flow" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:for-each-group select="$nodes" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(normalize-space(string-join(current-group())))">
          <xsl:apply-templates select="current-group()" mode="m:html"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates select="current-group()" mode="m:html"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="lg" mode="m:html" as="element()">
    <div class="{string-join(('lg', f:class(@type)), ' ')}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </div>
  </xsl:template>

  <xsl:template match="l" mode="m:html" as="element()">
    <p class="{string-join(('l', f:class(@rend)), ' ')}">
      <xsl:apply-templates select="@*" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </p>
  </xsl:template>

  <xsl:template match="text()" mode="m:html" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:html m:note m:register m:header" as="empty-sequence()"/>

  <xsl:template match="*" mode="m:html m:note m:contents" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <!-- Attributes. Those that only machines read are passed over by name; others that a rule needs, it reads itself. -->

  <xsl:template match="@xml:id" mode="m:attributes" as="attribute(id)">
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="m:attributes" as="attribute(lang)">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>

  <xsl:template match="@*" mode="m:attributes" priority="-2" as="empty-sequence()"/>

  <!-- Class names from a TEI attribute that holds words, each with the attribute's name, so that no word is taken for
       something else. -->
  <xsl:function name="f:class" as="xs:string*">
    <xsl:param name="attribute" as="attribute()?"/>
    <xsl:sequence select="tokenize($attribute) ! (local-name($attribute) || '-' || replace(lower-case(.), '[^a-z0-9-]+', '-'))"/>
  </xsl:function>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <xsl:function name="f:kebab" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($name, '([a-z])([A-Z])', '$1-$2'))"/>
  </xsl:function>

</xsl:stylesheet>
