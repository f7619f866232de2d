<?xml version="1.0" encoding="UTF-8"?>
<!--
  ODD to Schematron (query binding xslt3): the rules of the constraintSpecs, each made a pattern that has the rule's code as
  its id. What a desc of the type “help” says, namely what to do, becomes the diagnostic of its assertions. Beside sch:rule
  and sch:let a constraint may hold keys and functions for the others, which go to the head of the schema. Entry point: the
  ODD in, the schema out. It stops at a rule without code, reason, help, context, role or message.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions"
    xmlns:m="urn:teiwright:modes"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="check.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="sch:assert sch:report"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <!-- A rule as it stands, without the white space of the ODD around and within its sentences. -->
  <xsl:mode name="m:rule" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:apply-templates select="." mode="m:check"/>
    <xsl:variable name="schema" as="element(schemaSpec)" select="f:schema(.)"/>
    <xsl:variable name="constraints" as="element(constraintSpec)*" select="f:constraints($schema)"/>
    <xsl:variable name="rules" as="element(constraintSpec)*" select="$constraints[f:rules(.)]"/>
    <xsl:sequence select="$rules ! f:check-rule(., $rules)"/>
    <xsl:comment> Generated from {$schema/@ident}.odd by xslt/odd/schematron.xsl. Change the ODD, never this file. </xsl:comment>
    <sch:schema queryBinding="xslt3">
      <xsl:namespace name="tei" select="'http://www.tei-c.org/ns/1.0'"/>
      <xsl:namespace name="xsl" select="'http://www.w3.org/1999/XSL/Transform'"/>
      <xsl:for-each select="$constraints/constraint/sch:ns">
        <xsl:namespace name="{@prefix}" select="@uri"/>
      </xsl:for-each>
      <sch:title>Rules of {$schema/@ident} that a grammar cannot hold</sch:title>
      <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      <xsl:apply-templates select="$constraints/constraint/sch:ns, $constraints/constraint/xsl:*" mode="m:rule"/>
      <xsl:for-each select="$rules">
        <sch:pattern id="{@ident}">
          <sch:title>{normalize-space(gloss)}</sch:title>
          <sch:p>{f:reason(.)}</sch:p>
          <xsl:apply-templates select="f:rules(.)/preceding-sibling::sch:let, f:rules(.)" mode="m:rule"/>
        </sch:pattern>
      </xsl:for-each>
      <sch:diagnostics>
        <xsl:for-each select="$rules">
          <sch:diagnostic id="{f:diagnostic(.)}">{normalize-space(desc[@type = 'help'])}</sch:diagnostic>
        </xsl:for-each>
      </sch:diagnostics>
    </sch:schema>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The constraints of a schema, in its own order: those of declarations, and those that stand beside them. -->
  <xsl:function name="f:constraints" as="element(constraintSpec)*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:sequence select="for $reference in $schema/specGrpRef
                          return key('group', $reference/@target, root($schema))//constraintSpec[@scheme = 'schematron']"/>
  </xsl:function>

  <!-- The rules of a constraint; variables that several of them use make a pattern necessary in the ODD. -->
  <xsl:function name="f:rules" as="element(sch:rule)*">
    <xsl:param name="constraint" as="element(constraintSpec)"/>
    <xsl:sequence select="$constraint/constraint/(sch:rule | sch:pattern/sch:rule)"/>
  </xsl:function>

  <xsl:function name="f:reason" as="xs:string">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:sequence select="string-join($rule/desc[not(@type)] ! normalize-space(), ' ')"/>
  </xsl:function>

  <xsl:function name="f:diagnostic" as="xs:string">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:sequence select="$rule/@ident || '-help'"/>
  </xsl:function>

  <xsl:function name="f:check-rule" as="empty-sequence()">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:param name="all" as="element(constraintSpec)+"/>
    <xsl:variable name="assertions" as="element()*" select="f:rules($rule)/(sch:assert | sch:report)"/>
    <xsl:sequence select="
      f:demand($rule, matches($rule/@ident, '^V[1-9][0-9]{2}$'), 'its ident is no code, which is V and three figures.'),
      f:demand($rule, count($all[@ident = $rule/@ident]) eq 1, 'the code is used more than once.'),
      f:demand($rule, normalize-space($rule/gloss) and f:reason($rule), 'it has no gloss that names it, or no desc that argues for it.'),
      f:demand($rule, exists($rule/desc[@type = 'help'][normalize-space()]), 'it has no desc of the type “help”, which says what to do.'),
      f:demand($rule, every $one in f:rules($rule) satisfies $one/@context, 'a rule has no context.'),
      f:demand($rule, exists($assertions), 'it asserts nothing.'),
      f:demand($rule, every $one in $assertions satisfies $one/@role = ('error', 'warning', 'info'),
               'a role is neither error, warning nor info.'),
      f:demand($rule, every $one in $assertions satisfies starts-with(normalize-space($one), $rule/@ident || ' '),
               'a message does not begin with its code.')"/>
  </xsl:function>

  <xsl:function name="f:demand" as="empty-sequence()">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:param name="met" as="xs:boolean"/>
    <xsl:param name="sentence" as="xs:string"/>
    <xsl:sequence select="if ($met) then () else f:refuse('O012', $rule, $sentence)"/>
  </xsl:function>

  <xsl:template match="sch:*" mode="m:rule" as="element()">
    <xsl:element name="sch:{local-name()}">
      <xsl:apply-templates select="@*, node()" mode="m:rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" priority="5" mode="m:rule" as="element()">
    <xsl:element name="sch:{local-name()}">
      <xsl:apply-templates select="@*" mode="m:rule"/>
      <xsl:attribute name="diagnostics" select="f:diagnostic(ancestor::constraintSpec)"/>
      <xsl:apply-templates select="node()" mode="m:rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="xsl:*" mode="m:rule" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="m:rule"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*" mode="m:rule" as="attribute()">
    <xsl:attribute name="{name()}" select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="text()[not(normalize-space())] | comment()" mode="m:rule" as="empty-sequence()"/>

  <!-- Line feeds and indents within a sentence are layout; so are blanks at its ends. -->
  <xsl:template match="(sch:assert | sch:report)/text()[normalize-space()]" mode="m:rule" as="text()">
    <xsl:variable name="plain" as="xs:string" select="replace(., '\s+', ' ')"/>
    <xsl:variable name="begun" as="xs:string" select="if (preceding-sibling::node()) then $plain else replace($plain, '^ ', '')"/>
    <xsl:value-of select="if (following-sibling::node()) then $begun else replace($begun, ' $', '')"/>
  </xsl:template>

  <xsl:template match="(sch:assert | sch:report)/text()[not(normalize-space())]" priority="5" mode="m:rule" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

</xsl:stylesheet>
