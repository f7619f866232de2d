"""Damage to the words of the book: lost, changed, moved, and characters that no book has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Candidates, Damage, kind
from .nodes import Edit, Node

_WORD = r"[^\W\d_]{2,}"
_LINE = re.compile(r"(?<=<lb/>)([^<]+)\n<lb/>([^<]+)(?=\n<lb/>)")
_SENTENCE = re.compile(r"(?<=[.?!])(?:\s|<lb/>)+[A-Z](?:[^<.?!]|<lb/>)*[.?!](?!\w)")


@kind("V004", of_text=True)
def a_letter_is_lost(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, _ in edition.find(_WORD):
        at = edition.lot(start).randrange(start, end)
        yield Damage([Edit(at, at + 1, "")])


@kind("V004", of_text=True)
def a_letter_becomes_another(edition: Edition) -> Iterator[Damage]:
    for word, start, end, _, _ in edition.find(_WORD):
        lot = edition.lot(start)
        at = lot.randrange(start, end)
        others = sorted(set("abcdefghijklmnopqrstuvwxyz") - {word[at - start]})
        yield Damage([Edit(at, at + 1, lot.choice(others))])


@kind("V004", of_text=True)
def a_letter_becomes_one_of_another_script(edition: Edition) -> Iterator[Damage]:
    for letter, start, end, _, _ in edition.find("[aeopcxy]"):
        yield Damage([Edit(start, end, dict(zip("aeopcxy", "аеорсху", strict=True))[letter])])


@kind("V004", of_text=True)
def two_letters_are_exchanged(edition: Edition) -> Iterator[Damage]:
    for word, start, end, _, _ in edition.find(_WORD):
        at = edition.lot(start).randrange(start, end - 1)
        first, second = word[at - start], word[at - start + 1]
        if first != second:
            yield Damage([Edit(at, at + 2, second + first)])


@kind("V004", of_text=True)
def a_figure_becomes_another(edition: Edition) -> Iterator[Damage]:
    for figure, start, end, node, _ in edition.find("[0-9]"):
        if node.name != "fw":
            yield Damage([Edit(start, end, str((int(figure) + edition.lot(start).randrange(1, 10)) % 10))])


@kind("V004", of_text=True)
def a_word_is_lost(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, _ in edition.find(rf"{_WORD} "):
        yield Damage([Edit(start, end, "")])


@kind("V004", of_text=True, alone=True)
def a_word_is_lost_and_no_source_lies_beside(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, _ in edition.find(rf"{_WORD} "):
        yield Damage([Edit(start, end, "")], {"V004": [one.start for one in edition.all("idno")]}, elsewhere=True)


@kind("V004", of_text=True)
def a_word_stands_twice(edition: Edition) -> Iterator[Damage]:
    for word, _, end, _, _ in edition.find(_WORD):
        yield Damage([Edit(end, end, " " + word)])


@kind("V004", of_text=True)
def two_words_are_exchanged(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, (first, second) in edition.find(rf"({_WORD}) ({_WORD})"):
        if first != second:
            yield Damage([Edit(start, end, f"{second} {first}")])


@kind("V004", of_text=True)
def two_words_are_joined(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, _ in edition.find(r"(?<=\w) (?=\w)"):
        yield Damage([Edit(start, end, "")])


@kind("V004", of_text=True)
def a_word_is_split(edition: Edition) -> Iterator[Damage]:
    for _, start, end, _, _ in edition.find(_WORD):
        at = edition.lot(start).randrange(start + 1, end)
        yield Damage([Edit(at, at, " ")])


@kind("V004", of_text=True)
def a_sentence_is_lost(edition: Edition) -> Iterator[Damage]:
    for sentence in _SENTENCE.finditer(edition.text, edition.text.index("<text>")):
        yield Damage([Edit(*sentence.span(), "")])


@kind("V004", of_text=True)
def a_line_is_lost(edition: Edition) -> Iterator[Damage]:
    for line in _LINE.finditer(edition.text):
        yield Damage([Edit(line.start(), line.start(2), "")])


@kind("V004", of_text=True)
def a_line_stands_twice(edition: Edition) -> Iterator[Damage]:
    for line in _LINE.finditer(edition.text):
        yield Damage([Edit(line.end(1), line.end(1), f"\n<lb/>{line[1]}")])


@kind("V004", of_text=True)
def two_lines_are_exchanged(edition: Edition) -> Iterator[Damage]:
    for line in _LINE.finditer(edition.text):
        yield Damage([Edit(*line.span(), f"{line[2]}\n<lb/>{line[1]}")])


@kind("V004", of_text=True)
def a_word_moves_to_the_next_line(edition: Edition) -> Iterator[Damage]:
    for word in re.finditer(r" ([^\s<>]+)\n<lb/>(?=\w)", edition.text):
        yield Damage([Edit(*word.span(), f"\n<lb/>{word[1]} ")])


@kind("V004", of_text=True)
def the_beginning_of_a_line_is_lost(edition: Edition) -> Iterator[Damage]:
    unmarked = [f"#{one.get(ID)}" for one in edition.all("rendition") if edition.content(one) == "none"]
    pages = [page.start for page in edition.printed("pb")] + [len(edition.text)]
    for line in edition.printed("lb"):
        is_first_of_note = line.parent is not None and line.parent.name == "note" and line.parent.inside == line.start
        foot = next(page for page in pages if page > line.start) if is_first_of_note else line.start
        if line.get("rendition") not in unmarked:  # with no line before it in the source, it cannot be missed there
            yield Damage([line.cut()], {"V004": [edition.text.rindex("<lb", 0, foot + 3)]})


@kind("V004", of_text=True)
def a_line_begins_where_none_does(edition: Edition) -> Iterator[Damage]:
    for _, start, end, node, _ in edition.find(r"(?<=\w) (?=\w)"):
        if not node.within("choice", "fw"):
            yield Damage([Edit(start, end, "\n<lb/>")])


def _paragraphs(edition: Edition) -> list[Node]:
    return [one for one in edition.printed("p") if not one.within("note")]


@kind("V004", of_text=True)
def a_paragraph_is_lost(edition: Edition) -> Iterator[Damage]:
    for one in _paragraphs(edition):
        yield Damage([one.cut()])


@kind("V004", of_text=True)
def a_paragraph_stands_twice(edition: Edition) -> Iterator[Damage]:
    for one in _paragraphs(edition):
        again = re.sub(r'(xml:id|next|prev)="(#?)([^"]*)"', r'\1="\2\3z"', edition.whole(one)).replace(
            one.get(ID) + "z", one.get(ID) + "a", 1
        )
        yield Damage([one.after(again)])


@kind("V004", of_text=True)
def two_paragraphs_are_exchanged(edition: Edition) -> Iterator[Damage]:
    for one, other in pairwise(_paragraphs(edition)):
        if one.parent is other.parent:
            yield Damage([Edit(one.start, one.end, edition.whole(other)), Edit(other.start, other.end, edition.whole(one))])


def _put_in(signs: str, what: str) -> Candidates:
    """A kind that puts one of some characters into a word."""

    def candidates(edition: Edition) -> Iterator[Damage]:
        for _, start, end, _, _ in edition.find(_WORD):
            lot = edition.lot(start, what)
            at = lot.randrange(start + 1, end)
            yield Damage([Edit(at, at, lot.choice(signs))])

    candidates.__name__ = f"a_word_has_{what}"
    return candidates


for _signs, _what in (
    ("\u00ad", "a_soft_hyphen"),
    ("\u0080\u0085\u0096\u009f\u007f", "a_control_character"),
    ("\ue000\uf0b7\uf8ff\U000f0000", "a_character_for_private_use"),
    ("\ufffd", "a_character_that_was_not_decoded"),
    ("\u200b\u200e\u200f\u2028\u202e\u2060\u2066\ufeff", "an_invisible_character"),
):
    kind("V114")(_put_in(_signs, _what))
