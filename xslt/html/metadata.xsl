<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:j="http://www.w3.org/2005/xpath-functions" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What programs read of the edition in the head of the page: meta elements that reference managers and catalogues know
       (citation_ of Google Scholar, DC. of Dublin Core), and JSON-LD. Entered in mode m:meta. -->

  <xsl:template match="teiHeader" mode="m:meta" as="element()*">
    <xsl:variable name="file" as="element(fileDesc)" select="fileDesc"/>
    <xsl:variable name="print" as="element(bibl)?" select="f:print($file)"/>
    <xsl:sequence select="
        f:meta('description', f:reading(($file/notesStmt/note, encodingDesc/projectDesc/p)[1]/node())),
        f:meta(('citation_title', 'DC.title'), f:edition-title(..)),
        $file/titleStmt/author ! f:meta('citation_author', f:inverted(.)),
        $file/titleStmt/author ! f:meta('DC.creator', f:reading(.)),
        $file/publicationStmt/publisher ! f:meta('DC.publisher', f:reading(.)),
        $print/publisher ! f:meta('citation_publisher', f:reading(.)),
        ($print/date/@when)[1] ! f:meta('citation_publication_date', translate(., '-', '/')),
        $file/publicationStmt/date/@when ! f:meta('DC.date', string(.)),
        ../@xml:lang ! f:meta(('citation_language', 'DC.language'), string(.)),
        f:edition-address($file) ! f:meta(('citation_public_url', 'DC.identifier'), .),
        $print ! f:meta('DC.source', f:reading(node() except note)),
        $file/publicationStmt/availability/licence ! f:meta('DC.rights', string-join((f:reading(.), @target ! f:safe-address(.)), ' ')),
        profileDesc/textClass/keywords//(term | item) ! f:meta('DC.subject', f:reading(.)),
        f:meta('DC.type', 'Text')"/>
    <xsl:variable name="linked" as="element(j:map)">
      <j:map><xsl:sequence select="$linked-context, f:linked-edition(.., '')"/></j:map>
    </xsl:variable>
    <!-- Nothing that begins with a less-than sign may stand in a script, whatever a title says. -->
    <script type="application/ld+json"><xsl:value-of select="replace(f:json($linked), '&lt;', '\\u003c')"/></script>
  </xsl:template>

  <xsl:function name="f:meta" as="element()*">
    <xsl:param name="names" as="xs:string+"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:for-each select="$names[$content]">
      <meta name="{.}" content="{$content}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="*" mode="m:meta" priority="-2" as="empty-sequence()">
    <xsl:sequence select="f:unknown(.)"/>
  </xsl:template>

</xsl:stylesheet>
