"""Marks: what stands between the lines of the source — line and page beginnings, page furniture, note calls, hyphens."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from teiwright.encode.elements import BLOCKS
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line


class Sort(IntEnum):
    """The sorts of mark; at one place they are written in this order."""

    GAP = 0
    PAGE = 1
    FURNITURE = 2
    LINE = 3
    LABEL = 4
    CALL = 5
    HYPHEN = 6
    END = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its span of the source (characters), what it is, the claim behind it, the line end before it, how it joins.

    gap: the characters of the source between the ink before and the ink of this line; join: as the line-break claim says.
    """

    start: int
    end: int
    sort: Sort
    claim: Claim | None = None
    gap: str = ""
    join: str = "space"


def flow_marks(reading: Reading) -> tuple[Mark, ...]:
    """The marks of the running text, sorted by place."""
    source, lines = reading.source, reading.body_lines()
    blocks = frozenset(c.start for c in reading.of(*BLOCKS))
    marks = _line_marks(reading, lines, 0, blocks)
    breaks = tuple(c for c in reading.of(Kind.LINE_BREAK) if not reading.at(Kind.NOTE, c.start))
    for c in reading.of(Kind.PAGE):
        marks.append(Mark(c.start, c.start, Sort.PAGE, c, join=_join_over(breaks, c.start, blocks)))
    for c in reading.of(Kind.PAGE_NUMBER, Kind.RUNNING_HEAD):
        gap = source.gap(source.line_at(c.start))
        marks.append(Mark(c.start, c.end, Sort.FURNITURE, c, gap, _join_over(breaks, c.start, blocks)))
    marks += [Mark(c.start, c.end, Sort.CALL, c) for c in reading.of(Kind.NOTE_CALL)]
    size = len(source.text)
    marks.append(Mark(lines[-1].end if lines else 0, size, Sort.GAP))
    marks.append(Mark(size, size, Sort.END, gap=source.text[source.inked[-1].end :]))
    return tuple(sorted(marks, key=_place))


def note_marks(reading: Reading, note: Claim) -> tuple[Mark, ...]:
    """The marks inside a note, sorted by place: its lines, and the label that the call repeats."""
    lines = reading.source.inked_between(note.start, note.end)
    marks = _line_marks(reading, lines, note.start)
    marks.append(Mark(note.start, int(note["text-start"]), Sort.LABEL, note))
    return tuple(sorted(marks, key=_place))


def line_ends(reading: Reading) -> tuple[Mapping[str, Counter[str]], str]:
    """How often each line end stands before a text line (`lb`) and before page furniture (`fw`); and what ends the file."""
    source = reading.source
    furniture = {c.start for c in reading.of(Kind.PAGE_NUMBER, Kind.RUNNING_HEAD)}
    counts: dict[str, Counter[str]] = {"lb": Counter(), "fw": Counter()}
    for line in source.inked:
        counts["fw" if line.start in furniture else "lb"][source.gap(line)] += 1
    return counts, source.text[source.inked[-1].end :]


def _line_marks(reading: Reading, lines: Sequence[Line], start: int, blocks: Collection[int] = ()) -> list[Mark]:
    breaks = {c.end: c for c in reading.within(Kind.LINE_BREAK, start, lines[-1].end)} if lines else {}
    marks, end = [], start
    for line in lines:
        claim = breaks.get(line.start)
        join = _join(claim, blocks)
        if end < line.start:
            marks.append(Mark(end, line.start, Sort.GAP, claim, join=join))
        marks.append(Mark(line.start, line.start, Sort.LINE, claim, reading.source.gap(line), join))
        if claim and join == "soft":
            marks.append(Mark(claim.start, end, Sort.HYPHEN, claim))
        end = line.end
    return marks


def _join_over(breaks: Sequence[Claim], position: int, blocks: Collection[int]) -> str:
    """How the lines of the running text before and after a place between them join, whatever notes stand there."""
    i = bisect_right(breaks, position, key=lambda c: c.start) - 1
    return _join(breaks[i] if i >= 0 and breaks[i].end >= position else None, blocks)


def _join(claim: Claim | None, blocks: Collection[int]) -> str:
    """How two lines join: as the line-break claim says, but no word goes on from one block into the next."""
    return claim["join"] if claim and claim.end not in blocks else "space"


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.sort
