"""The reading: the source and the claims made so far. It is what walks the corridor."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind, by_place
from teiwright.model.view import View, project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from teiwright.model.source import Line, Source

FLOW = (Kind.PAGE_NUMBER, Kind.RUNNING_HEAD, Kind.NOTE, Kind.NOTE_CALL, Kind.LINE_BREAK)
"""What is undone in a view of the running text: page furniture, notes and their calls, line ends."""

CORRECTED = (*FLOW, Kind.EMENDATION)
"""The same, with emendations applied."""

_VIEWED = frozenset({*CORRECTED, Kind.GLYPH})
"""The kinds of claim that change what a view shows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and the claims about it, by kind, each kind sorted by place.

    glyphs: the signs that are damaged throughout the source, with their readings; repaired: the source with them undone, a
    projection of the same length, so that its characters have the same places.
    """

    source: Source
    by_kind: Mapping[Kind, tuple[Claim, ...]] = field(default_factory=dict)
    glyphs: Mapping[str, str] = field(init=False)
    repaired: str = field(init=False, repr=False)
    _views: dict[tuple[int, int, tuple[Kind, ...]], View] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Collect the signs that are damaged throughout the source, and undo them, one for one."""
        glyphs = {c["sign"]: c["reading"] for c in self.of(Kind.GLYPH)}
        repaired = self.source.text
        for sign, reading in glyphs.items():
            repaired = repaired.replace(sign, reading)
        object.__setattr__(self, "glyphs", MappingProxyType(glyphs))
        object.__setattr__(self, "repaired", repaired)

    def with_claims(self, claims: Iterable[Claim]) -> Reading:
        """The same reading with more claims."""
        fresh: dict[Kind, list[Claim]] = {}
        for claim in claims:
            fresh.setdefault(claim.kind, []).append(claim)
        if not fresh:
            return self
        merged = dict(self.by_kind)
        for kind, added in fresh.items():
            merged[kind] = tuple(sorted((*merged.get(kind, ()), *added), key=by_place))
        kept = {} if _VIEWED & fresh.keys() else self._views  # else every view is as it was
        return replace(self, by_kind=MappingProxyType(merged), _views=kept)

    def of(self, *kinds: Kind) -> tuple[Claim, ...]:
        """The claims of these kinds, sorted by place, the enclosing one first."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], ())
        return tuple(sorted((c for kind in kinds for c in self.by_kind.get(kind, ())), key=by_place))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, sorted by place, the enclosing one first."""
        return self.of(*Kind)

    def within(self, kind: Kind, start: int, end: int) -> tuple[Claim, ...]:
        """The claims of a kind that begin in the source characters `start` to `end` (half-open)."""
        claims = self.by_kind.get(kind, ())
        return claims[bisect_left(claims, start, key=_start) : bisect_left(claims, end, key=_start)]

    def at(self, kind: Kind, position: int) -> Claim | None:
        """The last claim of a kind that begins at or before a source character and reaches beyond it."""
        claims = self.by_kind.get(kind, ())
        i = bisect_left(claims, position + 1, key=_start) - 1
        return claims[i] if i >= 0 and claims[i].end > position else None

    def page_at(self, position: int) -> str:
        """The number of the printed page on which a source character stands, or an empty string."""
        page = self.at(Kind.PAGE, position)
        return page["n"] if page else ""

    def ink(self, line: Line) -> str:
        """What is printed on a line, with damage undone; of the same length as in the source."""
        return self.repaired[line.start : line.end]

    def view(self, start: int = 0, end: int | None = None, undo: tuple[Kind, ...] = FLOW) -> View:
        """A view of a span in which the claims of the kinds `undo` give way to what they read as. It is made once."""
        stop = len(self.source.text) if end is None else end
        made = self._views.get((start, stop, undo))
        if made is None:
            claims = sorted((c for kind in undo for c in self.within(kind, start, stop)), key=by_place)
            changes = [(c.start, c.end, c.reads) for c in claims if c.reads is not None]
            made = self._views[start, stop, undo] = project(self.repaired, start, stop, changes)
        return made

    def note_view(self, note: Claim, undo: tuple[Kind, ...] = CORRECTED) -> View:
        """A view of a note's own text, without its label."""
        inside = tuple(kind for kind in undo if kind is not Kind.NOTE)
        return self.view(int(note["text-start"]), note.end, inside)

    def body_lines(self) -> tuple[Line, ...]:
        """The lines of the running text: all that are not page furniture and not in a note."""
        out = self.of(Kind.PAGE_NUMBER, Kind.RUNNING_HEAD, Kind.NOTE)
        lines, i = [], 0
        for line in self.source.inked:
            while i < len(out) and out[i].end <= line.start:
                i += 1
            if i == len(out) or line.start < out[i].start:
                lines.append(line)
        return tuple(lines)


def _start(claim: Claim) -> int:
    return claim.start
