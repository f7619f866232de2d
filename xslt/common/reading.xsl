<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The reading text as a plain string: corrected, words whole, without notes and page furniture. It is for headings,
       labels and look-up; running text is the formats' own. Entered by f:reading, and by the small questions that every
       format asks about a node. -->

  <!-- The reading text of nodes, with single spaces. -->
  <xsl:function name="f:reading" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates select="$nodes" mode="m:reading"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <xsl:template match="sic | orig | note | fw | pc[@force = 'weak'] | comment() | processing-instruction()" mode="m:reading" as="empty-sequence()"/>

  <xsl:template match="lb[not(@break = 'no')]" mode="m:reading" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:reading" as="item()*">
    <xsl:apply-templates select="corr | reg" mode="#current"/>
  </xsl:template>

  <xsl:template match="g" mode="m:reading" as="xs:string">
    <xsl:sequence select="f:sign(.)"/>
  </xsl:template>

  <!-- What is read for a damaged sign; the replacement character where nothing can be. -->
  <xsl:function name="f:sign" as="xs:string">
    <xsl:param name="g" as="element(g)"/>
    <xsl:sequence select="if (string($g)) then string($g) else '&#xFFFD;'"/>
  </xsl:function>

  <!-- What the source has at an intervention. -->
  <xsl:function name="f:source-reading" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="parts" as="item()*">
      <xsl:apply-templates select="$node/(sic | orig)/node()" mode="m:reading"/>
      <xsl:sequence select="f:target($node/self::g/@ref)/mapping[@type = 'source'] ! string(.)"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <!-- Whether a line end has to be read as a space because what stands before it does not end in white space. -->
  <xsl:function name="f:parts-words" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:param name="before" as="node()?"/>
    <xsl:sequence select="not($lb/@break = 'no') and exists($before) and not($before[self::text()][ends-with(., '&#10;') or ends-with(., ' ')])"/>
  </xsl:function>

  <!-- Whether a line end stands before anything else in its block. -->
  <xsl:function name="f:opens" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="empty(f:before($lb))"/>
  </xsl:function>

  <!-- What a line of text has just before a node: out through phrases, but not out of a block, and from the rest of an
       interrupted note back to its beginning. -->
  <xsl:function name="f:before" as="node()?">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="next" as="node()?" select="$node/preceding-sibling::node()[1]"/>
    <!-- The first case is what nearly every line end meets, and decided at once. -->
    <xsl:sequence select="
        if ($next[self::text()][normalize-space()]) then $next
        else if ($next[self::pb or self::fw or self::milestone or self::comment()]) then f:before($next)
        else if ($next[self::text()]) then (f:before($next) ! $next)
        else if ($next) then $next
        else ($node/parent::*[f:is-phrase(.)] ! f:before(.), f:target($node/parent::note/@prev)/node()[last()])[1]"/>
  </xsl:function>

  <!-- Whether an element is part of a line of text, so that what stands before it stands before its content. -->
  <xsl:function name="f:is-phrase" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(f:is-block($element) or $element/(parent::epigraph | parent::listBibl)) and exists($element[not(self::item or self::note or self::label or self::l
        or self::titlePart or self::docImprint or self::byline or self::div or self::titlePage or self::docTitle
        or self::front or self::body or self::back)])"/>
  </xsl:function>

  <!-- Whether the lines of the print are kept where a node stands: on title pages and in parts that are set line by line. -->
  <xsl:function name="f:keeps-lines" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/ancestor-or-self::*[self::titlePage or self::div[@type = ('imprint', 'reprint-notice', 'colophon', 'dedication')]][1])"/>
  </xsl:function>

  <!-- Whether a node is a block of its own, not part of a line of text. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::p or self::ab or self::list or self::lg or self::head or self::epigraph or self::listBibl
        or ((self::quote or self::said or self::q) and (@rend = 'block' or p or lg or ab))
        or self::note[@type = 'editorial'][p]])"/>
  </xsl:function>

  <!-- The text of a division's heading, or the label of its kind where it has none. -->
  <xsl:function name="f:heading" as="xs:string">
    <xsl:param name="div" as="element()"/>
    <xsl:variable name="head" as="xs:string" select="string-join($div/head ! f:unspaced(f:reading(.)), ' ')"/>
    <xsl:variable name="keys" as="xs:string*" select="
        if ($div/self::titlePage) then ($div/@type ! ('title-page-' || .), 'title-page') else ($div/@type ! ('div-' || .), 'div')"/>
    <xsl:sequence select="if ($head) then $head else ($keys ! $labels(.))[1]"/>
  </xsl:function>

  <!-- “caps” for a heading that is printed in capitals, as a class or a hint. -->
  <xsl:function name="f:caps" as="xs:string?">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="'caps'[$heading = upper-case($heading) and $heading != lower-case($heading)]"/>
  </xsl:function>

  <!-- A heading printed with a space after every letter, as a word. -->
  <xsl:function name="f:unspaced" as="xs:string">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="if (matches($heading, '^\p{L}( \p{L}){3,}$')) then translate($heading, ' ', '') else $heading"/>
  </xsl:function>

  <!-- The name of whoever is responsible for something, after @resp. -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="resp" as="attribute()?"/>
    <xsl:sequence select="string-join($resp ! f:pointers(.) ! key('by-id', ., root($resp))/(name, persName, orgName)[1] ! f:reading(.), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
