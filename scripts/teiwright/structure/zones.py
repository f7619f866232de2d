"""Zones: front, body and back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


def zones(reading: Reading, _: Edition) -> Iterator[Claim | Finding]:
    """The body is what stands on the pages numbered in arabic figures; front and back are what precedes and follows.

    A book without page numbers is all body.
    """
    pages = reading.of(Kind.PAGE)
    numbered = [page for page in pages if page["n"].isdigit()] or list(pages)
    start, end = numbered[0].start, numbered[-1].end
    parts = (("front", 0, start), ("body", start, end), ("back", end, len(reading.source.text)))
    for name, first, last in parts:
        if any(first <= line.start < last for line in reading.source.inked):
            evidence = (f"pages {numbered[0]['n']} to {numbered[-1]['n']} are numbered",)
            yield Claim(Kind.ZONE, first, last, "zones", evidence, details={"name": name})
