"""Explaining: what a code means, and how an element came to be: lines, rule, evidence, alternatives, decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from teiwright.codes import CATALOGUE
from teiwright.findings import Finding, Refused
from teiwright.workspace import Workspace, resource

if TYPE_CHECKING:
    from teiwright.model.claim import Claim
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_CODE = re.compile(r"[A-Za-z]\d{3}")
_SHOWN = 6
"""How many lines of the source are shown of an element; of a longer one the first and last."""


def essay(code: str) -> str:
    """The essay on a code; empty for what does not look like one. Raises Refused (W001) for a code that there is not."""
    if not _CODE.fullmatch(code):
        return ""
    name = code.upper()
    file = resource("docs") / "codes" / f"{name}.md"
    if name not in CATALOGUE or not file.is_file():
        near = ", ".join(get_close_matches(name, CATALOGUE, 3, 0.5))
        raise Refused(Finding("W001", "there is no such code", f"codes that are like it: {near}", code))
    return file.read_text("utf-8")


def explained(name: str, folder: Path | None) -> str:
    """What is known of the element that has an identifier, in plain text.

    folder: the edition's; without one, the editions below `tei/` in the current folder are asked in turn.
    Raises Refused (W001) when no edition has the element.
    """
    from teiwright import pipeline
    from teiwright.encode.document import identified

    folders = [folder] if folder else [path.parent for path in sorted(Path().glob("tei/*/source.txt"))]
    known: list[str] = []
    for one in folders:
        done = pipeline.build(Workspace.of(one), "annotate")
        claims = identified(done.reading, done.edition)
        if name in claims:
            return "\n".join(_told(name, claims[name], done.reading, done.edition)) + "\n"
        mentions = [claim for claim in done.reading.claims if claim.get("ref") == name]
        if mentions:
            return "\n".join(_mentioned(name, mentions, done.reading)) + "\n"
        known += claims
    near = ", ".join(get_close_matches(name, known, 3)) or "the identifiers stand in the edition as xml:id"
    raise Refused(Finding("W001", "no element of an edition has this identifier", near, name))


def _told(name: str, claim: Claim, reading: Reading, edition: Edition) -> Iterator[str]:
    reasons = _reasons(edition)
    yield f"{name}  {claim.kind} ({_place(claim, reading)})"
    yield ""
    yield from _lines(claim, reading)
    yield ""
    yield from _grounds(claim, reasons)
    inside = [other for other in reading.claims if claim.covers(other) and other is not claim and _tells(other)]
    if inside:
        yield ""
        yield "in it:"
    for other in inside:
        words = " ".join(reading.repaired[other.start : other.end].split())
        reads = f", read as “{other.reads}”" if other.reads and other.reads.strip() else ""
        yield f"  {other.kind} “{_short(words)}”{reads} ({_place(other, reading)})"
        yield from (f"  {line}" for line in _grounds(other, reasons))


def _mentioned(name: str, mentions: list[Claim], reading: Reading) -> Iterator[str]:
    yield f"{name}  an entry with {len(mentions)} mention{'s' * (len(mentions) != 1)}"
    for claim in mentions:
        words = " ".join(reading.repaired[claim.start : claim.end].split())
        yield f"  “{words}” ({_place(claim, reading)}): {'; '.join(claim.evidence)}"


def _grounds(claim: Claim, reasons: Mapping[str, str]) -> Iterator[str]:
    """Rule, evidence, certainty, responsibility, alternatives and the decision, each on a line of its own."""
    yield f"  rule          {claim.rule}"
    for words in claim.evidence:
        yield f"  evidence      {words}"
    yield f"  certainty     {claim.certainty:.2f} ({claim.cert})"
    yield f"  responsible   {claim.responsible}"
    for words in claim.alternatives:
        yield f"  alternative   {words}"
    if claim.get("decision"):
        yield f"  decision      {reasons.get(claim['decision'], claim['decision'])}"


def _reasons(edition: Edition) -> Mapping[str, str]:
    """Where each decision stands, by its id, and why it was taken."""
    file = edition.decisions.file
    return {d.id: f"{file}:{d.line}: {d.reason} ({d.responsible})" for d in edition.decisions.entries}


def _lines(claim: Claim, reading: Reading) -> Iterator[str]:
    """The lines of the source that a claim is about, as they stand there."""
    first, last = reading.source.line_at(claim.start).number, reading.source.line_at(max(claim.start, claim.end - 1)).number
    numbers = [*range(first, last + 1)]
    shown = numbers if len(numbers) <= _SHOWN else [*numbers[: _SHOWN // 2], 0, *numbers[-_SHOWN // 2 :]]
    for number in shown:
        yield f"  {number:>5} | {reading.source.ink(reading.source.lines[number - 1])}" if number else "        | …"


def _place(claim: Claim, reading: Reading) -> str:
    first, last = reading.source.line_at(claim.start).number, reading.source.line_at(max(claim.start, claim.end - 1)).number
    lines = f"line {first}" if first == last else f"lines {first}–{last}"
    page = reading.page_at(claim.start)
    return (f"p. {page}, " if page else "") + f"{lines} of the source"


def _tells(claim: Claim) -> bool:
    """Whether there is something to tell of a claim inside another: not of a plain line end or a page number."""
    from teiwright.model.claim import Kind

    plain = claim.kind in (Kind.PAGE, Kind.PAGE_NUMBER, Kind.BOUNDARY, Kind.ROLE)
    return not plain and not (claim.kind is Kind.LINE_BREAK and claim["join"] == "space")


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
