<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- How to cite the edition and a passage of it, in three forms, and the other forms of the edition. A span with data-cite
       is empty in the citation of the whole; the script fills in page, passage and address when a passage is cited.
       Entered by ed:citing and ed:forms.

       The forms: a note of the Chicago Manual of Style (17th edition, 14.159 to 14.161), a work cited of the MLA Handbook (9th
       edition, 5.1 to 5.100), and an entry for BibTeX. -->

  <!-- The other forms of this edition that lie beside the page, as “name=path”, each on a line; none by default. -->
  <xsl:param name="forms" as="xs:string" select="''"/>

  <xsl:template name="ed:citing" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <div id="edition-citing">
      <h3>{f:label('citing')}</h3>
      <dl class="citations" data-address="{f:edition-address(teiHeader/fileDesc)}" data-copy="{f:label('copy')}" data-copied="{f:label('copied')}" data-title="{f:label('citing-passage')}">
        <dt>Chicago</dt>
        <dd><xsl:sequence select="f:chicago(teiHeader/fileDesc)"/></dd>
        <dt>MLA</dt>
        <dd><xsl:sequence select="f:mla(teiHeader/fileDesc)"/></dd>
        <dt>BibTeX</dt>
        <dd class="code"><xsl:sequence select="f:bibtex(teiHeader/fileDesc)"/></dd>
      </dl>
    </div>
  </xsl:template>

  <xsl:function name="f:chicago" as="item()+">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <xsl:variable name="imprint" as="xs:string" select="
        string-join((string-join(($print/pubPlace, $print/publisher) ! f:reading(.), ': '), $print/date ! f:reading(.))[.], ', ')"/>
    <xsl:value-of select="$file/titleStmt/author ! (f:reading(.) || ', ')" separator=""/>
    <i>{f:reading($file/titleStmt/title[1])}</i>
    <xsl:value-of select="$imprint[.] ! (' (' || . || ')')"/>
    <span data-cite=", {{page}}"></span>
    <xsl:value-of select="'; ' || string-join((f:edition-words($file), f:reading($file/publicationStmt/publisher[1]), f:year-of($file))[.], ', ')"/>
    <span data-cite=", {{id}}"></span>
    <span data-cite=", {{address}}">{f:edition-address($file) ! (', ' || .)}</span>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:mla" as="item()+">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <xsl:variable name="authors" as="xs:string*" select="$file/titleStmt/author/f:inverted(.)"/>
    <xsl:value-of select="if (count($authors) gt 2) then $authors[1] || ', et al. ' else string-join($authors, ', and ')[.] ! (if (ends-with(., '.')) then . || ' ' else . || '. ')"/>
    <i>{f:reading($file/titleStmt/title[1])}</i>
    <xsl:value-of select="string-join(($print/publisher, $print/date) ! f:reading(.), ', ')[.] ! ('. ' || .)"/>
    <span data-cite=", {{pages}}"></span>
    <xsl:value-of select="'. ' || string-join((f:reading($file/publicationStmt/publisher[1]), f:edition-words($file), f:year-of($file))[.], ', ')"/>
    <span data-cite=", {{id}}"></span>
    <span data-cite=", {{address}}">{f:edition-address($file) ! (', ' || .)}</span>
    <xsl:text>.</xsl:text>
  </xsl:function>

  <xsl:function name="f:bibtex" as="item()+">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <xsl:variable name="authors" as="xs:string*" select="$file/titleStmt/author/(if (descendant::orgName) then '{' || f:bibtex-text(f:reading(.)) || '}'
        else f:bibtex-text(f:inverted(.)))"/>
    <xsl:value-of select="'@book{' || ($file/ancestor::TEI/@xml:id, 'edition')[1]"/>
    <xsl:for-each select="
        f:field('author', string-join($authors, ' and ')), f:field('title', '{' || f:bibtex-text(f:reading($file/titleStmt/title[1])) || '}'),
        ($print/publisher)[1] ! f:field('publisher', f:bibtex-text(f:reading(.))), ($print/pubPlace)[1] ! f:field('address', f:bibtex-text(f:reading(.))),
        ($print/date)[1] ! f:field('year', f:bibtex-text(f:reading(.)))">{.}</xsl:for-each>
    <span data-cite=",&#10;  pages = {{{{pages-only}}}}"></span>
    <xsl:value-of select="',&#10;  note = {' || f:bibtex-text(string-join((f:edition-words($file), f:reading($file/publicationStmt/publisher[1]), f:year-of($file))[.], ', '))"/>
    <span data-cite=", {{id}}"></span>
    <xsl:text>}}</xsl:text>
    <span data-cite=",&#10;  url = {{{{address}}}}">{f:edition-address($file) ! f:field('url', .)}</span>
    <xsl:text>&#10;}}</xsl:text>
  </xsl:function>

  <xsl:function name="f:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="$value[.] ! (',&#10;  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- Text in which nothing is a command to BibTeX or TeX. -->
  <xsl:function name="f:bibtex-text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(replace(translate($text, '\{{}}', ''), '([#$%&amp;_])', '\\$1'), '[~^]', ' ')"/>
  </xsl:function>

  <!-- “Digital edition, version 1.0”, as far as the header knows. -->
  <xsl:function name="f:edition-words" as="xs:string">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:sequence select="string-join((f:label('digital-edition'), $file/editionStmt/edition/@n ! f:label('version', string(.))), ', ')"/>
  </xsl:function>

  <xsl:function name="f:year-of" as="xs:string?">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:sequence select="$file/publicationStmt/date[1]/f:year(.)"/>
  </xsl:function>

  <!-- The other forms of the edition, each a file that lies beside this page. -->
  <xsl:template name="ed:forms" as="element()?">
    <xsl:variable name="lines" as="xs:string*" select="tokenize($forms, '\n')[contains(., '=')]"/>
    <xsl:if test="exists($lines)">
      <div id="edition-forms">
        <h3>{f:label('forms')}</h3>
        <dl class="forms">
          <xsl:for-each select="$lines">
            <xsl:variable name="path" as="xs:string" select="substring-after(., '=')"/>
            <dt><a href="{f:path-address($path)}">{$path}</a></dt>
            <dd>{f:label('form-' || substring-before(., '='))}</dd>
          </xsl:for-each>
        </dl>
      </div>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
