<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:dts="https://w3id.org/api/dts#" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What can be cited: the header's citeStructures, followed (Guidelines, 17.2.5.4). A stylesheet evaluates no expression of
       a document, so it reads those that the schema's documentation tells of: a path of names, with “/” and “//”, each with
       one test for an attribute; and as the word that means a unit an attribute, what stands in it after the last of some
       signs (replace(@xml:id, '^.*-p', '')), or position(). Anything else stops the transformation. Entered by f:tree. -->

  <!-- What a step of a path, and an expression with replace(), look like. -->
  <xsl:variable name="form" as="xs:string" static="yes" select="'^(\*|[A-Za-z]+)(\[@([A-Za-z:]+)(=[''&quot;]([^''&quot;]*)[''&quot;])?\])?$'"/>
  <xsl:variable name="last-part" as="xs:string" static="yes" select="'^replace\(\s*@([A-Za-z:]+)\s*,\s*[''&quot;]\^\.\*([-\w]+)[''&quot;]\s*,\s*[''&quot;]{2}\s*\)$'"/>

  <!-- A tree: its identifier, none for the first, and its units, each before those inside it. Of two units with one reference
       the first is meant, as a reference leads to one unit only. A unit has a file if its reference can be a part of the name
       of one on every system, and differs from others in more than case. -->
  <xsl:function name="f:tree" as="map(*)">
    <xsl:param name="declaration" as="element(refsDecl)"/>
    <xsl:variable name="units" as="map(*)*" select="f:units(root($declaration), $declaration/citeStructure, ())"/>
    <xsl:variable name="names" as="map(xs:string, xs:string)" select="
        map:merge($units[f:can-be-a-name(?ref)] ! map:entry(lower-case(?ref), ?ref), map{'duplicates': 'use-first'})"/>
    <xsl:sequence select="map{
        'id': f:tree-id($declaration),
        'units': $units ! map:put(., 'file', $names(lower-case(?ref)) = ?ref) }"/>
  </xsl:function>

  <!-- The identifier of a tree, none for the first: what its declaration is called, unless an earlier one is called so too. -->
  <xsl:function name="f:tree-id" as="xs:string?">
    <xsl:param name="declaration" as="element(refsDecl)"/>
    <xsl:variable name="earlier" as="element(refsDecl)*" select="$declaration/preceding-sibling::refsDecl[citeStructure]"/>
    <xsl:variable name="names" as="xs:string+" select="$declaration/@n, $declaration/@xml:id, 'tree-' || count($earlier) + 1"/>
    <xsl:sequence select="$names[$earlier][f:can-be-a-name(.)][not(lower-case(.) = $earlier/(@n, @xml:id) ! lower-case(.))][1]"/>
  </xsl:function>

  <xsl:function name="f:can-be-a-name" as="xs:boolean">
    <xsl:param name="ref" as="xs:string"/>
    <xsl:sequence select="string-length($ref) le 100 and not(matches($ref, '[/\\:*?&quot;&lt;&gt;|;=\p{C}]'))"/>
  </xsl:function>

  <!-- The units of some structures within a node, in the order of the text, each followed by those inside it. -->
  <xsl:function name="f:units" as="map(*)*">
    <xsl:param name="from" as="node()"/>
    <xsl:param name="structures" as="element(citeStructure)*"/>
    <xsl:param name="around" as="map(*)?"/>
    <xsl:variable name="found" as="map(*)*">
      <xsl:for-each select="$structures">
        <xsl:variable name="structure" as="element(citeStructure)" select="."/>
        <xsl:for-each select="f:follow($from, @match)">
          <xsl:variable name="word" as="xs:string?" select="f:word(., position(), $structure/@use)"/>
          <xsl:if test="$word">
            <xsl:sequence select="map{
                'node': .,
                'structure': $structure,
                'type': string($structure/@unit),
                'ref': $around?ref || $structure/@delim || $word,
                'parent': $around?ref,
                'within': $around?node,
                'level': ($around?level, 0)[1] + 1 }"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="in-order" as="map(*)*">
      <xsl:variable name="by-node" as="map(xs:string, map(*))" select="map:merge($found ! map:entry(generate-id(?node), .))"/>
      <xsl:sequence select="($found?node | ()) ! $by-node(generate-id(.))"/>
    </xsl:variable>
    <xsl:for-each-group select="if (count($structures) gt 1) then $in-order else $found" group-by="?ref">
      <xsl:variable name="unit" as="map(*)" select="current-group()[1]"/>
      <xsl:variable name="inner" as="map(*)*" select="f:units($unit?node, $unit?structure/citeStructure, $unit)"/>
      <xsl:sequence select="map:put($unit, 'inner', count($inner)), $inner"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The elements that a path leads to. -->
  <xsl:function name="f:follow" as="element()*">
    <xsl:param name="from" as="node()"/>
    <xsl:param name="path" as="attribute()"/>
    <xsl:variable name="steps" as="xs:string+" select="tokenize(replace($path, '^/|^\./', ''), '/')"/>
    <xsl:sequence select="fold-left(1 to count($steps), if (starts-with($path, '/')) then root($from) else $from,
        function($nodes as node()*, $i as xs:integer) as node()* {
            if ($steps[$i] = '') then $nodes else f:step($nodes, $steps[$i], $i gt 1 and $steps[$i - 1] = '', $path) })"/>
  </xsl:function>

  <xsl:function name="f:step" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="step" as="xs:string"/>
    <xsl:param name="deep" as="xs:boolean"/>
    <xsl:param name="path" as="attribute()"/>
    <xsl:if test="not(matches($step, $form))">
      <xsl:sequence select="f:unread($path)"/>
    </xsl:if>
    <xsl:variable name="parts" as="xs:string+" select="tokenize(replace($step, $form, '$1&#10;$3&#10;$4&#10;$5'), '&#10;')"/>
    <xsl:sequence select="$nodes/(if ($deep) then descendant::* else *)[$parts[1] = ('*', local-name())][self::tei:*]
        [$parts[2] = '' or @*[name() = $parts[2]][$parts[3] = '' or . = $parts[4]]]" xmlns:tei="http://www.tei-c.org/ns/1.0"/>
  </xsl:function>

  <!-- The word that means a unit; none if it has none, so that it cannot be cited. -->
  <xsl:function name="f:word" as="xs:string?">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:param name="use" as="attribute()"/>
    <xsl:choose>
      <xsl:when test="matches($use, '^@[A-Za-z:]+$')">
        <xsl:sequence select="$unit/@*[name() = substring($use, 2)] ! string(.)"/>
      </xsl:when>
      <xsl:when test="matches($use, $last-part)">
        <xsl:variable name="name" as="xs:string" select="replace($use, $last-part, '$1')"/>
        <xsl:variable name="signs" as="xs:string" select="replace($use, $last-part, '$2')"/>
        <xsl:sequence select="$unit/@*[name() = $name] ! tokenize(., $signs)[last()]"/>
      </xsl:when>
      <xsl:when test="$use = 'position()'">
        <xsl:sequence select="string($position)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:unread($use)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:unread" as="empty-sequence()">
    <xsl:param name="expression" as="attribute()"/>
    <xsl:sequence select="f:stop('“' || $expression || '” (' || name($expression) || ' of a citeStructure) is more than can be read here')"/>
  </xsl:function>

</xsl:stylesheet>
