<?xml version="1.0" encoding="UTF-8"?>
<!--
  Declarations as sections: name and gloss, description, examples, and the facts, each a term with what is to be said of
  it; what there is nothing to say of is left out. Included by documentation.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The macros and elements whose model names a class or macro. -->
  <xsl:key name="referring" match="elementSpec | macroSpec" use="content//(classRef | macroRef)/@key"/>

  <xsl:template match="elementSpec | classSpec | macroSpec | dataSpec" mode="m:spec" as="node()+">
    <xsl:variable name="title" as="node()+">
      <a class="self" href="#{f:anchor(.)}">{@ident}</a>
      <xsl:sequence select="f:gloss(.)"/>
    </xsl:variable>
    <xsl:text>&#10;</xsl:text>
    <section class="spec" id="{f:anchor(.)}">
      <xsl:sequence select="f:heading(., $title), f:description(.)"/>
      <xsl:apply-templates select="exemplum" mode="#current"/>
      <xsl:where-populated>
        <dl class="facts">
          <xsl:apply-templates select="." mode="m:facts"/>
        </dl>
      </xsl:where-populated>
      <xsl:apply-templates select=".//constraintSpec" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:function name="f:gloss" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/gloss[not(. = $spec/@ident)]">
      <xsl:text> </xsl:text>
      <span class="gloss"><xsl:apply-templates mode="m:prose"/></span>
    </xsl:for-each>
  </xsl:function>

  <!-- What a thing is, in a sentence; what to do about a broken rule (“help”) is said elsewhere. -->
  <xsl:function name="f:description" as="element()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/desc[not(@type = 'help')]">
      <p class="desc"><xsl:apply-templates mode="m:prose"/></p>
    </xsl:for-each>
  </xsl:function>

  <!-- A term and what is to be said of it; nothing if there is nothing to be said. -->
  <xsl:function name="f:fact" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:sequence select="f:fact($key, $content, 'names')"/>
  </xsl:function>

  <xsl:function name="f:fact" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:if test="$content">
      <xsl:text>&#10;</xsl:text>
      <dt>{f:label($key)}</dt>
      <dd class="{$class}"><xsl:sequence select="$content"/></dd>
    </xsl:if>
  </xsl:function>

  <xsl:template match="elementSpec" mode="m:facts" as="node()*">
    <xsl:variable name="root" as="element()?">
      <xsl:if test="@ident = tokenize($schema/@start)">
        <span class="words">{f:label('root')}</span>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="
      f:fact('within', ($root, f:links(f:parents(.)))),
      f:fact('contains', f:contents(.), 'content'),
      f:fact('attributes', f:attributes(.), 'attributes'),
      f:fact('remarks', f:remarks(.), 'prose'),
      f:fact('rules', f:rules-at(.), 'rules'),
      f:fact('belongs', f:belongs(.))"/>
  </xsl:template>

  <xsl:template match="classSpec" mode="m:facts" as="node()*">
    <xsl:variable name="every" as="element()?">
      <xsl:if test="@ident = $universal">
        <span class="words">{f:label('every')}</span>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="
      f:fact('attributes', f:attributes(.), 'attributes'),
      f:fact('members', if ($every) then $every else f:links(f:alphabetical(f:members(.)))),
      f:fact('allowed', f:links(f:alphabetical(key('referring', @ident)))),
      f:fact('remarks', f:remarks(.), 'prose'),
      f:fact('belongs', f:belongs(.))"/>
  </xsl:template>

  <xsl:template match="macroSpec" mode="m:facts" as="node()*">
    <xsl:sequence select="
      f:fact('contains', f:contents(.), 'content'),
      f:fact('allowed', f:links(f:alphabetical(key('referring', @ident)))),
      f:fact('remarks', f:remarks(.), 'prose'),
      f:fact('belongs', f:belongs(.))"/>
  </xsl:template>

  <xsl:template match="dataSpec" mode="m:facts" as="node()*">
    <xsl:variable name="is" as="node()*">
      <xsl:apply-templates select="content/*" mode="m:content"/>
    </xsl:variable>
    <xsl:sequence select="f:fact('is', $is, 'content'), f:fact('remarks', f:remarks(.), 'prose')"/>
  </xsl:template>

  <!-- The classes of a declaration, and the module of the TEI that it comes from. -->
  <xsl:function name="f:belongs" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="f:links($spec/classes/memberOf ! key('spec', @key)[self::classSpec])"/>
    <xsl:for-each select="$spec/@module">
      <xsl:text> </xsl:text>
      <span class="words">{f:label('module')}</span>
      <xsl:text> </xsl:text>
      <a href="#module-{.}">{.}</a>
    </xsl:for-each>
  </xsl:function>

  <!-- The argument for what is narrower here, or unusual. -->
  <xsl:function name="f:remarks" as="node()*">
    <xsl:param name="spec" as="element()"/>
    <xsl:apply-templates select="$spec/remarks/*" mode="m:prose"/>
  </xsl:function>

</xsl:stylesheet>
