<?xml version="1.0" encoding="UTF-8"?>
<!--
  Rules: each as a section, and at each element those that check it and those that look at it when they check another.
  What a rule checks is read from its context, namely from the last step of each alternative. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:fn="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="checking" match="constraintSpec[gloss]" use="f:checked(.)"/>
  <xsl:key name="mentioning" match="constraintSpec[gloss]" use="f:mentioned(.)"/>

  <!-- The elements that a rule checks. Where a context is open to any element, those are taken that a predicate names,
       unless it is to leave them out. -->
  <xsl:function name="f:checked" as="xs:string*">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:sequence select="distinct-values(
      for $context in $rule//sch:rule/@context, $step in f:last-steps($context) return
        if (starts-with($step, 'tei:') and $step ne 'tei:*') then substring($step, 5)
        else if (ends-with($step, '*')) then f:named(f:without($context, 'not\([^()]*\)'))
        else ())[. = $element-names]"/>
  </xsl:function>

  <!-- The last step of each alternative of a pattern, without its predicates. -->
  <xsl:function name="f:last-steps" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="f:without(f:without($pattern, '''[^'']*'''), '\[[^\[\]]*\]')"/>
    <xsl:sequence select="tokenize($plain, '\|') ! replace(normalize-space(.), '^.*/', '')"/>
  </xsl:function>

  <!-- A text without what matches, and without what then matches in turn. -->
  <xsl:function name="f:without" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="rest" as="xs:string" select="replace($text, $pattern, '')"/>
    <xsl:sequence select="if ($rest eq $text) then $text else f:without($rest, $pattern)"/>
  </xsl:function>

  <!-- The names that predicates compare an element with: self::tei:NAME, and local-name() = ('NAME', …). -->
  <xsl:function name="f:named" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="
      analyze-string($pattern, 'self::tei:(\w+)')//fn:group/string(),
      analyze-string($pattern, 'local-name\(\)\s*=\s*\(([^)]*)\)')//fn:group ! tokenize(., '[\s,'']+')"/>
  </xsl:function>

  <!-- The other elements that a rule names in its contexts, variables and tests. -->
  <xsl:function name="f:mentioned" as="xs:string*">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:variable name="expressions" as="xs:string*" select="$rule//sch:*/(@context | @test | @value)/string()"/>
    <xsl:variable name="names" as="xs:string*" select="$expressions ! analyze-string(., 'tei:(\w+)')//fn:group/string()"/>
    <xsl:variable name="checked" as="xs:string*" select="f:checked($rule)"/>
    <xsl:sequence select="distinct-values($names)[. = $element-names][not(. = $checked)]"/>
  </xsl:function>

  <!-- How much a rule matters, after its name. -->
  <xsl:function name="f:severity" as="node()*">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:for-each select="distinct-values($rule//(sch:assert | sch:report)/@role)">
      <xsl:text> </xsl:text>
      <span class="role {.}">{($labels('role-' || .), .)[1]}</span>
    </xsl:for-each>
  </xsl:function>

  <!-- What to do about it when it is broken. -->
  <xsl:function name="f:help" as="node()*">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:for-each select="$rule/desc[@type = 'help']">
      <p class="desc"><xsl:apply-templates mode="m:prose"/></p>
    </xsl:for-each>
    <xsl:sequence select="f:remarks($rule)"/>
  </xsl:function>

  <xsl:template priority="1" mode="m:spec" as="node()*"
      match="constraintSpec[* except (gloss, desc, constraint, remarks, exemplum)]">
    <xsl:variable name="stranger" as="element()" select="(* except (gloss, desc, constraint, remarks, exemplum))[1]"/>
    <xsl:sequence select="f:refuse('O001', ., name($stranger) || ' in “constraintSpec” is not understood.')"/>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="m:spec" as="node()+">
    <xsl:variable name="title" as="node()+">
      <a class="self" href="#{@ident}">{@ident}</a>
      <xsl:sequence select="f:gloss(.), f:severity(.)"/>
    </xsl:variable>
    <xsl:text>&#10;</xsl:text>
    <section class="spec" id="{@ident}">
      <xsl:sequence select="f:heading(., $title), f:description(.)"/>
      <xsl:apply-templates select="exemplum" mode="#current"/>
      <xsl:where-populated>
        <dl class="facts">
          <xsl:apply-templates select="." mode="m:facts"/>
        </dl>
      </xsl:where-populated>
    </section>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="m:facts" as="node()*">
    <xsl:variable name="essay" as="element()?">
      <xsl:if test="gloss">
        <a href="{$codes}{@ident}.md">{f:label('essay-on', @ident)}</a>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="anywhere" as="element()?">
      <xsl:if test="gloss and empty(f:checked(.))">
        <span class="words">{f:label('anywhere')}</span>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="
      f:fact('help', f:help(.), 'prose'),
      f:fact('checked', ($anywhere, f:element-links(f:checked(.)))),
      f:fact('mentioned', f:element-links(f:mentioned(.))),
      f:fact('essay', $essay, 'prose'),
      f:fact('schematron', f:code(constraint), 'code')"/>
  </xsl:template>

  <!-- A rule as Schematron, for whoever wants to know exactly. -->
  <xsl:function name="f:code" as="element()*">
    <xsl:param name="constraints" as="element(constraint)*"/>
    <xsl:for-each select="$constraints">
      <details>
        <summary>{f:label('as-checked')}</summary>
        <pre class="wrap"><code><xsl:sequence select="f:markup(.)"/></code></pre>
      </details>
    </xsl:for-each>
  </xsl:function>

  <!-- The rules at an element: those that check it can be unfolded, the others are links. -->
  <xsl:function name="f:rules-at" as="node()*">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:for-each select="key('checking', $spec/@ident, root($spec))">
      <details>
        <summary><code>{@ident}</code><xsl:sequence select="f:gloss(.), f:severity(.)"/></summary>
        <xsl:sequence select="f:description(.)"/>
        <p class="meta">{f:label('help')}</p>
        <xsl:sequence select="f:help(.)"/>
        <p class="meta"><a href="#{@ident}">{f:label('in-full', @ident)}</a></p>
      </details>
    </xsl:for-each>
    <xsl:variable name="others" as="element(constraintSpec)*" select="key('mentioning', $spec/@ident, root($spec))"/>
    <xsl:if test="$others">
      <p class="meta">{f:label('mentioned-by')} <xsl:sequence select="f:links($others)"/></p>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
