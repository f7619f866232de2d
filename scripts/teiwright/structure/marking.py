"""Marking: how the source itself marks paragraphs — by blank lines, by indents, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line


def marking_of(reading: Reading, edition: Edition, all_runs: Sequence[Sequence[Line]]) -> str:
    """How the source marks paragraphs, as the profile says; else by blank lines or indents if one line in twenty has them.

    Where neither is so, it is by `measure`: only the fill of the last line tells.
    """
    if edition.profile.paragraphs:
        return edition.profile.paragraphs
    text, total, blank, indented = reading.source.text, 1, 0, 0
    for run in all_runs:
        for a, b in pairwise(run):
            total += 1
            blank += b.number - a.number > 1 and reading.page_at(a.start) == reading.page_at(b.start)
            indented += text[b.start - 2 : b.start] == "  " and text[a.start - 2 : a.start] != "  "
    if blank > total / 20:
        return "blank-line"
    return "indent" if indented > total / 20 else "measure"


def marked(reading: Reading, marking: str, a: Line, b: Line) -> bool:
    """Whether the source marks that a paragraph begins with line `b`, after line `a`."""
    if marking == "blank-line":
        return b.number - a.number > 1 and reading.page_at(a.start) == reading.page_at(b.start)
    return marking == "indent" and reading.source.text[b.start - 2 : b.start] == "  "


def quoting(edition: Edition, text: str, open_before: int = 0) -> int:
    """How many quotations in marks are open at the end of a text, of those open before it and of its own.

    Where the closing mark is also the opening one or the apostrophe, that cannot be counted, and none is.
    """
    opening, closing = edition.profile.open_mark, edition.profile.close_mark
    if opening == closing or closing in "’'":
        return 0
    return max(0, open_before + text.count(opening) - text.count(closing))
