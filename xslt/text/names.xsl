<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Names: in plain text, their words. Entered in mode m:words. -->

  <xsl:template match="persName | orgName | placeName | name | rs | author | editor | publisher | pubPlace
      | roleName | forename | surname | addName | genName | nameLink" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="node()" mode="#current"/>
  </xsl:template>

</xsl:stylesheet>
