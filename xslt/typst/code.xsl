<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:teiwright:functions" xmlns:m="urn:teiwright:modes" xmlns:ed="urn:teiwright:data"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The grammar of Typst, as far as the book needs it: string literals, calls, links, languages; and which signs its font can
       show. Entered through the functions. -->

  <!-- The signs that the roman, italic and bold of the book's font all have, so that none comes out as an empty box: Latin,
       Greek, Cyrillic and Hebrew letters, phonetic signs, punctuation, figures, arrows, some mathematics and ornaments. -->
  <xsl:variable name="common" as="xs:string" static="yes" select="'&#x20;-&#x5A;\[\\\]&#x5E;-&#x7E;&#xA0;-&#x241;&#x2010;-&#x2027;'"/>
  <xsl:variable name="settable" as="xs:string" static="yes" select="
      $common || '&#x250;-&#x2E4;&#x2EA;-&#x34E;&#x350;-&#x36F;&#x374;&#x375;&#x37A;-&#x37E;&#x384;-&#x38A;&#x38C;'
      || '&#x38E;-&#x3A1;&#x3A3;-&#x3CE;&#x3D0;-&#x3E1;&#x3FD;-&#x45F;&#x490;-&#x4C4;&#x4D0;-&#x4F9;&#x5B0;-&#x5C3;&#x5D0;-&#x5EA;&#x5F0;-&#x5F4;'
      || '&#x1E00;-&#x1E9B;&#x1E9E;&#x1EA0;-&#x1EF9;&#x1F00;-&#x1F15;&#x1F18;-&#x1F1D;&#x1F20;-&#x1F45;&#x1F48;-&#x1F4D;&#x1F50;-&#x1F57;&#x1F59;'
      || '&#x1F5B;&#x1F5D;&#x1F5F;-&#x1F7D;&#x1F80;-&#x1FB4;&#x1FB6;-&#x1FC4;&#x1FC6;-&#x1FD3;&#x1FD6;-&#x1FDB;&#x1FDD;-&#x1FEF;&#x1FF2;-&#x1FF4;'
      || '&#x1FF6;-&#x1FFE;&#x2000;-&#x200D;&#x202F;-&#x2037;&#x2039;-&#x203E;&#x2042;&#x2044;&#x2047;-&#x204B;&#x2070;&#x2071;'
      || '&#x2074;-&#x208E;&#x2090;-&#x209C;&#x20AB;&#x20AC;&#x2116;&#x2122;&#x2153;-&#x2184;&#x2190;-&#x219B;&#x2200;-&#x220D;&#x220F;-&#x221C;'
      || '&#x221E;&#x221F;&#x2223;-&#x222B;&#x2260;-&#x2262;&#x2264;&#x2265;&#x25A0;&#x25A1;&#x25CB;&#x25CC;&#x25CF;&#x2605;&#x261B;&#x261E;&#x2660;&#x2663;'
      || '&#x2665;&#x2666;&#x2669;-&#x266C;&#x2767;&#x27E6;-&#x27E9;&#xFFFD;'"/>

  <xsl:function name="f:is-settable" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <!-- Nearly all words have the common signs only, which are looked for twenty times faster. -->
    <xsl:sequence select="not(matches($words, '[^' || $common || ']')) or not(matches($words, '[^' || $settable || ']'))"/>
  </xsl:function>

  <!-- A string literal; in one, nothing but these two signs has a meaning. -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="'&quot;' || replace(f:plain($words), '([&quot;\\])', '\\$1') || '&quot;'"/>
  </xsl:function>

  <!-- Words of a line: literals, each closed by a semicolon, so that nothing behind it can be taken for its continuation. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$words" regex="[^{$settable}]+">
        <xsl:matching-substring>
          <xsl:sequence select="f:replaced-signs(.)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="'#' || f:string(.) || ';'"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="if (f:is-settable($words)) then '#' || f:string($words) || ';' else string-join($pieces)"/>
  </xsl:function>

  <!-- Signs that the font lacks: the letters that they are made of, as for a ligature; else their numbers in Unicode. -->
  <xsl:function name="f:replaced-signs" as="xs:string">
    <xsl:param name="signs" as="xs:string"/>
    <xsl:variable name="letters" as="xs:string" select="normalize-unicode($signs, 'NFKC')"/>
    <xsl:variable name="numbers" as="xs:string*" select="string-to-codepoints($signs) ! ('U+' || f:hex(.))"/>
    <xsl:sequence select="'#' || (if (f:is-settable($letters)) then f:string($letters) else 'signs(&quot;' || string-join($numbers, ' ') || '&quot;)') || ';'"/>
  </xsl:function>

  <xsl:function name="f:hex" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="figure" as="xs:string" select="substring('0123456789ABCDEF', $number mod 16 + 1, 1)"/>
    <xsl:sequence select="if ($number lt 16) then $figure else f:hex($number idiv 16) || $figure"/>
  </xsl:function>

  <!-- A call of a function of the book around pieces of a line. -->
  <xsl:function name="f:around" as="xs:string*">
    <xsl:param name="call" as="xs:string"/>
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:sequence select="f:markup('#' || $call || '['), $pieces, f:markup('];')"/>
  </xsl:function>

  <!-- The same around what is written already. -->
  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="call" as="xs:string"/>
    <xsl:param name="written" as="xs:string*"/>
    <xsl:sequence select="'#' || $call || '[' || string-join($written, '&#10;&#10;') || '];'"/>
  </xsl:function>

  <!-- Content as an argument. -->
  <xsl:function name="f:content" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="'[' || f:written-words($words) || ']'"/>
  </xsl:function>

  <!-- The call of a link to a place in the book, or to an address that is safe; none where a pointer leads to neither. -->
  <xsl:function name="f:link" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="target" as="element()?" select="f:target($pointer)"/>
    <xsl:sequence select="
        if ($target) then f:to($target)
        else f:safe-address($pointer) ! ('link(' || f:string(.) || ')')"/>
  </xsl:function>

  <xsl:function name="f:to" as="xs:string">
    <xsl:param name="target" as="element()"/>
    <xsl:sequence select="'to(' || f:string($target/@xml:id) || ')'"/>
  </xsl:function>

  <!-- The place that something in the book points to. -->
  <xsl:function name="f:at" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[@xml:id][exists(key('pointed-to', @xml:id))] ! ('#at(' || f:string(@xml:id) || ');')"/>
  </xsl:function>

  <xsl:key name="pointed-to" match="ref | ptr" use="@target/f:pointers(.)"/>

  <!-- Pieces of a line in the language that an element says they are in, if Typst has a name for it. -->
  <xsl:function name="f:in-language" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:variable name="code" as="xs:string?" select="f:language($element/@xml:lang)"/>
    <xsl:sequence select="if ($code) then f:around('text(lang: ' || f:string($code) || ')', $pieces) else $pieces"/>
  </xsl:function>

  <xsl:function name="f:language" as="xs:string?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="lower-case(tokenize($tag, '-')[1])[matches(., '^[a-z]{2,3}$')]"/>
  </xsl:function>

</xsl:stylesheet>
