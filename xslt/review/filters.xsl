<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:ed="urn:teiwright:data">

  <!-- The filters: at the side where there is room. They work by the script, and without one they are not shown. Each
       choice has the value that a claim has in the attribute data-NAME (claims.xsl). Entered by name. -->

  <xsl:template name="ed:filters" as="element()">
    <xsl:context-item as="element(review)" use="required"/>
    <form class="panel scripted" id="filters" role="search" aria-label="{f:label('filters')}">
      <p class="shown"><output id="shown" role="status"/></p>
      <label class="field words">
        <span>{f:label('search')}</span>
        <input type="search" name="words" autocomplete="off" spellcheck="false" placeholder="{f:label('search-hint')}"/>
      </label>
      <xsl:sequence select="f:choice('kind', claim/@kind, f:kind#1), f:choice('rule', claim/@rule, f:itself#1),
          f:choice('page', claim/@page, f:itself#1)"/>
      <fieldset>
        <legend>{f:label('certainty')}</legend>
        <xsl:variable name="claims" as="element(claim)*" select="claim"/>
        <xsl:for-each select="$certainties[. = $claims/@cert]">
          <label class="{.}"><input type="checkbox" name="cert" value="{.}" checked="checked"/> {f:label(.)} <small>{count($claims[@cert = current()])}</small></label>
        </xsl:for-each>
      </fieldset>
      <fieldset>
        <legend>{f:label('state')}</legend>
        <label><input type="radio" name="state" value="" checked="checked"/> {f:label('either')}</label>
        <label><input type="radio" name="state" value="undecided"/> {f:label('undecided')} <small>{count(claim[not(decision)])}</small></label>
        <label><input type="radio" name="state" value="decided"/> {f:label('decided')} <small>{count(claim[decision])}</small></label>
      </fieldset>
      <p><button type="reset">{f:label('reset')}</button></p>
      <p class="keys">{f:label('keys')}</p>
    </form>
  </xsl:template>

  <!-- A choice among the values that an attribute has, with how many claims have each. Pages are in their order. -->
  <xsl:function name="f:choice" as="element(label)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="attribute()*"/>
    <xsl:param name="word" as="function(xs:string) as xs:string"/>
    <label class="field">
      <span>{f:label($name)}</span>
      <select name="{$name}">
        <option value="">{f:label('every')}</option>
        <xsl:for-each-group select="$values" group-by="string()">
          <xsl:sort select="if ($name = 'page') then min(current-group()/../@id ! f:number(.)) else 0"/>
          <xsl:sort select="$word(current-grouping-key())"/>
          <option value="{current-grouping-key()}">{$word(current-grouping-key())} ({count(current-group())})</option>
        </xsl:for-each-group>
      </select>
    </label>
  </xsl:function>

  <xsl:function name="f:itself" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$value"/>
  </xsl:function>

  <!-- Where a claim stands among all, by its id. -->
  <xsl:function name="f:number" as="xs:integer">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="xs:integer(substring-after($id, 'claim-'))"/>
  </xsl:function>

</xsl:stylesheet>
