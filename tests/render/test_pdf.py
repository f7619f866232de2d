"""The book in print: what its PDF says of itself, its structure for whoever has it read aloud, and its words.

The PDF is read here as a screen reader does: through the tree of its structure, whatever its pages look like.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.render import render
from teiwright.render.drafts import Draft
from teiwright.render.pdf import pdf
from teiwright.saxon import StylesheetError, transform

from .test_same_text import TEXTS, tei_words, words_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
PARTS = ["Registers", "Corrections", "About this edition"]
BLOCKS = {"/P", "/H1", "/H2", "/H3", "/H4", "/LI", "/LBody", "/BlockQuote", "/TOCI", "/TD", "/TH", "/Note", "/Lbl"}
ORIGIN = 8  # the size in points of the line below an extract, which is the editors’


class Run(NamedTuple):
    """Words that are shown together: their size in points."""

    words: str
    size: float


@dataclass(frozen=True)
class Element:
    """An element of the structure: its role, and what is in it, in order."""

    role: str
    parts: tuple["Element | Run", ...]
    attributes: Mapping[str, str]

    def all(self, role: str) -> Iterator["Element"]:
        """The elements of a role at any depth, in order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.role == role:
                    yield part
                yield from part.all(role)

    @property
    def words(self) -> str:
        """All words in it, with a space around what is a block."""
        inner = "".join(part.words for part in self.parts)
        return f" {inner} " if self.role in BLOCKS else inner


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request: pytest.FixtureRequest) -> bytes:
    return bytes(request.param.read_bytes())


@cache
def made(tei: bytes) -> bytes:
    return render(tei, ["pdf"], ROOT / "xslt", "book")["pdf"]["book.pdf"]


@pytest.fixture
def reader(typst: None, tei: bytes) -> Any:
    return read(tei)


@cache
def read(tei: bytes) -> Any:
    from io import BytesIO

    from pypdf import PdfReader

    return PdfReader(BytesIO(made(tei)), strict=True)


# What the file says of itself


def test_the_file_says_what_it_is(reader: Any, tei: bytes) -> None:
    (header,) = etree.fromstring(tei).iterchildren("{*}teiHeader")
    assert reader.metadata.title == header.findtext(".//t:titleStmt/t:title", namespaces=TEI)
    assert reader.metadata.author == header.xpath("string(.//t:titleStmt/t:author)", namespaces=TEI)
    assert reader.metadata.get("/Keywords", "") == ", ".join(header.xpath(".//t:keywords/t:term/text()", namespaces=TEI))
    day = header.xpath("string(.//t:edition/t:date/@when)", namespaces=TEI)
    assert reader.metadata.get("/CreationDate") == (f"D:{day.replace('-', '')}000000Z" if day else None)
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_it_is_tagged_and_claims_pdf_ua(reader: Any) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data().decode()
    assert all(page["/Tabs"] == "/S" for page in reader.pages if "/Annots" in page)


def test_all_that_is_shown_is_in_the_structure_or_an_artifact(reader: Any) -> None:
    named = set(_marks(structure(reader), reader))
    shown = {(number, mark) for number, page in enumerate(reader.pages) for mark in shown_on(page)}
    assert {mark for _, mark in shown} > {-1, 0}
    assert {one for one in shown if one[1] >= 0} == named


def test_the_levels_of_headings_leave_none_out_and_links_say_where_they_lead(reader: Any) -> None:
    levels = [int(role[2]) for role in roles(reader) if re.fullmatch(r"/H\d", role)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    assert len(links) > 10
    assert all(link["/Contents"] for link in links)


def test_it_is_the_same_twice_and_knows_no_clock(typst: None, book: bytes, stylesheets: Path) -> None:
    assert made(book) == render(book, ["pdf"], stylesheets, "book")["pdf"]["book.pdf"]
    undated = book.replace(b'<date when="2026-01-31">31 January 2026</date>', b"").replace(
        b'<date when="2026">2026</date>', b""
    )
    assert "/CreationDate" not in read(undated).metadata


# Its outline


def test_the_outline_is_the_headings_and_the_contents_show_them(reader: Any, tei: bytes) -> None:
    root = etree.fromstring(tei)
    heads = [one.find("t:head", TEI) for one in root.iterfind(".//t:text//t:div", TEI)]
    titles = [" ".join(words_of(head)) for head in heads if head is not None]
    levels = list(_titles(reader.outline))
    outline = [title for _, title in levels]
    assert [title for title in outline if title in titles] == titles
    assert [title for title in outline if title in PARTS] == PARTS
    shown = [(" ".join(item.words.split())) for item in tree(reader).all("/TOCI")]
    for level, title in levels:
        listed = any(re.fullmatch(rf"{re.escape(title)}[ .\u2060]*\d+", one) for one in shown)
        assert listed == (level <= 2 and title not in ("C O N T E N T S", "Contents")), title


def _titles(outline: Any, level: int = 1) -> Iterator[tuple[int, str]]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one, level + 1)
        else:
            yield level, one.title


