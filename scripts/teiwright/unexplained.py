"""The editor's work list: names in the text that no authority entry explains, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from teiwright.model.claim import Claim
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_WORD = r"[A-ZÀ-Þ](?:\.|(?:[\w’'-]|\.(?=\w))*)"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|the|and|for|de|von|van)\s){{0,2}}{_WORD})*")
_OPENS = re.compile(r"(?:^|[.?!:;]|[“‘(—])\W*$")
_EXPLAINED = (Kind.ROLE, Kind.TIME, Kind.CITATION, Kind.PUBLISHER, Kind.PLACE, Kind.DATE, Kind.REJECTED)
"""Kinds of claim, beside mentions, that say what capitals stand for; what an editor rejected has been looked at."""

_AROUND = 40
"""How much of the text is shown on either side, in characters."""


def unexplained(reading: Reading, edition: Edition) -> bytes:
    """A table in UTF-8, columns parted by tabs: the name, how often it stands, its first page, and its first context.

    A name is a run of words with capitals, together with the small words between them, no part of which is in a mention, a
    date or a title. A capital that merely opens a sentence counts only if the same word has one elsewhere as well.
    """
    seen: dict[str, list[tuple[str, str]]] = {}
    for name, page, context in _names(reading, edition):
        seen.setdefault(name, []).append((page, context))
    rows = sorted(seen.items(), key=lambda item: (-len(item[1]), item[0]))
    lines = [f"{name}\t{len(places)}\t{places[0][0]}\t{places[0][1]}" for name, places in rows]
    return ("\n".join(["name\tcount\tpage\tcontext", *lines]) + "\n").encode()


def _names(reading: Reading, edition: Edition) -> Iterator[tuple[str, str, str]]:
    explained = (*AUTHORITIES, *_EXPLAINED)
    usual = edition.language.function_words | {word.lower() for word in edition.language.calendar}
    for block, view in blocks(reading):
        if block.kind in (Kind.HEAD, Kind.TITLE, Kind.IMPRINT, Kind.ENTRY):
            continue
        covered = [view_span for kind in explained for view_span in _covered(reading, kind, block, view)]
        for match in _NAME.finditer(view.text):
            start, end = match.span()
            if _OPENS.search(view.text[:start]):
                first = re.match(r"\S+\s*", match[0])
                start += first.end() if first else 0
            name = view.text[start:end].strip(" .,’'")
            if not name or name.lower() in usual or any(a < end and start < b for a, b in covered):
                continue
            context = view.text[max(0, start - _AROUND) : end + _AROUND]
            yield name, reading.page_at(view.span(start, end)[0]), " ".join(context.split())


def _covered(reading: Reading, kind: Kind, block: Claim, view: View) -> Iterator[tuple[int, int]]:
    for claim in reading.within(kind, block.start, block.end):
        yield view.offset(claim.start), view.offset(claim.end)
