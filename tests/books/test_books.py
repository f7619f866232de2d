"""Second books: each is a folder and no code, and its edition holds what a reader of the source expects.

`expected.json` was written from the book: `pages`, `heads`, the texts of `paragraphs`, `items` and `separators` in order,
`notes` with their page and the words before their call, `quotations`, and `persons` as they are named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.encode.wayback import source_of
from teiwright.findings import Severity
from teiwright.pipeline import Build, build
from teiwright.workspace import Workspace
from teiwright.xml import read_xml

HERE = Path(__file__).resolve().parent
BOOKS = sorted(path.parent.name for path in HERE.glob("*/expected.json"))
TEI = "{http://www.tei-c.org/ns/1.0}"
LEFT_OUT = {"note", "fw", "sic", "orig"}
QUOTATIONS = ("quote", "said", "soCalled", "mentioned", "term", "title", "q")


@dataclass(frozen=True)
class Book:
    """A book: its folder, what was built of it, and what is expected."""

    folder: Path
    built: Build
    expected: dict[str, Any]

    def all(self, *names: str) -> list[etree._Element]:
        """Return the elements of some names in the text, outside of notes."""
        text = read_xml(self.built.tei, "book.xml").find(f"{TEI}text")
        assert text is not None
        return [
            e for e in text.iter(*(TEI + name for name in names)) if not any(True for _ in e.iterancestors(f"{TEI}note"))
        ]


@pytest.fixture(scope="module", params=BOOKS)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return a book, built up to its validation."""
    folder = HERE / request.param
    built = build(Workspace.of(folder, tmp_path_factory.mktemp("out")), "validate")
    return Book(folder, built, json.loads((folder / "expected.json").read_text("utf-8")))


def plain(element: etree._Element) -> str:
    """The words of an element as a reader sees them: lines and pages run on, corrections apply, notes are elsewhere."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        name = etree.QName(child).localname
        if name in ("lb", "pb"):
            while pieces and not pieces[-1].strip() and child.get("break") == "no":
                pieces.pop()
            pieces.append("" if child.get("break") == "no" else " ")
        elif name == "pc" and child.get("force") == "weak":
            pass
        elif name not in LEFT_OUT:
            pieces += _pieces(child)
        tail = child.tail or ""
        pieces.append(tail.replace("\n", " ") if name != "pb" or tail.strip() else "")
    return pieces


def test_it_has_no_error(book: Book) -> None:
    assert not [str(finding) for finding in book.built.findings if finding.severity is Severity.ERROR]
    assert book.built.tei


def test_its_source_comes_back(book: Book) -> None:
    assert source_of(read_xml(book.built.tei, "book.xml"), "book.xml") == (book.folder / "source.txt").read_bytes()


def test_its_pages(book: Book) -> None:
    assert [pb.get("n") for pb in book.all("pb")] == book.expected["pages"]


@pytest.mark.parametrize(("name", "key"), [("head", "heads"), ("p", "paragraphs"), ("item", "items"), ("ab", "separators")])
def test_its_blocks(name: str, key: str, book: Book) -> None:
    assert [plain(element) for element in book.all(name)] == book.expected[key]


def test_its_quotations(book: Book) -> None:
    assert [plain(element) for element in book.all(*QUOTATIONS)] == book.expected["quotations"]


def test_its_notes_and_their_calls(book: Book) -> None:
    text = read_xml(book.built.tei, "book.xml").find(f"{TEI}text")
    assert text is not None
    found = [
        {"page": _page(note), "n": note.get("n"), "text": plain(note), "after": _before(note)}
        for note in text.iter(f"{TEI}note")
    ]
    assert found == book.expected["notes"]


def test_its_persons(book: Book) -> None:
    text = read_xml(book.built.tei, "book.xml").find(f"{TEI}text")
    assert text is not None
    found = [f"{name.get('ref', '')[1:]}: {plain(name)}" for name in text.iter(f"{TEI}persName")]
    assert found == book.expected["persons"]


def test_it_renders(book: Book, tmp_path: Path) -> None:
    pytest.importorskip("teiwright.render")
    built = build(Workspace.of(book.folder, tmp_path), "render")
    assert not built.failed
    assert {name for name in built.outputs if name.endswith((".html", ".txt"))} >= {
        f"{book.folder.name}.html",
        f"{book.folder.name}.txt",
    }


def _page(element: etree._Element) -> str:
    """The number of the page that an element stands on."""
    pages = element.xpath("preceding::t:pb[1]/@n", namespaces={"t": TEI[1:-1]})
    assert isinstance(pages, list)
    return str(pages[0])


def _before(note: etree._Element) -> str:
    """The word before a note's call, whatever elements it is made of."""
    words = note.xpath("preceding::text()[not(ancestor::t:note)]", namespaces={"t": TEI[1:-1]})
    assert isinstance(words, list)
    return "".join(map(str, words[-20:])).split()[-1]
