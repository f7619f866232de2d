<?xml version="1.0" encoding="UTF-8"?>
<!--
  Chapters, and prose wherever it stands: in chapters, descriptions and remarks. What is no prose stops it (O001). Names of
  elements, classes and codes are links. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Chapters have headings of the second level, declarations stand one below the chapter that they are in. -->
  <xsl:function name="f:heading" as="element()">
    <xsl:param name="of" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="around" as="element()*" select="$of/ancestor-or-self::*[self::div or @ident][not(self::attDef)]"/>
    <xsl:element name="h{min((count($around) + 1, 6))}">
      <xsl:sequence select="$content"/>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:chapter-id" as="xs:string">
    <xsl:param name="chapter" as="element(div)"/>
    <xsl:variable name="before" as="element(div)*" select="$chapter/(preceding::div | ancestor::div)"/>
    <xsl:sequence select="string(($chapter/@xml:id, 'chapter-' || count($before) + 1)[1])"/>
  </xsl:function>

  <xsl:template match="text | front | body | back | specGrp" mode="m:chapter" as="node()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="div" mode="m:chapter" as="node()+">
    <xsl:text>&#10;</xsl:text>
    <section class="chapter" id="{f:chapter-id(.)}">
      <xsl:apply-templates select="*" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="div/head" mode="m:chapter" as="element()">
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="node()" mode="m:prose"/>
    </xsl:variable>
    <xsl:sequence select="f:heading(.., $words)"/>
  </xsl:template>

  <xsl:template mode="m:chapter" as="node()+"
      match="elementSpec | classSpec | macroSpec | dataSpec | constraintSpec | exemplum">
    <xsl:apply-templates select="." mode="m:spec"/>
  </xsl:template>

  <!-- The schema itself: its root, and the modules with what is taken from each. References to groups are mere order. -->
  <xsl:template match="schemaSpec" mode="m:chapter" as="element()">
    <dl class="facts">
      <xsl:sequence select="f:fact('roots', f:links(key('spec', tokenize(@start))))"/>
      <xsl:for-each select="moduleRef">
        <xsl:variable name="taken" as="node()*" select="f:links($elements[@module = current()/@key])"/>
        <xsl:text>&#10;</xsl:text>
        <dt id="module-{@key}">{@key}</dt>
        <dd class="names">
          <xsl:sequence select="$taken"/>
          <xsl:if test="empty($taken)">
            <span class="words">{f:label('no-elements')}</span>
          </xsl:if>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="*" priority="-1" mode="m:chapter" as="node()*">
    <xsl:apply-templates select="." mode="m:prose"/>
  </xsl:template>

  <xsl:template match="*" priority="-2" mode="m:prose m:spec" as="node()*">
    <xsl:sequence select="f:refuse('O001', ., 'there is no rule for “' || name() || '” in “' || name(..) || '”.')"/>
  </xsl:template>

  <!-- Line ends and indents are layout. -->
  <xsl:template match="text()" mode="m:prose" as="text()">
    <xsl:value-of select="if (contains(., '&#10;')) then replace(., '\s+', ' ') else ."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:prose" as="empty-sequence()"/>

  <xsl:template match="p" mode="m:prose" as="element()">
    <p><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

  <xsl:template match="list" mode="m:prose" as="element()">
    <xsl:element name="{if (@type = ('ordered', 'numbered')) then 'ol' else 'ul'}">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item" mode="m:prose" as="element()">
    <li><xsl:apply-templates mode="#current"/></li>
  </xsl:template>

  <xsl:template match="eg:egXML" mode="m:prose" as="element()">
    <xsl:apply-templates select="." mode="m:spec"/>
  </xsl:template>

  <xsl:template match="gi" mode="m:prose" as="element()">
    <code class="gi">&lt;<xsl:sequence select="f:element(.)"/>&gt;</code>
  </xsl:template>

  <xsl:template match="tag" mode="m:prose" as="element()">
    <xsl:variable name="name" as="xs:string" select="replace(., '^/?([^\s/]+).*$', '$1', 's')"/>
    <code class="gi">
      <xsl:text>&lt;{substring-before(., $name)}</xsl:text>
      <xsl:sequence select="f:element($name)"/>
      <xsl:text>{substring-after(., $name)}&gt;</xsl:text>
    </code>
  </xsl:template>

  <xsl:template match="att" mode="m:prose" as="element()">
    <code>@{.}</code>
  </xsl:template>

  <xsl:template match="val | code" mode="m:prose" as="element()">
    <code>{.}</code>
  </xsl:template>

  <!-- The name of a class, a datatype or a rule. -->
  <xsl:template match="ident" mode="m:prose" as="element()">
    <code>
      <xsl:choose>
        <xsl:when test=". = $other-names">
          <a href="#{.}">{.}</a>
        </xsl:when>
        <xsl:otherwise>{.}</xsl:otherwise>
      </xsl:choose>
    </code>
  </xsl:template>

  <xsl:template match="hi | emph | term | mentioned | foreign" mode="m:prose" as="element()">
    <em><xsl:apply-templates mode="#current"/></em>
  </xsl:template>

  <xsl:template match="q | soCalled | quote | title[@level = 'a']" mode="m:prose" as="node()+">
    <xsl:text>“</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>”</xsl:text>
  </xsl:template>

  <xsl:template match="title[not(@level = 'a')]" mode="m:prose" as="element()">
    <cite><xsl:apply-templates mode="#current"/></cite>
  </xsl:template>

  <xsl:template match="ref[@target] | licence[@target]" mode="m:prose" as="element()">
    <a href="{@target}"><xsl:apply-templates mode="#current"/></a>
  </xsl:template>

  <xsl:template match="ptr" mode="m:prose" as="element()">
    <a href="{@target}">{@target}</a>
  </xsl:template>

  <!-- A citation: as it is written if it has its own punctuation, else its parts in a row. -->
  <xsl:template match="bibl[text()[normalize-space()]]" mode="m:prose" as="node()+">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="bibl" priority="-1" mode="m:prose" as="node()*">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">
        <xsl:text>{if (self::publisher and preceding-sibling::*[1][self::pubPlace]) then ': ' else ', '}</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="m:prose" as="node()*" match="bibl/author | bibl/editor | bibl/pubPlace | bibl/publisher | bibl/date
      | bibl/edition | bibl/extent | bibl/idno | bibl/note | bibl/biblScope">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- A mere number says what it counts. -->
  <xsl:template match="bibl[not(text()[normalize-space()])]/biblScope[@unit]" priority="1" mode="m:prose" as="node()*">
    <xsl:text>{@unit} </xsl:text>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

</xsl:stylesheet>
