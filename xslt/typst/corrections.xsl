<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Corrections: the text has what is to be read, as text/ has it; a list gathers all places, with what the source has there.
       Entered by ed:interventions. -->

  <xsl:template name="ed:interventions" as="xs:string+">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="all" as="element()*" select="key('interventions', 'all')"/>
    <xsl:sequence select="f:part(1, f:label('interventions'))"/>
    <xsl:choose>
      <xsl:when test="$all">
        <xsl:sequence select="f:call('remark', f:written-words(f:label('interventions-in-print', string(count($all)))))"/>
        <xsl:variable name="columns" as="xs:string+" select="('page', 'source', 'reading', 'kind') ! f:content(f:label('column-' || .))"/>
        <xsl:variable name="rows" as="xs:string+">
          <xsl:for-each select="$all">
            <xsl:sequence select="string-join((
                '[' || f:page-reference(.) || ']', (f:source-reading(.), f:reading(.)) ! f:content((.[.], f:label('nothing'))[1]),
                f:content(f:intervention-kind(.))), ', ')"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="'#corrections(' || string-join($columns, ', ') || ',&#10;  ' || string-join($rows, ',&#10;  ') || ');'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:call('remark', f:written-words(f:label('interventions-none')))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
