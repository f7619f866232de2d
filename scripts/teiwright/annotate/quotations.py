"""Quotations in marks: balanced over lines, pages and paragraphs, chained when interrupted, and divided by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.annotate.kinds import Context, kind_of
from teiwright.findings import Finding
from teiwright.model.claim import ENGINE, Claim, Kind

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_INTERRUPTION = 60
"""How many characters an interruption such as “he said” may have."""


_DEEPEST = 8
"""How deep quotations may stand in each other; a mark beyond that has no partner."""

_MEMORY = 200
"""How many quotations back a phrase is looked for; bounds the cost of a text full of them."""


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A quotation in a view: its span there with the marks; whether it goes on from, or goes on in, another block."""

    start: int
    end: int
    resumes: bool = False
    suspended: bool = False


def quotations(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Pair opening and closing marks in the corrected text of each block, and say what kind of quotation each pair holds.

    A quotation that is open at the end of a block goes on in the next if that begins with an opening mark, as is the custom
    in print; otherwise it is a finding. The kinds are a first division by stated cues; where no cue is seen it is `q`.
    """
    texts = list(blocks(reading))
    heads = {re.sub(r"\W+", " ", view.text).casefold().strip() for block, view in texts if block.kind is Kind.HEAD}
    still_open = False
    seen: list[tuple[str, str]] = []
    for i, (block, view) in enumerate(texts):
        following = texts[i + 1][1].text if i + 1 < len(texts) else ""
        goes_on = following.startswith(edition.profile.open_mark) and block.kind is not Kind.NOTE
        found = []
        for outcome in _pairs(view.text, edition, still_open, goes_on):
            if isinstance(outcome, _Quotation):
                found.append(outcome)
            else:
                yield _unpaired(reading, view, outcome, edition)
        still_open = bool(found) and found[-1].suspended
        yield from _claims(reading, edition, view, found, heads, seen)


def _pairs(text: str, edition: Edition, still_open: bool, goes_on: bool) -> Iterator[_Quotation | int]:
    """The quotations of a text in order, and the places of marks that have no partner (-1 - place for a closing one)."""
    opening, closing = edition.profile.open_mark, edition.profile.close_mark
    stack: list[tuple[int, bool]] = []
    found: list[_Quotation | int] = []
    for m in re.finditer(f"{re.escape(opening)}|{re.escape(closing)}", text):
        if m[0] == opening and (opening != closing or not stack):
            if len(stack) == _DEEPEST:
                found.append(m.start())
                continue
            stack.append((m.start(), still_open and m.start() == 0))
        elif stack:
            start, resumes = stack.pop()
            found.append(_Quotation(start, m.end(), resumes))
        else:
            found.append(-1 - m.start())
    for start, resumes in stack:
        found.append(_Quotation(start, len(text), resumes, True) if goes_on and len(stack) == 1 else start)
    yield from sorted(found, key=lambda q: q.start if isinstance(q, _Quotation) else max(q, -1 - q))


def _unpaired(reading: Reading, view: View, place: int, edition: Edition) -> Finding:
    code, mark, at = (
        ("A001", edition.profile.open_mark, place) if place >= 0 else ("A002", edition.profile.close_mark, -1 - place)
    )
    source = view.span(at, at + 1)[0]
    message = f"{mark} has no partner: “…{view.text[max(0, at - 30) : at + 30]}…”"
    help_ = "look in the print where the other mark belongs, and correct the word beside it in decisions.xml"
    return Finding(code, message, help_, reading.source.name, reading.source.line_at(source).number, reading.page_at(source))


def _claims(
    reading: Reading,
    edition: Edition,
    view: View,
    found: Sequence[_Quotation],
    heads: set[str],
    seen: list[tuple[str, str]],
) -> Iterator[Claim]:
    """The claims for the quotations of one block, the interrupted ones chained."""
    previous: Claim | None = None
    for i, quotation in enumerate(found):
        start, end = view.span(quotation.start, quotation.end)
        before = found[i - 1] if i else None
        chained = before is not None and previous is not None and _interrupts(edition, view.text, before, quotation)
        context = Context(
            view.text,
            quotation.start,
            quotation.end,
            after=before.end if before else 0,
            called=bool(reading.within(Kind.NOTE_CALL, end, end + 1)),
            heads=frozenset(heads),
            seen=tuple(seen[-_MEMORY:]),
            previous=previous["tag"] if previous else "",
        )
        kind = kind_of(context, edition)
        details = {"tag": kind.tag}
        evidence: tuple[str, ...] = (kind.why,)
        certainty, responsible = kind.certainty, ENGINE
        decision = edition.decisions.opening(start, "quotation")
        if decision:
            details |= {"tag": decision.value, "decision": decision.id}
            evidence, certainty, responsible = (f"decided: {decision.reason}", *evidence), 1.0, decision.responsible
        if chained and previous:
            details |= {"tag": previous["tag"], "prev": f"{previous.start}-{previous.end}"}
            evidence, certainty = ("the quotation before is interrupted and goes on here",), previous.certainty
        rule = "decision" if decision else "quotations"
        claim = Claim(Kind.QUOTATION, start, end, rule, evidence, certainty, None, responsible, details)
        if previous:
            follows = {"next": f"{start}-{end}"} if chained else {}
            yield replace(previous, details={**previous.details, **follows})
        previous = claim
        seen.append((context.bare, claim["tag"]))
    if previous:
        yield previous


def _interrupts(edition: Edition, text: str, before: _Quotation, after: _Quotation) -> bool:
    """Whether what stands between two quotations is only an interruption such as “he said,”."""
    between = text[before.end : after.start]
    words = re.findall(r"\w+", between.lower())
    opens_small = text[after.start + 1 : after.start + 2].islower()
    breaks_off = text[before.start : before.end].rstrip("”’\"' ").endswith((",", "—", ";"))
    return (
        len(between) <= _INTERRUPTION
        and not re.search(r"[.?!]", between)
        and opens_small
        and breaks_off
        and len(words) <= 4
        and not edition.language.function_words.intersection(words)
        and any(word in edition.language.sayings for word in words)
    )
