<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: “[1]” where the note is called, the note at the end of its division; notes by the editors stay where they are.
       Entered in mode m:words for the calls, by ed:notes for the notes. -->

  <xsl:template match="note" mode="m:words" as="xs:string?">
    <xsl:sequence select="if ($notes = 'yes') then f:call(.) else ()"/>
  </xsl:template>

  <!-- A second call of a note that stands elsewhere. -->
  <xsl:template match="note[@sameAs]" mode="m:words" as="xs:string?" priority="1">
    <xsl:sequence select="if ($notes = 'yes') then f:target(@sameAs)[self::note] ! f:call(.) else ()"/>
  </xsl:template>

  <!-- The rest of an interrupted note: it follows its beginning. -->
  <xsl:template match="note[@prev]" mode="m:words m:blocks" as="empty-sequence()" priority="2"/>

  <xsl:template match="note[@type = 'editorial']" mode="m:words" as="xs:string?" priority="3">
    <xsl:sequence select="if ($notes = 'yes') then ' [' || f:label('editors-note') || f:line(node()) || ']' else ()"/>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial']" mode="m:blocks" as="xs:string*" priority="3">
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:if test="$notes = 'yes'">
      <xsl:sequence select="f:wrap('[' || f:label('editors-note') || string-join((if (p) then p else .) ! f:line(node()), ' ') || ']', $width)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'[' || f:note-number($note) || ']'"/>
  </xsl:function>

  <!-- The notes of a division, one block for each. -->
  <xsl:template name="ed:notes" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="width" as="xs:integer" tunnel="yes"/>
    <xsl:for-each select="key('notes-of', generate-id())[$notes = 'yes']">
      <xsl:variable name="blocks" as="xs:string*">
        <xsl:call-template name="ed:flow">
          <xsl:with-param name="nodes" select="f:note-parts(.)/node()"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="f:hang(f:call(.) || ' ' || normalize-space(string-join($blocks, ' ')), $width)"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
