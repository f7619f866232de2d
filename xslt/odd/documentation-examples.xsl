<?xml version="1.0" encoding="UTF-8"?>
<!--
  XML shown as it is typed, with every line break and each name of an element a link: the examples of declarations, and
  rules as they are checked. Only the indent that the ODD itself needs is taken away. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:eg="http://www.tei-c.org/ns/Examples"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="examples" as="element(eg:egXML)*" select="//eg:egXML"/>

  <xsl:template match="exemplum" mode="m:spec" as="node()+">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="exemplum/p" mode="m:spec" as="element()">
    <p><xsl:apply-templates mode="m:prose"/></p>
  </xsl:template>

  <xsl:template match="eg:egXML" mode="m:spec" as="element()">
    <xsl:variable name="sources" as="node()*" select="f:example-sources(.)"/>
    <figure class="example">
      <xsl:if test="@valid = 'false'">
        <p class="meta">{f:label('example-wrong')}</p>
      </xsl:if>
      <pre tabindex="0"><code><xsl:sequence select="f:markup(.)"/></code></pre>
      <xsl:if test="$sources">
        <figcaption>
          <xsl:text>{f:label('example-from')}</xsl:text>
          <xsl:for-each select="$sources">
            <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
            <xsl:sequence select="f:citation(.)"/>
          </xsl:for-each>
        </figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <!-- What an example is taken from: entries of the header, or addresses elsewhere. -->
  <xsl:function name="f:example-sources" as="node()*">
    <xsl:param name="example" as="element(eg:egXML)"/>
    <xsl:for-each select="($example/@source, $example/parent::exemplum/@source)[1] ! tokenize(.)">
      <xsl:variable name="entry" as="element(bibl)?" select="id(substring-after(., '#'), root($example))[self::bibl]"/>
      <xsl:choose>
        <xsl:when test="$entry">
          <xsl:sequence select="$entry"/>
        </xsl:when>
        <xsl:when test="starts-with(., '#')">
          <xsl:sequence select="f:refuse('O003', $example, 'the source ' || . || ' of an example is not declared.')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Author and title, with a link to the whole entry. -->
  <xsl:function name="f:citation" as="element()">
    <xsl:param name="source" as="node()"/>
    <xsl:variable name="title" as="element(title)?" select="$source/title[1]"/>
    <a href="{if ($source/self::bibl) then '#' || $source/@xml:id else $source}">
      <xsl:for-each select="$source/author[1][$title]">
        <xsl:text>{normalize-space(.)}, </xsl:text>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$title">
          <xsl:apply-templates select="$title" mode="m:prose"/>
        </xsl:when>
        <xsl:otherwise>{normalize-space($source)}</xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:function>

  <!-- The content of an element as markup, without the line ends around it and the indent of its first line. -->
  <xsl:function name="f:markup" as="node()*">
    <xsl:param name="of" as="element()"/>
    <xsl:variable name="edges" as="node()*" select="$of/(node()[1] | node()[last()])/self::text()[not(normalize-space())]"/>
    <xsl:apply-templates select="$of/node() except $edges" mode="m:markup">
      <xsl:with-param name="indent" as="xs:integer" tunnel="yes"
          select="string-length(tokenize($edges[not(preceding-sibling::node())], '\n')[last()])"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:template match="*" mode="m:markup" as="node()+">
    <b>
      <xsl:text>&lt;</xsl:text>
      <xsl:sequence select="f:tag-name(.)"/>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:text>{if (node()) then '>' else '/>'}</xsl:text>
    </b>
    <xsl:apply-templates mode="#current"/>
    <xsl:if test="node()">
      <b>&lt;/{name()}&gt;</b>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:tag-name" as="node()">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/self::eg:*">
        <xsl:sequence select="f:element(local-name($element))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="name($element)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="@*" mode="m:markup" as="node()+">
    <xsl:variable name="value" as="xs:string" select="f:escaped(.) => replace('&quot;', '&amp;quot;')"/>
    <xsl:text> {name()}=</xsl:text>
    <i>"<xsl:sequence select="f:linked($value)"/>"</i>
  </xsl:template>

  <!-- An expression of a rule, in which white space is layout. -->
  <xsl:template match="sch:*/@*" mode="m:markup" as="node()+">
    <xsl:text> {name()}=</xsl:text>
    <i>"<xsl:sequence select="f:linked(f:escaped(normalize-space()) => replace('&quot;', '&amp;quot;'))"/>"</i>
  </xsl:template>

  <!-- A value in which elements are named as XPath names them. -->
  <xsl:function name="f:linked" as="node()*">
    <xsl:param name="value" as="xs:string"/>
    <xsl:for-each select="analyze-string($value, 'tei:(\w+)')/*">
      <xsl:choose>
        <xsl:when test="self::fn:match">
          <xsl:text>tei:</xsl:text>
          <xsl:sequence select="f:element(fn:group)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="text()" mode="m:markup" as="text()?">
    <xsl:param name="indent" as="xs:integer" tunnel="yes"/>
    <xsl:value-of select="f:escaped(.) => replace('\n {0,' || $indent || '}', '&#10;')"/>
  </xsl:template>

  <!-- The sentence that a rule says, in which white space is layout as well. -->
  <xsl:template match="(sch:assert | sch:report)/text()" mode="m:markup" as="text()">
    <xsl:value-of select="f:escaped(replace(., '\s+', ' '))"/>
  </xsl:template>

  <xsl:template match="comment()" mode="m:markup" as="node()+">
    <em>&lt;!--{.}--&gt;</em>
  </xsl:template>

  <xsl:template match="processing-instruction()" mode="m:markup" as="node()+">
    <em>&lt;?{name()} {.}?&gt;</em>
  </xsl:template>

  <!-- What cannot be seen. -->
  <xsl:variable name="unseen" static="yes" as="xs:string" select="'[\p{C}\p{Zl}\p{Zp}-[\n\t]]'"/>

  <!-- Text as it is typed; what cannot be seen, by its number. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string" select="$text => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;')"/>
    <xsl:sequence select="if (not(matches($safe, $unseen))) then $safe else string-join(analyze-string($safe, $unseen)/*/(
      if (self::fn:match) then '&amp;#x' || f:hexadecimal(string-to-codepoints(.)) || ';' else string()))"/>
  </xsl:function>

  <xsl:function name="f:hexadecimal" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="last" as="xs:string" select="substring('0123456789ABCDEF', $number mod 16 + 1, 1)"/>
    <xsl:sequence select="if ($number lt 16) then $last else f:hexadecimal($number idiv 16) || $last"/>
  </xsl:function>

</xsl:stylesheet>
