<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: the call is a link that a reading system may answer by showing the note over the text; the note is a footnote at
       the end of its division, for those that do not, and leads back. Entered in mode m:html by ed:call, by ed:notes for the
       notes, in mode m:note. -->

  <xsl:template name="ed:call" as="element()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="id" as="xs:string"/>
    <a class="call" role="doc-noteref" id="{$id}" href="#{f:note-id($note)}"
        aria-label="{f:label('note-call', (f:note-sign($note), f:page($note)))}">{f:note-sign($note)}</a>
  </xsl:template>

  <xsl:template name="ed:notes" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:where-populated>
      <section class="notes" aria-label="{if (self::div) then f:label('notes-to', f:heading(.)) else f:label('notes')}">
        <xsl:apply-templates select="key('notes-of', generate-id())" mode="m:note"/>
      </section>
    </xsl:where-populated>
  </xsl:template>

  <!-- The page stands with the note, since numbers begin anew on every page of many a book. -->
  <xsl:template match="note" mode="m:note" as="element()">
    <xsl:variable name="label" as="xs:string+" select="f:note-sign(.), f:page(.)"/>
    <aside class="note" role="doc-footnote" id="{f:note-id(.)}">
      <xsl:apply-templates select="@xml:lang" mode="m:attributes"/>
      <a class="backlink" role="doc-backlink" href="#{f:call-id(.)}" aria-label="{f:label('note-back', $label)}">{$label[1]}</a>
      <div class="note-text">
        <xsl:call-template name="ed:flow">
          <xsl:with-param name="nodes" select="f:note-parts(.)/node()"/>
        </xsl:call-template>
      </div>
      <p class="note-page">
        <xsl:value-of select="f:label('page-short', $label[2])"/>
        <xsl:for-each select="key('calls-again', string(@xml:id))">
          <xsl:text> </xsl:text>
          <a class="backlink again" role="doc-backlink" href="#{f:call-id(.)}" aria-label="{f:label('note-back-again', f:page(.))}">↑</a>
        </xsl:for-each>
      </p>
    </aside>
  </xsl:template>

</xsl:stylesheet>
