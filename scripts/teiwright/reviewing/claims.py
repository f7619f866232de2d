"""The claims that an editor can weigh, each with its words and those around them, its lines, and what can be decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import Decision, Decisions, page_view
from teiwright.model.reading import FLOW
from teiwright.reviewing.offers import Offer, Passage, offers

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_ALWAYS = {Kind.BOUNDARY, Kind.BLOCK_QUOTATION, Kind.QUOTATION, Kind.EMENDATION, Kind.REJECTED, *AUTHORITIES, Kind.TIME}
_ALWAYS |= {Kind.NOTE, Kind.NOTE_CALL, Kind.ATTRIBUTION, Kind.PARALLEL, Kind.INSERTION, Kind.CITATION}
"""The kinds of which every claim is weighed. Of the others those are that are not certain."""

_NEVER = {Kind.GLYPH, Kind.PARAGRAPH, Kind.ITEM, Kind.REMARK}
"""The kinds whose certainty is that of other claims, of the whole source, or the editor's own: a paragraph is as sure as its
boundary."""

_AROUND, _LONG = 120, 320
"""How many characters are shown before and after a claim, and of a claim itself."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim as an editor weighs it.

    number: its place among all that are weighed; page, note: where it stands; before, meant, after: its words and those
    around them; lines: the first and last line of the source that it touches, by number; decision: the editor's, if there
    is one; offers: what can be decided; missing: the acts that cannot be offered, since no words would anchor them.
    """

    claim: Claim
    number: int
    page: str
    note: str
    before: str
    meant: str
    after: str
    lines: Mapping[int, str]
    decision: Decision | None
    offers: tuple[Offer, ...]
    missing: tuple[str, ...]


def weighed(reading: Reading, decisions: Decisions) -> tuple[Weighed, ...]:
    """Every claim that an editor can weigh, once: by certainty, the lowest first, then by place."""
    taken = {decision.id: decision for decision in decisions.entries}
    edges = [0, *(page.start for page in reading.of(Kind.PAGE)), len(reading.source.text)]

    @cache
    def passage(page: str, note: str) -> Passage | None:
        place = page_view(reading, Decision("", page, "", "", "", note))
        return Passage(page, note, *place) if place else None

    @cache
    def around(page: int) -> View:
        """A page with the one before and the one after it."""
        return reading.view(edges[max(0, page - 1)], edges[min(page + 2, len(edges) - 1)])

    def weigh(number: int, claim: Claim) -> Weighed:
        start = claim.end if claim.kind is Kind.BOUNDARY else claim.start
        note = reading.at(Kind.NOTE, start)
        page, label = reading.page_at(note.start if note else start), note["n"] if note else ""
        view = reading.note_view(note, FLOW) if note else around(bisect_right(edges, start) - 1)
        decision = taken.get(claim.get("decision"))
        offered = offers(reading, claim, passage(page, label))
        return Weighed(claim, number, page, label, *_context(view, claim), _lines(reading, claim), decision, *offered)

    claims = [weigh(number, claim) for number, claim in enumerate(filter(is_weighed, reading.claims), 1)]
    return tuple(sorted(claims, key=lambda one: (one.claim.certainty, one.number)))


def is_weighed(claim: Claim) -> bool:
    """Whether there is something about a claim that an editor can weigh: not of a plain line break or a page number."""
    return claim.kind in _ALWAYS or (claim.kind not in _NEVER and claim.certainty < 1)


def _context(view: View, claim: Claim) -> tuple[str, str, str]:
    """The words of a claim and those around it; the middle of many words is left out."""
    start, end = view.offset(claim.start), view.offset(claim.end)
    before, meant, after = view.text[max(0, start - _AROUND) : start], view.text[start:end], view.text[end : end + _AROUND]
    if start > _AROUND:
        before = re.sub(r"^\S*\s", "… ", before)
    if end + _AROUND < len(view.text):
        after = re.sub(r"\s\S*$", " …", after)
    after = meant[len(meant.rstrip()) :] + after
    if len(meant) > _LONG:
        meant = f"{meant[: _LONG * 2 // 3]} … {meant[-_LONG // 3 :]}"
    return re.sub(r"\s+", " ", before), " ".join(meant.split()), re.sub(r"\s+", " ", after)


def _lines(reading: Reading, claim: Claim) -> dict[int, str]:
    """The first and the last line that a claim touches, as they stand in the source; of what parts two lines, both."""
    ink = reading.source.text[claim.start : claim.end].rstrip()
    parts = claim.kind in (Kind.BOUNDARY, Kind.LINE_BREAK)
    touched = claim.start, claim.end if parts else claim.start + max(0, len(ink) - 1)
    return {line.number: reading.source.ink(line) for line in map(reading.source.line_at, touched)}
