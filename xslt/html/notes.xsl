<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: the call where the note stands in the TEI, the note at the end of its division and in a popover that the call
       opens, and links between them; notes by the editors stay where they are. Entered in mode m:html for the calls, by
       ed:notes for the notes. -->

  <xsl:template match="note" mode="m:html" as="element()">
    <xsl:call-template name="ed:call">
      <xsl:with-param name="note" select="."/>
      <xsl:with-param name="id" select="f:call-id(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A second call of a note that stands elsewhere. -->
  <xsl:template match="note[@sameAs]" mode="m:html" as="element()?" priority="1">
    <xsl:variable name="note" as="element(note)?" select="f:target(@sameAs)[self::note]"/>
    <xsl:if test="$note">
      <xsl:call-template name="ed:call">
        <xsl:with-param name="note" select="$note"/>
        <xsl:with-param name="id" select="f:call-id(.)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The rest of an interrupted note: it follows its beginning. -->
  <xsl:template match="note[@prev]" mode="m:html" as="empty-sequence()" priority="2"/>

  <xsl:template match="teiHeader//note" mode="m:html" as="element()" priority="3">
    <span class="remark"><xsl:apply-templates mode="#current"/></span>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial']" mode="m:html" as="element()" priority="4">
    <span class="editorial" role="note">
      <xsl:call-template name="ed:editorial"/>
    </span>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial'][p or parent::div or parent::front or parent::body or parent::back]" mode="m:html" as="element()" priority="5">
    <div class="editorial" role="note">
      <xsl:call-template name="ed:editorial"/>
    </div>
  </xsl:template>

  <xsl:template name="ed:editorial" as="node()*">
    <xsl:context-item as="element(note)" use="required"/>
    <xsl:apply-templates select="@*" mode="m:attributes"/>
    <span class="label">{f:label('editors-note')}</span>
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template name="ed:call" as="element()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="id" as="xs:string"/>
    <button class="call" type="button" id="{$id}" popovertarget="{f:note-id($note)}-popover"
        aria-label="{f:label('note-call', (f:note-sign($note), f:page($note)))}">{f:note-sign($note)}</button>
  </xsl:template>

  <!-- The notes of a division, at its end. -->
  <xsl:template name="ed:notes" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="notes" as="element(note)*" select="key('notes-of', generate-id())"/>
    <xsl:if test="$notes">
      <section class="notes" aria-label="{if (self::div) then f:label('notes-to', f:heading(.)) else f:label('notes')}">
        <xsl:variable name="made" as="element()+">
          <xsl:apply-templates select="$notes" mode="m:note"/>
        </xsl:variable>
        <xsl:sequence select="$made"/>
        <xsl:apply-templates select="$made" mode="m:popover"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note" mode="m:note" as="element()">
    <xsl:variable name="label" as="xs:string+" select="f:note-sign(.), f:page(.)"/>
    <div class="note" role="doc-footnote" id="{f:note-id(.)}">
      <xsl:apply-templates select="@xml:lang" mode="m:attributes"/>
      <a class="backlink" role="doc-backlink" href="#{f:call-id(.)}" aria-label="{f:label('note-back', $label)}">{$label[1]}</a>
      <a class="note-page" href="#{f:note-id(.)}">{f:label('page-short', $label[2])}</a>
      <div class="note-text">
        <xsl:call-template name="ed:flow">
          <xsl:with-param name="nodes" select="f:note-parts(.)/node()"/>
        </xsl:call-template>
        <xsl:for-each select="key('calls-again', string(@xml:id))">
          <a class="backlink again" role="doc-backlink" href="#{f:call-id(.)}" aria-label="{f:label('note-back-again', f:page(.))}">↑</a>
        </xsl:for-each>
      </div>
    </div>
  </xsl:template>

  <!-- The same note once more, for its popover: there the number leads to the note at the end of the division, and nothing
       bears an id a second time. -->
  <xsl:template match="div" mode="m:popover" as="element()" xpath-default-namespace="">
    <div popover="" class="popover" role="note" id="{@id}-popover" aria-labelledby="{substring-after(a[1]/@href, '#')}">
      <a class="noteref" role="doc-noteref" href="#{@id}">{a[1]}</a>
      <xsl:apply-templates select="div[@class = 'note-text']/node()[not(self::a)]" mode="m:unnamed"/>
    </div>
  </xsl:template>

  <xsl:template match="@id" mode="m:unnamed" as="empty-sequence()"/>

  <!-- The id of a call; a second call has no note of its own to be named after. -->
  <xsl:function name="f:call-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@sameAs and not($note/@xml:id)) then f:mention-id($note) else f:note-id($note) || '-call'"/>
  </xsl:function>

</xsl:stylesheet>
