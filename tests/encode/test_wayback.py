"""What is hard to bring back: labels, furniture at the foot, signs that share a reading, characters that XML cannot hold."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from teiwright import capture
from teiwright.encode.document import encode
from teiwright.encode.wayback import source_of
from teiwright.findings import Finding, Refused, Severity
from teiwright.language import load_language
from teiwright.model.edition import Edition
from teiwright.model.profile import read_profile
from teiwright.model.reading import Reading
from teiwright.pipeline import READING_ROOMS
from teiwright.xml import XML, read_xml

HEADER = b"""<teiHeader xmlns="http://www.tei-c.org/ns/1.0">
<?insert tagsDecl?>
<?insert charDecl?>
</teiHeader>"""


def made(source: str, profile: str = "", name: str = "book") -> tuple[str, list[Finding]]:
    """The TEI of a source, and what was found on the way."""
    try:
        stated = read_profile(profile.encode(), "profile.toml")
    except Refused as refused:
        return "", list(refused.findings)
    edition = Edition(name, stated, load_language("en"))
    reading, findings = Reading(capture.capture(source.encode(), "source.txt")), list[Finding]()
    for room in READING_ROOMS:
        reading, found = room.enter(reading, edition)
        findings += found
    document, found = encode(reading, edition, HEADER, "teiwright.rng")
    return document, [*findings, *found]


def errors(findings: list[Finding]) -> list[str]:
    """The findings that keep an edition from being written."""
    return [str(finding) for finding in findings if finding.severity is Severity.ERROR]


FOOT = '[pages]\nplace = "bottom"\n'
CASES = {
    "a label with two blanks": ("1\nThe lamp.1\n1  See A.\n2\nSo it was.\n", ""),
    "a label with a tab": ("1\nThe lamp.1\n1\tSee A.\n2\nSo it was.\n", '[notes]\nlabel = "{n}\\t"'),
    "a label with a tab where a blank is due": ("1\nThe lamp.1\n1\tSee A.\n2\nSo it was.\n", ""),
    "a label with a nought": ("1\nThe lamp.01\n01 See A.\n2\nSo it was.\n", ""),
    "figures of another script": ("1\nThe lamp.١\n١ See A.\n2\nSo it was.\n", ""),
    "two signs with one reading": ("1\nHe said ³yes² and \x93no\x94 to it.\n2\nSo it was.\n", ""),
    "a sign for the hyphen": ("1\nThe har¬\nbour and the co-op harbour.\n2\nSo.\n", '[damage]\nsigns = { "¬" = "-" }'),
    "a letter that is a sign": ("1\nThe lamp & I < we.\n2\nSo it was.\n", '[damage]\nsigns = { "l" = "1" }'),
    "a sign of the markup": ("1\nHe ³said it” at # 5 “now”.\n2\nSo.\n", '[damage]\nsigns = { "³" = "“", "#" = "£" }'),
    "signs in a circle": ("1\nHe said a and b.\n2\nSo.\n", '[damage]\nsigns = { "a" = "b", "b" = "a" }'),
    "a note on the last page, number at the foot": ("The lamp.1\n1 See A.\n1\nThe mole.1\n1 See B.\n2\n", FOOT),
    "a running foot": ("The lamp.1\n1 See A.\nBOOK\n1\nThe mole.\nBOOK\n2\n", FOOT + 'running-heads = ["BOOK"]'),
    "furniture alone": ("1 \n2 \n", ""),
    "a control character in a slip": ("1\nThe la\x1fmp§ was lit.\n2\nSo.\n", ""),
    "marks in marks in marks": (f"1\n{'“' * 1500}lamp{'”' * 1500}\n2\nSo.\n", ""),
    "contents over two pages": (
        "Contents\nTHE QUAY 1\nTHE PIER 2\n\nTHE MOLE 3\n\n1\nTHE QUAY\nOne.\n2\nTHE PIER\nTwo.\n3\nTHE MOLE\nThree.\n", ""
    ),
    "sections named by the contents": ("Contents\nI 1\nII 2\n\n1\nI\nIt is here.\n2\nII\nIt is there.\n", ""),
    "unnumbered and roman pages": ("T\n\ni\nA.\nii\nB.\n1\nC.\n2\nD.\n", ""),
    "a division called book": ("1\nTHE LAMP\nIt is here.\n2\nSo it was.\n\nColophon\n", '[divisions]\ntype = "book"'),
    "a division called fable": ("Notice\n\n1\nTHE LAMP\nIt is here.\n2\nSo.\n", '[divisions]\ntype = "fable"'),
    "a division with marks in it": ("1\nTHE LAMP\nIt is here.\n2\nSo.\n", "[divisions]\ntype = 'a \"b\" & c'"),
    "a page of a kind with marks in it": ("N\n\n1\nA.\n2\nB.\n", "[pages]\nunnumbered = { '[i]' = 'a \"b\"' }"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_source_comes_back(case: str) -> None:
    source, profile = CASES[case]
    document, findings = made(source, profile)
    if not errors(findings):
        assert source_of(read_xml(document.encode(), "book.xml"), "book.xml").decode() == source


@pytest.mark.parametrize("case", ["contents over two pages", "sections named by the contents", "a running foot"])
def test_what_a_printer_does_is_no_error(case: str) -> None:
    assert not errors(made(*CASES[case])[1])


@pytest.mark.parametrize("case", CASES)
def test_every_id_stands_once(case: str) -> None:
    document, findings = made(*CASES[case])
    if not errors(findings):
        ids = [e.get(f"{{{XML}}}id") for e in etree.fromstring(document.encode(), etree.XMLParser(recover=True)).iter("*")]
        assert len(set(ids) - {None}) == len([own for own in ids if own])


@pytest.mark.parametrize("source", ["1\nThe lamp.\n2\nSo.\n", "THE LAMP\n\nThe lamp was lit.\n"])
def test_a_page_begins_before_its_first_block(source: str) -> None:
    document, _ = made(source)
    body = document[document.index("<text>") :]
    assert body.index("<pb") < min(body.index(tag) for tag in ("<p ", "<head") if tag in body)


@pytest.mark.parametrize("name", ["1789", "my book", "-x"])
def test_a_folder_may_have_any_name(name: str) -> None:
    document, findings = made("1\nThe lamp.\n2\nSo.\n", name=name)
    assert errors(findings) or read_xml(document.encode(), "book.xml") is not None


def test_a_word_goes_on_over_a_page_whatever_notes_stand_there() -> None:
    source = "BOOK\nThe lamp of the har-\n1 See A,\nand B.\n1\nBOOK\nbour and the harbour.1\n1 See C.\n2\n"
    source = source.replace("The lamp of", "The lamp1 of")
    document, findings = made(source, FOOT + 'running-heads = ["BOOK"]')
    assert not errors(findings)
    word = document[document.index("har<pc") : document.index("bour and")]
    assert "\n<lb" not in word.replace('\n<lb break="no"', "")
    assert re.search(r'<pb [^>]*n="2" break="no"/>', word)
