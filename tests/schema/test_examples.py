"""The examples in the ODD: each element has one, from a real edition, valid, and said as it is said there."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from teiwright.xml import local, xml_id

ROOT = Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
RELAXNG = "{http://relaxng.org/ns/structure/1.0}"
ODD = etree.parse(ROOT / "schema" / "teiwright.odd")
ELEMENTS = list(ODD.iter(f"{TEI}elementSpec"))
EDITION = ROOT / "tei" / "hedp" / "hedp.xml"


def examples(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in the examples of a declaration, as elements of the TEI."""
    for example in element.findall(f"{TEI}exemplum/{EXAMPLES}egXML"):
        for child in example.iterchildren("*"):
            alone = etree.tostring(child, encoding="unicode", with_tail=False).replace(EXAMPLES[1:-1], TEI[1:-1])
            yield etree.fromstring(alone)


@pytest.fixture(scope="module")
def grammar() -> etree._Element:
    """Return the grammar, whose start can be changed."""
    return etree.parse(ROOT / "schema" / "teiwright.rng").getroot()


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.get("ident"))
def test_an_element_has_an_example_in_which_it_occurs_and_the_argument_for_what_it_may_be(element: etree._Element) -> None:
    assert any(local(one) == element.get("ident") for root in examples(element) for one in root.iter("*"))
    remarks = [" ".join("".join(p.itertext()).split()) for p in element.findall(f"{TEI}remarks/{TEI}p")]
    assert remarks and all(len(remark) > 40 for remark in remarks)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.get("ident"))
def test_the_examples_are_valid(element: etree._Element, grammar: etree._Element) -> None:
    for root in examples(element):
        begun = deepcopy(grammar)
        (start,) = begun.findall(f"{RELAXNG}start")
        start[:] = [etree.Element(f"{RELAXNG}ref", name=local(root))]
        schema = etree.RelaxNG(begun)
        assert schema.validate(root), schema.error_log


def test_every_example_says_where_it_is_from_and_every_source_is_used() -> None:
    declared = {xml_id(bibl) for bibl in ODD.findall(f".//{TEI}listBibl/{TEI}bibl")}
    assert {example.get("source", "").removeprefix("#") for example in ODD.iter(f"{EXAMPLES}egXML")} == declared


def test_examples_from_the_edition_of_this_repository_are_its_words() -> None:
    edition = etree.parse(EDITION)
    printed = edition.xpath("//text()[not(ancestor::*[local-name() = 'note'][@type = 'editorial'])]")
    words = " ".join("".join(printed).split())
    shown = [example for example in ODD.iter(f"{EXAMPLES}egXML") if example.get("source") == "#hedp"]
    assert len(shown) > 60
    for text in (text for example in shown for text in example.itertext()):
        for piece in " ".join(text.split()).split("…"):
            assert piece.strip() in words, piece
