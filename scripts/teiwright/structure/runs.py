"""Runs of text lines: what is cut into paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line


def runs(reading: Reading) -> list[list[Line]]:
    """The stretches of running text between heads, separators, title pages, contents and the ends of divisions."""
    taken = reading.of(Kind.HEAD, Kind.SEPARATOR, Kind.TITLE_PAGE, Kind.ENTRY)
    edges = sorted({edge for kind in (Kind.DIVISION, Kind.ZONE) for c in reading.of(kind) for edge in (c.start, c.end)})
    found: list[list[Line]] = [[]]
    i = j = 0
    for line in reading.body_lines():
        while i < len(taken) and taken[i].end <= line.start:
            i += 1
        inside = i < len(taken) and taken[i].start <= line.start
        crossed = j < len(edges) and edges[j] <= line.start
        while j < len(edges) and edges[j] <= line.start:
            j += 1
        if (inside or crossed) and found[-1]:
            found.append([])
        if not inside:
            found[-1].append(line)
    return [run for run in found if run]


def body_text(reading: Reading, all_runs: list[list[Line]]) -> tuple[str, ...]:
    """The lines of running text in the body, with damage undone: what the measure is taken from."""
    body = next(zone for zone in reading.of(Kind.ZONE) if zone["name"] == "body")
    return tuple(reading.ink(line) for run in all_runs for line in run if body.start <= line.start < body.end)
