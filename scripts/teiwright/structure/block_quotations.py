"""Block quotations without any mark: found where several cues converge."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
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

_LONGEST = 80
"""How many lines a block quotation may have."""

_NARROW = 0.978
"""Below this share of the measure a line speaks for the narrower setting of an extract, above it against."""

_ENOUGH = 4.0


def block_quotations(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find extracts that nothing marks, by converging cues, and report each cue.

    They open after a line that ends in a colon, best with a verb of saying before it; they are set to a narrower measure;
    they end with a sentence, best with a note call or a short line; the text then goes on at the full measure. Words in
    quotation marks and numbered items after a colon are not extracts. The editor's decisions add extracts, move their ends,
    and reject what is none.
    """
    all_runs = runs(reading)
    marking = marking_of(reading, edition, all_runs)
    measure = measure_of(body_text(reading, all_runs))
    for run in all_runs:
        texts = [reading.ink(line) for line in run]
        fill = fills(texts, measure)
        ends = frozenset(j for j, (a, b) in enumerate(pairwise(run)) if marked(reading, marking, a, b))
        i, stretch = 0, _Run(run, texts, fill, ends)
        while i < len(run):
            outcome = _found(reading, edition, stretch, i) if i else None
            decision = edition.decisions.opening(run[i].start, "block-quotation", "no-block-quotation")
            if decision:
                outcome = _decided(reading, decision, outcome, run[-1].end)
            if outcome:
                yield outcome
            if isinstance(outcome, Claim) and outcome.kind is Kind.BLOCK_QUOTATION:
                i = bisect_left(run, outcome.end, key=lambda line: line.start)
            else:
                i += 1


class _Run(NamedTuple):
    """A run of lines, what is printed on them, how full they are, and after which of them the source marks a paragraph."""

    lines: Sequence[Line]
    texts: Sequence[str]
    fill: Sequence[Fill]
    ends: frozenset[int]


def _found(reading: Reading, edition: Edition, run: _Run, i: int) -> Claim | Finding | None:
    """The extract that opens with line `i` of a run, or a finding where one is announced and nothing delimits it."""
    lines, texts, fill, _ = run
    if not texts[i - 1].endswith(":") or not texts[i][0].isupper() or texts[i].startswith(edition.profile.open_mark):
        return None
    cues = [(1.0, "the line before ends in a colon")]
    announcement = edition.language.announcement.search(" ".join(texts[max(0, i - 3) : i])[-140:])
    if announcement:
        cues.append((2.0, f"it is announced: “{announcement[0]}”"))
    if fill[i - 1].room > 0:
        cues.append((1.0, "the announcing line is short though more would have fitted"))
    last, ending = _end(reading, edition, run, i)
    cues += ending
    weight = sum(w for w, _ in cues)
    evidence = tuple(words for _, words in cues)
    if last >= i and weight >= _ENOUGH:
        certainty = min(0.99, 0.5 + weight / 20)
        return Claim(Kind.BLOCK_QUOTATION, lines[i].start, lines[last].end, "block-quotations", evidence, certainty)
    if announcement:
        help_ = "if an extract begins here, decide it in decisions.xml, with its first and last words"
        message = f"nothing delimits an extract after “{announcement[0]}”"
        return Finding("S003", message, help_, reading.source.name, lines[i].number, reading.page_at(lines[i].start))
    return None


def _decided(reading: Reading, decision: Decision, found: Claim | Finding | None, limit: int) -> Claim | None:
    """What an editor decided about an extract: that there is none, or that it is one, and where it ends (up to `limit`)."""
    details, seen = {"decision": decision.id}, found.evidence if isinstance(found, Claim) else ()
    if decision.act == "no-block-quotation":
        if found is None:
            return None
        span = (found.start, found.end) if isinstance(found, Claim) else (decision.start, decision.end)
        evidence = (f"decided otherwise: {decision.reason}", *seen)
        return Claim(Kind.REJECTED, *span, "block-quotations", evidence, details=details)
    end = min(reading.source.line_at(decision.end - 1).end, limit)
    if isinstance(found, Claim) and not decision.elided:
        end = found.end
    evidence = (f"decided: {decision.reason}", *seen)
    span = decision.start, end
    return Claim(Kind.BLOCK_QUOTATION, *span, "decision", evidence, decision.certainty, None, decision.responsible, details)


def _end(reading: Reading, edition: Edition, run: _Run, i: int) -> tuple[int, list[tuple[float, str]]]:
    """The last line of an extract that opens with line `i`, with the cues for it; -1 when no sentence ends there.

    It does not end inside a quotation, nor go on where the source marks a new paragraph. Its last line is short when it is
    so beside its other lines, since they are set narrower.
    """
    lines, texts, fill, ends = run
    stop = min(len(lines), i + _LONGEST)
    narrow = list(accumulate(max(-1.0, min(1.0, (_NARROW - f.full) / 0.05)) for f in fill[i:stop]))
    best, score, cues, quotes = -1, 0.0, list[tuple[float, str]](), 0
    for j in range(i, stop):
        quotes = quoting(edition, texts[j], quotes)
        if quotes or not ends_sentence(texts[j]):
            continue
        call = reading.within(Kind.NOTE_CALL, lines[j].start, lines[j].end)
        called = bool(call) and call[-1].end == lines[j].end
        short = fill[j].room - (1 - _own_measure(fill[i:j])) > 0.1
        total = narrow[j - i] + 3.0 * called + 2.0 * (short or j in ends)
        if best < 0 or total > score:
            best, score = j, total
            cues = [(_clip(narrow[j - i]), f"{j - i + 1} lines set to {_mean(fill[i : j + 1]):.0%} of the measure")]
            cues += [(3.0, "a note call stands at its end")] * called
            cues += [(2.0, "its last line is short")] * short
            cues += [(2.0, "the source marks a paragraph after it")] * (j in ends and not short)
            if j + 1 < len(lines):
                cues.append((1.0, f"the text goes on with “{_opening(texts[j + 1])}”"))
        if called or short or j in ends:
            break
    return best, cues


def _own_measure(fill: Sequence[Fill]) -> float:
    """How far the lines of an extract reach, as a share of the measure: as far as the text where there are none yet."""
    return min(1.0, max((f.full for f in fill), default=1.0))


def _clip(weight: float) -> float:
    return max(-4.0, min(4.0, weight))


def _mean(fill: Sequence[Fill]) -> float:
    full = [f.full for f in fill[:-1]] or [fill[-1].full]
    return sum(full) / len(full)


def _opening(text: str) -> str:
    return " ".join(re.findall(r"\S+", text)[:4])
