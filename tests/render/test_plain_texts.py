"""Plain texts and their maps: everything in a text leads back to the edition, the printed page and the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from tests.generated.books import book_of
from tests.generated.editions import edition_of
from tests.generated.plans import plan_of

from teiwright.encode.places import places
from teiwright.encode.wayback import source_of
from teiwright.model.places import Places
from teiwright.render import render
from teiwright.render.layouts import Traced
from teiwright.render.setting import stream
from teiwright.saxon import StylesheetError, transform
from teiwright.xml import read_xml

ROOT = Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
TEXTS = {"text": "book", "corpus": "book.corpus", "printed": "book.printed", "sentences": "book.sentences"}
SMALL = {name: Path(__file__).parent / f"{name}.xml" for name in ("book", "rarities")}
WHITE = " \t\r\n\f"
COLUMNS = ["start", "end", "element", "page", "origin", "source_start", "source_end"]

Row = tuple[int, int, str, str, str, tuple[int, int] | None]


def made(tei: bytes, **params: str) -> Mapping[str, tuple[str, list[Row]]]:
    """Every plain text of an edition with its map, by format."""
    files = render(tei, [*TEXTS, "map"], ROOT / "xslt", "book", lambda data: places(read_xml(data, "book.xml")), **params)
    return {
        name: (files[name][f"{stem}.txt"].decode(), rows_of({**files[name], **files["map"]}[f"{stem}.tsv"].decode()))
        for name, stem in TEXTS.items()
    }


def rows_of(table: str) -> list[Row]:
    header, *lines = [line.split("\t") for line in table.removesuffix("\n").split("\n")]
    assert header == COLUMNS
    return [(int(a), int(b), e, p, o, (int(s), int(t)) if s else None) for a, b, e, p, o, s, t in lines]


def generated(seed: int) -> bytes:
    book = book_of(plan_of(seed))
    with edition_of(book.source, book.profile) as edition:
        return edition.built().tei


@pytest.fixture(scope="module", params=["book", "rarities", "hedp", "generated 1", "generated 5"])
def tei(request: pytest.FixtureRequest) -> bytes:
    """The small books, the first edition, and two whose pages are full of what can go wrong."""
    name, _, seed = request.param.partition(" ")
    return generated(int(seed)) if seed else SMALL.get(name, ROOT / "tei/hedp/hedp.xml").read_bytes()


@pytest.fixture(scope="module")
def texts(tei: bytes) -> Mapping[str, tuple[str, list[Row]]]:
    return made(tei)


@pytest.fixture(params=TEXTS)
def text(request: pytest.FixtureRequest, texts) -> tuple[str, list[Row]]:
    found: tuple[str, list[Row]] = texts[request.param]
    return found


def test_every_sign_is_in_one_row(text) -> None:
    plain, rows = text
    ends = [0, *(end for _, end, *_ in rows)]
    assert all(before <= start < end <= len(plain) for before, (start, end, *_) in zip(ends, rows, strict=False))
    between = (plain[a:b] for a, b in zip(ends, [*(start for start, *_ in rows), len(plain)], strict=True))
    assert not "".join(between).strip(WHITE)


def test_words_of_the_book_are_in_the_source_where_the_map_says(tei: bytes, text) -> None:
    plain, rows = text
    source = source_of(read_xml(tei, "book.xml"), "book.xml").decode()
    signs = damage(tei)
    known = [row for row in rows if row[5]]
    assert bool(known) == (not is_small(tei))
    for start, end, _, _, origin, place in known:
        assert place is not None
        if origin in ("text", "call"):
            assert source[slice(*place)] == damaged(plain[start:end], signs)
    if known:
        assert all(row[5] or row[4] in ("supplied", "inserted") for row in rows)


def test_a_row_ends_only_where_it_must(tei: bytes, text) -> None:
    plain, rows = text
    source = source_of(read_xml(tei, "book.xml"), "book.xml").decode()
    for (_, end, *what, before), (start, _, *same, behind) in pairwise(rows):
        if before and behind and what == same and what[2] == "text":
            between = plain[end:start]
            assert between != source[before[1] : behind[0]] or "\n" in between


def test_a_correction_leads_to_all_that_the_source_has_there(tei: bytes, texts) -> None:
    source, signs = source_of(read_xml(tei, "book.xml"), "book.xml").decode(), damage(tei)
    wrong = [tuple("".join(one.itertext()) for one in choice) for choice in etree.fromstring(tei).iter(f"{TEI}choice")]
    plain, rows = texts["corpus"]
    for start, end, _, _, origin, place in rows:
        if origin == "correction" and place:
            assert (source[slice(*place)], plain[start:end]) in [(damaged(sic, signs), corr) for sic, corr in wrong]


@pytest.mark.parametrize("format_", TEXTS)
def test_the_element_holds_the_words(tei: bytes, texts, format_: str) -> None:
    """`printed` has the readings of the source, the others those of the editors; calls are no words of an element."""
    plain, rows = texts[format_]
    root = etree.fromstring(tei)
    elements = {element.get(ID): element for element in root.iter() if element.get(ID)}
    skipped = {"corr", "reg", "supplied"} if format_ == "printed" else {"sic", "orig", "fw"}
    words = {
        id_: content(elements[id_] if id_ else next(root.iterchildren(f"{TEI}text")), skipped)
        for id_ in {row[2] for row in rows}
    }
    for start, end, id_, _, origin, _ in rows:
        if origin in ("text", "correction"):
            assert re.sub(r"\s|-", "", plain[start:end]) in words[id_]


def test_printed_text_is_the_source_with_its_signs_restored(tei: bytes, texts) -> None:
    if is_small(tei):
        pytest.skip("the small books were not made from a source")
    plain, rows = texts["printed"]
    source = source_of(read_xml(tei, "book.xml"), "book.xml").decode()
    signs = damage(tei)
    lines = [damaged(line, signs) for line in plain.replace("\f", "").split("\n")]
    assert [line for line in lines if line] == [
        " ".join(line.split()) for line in re.split(r"[\n\f]", source) if line.strip()
    ]
    pages = [pb.get("n") for pb in etree.fromstring(tei).iter(f"{TEI}pb")]
    assert len(plain.split("\f")) == len(pages)
    for start, _, _, page, *_ in rows:
        assert page == pages[plain.count("\f", 0, start)]


def test_sentences_are_the_corpus_on_other_lines(texts) -> None:
    corpus, sentences = texts["corpus"][0], texts["sentences"][0]
    assert [" ".join(block.split("\n")) for block in sentences.removesuffix("\n").split("\n\n")] == corpus.splitlines()


def test_sentences_and_corpus_lead_to_the_same_places(texts) -> None:
    assert len({row[2] for row in texts["corpus"][1]} ^ {row[2] for row in texts["sentences"][1]}) == 0
    for plain, rows in (texts["corpus"], texts["sentences"]):
        words = [word for start, end, *_ in rows for word in plain[start:end].split()]
        assert "".join(words) == "".join(texts["corpus"][0].split())


@pytest.mark.parametrize("params", [{"notes": "no"}, {"pages": "yes"}, {"pages": "yes", "notes": "no", "width": "30"}])
def test_the_text_has_its_map_however_it_is_set(book: bytes, params: Mapping[str, str]) -> None:
    plain, rows = made(book, **params)["text"]
    inserted = {plain[start:end] for start, end, _, _, origin, _ in rows if origin == "inserted"}
    assert ("[p. 2]" in inserted) == ("pages" in params)
    assert ("[1]" in inserted) == (params.get("notes") != "no")
    test_every_sign_is_in_one_row((plain, rows))


@pytest.mark.parametrize(("old", "new"), [("noon", "moon"), ("noon ", ""), ("Anon.", "Anon. Anon."), ("abc", "abc d")])
def test_a_text_that_is_not_that_of_the_stream_is_refused(book: bytes, stylesheets: Path, old: str, new: str) -> None:
    text, root = (transform(stylesheets / f"{name}.xsl", book) for name in ("text", "stream"))
    tracing = Traced(Places(), text.replace(old, new))
    with pytest.raises(StylesheetError, match="R001 the plain text has “"):
        tracing.walk(stream(root))
        tracing.plain()


def test_nothing_is_said_of_the_source_of_an_edition_that_was_changed(root: Path) -> None:
    tei = (root / "tei/hedp/hedp.xml").read_bytes()
    assert places(read_xml(tei, "hedp.xml")).words
    assert places(read_xml(tei.replace(b"fresh experience", b"stale experience"), "hedp.xml")) == Places()
    assert places(read_xml(tei.replace(b'xml:id="line-end-3" scheme', b'xml:id="x" scheme'), "hedp.xml")) == Places()


def test_strange_page_numbers_do_not_break_the_map(book: bytes) -> None:
    for _, rows in made(book.replace(b'n="3"', b'n="&#9;3&#10;=x"')).values():
        assert "3 =x" in {row[3] for row in rows}


def test_the_text_may_hold_what_the_stylesheets_use_as_signs(book: bytes) -> None:
    tei = book.replace(b"It was past noon", "It was [1] [p. 2] past\N{NO-BREAK SPACE}noon".encode())
    for plain, rows in made(tei, pages="yes").values():
        test_every_sign_is_in_one_row((plain, rows))


def is_small(tei: bytes) -> bool:
    return tei in [path.read_bytes() for path in SMALL.values()]


def damage(tei: bytes) -> Mapping[str, str]:
    """What is read for each sign that is damaged throughout, with the sign."""
    signs = {}
    for char in etree.fromstring(tei).iter(f"{TEI}char"):
        values = {mapping.get("type"): mapping.text or "" for mapping in char.iter(f"{TEI}mapping")}
        if "reading" in values and values["source"].startswith("U+"):
            signs[values["reading"]] = chr(int(values["source"][2:], 16))
    return signs


def damaged(text: str, signs: Mapping[str, str]) -> str:
    for reading, sign in signs.items():
        text = text.replace(reading, sign)
    return text


def content(element: etree._Element, skipped: set[str]) -> str:
    """What is in an element, without white space and hyphens, and without what is in the text elsewhere."""

    def pieces(parent: etree._Element) -> str:
        own = [parent.text or ""]
        if etree.QName(parent).localname == "g":
            own = [parent.text or "\N{REPLACEMENT CHARACTER}"]
        for child in parent:
            if isinstance(child.tag, str) and etree.QName(child).localname not in {"note", *skipped}:
                own.append(pieces(child))
            own.append(child.tail or "")
        return "".join(own)

    return re.sub(r"\s|-", "", pieces(element))