# Its words


def test_the_book_has_the_words_of_the_tei(reader: Any, tei: bytes) -> None:
    parts = tree(reader).parts
    begin = max(number for number, part in enumerate(parts) if isinstance(part, Element) and part.role == "/TOC") + 1
    end = next(n for n, part in enumerate(parts) if part.words.strip() == PARTS[0] and n > begin)
    text = "".join(running(part) for part in parts[begin:end])
    text = re.sub(r" ?\[Editors’ note: [^]]*\]", "", text)
    lacking = {"ﬁ": "fi", "\ue123": "⟨U+E123⟩"}
    assert text.split() == [re.sub("[ﬁ\ue123]", lambda sign: lacking[sign[0]], word) for word in tei_words(tei)]


def running(part: Element | Run) -> str:
    """The words of the text without notes and their calls, and without what the editors say below an extract."""
    if isinstance(part, Run):
        return "" if part.size == ORIGIN else part.words
    if part.role == "/Note" or "/BaselineShift" in part.attributes:
        return ""
    inner = "".join(running(one) for one in part.parts)
    return f" {inner} " if part.role in BLOCKS or (part.role == "/Lbl" and inner) else inner


def test_every_note_is_one_of_the_book(reader: Any, tei: bytes) -> None:
    root = etree.fromstring(tei)
    notes = root.xpath("//t:text//t:note[not(@type='editorial' or @sameAs or @prev)]", namespaces=TEI)
    made = [" ".join(note.words.split()) for note in tree(reader).all("/Note")]
    assert len(made) == len(notes)
    for note, words in zip(notes, made, strict=True):
        assert re.sub(r" ?\[Editors’ note: [^]]*\]", "", words).split()[1:][: len(words_of(note))] == words_of(note)


def test_the_pages_of_the_print_stand_in_the_margin_and_nowhere_in_the_text(reader: Any, tei: bytes) -> None:
    pages = etree.fromstring(tei).xpath("//t:text//t:pb/@n", namespaces=TEI)
    artifacts = "".join(mark for page in reader.pages for mark in shown_on(page).get(-1, []))
    for page in pages:
        assert f"|{page}" in artifacts
    assert "|" not in tree(reader).words


def test_registers_and_corrections_name_pages_of_the_print(typst: None, book: bytes) -> None:
    words = " ".join(tree(read(book)).words.split())
    assert "Byron, Ada 44 BC–1894" in words
    assert "Also Mrs. B——, Ada II de Byron, the Dry · Wikidata Q0" in words
    assert "Pages 1, 3, 4 · Quoted on pages 2" in words
    assert "1 ferrry ferry correction, error of the print, by The editors, medium certainty" in words
    table = next(tree(read(book)).all("/Table"))
    assert [head.words.split() for head in table.all("/TH")] == [["Page"], ["Source"], ["Reading"], ["Kind"]]
    assert next(tree(read(book)).all("/BlockQuote")).words.split() == ["All", "rivers", "end."]


# What it cannot do, and what cannot be done to it


@pytest.mark.parametrize(
    "code",
    ['#read("/etc/passwd")', '#read("pdf.py")', '#import "@preview/cetz:0.3.0"', '#include "/etc/hosts"', '#image("a.png")'],
)
def test_the_compiler_reads_nothing(typst: None, code: str) -> None:
    with pytest.raises(
        StylesheetError, match=r"R001 Typst cannot set the book: (file not found|access denied|failed|package|network)"
    ):
        pdf(Draft(b"", f'#set document(title: "x")\n{code}', "x.pdf"))


HOSTILE = (
    r'#panic() \u{41} *b* _e_ `c` $m$ @ref &lt;lab&gt; [x] ] #[ "q" \" // c /* d */ ~ -- --- ... = h - i 1. k #"; #let x=1;'
)


