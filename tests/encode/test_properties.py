"""What holds for every book: nothing is lost, offsets lead back, notes and calls pair, pages follow on each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from teiwright import capture, layout
from teiwright.clean import clean
from teiwright.encode.document import encode
from teiwright.encode.wayback import source_of
from teiwright.findings import Finding, Refused, Severity
from teiwright.language import load_language
from teiwright.model.authority import Entry
from teiwright.model.claim import Kind
from teiwright.model.decisions import Decision, Decisions
from teiwright.model.edition import Edition
from teiwright.model.profile import Profile
from teiwright.model.reading import CORRECTED, FLOW, Reading
from teiwright.pipeline import READING_ROOMS
from teiwright.xml import read_xml

HEADER = b"""<teiHeader xmlns="http://www.tei-c.org/ns/1.0">
<?insert tagsDecl?>
<?insert charDecl?>
</teiHeader>"""
ENTRIES = (Entry(Kind.PERSON, "marr", ("Ada Marr", "Marr"), '<person xml:id="marr"/>'),)
MINIMAL = Edition("book", Profile(), load_language("en"), ENTRIES)

some = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
many = settings(some, max_examples=300)


@dataclass(frozen=True)
class Book:
    """A generated book: its bytes, what its editor says of it, and the words that stand in it whole."""

    data: bytes
    edition: Edition
    words: frozenset[str]


def read(data: bytes, edition: Edition) -> tuple[Reading, Edition, list[Finding]]:
    """Take a source through the rooms that make claims."""
    reading, findings = Reading(capture.capture(data, "source.txt")), list[Finding]()
    for room in READING_ROOMS:
        reading, found = room.enter(reading, edition)
        findings += found
        if room is layout.ROOM:
            decisions, found = edition.decisions.anchor(reading)
            edition = replace(edition, decisions=decisions)
            findings += found
    return reading, edition, findings


def failed(findings: list[Finding]) -> bool:
    """Whether a finding keeps the edition from being written."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def tei(reading: Reading, edition: Edition) -> str:
    """The TEI of a reading."""
    return encode(reading, edition, HEADER, "teiwright.rng")[0]


def back(document: str) -> bytes:
    """The source that a document gives back."""
    return source_of(read_xml(document.encode(), "book.xml"), "book.xml")


WORDS = st.sampled_from(
    ["the", "harbour", "wall", "and", "lamp", "of", "a", "mole", "co-op", "well-known", "light", "house", "stone", "boats",
     "Marr", "Ada", "Westhaven", "it", "was", "They", "went", "1702", "£2", "war’s", "naïve", "Æsop", "straße"]
)  # fmt: skip
STOPS = st.sampled_from(["", "", "", "", ",", ".", ".", "?", ";"])
ODD = st.sampled_from(
    ["", "", "", "", "", "\t", "\x07", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\x9d", "\xa0", "\xad", "\u2028", "\u3000",
     "\ufeff", "\ufffe", "\U0001f600", "&", "<b>", "]]>", '"', "'", "³", "¬", "{n}", "* * *", "(1) "]
)  # fmt: skip
DAMAGE = st.sampled_from(["“”’—", "“”’—", "³²¹‹", "\x93\x94\x92\x97"])
NUMBERS = st.sampled_from(["{n}", "— {n} —", "[p. {n}]"])
NOTES = st.sampled_from([("{n}", "{n} "), ("[{n}]", "[{n}] "), ("{n}", "({n}) ")])
BLANKS = st.sampled_from(["", "", " ", "  ", "\t ", "\x0c", "\xa0"])


