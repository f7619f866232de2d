"""Quotations in marks: balanced over lines, pages and paragraphs, chained when interrupted, and divided by kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiwright.annotate.attributions import Attribution, Place, attributed
from teiwright.annotate.blocks import blocks
from teiwright.annotate.kinds import Context, QuotationKind, kinds_of, plain
from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_INTERRUPTION = 60
"""How many characters an interruption such as “he said” may have."""

_ASCRIBED = frozenset({"quote", "said", "q"})
"""Kinds of quotation that come from somebody, or from somewhere."""

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
    heads = frozenset(plain(view.text) for block, view in texts if block.kind is Kind.HEAD)
    made: list[Claim] = []
    seen: list[str] = []
    still_open, who = False, ""
    for i, (block, view) in enumerate(texts):
        following = texts[i + 1] if i + 1 < len(texts) and block.kind is not Kind.NOTE else None
        goes_on = bool(following and following[0].kind is not Kind.NOTE and _opens(following[1].text, edition))
        before: _Quotation | None = None
        for outcome in _pairs(view.text, edition, still_open, goes_on):
            if not isinstance(outcome, _Quotation):
                yield _unpaired(reading, view, outcome, edition)
                continue
            span = view.span(outcome.start, outcome.end)
            if _is_title(reading, span):
                before = outcome
                continue
            rejected = edition.decisions.opening(span[0], "no-quotation")
            if rejected:
                yield _rejected(span, rejected)
                continue
            chained = outcome.resumes or (before is not None and _interrupts(edition, view.text, before, outcome))
            earlier = tuple(zip(seen[-_MEMORY:], (c["tag"] for c in made[-_MEMORY:]), strict=True))
            stated = attributed(reading, edition, Place(view, outcome.start, outcome.end, span[1]))
            context = replace(_context(reading, view, outcome, before, earlier), heads=heads, attribution=stated)
            claim = _claim(edition, view, outcome, kinds_of(context, edition))
            if made and (made[-1].start, made[-1].end) == (claim.start, claim.end):
                continue  # both lie in the words of one correction
            if chained and made:
                made[-1], claim = _linked(made[-1], claim)
                stated = stated if stated.who else replace(stated, who=who)
            made.append(claim)
            decision = edition.decisions.opening(claim.start, "quotation")
            ascribed = stated.claim(claim.start, claim.end, decision)
            who = ascribed.get("who")
            if claim["tag"] in _ASCRIBED and ascribed.details:
                yield ascribed
            seen.append(context.bare)
            before = outcome
        still_open = before is not None and before.suspended
    yield from made
    yield from _unmarked(edition, frozenset(claim.start for claim in made))


def _is_title(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether what stands in marks is the title of a known work, which has been claimed with its marks."""
    return any((work.start, work.end) == span for work in reading.within(Kind.WORK, span[0], span[0] + 1))


def _rejected(span: tuple[int, int], decision: Decision) -> Claim:
    evidence = (f"decided otherwise: {decision.reason}",)
    return Claim(Kind.REJECTED, *span, "quotations", evidence, details={"decision": decision.id})


def _unmarked(edition: Edition, marked: Collection[int]) -> Iterator[Claim]:
    """The words without marks that the editor decided to take for a quotation; `marked`: where the others begin."""
    for d in edition.decisions.of("quotation"):
        if d.start not in marked:
            details, evidence = {"tag": d.value, "decision": d.id, "unmarked": "yes"}, (f"decided: {d.reason}",)
            yield Claim(Kind.QUOTATION, d.start, d.end, "decision", evidence, d.certainty, None, d.responsible, details)
            if d.speaker or d.work:
                yield Attribution().claim(d.start, d.end, d)


def _pairs(text: str, edition: Edition, still_open: bool, goes_on: bool) -> Iterator[_Quotation | int]:
    """The quotations of a text in order, and the places of marks that have no partner (-1 - place for a closing one)."""
    opening, closing = edition.profile.open_mark, edition.profile.close_mark
    stack: list[tuple[int, bool]] = []
    found: list[_Quotation | int] = []
    for m in re.finditer(f"{re.escape(opening)}|{re.escape(closing)}", text):
        if closing in "’'" and m[0] == closing and _is_apostrophe(text, m.start(), bool(stack)):
            continue
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


def _opens(text: str, edition: Edition) -> bool:
    return text.startswith(edition.profile.open_mark)


def _is_apostrophe(text: str, at: int, quoting: bool) -> bool:
    """Whether a sign that also closes quotations is an apostrophe: between letters, or after one where nothing is open."""
    after_letter = text[at - 1 : at].isalpha()
    return after_letter and (text[at + 1 : at + 2].isalpha() or not quoting)


def _unpaired(reading: Reading, view: View, place: int, edition: Edition) -> Finding:
    code, mark, at = (
        ("A001", edition.profile.open_mark, place) if place >= 0 else ("A002", edition.profile.close_mark, -1 - place)
    )
    source = view.span(at, at + 1)[0]
    message = f"{mark} has no partner: “…{view.text[max(0, at - 30) : at + 30]}…”"
    help_ = "look in the print where the other mark belongs, and correct the word beside it in decisions.xml"
    return Finding(code, message, help_, reading.source.name, reading.source.line_at(source).number, reading.page_at(source))


def _context(
    reading: Reading, view: View, quotation: _Quotation, before: _Quotation | None, seen: tuple[tuple[str, str], ...]
) -> Context:
    """What stands around a quotation."""
    end = view.span(quotation.start, quotation.end)[1]
    return Context(
        view.text,
        quotation.start,
        quotation.end,
        after=before.end if before else 0,
        called=bool(reading.within(Kind.NOTE_CALL, end, end + 1)),
        seen=seen,
        previous=seen[-1][1] if before and seen else "",
    )


def _claim(edition: Edition, view: View, quotation: _Quotation, kinds: Sequence[QuotationKind]) -> Claim:
    """The claim for a quotation: of the first kind that the rule finds, or that the editor decided."""
    start, end = view.span(quotation.start, quotation.end)
    decision = edition.decisions.opening(start, "quotation")
    tag = decision.value if decision else kinds[0].tag
    other = tuple(f"{kind.tag} ({kind.certainty:.2f}): {kind.why}" for kind in kinds if kind.tag != tag)
    if decision:
        decided = (f"decided: {decision.reason}", kinds[0].why)
        details = {"tag": tag, "decision": decision.id}
        return Claim(
            Kind.QUOTATION, start, end, "decision", decided, decision.certainty, None, decision.responsible, details, other
        )
    evidence = tuple(kind.why for kind in kinds if kind.tag == tag)
    return Claim(
        Kind.QUOTATION, start, end, "quotations", evidence, kinds[0].certainty, details={"tag": tag}, alternatives=other
    )


def _linked(first: Claim, second: Claim) -> tuple[Claim, Claim]:
    """Two parts of one quotation, pointing at each other; the second is of the kind of the first."""
    evidence = ("the quotation before is interrupted and goes on here",)
    onward = {**first.details, "next": f"{second.start}-{second.end}"}
    back = {**second.details, "tag": first["tag"], "prev": f"{first.start}-{first.end}"}
    return replace(first, details=onward), replace(second, details=back, evidence=evidence, certainty=first.certainty)


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
