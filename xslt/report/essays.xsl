<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes">

  <!-- The essays on codes. They are Markdown, and of that what docs/codes uses: headings, paragraphs, lists, fenced code;
       in a line code, emphasis and links. Links are left out but for those to a code that the page explains. What is not
       understood is shown as it is written. Entered in mode m:essay. -->

  <xsl:template match="code" mode="m:essay" as="element()">
    <details id="{@id}">
      <summary><h3><span class="badge {@severity}">{@severity}</span> {@id} {@title}</h3></summary>
      <div class="essay">
        <xsl:analyze-string select="string()" regex="^```\S*\n(.*?)^```[ \t]*$" flags="ms">
          <xsl:matching-substring><pre><code>{regex-group(1)}</code></pre></xsl:matching-substring>
          <xsl:non-matching-substring>
            <xsl:sequence select="tokenize(., '\n[ \t]*\n') ! replace(., '^\n+|\s+$', '')[string()] ! f:block(.)"/>
          </xsl:non-matching-substring>
        </xsl:analyze-string>
      </div>
    </details>
  </xsl:template>

  <!-- What stands between two empty lines. The title is not repeated. -->
  <xsl:function name="f:block" as="element()?">
    <xsl:param name="block" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string+" select="tokenize($block, '\n')"/>
    <xsl:choose>
      <xsl:when test="starts-with($block, '# ')"/>
      <xsl:when test="matches($block, '^##+ ')"><h4><xsl:sequence select="f:inline(replace($block, '^#+ ', ''))"/></h4></xsl:when>
      <xsl:when test="matches($block, '^[-*] ')"><ul><xsl:sequence select="f:items($lines)"/></ul></xsl:when>
      <xsl:when test="matches($block, '^\d+\. ')"><ol><xsl:sequence select="f:items($lines)"/></ol></xsl:when>
      <xsl:when test="matches($block, '^[|>]')"><pre>{$block}</pre></xsl:when>
      <xsl:otherwise><p><xsl:sequence select="f:inline($block)"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:items" as="element()+">
    <xsl:param name="lines" as="xs:string+"/>
    <xsl:for-each-group select="$lines" group-starting-with=".[matches(., '^([-*]|\d+\.) ')]">
      <li><xsl:sequence select="f:inline(replace(normalize-space(string-join(current-group(), ' ')), '^\S+ ', ''))"/></li>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Words with code, emphasis and links in them. -->
  <xsl:function name="f:inline" as="node()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:analyze-string select="$words" regex="`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)]*)\)">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(1)"><code>{regex-group(1)}</code></xsl:when>
          <xsl:when test="regex-group(2)"><strong>{regex-group(2)}</strong></xsl:when>
          <xsl:when test="regex-group(3)"><em>{regex-group(3)}</em></xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="f:link(f:inline(regex-group(4)), replace(regex-group(5), '\.md$', ''))"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="f:link" as="node()*">
    <xsl:param name="words" as="node()*"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$root/code/@id = $code"><a href="#{$code}"><xsl:sequence select="$words"/></a></xsl:when>
      <xsl:otherwise><xsl:sequence select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
