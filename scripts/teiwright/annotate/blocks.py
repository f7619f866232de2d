"""The texts that phrase-level rules read: one view for each block, and for each note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind
from teiwright.model.reading import CORRECTED

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

BLOCKS = (Kind.TITLE, Kind.IMPRINT, Kind.HEAD, Kind.ENTRY, Kind.PARAGRAPH, Kind.ITEM)


def blocks(reading: Reading, undo: tuple[Kind, ...] = CORRECTED) -> Iterator[tuple[Claim, View]]:
    """Each block of the text with its view, in order; then each note with the view of its own text."""
    for block in reading.of(*BLOCKS):
        yield block, reading.view(block.start, block.end, undo)
    for note in reading.of(Kind.NOTE):
        yield note, reading.note_view(note, undo)
