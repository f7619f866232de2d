<?xml version="1.0" encoding="UTF-8"?>
<!--
  Schematron (query binding xslt3) to an XSLT 3.0 stylesheet, which reads a document and reports what is wrong with it:

    <report>
      <finding code="V101" role="error" location="/Q{…}TEI[1]/…">
        <message>the sentence</message>
        <help>what the diagnostics say</help>
      </finding> …
    </report>

  Entry point: the schema in, the stylesheet out; it needs no other file and opens none. Each rule becomes a loop over the
  nodes that its context selects, without those that an earlier rule of its pattern takes. The code is the id of the
  assertion, or else of its pattern; a sentence that begins with the code gives it up. Understood are patterns, rules, let,
  assert, report, value-of, name and emph, diagnostics, namespaces, keys and functions; it stops at anything else (phases,
  abstract patterns, contexts that are no path), rather than leave a rule out.
-->
<xsl:stylesheet version="3.0" expand-text="no"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:out="urn:teiwright:stylesheet"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="xsl:element"/>

  <!-- Whether a rule that fails on a document is reported, with the role “stopped”, and the others go on. It makes the
       stylesheet slow to compile. “yes” or “no”; defaults to no. -->
  <xsl:param name="careful" as="xs:string" select="'no'"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:check" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:declare" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:rule" on-no-match="deep-skip" on-multiple-match="fail"/>
  <xsl:mode name="m:message" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The part of Schematron that is understood: for each element its attributes and children. -->
  <xsl:variable name="language" as="map(xs:string, xs:string)" select="map {
    'schema':   '@queryBinding @schemaVersion title p ns let pattern diagnostics',
    'title':    '',
    'p':        '',
    'ns':       '@prefix @uri',
    'let':      '@name @value',
    'pattern':  '@id title p let rule',
    'rule':     '@id @context @role let assert report',
    'assert':   '@id @test @role @diagnostics value-of name emph',
    'report':   '@id @test @role @diagnostics value-of name emph',
    'diagnostics': 'diagnostic',
    'diagnostic':  '@id value-of name emph',
    'value-of': '@select',
    'name':     '@path',
    'emph':     ''
  }"/>

  <xsl:template match="document-node(element(sch:schema))" as="element()">
    <xsl:apply-templates select="sch:schema" mode="m:check"/>
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each select="sch:schema/sch:ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <xsl:apply-templates select="sch:schema/*" mode="m:declare"/>
      <out:template match="/">
        <report>
          <xsl:apply-templates select="sch:schema/sch:pattern/sch:rule" mode="m:rule"/>
        </report>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:*" mode="m:check" as="empty-sequence()">
    <xsl:variable name="known" as="xs:string*" select="tokenize($language(local-name()))"/>
    <xsl:variable name="strangers" as="xs:string*"
        select="((@* except @xml:*) ! ('@' || name()), sch:* ! local-name(), * [not(self::sch:* or self::xsl:*)] ! name())[not(. = $known)]"/>
    <xsl:sequence select="if (empty($strangers)) then () else f:refuse(., string-join($strangers, ', ') || ' is not understood')"/>
    <xsl:apply-templates select="sch:*" mode="m:check"/>
  </xsl:template>

  <xsl:template match="sch:schema[not(@queryBinding = ('xslt3', 'xslt2'))]" priority="10" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse(., 'the query binding is not xslt3')"/>
  </xsl:template>

  <xsl:template match="(sch:rule[not(@context)] | sch:let[not(@value)] | sch:assert[not(@test)] | sch:report[not(@test)])"
      priority="10" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse(., 'it has no context, value or test')"/>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)[some $name in tokenize(@diagnostics) satisfies not($name = root()//sch:diagnostic/@id)]"
      priority="15" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse(., 'a diagnostic that it names is not there')"/>
  </xsl:template>

  <!-- A path may be looked for from the root; what else a pattern may be in XSLT may not. -->
  <xsl:template match="sch:rule[matches(@context, '(^|\|)\s*(\.|\$|key\(|id\(|doc\()')]" priority="15" mode="m:check" as="empty-sequence()">
    <xsl:sequence select="f:refuse(., 'its context is no path')"/>
  </xsl:template>

  <!-- Stops, naming the pattern. It never returns, so it may stand for anything. -->
  <xsl:function name="f:refuse" as="item()*">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="error(QName('urn:teiwright:data', 'ed:O013'),
                                'O013 ' || string-join(($at/ancestor-or-self::sch:pattern/@id, local-name($at)), ', ') || ': ' || $what || '.')"/>
  </xsl:function>

  <!-- Keys and functions are XSLT already. -->
  <xsl:template match="xsl:*" mode="m:declare" as="element()">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>

  <!-- The variables of a pattern are global, so a name must be used once in a schema; XSLT sees to it. -->
  <xsl:template match="sch:let" mode="m:declare m:rule" as="element()">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:pattern" mode="m:declare" as="element()*">
    <xsl:apply-templates select="sch:let" mode="m:declare"/>
  </xsl:template>

  <xsl:template match="sch:rule" mode="m:rule" as="element()">
    <xsl:variable name="earlier" as="xs:string*" select="preceding-sibling::sch:rule ! f:selection(@context)"/>
    <xsl:variable name="loop" as="element()">
      <out:for-each select="{string-join((f:selection(@context), $earlier) ! ('(' || . || ')'), ' except ')}">
        <xsl:apply-templates select="*" mode="m:rule"/>
      </out:for-each>
    </xsl:variable>
    <xsl:sequence select="if ($careful eq 'yes') then f:caught(., $loop) else $loop"/>
  </xsl:template>

  <xsl:function name="f:caught" as="element()">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:param name="loop" as="element()"/>
    <out:try>
      <xsl:sequence select="$loop"/>
      <out:catch xmlns:err="http://www.w3.org/2005/xqt-errors">
        <finding code="{$rule/../@id}" role="stopped" location="/*">
          <message>
            <out:value-of select="$err:description"/>
          </message>
        </finding>
      </out:catch>
    </out:try>
  </xsl:function>

  <!-- A pattern as the expression that selects what it matches: each of its alternatives may begin anywhere. To select
       costs a tenth of what it costs to match every node of a document against every rule. -->
  <xsl:function name="f:selection" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="alternatives" as="xs:string+"
        select="fold-left(tokenize($context, '\|'), (), function($so-far, $piece) {
                  if (empty($so-far) or f:whole($so-far[last()])) then ($so-far, $piece)
                  else ($so-far[position() lt last()], $so-far[last()] || '|' || $piece) })"/>
    <xsl:sequence select="string-join($alternatives ! normalize-space() ! (if (starts-with(., '/')) then . else '//' || .), ' | ')"/>
  </xsl:function>

  <!-- Whether a piece of a pattern holds as many closing brackets as opening ones, and no half of a string. -->
  <xsl:function name="f:whole" as="xs:boolean">
    <xsl:param name="piece" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($piece, '''[^'']*''|&quot;[^&quot;]*&quot;', '')"/>
    <xsl:sequence select="not(matches($bare, '[''&quot;]'))
                          and string-length(translate($bare, '([', '')) eq string-length(translate($bare, ')]', ''))"/>
  </xsl:function>

  <xsl:template match="sch:assert" mode="m:rule" as="element()">
    <xsl:sequence select="f:finding(., 'not(' || @test || ')')"/>
  </xsl:template>

  <xsl:template match="sch:report" mode="m:rule" as="element()">
    <xsl:sequence select="f:finding(., @test)"/>
  </xsl:template>

  <xsl:function name="f:finding" as="element()">
    <xsl:param name="assertion" as="element()"/>
    <xsl:param name="test" as="xs:string"/>
    <xsl:variable name="code" as="xs:string" select="string(($assertion/@id, $assertion/../../@id)[1])"/>
    <xsl:variable name="diagnostics" as="element(sch:diagnostic)*"
        select="root($assertion)//sch:diagnostic[@id = tokenize($assertion/@diagnostics)]"/>
    <out:if test="{$test}">
      <out:variable name="sentence" as="xs:string">
        <out:value-of>
          <xsl:apply-templates select="$assertion/node()" mode="m:message"/>
        </out:value-of>
      </out:variable>
      <finding code="{$code}" role="{($assertion/@role, $assertion/../@role, 'error')[1]}" location="{{path()}}">
        <message>
          <out:value-of select="replace(normalize-space($sentence), '^{$code} ', '')"/>
        </message>
        <xsl:where-populated>
          <help>
            <xsl:apply-templates select="$diagnostics/node()" mode="m:message"/>
          </help>
        </xsl:where-populated>
      </finding>
    </out:if>
  </xsl:function>

  <xsl:template match="text()" mode="m:message" as="element()">
    <out:text>
      <xsl:value-of select="."/>
    </out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="m:message" as="element()">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="m:message" as="element()">
    <out:value-of select="name({@path})"/>
  </xsl:template>

  <xsl:template match="sch:emph" mode="m:message" as="element()*">
    <xsl:apply-templates mode="m:message"/>
  </xsl:template>

  <xsl:template match="comment()" mode="m:message" as="empty-sequence()"/>

</xsl:stylesheet>
