"""Plain texts with their maps: where each stretch of a text is in the edition, on the printed page and in the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

HEADER = ("start", "end", "element", "page", "origin", "source_start", "source_end")
"""The columns of a map."""


class Row(NamedTuple):
    """A stretch of a plain text; characters are counted from 0, and an end is that of the character behind.

    start, end: in the plain text; element: the innermost element around it that has an id; page: as printed; origin: `text`,
    words of the book; `correction`, what is read for other words of the source; `supplied`, words of the editors; `call`,
    the call or label of a note as printed; `inserted`, what this form adds; source: start and end in the source, None
    where it has nothing for them, or is not known.
    """

    start: int
    end: int
    element: str
    page: str
    origin: str
    source: tuple[int, int] | None

    @property
    def even(self) -> bool:
        """Whether text and source advance together, character by character."""
        return self.source is not None and self.source[1] - self.source[0] == self.end - self.start


class Block(NamedTuple):
    """A block of a plain text: a paragraph, heading, item or stanza.

    start, end: in the text; id: its own, empty if it has none; element: the innermost element around it that has one.
    """

    start: int
    end: int
    id: str
    element: str


class Mark(NamedTuple):
    """What the markup says of a stretch of the text. start, end: as in a row; about: the attributes of the stream."""

    start: int
    end: int
    element: str
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text, the rows of its map, its blocks, and what is marked in it, the inner before the outer."""

    text: str
    rows: Sequence[Row]
    blocks: Sequence[Block] = ()
    marks: Sequence[Mark] = ()

    def files(self, path: str) -> Mapping[str, bytes]:
        """The text, and its map beside it."""
        return {path: self.text.encode("utf-8"), path.removesuffix(".txt") + ".tsv": self.map().encode("utf-8")}

    def map(self) -> str:
        """The map: a row for each stretch in which text and source advance together."""
        lines = ["\t".join(HEADER)]
        for start, end, element, page, origin, source in self.rows:
            begun, ended = source or ("", "")
            lines.append(f"{start}\t{end}\t{element}\t{' '.join(page.split())}\t{origin}\t{begun}\t{ended}")
        return "\n".join(lines) + "\n"

    def respaced(self, spaces: Iterable[tuple[int, str]]) -> Plain:
        """The same words with other white space at some places, in order: where one character is, and what becomes of it."""
        pieces, rows, at, grown = list[str](), list[Row](), 0, 0
        waiting = iter(self.rows)
        row = next(waiting, None)
        for place, space in spaces:
            while row and row.end <= place:
                rows.append(_moved(row, grown))
                row = next(waiting, None)
            if row and row.start < place:
                before, row = _cut(row, place)
                rows.append(_moved(before, grown))
            pieces += self.text[at:place], space
            at = place + 1
            grown += len(space) - 1
        while row:
            rows.append(_moved(row, grown))
            row = next(waiting, None)
        return Plain("".join(pieces) + self.text[at:], rows)


def _moved(row: Row, by: int) -> Row:
    return row._replace(start=row.start + by, end=row.end + by)


def _cut(row: Row, place: int) -> tuple[Row, Row]:
    """A row without the character at a place in it, in two."""
    before, behind = row.source, row.source
    if row.source and row.even:
        start, end = row.source
        before, behind = (start, start + place - row.start), (end - (row.end - place - 1), end)
    return row._replace(end=place, source=before), row._replace(start=place + 1, source=behind)
