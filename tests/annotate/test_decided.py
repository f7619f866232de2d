"""Decisions about names and slips: what they confirm, and what they do not touch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from teiwright import capture, layout
from teiwright.language import load_language
from teiwright.model.authority import Entry
from teiwright.model.claim import Kind
from teiwright.model.decisions import Decision, Decisions
from teiwright.model.edition import Edition
from teiwright.model.profile import Profile
from teiwright.model.reading import Reading
from teiwright.pipeline import READING_ROOMS

ENTRIES = (Entry(Kind.PERSON, "marr", ("Ada Marr", "Marr")), Entry(Kind.PERSON, "quill", ("Quill",)))


def read(text: str, *decisions: Decision) -> Reading:
    """The reading of a source with some decisions."""
    edition = Edition("book", Profile(), load_language("en"), ENTRIES, Decisions(entries=decisions))
    reading = Reading(capture.capture(text.encode(), "source.txt"))
    for room in READING_ROOMS:
        reading, _ = room.enter(reading, edition)
        if room is layout.ROOM:
            decided, findings = edition.decisions.anchor(reading)
            assert not findings
            edition = replace(edition, decisions=decided)
    return reading


def decision(act: str, text: str, value: str = "", note: str = "") -> Decision:
    """A decision about page 1."""
    return Decision(act, "1", text, "So it is.", "editors", note, value)


@pytest.mark.parametrize("text", ["Ada Marr", "Captain Ada Marr"])
def test_a_name_that_is_confirmed_keeps_its_form_of_address(text: str) -> None:
    source = "1\nIt was Captain Ada Marr who came.\n2\nSo it was.\n"
    plain, decided = read(source), read(source, decision("name", text, "marr"))
    for kind in (Kind.PERSON, Kind.ROLE):
        assert [(c.start, c.end) for c in decided.of(kind)] == [(c.start, c.end) for c in plain.of(kind)]
    (person,) = decided.of(Kind.PERSON)
    assert (person.responsible, person["ref"]) == ("editors", "marr")


def test_a_name_that_is_decided_otherwise_is_what_the_editor_says() -> None:
    decided = read("1\nIt was Captain Ada Marr who came.\n2\nSo it was.\n", decision("name", "Ada Marr", "quill"))
    assert [(c["ref"], c.responsible) for c in decided.of(Kind.PERSON)] == [("quill", "editors")]


def test_a_decision_about_words_over_a_page_end_does_not_touch_the_notes_between_them() -> None:
    source = "1\nThe lamp.1 It was Ada\n1 Quill kept the lamp~ of it.\n2\nMarr who came.\n3\nSo it was.\n"
    decided = read(source, decision("name", "Ada Marr", "marr"), decision("keep", "It was Ada Marr who"))
    assert [c["ref"] for c in decided.of(Kind.PERSON)] == ["marr", "quill"]
    assert [c.reads for c in decided.of(Kind.EMENDATION)] == ["lamp"]


def test_a_decision_about_a_name_in_a_note_is_claimed_once() -> None:
    source = "1\nThe lamp.1 It was lit by hand and\n1 Quill kept it.\n2\nput out at dawn.\n3\nSo it was.\n"
    decided = read(source, decision("name", "Quill", "marr", note="1"))
    assert [(c["ref"], c.responsible) for c in decided.of(Kind.PERSON)] == [("marr", "editors")]
