<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:out="urn:teiwright:alias" xmlns:x="http://www.jenitennison.com/xslt/xspec">

  <!-- A description in the vocabulary of XSpec to a stylesheet that imports the tested one and, run over the description,
       reports on every expectation. Known are scenarios in scenarios, which complete their calls and contexts; variables,
       catch and pending. Anything else stops the translation, so that nothing is passed over. All means what it means to
       XSpec, except that comments are not compared and “...” stands for itself. Entered at x:description. -->

  <!-- Where the description lies: its relative addresses begin there. -->
  <xsl:param name="base" as="xs:string" required="yes"/>

  <!-- What is known of an error; one that is not asked for fails its expectations, and no others. -->
  <xsl:variable name="error" as="xs:string" select="'map{''code'': $Q{http://www.w3.org/2005/xqt-errors}code, ''description'': $Q{http://www.w3.org/2005/xqt-errors}description}'"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="x:content" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="x:description"/>
  </xsl:template>

  <!-- Scenarios are functions, since XSpec gives them no context item. -->
  <xsl:template match="x:description" as="element()">
    <xsl:variable name="scenarios" as="element()+" select="x:scenario | x:pending"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:copy-of select="namespace::*"/>
      <out:import href="{resolve-uri(@stylesheet, $base)}"/>
      <out:output method="xml" indent="no"/>
      <xsl:apply-templates select="* except $scenarios"/>
      <out:template match="document-node(element(x:description))" as="element()">
        <x:report>
          <out:sequence select="{string-join((1 to count($scenarios)) ! ('x:scenario-' || . || '()'), ', ')}"/>
        </x:report>
      </out:template>
      <xsl:for-each select="$scenarios">
        <out:function name="x:scenario-{position()}" as="element()">
          <xsl:apply-templates select="."/>
        </out:function>
      </xsl:for-each>
      <!-- Nodes are tested and compared as children of a document. -->
      <out:function name="x:subject" as="item()*">
        <out:param name="items" as="item()*"/>
        <out:variable name="document" as="document-node()">
          <out:document><out:sequence select="$items[. instance of node()][not(. instance of attribute())]"/></out:document>
        </out:variable>
        <out:sequence select="if ($items instance of node()+ and empty($items[. instance of attribute()])) then $document else $items"/>
      </out:function>
      <out:function name="x:shown" as="item()">
        <out:param name="items" as="item()*"/>
        <out:sequence select="string-join($items ! serialize(., map{{'method': 'adaptive'}}), '&#10;')"/>
      </out:function>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="x:scenario | x:pending" as="element()">
    <xsl:variable name="before" as="element(x:variable)*" select="x:variable[following-sibling::x:call or following-sibling::x:context]"/>
    <x:scenario label="{x:literal(@label)}">
      <xsl:apply-templates select="$before"/>
      <xsl:if test="x:expect and empty(x:pending(.))">
        <out:variable name="x:result" as="item()*">
          <xsl:call-template name="x:run"/>
        </out:variable>
      </xsl:if>
      <xsl:apply-templates select="* except (x:call, x:context, $before)"/>
    </x:scenario>
  </xsl:template>

  <!-- Call and context are put together from the scenario and those around it: of two attributes, and of two parameters with
       the same name or place, the inner one counts. -->
  <xsl:template name="x:run" as="element()+">
    <xsl:context-item as="element(x:scenario)" use="required"/>
    <xsl:variable name="calls" as="element(x:call)*" select="ancestor-or-self::x:scenario/x:call"/>
    <xsl:variable name="contexts" as="element(x:context)*" select="ancestor-or-self::x:scenario/x:context"/>
    <xsl:variable name="context" as="element(x:context)?" select="$contexts[@select or node() except x:param][last()]"/>
    <xsl:variable name="params" as="element(x:param)*">
      <xsl:for-each-group select="if ($calls) then $calls/x:param else $contexts/x:param"
          group-by="if ($calls/@function) then xs:integer((@position, count(preceding-sibling::x:param) + 1)[1]) else string(@name)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="current-group()[last()]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="with" as="element()*">
      <xsl:for-each select="$params">
        <out:with-param name="{@name}" select="$x:param-{position()}"><xsl:copy-of select="@as, @tunnel"/></out:with-param>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="entered" as="element()">
      <xsl:choose>
        <xsl:when test="$calls/@function">
          <out:sequence select="{$calls/@function}({string-join((1 to count($params)) ! ('$x:param-' || .), ', ')})"/>
        </xsl:when>
        <xsl:when test="$calls/@template">
          <out:call-template name="{$calls/@template}"><xsl:sequence select="$with"/></out:call-template>
        </xsl:when>
        <xsl:otherwise>
          <out:apply-templates select="." mode="{('#unnamed', $contexts/@mode ! string())[last()]}"><xsl:sequence select="$with"/></out:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="in-context" as="element()">
      <out:for-each select="$x:context"><xsl:sequence select="$entered"/></out:for-each>
    </xsl:variable>
    <xsl:variable name="run" as="element()" select="if ($context) then $in-context else $entered"/>
    <xsl:sequence select="for-each-pair($params, 1 to count($params), function($param, $i) { x:declared($param, 'x:param-' || $i) })"/>
    <xsl:sequence select="$context ! x:declared(., 'x:context')"/>
    <xsl:variable name="catches" as="xs:boolean" select="ancestor-or-self::*[@catch][1]/@catch = ('yes', 'true', '1')"/>
    <out:try>
      <xsl:sequence select="$run"/>
      <out:catch select="map{{'{if ($catches) then 'err' else 'stopped'}': {$error}}}"/>
    </out:try>
  </xsl:template>

  <xsl:template match="x:expect" as="element()">
    <x:test label="{x:literal(@label)}">
      <xsl:choose>
        <xsl:when test="exists(x:pending(.))">
          <xsl:attribute name="pending" select="x:literal(x:pending(.))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="compared" as="xs:boolean" select="not(@test) or exists((@select, node()))"/>
          <xsl:for-each select="@test"><xsl:attribute name="test" select="x:literal(.)"/></xsl:for-each>
          <out:variable name="x:subject" as="item()*" select="x:subject($x:result)"/>
          <out:variable name="x:actual" as="item()*">
            <out:try>
              <out:for-each select="if (count($x:subject) eq 1) then $x:subject else false()">
                <out:sequence select="{(@test, '$x:result')[1]}"/>
              </out:for-each>
              <out:catch select="map{{'stopped': {$error}}}"/>
            </out:try>
          </out:variable>
          <xsl:sequence select="x:declared(., 'x:expected')"/>
          <out:attribute name="successful" select="empty($x:result[. instance of map(*)]?stopped) and deep-equal(x:subject($x:actual), {if ($compared) then 'x:subject($x:expected)' else 'true()'})"/>
          <x:expected><out:value-of select="x:shown($x:expected)"/></x:expected>
          <x:actual><out:value-of select="x:shown(({if ($compared) then '$x:actual' else '$x:result, $x:actual[not(. instance of Q{http://www.w3.org/2001/XMLSchema}boolean)]'}))"/></x:actual>
        </xsl:otherwise>
      </xsl:choose>
    </x:test>
  </xsl:template>

  <!-- One that has the name of a variable or parameter of the tested stylesheet overrides it. -->
  <xsl:template match="x:variable | x:description/x:param" as="element()">
    <xsl:sequence select="x:declared(., @name)"/>
  </xsl:template>

  <!-- The declaration of a value: what is selected, or what stands inside, or what is selected from that. -->
  <xsl:function name="x:declared" as="element()">
    <xsl:param name="value" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="content" as="node()*" select="$value/node()[not(self::x:param or self::text()[not(normalize-space())])]"/>
    <out:variable name="{$name}" as="{($value/@as, 'item()*')[1]}">
      <xsl:if test="$content">
        <out:variable name="x:document" as="document-node()">
          <out:document><xsl:apply-templates select="$content" mode="x:content"/></out:document>
        </out:variable>
      </xsl:if>
      <out:sequence select="{if ($content) then '$x:document ! (' || ($value/@select, 'node()')[1] || ')' else ($value/@select, '()')[1]}"/>
    </out:variable>
  </xsl:function>

  <xsl:template match="*[not(self::x:*)]" mode="x:content" as="element()">
    <xsl:copy>
      <xsl:for-each select="@*"><xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="x:literal(.)"/></xsl:for-each>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- White space alone is layout, but in x:text. -->
  <xsl:template match="text()[not(normalize-space())]" mode="x:content" as="empty-sequence()"/>
  <xsl:template match="text()[normalize-space()] | x:text" mode="x:content" as="element()">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:function name="x:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '[{}]', '$0$0')"/>
  </xsl:function>

  <!-- Why something is left untested for now, if it is. -->
  <xsl:function name="x:pending" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="($node/ancestor-or-self::*/@pending/string(), $node/ancestor-or-self::x:pending/string(@label))[1]"/>
  </xsl:function>

</xsl:stylesheet>