def test_code_in_the_text_stays_text(typst: None, book: bytes) -> None:
    """Whatever Typst would take for markup stands in the PDF as it stands in the TEI, wherever that puts it."""
    words = HOSTILE.replace("&lt;", "<").replace("&gt;", ">")
    tei = book.replace(b"An end with", HOSTILE.encode() + b" An end with")
    tei = tei.replace(b'n="5"', b"n='\"]#panic()'").replace(b"<term>ferries", b'<term>"#panic()\\')
    tei = tei.replace(b">The Ferry &amp; Other", ">中 &amp; Other".encode())
    tei = tei.replace(b"A specimen", f"A {HOSTILE}".encode()).replace(b"ferrywoman</occ", f"{HOSTILE}</occ".encode())
    tei = tei.replace(b"https://example.org/end", b"https://example.org/&quot;)#panic()")
    found = " ".join(tree(read(tei)).words.split())
    assert found.count(words) >= 3
    assert read(tei).metadata["/Keywords"] == '"#panic()\\, rivers'


def test_signs_that_the_font_lacks_are_named_and_never_empty_boxes(typst: None, book: bytes) -> None:
    tei = book.replace(b"An end with", "ﬁnd 中文 \N{ARABIC LETTER AIN} \ufdd3x\ufdd4 An end with".encode())
    found = " ".join(tree(read(tei)).words.split())
    assert "find ⟨U+4E2D U+6587⟩ ⟨U+639⟩ \N{REPLACEMENT CHARACTER}x\N{REPLACEMENT CHARACTER} An end with" in found
    tei = book.replace("Mrs. B——".encode(), "中文".encode())
    assert "Also Ada II de Byron" in " ".join(tree(read(tei)).words.split())


# Code points that XML allows; most of a sample of all of them would be signs of which nothing is known.
SIGNS = st.one_of(
    st.sampled_from("#\\\"'`*_$@<>[](){};:/-~=+. \t\n&\ufdd0\ufdd3\ufdd4\u0301\u200d\u00ad\u2028中"),
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"),
)


@settings(max_examples=60)
@given(words=st.text(SIGNS, min_size=1, max_size=60))
def test_any_text_is_typeset_and_comes_back(typst: None, words: str) -> None:
    """The words between two others, unless the font lacks a sign, are read back from the PDF; nothing stops the compiler."""
    tei = document(words)
    found = " ".join(tree(read_once(tei)).words.split())
    inside = re.search("qx(.*)xq", found)
    assert inside
    if all(ord(sign) < 0x180 or sign == " " for sign in words):
        plain = words.replace("\u00ad", "")  # the hyphen that is not shown is not told from one that Typst made
        assert inside[1].split() == re.sub("[ \t\n\r]+", " ", plain).split()


def document(words: str) -> bytes:
    root = etree.fromstring(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        b"<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
        b'<text><body><div xml:id="a1"><p/></div></body></text></TEI>'
    )
    next(root.iterfind(".//t:div/t:p", TEI)).text = f"qx{words}xq"
    return etree.tostring(root, encoding="utf-8")


def read_once(tei: bytes) -> Any:
    from io import BytesIO

    from pypdf import PdfReader

    return PdfReader(BytesIO(render(tei, ["pdf"], ROOT / "xslt", "book")["pdf"]["book.pdf"]), strict=True)


def test_every_sign_that_is_set_has_a_glyph(typst: None, stylesheets: Path) -> None:
    """In roman, italic and bold: the compiler refuses a sign that its font lacks, and is told to look in no other."""
    import typst as compiler

    code = etree.parse(stylesheets / "typst" / "code.xsl")
    ranges = "".join(
        "".join(re.findall("'([^']*)'", code.xpath(f"string(//*[@name='{name}']/@select)")))
        for name in ("common", "settable")
    )
    signs = [chr(number) for number in range(0x20, 0x10000) if re.fullmatch(f"[{ranges}]", chr(number))]
    assert len(signs) > 1500
    shown = "\n".join("#" + '"' + re.sub(r'(["\\])', r"\\\1", sign) + '";' for sign in signs)
    book = '#set document(title: "x")\n#set text(font: "Libertinus Serif", fallback: false)\n'
    book += f"{shown}\n#emph[{shown}]\n#strong[{shown}]"
    assert compiler.compile(book.encode(), ignore_system_fonts=True, pdf_standards="ua-1")[:4] == b"%PDF"


