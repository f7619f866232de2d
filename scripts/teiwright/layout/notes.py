"""Notes: the note areas at the foot of the pages, and the calls that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import UNANCHORED

if TYPE_CHECKING:
    from re import Pattern

    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_GLUED = r"(?<=[^\s\d(\[£$€¥#+=*/_<>%°§–—-])(?:(?<!\d[.,:])|(?<=\d{4}\.))(\d{1,2})(?![^\W_]|[.,:]\d)"
"""A numeral glued to a word, a stop or a closing mark: not part of a date, a range or a decimal."""

_DECIMAL = re.compile(r"(?<=\d\.)(\d{1,2})(?=\s+[“‘(]?[A-ZÀ-Þ]|$)")
"""A numeral after figures and a stop, where a sentence may have ended: `£20.9` at the end of a line."""

_FORMULA = re.compile(r"(?:^|[^\w.])(?:[A-Z]{1,3}|[’'])$")
"""What stands before a numeral that is no call: a formula (CO2), a shortened year (’48)."""


_FORM = "if it is no note, name the words in the profile, under notes.ignore"

Spans = list[tuple[int, int]]


class _Calls(NamedTuple):
    """The spans that may be calls, by number: the plain ones, and those that count only where a note is due."""

    plain: dict[int, Spans]
    doubtful: dict[int, Spans]


@dataclass(frozen=True, slots=True)
class _Label:
    """A line that begins with a note's label: the line, the number, the number as printed, and where the text begins."""

    line: Line
    number: int
    printed: str
    text_start: int


