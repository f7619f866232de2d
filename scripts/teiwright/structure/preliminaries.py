"""What stands on the unnumbered pages before and after the body: title pages, imprints, notices, colophons."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_TITLE_PAGES = {"cover", "half-title", "title-page"}
_YEAR = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b")


def preliminaries(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Give each unnumbered page its kind, and a title page its title and imprint (Guidelines, 4.6).

    The kind is what the profile says; else a page in capitals that names a publisher is a title page, a page with the list
    of contents is that, and any other is a notice (before the body) or a colophon (after it).
    """
    lines = reading.body_lines()
    starts = [line.start for line in lines]
    for page in reading.of(Kind.PAGE):
        zone = reading.at(Kind.ZONE, page.start)
        own = lines[bisect_left(starts, page.start) : bisect_left(starts, page.end)]
        if zone is None or zone["name"] == "body" or not own:
            continue
        heads = reading.within(Kind.HEAD, page.start, page.end)
        above = [line for line in own if heads and line.start < heads[0].start]
        if above:
            yield from _part(reading, edition, page, above, heads[0].start, zone["name"])
        yield from _part(reading, edition, page, own[len(above) :], page.end, zone["name"])


def _part(reading: Reading, edition: Edition, page: Claim, own: Sequence[Line], end: int, zone: str) -> Iterator[Claim]:
    """The claims for a whole page, or for what stands above or below the head of the contents on it."""
    entries = reading.within(Kind.ENTRY, own[0].start, end)
    kind, evidence = _kind(reading, edition, page, own, zone)
    if kind in _TITLE_PAGES and not entries:
        yield from _title_page(reading, edition, own, kind, evidence)
        return
    stop = entries[-1].end if entries else end
    yield _division(own[0].start, stop, "contents" if entries else kind, evidence)
    rest = [line for line in own if line.start > stop]
    if rest:
        yield _division(rest[0].start, end, "notice" if kind == "contents" else kind, evidence)


def _kind(reading: Reading, edition: Edition, page: Claim, own: Sequence[Line], zone: str) -> tuple[str, tuple[str, ...]]:
    if reading.within(Kind.ENTRY, own[0].start, own[-1].end):
        return "contents", ("has the list of contents",)
    stated = edition.profile.front.get(page["n"])
    if stated:
        return stated, ("stated in the profile",)
    texts = [reading.ink(line) for line in own]
    if all(text == text.upper() for text in texts) and any(edition.language.publishers.search(text) for text in texts):
        return "title-page", ("capitals throughout, and a publisher",)
    return ("notice" if zone == "front" else "colophon"), (f"an unnumbered page in the {zone}",)


def _division(start: int, end: int, kind: str, evidence: tuple[str, ...]) -> Claim:
    return Claim(Kind.DIVISION, start, end, "preliminaries", evidence, details={"n": "", "type": kind, "level": "1"})


def _title_page(
    reading: Reading, edition: Edition, own: Sequence[Line], kind: str, evidence: tuple[str, ...]
) -> Iterator[Claim]:
    yield Claim(Kind.TITLE_PAGE, own[0].start, own[-1].end, "preliminaries", evidence, details={"type": kind})
    publishers = [i for i, line in enumerate(own) if edition.language.publishers.search(reading.ink(line))]
    first = publishers[0] if publishers else len(own)
    if first:
        yield Claim(Kind.TITLE, own[0].start, own[first - 1].end, "preliminaries", ("what stands above the imprint",))
    if first == len(own):
        return
    yield Claim(Kind.IMPRINT, own[first].start, own[-1].end, "preliminaries", ("begins with the publisher",))
    yield Claim(Kind.PUBLISHER, own[first].start, own[first].end, "preliminaries", ("a publisher's word",))
    for line in own[first + 1 :]:
        year = _YEAR.search(reading.ink(line))
        place_end = line.start + len(reading.ink(line)[: year.start()].rstrip(" ,")) if year else line.end
        if place_end > line.start:
            yield Claim(Kind.PLACE, line.start, place_end, "preliminaries", ("stands below the publisher",), 0.9)
        if year:
            span = line.start + year.start(), line.start + year.end()
            yield Claim(Kind.DATE, *span, "preliminaries", ("a year in the imprint",), details={"when": year[0]})
