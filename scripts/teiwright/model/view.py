"""Views: a projection of the source with an offset map back to it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class View:
    """A text made from a span of the source by substitutions, and the map back.

    text: what a rule reads. Each segment of it begins at `offsets[i]` (characters of the view) and stands for the source
    characters `spans[i]`; it is either taken over one for one or put in their place (`verbatim[i]`).
    """

    text: str
    offsets: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    verbatim: tuple[bool, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source characters for the view's characters `start` to `end` (half-open, at least one)."""
        return self._first(start), self._last(end - 1)

    def point(self, offset: int) -> int:
        """The source character at which the view's character `offset` begins; at the end, where the last one ends."""
        return self._first(offset) if offset < len(self.text) else self._last(offset - 1)

    def offset(self, position: int) -> int:
        """Where in the view the source character `position` stands (or the first one after it that is shown)."""
        i = bisect_right(self.spans, position, key=_end)
        if i == len(self.spans):
            return len(self.text)
        return self.offsets[i] + (max(0, position - self.spans[i][0]) if self.verbatim[i] else 0)

    def _first(self, offset: int) -> int:
        i = bisect_right(self.offsets, offset) - 1
        return self.spans[i][0] + (offset - self.offsets[i] if self.verbatim[i] else 0)

    def _last(self, offset: int) -> int:
        i = bisect_right(self.offsets, offset) - 1
        first, last = self.spans[i]
        return first + offset - self.offsets[i] + 1 if self.verbatim[i] else last


def _end(span: tuple[int, int]) -> int:
    return span[1]


def project(
    text: str,
    start: int,
    end: int,
    substitutions: Iterable[tuple[int, int, str]],
) -> View:
    """Make a view of `text[start:end]`.

    substitutions: (start, end, reading), sorted by start; one that lies inside an earlier one is passed over, as is one
    that is not wholly inside the span. glyphs: damaged signs and their readings, of equal length, undone everywhere.
    """
    offsets: list[int] = []
    spans: list[tuple[int, int]] = []
    verbatim: list[bool] = []
    pieces: list[str] = []
    length = 0

    def add(piece: str, first: int, last: int, same: bool) -> None:
        nonlocal length
        if piece:
            offsets.append(length)
            spans.append((first, last))
            verbatim.append(same)
            pieces.append(piece)
            length += len(piece)

    position = start
    for first, last, reading in substitutions:
        if first < position or last > end:
            continue
        add(text[position:first], position, first, True)
        add(reading, first, last, False)
        position = last
    add(text[position:end], position, end, True)
    return View("".join(pieces), tuple(offsets), tuple(spans), tuple(verbatim))
