<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Notes: called and told as Pandoc has it, each at the end of its division, as in text/. Entered by f:call and ed:notes. -->

  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:markup('[^' || f:note-id($note) || ']')"/>
  </xsl:function>

  <!-- The notes of a division, one block for each, whose further paragraphs are indented. -->
  <xsl:template name="ed:notes" as="xs:string*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each select="key('notes-of', generate-id())">
      <xsl:variable name="blocks" as="xs:string*">
        <xsl:call-template name="ed:flow">
          <xsl:with-param name="nodes" select="f:note-parts(.)/node()"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:sequence select="'[^' || f:note-id(.) || ']: ' || replace(string-join($blocks, '&#10;&#10;'), '\n(.)', '&#10;    $1')"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