def notes(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Pair the notes at the foot of each page with their calls, one to one.

    A note area runs from a line with the label that is due (1, or the next after the last note) to the end of the page;
    labels ascend in it, and each is called above it. A call is the same number in the form that the profile gives; a bare
    numeral counts only where it is glued to what precedes it (`perfect.1`, `proletariat.”2`).
    """
    profile = edition.profile
    label, call = _label_pattern(profile.note_label), _call_pattern(profile.note_call)
    furniture = {reading.source.line_at(c.start).number for c in reading.of(Kind.PAGE_NUMBER, Kind.RUNNING_HEAD)}
    last = 0
    for page in reading.of(Kind.PAGE):
        lines = [x for x in reading.source.inked_between(page.start, page.end) if x.number not in furniture]
        area, calls = _foot(reading, edition, lines, label, call, last)
        rulings = _rulings(reading, edition, lines)
        yield from (_ruled(outcome, rulings) for outcome in _pair(reading, page, lines, area, calls))
        yield from _denied(rulings)
        yield from _orphans(reading, page, area, calls)
        last = area[-1].number if area else last


def _foot(
    reading: Reading, edition: Edition, lines: list[Line], label: Pattern[str], call: Pattern[str], last: int
) -> tuple[list[_Label], _Calls]:
    """The note area of a page and the calls above it: the lowest one whose every label is called, else the lowest."""
    tried = []
    for area in _areas(reading, edition, lines, label, last):
        calls = _calls(reading, lines[: lines.index(area[0].line)], call, edition)
        tried.append((area, calls))
        if all(x.number in calls.plain or x.number in calls.doubtful for x in area):
            return area, calls
    return tried[0] if tried else ([], _calls(reading, lines, call, edition))


def _label_pattern(template: str) -> Pattern[str]:
    before, _, after = template.rstrip().partition("{n}")
    return re.compile(rf"{re.escape(before)}(\d{{1,3}}){re.escape(after)}[^\S\r\n\f\v\x1c-\x1f]+(?=[^\s\d])")


def _call_pattern(template: str) -> Pattern[str]:
    before, _, after = template.partition("{n}")
    return re.compile(rf"{re.escape(before)}(\d{{1,3}}){re.escape(after)}" if before or after else _GLUED)


def _areas(reading: Reading, edition: Edition, lines: list[Line], label: Pattern[str], last: int) -> list[list[_Label]]:
    """The stretches of a page that may be its note area: labels that ascend from the one that is due; the lowest first."""
    found: list[_Label] = []
    for line in lines:
        match = label.match(reading.source.text, line.start, line.end)
        ignored = any(reading.ink(line).startswith(words) for words in edition.profile.no_notes)
        if match and not ignored and not reading.source.text[match.end()].islower():
            found.append(_Label(line, int(match[1]), match[1], match.end()))
    areas: list[list[_Label]] = []
    for i, first in enumerate(found):
        if first.number in (1, last + 1) and not any(first in area for area in areas):
            areas.append([first])
            for other in found[i + 1 :]:
                if other.number == areas[-1][-1].number + 1:
                    areas[-1].append(other)
    return areas[::-1]


def _calls(reading: Reading, body: list[Line], call: Pattern[str], edition: Edition) -> _Calls:
    """The spans in the text of a page that may be calls, by number: the plain ones, and those that may be something else."""
    calls = _Calls({}, {})
    rulings, bare = _rulings(reading, edition, body), call.pattern == _GLUED
    for line in body:
        ink = reading.ink(line)
        ignored = [m.span() for words in edition.profile.no_notes for m in re.finditer(re.escape(words), ink)]
        ignored += [(start - line.start, end - line.start) for _, start, end in rulings]
        for match in (*call.finditer(ink), *(_DECIMAL.finditer(ink) if bare else ())):
            if any(first <= match.start() < end for first, end in ignored):
                continue
            span = line.start + match.start(), line.start + match.end()
            before = ink[: match.start()]
            word = re.search(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$", before)
            abbreviated = word and word[1].lower() in edition.language.abbreviations
            doubtful = not before or match.re is _DECIMAL or _FORMULA.search(before) or abbreviated
            (calls.doubtful if doubtful else calls.plain).setdefault(int(match[1]), []).append(span)
    for decision, start, end in rulings:
        if decision.act == "note-call":
            calls.plain[int(decision.value)] = [(start, end)]
    return calls


def _rulings(reading: Reading, edition: Edition, lines: Sequence[Line]) -> list[tuple[Decision, int, int]]:
    """What an editor decided about numerals on a page: each decision whose words stand on a line, and the numeral's span.

    Their words end with the numeral; of those that deny a call the numeral is the last figures.
    """
    page = reading.page_at(lines[0].start) if lines else ""
    found = []
    for decision in edition.decisions.on_page(page, *UNANCHORED):
        numeral = re.search(r"\d+$", decision.text)
        line = next((line for line in lines if decision.text in reading.ink(line)), None)
        if numeral and line and decision.value in ("", numeral[0][-len(decision.value) :]):
            end = line.start + reading.ink(line).index(decision.text) + len(decision.text)
            found.append((decision, end - len(decision.value or numeral[0]), end))
    return found


def _ruled(outcome: Claim | Finding, rulings: Iterable[tuple[Decision, int, int]]) -> Claim | Finding:
    """A call with the decision that made it one."""
    for decision, start, end in rulings:
        if isinstance(outcome, Claim) and outcome.kind is Kind.NOTE_CALL and (outcome.start, outcome.end) == (start, end):
            details, evidence = {**outcome.details, "decision": decision.id}, (f"decided: {decision.reason}",)
            return replace(outcome, details=details, evidence=evidence, responsible=decision.responsible)
    return outcome


def _denied(rulings: Iterable[tuple[Decision, int, int]]) -> Iterator[Claim]:
    """The numerals that an editor decided to be no calls."""
    for decision, start, end in rulings:
        if decision.act == "no-note-call":
            evidence = (f"decided otherwise: {decision.reason}",)
            yield Claim(Kind.REJECTED, start, end, "notes", evidence, details={"decision": decision.id})


def _pair(reading: Reading, page: Claim, lines: list[Line], area: list[_Label], calls: _Calls) -> Iterator[Claim | Finding]:
    ends = [lines[lines.index(following.line) - 1].end for following in area[1:]] + [lines[-1].end] if area else []
    for label, end in zip(area, ends, strict=True):
        places = calls.plain.get(label.number) or calls.doubtful.get(label.number, [])
        where = reading.source.name, label.line.number, page["n"]
        if not places:
            help_ = f"look for its numeral on the page; {_FORM}"
            yield Finding("L004", f"note {label.number} has no call", help_, *where)
        elif len(places) > 1:
            at = ", ".join(str(reading.source.line_at(start).number) for start, _ in places)
            help_ = f"the numeral stands in lines {at}; {_FORM}"
            yield Finding("L006", f"note {label.number} has {len(places)} possible calls", help_, *where)
        details = {"n": label.printed, "page": page["n"], "text-start": str(label.text_start)}
        evidence = (f"label {label.number} at the foot of page {page['n']}", f"{len(places)} call above it")
        yield Claim(Kind.NOTE, label.line.start, end, "notes", evidence, reads="", details=details)
        for start, stop in places[:1]:
            details = {"n": label.printed, "page": page["n"], "note": str(label.line.start)}
            yield Claim(Kind.NOTE_CALL, start, stop, "notes", evidence, reads="", details=details)


def _orphans(reading: Reading, page: Claim, area: list[_Label], calls: _Calls) -> Iterator[Finding]:
    """A finding for each call that no note of a numbered page answers."""
    if page["n"].startswith("["):
        return
    for number in sorted(set(calls.plain) - {label.number for label in area}):
        line = reading.source.line_at(calls.plain[number][0][0]).number
        help_ = f"look for the note at the foot of the page; {_FORM}"
        yield Finding("L005", f"the call {number} has no note", help_, reading.source.name, line, page["n"])
