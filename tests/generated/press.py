"""The press and the digitiser: set lines become numbered pages with notes at their foot, and then a file of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from .plans import Plan
from .signs import PERSON, QUOTE, calls_in, unmarked
from .typesetter import Set

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed and digitised.

    text: as it stands in the file, with signs; meets: how it meets the next line of its block, `space`, `soft` (its hyphen
    stands in the text and only divides), `none` (the word goes on) or `end`; block: the number of its block, below
    zero for that of a note; first: whether it opens its block.
    """

    text: str
    meets: str
    block: int
    first: bool = False


@dataclass(slots=True)
class Page:
    """A page: its number, its lines, and the notes at its foot with their numbers and lines."""

    number: int
    lines: list[Printed] = field(default_factory=list)
    notes: list[tuple[int, int, list[Printed]]] = field(default_factory=list)


def pages_of(blocks: Sequence[tuple[str, list[Set]]], notes: Sequence[list[Set]], plan: Plan) -> list[Page]:
    """Make up the pages: each note stands at the foot of the page that has its call, and a head is not left alone.

    blocks: the kind and the lines of each block.
    """
    pages, used, number = [Page(plan.first)], 0, 0
    for at, (kind, lines) in enumerate(blocks):
        for i, line in enumerate(lines):
            called = calls_in(line.text)
            need = 1 + sum(len(notes[note]) for note in called) + 3 * (kind == "h" and i == 0)
            if used + need > plan.depth and pages[-1].lines:
                pages.append(Page(pages[-1].number + 1))
                used, number = 0, 0 if plan.per_page else number
            pages[-1].lines.append(Printed(line.text, line.meets, at, i == 0))
            used += need
            for note in called:
                number += 1
                foot = [Printed(x.text, x.meets, -1 - note, j == 0) for j, x in enumerate(notes[note])]
                pages[-1].notes.append((number, note, foot))
    return pages


def digitised(pages: Sequence[Page], plan: Plan, chance: Random) -> None:
    """Make of the divided words what the digitiser made of them, in the lines of the pages and of their notes.

    A word is cut without a hyphen only where the book has it whole on some line. Elsewhere nothing but a list of words could
    tell `light` and `house` at a page end from `lighthouse`; such books are not made.
    """
    for page in pages:
        _digitise(page.lines, plan.divided, chance)
        for _, _, foot in page.notes:
            _digitise(foot, plan.divided, chance)
    whole = {word for _, _, text in flow(pages) for word in _WORD.findall(unmarked(text).lower())}
    for page, following in pairwise(pages):
        ends = [page.lines[-1], following.lines[0]]
        word = _WORD.match(unmarked(ends[0].text.rsplit(" ", 1)[-1] + ends[1].text).lower())
        lost = plan.over == "cut" and (not word or word[0] not in whole)
        _digitise(ends, "kept" if lost else plan.over, chance)
        page.lines[-1], following.lines[0] = ends


def _digitise(lines: list[Printed], how: str, chance: Random) -> None:
    """A divided word is kept with its hyphen, pulled up whole, or, over a page, cut with its hyphen lost."""
    for i in range(len(lines) - 1):
        a, b = lines[i], lines[i + 1]
        if a.block != b.block or a.meets in ("space", "end"):
            continue
        way = chance.choice(("kept", "joined")) if how == "mixed" else how
        tail, _, rest = b.text.partition(" ")
        whole = rest and not calls_in(tail) and not re.search(f"[{PERSON}{QUOTE}]", tail)
        if way == "joined" and whole and a.meets != "dash":
            lines[i] = replace(a, text=a.text.removesuffix("-") + tail, meets="space")
            lines[i + 1] = replace(b, text=rest)
        elif a.meets == "soft" and way != "cut":
            lines[i] = replace(a, text=a.text + "-")
        else:
            lines[i] = replace(a, meets="none")


def flow(pages: Sequence[Page]) -> Iterator[tuple[int, int, str]]:
    """The running text as a reader sees it: for each line its page, its block and its text with what joins it on."""
    for page in pages:
        for line in page.lines:
            yield page.number, line.block, joined(line)


def joined(line: Printed) -> str:
    """The text of a line with what joins it to the next: a space, or nothing where a word goes on."""
    if line.meets == "soft":
        return line.text.removesuffix("-")
    return line.text + " " * (line.meets in ("space", "end"))
