"""Damage to notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Node


def _numbered(edition: Edition) -> list[Node]:
    return [note for note in edition.printed("note") if note.get("n") and note.get("place")]


@kind("V004", "V306", of_text=True)
def a_note_is_lost(edition: Edition) -> Iterator[Damage]:
    notes = _numbered(edition)
    for note, later in zip(notes, [*notes[1:], None], strict=True):
        yield Damage([note.cut()], {"V306": [later.start] if later else []})


@kind("V306", "V108")
def two_notes_exchange_their_numbers(edition: Edition) -> Iterator[Damage]:
    notes = _numbered(edition)
    for first, second in pairwise(notes):
        if first.get("n") != second.get("n"):
            yield Damage([first.put("n", second.get("n")), second.put("n", first.get("n"))])


@kind("V306")
def a_note_gets_the_next_number_everywhere(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        number = int(note.get("n"))
        identifier = note.get(ID).removesuffix(str(number)) + str(number + 1)
        if identifier not in edition.by_id:
            yield Damage([note.put("n", str(number + 1)), *edition.renamed(note, identifier)])


@kind("V304")
def a_note_loses_its_number(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        yield Damage([note.drop("n")])


@kind("V308")
def a_note_loses_its_place(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        yield Damage([note.drop("place")])


@kind("V305")
def a_note_falls_into_the_one_before(edition: Edition) -> Iterator[Damage]:
    notes = _numbered(edition)
    for first, second in pairwise(notes):
        yield Damage([first.append(edition.whole(second)), second.cut()])


@kind("V305")
def a_note_is_begun_within_a_note(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        inner = f'<note xml:id="{note.get(ID)}a" n="1" place="bottom"><lb/>See above.</note>'
        yield Damage([note.append(inner)])


@kind("V307")
def a_second_call_repeats_the_words(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        words = re.sub(r' xml:id="[^"]*"', "", edition.content(note))
        yield Damage([note.after(f'<note sameAs="#{note.get(ID)}">{words}</note>')])


@kind("V209")
def a_second_call_is_that_of_no_note(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        wrong = edition.lot(note.start).choice([one for one in edition.printed() if one.get(ID) and one.name != "note"])
        yield Damage([note.after(f'<note sameAs="#{wrong.get(ID)}"/>')])


@kind("V102")
def words_stand_loose_beside_the_paragraphs_of_a_note(edition: Edition) -> Iterator[Damage]:
    for note in _numbered(edition):
        identifier = note.get(ID)
        yield Damage([note.fill(f'See <p xml:id="{identifier}-p01">{edition.content(note)}</p>')])
