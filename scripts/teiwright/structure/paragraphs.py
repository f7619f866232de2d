"""Paragraphs and lists: runs of lines, cut at the boundaries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import ENGINE, Claim, Kind
from teiwright.structure.runs import runs

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z])[.)]\s")


def paragraphs(reading: Reading, _: Edition) -> Iterator[Claim | Finding]:
    """Make a paragraph of the lines between two boundaries, and a list of paragraphs that count up from one.

    An item begins with (1), 1. or a), the next one with the next number; a single such paragraph is no list. No list runs
    over the edge of a block quotation.
    """
    breaks = {c.end: c for c in reading.of(Kind.BOUNDARY) if c["verdict"] == "break"}
    edges = {edge for c in reading.of(Kind.BLOCK_QUOTATION) for edge in (c.start, c.end)}
    for run in runs(reading):
        blocks: list[list[Line]] = []
        for line in run:
            cut = line.start in breaks or not blocks or blocks[-1][-1].end in edges
            if cut:
                blocks.append([])
            blocks[-1].append(line)
        yield from _blocks(reading, blocks, breaks, edges)


def _blocks(reading: Reading, blocks: list[list[Line]], breaks: dict[int, Claim], edges: set[int]) -> Iterator[Claim]:
    i = 0
    while i < len(blocks):
        items = _items(reading, blocks, i, edges)
        if len(items) > 1:
            span = blocks[i][0].start, blocks[i + len(items) - 1][-1].end
            yield Claim(Kind.LIST, *span, "paragraphs", (f"{len(items)} blocks numbered in order",))
        for block, n in zip(blocks[i:], items if len(items) > 1 else [""], strict=False):
            opening = breaks.get(block[0].start)
            evidence = opening.evidence if opening else ("opens a stretch of text",)
            certainty, who = (opening.certainty, opening.responsible) if opening else (1.0, ENGINE)
            other = opening.alternatives if opening else ()
            kind = Kind.ITEM if n else Kind.PARAGRAPH
            details = {"n": n} if n else {}
            if opening and opening.get("decision"):
                details["decision"] = opening["decision"]
            span = block[0].start, block[-1].end
            yield Claim(kind, *span, "paragraphs", evidence, certainty, responsible=who, details=details, alternatives=other)
            i += 1


def _items(reading: Reading, blocks: list[list[Line]], i: int, edges: set[int]) -> list[str]:
    """The numbers of consecutive blocks that count up from one, beginning with block `i`, up to a block quotation's edge."""
    numbers: list[str] = []
    while i + len(numbers) < len(blocks):
        at = i + len(numbers)
        if numbers and (blocks[at - 1][-1].end in edges or blocks[at][0].start in edges):
            break
        match = _NUMBERED.match(reading.ink(blocks[at][0]))
        due = (str(len(numbers) + 1), chr(ord("a") + len(numbers)))
        if not match or match[1] not in due:
            break
        numbers.append(match[1])
    return numbers
