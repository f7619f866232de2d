"""The cleaned text: what the engine reads, written out for a person to read, with its offset map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.model.claim import Kind
from teiwright.model.reading import FLOW

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_BLOCKS = (Kind.TITLE, Kind.IMPRINT, Kind.HEAD, Kind.SEPARATOR, Kind.ENTRY, Kind.PARAGRAPH, Kind.ITEM)


def clean(reading: Reading) -> tuple[bytes, bytes]:
    """The cleaned text and its map, both UTF-8.

    Words are whole, marks are repaired, page numbers are gone; slips stand. One block a line, a blank line between blocks;
    then the notes, each after its page and number. The map has one row for each stretch: where it begins in the cleaned
    text, its length, where it begins in the source and its length (characters, from 0), separated by tabs.
    """
    pieces: list[str] = []
    rows = ["clean\tlength\tsource\tsource length"]
    position = 0

    def add(text: str, view: View | None = None) -> None:
        nonlocal position
        if view:
            ends = (*view.offsets[1:], len(view.text))
            for start, end, (first, last) in zip(view.offsets, ends, view.spans, strict=True):
                rows.append(f"{position + start}\t{end - start}\t{first}\t{last - first}")
        pieces.append(text)
        position += len(text)

    for block in reading.of(*_BLOCKS):
        view = reading.view(block.start, block.end, FLOW)
        add(view.text, view)
        add("\n\n")
    for note in reading.of(Kind.NOTE):
        add(f"[p. {note['page']}, note {note['n']}] ")
        view = reading.note_view(note, FLOW)
        add(view.text, view)
        add("\n\n")
    return "".join(pieces).rstrip("\n").encode() + b"\n", ("\n".join(rows) + "\n").encode()
