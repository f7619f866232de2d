"""Offers: the decisions that can be taken on a claim, each anchored by words that stand on its page once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from teiwright.materials import STATED
from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import Decision, occurrences
from teiwright.reporters.quoting import held

if TYPE_CHECKING:
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_FEWEST, _MOST = 4, 30
"""How many words a decision quotes of what begins with a claim; how many may be added until they stand there once."""

_REACH = 600
"""How many characters to each side of a claim are looked at for words that may be added."""


class Reach(Enum):
    """Which words an act may quote: the claim’s own, with a context if need be; those that open with it; those around it."""

    OWN = "own"
    OPENING = "opening"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Act:
    """An act of decisions.xml, as it is offered on a claim.

    name, value: the element, and the value that tells it from others of the same name; reach: which words it quotes;
    agrees: whether it confirms a claim; attributes: what it needs besides its anchor, from the claim and the words quoted
    before and after it; None where that is not known.
    """

    name: str
    reach: Reach
    agrees: Callable[[Claim], bool] = lambda _: False
    attributes: Callable[[Claim, str, str], Mapping[str, str] | None] = lambda *_: {}
    value: str = ""


def _correction(claim: Claim, before: str, after: str) -> Mapping[str, str] | None:
    reads = claim.get("would-read", claim.reads or "")
    return {"reading": before + reads + after, "source": claim["source"], "cert": "high"} if reads else None


def _entry(claim: Claim, *_: str) -> Mapping[str, str] | None:
    return {"ref": claim["ref"]} if claim.get("ref") else None


def _date(claim: Claim, *_: str) -> Mapping[str, str] | None:
    return {"value" if name == "when" else name: claim[name] for name in STATED.values() if claim.get(name)} or None


def _quotation(kind: str) -> Act:
    return Act("quotation", Reach.OPENING, lambda claim: claim["tag"] == kind, lambda *_: {"kind": kind}, kind)


_ON_NAMES = (Act("name", Reach.OWN, lambda _: True, _entry), Act("no-name", Reach.AROUND))

ACTS: Mapping[Kind, tuple[Act, ...]] = {
    Kind.BOUNDARY: (
        Act("paragraph", Reach.OPENING, lambda claim: claim["verdict"] == "break"),
        Act("no-paragraph", Reach.OPENING, lambda claim: claim["verdict"] == "none"),
    ),
    Kind.EMENDATION: (Act("correct", Reach.AROUND, lambda _: True, _correction), Act("keep", Reach.AROUND)),
    Kind.BLOCK_QUOTATION: (Act("block-quotation", Reach.OPENING, lambda _: True), Act("no-block-quotation", Reach.OPENING)),
    Kind.QUOTATION: (
        *map(_quotation, ("quote", "said", "soCalled", "mentioned", "term", "title", "q")),
        Act("no-quotation", Reach.OPENING),
    ),
    Kind.TIME: (Act("date", Reach.OWN, lambda _: True, _date), Act("no-date", Reach.OWN)),
    **dict.fromkeys(AUTHORITIES, _ON_NAMES),
}
"""What can be decided on a claim, by its kind. Kinds with the same acts are a family: an act on one touches no other."""

REJECTED = {
    "slips": Kind.EMENDATION,
    "names": Kind.PERSON,
    "dates": Kind.TIME,
    "quotations": Kind.QUOTATION,
    "block-quotations": Kind.BLOCK_QUOTATION,
}
"""What a rejected claim was about, by the rule that made it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A decision ready to be pasted, but for its reason; agrees: whether it confirms the claim."""

    act: Act
    xml: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Where decisions on a claim are looked for: a printed page, or a note on it.

    view: its text; limit: how much of that is its own (characters).
    """

    page: str
    note: str
    view: View
    limit: int


class _Words(NamedTuple):
    """Words that a decision quotes, those of them that stand before and after the claim's own, and what is only context."""

    text: str
    before: str
    after: str
    context: str = ""


