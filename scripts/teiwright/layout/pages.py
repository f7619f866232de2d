"""Pages: the page numbers in the flow, and the pages they delimit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.profile import Profile
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line, Source

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_UNITS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_LOOK_BACK = 12
"""How many candidates back a page number may follow from; bounds the cost of a text full of lone numbers."""

_YEARS = 1000
"""From here on a number that stands alone in a whole book is a year rather than a page."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A line that may be a page number: the line, the number as printed and its value; roman ones count from -1000."""

    line: Line
    printed: str
    value: int


def pages(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find the lines that hold only a page number, as the longest ascending run of them, and the pages between.

    A lone number that breaks the run is text. Before the first numbered page and after the last, blank lines part pages;
    these get inferred numbers in square brackets (Guidelines, 3.11.3, `pb/@n`).
    """
    source, profile = reading.source, edition.profile
    candidates = _candidates(reading, profile.page_number)
    run = _longest_run(candidates)
    yield from _irregular(run, candidates, profile.skipped, source.name)
    if not run:
        help_ = "say in the profile, under [pages], what the line with the number looks like"
        yield Finding("L003", "no line holds a page number", help_, source.name)
    least = 2 if profile.paragraphs == "blank-line" or _parts_paragraphs(source, run) else 1
    starts = _starts(source, run, least, profile) if run else []
    yield from _claims(starts, len(source.text), {n.printed for n in run})
    for number in run:
        span = number.line.start, number.line.end
        evidence = ("one of an ascending run of lone numbers",)
        yield Claim(Kind.PAGE_NUMBER, *span, "pages", evidence, reads="", details={"place": profile.page_place})
    yield from _running_heads(source, run, profile, {start for start, _ in starts})


def _parts_paragraphs(source: Source, run: list[_Number]) -> bool:
    """Whether blank lines stand within the pages so often that they do not part pages: one or more on each."""
    if not run:
        return False
    numbers = {n.line.number for n in run}
    within = source.inked_between(run[0].line.start, run[-1].line.start + 1)
    gaps = [(a, b) for a, b in pairwise(within) if b.number - a.number > 1]
    return sum(a.number not in numbers and b.number not in numbers for a, b in gaps) >= len(run) - 1 > 0


def _widest(source: Source, run: list[_Number]) -> int:
    """The most blank lines that stand together within pages that have their number at the foot, so that they part none."""
    numbers = {n.line.number for n in run}
    pairs = pairwise(source.inked_between(0, run[-1].line.start + 1))
    inside = ((a, b) for a, b in pairs if b.number in numbers or (a.number > run[0].line.number and a.number not in numbers))
    return max((b.number - a.number - 1 for a, b in inside if "\f" not in source.gap(b)), default=0)


def _starts(source: Source, run: list[_Number], least: int, profile: Profile) -> list[tuple[int, str]]:
    """Where each page begins, with its number: printed, or inferred for the pages before and after the numbered ones.

    After the numbered pages it takes two blank lines to part pages: one may stand above the notes of the last page. Before
    the first number, where it stands at the foot, it takes more than stand together elsewhere within pages.
    """
    starts = [(_top(source, n.line, profile.running_heads), n.printed) for n in run]
    back = _unnumbered(source, starts[-1][0], len(source.text), 2)[1:]
    if profile.page_place == "bottom":
        starts = [(_next_ink(source, a.line), b.printed) for a, b in pairwise(run)]
        opening = _unnumbered(source, 0, run[0].line.start, max(least, _widest(source, run) + 1))
        starts.insert(0, (opening[-1] if opening else run[0].line.start, run[0].printed))
        back = _unnumbered(source, run[-1].line.end, len(source.text), 2)
    front = _unnumbered(source, 0, starts[0][0], least)
    roman = run[0].value < 0
    starts = [(p, f"[f{i}]" if roman else f"[{_roman(i)}]") for i, p in enumerate(front, 1)] + starts
    return starts + [(p, f"[{i}]") for i, p in enumerate(back, run[-1].value + 1)]


def _top(source: Source, line: Line, heads: tuple[str, ...]) -> int:
    """Where a page with its number at the top begins: with the number, or with the running head right above it."""
    above = source.lines[line.number - 2] if line.number > 1 else line
    return above.start if not above.blank and source.ink(above) in heads else line.start


def _candidates(reading: Reading, template: str) -> list[_Number]:
    """The lines that hold only a number in the stated form, which may be stated as printed or as it stands in the file."""
    before, _, after = template.partition("{n}")
    pattern = re.compile(rf"{re.escape(before)}(\d{{1,4}}|[ivxlc]+){re.escape(after)}")
    found = []
    for line in reading.source.inked:
        if line.end - line.start > len(template) + 8:
            continue
        match = pattern.fullmatch(reading.ink(line)) or pattern.fullmatch(reading.source.ink(line))
        if match:
            number = match[1]
            if number.isdigit():
                found.append(_Number(line, number, int(number)))
            elif _ROMAN.fullmatch(number):
                found.append(_Number(line, number, _value(number) - 1000))
    return found


def _longest_run(candidates: Sequence[_Number]) -> list[_Number]:
    """The best ascending run: each member counts one, each number left out costs a half."""
    scores: list[float] = []
    before: list[int] = []
    for i, number in enumerate(candidates):
        best, origin = 1.0, -1
        for j in range(max(0, i - _LOOK_BACK), i):
            step = number.value - candidates[j].value
            roman_to_arabic = candidates[j].value < 0 < number.value
            cost = 0.0 if step == 1 or roman_to_arabic else (step - 1) / 2
            if step > 0 and scores[j] + 1 - cost > best:
                best, origin = scores[j] + 1 - cost, j
        scores.append(best)
        before.append(origin)
    run: list[_Number] = []
    i = max(range(len(scores)), key=scores.__getitem__, default=-1)
    while i >= 0:
        run.append(candidates[i])
        i = before[i]
    run.reverse()
    return run if len(run) > 1 or (len(candidates) == 1 and run[0].value < _YEARS) else []


def _irregular(run: list[_Number], candidates: list[_Number], skipped: tuple[str, ...], file: str) -> Iterator[Finding]:
    """A finding for each number that the run has twice, and for each that it lacks."""
    in_run = {n.line.number for n in run}
    places = [n.line.number for n in run]
    twice: set[int] = set()
    for again in candidates:
        i = bisect_left(places, again.line.number)
        neighbours = {n.value for n in run[max(0, i - 1) : i + 1]}
        if again.line.number not in in_run and 0 < i < len(run) and again.value in neighbours:
            twice.add(i)
            help_ = "compare with the print: one of the two is misread, or is text"
            message = f"the page number {again.printed} stands twice"
            yield Finding("L002", message, help_, file, again.line.number, again.printed)
    for i, (a, b) in enumerate(pairwise(run), 1):
        if a.value < 0 < b.value or i in twice:
            continue
        for value in range(a.value + 1, b.value):
            printed = str(value) if value > 0 else _roman(value + 1000)
            if printed not in skipped:
                place = f"look between lines {a.line.number} and {b.line.number}"
                help_ = f"{place}; if the print has no such page, add it to pages.skipped"
                yield Finding("L001", f"page {printed} is missing", help_, file, b.line.number, b.printed)


def _unnumbered(source: Source, start: int, end: int, least: int) -> list[int]:
    """Where pages without a number begin in a stretch of the source: at ink after at least `least` blank lines."""
    starts, previous = [], -1_000_000
    for line in source.inked_between(start, end):
        if line.number - previous > least or "\f" in source.gap(line):
            starts.append(line.start)
        previous = line.number
    return starts


def _claims(starts: list[tuple[int, str]], end: int, printed: set[str]) -> Iterator[Claim]:
    if not starts:
        starts = [(0, "[1]")]
    for (start, n), stop in zip(starts, [p for p, _ in starts[1:]] + [end], strict=True):
        known = n in printed
        evidence = ("number printed",) if known else ("no number; parted by blank lines",)
        yield Claim(Kind.PAGE, start, stop, "pages", evidence, 1.0 if known else 0.8, details={"n": n})


def _running_heads(source: Source, run: list[_Number], profile: Profile, tops: set[int]) -> Iterator[Claim]:
    """The lines that the profile names, at the top of a page or beside its number; above one at the foot, a foot."""
    heads, at_foot = profile.running_heads, profile.page_place == "bottom"
    beside = {n.line.number + step: step for n in run for step in (2, 1, -2, -1)} if heads else {}
    for line in source.inked:
        top = line.start in tops
        if (top or line.number in beside) and source.ink(line) in heads:
            evidence = ("named in the profile, beside a page number",)
            place = "bottom" if at_foot and not top and beside[line.number] < 0 else "top"
            yield Claim(Kind.RUNNING_HEAD, line.start, line.end, "pages", evidence, reads="", details={"place": place})


def _next_ink(source: Source, line: Line) -> int:
    """Where the first line after a line begins that has ink."""
    after = (following.start for following in source.lines[line.number :] if not following.blank)
    return next(after, len(source.text))


def _value(roman: str) -> int:
    digits = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    values = [digits[c] for c in roman]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _roman(number: int) -> str:
    numeral = ""
    for sign, value in _UNITS:
        numeral += sign * (number // value)
        number %= value
    return numeral
