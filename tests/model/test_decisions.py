"""Decisions: how they are anchored, and what is said when they cannot be."""

from __future__ import annotations

import pytest

from teiwright import capture, layout
from teiwright.language import load_language
from teiwright.model.decisions import Decision, Decisions
from teiwright.model.edition import Edition
from teiwright.model.profile import Profile
from teiwright.model.reading import Reading

SOURCE = (
    b"1\nThe old lamp of the harbour town.1 The har-\nbour was closed.\n1 The lamp book.\n"
    b"2\nThe lamp was lit, and lit again.\n"
)


@pytest.fixture
def reading() -> Reading:
    """Return a reading of two pages with a note, up to its layout."""
    made, _ = capture.ROOM.enter(Reading(capture.capture(SOURCE, "source.txt")), edition())
    return layout.ROOM.enter(made, edition())[0]


def edition() -> Edition:
    """An edition with nothing stated."""
    return Edition("book", Profile(), load_language("en"))


def decision(act: str, page: str, text: str, note: str = "") -> Decision:
    """A decision of an editor."""
    return Decision(act, page, text, "So it is.", "editors", note)


@pytest.mark.parametrize(
    ("page", "text", "note", "there"),
    [
        ("1", "old lamp", "", "old lamp"),
        ("1", "town. The harbour", "", "town.1 The har-\nbour"),
        ("1", "was closed. The lamp was", "", "was closed.\n1 The lamp book.\n2\nThe lamp was"),
        ("1", "lamp", "1", "lamp"),
        ("2", "lamp", "", "lamp"),
    ],
)
def test_a_decision_is_anchored_by_page_and_words(page: str, text: str, note: str, there: str, reading: Reading) -> None:
    anchored, findings = Decisions(entries=(decision("keep", page, text, note),)).anchor(reading)
    assert not findings
    (found,) = anchored.of("keep")
    assert reading.source.text[found.start : found.end] == there


@pytest.mark.parametrize(
    ("page", "text", "note", "code", "said"),
    [
        ("1", "old lemp", "", "D001", "old lamp"),
        ("2", "lit", "", "D002", "2 times"),
        ("2", "old lamp", "", "D001", "does not occur"),
        ("9", "lamp", "", "D001", "page 9"),
        ("1", "lamp", "2", "D001", "note 2"),
    ],
)
def test_a_decision_that_is_astray_is_reported(
    page: str, text: str, note: str, code: str, said: str, reading: Reading
) -> None:
    _, findings = Decisions(entries=(decision("keep", page, text, note),)).anchor(reading)
    assert [finding.code for finding in findings] == [code]
    assert said in findings[0].message + findings[0].help


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (("keep", "old lamp"), ("correct", "lamp of"), ["D005"]),
        (("paragraph", "The old"), ("no-paragraph", "The old lamp"), ["D005"]),
        (("keep", "old lamp"), ("paragraph", "old lamp"), []),
        (("keep", "old"), ("keep", "lamp"), []),
    ],
)
def test_decisions_that_contradict_each_other(
    first: tuple[str, str], second: tuple[str, str], codes: list[str], reading: Reading
) -> None:
    entries = (decision(first[0], "1", first[1]), decision(second[0], "1", second[1]))
    _, findings = Decisions(entries=entries).anchor(reading)
    assert [finding.code for finding in findings] == codes


def test_a_contradiction_is_found_behind_a_decision_that_lies_inside_another(reading: Reading) -> None:
    entries = (
        decision("keep", "1", "The old lamp of the harbour town"),
        decision("keep", "1", "old"),
        decision("correct", "1", "town"),
    )
    _, findings = Decisions(entries=entries).anchor(reading)
    assert [finding.code for finding in findings] == ["D005", "D005"]


def test_decisions_about_the_same_words_in_text_and_note_are_told_apart(reading: Reading) -> None:
    text, note = decision("keep", "1", "lamp of"), decision("keep", "1", "lamp of", "1")
    assert text.id != note.id
    assert Decisions(entries=(text,)).anchor(reading)[0].unused([note.id])