def offers(reading: Reading, claim: Claim, passage: Passage | None) -> tuple[tuple[Offer, ...], tuple[str, ...]]:
    """The decisions that can be taken on a claim, and the acts for which there are no words that anchor them."""
    made, missing = list[Offer](), list[str]()
    for act in ACTS.get(_subject(claim), ()):
        if act.attributes(claim, "", "") is None:
            continue
        words = next(_anchors(reading, claim, act, passage), None) if passage else None
        if passage is None or words is None:
            missing.append(act.value or act.name)
            continue
        anchor = {"page": passage.page, "note": passage.note, "text": words.text, "context": words.context}
        attributes = {**anchor, **(act.attributes(claim, words.before, words.after) or {})}
        made.append(Offer(act, _xml(act.name, attributes), claim.kind is not Kind.REJECTED and act.agrees(claim)))
    return tuple(made), tuple(missing)


def _subject(claim: Claim) -> Kind:
    """The kind of what a claim is about, which for a rejected one is that of what was rejected."""
    return REJECTED.get(claim.rule, claim.kind) if claim.kind is Kind.REJECTED else claim.kind


def _xml(name: str, attributes: Mapping[str, str]) -> str:
    element = etree.Element(name, {key: held(value) for key, value in attributes.items() if value})
    element.text = ""  # written with an end tag: the reason goes before it
    return etree.tostring(element, encoding="unicode")


def _anchors(reading: Reading, claim: Claim, act: Act, passage: Passage) -> Iterator[_Words]:
    """Words that stand in a passage once and anchor a decision on a claim, the fewest first."""
    view = passage.view
    start, end = (claim.end, claim.end) if claim.kind is Kind.BOUNDARY else (claim.start, claim.end)
    first, last = view.offset(start), view.offset(end)
    for i, j in _stretches(view.text, first, last, act.reach):
        words = _Words(view.text[i:j], view.text[i:first], view.text[last:j])
        if act.reach is Reach.OWN:
            words = _Words(view.text[first:last], "", "", view.text[i:j] if (i, j) != (first, last) else "")
        decision = Decision(act.name, passage.page, words.text, "", "", passage.note, context=words.context)
        found = occurrences(decision, view, passage.limit) if words.text else ()
        if len(found) != 1 or held(words.text) != words.text or held(words.context) != words.context:
            continue
        placed = replace(decision, start=found[0][0], end=found[0][1])
        fits = {
            Reach.OWN: (placed.start, placed.end) == (start, end),
            Reach.OPENING: placed.start == start,
            Reach.AROUND: placed.start <= start and end <= placed.end and _spares(reading, claim, placed),
        }
        if fits[act.reach]:
            yield words


def _stretches(text: str, first: int, last: int, reach: Reach) -> Iterator[tuple[int, int]]:
    """The stretches of a text that may be quoted for what stands from `first` to `last`, the shortest first."""
    if reach is Reach.OPENING:
        ends = [first + match.end() for match in re.finditer(r"\S+", text[first : first + _REACH])][:_MOST]
        yield from ((first, end) for end in ends[min(_FEWEST, len(ends)) - 1 :])
        return
    edge = max(0, first - _REACH)
    lefts = [first, *(edge + m.start() for m in reversed([*re.finditer(r"\S+", text[edge:first])]))]
    rights = [last, *(last + m.end() for m in re.finditer(r"\S+", text[last : last + _REACH]))]
    for more in range(_MOST):
        for left in range(max(0, more - len(rights) + 1), min(more + 1, len(lefts))):
            yield lefts[left], rights[more - left]


def _spares(reading: Reading, claim: Claim, decision: Decision) -> bool:
    """Whether a decision is on no other claim of the family: none beside this one, and none around it."""
    family = [*(kind for kind, acts in ACTS.items() if acts is ACTS[_subject(claim)]), Kind.REJECTED]
    for other in (one for kind in family for one in reading.of(kind)):
        if other is claim or other.end <= decision.start or decision.end <= other.start:
            continue
        beside = other.end <= claim.start or claim.end <= other.start
        inside = decision.start <= other.start and other.end <= decision.end
        if beside or (inside and not claim.covers(other)):
            return False
    return True