@st.composite
def lines(draw: st.DrawFn, words: set[str], least: int = 1, most: int = 5) -> list[str]:
    """Some lines of running text."""
    made = []
    for _ in range(draw(st.integers(least, most))):
        said = []
        for _ in range(draw(st.integers(1, 7))):
            word = draw(WORDS)
            words.add(word)
            said.append(word + draw(STOPS))
        if draw(st.integers(0, 3)) == 0:
            at = draw(st.integers(0, len(said) - 1))
            said[at:] = ["“" + said[at], *said[at + 1 :]]
            said[-1] += "”"
        made.append(draw(ODD) + " ".join(said) + draw(ODD) + draw(st.sampled_from(["", "", "", "-", "—"])))
    return made


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A book of a few numbered pages with notes, quotations, damage, odd characters, and all kinds of line ends."""
    place, template = draw(st.sampled_from(["top", "bottom"])), draw(NUMBERS)
    call, label = draw(NOTES)
    words: set[str] = set()
    out: list[str] = []
    if draw(st.booleans()):
        out += [*draw(lines(words, 1, 2)), "", ""]
    for n in range(1, draw(st.integers(1, 4)) + 1):
        number = template.replace("{n}", str(n))
        body = draw(lines(words))
        notes: list[str] = []
        for i in range(1, draw(st.integers(0, 2)) + 1):
            body.append("They went on." + call.replace("{n}", str(i)))
            notes += [label.replace("{n}", str(i)) + "See the lamp.", *draw(lines(words, 0, 1))]
        gap = [""] * draw(st.integers(0, 2))
        indent = draw(st.sampled_from(["", "", "  "]))
        text = [indent + line for line in body]
        for at in range(len(text) - 1, 0, -1):
            if draw(st.integers(0, 4)) == 0:
                text.insert(at, "")
        out += [number, *gap, *text, *gap, *notes] if place == "top" else [*text, *gap, *notes, *gap, number]
        out += [""] * draw(st.integers(0, 1))
    marks = draw(DAMAGE)
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    whole = draw(st.sampled_from(["", "", "\ufeff"])) + "".join(line + draw(BLANKS) + end for line in out)
    table = str.maketrans("“”’—", marks)
    repeated = draw(st.sampled_from(["", "", "blank-line", "indent", "measure"]))
    profile = Profile(
        page_number=template.translate(table), page_place=place, note_call=call, note_label=label, paragraphs=repeated
    )
    edition = replace(MINIMAL, profile=profile)
    return Book(whole.translate(table).encode(), edition, frozenset(words))


@many
@given(books())
def test_no_character_of_a_book_is_lost(book: Book) -> None:
    reading, edition, findings = read(book.data, book.edition)
    assume(not failed(findings))
    assert back(tei(reading, edition)) == book.data


@many
@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_refused_with_findings_or_comes_back_whole(text: str) -> None:
    try:
        reading, edition, findings = read(text.encode(), MINIMAL)
    except Refused as refused:
        assert refused.findings
    else:
        if not failed(findings):
            assert back(tei(reading, edition)) == text.encode()


@many
@given(st.text(st.sampled_from("aA1 \n\r\t“”’.,-—:()[]*IV³¹~\x93\x00\x0c&<"), min_size=1, max_size=60))
def test_any_text_of_signs_that_matter_is_refused_or_comes_back_whole(text: str) -> None:
    try:
        reading, edition, findings = read(text.encode(), MINIMAL)
    except Refused as refused:
        assert refused.findings
    else:
        if not failed(findings):
            assert back(tei(reading, edition)) == text.encode()


@some
@given(st.binary(min_size=1, max_size=40))
def test_any_bytes_are_refused_with_findings_or_come_back_whole(data: bytes) -> None:
    try:
        reading, edition, findings = read(data, MINIMAL)
    except Refused as refused:
        assert {finding.code for finding in refused.findings} <= {"C001", "C002", "C003"}
    else:
        if not failed(findings):
            assert back(tei(reading, edition)) == data


@some
@given(books(), st.dictionaries(st.sampled_from("³¬#;l&<\"“-'e"), st.sampled_from("“-£—1&<e"), max_size=3))
def test_signs_that_the_profile_calls_damaged_come_back(book: Book, signs: dict[str, str]) -> None:
    assume(not set(signs) & set(signs.values()))  # the profile refuses the rest
    edition = replace(book.edition, profile=replace(book.edition.profile, damage=signs))
    reading, edition, findings = read(book.data, edition)
    assume(not failed(findings))
    assert back(tei(reading, edition)) == book.data


@some
@given(books())
def test_a_document_is_the_same_at_every_run(book: Book) -> None:
    first, second = read(book.data, book.edition), read(book.data, book.edition)
    assert tei(*first[:2]) == tei(*second[:2])
    assert first[2] == second[2]


@some
@given(books(), st.sampled_from([FLOW, CORRECTED, ()]), st.data())
def test_a_view_leads_back_to_the_source(book: Book, undo: tuple[Kind, ...], data: st.DataObject) -> None:
    reading, _, _ = read(book.data, book.edition)
    size = len(reading.source.text)
    start = data.draw(st.integers(0, size - 1))
    view = reading.view(start, data.draw(st.integers(start + 1, size)), undo)
    ends = [0, *(end for span in view.spans for end in span)]
    assert ends == sorted(ends)
    assume(view.text)
    first = data.draw(st.integers(0, len(view.text) - 1))
    last = data.draw(st.integers(first + 1, len(view.text)))
    a, b = view.span(first, last)
    assert view.text[first:last] in reading.view(a, b, undo).text
    assert view.point(first) == a
    if a not in {x for x, _ in view.spans}:
        assert view.offset(a) == first


@some
@given(books())
def test_each_note_has_one_call_and_each_call_one_note(book: Book) -> None:
    reading, _, findings = read(book.data, book.edition)
    assume(not {finding.code for finding in findings} & {"L004", "L006"})
    assert sorted(call["note"] for call in reading.of(Kind.NOTE_CALL)) == sorted(
        str(note.start) for note in reading.of(Kind.NOTE)
    )
    for call in reading.of(Kind.NOTE_CALL):
        note = next(n for n in reading.of(Kind.NOTE) if str(n.start) == call["note"])
        assert (note["n"], note["page"]) == (call["n"], reading.page_at(call.start))
        assert call.end <= note.start


@some
@given(books())
def test_pages_ascend_and_leave_nothing_out(book: Book) -> None:
    reading, _, _ = read(book.data, book.edition)
    pages = reading.of(Kind.PAGE)
    assert [page.end for page in pages] == [*(page.start for page in pages[1:]), len(reading.source.text)]
    assert not any(line.start < pages[0].start for line in reading.source.inked)
    numbers = [int(page["n"]) for page in pages if page["n"].isdigit()]
    assert numbers == sorted(set(numbers))
    assert len({page["n"] for page in pages}) == len(pages)


@some
@given(books())
def test_the_cleaned_text_has_every_word(book: Book) -> None:
    reading, _, _ = read(book.data, book.edition)
    cleaned = clean(reading)[0].decode()
    assert not [word for word in book.words if word not in cleaned]


def confirmed(reading: Reading, kinds: tuple[Kind, ...]) -> list[Decision]:
    """A decision for each claim of some kinds that says what the engine did."""
    made = []
    for claim in reading.of(*kinds):
        at = claim.start if claim.kind is Kind.QUOTATION else claim.end
        words = " ".join(reading.view(at, min(at + 40, len(reading.source.text))).text.split()[:4])
        act = {"break": "paragraph", "none": "no-paragraph"}.get(claim.get("verdict"), "quotation")
        made.append(Decision(act, reading.page_at(at), words, "So it is.", "editors", value=claim.get("tag")))
    return made


@pytest.mark.parametrize("kind", [Kind.BOUNDARY, Kind.QUOTATION])
def test_a_decision_that_confirms_the_engine_changes_nothing_but_responsibility(kind: Kind) -> None:
    @some
    @given(books())
    def check(book: Book) -> None:
        reading, edition, _ = read(book.data, book.edition)
        decisions = confirmed(reading, (kind,))
        kept = tuple(d for d in decisions if d.text and not Decisions(entries=(d,)).anchor(reading)[1])
        assume(kept)
        again, decided, findings = read(book.data, replace(book.edition, decisions=Decisions(entries=kept)))
        assume(not {"D002", "D005"} & {finding.code for finding in findings})
        assert anonymous(tei(again, decided)) == anonymous(tei(reading, edition))

    run: Callable[[], None] = check
    run()


def anonymous(document: str) -> str:
    """A document without who is responsible, and how sure."""
    return re.sub(r' (?:resp|cert)="[^"]*"', "", document)
