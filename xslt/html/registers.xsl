<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Registers: persons and whatever else standOff describes, and quotations. An entry has a heading, what is known, and a
       link to every mention by page, whatever it is an entry of. Names and order come from common/entries.xsl. Entered in
       mode m:register. -->

  <xsl:template match="listPerson | listOrg | listPlace | listEvent | listBibl" mode="m:register" as="element()">
    <section class="register" id="register-{local-name()}">
      <h2>{f:label(local-name())}</h2>
      <xsl:apply-templates select="head" mode="#current"/>
      <dl>
        <xsl:apply-templates select="person | org | place | event | bibl" mode="#current">
          <xsl:sort select="f:sort-key(.)"/>
        </xsl:apply-templates>
      </dl>
      <xsl:apply-templates select="* except (head | person | org | place | event | bibl)" mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="person | org | place | event | bibl" mode="m:register" as="element()+">
    <dt>
      <xsl:apply-templates select="@xml:id" mode="m:attributes"/>
      <xsl:text>{f:entry-name(.)}</xsl:text>
      <xsl:for-each select="f:entry-years(.)[.]">
        <xsl:text> </xsl:text>
        <span class="years">{.}</span>
      </xsl:for-each>
    </dt>
    <dd>
      <xsl:where-populated>
        <p><xsl:sequence select="self::bibl ! f:description(.)"/></p>
      </xsl:where-populated>
      <xsl:apply-templates select="if (self::bibl) then note else * except idno" mode="#current"/>
      <xsl:call-template name="ed:also"/>
      <xsl:apply-templates select="idno" mode="#current"/>
      <xsl:variable name="mentions" as="element()*" select="key('mentions', string(@xml:id))"/>
      <xsl:variable name="quoted" as="element()*" select="key('quoted', string(@xml:id))"/>
      <xsl:call-template name="ed:pages">
        <xsl:with-param name="label" select="f:label('mentions')"/>
        <xsl:with-param name="places" select="$mentions"/>
      </xsl:call-template>
      <xsl:call-template name="ed:pages">
        <xsl:with-param name="label" select="f:label('quoted-on')"/>
        <xsl:with-param name="places" select="$quoted"/>
      </xsl:call-template>
      <xsl:if test="empty(($mentions, $quoted))">
        <p class="mentions">{f:label('no-mentions')}</p>
      </xsl:if>
    </dd>
  </xsl:template>

  <!-- Said in the heading of the entry. -->
  <xsl:template match="birth | death | sex" mode="m:register" as="empty-sequence()"/>

  <!-- Gathered by ed:also, or used only for finding names. -->
  <xsl:template match="(person | org | place | event)/(persName | orgName | placeName | label)" mode="m:register" as="empty-sequence()"/>

  <xsl:template match="note | desc | occupation | state | affiliation | floruit | p | head" mode="m:register" as="element()">
    <p>
      <xsl:apply-templates select="@xml:lang" mode="m:attributes"/>
      <xsl:apply-templates select="node()" mode="m:html"/>
    </p>
  </xsl:template>

  <!-- An identifier is a link where its register is known, or where it is an address itself. -->
  <xsl:template match="idno" mode="m:register" as="element()">
    <xsl:variable name="number" as="xs:string" select="normalize-space()"/>
    <xsl:variable name="address" as="xs:string?" select="f:identifier-address(.)"/>
    <p class="idno">
      <xsl:value-of select="(f:register(.)/@name, @type[not(. = ('URI', 'URL'))])[1] ! (string(.) || ' ')"/>
      <xsl:choose>
        <xsl:when test="$address"><a href="{$address}">{$number}</a></xsl:when>
        <xsl:otherwise>{$number}</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <!-- Names under which the entry is known besides its heading. -->
  <xsl:template name="ed:also" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="variants" as="element()*" select="(persName | orgName | placeName)[@type = 'variant']"/>
    <xsl:if test="$variants">
      <p class="variants">{f:label('variants')}<xsl:for-each select="$variants">
        <xsl:if test="position() > 1">, </xsl:if>
        <span><xsl:apply-templates select="@xml:lang" mode="m:attributes"/>{f:reading(.)}</span>
      </xsl:for-each></p>
    </xsl:if>
  </xsl:template>

  <!-- A work as it is described: as written where it is written with stops between its parts, else with commas. The heading
       has its title, the other titles are for finding it. -->
  <xsl:function name="f:description" as="node()*">
    <xsl:param name="work" as="element(bibl)"/>
    <xsl:choose>
      <xsl:when test="$work/text()[normalize-space()]">
        <xsl:apply-templates select="$work/(node() except note)" mode="m:html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$work/(* except (title[not(@type) or @type = ('main', 'form', 'short', 'variant')], note))">
          <xsl:if test="position() > 1">, </xsl:if>
          <xsl:apply-templates select="." mode="m:html"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Places in the text by printed page, each a link: the page for the first, small numbers for further ones. -->
  <xsl:template name="ed:pages" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:where-populated>
      <p class="mentions">
        <xsl:on-non-empty>{$label}</xsl:on-non-empty>
        <xsl:for-each-group select="$places" group-adjacent="f:mention-pages(.)">
          <xsl:variable name="page" as="xs:string" select="current-grouping-key()"/>
          <xsl:if test="position() > 1">, </xsl:if>
          <a href="#{f:mention-id(.)}">{$page}</a>
          <xsl:where-populated>
            <small>
              <xsl:for-each select="tail(current-group())">
                <xsl:variable name="place" as="xs:string" select="string(position() + 1)"/>
                <a href="#{f:mention-id(.)}" aria-label="{f:label('mention-again', ($page, $place))}">{$place}</a>
              </xsl:for-each>
            </small>
          </xsl:where-populated>
        </xsl:for-each-group>
      </p>
    </xsl:where-populated>
  </xsl:template>

  <!-- The page of a mention, or the pages that it runs over. -->
  <xsl:function name="f:mention-pages" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="string-join((f:page($mention), $mention//pb[last()]/@n), '–')"/>
  </xsl:function>

  <xsl:template match="*" mode="m:register m:intervention" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
