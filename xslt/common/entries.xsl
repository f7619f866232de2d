<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Persons and other things that standOff describes: their names, dates, order and addresses elsewhere. How they look
       is left to the formats. Entered through the functions. -->

  <!-- The registers that identifiers come from, and where an identifier leads. -->
  <xsl:variable name="registers" as="element(ed:register)+">
    <ed:register type="wikidata" name="Wikidata" address="https://www.wikidata.org/wiki/"/>
    <ed:register type="viaf" name="VIAF" address="https://viaf.org/viaf/"/>
    <ed:register type="gnd" name="GND" address="https://d-nb.info/gnd/"/>
    <ed:register type="geonames" name="GeoNames" address="https://www.geonames.org/"/>
    <ed:register type="isni" name="ISNI" address="https://isni.org/isni/"/>
  </xsl:variable>

  <!-- The name under which an entry is listed. -->
  <xsl:function name="f:entry-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$entry/(persName | orgName | placeName | label | head | title)"/>
    <xsl:sequence select="f:reading(($names[@type = 'main'], $names, $entry)[1])"/>
  </xsl:function>

  <!-- The work that a citation is of: what it points to, step by step, or itself. -->
  <xsl:function name="f:work" as="element(bibl)">
    <xsl:param name="bibl" as="element(bibl)"/>
    <xsl:variable name="next" as="element(bibl)?" select="($bibl/(@corresp, @sameAs) ! f:target(.)[self::bibl])[1]"/>
    <xsl:sequence select="if ($next[not(@corresp or @sameAs)] or $next[. &lt;&lt; $bibl]) then f:work($next) else $bibl"/>
  </xsl:function>

  <!-- The years of a life or of an event, such as 1870–1924; empty where none is known. -->
  <xsl:function name="f:entry-years" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="born" as="xs:string?" select="($entry/birth ! f:year(.))[1]"/>
    <xsl:variable name="died" as="xs:string?" select="($entry/death ! f:year(.))[1]"/>
    <xsl:sequence select="
        if (exists(($born, $died)) and $entry/birth and $entry/death) then $born || '–' || $died
        else ($born ! f:label('born', .), $died ! f:label('died', .), '')[1]"/>
  </xsl:function>

  <xsl:function name="f:year" as="xs:string?">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="when" as="xs:string?" select="$event ! (@when, @notBefore, @from, @notAfter)[1] ! string(.)"/>
    <!-- Before Christ, ISO counts otherwise than people do: then the words of the entry. -->
    <xsl:sequence select="if ($when and not(starts-with($when, '-'))) then replace($when, '^0*(\d+).*$', '$1') else string($event)[.]"/>
  </xsl:function>

  <!-- What entries are sorted by: their name without regard to case and accents. -->
  <xsl:function name="f:sort-key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode(f:entry-name($entry), 'NFD'), '\p{M}', ''))"/>
  </xsl:function>

  <!-- An address that a reader may be led to: http, https or mailto; anything else is no link. -->
  <xsl:function name="f:safe-address" as="xs:string?">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:sequence select="normalize-space($address)[matches(., '^(https?://|mailto:)\S+$', 'i')]"/>
  </xsl:function>

  <!-- The register that an identifier comes from, if it is known here. -->
  <xsl:function name="f:register" as="element(ed:register)?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:sequence select="$registers[@type = lower-case($idno/@type)]"/>
  </xsl:function>

  <!-- Where an identifier leads: into its register, or where it says itself. -->
  <xsl:function name="f:identifier-address" as="xs:string?">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space($idno)"/>
    <xsl:sequence select="(f:register($idno)/@address ! (. || encode-for-uri($number)), f:safe-address($number))[1]"/>
  </xsl:function>

  <!-- The address of a file, by its path, relative to the page. -->
  <xsl:function name="f:path-address" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($path, '/') ! encode-for-uri(.), '/')"/>
  </xsl:function>

  <!-- Where a pointer leads: a place in this document, an address that is safe, or nowhere. -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="(f:target($pointer)/@xml:id ! ('#' || .), f:safe-address($pointer))[1]"/>
  </xsl:function>

</xsl:stylesheet>
