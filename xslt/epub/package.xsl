<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:opf="http://www.idpf.org/2007/opf"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The package document (EPUB 3.3, section 5): metadata from the header, the files, and their order. It knows no clock: the
       publication was modified when the header says that the edition was. Entered by ed:package. -->

  <xsl:template name="ed:package" as="element(opf:package)">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:param name="parts" as="element(ed:part)+"/>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="publication" xml:lang="{$reader}">
      <xsl:namespace name="dc" select="'http://purl.org/dc/elements/1.1/'"/>
      <metadata>
        <dc:identifier id="publication">{f:publication(.)}</dc:identifier>
        <xsl:apply-templates select="teiHeader" mode="m:package"/>
        <meta property="dcterms:modified">{f:modified(teiHeader)}T00:00:00Z</meta>
        <xsl:sequence select="f:accessibility(.)"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="css" href="book.css" media-type="text/css"/>
        <xsl:for-each select="$parts">
          <item id="part-{position()}" href="{f:path(.)}" media-type="application/xhtml+xml"/>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:for-each select="$parts">
          <itemref idref="part-{position()}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <!-- What the publication is, whatever its version: the address of the edition, else its id, publisher and title. Version and
       date tell one release from another (EPUB 3.3, section 5.5.3.1.2); a packer may make a UUID of this. -->
  <xsl:function name="f:publication" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="(f:edition-address($file), string-join(($tei/@xml:id, f:reading($file/publicationStmt/publisher[1]), f:edition-title($tei)), ' / '))[1]"/>
  </xsl:function>

  <!-- The latest day that the header names as one on which the edition was made or changed; the first day that a ZIP file can
       tell where it names none. Years and months count from their first day. -->
  <xsl:function name="f:modified" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="named" as="attribute()*" select="$header/(revisionDesc//change, fileDesc/editionStmt//date, fileDesc/publicationStmt/date)/@when"/>
    <xsl:variable name="days" as="xs:string*" select="$named ! substring(. || '-01-01', 1, 10)[. castable as xs:date][matches(., '^\d')]"/>
    <xsl:sequence select="(sort($days)[last()], '1980-01-01')[1]"/>
  </xsl:function>

  <xsl:template match="teiHeader" mode="m:package" as="element()+">
    <xsl:variable name="file" as="element(fileDesc)" select="fileDesc"/>
    <xsl:sequence select="f:dc('language', f:language(../text))"/>
    <xsl:for-each select="$file/titleStmt/title">
      <dc:title id="title-{position()}">{f:reading(.)}</dc:title>
      <xsl:sequence select="f:refined('title-' || position(), 'title-type', if (position() = 1) then 'main' else 'subtitle')"/>
    </xsl:for-each>
    <xsl:for-each select="$file/titleStmt/author">
      <dc:creator id="creator-{position()}">{f:reading(.)}</dc:creator>
      <xsl:sequence select="f:refined('creator-' || position(), 'role', 'aut'), f:refined('creator-' || position(), 'file-as', f:inverted(.))"/>
    </xsl:for-each>
    <xsl:for-each select="$file/titleStmt/(editor | respStmt/(name | persName | orgName)[not(@type = 'software')])">
      <dc:contributor id="contributor-{position()}">{f:reading(.)}</dc:contributor>
      <xsl:sequence select="self::editor ! f:refined('contributor-' || position(), 'role', 'edt')"/>
    </xsl:for-each>
    <xsl:sequence select="$file/publicationStmt/publisher ! f:dc('publisher', f:reading(.))"/>
    <xsl:sequence select="($file/publicationStmt/date/@when)[1] ! f:dc('date', string(.))"/>
    <xsl:sequence select="f:print($file) ! (f:dc('source', f:reading(node() except note)))"/>
    <xsl:sequence select="f:dc('description', f:reading(($file/notesStmt/note, encodingDesc/projectDesc/p)[1]))"/>
    <xsl:sequence select="profileDesc/textClass/keywords/(term | list/item) ! f:dc('subject', f:reading(.))"/>
    <xsl:sequence select="$file/publicationStmt/availability/(p | licence) ! f:dc('rights', string-join((f:reading(.), @target), ' '))"/>
  </xsl:template>

  <xsl:function name="f:dc" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:if test="$value">
      <xsl:element name="dc:{$name}">{$value}</xsl:element>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:refined" as="element(opf:meta)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <meta xmlns="http://www.idpf.org/2007/opf" refines="#{$id}" property="{$property}">
      <xsl:if test="$property = 'role'">
        <xsl:attribute name="scheme" select="'marc:relators'"/>
      </xsl:if>
      <xsl:value-of select="$value"/>
    </meta>
  </xsl:function>

  <!-- What a reader who cannot see the text finds in it (EPUB Accessibility 1.1, section 2). It is discovery, not a claim to
       conform. -->
  <xsl:function name="f:accessibility" as="element(opf:meta)+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="paged" as="xs:boolean" select="exists($tei/text//pb)"/>
    <xsl:variable name="facts" as="map(xs:string, xs:string*)" select="map {
        'schema:accessMode': 'textual', 'schema:accessModeSufficient': 'textual', 'schema:accessibilityHazard': 'none',
        'schema:accessibilityFeature': ('displayTransformability', 'readingOrder', 'structuralNavigation', 'tableOfContents',
            'index'[$tei/standOff/*/*], ('pageBreakMarkers', 'pageNavigation')[$paged]),
        'schema:accessibilitySummary': f:label('accessibility'),
        'pageBreakSource': f:print($tei/teiHeader/fileDesc)[$paged] ! f:reading(node() except note) }"/>
    <xsl:for-each select="sort(map:keys($facts))">
      <xsl:variable name="property" as="xs:string" select="."/>
      <xsl:for-each select="$facts(.)[.]">
        <meta xmlns="http://www.idpf.org/2007/opf" property="{$property}">{.}</meta>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
