<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: where each is called, and, at the end of its division, its words, in parts where it goes on over a page; notes
       by the editors where they stand. How call and label are printed, the header says in the renditions note-call and
       note-label. Entered in modes m:words and m:blocks, by ed:notes for the notes. -->

  <xsl:template match="note" mode="m:words" as="element(ed:call)">
    <ed:call n="{f:number(.)}" note="{f:number(.)}" of="{@xml:id}" sign="{f:call(.)}" printed="{f:shown(f:rendition('note-call'), f:note-sign(.))}"/>
  </xsl:template>

  <!-- A second call of a note that stands elsewhere. -->
  <xsl:template match="note[@sameAs]" mode="m:words" as="element(ed:call)?" priority="1">
    <xsl:variable name="call" as="element(note)" select="."/>
    <xsl:for-each select="f:target(@sameAs)[self::note]">
      <ed:call n="{f:number($call)}" again="{f:number(.)}" of="{@xml:id}" sign="{f:call(.)}" printed="{f:shown(f:rendition('note-call'), f:note-sign(.))}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The rest of an interrupted note is not called; it is on its page. -->
  <xsl:template match="note[@prev]" mode="m:words m:blocks" as="element(ed:call)" priority="2">
    <ed:call n="{f:number(.)}" note="{f:number(.)}" of="{@xml:id}" sign="" printed=""/>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial']" mode="m:words m:blocks" as="element(ed:remark)" priority="3">
    <ed:remark label="{f:label('editors-note')}">
      <xsl:call-template name="ed:about"/>
      <xsl:for-each select="if (p) then p else .">
        <ed:space/>
        <xsl:apply-templates select="node()" mode="m:words"/>
      </xsl:for-each>
    </ed:remark>
  </xsl:template>

  <!-- The notes of a division. -->
  <xsl:template name="ed:notes" as="element(ed:notes)?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:where-populated>
      <ed:notes>
        <xsl:for-each select="key('notes-of', generate-id())">
          <ed:note sign="{f:call(.)}">
            <xsl:for-each select="f:note-parts(.)">
              <xsl:call-template name="ed:part"/>
            </xsl:for-each>
          </ed:note>
        </xsl:for-each>
      </ed:notes>
    </xsl:where-populated>
  </xsl:template>

  <!-- What of a note stands on one page. -->
  <xsl:template name="ed:part" as="element(ed:part)">
    <xsl:context-item as="element(note)" use="required"/>
    <xsl:variable name="label" as="xs:string" select="(@rendition ! f:pointers(.), 'note-label')[1]"/>
    <ed:part n="{f:number(.)}" number="{@n}" page="{accumulator-before('page')/@n}" label="{f:shown(f:rendition($label), if (@prev) then string(@n) else f:note-sign(.))}">
      <xsl:call-template name="ed:about"/>
      <xsl:call-template name="ed:flow"/>
    </ed:part>
  </xsl:template>

  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'[' || f:note-number($note) || ']'"/>
  </xsl:function>

  <xsl:variable name="header" as="document-node()" select="/"/>

  <!-- How the call or the label of a note is printed, as a CSS value; the usual way where the header is silent. -->
  <xsl:function name="f:rendition" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string((key('by-id', $name, $header)[self::rendition], 'content: attr(n)' || ' &quot; &quot;'[$name != 'note-call'])[1])"/>
  </xsl:function>

  <!-- What such a value shows for a number: its strings, and the number for attr(n). -->
  <xsl:function name="f:shown" as="xs:string">
    <xsl:param name="content" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:value-of>
      <xsl:analyze-string select="$content" regex="attr\(n\)|&quot;([^&quot;]*)&quot;">
        <xsl:matching-substring>
          <xsl:sequence select="if (starts-with(., 'attr')) then $number else regex-group(1)"/>
        </xsl:matching-substring>
      </xsl:analyze-string>
    </xsl:value-of>
  </xsl:function>

</xsl:stylesheet>
