<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What the header says of the edition as a whole. Entered through the functions. -->

  <xsl:function name="f:edition-title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="f:reading($tei/teiHeader/fileDesc/titleStmt/title[1])"/>
  </xsl:function>

  <!-- The description of the print that the edition goes back to: the first that says so, else the first at all. -->
  <xsl:function name="f:print" as="element(bibl)?">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:variable name="described" as="element(bibl)*" select="$file/sourceDesc//bibl"/>
    <xsl:sequence select="($described[@type = 'print'], $described)[1]"/>
  </xsl:function>

  <!-- Where the edition is published, if the header says so with a safe address. -->
  <xsl:function name="f:edition-address" as="xs:string?">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:sequence select="($file/publicationStmt/(idno ! f:safe-address(.), ptr/@target ! f:safe-address(.)))[1]"/>
  </xsl:function>

  <!-- A name as lists sort it, “Marr, Ada”, where its parts are told apart. -->
  <xsl:function name="f:inverted" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="surname" as="element()?" select="$name/descendant::surname[1]"/>
    <xsl:sequence select="if ($surname) then string-join((f:reading($surname), string-join($name//forename ! f:reading(.), ' ')[.]), ', ') else f:reading($name)"/>
  </xsl:function>

</xsl:stylesheet>
