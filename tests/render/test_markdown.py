"""Markdown, read back by a parser for CommonMark: the words of the TEI, its structure, and no text that became markup."""

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.render import render

from .test_same_text import TEXTS, words_of

pytestmark = pytest.mark.usefixtures("markdown")

ROOT = Path(__file__).resolve().parents[2]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
OWN = re.compile(r'<span( id="[^"<>&]*")?( role="doc-pagebreak" title="[^"<>]*")?>|</span>|<!-- -->')
"""What HTML there may be."""


class Read(NamedTuple):
    """What a parser understands.

    words: of the text without its notes; notes: the words of each note; shape: what it takes for markup, in order; pages:
    the title of each page's span; links: where they lead.
    """

    words: list[str]
    notes: list[list[str]]
    shape: list[str]
    pages: list[str]
    links: list[str]


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request: pytest.FixtureRequest) -> bytes:
    return bytes(request.param.read_bytes())


@cache
def made(tei: bytes) -> str:
    return render(tei, ["markdown"], ROOT / "xslt", "book")["markdown"]["book.md"].decode()


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


def read(text: str, dialect: str = "commonmark") -> Read:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt(dialect, {"html": True}).use(footnote_plugin)
    words, notes, shape, pages, links = list[str](), list[list[str]](), list[str](), list[str](), list[str]()
    into = words
    for token in parser.parse(text):
        if token.type == "footnote_open":
            notes.append(into := [])
        elif token.type == "footnote_close":
            into = words
        if token.type == "inline":
            for child in token.children or ():
                into.append(_shown(child))
                shape += [] if child.type in ("text", "softbreak", "html_inline", "text_special") else [child.type]
                if child.type == "html_inline":
                    own = OWN.fullmatch(child.content)
                    assert own, child.content
                    pages += re.findall('title="([^"]*)"', child.content)
                if child.type == "link_open":
                    links.append(str(child.attrs["href"]))
        else:
            into.append(" ")
            shape.append(token.type)
    return Read("".join(words).split(), ["".join(note).split() for note in notes], shape, pages, links)


def _shown(child: Any) -> str:
    return " " if child.type in ("softbreak", "hardbreak") else child.content if child.type.startswith("text") else ""


@pytest.mark.parametrize("dialect", ["commonmark", "js-default"])
def test_markdown_has_the_words_of_the_tei(tei: bytes, dialect: str) -> None:
    words = " ".join(read(body(made(tei)), dialect).words)
    assert re.sub(r" ?\[Editors’ note: [^]]*\]", "", words).split() == words_of(
        next(etree.fromstring(tei).iterchildren("{*}text"))
    )


def test_it_has_the_shape_of_the_tei(tei: bytes) -> None:
    root, found = etree.fromstring(tei), read(body(made(tei)))

    def count(path: str) -> int:
        return int(root.xpath(f"count(//t:text{path})", namespaces=TEI))

    assert found.shape.count("heading_open") == count("//t:div[t:head]")
    assert found.shape.count("list_item_open") == count("//t:item") + count("//t:listBibl/t:bibl")
    assert found.shape.count("bullet_list_open") == count("//t:list") + count("//t:listBibl")
    assert found.shape.count("blockquote_open") == count("//t:quote[@rend='block' or parent::t:epigraph]")
    assert found.shape.count("footnote_ref") == count("//t:note[not(@type='editorial' or @prev)]")
    assert found.pages == root.xpath("//t:text//t:pb/@n", namespaces=TEI)
    assert not {"html_block", "code_block", "fence", "table_open", "hr", "ordered_list_open", "image"} & set(found.shape)


def test_every_note_has_its_words(tei: bytes) -> None:
    notes = etree.fromstring(tei).xpath("//t:text//t:note[not(@type='editorial' or @sameAs or @prev)]", namespaces=TEI)
    found = read(body(made(tei))).notes
    told = [re.sub(r" ?\[Editors’ note: [^]]*\]", "", " ".join(words)).split() for words in found]
    assert len(told) == len(notes)
    for note, words in zip(notes, told, strict=True):
        rest = note.xpath("id(substring(@next, 2))") or note.xpath("//*[@xml:id=substring($n, 2)]", n=note.get("next", ""))
        assert words == [word for part in [note, *rest] for word in words_of(part)]


def test_a_block_is_a_line_and_only_kept_lines_are_broken(tei: bytes) -> None:
    for block in body(made(tei)).split("\n\n"):
        for line in block.strip("\n").split("\n")[:-1]:
            assert line.endswith("\\") or re.match(r" *(>|[-*] )", line), line


def test_the_front_matter_says_what_the_book_is(book: bytes) -> None:
    front = made(book).split("---\n")[1].splitlines()
    assert front[:5] == [
        'title: "The Ferry & Other Crossings"',
        'subtitle: "A specimen"',
        "author:",
        '- "A. Byron"',
        'date: "2026-01-31"',
    ]
    assert 'source: "The Ferry, London: Hall, 1894."' in front
    hostile = book.replace(b'<title type="sub">A specimen', '<title type="sub">"\\ # - *x* \x85\u2028&lt;b>'.encode())
    assert r'subtitle: "\"\\\\ \\# - \\*x\\* \u0085\u2028\\<b>"' in made(hostile)


