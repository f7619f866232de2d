"""The pages, notes and words of the first edition."""

import pytest

from teiwright.model.claim import Kind
from teiwright.model.reading import FLOW
from teiwright.pipeline import Build

PAGES = [str(n) for n in range(1, 65)]


def test_pages_1_to_64_ascend(pamphlet: Build) -> None:
    pages = pamphlet.reading.of(Kind.PAGE)
    assert [page["n"] for page in pages] == ["[i]", "[ii]", "[iii]", "[iv]", "[v]", *PAGES, "[65]"]
    assert [page.end for page in pages] == [*(page.start for page in pages[1:]), len(pamphlet.reading.source.text)]
    assert [pamphlet.reading.source.text[c.start : c.end] for c in pamphlet.reading.of(Kind.PAGE_NUMBER)] == PAGES


@pytest.mark.parametrize("n", PAGES)
def test_each_call_of_a_page_has_one_note_and_each_note_one_call(n: str, pamphlet: Build) -> None:
    (page,) = (page for page in pamphlet.reading.of(Kind.PAGE) if page["n"] == n)
    notes = pamphlet.reading.within(Kind.NOTE, page.start, page.end)
    calls = pamphlet.reading.within(Kind.NOTE_CALL, page.start, page.end)
    assert sorted((call["n"], call["note"]) for call in calls) == sorted((note["n"], str(note.start)) for note in notes)
    assert [note["n"] for note in notes] == [str(i) for i in range(1, len(notes) + 1)]
    for note in notes:
        text = pamphlet.reading.source.text[note.start : note.end]
        assert text.startswith(f"{note['n']} ")
        assert len(text) > 4


NOTES = [
    ("1", "1", "THE PROLETARIAT", "This article was written by", "April 5, 1956"),
    ("3", "1", "very far from perfect.", "V. I. Lenin, Collected Works, Vol. II", "p. 597."),
    ("21", "1", "THE PROLETARIAT", "This article was written by", "December 29, 1956."),
    ("45", "1", "of other countries.", "V. I. Lenin, Selected Works, Vol. I", "p. 227."),
    ("46", "1", "fulfil this task.", "V. I. Lenin, op. cit., Vol. I", "pp. 227-28."),
    ("51", "1", "big) bourgeois.”", "V. I. Lenin, op. cit., Vol. II, Part 1", "p. 233."),
    ("51", "2", "proletariat.”", "Ibid., Vol. II, Part 2", "p. 209."),
    ("52", "1", "absolutely good,”", "K. Marx and F. Engels", "p. 637."),
    ("52", "2", "serve the reaction.”", "Ibid., Vol. I", "p. 638."),
    ("52", "3", "revolutionary movement.”", "V. I. Lenin, Selected Works, Vol. II, Part 2", "p. 366."),
    ("57", "1", "longest oppressed.”", "V. I. Lenin, op. cit., Vol. II, Part 2", "pp. 469-470."),
]
"""The eleven notes as read in the source: page, number, the words before the call, the first and last words of the note."""


def test_the_eleven_notes_stand_at_their_calls(pamphlet: Build) -> None:
    reading = pamphlet.reading
    found = list(zip(reading.of(Kind.NOTE_CALL), reading.of(Kind.NOTE), strict=True))
    assert [(note["page"], note["n"]) for _, note in found] == [(page, n) for page, n, *_ in NOTES]
    for (call, note), (_, _, before, first, last) in zip(found, NOTES, strict=True):
        text = reading.note_view(note, FLOW).text
        assert reading.view(call.start - 60, call.start).text.endswith(before)
        assert text.startswith(first)
        assert text.endswith(last)


def test_every_line_end_has_its_evidence(pamphlet: Build) -> None:
    gaps = pamphlet.reading.of(Kind.LINE_BREAK)
    assert all(gap.evidence and gap["join"] for gap in gaps)
    assert {gap["join"] for gap in gaps} <= {"space", "solid", "soft", "hard", "lost", "dash"}


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("4", "dictatorship of the proletariat is, for the popular masses"),
        ("1", "high level of principle in inner-Party life"),
    ],
)
def test_words_are_whole_over_line_and_page_ends(page: str, words: str, pamphlet: Build) -> None:
    (found,) = (claim for claim in pamphlet.reading.of(Kind.PAGE) if claim["n"] == page)
    assert words in pamphlet.reading.view(found.start, found.end + 400).text
