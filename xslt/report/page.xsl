<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data">

  <!-- The page around the findings: head, verdict, the switches that show and hide, counts, contents. What stands inside
       comes from the other modules. Entered at the document node. -->

  <!-- Read while compiling: afterwards nothing can be opened. -->
  <xsl:variable name="css" as="xs:string" static="yes" select="unparsed-text('report.css')"/>

  <!-- What may be loaded: nothing. The one style sheet is in the page. -->
  <xsl:variable name="policy" as="xs:string"
      select="'default-src ''none''; style-src ''unsafe-inline''; base-uri ''none''; form-action ''none'''"/>

  <!-- The severities, the worst first; report.css knows each as a class, and its switch as “show-” and the name. -->
  <xsl:variable name="severities" as="xs:string+" select="'error', 'warning', 'note'"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="*" mode="#all" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

  <xsl:template match="report" as="element()">
    <html lang="en">
      <head>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{f:capital(@verdict)} – report of validation</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body>
        <a class="skip" href="#findings">Skip to the findings</a>
        <div class="layout">
          <xsl:call-template name="ed:masthead"/>
          <xsl:call-template name="ed:panel"/>
          <main>
            <xsl:call-template name="ed:counts"/>
            <xsl:call-template name="ed:documents"/>
            <xsl:where-populated>
              <section class="codes">
                <xsl:on-non-empty><h2>The codes explained</h2></xsl:on-non-empty>
                <xsl:apply-templates select="code[normalize-space()]" mode="m:essay"/>
              </section>
            </xsl:where-populated>
          </main>
          <footer>teiwright {@version}</footer>
        </div>
      </body>
    </html>
  </xsl:template>

  <!-- The verdict: the worst severity gives it its colour. -->
  <xsl:template name="ed:masthead" as="element()">
    <xsl:context-item as="element(report)" use="required"/>
    <header class="masthead">
      <p class="tool">Report of validation</p>
      <h1 class="{(for $one in $severities return $one[f:total(current(), $one) gt 0], 'fine')[1]}">{f:capital(@verdict)}</h1>
      <p>{f:counted(count(document), 'document')}{if (@waived != '0') then ', ' || @waived || ' waived' else ''}</p>
      <xsl:if test="@unseen != '0'">
        <p>{f:counted(@unseen, 'finding')} below “{@threshold}” {if (@unseen = '1') then 'is' else 'are'} counted but not shown.</p>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- Switches and contents: at the side where there is room. -->
  <xsl:template name="ed:panel" as="element()?">
    <xsl:context-item as="element(report)" use="required"/>
    <xsl:if test="document/finding">
      <aside class="panel" aria-label="Show">
        <fieldset class="switches">
          <legend>Show</legend>
          <xsl:for-each select="$severities[f:told(current(), .)], 'waived'[current()/@waived != '0']">
            <label class="{.}"><input type="checkbox" id="show-{.}" checked="checked"/> {if (. = 'waived') then . else . || 's'}</label>
          </xsl:for-each>
        </fieldset>
        <xsl:if test="count(document[finding]) gt 1">
          <nav aria-label="Documents">
            <ol>
              <xsl:apply-templates select="document[finding]" mode="m:contents"/>
            </ol>
          </nav>
        </xsl:if>
      </aside>
    </xsl:if>
  </xsl:template>

  <xsl:template match="document" mode="m:contents" as="element()">
    <li><a href="#{f:id(.)}"><bdi>{@file}</bdi>{' '}<xsl:sequence select="f:badges(.)"/></a></li>
  </xsl:template>

  <!-- How many findings there are of each code. -->
  <xsl:template name="ed:counts" as="element()?">
    <xsl:context-item as="element(report)" use="required"/>
    <xsl:if test="code">
      <section>
        <h2 id="counts">Counts</h2>
        <table aria-labelledby="counts">
          <thead>
            <tr>
              <th scope="col">Severity</th><th scope="col">Code</th><th scope="col">What it says</th><th scope="col" class="number">Found</th>
              <xsl:if test="@waived != '0'"><th scope="col" class="number">Waived</th></xsl:if>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$severities">
              <xsl:apply-templates select="$root/code[@severity = current()]" mode="m:count"/>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="code" mode="m:count" as="element()">
    <tr class="{@severity}{if (@count = '0') then ' waived' else ''}">
      <xsl:if test="not(normalize-space())"><xsl:attribute name="id" select="@id"/></xsl:if>
      <td><span class="badge {@severity}">{@severity}</span></td>
      <td class="id">
        <xsl:choose>
          <xsl:when test="normalize-space()"><a href="#{@id}">{@id}</a></xsl:when>
          <xsl:otherwise>{@id}</xsl:otherwise>
        </xsl:choose>
      </td>
      <td>{@title}</td>
      <td class="number">{@count}</td>
      <xsl:if test="../@waived != '0'"><td class="number">{@waived}</td></xsl:if>
    </tr>
  </xsl:template>

  <!-- The documents about which there is something to tell, and the others. -->
  <xsl:template name="ed:documents" as="element()">
    <xsl:context-item as="element(report)" use="required"/>
    <div id="findings">
      <xsl:apply-templates select="document[finding]" mode="m:finding"/>
      <xsl:if test="document[not(finding)]">
        <details class="clean">
          <xsl:if test="not(document/finding)"><xsl:attribute name="open" select="'open'"/></xsl:if>
          <summary>{f:counted(count(document[not(finding)]), 'document')} with nothing to report</summary>
          <ul>
            <xsl:for-each select="document[not(finding)]"><li><bdi>{@file}</bdi></li></xsl:for-each>
          </ul>
        </details>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:variable name="root" as="element(report)" select="/report"/>

  <!-- How many findings of a severity the report counts, shown or not. -->
  <xsl:function name="f:total" as="xs:integer">
    <xsl:param name="report" as="element(report)"/>
    <xsl:param name="severity" as="xs:string"/>
    <xsl:sequence select="xs:integer($report/@*[local-name() = $severity || 's'])"/>
  </xsl:function>

  <!-- Whether a finding of a severity stands in the page. -->
  <xsl:function name="f:told" as="xs:boolean">
    <xsl:param name="report" as="element(report)"/>
    <xsl:param name="severity" as="xs:string"/>
    <xsl:sequence select="exists($report/document/finding[@severity = $severity][not(waiver)])"/>
  </xsl:function>

  <!-- How many findings of each severity there are about a document. -->
  <xsl:function name="f:badges" as="node()*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:for-each select="$severities">
      <xsl:variable name="count" as="xs:integer" select="count($document/finding[@severity = current()][not(waiver)])"/>
      <xsl:if test="$count"><span class="badge {.}">{f:counted($count, .)}</span>{' '}</xsl:if>
    </xsl:for-each>
    <xsl:if test="$document/finding/waiver"><span class="badge waived">{count($document/finding/waiver)} waived</span></xsl:if>
  </xsl:function>

  <!-- A number of things, in words. -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="thing" as="xs:string"/>
    <xsl:sequence select="$count || ' ' || $thing || (if ($count = 1) then '' else 's')"/>
  </xsl:function>

  <!-- A sentence begins with a capital. -->
  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

</xsl:stylesheet>
