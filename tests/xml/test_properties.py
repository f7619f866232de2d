"""Whatever bytes come, the door opens or says why not; and it changes nothing of what it lets in."""

from __future__ import annotations

import codecs

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.findings import Refused
from teiwright.xml import TEI, XML, read_xml

PIECES = """
< > / = & ; ! ? - -- ' " [ ] ]]> <!-- --> <? ?> <a </a> <a> <a/> </b> <b:c/> <b xml:id="x"/> <b xml:id='1'> xml:space="x"
xmlns:b="u" xmlns="u" <![CDATA[ <!DOCTYPE <!DOCTYPE_a> <!ENTITY %p; &e; &lt; &#65; &#0; &#xD800; encoding="UTF-8"
encoding='UTF-7' version="1.0" standalone="yes" <?xml_version="1.0"?> <?xml_version="1.1"?>
<?xml_version='1.0'_encoding="US-ASCII"?> x é “ \U0001f600 \ufeff
""".replace("_", " ").split()
BYTES = [b"\xff\xfe", b"\x1f\x8b", b"\x00", b"\xc0\x80", b"\xed\xa0\x80", b"\xff", b"\xe2\x80", b"\r", b"\n", b" "]

pieces = st.sampled_from([piece.encode() for piece in PIECES] + BYTES)
soup = st.lists(pieces, max_size=30).map(b"".join)
enclosed = st.builds(lambda before, within: before + b"<r>" + within + b"</r>", soup, soup)


@settings(max_examples=1000)
@given(st.binary(max_size=300) | soup | enclosed)
def test_whatever_comes_the_door_opens_or_says_why_not(data: bytes) -> None:
    try:
        root = read_xml(data, "x.xml")
    except Refused as refusal:
        for finding in refusal.findings:
            assert finding.code in {"V001", "V005", "V007"}
            assert finding.message and finding.help
            assert 0 <= finding.line <= data.count(b"\n") + 1
            assert finding.column <= len(finding.quote)
        return
    assert root.getroottree().docinfo.internalDTD is None
    assert not list(root.iter(etree.Entity))
    assert data.decode("utf-8-sig")


letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\t\n\r"
)
texts = st.text(letters | st.sampled_from("\t\n\r"), max_size=8)
names = st.sampled_from(["a", "b", "TEI", "x-y.z", "é", "{urn:u}a", f"{{{TEI}}}p"])
comments = texts.filter(lambda text: "--" not in text and not text.endswith("-") and "\r" not in text)


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> etree._Element:
    """A small tree of whatever XML knows."""
    element = etree.Element(
        draw(names), draw(st.dictionaries(st.sampled_from(["a", "x-y.z", "é"]), texts, max_size=3)), {"u": "urn:u", "t": TEI}
    )
    element.text = draw(texts)
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        child = draw(elements(depth - 1) | comments.map(etree.Comment) | st.just(etree.ProcessingInstruction("x", "y")))
        child.tail = draw(texts)
        element.append(child)
    return element


def content(node: etree._Element) -> tuple:
    """Return all that a tree holds."""
    return node.tag, dict(node.attrib), node.text or "", node.tail or "", [content(child) for child in node]


@given(elements(), st.booleans(), st.booleans())
def test_a_document_that_is_well_formed_comes_in_unchanged(tree, is_declared: bool, is_marked: bool) -> None:
    for number, element in enumerate(tree.iter("*")):
        element.set(f"{{{XML}}}id", f"i{number}")
    written = codecs.BOM_UTF8 * is_marked + etree.tostring(tree, encoding="UTF-8", xml_declaration=is_declared)
    assert content(read_xml(written, "a.xml")) == content(tree)
