"""The pages, notes and words of the first edition."""

import pytest

from teiwright.model.claim import Kind
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


def test_the_notes_are_all_the_lines_that_begin_with_a_label(pamphlet: Build) -> None:
    assert len(pamphlet.reading.of(Kind.NOTE)) == len(pamphlet.reading.of(Kind.NOTE_CALL))
    assert not [f for f in pamphlet.findings if f.code.startswith("L")]


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
