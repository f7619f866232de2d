"""Editions to make records of: the small book, one with no more than it must have, and any at random."""

from pathlib import Path

from hypothesis import strategies as st

from teiwright.deposit.header import read_record
from teiwright.deposit.item import Item, Role
from teiwright.deposit.record import Agent, Nature, Record, Rights, Witness
from teiwright.deposit.records import records
from teiwright.xml import read_xml

BOOK = Path(__file__).resolve().parents[1] / "render" / "book.xml"
ITEMS = (
    Item("tei/book/book.xml", b"<TEI/>", Role.EDITION, "the edition", ("tei/book/source.txt",)),
    Item("tei/book/source.txt", b"text", Role.SOURCE, "the source"),
    Item("derivatives/book.html", b"<p>", Role.DERIVATIVE, "the page", ("tei/book/book.xml",)),
    Item("derivatives/book.txt", b"text", Role.DERIVATIVE, "the text", ("tei/book/book.xml",)),
    Item("schema/teiwright.rng", b"<grammar/>", Role.SCHEMA, "the schema"),
)


def full_book() -> bytes:
    """The small book with what it lacks: identifiers of the edition, of its print, and of somebody who made it."""
    return (
        BOOK.read_bytes()
        .replace(
            b"<editor>I. Lock</editor>",
            b'<editor><persName ref="https://orcid.org/0000-0002-1825-0097">I. Lock</persName></editor>',
        )
        .replace(
            b"</idno>\n        <avail",
            b'</idno><idno type="DOI">10.5072/Ferry.1</idno><idno>javascript:alert(1)</idno>\n        <avail',
        )
        .replace(
            b"In cloth.</note>",
            b"In cloth.</note><idno>https://doi.org/10.5072/print</idno>, <idno>https://example.org/print</idno>",
        )
        .replace(b"The Ferry &amp; Other Crossings", b"The &lt;Ferry> &amp; \"Other\": Crossings # 'n' ]]&gt;")
    )


def record_of(tei: bytes) -> Record:
    return read_record(read_xml(tei, "book.xml"), "book", "book.xml")


def forms_of(record: Record) -> dict[str, bytes]:
    return {item.path: item.data for item in records(record, ITEMS)}


LEAST = Record(
    name="book",
    title="T",
    subtitle="",
    authors=(),
    editors=(Agent("E"),),
    programs=(),
    version="1",
    released="2026-01-31",
    year="2026",
    publisher="P",
    language="",
    languages=(),
    identifiers=(),
    subjects=(),
    descriptions=(),
    licences=(),
    caveats=(Rights("Nobody knows."),),
    witnesses=(),
    changes=(),
)
"""No more than a package cannot do without."""


# ---- any record ----

HOSTILE = (
    "a: b # c",
    "- 'it'",
    '"quoted" \\ \\n \\u0041',
    "</script><script>alert(1)</script>",
    "]]> &amp; <!--",
    "\u202eright to left\u200f",
    "\x7f\x80\x9f\ufeff",
    "{a: [b]} | > ! % @ ` ~ null yes 1.0",
    "x" * 10_000,
    "\U0001f6f6 \U00010000",
)
_SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\ufffe", "\uffff"])
WORDS = (
    (st.text(_SIGNS, min_size=1, max_size=30) | st.sampled_from(HOSTILE))
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
LICENCES = [
    "https://creativecommons.org/licenses/by/4.0/",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    "https://creativecommons.org/licenses/by-nc-sa/4.0/legalcode",
]
NUMBERS = ["https://orcid.org/0000-0002-1825-0097", "https://viaf.org/viaf/4940281", "https://example.org/somebody"]
AGENTS = st.builds(
    Agent,
    name=WORDS,
    nature=st.sampled_from([Nature.PERSON, Nature.ORGANIZATION, Nature.UNKNOWN]),
    family=st.just("") | WORDS,
    given=st.just("") | WORDS,
    identifiers=st.lists(st.sampled_from(NUMBERS), unique=True).map(tuple),
    role=st.just("") | WORDS,
)
PRINTS = st.builds(
    Witness,
    key=st.just("print"),
    kind=st.just("print"),
    title=st.just("") | WORDS,
    citation=WORDS,
    creators=st.lists(AGENTS, max_size=2).map(tuple),
    publisher=st.just("") | WORDS,
    place=st.just("") | WORDS,
    date=st.sampled_from(["", "1894", "1894-02", "1894-02-28"]),
    identifiers=st.lists(st.sampled_from(["https://doi.org/10.5072/print", "https://example.org/p"]), unique=True).map(
        tuple
    ),
)


def some(of: st.SearchStrategy[Agent], least: int = 0) -> st.SearchStrategy[tuple[Agent, ...]]:
    return st.lists(of, min_size=least, max_size=3, unique_by=lambda one: one.sorted).map(tuple)


def listed(of: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most, unique=True).map(tuple)


@st.composite
def any_record(draw: st.DrawFn) -> Record:
    day = str(draw(st.dates()))
    licences = draw(st.lists(st.sampled_from(LICENCES), max_size=1))
    statements = iter(draw(st.lists(WORDS, min_size=3, max_size=3, unique=True)))
    return Record(
        name="book",
        title=draw(WORDS),
        subtitle=draw(st.just("") | WORDS),
        authors=draw(some(AGENTS)),
        editors=draw(some(AGENTS, 1)),
        programs=(Agent(draw(WORDS), Nature.SOFTWARE, role=draw(WORDS)),),
        version=draw(st.from_regex(r"[0-9]+(\.[0-9]+){0,2}", fullmatch=True)),
        released=day,
        year=day[:4],
        publisher=draw(WORDS),
        language=draw(st.sampled_from(["en", "de-1901", "grc", "zh-Latn-pinyin", "qaa-x-own"])),
        languages=(("en", "English"),),
        identifiers=draw(
            st.just(()) | st.just((("DOI", "10.5072/x"), ("URI", "https://example.org/x"), ("", "javascript:x()")))
        ),
        subjects=draw(listed(WORDS)),
        descriptions=draw(listed(WORDS)),
        licences=tuple(Rights(next(statements), one, "free") for one in licences),
        caveats=tuple(Rights(next(statements), "", "unknown") for _ in range(draw(st.integers(0 if licences else 1, 2)))),
        witnesses=draw(st.just(()) | st.tuples(PRINTS)),
        changes=(),
        extent=draw(st.just("") | WORDS),
    )
