"""The compiler from ODD to RELAX NG, and the grammar it makes: what it refuses, what the grammar takes and rejects."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teiwright.saxon import StylesheetError, transform

TEI = "http://www.tei-c.org/ns/1.0"
RNG = "{http://relaxng.org/ns/structure/1.0}"
EXAMPLES = b"http://www.tei-c.org/ns/Examples"
NAMESPACES = {"t": TEI, "r": RNG.strip("{}")}

Change = Callable[[etree._Element], None]


def without(attribute: str) -> Change:
    def change(element: etree._Element) -> None:
        del element.attrib[attribute]

    return change


def with_(attribute: str, value: str) -> Change:
    def change(element: etree._Element) -> None:
        element.set(attribute, value)

    return change


def removed(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def holding(xml: str) -> Change:
    """Put an element first into another."""

    def change(element: etree._Element) -> None:
        element.insert(0, etree.fromstring(xml.replace("<", f'<x xmlns="{TEI}"><', 1) + "</x>")[0])

    return change


def emptied(element: etree._Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def renamed(name: str) -> Change:
    def change(element: etree._Element) -> None:
        element.tag = f"{{{TEI}}}{name}"

    return change


def saying(text: str) -> Change:
    def change(element: etree._Element) -> None:
        element.text = text

    return change


XML_ID, XML_LANG = "{http://www.w3.org/XML/1998/namespace}id", "{http://www.w3.org/XML/1998/namespace}lang"

# The elements that a message of libxml2 calls wrong.
NAMED = re.compile(r"(?:[Ee]lement|got|content:) (\w+)")

# Where the document is changed, how, and the element that the report must name.
MUTATIONS: list[tuple[str, Change, str]] = [
    ("/t:TEI", without(XML_LANG), "TEI"),
    ("/t:TEI/t:teiHeader", removed, "standOff"),
    ("//t:text", holding('<pb xml:id="x" n="1"/>'), "pb"),
    ("//t:front", holding('<p xml:id="x">x</p>'), "p"),
    ("//t:body", emptied, "body"),
    ("//t:body/t:div", without(XML_ID), "div"),
    ("//t:body/t:div", without("type"), "div"),
    ("//t:body/t:div", renamed("chapter"), "chapter"),
    ("//t:body/t:div/t:p", holding('<p xml:id="x">x</p>'), "p"),
    ("//t:body//t:head", renamed("heading"), "heading"),
    ("//t:titlePart", without("type"), "titlePart"),
    ("//t:docDate", with_("notBefore", "1900"), "docDate"),
    ("//t:docDate", with_("when", "March 1903"), "docDate"),
    ("//t:ab", without("type"), "ab"),
    ("//t:front//t:item", without(XML_ID), "item"),
    ("//t:list[@type]/t:item", removed, "list"),
    ("//t:lb", saying("x"), "lb"),
    ("//t:lb[@break]", with_("break", "maybe"), "lb"),
    ("//t:pb", without("n"), "pb"),
    ("//t:pb", with_("n", ""), "pb"),
    ("//t:pb", without(XML_ID), "pb"),
    ("//t:fw", without("type"), "fw"),
    ("//t:fw", with_("place", "foot"), "fw"),
    ("//t:milestone", without("unit"), "milestone"),
    ("//t:note[@place]", with_("place", "top"), "note"),
    ("//t:note[@place]", with_("place", "bottom end"), "note"),
    ("//t:ref", without("target"), "ref"),
    ("//t:quote[@rend]", without(XML_ID), "quote"),
    ("//t:said", without(XML_ID), "said"),
    ("//t:quote", with_("who", "#rowe"), "quote"),
    ("//t:title[@level]", with_("level", "x"), "title"),
    ("//t:q", with_("type", "spoken"), "q"),
    ("//t:choice", emptied, "choice"),
    ("//t:sic", removed, "corr"),
    ("//t:corr", renamed("reg"), "reg"),
    ("//t:corr", without("resp"), "corr"),
    ("//t:corr", with_("cert", "0.9"), "corr"),
    ("//t:reg", with_("type", "mine"), "reg"),
    ("//t:p[t:choice]", holding("<sic>x</sic>"), "sic"),
    ("//t:supplied", without("resp"), "supplied"),
    ("//t:g", without("ref"), "g"),
    ("//t:pc", with_("force", "soft"), "pc"),
    ("//t:foreign", without(XML_LANG), "foreign"),
    ("//t:p[t:choice]", holding("<surname>x</surname>"), "surname"),
    ("//t:p[t:choice]", holding("<listPerson/>"), "listPerson"),
    ("//t:p/t:persName", with_("key", "rowe"), "persName"),
    ("//t:p//t:date", with_("when", "1866-13-01"), "date"),
    ("//t:person", without(XML_ID), "person"),
    ("//t:person/t:persName", removed, "sex"),
    ("//t:listPerson", emptied, "listPerson"),
    ("//t:titleStmt/t:title", removed, "author"),
    ("//t:availability", with_("status", "open"), "availability"),
    ("//t:encodingDesc", removed, "profileDesc"),
    ("//t:tagUsage", with_("occurs", "-1"), "tagUsage"),
    ("//t:mapping", with_("type", "standard"), "mapping"),
    ("//t:application", with_("version", "new"), "application"),
    ("//t:change", without("who"), "change"),
]

# What is put in place of the content of the ODD's first element, and the code it is refused with.
UNKNOWN = [
    ("<anyElement/>", "O001"),
    ("<content/>", "O001"),
    ('<sequence preserveOrder="false"><textNode/><textNode/></sequence>', "O001"),
    ('<classRef key="model.pLike" expand="sequence"/>', "O001"),
    ('<classRef key="model.pLike" except="ab"/>', "O001"),
    ('<elementRef key="p"/><elementRef key="ab"/>', "O002"),
    ('<elementRef key="paragraph"/>', "O003"),
    ('<classRef key="att.global"/>', "O003"),
    ('<macroRef key="macro.none"/>', "O003"),
]

# An exchange of text in the ODD, and the code it is refused with.
BROKEN = [
    ('<dataRef name="decimal"/>', '<dataRef name="decimal" restriction="1|2"/>', "O001"),
    ("<attList>", '<attList org="choice">', "O001"),
    ("<valList", "<defaultVal>N</defaultVal><valList", "O001"),
    ('<elementSpec ident="lb"', '<elementSpec ns="urn:other" ident="lb"', "O001"),
    ('<dataRef key="teidata.count"/>', '<dataRef key="teidata.sum"/>', "O003"),
    ('<memberOf key="att.global"/>', '<memberOf key="att.universal"/>', "O003"),
    ('<attRef class="att.datable.w3c" name="when"/>', '<attRef class="att.datable.w3c" name="whence"/>', "O003"),
    ('<memberOf key="model.applicationLike"/>', '<memberOf key="model.labelLike"/>', "O004"),
    ('<elementSpec ident="ptr"', '<elementSpec ident="ref"', "O005"),
    ('key="att.ascribed.directed"/>', 'key="att.ascribed.directed"/><memberOf key="att.ascribed"/>', "O005"),
    ('<specGrpRef target="#spec-lines"/>', "", "O006"),
    ('<moduleRef key="gaiji" include="g', '<moduleRef key="gaiji" include="glyph g', "O007"),
    ('<attDef ident="level" usage="opt">', '<attDef ident="level" mode="change">', "O008"),
    ('<attDef ident="type" mode="change" usage="req">', '<attDef ident="type" usage="req">', "O008"),
    ('<schemaSpec ident="teiwright"', '<schemaSpec ident="two" start="p"/><schemaSpec ident="teiwright"', "O009"),
    ('<datatype><dataRef key="teidata.name"/></datatype>', "", "O010"),
]


def exchanged(odd: bytes, old: str, new: str) -> bytes:
    """Return the ODD with the first occurrence of a text exchanged, which must be there."""
    assert old.encode() in odd
    return odd.replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(("content", "code"), UNKNOWN)
def test_a_content_that_it_does_not_understand_is_refused(odd: bytes, stylesheet: Path, content: str, code: str) -> None:
    changed = re.sub(rb"<content>.*?</content>", f"<content>{content}</content>".encode(), odd, count=1, flags=re.DOTALL)
    with pytest.raises(StylesheetError, match=f"{code} elementSpec TEI: "):
        transform(stylesheet, changed)


@pytest.mark.parametrize(("old", "new", "code"), BROKEN)
def test_an_odd_that_does_not_hang_together_is_refused(odd: bytes, stylesheet: Path, old: str, new: str, code: str) -> None:
    with pytest.raises(StylesheetError, match=code):
        transform(stylesheet, exchanged(odd, old, new))


@pytest.mark.parametrize(
    ("occurs", "pattern"),
    [
        ("", "ref"),
        ('minOccurs="0"', "optional(ref)"),
        ('maxOccurs="unbounded"', "oneOrMore(ref)"),
        ('minOccurs="0" maxOccurs="unbounded"', "zeroOrMore(ref)"),
        ('minOccurs="2" maxOccurs="unbounded"', "ref ref zeroOrMore(ref)"),
        ('minOccurs="2" maxOccurs="4"', "ref ref optional(ref optional(ref))"),
    ],
)
def test_occurrences_become_patterns(odd: bytes, stylesheet: Path, occurs: str, pattern: str) -> None:
    changed = exchanged(odd, '<elementRef key="teiHeader"/>', f'<elementRef key="teiHeader" {occurs}/>')
    grammar = etree.fromstring(transform(stylesheet, changed).encode())
    element = grammar.xpath("r:define/r:element[@name='TEI']", namespaces=NAMESPACES)[0]
    assert shape(element).startswith(f"{pattern} choice(")


def shape(parent: etree._Element) -> str:
    """Return the patterns in a pattern by their names, annotations left out."""
    inner = [child for child in parent if isinstance(child.tag, str) and child.tag.startswith(RNG)]
    return " ".join(etree.QName(child).localname + (f"({shape(child)})" if len(child) else "") for child in inner)


def test_no_empty_or_forbidden_pattern_beside_others(grammar_file: Path) -> None:
    alone = etree.parse(grammar_file).xpath("//r:empty | //r:notAllowed", namespaces=NAMESPACES)
    assert not alone


def test_every_declaration_is_used(grammar_file: Path) -> None:
    tree = etree.parse(grammar_file)
    used = {name.partition(".attribute")[0] for name in tree.xpath("//r:ref/@name", namespaces=NAMESPACES)}
    declared = {name.partition(".attribute")[0] for name in tree.xpath("//r:define/@name", namespaces=NAMESPACES)}
    assert declared == used


def test_the_base_document_is_valid(relaxng: etree.RelaxNG, base: etree._ElementTree) -> None:
    assert relaxng.validate(base), relaxng.error_log


def test_the_base_document_has_every_element(odd: bytes, base: etree._ElementTree) -> None:
    declared = etree.fromstring(odd).xpath("//t:elementSpec/@ident", namespaces=NAMESPACES)
    assert {etree.QName(element).localname for element in base.iter("*")} == set(declared)


@pytest.mark.parametrize(("at", "change", "wrong"), MUTATIONS)
def test_a_mutation_is_rejected_at_the_right_element(
    relaxng: etree.RelaxNG, xsd: etree.XMLSchema, base: etree._ElementTree, at: str, change: Change, wrong: str
) -> None:
    change(base.xpath(at, namespaces=NAMESPACES)[0])
    assert not relaxng.validate(base)
    assert wrong in blamed(relaxng, base), relaxng.error_log
    assert not xsd.validate(base)


def test_the_examples_of_the_odd_are_valid(odd: bytes, grammar_file: Path) -> None:
    anywhere = etree.parse(grammar_file)
    start = anywhere.find(f"{RNG}start")
    assert start is not None
    start[:] = [etree.Element(f"{RNG}choice")]
    start[0].extend(etree.Element(f"{RNG}ref", name=e.get("name", "")) for e in anywhere.iter(f"{RNG}element"))
    relaxng = etree.RelaxNG(anywhere)
    examples = etree.fromstring(odd.replace(EXAMPLES, TEI.encode())).xpath("//t:egXML/*", namespaces=NAMESPACES)
    assert examples
    for example in examples:
        assert relaxng.validate(etree.ElementTree(example)), relaxng.error_log


def blamed(relaxng: etree.RelaxNG, document: etree._ElementTree) -> set[str]:
    """Return the names of the elements that the report gives as wrong, by their place or in its words."""
    log = relaxng.error_log
    places = [found for error in log if error.path for found in document.xpath(error.path)]
    return {etree.QName(found).localname for found in places} | {name for e in log for name in NAMED.findall(e.message)}
