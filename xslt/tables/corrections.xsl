<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Interventions, as the list of corrections of the reading page has them. Entered in mode m:interventions. -->

  <xsl:template match="choice | supplied | g" mode="m:interventions" as="xs:string">
    <xsl:variable name="act" as="element()" select="(corr | reg, .)[1]"/>
    <xsl:sequence select="f:row('interventions', map:merge((f:place(.), f:claim($act), map{
        'id': f:intervention-id(.),
        'kind': if (sic) then 'correction' else if (orig) then 'regularization' else if (self::g) then 'sign' else 'supplied',
        'source': f:source-reading(.),
        'reading': f:reading(.),
        'type': $act/@type,
        'note': f:note-around(.) })))"/>
  </xsl:template>

</xsl:stylesheet>
