<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Quotations, as the register of the reading page has them. Entered in mode m:quotations. -->

  <xsl:template match="quote | said | q | soCalled | mentioned | term | title" mode="m:quotations" as="xs:string">
    <xsl:variable name="parts" as="element()+" select="f:quotation-parts(.)"/>
    <xsl:variable name="words" as="xs:string" select="string-join($parts ! f:reading(.), ' … ')"/>
    <xsl:variable name="source" as="element()?" select="f:target(@source)"/>
    <xsl:variable name="work" as="element()?" select="($source/self::bibl ! f:work(.), $source)[1]"/>
    <xsl:sequence select="f:row('quotations', map:merge((f:place(.), f:claim(.), map{
        'id': @xml:id,
        'kind': if (f:is-block(.)) then 'block' else local-name(),
        'words': $words,
        'length': f:count-words($words),
        'parts': count($parts),
        'speaker': f:entities(@who)[1]/@xml:id,
        'source': $work[ancestor::standOff]/@xml:id,
        'scope': string-join($source[ancestor::text]/biblScope ! f:reading(.), ', '),
        'note': f:note-of($parts[last()], $source) ! f:note-key(f:note-head(.)),
        'same_as': f:target(@corresp)[f:paragraph(.) is .]/@xml:id })))"/>
  </xsl:template>

  <!-- How certain something is and who says so, where that is stated. -->
  <xsl:function name="f:claim" as="map(xs:string, item()?)">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="map{'certainty': $node/@cert, 'responsible': f:responsible($node/@resp)}"/>
  </xsl:function>

</xsl:stylesheet>
