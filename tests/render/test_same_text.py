"""One reading text in all forms: the words of the HTML page, of the plain text and of the TEI itself are the same.

The TEI is read here by a few lines of Python that know nothing of the stylesheets.
"""

import re
from pathlib import Path

import pytest
from lxml import etree, html

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = [path for path in ROOT.glob("tei/*/*.xml") if path.stem == path.parent.name]
TEXTS = [*(Path(__file__).parent / name for name in ("book.xml", "rarities.xml")), *EDITIONS]

SKIPPED = {"note", "fw", "sic", "orig"}
INLINE = """
author bibl biblScope choice corr date docDate docAuthor foreign g hi lb mentioned milestone name orgName orig
pb pc persName placeName ptr pubPlace publisher q quote ref reg roleName rs said seg sic soCalled supplied term
title
"""


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request):
    return request.param.read_bytes()


def test_the_page_has_the_words_of_the_tei(tei, rendered) -> None:
    assert page_words(rendered(tei, "html")["html"]) == tei_words(tei)


def test_the_plain_text_has_the_words_of_the_tei(tei, rendered) -> None:
    assert rendered(tei, "text", notes="no")["text"].split() == tei_words(tei)


def test_the_book_has_the_words_of_the_tei(tei, published) -> None:
    assert [word for part in text_parts(published(tei)) for word in reading_words(part)] == tei_words(tei)


@pytest.mark.parametrize("format_", ["corpus", "sentences"])
def test_the_text_for_corpora_has_the_words_of_the_tei(tei, rendered, format_: str) -> None:
    assert rendered(tei, format_)[format_].split() == tei_words(tei)


def test_the_tokens_have_the_signs_of_the_tei(tei, rendered) -> None:
    rows = [line.split("\t") for line in rendered(tei, "tokens")["tokens"].splitlines()]
    assert "".join(row[1] for row in rows if len(row) == 10) == "".join(tei_words(tei))


@pytest.mark.parametrize("width", ["20", "72", "1000"])
def test_the_width_moves_words_but_keeps_them(book, rendered, width) -> None:
    text = rendered(book, "text", notes="no", width=width)["text"]
    assert text.split() == tei_words(book)
    assert all(len(line) <= int(width) or " " not in line.strip() for line in text.splitlines())


def test_no_note_is_lost(tei, rendered, published) -> None:
    root = etree.fromstring(tei)
    notes = root.xpath("//*[local-name()='text']//*[local-name()='note'][not(@type='editorial' or @sameAs)]")
    made = rendered(tei, "html", "text")
    page = [word for note in by_class(html.fromstring(made["html"]), "note-text") for word in note_words(note)]
    assert sorted(page) == sorted(word for note in notes for word in words_of(note))
    book = [word for part in published(tei).values() for note in by_class(part, "note-text") for word in note_words(note)]
    assert sorted(book) == sorted(page)
    text = re.sub(r" \[Editors’ note: [^]]*\]", "", " ".join(made["text"].split()))
    for note in notes:
        assert " ".join(words_of(note)) in text


def test_a_page_is_marked_after_the_word_that_it_divides(book, rendered) -> None:
    text = " ".join(rendered(book, "text", pages="yes")["text"].split())
    assert "was a “demigod” [p. 2] of wood" in text
    assert "[p. 1] THE FERRY" in text
    assert "Émile [p. 4] Zola" in text


# Reading the TEI


def tei_words(tei: bytes) -> list[str]:
    root = etree.fromstring(tei)
    return words_of(next(root.iterchildren("{*}text")))


def words_of(element) -> list[str]:
    return "".join(pieces(element)).split()


def pieces(element):
    name = etree.QName(element).localname
    block = name not in INLINE.split()
    yield " " if block or (name == "lb" and element.get("break") != "no") else ""
    if name == "g":
        yield element.text or "\N{REPLACEMENT CHARACTER}"
    elif name == "ptr":
        yield element.get("target")
    else:
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not skipped(child):
            yield from pieces(child)
        yield child.tail or ""
    yield " " if block else ""


def skipped(element) -> bool:
    name = etree.QName(element).localname
    return name in SKIPPED or (name == "pc" and element.get("force") == "weak")


# Reading the page


def page_words(page: str):
    return reading_words(html.fromstring(page).get_element_by_id("the-text"))


def text_parts(book):
    """The files of an EPUB that have a part of the text, in order: all but contents, title page and apparatus."""
    return [
        file.find("body") for name, file in book.items() if not re.match("nav|001-title|[0-9]+-(register|edition)-", name)
    ]


def reading_words(element):
    return content(element, drop=("call", "notes", "editorial", "origin", "entry-link"))


def note_words(element):
    return content(element, drop=("again", "editorial", "entry-link"))


def content(element, drop):
    for name in drop:
        for found in by_class(element, name):
            found.drop_tree()
    for hidden in element.xpath(".//*[@hidden]"):
        hidden.drop_tree()
    for block in element.xpath(".//p | .//div | .//li | .//dt | .//dd | .//section | .//blockquote | .//h2 | .//h3"):
        block.text = " " + (block.text or "")
        block.tail = " " + (block.tail or "")
    return element.text_content().split()


def by_class(element, name: str):
    return element.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")
