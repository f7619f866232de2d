<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The TEI header as prose, “About this edition”. Prose inside it is rendered by the rules of the text (m:html). Entered in
       mode m:header. -->

  <xsl:template match="teiHeader" mode="m:header" as="element()">
    <section class="about" id="edition-about">
      <h2>{f:label('apparatus')}</h2>
      <xsl:for-each select="..">
        <xsl:call-template name="ed:citing"/>
        <xsl:call-template name="ed:forms"/>
      </xsl:for-each>
      <xsl:apply-templates select="fileDesc" mode="#current"/>
      <xsl:apply-templates select="profileDesc" mode="#current"/>
      <xsl:apply-templates select="encodingDesc" mode="#current"/>
      <xsl:apply-templates select="fileDesc/publicationStmt" mode="#current"/>
      <xsl:apply-templates select="revisionDesc" mode="#current"/>
      <xsl:apply-templates select="* except (fileDesc, profileDesc, encodingDesc, revisionDesc)" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="fileDesc" mode="m:header" as="element()*">
    <h3>{f:label('about-responsibility')}</h3>
    <xsl:apply-templates select="titleStmt, editionStmt, extent" mode="#current"/>
    <xsl:apply-templates select="sourceDesc" mode="#current"/>
    <xsl:apply-templates select="notesStmt" mode="#current"/>
    <xsl:apply-templates select="* except (titleStmt, editionStmt, extent, sourceDesc, notesStmt, publicationStmt)" mode="#current"/>
  </xsl:template>

  <xsl:template match="titleStmt | editionStmt | notesStmt" mode="m:header" as="element()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <!-- Said in the masthead. -->
  <xsl:template match="titleStmt/title | titleStmt/author" mode="m:header" as="empty-sequence()"/>

  <xsl:template match="edition | notesStmt/note | fileDesc/extent | editionStmt/p" mode="m:header" as="element()">
    <p><xsl:apply-templates mode="m:html"/></p>
  </xsl:template>

  <xsl:template match="respStmt | titleStmt/editor" mode="m:header" as="element()">
    <p class="responsible"><xsl:value-of select="(self::respStmt/* ! f:reading(.), self::*[not(self::respStmt)] ! f:reading(.))" separator=" "/></p>
  </xsl:template>

  <xsl:template match="sourceDesc" mode="m:header" as="element()*">
    <h3>{f:label('about-source')}</h3>
    <dl>
      <xsl:apply-templates select="listBibl/*, * except listBibl" mode="#current"/>
    </dl>
  </xsl:template>

  <xsl:template match="sourceDesc//bibl | sourceDesc/p" mode="m:header" as="element()+">
    <dt>{f:label-or-value('bibl', (@type ! ('-' || .), '')[1])}</dt>
    <dd>
      <xsl:apply-templates select="@xml:id, @xml:lang" mode="m:attributes"/>
      <xsl:apply-templates mode="m:html"/>
    </dd>
  </xsl:template>

  <xsl:template match="encodingDesc" mode="m:header" as="element()*">
    <xsl:variable name="technical" as="element()*" select="tagsDecl, styleDefDecl, refsDecl[citeStructure], classDecl, charDecl, appInfo"/>
    <xsl:apply-templates select="* except $technical" mode="#current"/>
    <xsl:if test="$technical">
      <details class="technical">
        <summary>{f:label('about-technical')}</summary>
        <xsl:apply-templates select="$technical" mode="#current"/>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="projectDesc" mode="m:header" as="element()+">
    <h3>{f:label('about-project')}</h3>
    <xsl:apply-templates select="*" mode="m:html"/>
  </xsl:template>

  <xsl:template match="refsDecl" mode="m:header" as="element()+">
    <h3>{f:label('about-citing')}</h3>
    <xsl:apply-templates select="p" mode="m:html"/>
  </xsl:template>

  <xsl:template match="editorialDecl" mode="m:header" as="element()+">
    <h3>{f:label('about-principles')}</h3>
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="editorialDecl/(correction | normalization | hyphenation | quotation | segmentation | interpretation | stdVals)"
      mode="m:header" as="element()+">
    <xsl:if test="not(preceding-sibling::*[1][node-name() = node-name(current())])">
      <h4>{f:label(local-name())}</h4>
    </xsl:if>
    <xsl:apply-templates select="*" mode="m:html"/>
  </xsl:template>

  <xsl:template match="profileDesc" mode="m:header" as="element()+">
    <h3>{f:label('about-work')}</h3>
    <dl>
      <xsl:apply-templates select="*" mode="#current"/>
    </dl>
  </xsl:template>

  <xsl:template match="creation" mode="m:header" as="element()+">
    <dt>{f:label(local-name())}</dt>
    <dd><xsl:apply-templates mode="m:html"/></dd>
  </xsl:template>

  <xsl:template match="langUsage" mode="m:header" as="element()+">
    <dt>{f:label('languages')}</dt>
    <dd><xsl:value-of select="language ! f:reading(.)" separator="; "/></dd>
  </xsl:template>

  <xsl:template match="textClass" mode="m:header" as="element()*">
    <dt>{f:label('keywords')}</dt>
    <dd><xsl:value-of select="keywords/(term | list/item) ! f:reading(.)" separator="; "/></dd>
  </xsl:template>

  <xsl:template match="publicationStmt" mode="m:header" as="element()+">
    <h3>{f:label('about-availability')}</h3>
    <p><xsl:value-of select="(publisher, pubPlace, date) ! f:reading(.)" separator=", "/></p>
    <xsl:apply-templates select="* except (publisher, pubPlace, date)" mode="#current"/>
  </xsl:template>

  <xsl:template match="availability" mode="m:header" as="element()*">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="availability/p" mode="m:header" as="element()">
    <xsl:apply-templates select="." mode="m:html"/>
  </xsl:template>

  <xsl:template match="publicationStmt/idno" mode="m:header" as="element()">
    <p><xsl:apply-templates select="." mode="m:html"/></p>
  </xsl:template>

  <xsl:template match="licence" mode="m:header" as="element()+">
    <xsl:for-each select="p, .[not(p)]">
      <p><xsl:apply-templates mode="m:html"/></p>
    </xsl:for-each>
    <xsl:for-each select="f:address(@target)">
      <p><a rel="license" href="{.}">{.}</a></p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="m:header" as="element()+">
    <h3>{f:label('about-revision')}</h3>
    <dl class="revisions">
      <xsl:for-each select=".//change">
        <dt>{@when}</dt>
        <dd><xsl:apply-templates mode="m:html"/><xsl:for-each select="f:responsible(@who)[.]"> ({.})</xsl:for-each></dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="*" mode="m:header" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