def test_the_compiler_has_nothing_to_say_against_the_book(typst: None, tei: bytes, stylesheets: Path) -> None:
    import typst as compiler

    source = transform(stylesheets / "typst.xsl", tei)
    _, warnings = compiler.compile_with_warnings(source.encode(), ignore_system_fonts=True, pdf_standards="ua-1")
    assert [str(warning) for warning in warnings] == []


# Reading a PDF by its structure (PDF 32000-1:2008, 14.7 and 14.8)


def structure(reader: Any) -> Any:
    return reader.trailer["/Root"]["/StructTreeRoot"]


def tree(reader: Any) -> Element:
    pages = {page.indirect_reference.idnum: shown_on(page) for page in reader.pages}
    (root,) = _element(structure(reader)["/K"], {}, pages)
    assert isinstance(root, Element)
    return root


def _element(node: Any, marks: Any, pages: Mapping[int, Any]) -> Iterator[Element | Run]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _element(one, marks, pages)
    elif isinstance(node, int):
        yield from marks[node]
    elif "/S" in node:
        marks = pages[node.raw_get("/Pg").idnum] if "/Pg" in node else marks
        parts = tuple(_element(node["/K"], marks, pages)) if "/K" in node else ()
        owned = node.get("/A", {})
        attributes = [one for one in (owned if isinstance(owned, list) else [owned]) if one]
        yield Element(node["/S"], parts, {key: str(value) for one in attributes for key, value in one.get_object().items()})
    elif "/MCID" in node:
        yield from pages[node.raw_get("/Pg").idnum][node["/MCID"]]


def roles(reader: Any) -> list[str]:
    def walk(element: Element) -> Iterator[str]:
        yield element.role
        for part in element.parts:
            if isinstance(part, Element):
                yield from walk(part)

    return list(walk(tree(reader)))


def _marks(node: Any, reader: Any, page: int = -1) -> Iterator[tuple[int, int]]:
    """The (page, mark) pairs that the structure names."""
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _marks(one, reader, page)
    elif isinstance(node, int):
        yield page, node
    else:
        page = numbers[node.raw_get("/Pg").idnum] if "/Pg" in node else page
        if "/MCID" in node:
            yield page, node["/MCID"]
        elif "/K" in node:
            yield from _marks(node["/K"], reader, page)


def shown_on(page: Any) -> Mapping[int, Any]:
    """What a page shows: runs of words by their mark; what is an artifact as strings, by -1."""
    from pypdf.generic import ContentStream

    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int, list[Any]] = {}
    stack: list[tuple[int, str | None]] = []
    letters: Mapping[int, str] = {}
    size = 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            mark = -1 if operands[0] == "/Artifact" else properties.get("/MCID", stack[-1][0] if stack else None)
            assert mark is not None, "something is shown that is neither content nor artifact"
            found.setdefault(mark, [])
            actual = properties.get("/ActualText")
            if actual is not None and mark >= 0:
                found[mark].append(Run(str(actual).replace("\u00ad", ""), size))
            stack.append((mark, actual))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            letters, size = fonts[operands[0]], float(operands[1])
        elif operator in (b"Tj", b"TJ"):
            pieces = operands[0] if operator == b"TJ" else [operands[0]]
            codes = b"".join(getattr(one, "original_bytes", b"") for one in pieces)
            words = "".join(letters[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
            mark = stack[-1][0]
            if all(actual is None for _, actual in stack):
                found[mark].append(words if mark < 0 else Run(words.replace("\u00ad", ""), size))
    return found


@cache
def _letters_of(table: bytes) -> Mapping[int, str]:
    """What the codes of a font mean (ToUnicode, 9.10.3)."""
    letters: dict[int, str] = {}
    for kind, body in re.findall(rb"beginbf(char|range)(.*?)endbf", table, re.DOTALL):
        for entry in re.findall(rb"<(\w+)>\s*<(\w+)>(?:\s*<(\w+)>)?" if kind == b"range" else rb"<(\w+)>\s*<(\w+)>()", body):
            first, last = int(entry[0], 16), int(entry[1] if kind == b"range" else entry[0], 16)
            text = bytes.fromhex((entry[2] if kind == b"range" else entry[1]).decode()).decode("utf-16-be")
            for code in range(first, last + 1):
                letters[code] = text[:-1] + chr(ord(text[-1]) + code - first)
    return letters


def _letters(font: Any) -> Mapping[int, str]:
    return _letters_of(font["/ToUnicode"].get_object().get_data())
