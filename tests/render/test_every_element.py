"""Every element of the schema, in every format: its words are there, or it is said here why they are not.

The small book has each element at least once; a sign that nothing else has is put into the first of each that holds words.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from lxml import etree

from teiwright.render import FORMATS, render

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEI = "{http://www.tei-c.org/ns/1.0}"

WITHOUT_NOTES = ("corpus", "sentences", "tokens")
READING = ("text", "markdown", *WITHOUT_NOTES)

LEFT_OUT: Mapping[str, Mapping[str, str]] = {
    "fw": {"*": "page numbers and running heads are the printer’s, not the text’s", "printed": ""},
    "pc": {"*": "a hyphen that only served the division of a word", "printed": ""},
    "sic": dict.fromkeys(READING, "the reading text is corrected"),
    "orig": dict.fromkeys(READING, "the reading text is regularized"),
    "corr": {"printed": "what was never printed"},
    "reg": {"printed": "what was never printed"},
    "supplied": {"printed": "what was never printed"},
    "note": dict.fromkeys(WITHOUT_NOTES, "the text alone"),
    "rendition": {"*": "tells a program how the source is restored"},
    "birth": {"*": "told as years"},
    "death": {"*": "told as years"},
    "sex": {"*": "nothing that a reader needs"},
}
"""Elements whose words are left out, by format (“*” is any other), and why; no reason: not there."""

WHOLE = ("teiHeader", "standOff", "text")

PARTS = {
    "html": WHOLE,
    "text": ("text",),
    "epub": WHOLE,
    "tables": ("standOff",),
    "dts": WHOLE,
    "ceteicean": WHOLE,
    "markdown": ("text",),
    "typst": WHOLE,
    "pdf": (),
    **dict.fromkeys(("corpus", "printed", "sentences", "tokens"), ("text",)),
}
"""What part of an edition a format shows; what the PDF does is what its source does, and is asked in test_pdf.py."""

RECORDS = {
    "map": "figures",
    "annotations": "what is marked in the reading text",
    "tei": "the edition itself",
    "jsonld": "what schema.org has a term for",
    "dc": "fifteen elements, no more",
}
"""Formats that show only what they have a place for, and say so."""

VERBATIM = {"dts", "ceteicean"}
"""The formats that hold the TEI itself: nothing is left out of them."""


@pytest.fixture(scope="module")
def grammar(root: Path) -> etree._ElementTree:
    return etree.parse(root / "schema" / "teiwright.rng")


@pytest.fixture(scope="module")
def elements(grammar: etree._ElementTree) -> set[str]:
    return {str(element.get("name")) for element in grammar.iter(f"{RNG}element") if element.get("name")}


def test_the_small_book_is_valid_and_has_every_element(book: bytes, grammar, elements: set[str]) -> None:
    tree = etree.fromstring(book)
    schema = etree.RelaxNG(grammar)
    assert schema.validate(tree), schema.error_log
    assert {etree.QName(element).localname for element in tree.iter(f"{TEI}*")} == elements


def marked(book: bytes, part: str, *, notes: bool = True) -> tuple[bytes, Mapping[str, str]]:
    """The book with a sign before the first words of an element of each name, in one of its parts; name → sign.

    notes: whether what is in a note counts.
    """
    tree = etree.fromstring(book)
    signs: dict[str, str] = {}
    for element in next(tree.iterchildren(f"{TEI}{part}")).iter(f"{TEI}*"):
        name = etree.QName(element).localname
        if name in signs or (not notes and next(element.iterancestors(f"{TEI}note"), None) is not None):
            continue
        sign = f"qz{len(signs):03}zq"
        behind = next((child for child in element if (child.tail or "").strip()), None)
        if (element.text or "").strip():
            element.text = f"{sign} {element.text}"
        elif behind is not None:
            behind.tail = f"{sign} {behind.tail}"
        else:
            continue
        signs[name] = sign
    return etree.tostring(tree, encoding="utf-8"), signs


def unpacked(file: bytes) -> bytes:
    if not is_zipfile(BytesIO(file)):
        return file
    with ZipFile(BytesIO(file)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


@pytest.mark.parametrize(("format_", "part"), [(format_, part) for format_ in PARTS for part in PARTS[format_]])
def test_the_words_of_every_element_are_there(format_: str, part: str, book: bytes, stylesheets: Path) -> None:
    tei, signs = marked(book, part, notes=format_ not in WITHOUT_NOTES)
    made = b"".join(map(unpacked, render(tei, [format_], stylesheets)[format_].values())).decode()
    assert len(signs) > 20
    for name, sign in signs.items():
        why = LEFT_OUT.get(name, {})
        left_out = format_ not in VERBATIM and bool(why.get(format_, why.get("*")))
        assert (sign in made) != left_out, name


def test_no_format_is_forgotten() -> None:
    assert {*PARTS, *RECORDS, "dts"} == set(FORMATS)
