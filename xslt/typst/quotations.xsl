<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Quotations: blocks, with the editors' line on whose words they have, and from where; titles. All else is told by its
       marks, which are in the text. Entered in modes m:blocks and m:words. -->

  <xsl:template match="quote | said | q" mode="m:blocks" as="xs:string">
    <xsl:variable name="origin" as="xs:string" select="if (@next) then '' else f:origin(.)"/>
    <xsl:variable name="call" as="xs:string" select="'extract' || $origin[.] ! ('(origin: [' || . || '])')"/>
    <xsl:sequence select="f:at(.) || f:call($call, f:flow(node()))"/>
  </xsl:template>

  <!-- Who speaks or wrote, and the work, each leading to its entry; and how sure it is, where it is not. -->
  <xsl:function name="f:origin" as="xs:string">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="source" as="element()?" select="f:target($quotation/@source)"/>
    <xsl:variable name="work" as="element()?" select="($source[self::bibl] ! f:work(.), $source)[1]"/>
    <xsl:variable name="by" as="xs:string*" select="
        (if ($quotation/@who) then f:target($quotation/@who) else $source[self::bibl] ! f:authors(.)) ! f:entry-reference(.)"/>
    <xsl:variable name="where" as="xs:string*" select="
        $work ! f:entry-reference(.), $source/biblScope[ancestor::text] ! f:written-words(f:reading(.))"/>
    <xsl:variable name="cert" as="xs:string*" select="
        $quotation/@cert[. != 'high'] ! f:written-words(' (' || f:label('cert', f:label-or-value('cert-', .)) || ')')"/>
    <xsl:variable name="facts" as="xs:string*" select="$by, $where"/>
    <xsl:sequence select="if (empty($facts)) then '' else string-join($facts, '#&quot;, &quot;;') || string-join($cert ! ('#&quot; &quot;;' || .))"/>
  </xsl:function>

  <!-- The name of what an entry describes, leading there; where nothing in the book describes it, its name. -->
  <xsl:function name="f:entry-reference" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="f:written-words(f:entry-name($entry))"/>
    <xsl:variable name="name" as="xs:string" select="if ($entry/title/@level = ('m', 'j', 's')) then f:call('emph', $words) else $words"/>
    <xsl:sequence select="if ($entry[@xml:id][ancestor::standOff]) then f:call(f:to($entry), $name) else $name"/>
  </xsl:function>

  <!-- Titles of independent works are set in italics unless the text sets them apart by quotation marks. -->
  <xsl:template match="title[@level = ('m', 'j', 's')][not(matches(f:reading(.), '^[“‘&quot;«„]'))]" mode="m:words" as="xs:string*">
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:variable>
    <xsl:sequence select="f:around('emph', f:in-language(., $pieces))"/>
  </xsl:template>

</xsl:stylesheet>
