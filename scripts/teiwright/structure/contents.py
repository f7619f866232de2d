"""The list of contents: its heading and its entries, each with the page it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_PAGE = re.compile(r"(?:[\s.·…]+)(\d{1,4}|[ivxlc]+)$")
_SPACED = re.compile(r"\b(\w) (?=\w\b)")
_LONGEST_ENTRY = 5
"""How many lines one entry may run over; a longer stretch without a page number is no longer the list."""


def contents(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find the list of contents among the pages before the body, and its entries.

    The list begins with a heading such as CONTENTS (also letter-spaced) alone on its line; an entry ends with a page number
    and may run over several lines.
    """
    front = next((zone for zone in reading.of(Kind.ZONE) if zone["name"] == "front"), None)
    lines = [line for line in reading.body_lines() if front and front.start <= line.start < front.end]
    heads = [i for i, line in enumerate(lines) if _plain(reading.ink(line)) in edition.language.contents]
    if not heads:
        return
    head = lines[heads[-1]]
    yield Claim(Kind.HEAD, head.start, head.end, "contents", ("a word for contents, alone on its line",))
    entries = list(_entries(reading, lines[heads[-1] + 1 :]))
    for _, group in groupby(entries, key=lambda entry: reading.page_at(entry.start)):
        here = list(group)
        yield Claim(Kind.LIST, here[0].start, here[-1].end, "contents", (f"{len(here)} entries",))
    for n, entry in enumerate(entries, 1):
        yield entry
        why = ("what an entry of the contents names",)
        title, page = {"division": str(n)}, {"page": entry["page"]}
        yield Claim(Kind.REFERENCE, entry.start, int(entry["title-end"]), "contents", why, details=title)
        yield Claim(Kind.REFERENCE, int(entry["page-start"]), entry.end, "contents", why, details=page)


def _entries(reading: Reading, lines: Sequence[Line]) -> Iterator[Claim]:
    """The entries on the page of the heading and, as long as they name pages that the book has, on the pages after it."""
    printed = {page["n"] for page in reading.of(Kind.PAGE)}
    waiting = list[int]()
    for line in lines:
        here = reading.page_at(line.start) == reading.page_at(lines[0].start)
        waiting.append(line.start)
        match = _PAGE.search(reading.ink(line))
        if match and (here or match[1] in printed):
            details = {
                "page": match[1],
                "title-end": str(line.start + match.start()),
                "page-start": str(line.start + match.start(1)),
            }
            yield Claim(Kind.ENTRY, waiting[0], line.end, "contents", ("ends with a page number",), details=details)
            waiting.clear()
        elif match or len(waiting) == _LONGEST_ENTRY:
            return


def entry_title(reading: Reading, entry: Claim) -> str:
    """The title that an entry of the contents names."""
    return reading.view(entry.start, int(entry["title-end"])).text


def _plain(text: str) -> str:
    """A heading in lower case, without letter-spacing."""
    return _SPACED.sub(r"\1", text).lower().strip(" .:")
