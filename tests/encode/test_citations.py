"""How a text is cited: what a program that knows nothing but `citeStructure` makes of it (Guidelines, 3.11.4 and 17.2.5.4).

The program is written here from the Guidelines: `@match` finds the units, inside those of the structure around it; `@use`,
evaluated at a unit, is its piece of a citation; `@delim` stands before the piece; and a piece leads back to the unit by the
path `match[use = piece]`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

from teiwright.encode.citations import citations
from teiwright.pipeline import build
from teiwright.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
BOOKS = [ROOT / "tei" / "hedp", *sorted(path.parent for path in ROOT.glob("tests/books/*/expected.json"))]
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

Evaluate = Callable[[str], list[str]]


class Unit(NamedTuple):
    """A unit that can be cited: its kind, its citation, and the path to it."""

    kind: str
    citation: str
    path: str


class Book(NamedTuple):
    """An edition, and what evaluates an XPath in it to strings."""

    root: etree._Element
    evaluate: Evaluate

    def structures(self, name: str) -> list[etree._Element]:
        """Return the outermost structures of a way to cite."""
        return [one for refs in self.root.iter(f"{TEI}refsDecl") if refs.get(ID) == name for one in refs]

    def ids(self, *names: str) -> list[str]:
        """Return the identifiers of the elements of some names in the text, in order."""
        wanted = {TEI + name for name in names}
        return [one.get(ID, "") for one in self.root.iterfind(f"{TEI}text//*") if one.tag in wanted]


@pytest.fixture(scope="module")
def processor() -> Iterator[PySaxonProcessor]:
    with PySaxonProcessor(license=False) as processor:
        yield processor


@pytest.fixture(scope="module", params=BOOKS, ids=lambda folder: folder.name)
def book(request: pytest.FixtureRequest, processor: PySaxonProcessor, tmp_path_factory: pytest.TempPathFactory) -> Book:
    data = build(Workspace.of(request.param, tmp_path_factory.mktemp("out")), "encode").tei
    xpath = processor.new_xpath_processor()
    xpath.declare_namespace("", TEI.strip("{}"))
    xpath.set_context(xdm_item=processor.parse_xml(xml_text=data.decode()))

    def evaluate(path: str) -> list[str]:
        found = xpath.evaluate(path)
        return [found.item_at(i).string_value for i in range(found.size)] if found is not None else []

    return Book(etree.fromstring(data), evaluate)


def path_of(structure: etree._Element, around: str) -> str:
    return f"{around}/{structure.get('match')}" if around else structure.get("match", "")


def units(structures: Sequence[etree._Element], evaluate: Evaluate, around: str = "", before: str = "") -> Iterator[Unit]:
    """Every unit that can be cited."""
    for structure in structures:
        path, use = path_of(structure, around), structure.get("use")
        for piece in evaluate(f"{path} ! string({use})"):
            unit = Unit(structure.get("unit", ""), before + structure.get("delim", "") + piece, f"{path}[{use} = '{piece}']")
            yield unit
            yield from units([*structure], evaluate, unit.path, unit.citation)


def found_by(citation: str, structures: Sequence[etree._Element], evaluate: Evaluate, around: str = "") -> list[str]:
    """The paths to what a citation means."""
    paths: list[str] = []
    for structure in structures:
        delim = structure.get("delim", "")
        rest = citation.removeprefix(delim) if citation.startswith(delim) else ""
        for end in range(1, len(rest) + 1):
            if end == len(rest) or any(rest.startswith(inner.get("delim", ""), end) for inner in structure):
                path = f"{path_of(structure, around)}[{structure.get('use')} = '{rest[:end]}']"
                if evaluate(f"{path}/@xml:id"):
                    paths += [path] if end == len(rest) else found_by(rest[end:], [*structure], evaluate, path)
    return paths


def test_every_part_has_one_citation_which_is_its_identifier(book: Book) -> None:
    cited = [*units(book.structures("cite-by-part"), book.evaluate)]
    inline = {one.get(ID, "") for one in book.root.iter(f"{TEI}quote") if one.get("rend") != "block"}
    identified = [name for name in book.ids("div", "p", "list", "item", "quote") if name not in inline]
    assert Counter(unit.citation for unit in cited) == Counter(identified)
    assert {unit.citation for unit in cited if unit.kind == "paragraph"} == set(book.ids("p"))
    for unit in cited:
        assert book.evaluate(f"{unit.path}/@xml:id") == [unit.citation]


def test_every_citation_leads_to_one_part(book: Book) -> None:
    structures = book.structures("cite-by-part")
    for identifier in book.ids("p", "div", "item"):
        (path,) = found_by(identifier, structures, book.evaluate)
        assert book.evaluate(f"{path}/@xml:id") == [identifier]


def test_every_page_is_cited_by_its_printed_number_and_every_note_by_its_identifier(book: Book) -> None:
    pages = [*units(book.structures("cite-by-page"), book.evaluate)]
    assert {unit.kind for unit in pages} == {"page"}
    assert [unit.citation for unit in pages] == [pb.get("n") for pb in book.root.iter(f"{TEI}pb")]
    assert [book.evaluate(f"{unit.path}/@xml:id") for unit in pages] == [[name] for name in book.ids("pb")]
    notes = [*units(book.structures("cite-by-note"), book.evaluate)]
    assert [unit.citation for unit in notes] == list(filter(None, book.ids("note")))  # those of editors have none


def test_what_is_not_in_the_edition_is_not_found(book: Book) -> None:
    structures = book.structures("cite-by-part")
    for citation in ("", "a9", "a1-p99", "a1-", "-p01", "a1p01", "51"):
        assert found_by(citation, structures, book.evaluate) == []


def test_divisions_of_one_type_are_called_so(book: Book) -> None:
    kinds = Counter(unit.kind for unit in units(book.structures("cite-by-part"), book.evaluate))
    types = Counter(div.get("type", "") for div in book.root.iterfind(f"{TEI}text/{TEI}body//{TEI}div"))
    assert types
    assert all(kinds[name] == number for name, number in types.items())


def lines(text: str) -> str:
    return "".join(line.strip() for line in citations(f"<text>{text}</text>"))


def test_divisions_of_several_types_are_parts_and_a_paragraph_may_stand_in_none() -> None:
    said = lines(
        '<front><div xml:id="f1" type="notice"/><titlePage><p xml:id="f-p01"/></titlePage>'
        '<div xml:id="f2" type="contents"/></front>'
        '<body><p xml:id="c-p01"><quote xml:id="c-p01-q1">a</quote><note xml:id="n-001-1"><p>a</p></note></p></body>'
    )
    assert said == (
        '<refsDecl xml:id="cite-by-part" n="part"><citeStructure unit="paragraph" match="/TEI/text/body/p" use="@xml:id"/>'
        '<citeStructure unit="part" match="/TEI/text/front/div" use="@xml:id"/>'
        '<citeStructure unit="paragraph" match="/TEI/text/front/titlePage/p" use="@xml:id"/></refsDecl>'
        '<refsDecl xml:id="cite-by-note" n="note">'
        '<citeStructure unit="note" match="/TEI/text//note[@xml:id]" use="@xml:id"/></refsDecl>'
    )


def test_a_text_without_units_or_that_cannot_be_read_has_none() -> None:
    assert lines("<body><head>a</head></body>") == ""
    assert lines('<body><p xml:id="a"/><p xml:id="a"/></body>') == ""