@pytest.mark.parametrize("target", ["javascript:alert(1)", " data:text/html,x", "//evil.example/", "#nowhere"])
def test_only_safe_addresses_become_links(book: bytes, target: str) -> None:
    tei = book.replace(
        b"<lb/>An end with", f'<lb/><ref target="{target}">here</ref> <ptr target="{target}"/> An end with'.encode()
    )
    assert read(body(made(tei))).links == read(body(made(book))).links


@pytest.mark.parametrize("address", ["https://e.org/a_b*c*?d=1&amp;lt;e", "https://e.org/)&lt;x>[y](z)\\", "mailto:a@e.org"])
def test_an_address_leads_where_it_says(book: bytes, address: str) -> None:
    tei = book.replace(b"https://example.org/end", address.encode())
    (link,) = set(read(body(made(tei))).links) - set(read(body(made(book))).links)
    plain = address.replace("&lt;", "<").replace("&amp;", "&")
    assert re.sub("%([0-9A-F]{2})", lambda code: chr(int(code[1], 16)), link) == plain


def test_a_page_number_cannot_break_out(book: bytes) -> None:
    tei = book.replace(b'n="[5]"', b"n='&quot;>&lt;script>&amp;--'")
    assert 'title="&quot;&gt;&lt;script&gt;&amp;--"' in made(tei)
    assert read(body(made(tei))).pages[-1] == "&quot;&gt;&lt;script&gt;&amp;--"


PLACES = {
    "paragraph": b"<p>qx</p>",
    "heading": b"<head>qx</head><p>a</p>",
    "item": b"<list><item>a</item><item>qx</item></list>",
    "gloss": b"<list><label>qx</label><item>b</item></list>",
    "extract": b"<quote rend='block'><p>qx</p><p>b</p></quote>",
    "verse": b"<lg><l>a</l><l>qx</l><l>b</l></lg>",
    "note": b"<p>a<note xml:id='n1'>qx</note></p>",
    "before a note": b"<p>qx<note xml:id='n1'>b</note></p>",
    "between emphases": b"<p><hi>a</hi>qx<hi rend='bold'>b</hi></p>",
    "emphases that touch": b"<p>a<hi>qx</hi><hi>b</hi><hi rend='bold'>c</hi></p>",
    "before a link": b"<p>qx<ref target='https://e.org/'>b</ref></p>",
    "emphasis in a word": b"<p>a<hi>qx</hi>b</p>",
    "link": b"<p>a <ref target='https://e.org/'>qx</ref>(b)</p>",
    "line that is kept": b"<p>a<lb/>qx<lb/>b</p>",
    "behind a page": b"<pb n='1'/><p><pb n='2'/>qx</p>",
}
PIECES = [
    *"\\`*_{}[]()#+-.!<>&~$^@|:=%\"' 1aZé“”\u00a0\u2003中\ufdd5\ufdd6\u0301",
    "---", "===", "1. ", "1) ", "(1) ", "a. ", "iv) ", "- ", "+ ", "> ", "# ", ": ", "```", "~~~", "***", "&lt;", "&#35;",
    "<b>", "</b>", "<!--", "-->", "![", "](", "[^1]", "[^1]: ", "[x]: y", "https://e.org/", "<a@b.org>", "| a | b |",
    "|---|", ":x:", "\n", "\t",
]  # fmt: skip


def document(place: str, words: str) -> bytes:
    root = etree.fromstring(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        b"<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
        b'<text><body><div type="imprint">' + PLACES[place] + b"</div></body></text></TEI>"
    )
    for element in root.iter("{*}*"):
        element.text = (element.text or "").replace("qx", words) or None
        element.tail = (element.tail or "").replace("qx", words) or None
    return etree.tostring(root, encoding="utf-8")


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=80)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
@example(pieces=["a", "!"])
@example(pieces=["“a”"])
@example(pieces=["*", " ", "*"])
def test_no_text_becomes_markup(place: str, pieces: list[str]) -> None:
    """Whatever is written at a place, a parser finds the same structure there as if it were a letter, and the same words."""
    words = f"{''.join(pieces)}" if any(re.search(r"[^\W\d]", piece) for piece in pieces) else f"{''.join(pieces)}z"
    tei, plain = document(place, words), document(place, "z")
    found, expected = read(body(made.__wrapped__(tei))), read(body(made.__wrapped__(plain)))
    assert found.shape == expected.shape
    shown = re.sub("[\ufdd0-\ufdef]", "\ufffd", words)
    assert found.words == [one for word in expected.words for one in word.replace("z", shown).split()]
    assert found.notes == [[one for word in note for one in word.replace("z", shown).split()] for note in expected.notes]
