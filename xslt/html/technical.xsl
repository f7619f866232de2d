<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What the header says for those who look into the file: elements, renditions, citation, classifications, characters,
       software. Entered in mode m:header. -->

  <!-- The renditions say how to print the source back: nothing for a reader. -->
  <xsl:template match="tagsDecl" mode="m:header" as="element()*">
    <xsl:where-populated>
      <p class="tags">
        <xsl:on-non-empty><span class="label">{f:label('elements')}</span></xsl:on-non-empty>
        <xsl:for-each select="namespace/tagUsage">
          <xsl:text> </xsl:text>
          <span class="tag">{@gi} <span class="count">{@occurs}</span></span>
        </xsl:for-each>
      </p>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="styleDefDecl" mode="m:header" as="element()*">
    <xsl:apply-templates select="*" mode="m:html"/>
  </xsl:template>

  <xsl:template match="charDecl" mode="m:header" as="element()+">
    <h4>{f:label('characters')}</h4>
    <ul>
      <xsl:for-each select="(char | glyph)[mapping[@type = 'source']]">
        <li>
          <xsl:apply-templates select="@xml:id" mode="m:attributes"/>
          <xsl:value-of select="f:label('character', (mapping[@type = 'source'], (mapping[@type = 'reading'][string()], f:label('nothing'))[1]))"/>
          <xsl:for-each select="desc">; <xsl:apply-templates mode="m:html"/></xsl:for-each>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- A way of citing by its units, from the outermost to the innermost. The paths to them are for programs. -->
  <xsl:template match="refsDecl[citeStructure]" mode="m:header" as="element()" priority="1">
    <p>
      <xsl:apply-templates select="@xml:id" mode="m:attributes"/>
      <xsl:value-of select="f:label('citable', string-join(distinct-values(descendant::citeStructure/@unit), ', '))"/>
    </p>
  </xsl:template>

  <xsl:template match="classDecl" mode="m:header" as="element()*">
    <xsl:for-each select="taxonomy">
      <xsl:for-each select="desc">
        <xsl:element name="{if (position() = 1) then 'h4' else 'p'}" namespace=""><xsl:apply-templates mode="m:html"/></xsl:element>
      </xsl:for-each>
      <ul>
        <xsl:apply-templates select="@xml:id" mode="m:attributes"/>
        <xsl:for-each select=".//catDesc">
          <li><xsl:apply-templates select="../@xml:id" mode="m:attributes"/><xsl:apply-templates mode="m:html"/></li>
        </xsl:for-each>
      </ul>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="appInfo" mode="m:header" as="element()*">
    <xsl:for-each select="application">
      <p>{f:label('software', (f:reading(label), string(@version)))}</p>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
