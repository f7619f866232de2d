"""Paragraph boundaries, weighed: blank lines or indents where the source has them, else the measure and the sense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind
from teiwright.structure.marking import marked, marking_of, quoting
from teiwright.structure.measure import Fill, ends_sentence, fills, measure_of
from teiwright.structure.runs import body_text, runs

if TYPE_CHECKING:
    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_OPENS = re.compile(r"[“‘\"'(\[—]*[A-Z0-9À-Þ]")
_ENUMERATOR = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]+)\)\s|(?:\d{1,2}|[a-z])[.)]\s")
_CLAUSE = 45
"""How many characters of a sentence's opening are searched for words that point back."""

_DOUBTFUL = 0.8
"""Below this certainty a boundary is reported."""


class _Weight(NamedTuple):
    """A piece of evidence in log-odds, and its words."""

    value: float
    words: str


def boundaries(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim, for each line that ends a sentence before one that may open a paragraph, whether a paragraph ends there.

    Where blank lines or indents mark paragraphs, they decide, but for blank lines at page ends. Else each place is weighed:
    whether the next word would have fitted on the line, whether the line is over-long (then its last word was divided and it
    cannot be a last line), whether a quotation is open, whether the next sentence leans on this one, and what stands around.
    The weights add up to log-odds; the probability is kept with the evidence, and the editor's decision overrules it.
    """
    all_runs = runs(reading)
    marking = marking_of(reading, edition, all_runs)
    measure = measure_of(body_text(reading, all_runs))
    decided = {d.start: d for d in edition.decisions.of("paragraph", "no-paragraph")}
    quotations = {edge for c in reading.of(Kind.BLOCK_QUOTATION) for edge in (c.start, c.end)}
    for run in all_runs:
        texts = [reading.ink(line) for line in run]
        fill = fills(texts, measure)
        since = quotes = 0
        for i, (a, b) in enumerate(pairwise(run)):
            since += 1
            quotes, following = quoting(edition, texts[i], quotes), texts[i + 1]
            decision = decided.get(b.start)
            weights = _edge(b, quotations) or _marked(reading, marking, a, b)
            if not weights and (marking == "measure" or (marking == "blank-line" and _over_page(reading, a, b))):
                weights = _weigh(edition, texts, fill, i, since, a.end in quotations)
                weights += _open(edition, following) if weights and quotes else []
            if not weights and not decision:
                continue
            claim = _claim(a, b, weights, decision)
            if claim.certainty < _DOUBTFUL and not decision:
                yield _doubt(reading, b, following, claim)
            if claim["verdict"] == "break":
                since = quotes = 0
            yield claim


def _over_page(reading: Reading, a: Line, b: Line) -> bool:
    return reading.page_at(a.start) != reading.page_at(b.start)


def _edge(b: Line, quotations: set[int]) -> list[_Weight]:
    """At the edge of a block quotation a block ends in any case."""
    if b.start in quotations:
        return [_Weight(9.0, "a block quotation opens")]
    return []


def _marked(reading: Reading, marking: str, a: Line, b: Line) -> list[_Weight]:
    """What the source marks; blank lines at a page end are no mark."""
    if marked(reading, marking, a, b):
        return [_Weight(6.0, "a blank line" if marking == "blank-line" else "the line is indented")]
    return []


def _weigh(
    edition: Edition, texts: Sequence[str], fill: Sequence[Fill], i: int, since: int, after_quotation: bool
) -> list[_Weight]:
    """The evidence for and against a paragraph end after line `i`; empty where none can be."""
    text, following = texts[i], texts[i + 1]
    enumerator = _ENUMERATOR.match(following)
    if enumerator and text.endswith(":"):
        return [_Weight(5.0, f"the enumerator {enumerator[0].strip()} after a colon")]
    abbreviated = text.rsplit(maxsplit=1)[-1].lower().rstrip(".") in edition.language.abbreviations
    if not ends_sentence(text) or not _OPENS.match(following) or (abbreviated and text.endswith(".") and fill[i].room < 0.1):
        return []
    weights = [_Weight(-0.7, "most sentences end inside a paragraph")]
    if after_quotation:
        weights.append(_Weight(4.0, "a block quotation ends"))
    if enumerator:
        weights.append(_Weight(4.0, f"the enumerator {enumerator[0].strip()}"))
    weights += _room(fill[i])
    weights += _sense(edition, following)
    if since < 5 and fill[i].room < 0.1:
        weights.append(_Weight(-1.0, f"the last boundary is only {since} lines back"))
    return weights


def _open(edition: Edition, following: str) -> list[_Weight]:
    """A paragraph seldom ends inside a quotation; where it does, the next one opens with a mark again."""
    return [] if following.startswith(edition.profile.open_mark) else [_Weight(-3.0, "a quotation in marks is open")]


def _room(fill: Fill) -> list[_Weight]:
    if fill.room > 0.1:
        return [_Weight(6.0, f"the line fills {fill.full:.0%}; the next word would have fitted amply")]
    if fill.room > 0.03:
        return [_Weight(3.0, f"the line fills {fill.full:.0%}; the next word would have fitted")]
    if fill.room > 0:
        return [_Weight(1.5, f"the line fills {fill.full:.0%}; the next word would just have fitted")]
    if fill.raw > 1.06:
        return [_Weight(-3.0, f"the line is over-long ({fill.raw:.0%}): its last word was divided")]
    if fill.raw > 1.03:
        return [_Weight(-1.0, f"the line is long ({fill.raw:.0%}): its last word may have been divided")]
    if fill.full < 0.97:
        return [_Weight(1.0, f"the line fills {fill.full:.0%}, a little less than most")]
    if fill.full > 1.08:
        return [_Weight(-1.0, f"the line is full ({fill.full:.0%})")]
    return []


def _sense(edition: Edition, following: str) -> list[_Weight]:
    opening = edition.language.continuation.match(following.lstrip("“‘(—"))
    if opening:
        return [_Weight(-2.5, f"“{opening[0]}” goes on from the sentence before")]
    pointing = edition.language.anaphora.search(following[:_CLAUSE])
    if pointing:
        return [_Weight(-1.0, f"“{pointing[0]}” points back")]
    return [_Weight(0.8, "the sentence opens without leaning on the one before")]


def _claim(a: Line, b: Line, weights: Sequence[_Weight], decision: Decision | None) -> Claim:
    probability = 1 / (1 + exp(-sum(w.value for w in weights)))
    verdict = "break" if probability >= 0.5 else "none"
    evidence = tuple(f"{w.words} ({w.value:+.1f})" for w in weights)
    details = {"verdict": verdict, "probability": f"{probability:.2f}"}
    if decision:
        verdict = "break" if decision.act == "paragraph" else "none"
        details |= {"verdict": verdict, "decision": decision.id}
        evidence = (f"decided: {decision.reason}", *evidence)
        who, sure = decision.responsible, decision.certainty
        return Claim(
            Kind.BOUNDARY, a.end, b.start, "decision", evidence, sure, None, who, details, _other(verdict, probability)
        )
    certainty, other = max(probability, 1 - probability), _other(verdict, probability)
    return Claim(
        Kind.BOUNDARY, a.end, b.start, "paragraph-boundaries", evidence, certainty, details=details, alternatives=other
    )


def _other(verdict: str, probability: float) -> tuple[str]:
    """The verdict that was not given, with the probability that the rule gives it."""
    if verdict == "break":
        return (f"the paragraph before goes on ({1 - probability:.2f})",)
    return (f"a paragraph begins here ({probability:.2f})",)


def _doubt(reading: Reading, line: Line, text: str, claim: Claim) -> Finding:
    opening = " ".join(text.split()[:5])
    message = f"a paragraph begins at “{opening}” with probability {claim['probability']}"
    help_ = "confirm or reject it in decisions.xml"
    return Finding("S002", message, help_, reading.source.name, line.number, reading.page_at(line.start))
