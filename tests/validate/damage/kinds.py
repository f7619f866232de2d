"""Kinds of damage, and mutants: what a kind of damage makes of a sound edition, and what must be told of it.

A kind yields what it could do to an edition; which of it is done is drawn by lot. A lot depends on the seed and on what
stands at the place, so that a change of the edition elsewhere draws no other places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from textwrap import shorten

from teiwright.findings import Finding, Severity

from .edition import Edition
from .nodes import Edit

_LINE = re.compile("<(?:lb|fw|milestone)[ /]")

OF_THE_SOURCE = "V004"
"""The code that is told of a line of the book. It may be the line before the damage or the one after it, since the end of a
line may be what is lost. Every other code must be told on the very line of the document."""


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that a kind could do to an edition.

    edits: the changes, that at the damaged place first; told: code → where in the sound edition it may be told as well, or
    instead, if there is no telling it at the damaged place (`elsewhere`).
    """

    edits: Sequence[Edit]
    told: Mapping[str, Iterable[int]] = field(default_factory=dict)
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Mutant:
    """A damaged edition.

    text: all of it; expected: code → the lines on one of which it must be told, and one of the codes is enough; line, words:
    where the damage is in the sound edition.
    """

    kind: Kind
    edition: Edition
    text: str
    expected: Mapping[str, frozenset[int]]
    line: int
    words: str

    @property
    def data(self) -> bytes:
        """The bytes of the document."""
        return self.text.encode("utf-8", "surrogateescape")

    def is_told(self, findings: Iterable[Finding]) -> bool:
        """Whether one of the findings has a right code and a right line. Remarks do not count."""
        counting = (finding for finding in findings if finding.severity.reaches(Severity.WARNING))
        return any(finding.line in self.expected.get(finding.code, ()) for finding in counting)


Candidates = Callable[[Edition], Iterable[Damage]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage.

    codes: those of which one must be told; of_text: whether words of the book are damaged, so that only a source can tell;
    alone: whether the source is not laid beside the mutant; twin: whether the sound edition is validated before it.
    """

    name: str
    codes: tuple[str, ...]
    candidates: Candidates
    of_text: bool = False
    alone: bool = False
    twin: bool = False

    def mutants(self, edition: Edition) -> Iterator[Mutant]:
        """Yield mutants of an edition, as many as it asks for, or as there can be."""
        if self.of_text and edition.source is None:
            return
        drawn = list[tuple[bytes, int, Damage]]()
        same = Counter[str]()
        for number, damage in enumerate(self.candidates(edition)):
            context = edition.context(damage.edits[0])
            same[context] += 1
            about = f"{edition.seed} {edition.name} {self.name} {context} {same[context]}"
            drawn.append((sha256(about.encode()).digest(), number, damage))
        for _, _, damage in sorted(drawn, key=lambda one: one[:2])[: edition.many]:
            yield self._done(edition, damage)

    def _done(self, edition: Edition, damage: Damage) -> Mutant:
        text, places = _edited(edition.text, damage)

        begun = [line.start() for line in _LINE.finditer(text)]

        def lines(code: str, offsets: Iterable[int]) -> frozenset[int]:
            meant = list(offsets)
            for offset in meant[:] if code == OF_THE_SOURCE else ():
                own = bisect_right(begun, offset)
                meant += begun[max(0, own - 2) : own + 1]
            return frozenset(text.count("\n", 0, offset) + 1 for offset in meant)

        here = [] if damage.elsewhere else places[:1]
        expected = {code: lines(code, [*here, *(places[1 + i] for i in _of(damage, code))]) for code in self.codes}
        first = damage.edits[0]
        line = edition.text.count("\n", 0, first.start) + 1
        words = shorten(edition.context(first).replace("|", " "), 70, placeholder=" …")
        return Mutant(self, edition, text, expected, line, words)


def _of(damage: Damage, code: str) -> list[int]:
    """Which of the places that are told belong to a code."""
    codes = [one for one, offsets in damage.told.items() for _ in offsets]
    return [number for number, one in enumerate(codes) if one == code]


def _edited(text: str, damage: Damage) -> tuple[str, list[int]]:
    """The text with the changes, and where in it the damaged place is, and each place that is told."""
    pieces, end, moved = list[str](), 0, list[tuple[Edit, int]]()
    length = 0
    for edit in sorted(damage.edits):
        assert edit.start >= end, "two changes overlap"
        pieces += [text[end : edit.start], edit.new]
        length += edit.start - end
        moved.append((edit, length))
        length += len(edit.new)
        end = edit.end
    pieces.append(text[end:])

    def new(offset: int) -> int:
        by = 0
        for edit, start in moved:
            if edit.start <= offset < edit.end:
                return start
            if edit.end <= offset:
                by += len(edit.new) - (edit.end - edit.start)
        return offset + by

    first = damage.edits[0]
    blank = len(first.new) - len(first.new.lstrip())
    here = next(start for edit, start in moved if edit is first) + blank
    return "".join(pieces), [here, *(new(offset) for offsets in damage.told.values() for offset in offsets)]


KINDS: dict[str, Kind] = {}
"""Every kind, by name, in the order in which they are written."""


def kind(*codes: str, of_text: bool = False, alone: bool = False, twin: bool = False) -> Callable[[Candidates], Candidates]:
    """Make a function a kind of damage: its name tells what is done."""

    def enter(candidates: Candidates) -> Candidates:
        name = candidates.__name__.replace("_", " ")
        assert name not in KINDS, name
        KINDS[name] = Kind(name, codes, candidates, of_text, alone, twin)
        return candidates

    return enter
