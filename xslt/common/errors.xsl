<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What a stylesheet says when it has to stop. It leaves it to the formats where to stop. Entered by f:stop and
       f:unknown. The code stands in the message too, since saxonche loses it elsewhere. -->

  <!-- Stop with a sentence. R001 is the code of all that the stylesheets refuse. -->
  <xsl:function name="f:stop" as="empty-sequence()">
    <xsl:param name="message" as="xs:string"/>
    <xsl:sequence select="error(xs:QName('ed:R001'), 'R001 ' || $message)"/>
  </xsl:function>

  <!-- Stop at a node that a format has no rule for: nothing may vanish silently. -->
  <xsl:function name="f:unknown" as="empty-sequence()">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="place" as="element()?" select="$node/ancestor-or-self::*[@xml:id][1]"/>
    <xsl:variable name="near" as="xs:string" select="if ($place) then ', at or in “' || $place/@xml:id || '”' else ''"/>
    <xsl:sequence select="f:stop('there is no rule for “' || name($node) || '” in “' || name($node/..) || '”' || $near)"/>
  </xsl:function>

</xsl:stylesheet>
