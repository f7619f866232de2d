"""Divisions: the heads that the contents name, numbered sections, and separators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind
from teiwright.structure.contents import entry_title

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_SEPARATOR = re.compile(r"(?:[*＊·•⁂◆]|-{3,}|—)(?:\s*[*＊·•⁂◆—])*")
_SECTIONS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
             "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV")  # fmt: skip
_TALLEST_HEAD = 6
"""How many lines a head may have."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A head: the span of its lines, its level (1 is outermost), its number and why it is one."""

    start: int
    end: int
    level: int
    n: str
    evidence: tuple[str, ...]


def divisions(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find the heads in the body, and make a division of what follows each up to the next of its level.

    A head of the first level is named by the contents and stands on the page that they give; in a book without contents it
    is a line in capitals at the top of a page or between blank lines. A roman numeral alone on its line, in its turn
    (I, II, III …), heads a section. Lines of asterisks are separators.
    """
    body = next(zone for zone in reading.of(Kind.ZONE) if zone["name"] == "body")
    lines = [line for line in reading.body_lines() if body.start <= line.start < body.end]
    heads: list[_Head] = []
    entries = reading.of(Kind.ENTRY)
    if entries:
        by_page: dict[str, list[Line]] = {}
        for line in lines:
            by_page.setdefault(reading.page_at(line.start), []).append(line)
        for n, entry in enumerate(entries, 1):
            head = _named(reading, by_page.get(entry["page"], []), entry, str(n))
            if head and head.start not in {other.start for other in heads}:
                heads.append(head)
            else:
                yield _absent(reading, entry)
    else:
        heads = _capitals(reading, lines)
    heads += _sections(reading, lines, heads)
    heads.sort(key=lambda head: head.start)
    for head in heads:
        yield Claim(Kind.HEAD, head.start, head.end, "divisions", head.evidence)
    yield from _spans(reading, heads, body, edition.profile.division)
    for line in lines:
        if _SEPARATOR.fullmatch(reading.ink(line)):
            yield Claim(Kind.SEPARATOR, line.start, line.end, "divisions", ("a line of ornaments alone",))


def _named(reading: Reading, here: Sequence[Line], entry: Claim, n: str) -> _Head | None:
    """The head that an entry names, among the lines of its page."""
    wanted = _words(entry_title(reading, entry))
    worded = [bool(_words(reading.ink(line))) for line in here]
    for i in range(len(here)):
        for j in range(i if worded[i] else len(here), min(i + _TALLEST_HEAD, len(here))):
            if _words(reading.view(here[i].start, here[j].end).text) == wanted:
                evidence = (f"the contents name it for page {entry['page']}",)
                return _Head(here[i].start, here[j].end, 1, n, evidence)
    return None


def _absent(reading: Reading, entry: Claim) -> Finding:
    title = entry_title(reading, entry)
    line = reading.source.line_at(entry.start).number
    help_ = "compare the head on that page with the contents"
    return Finding("S001", f"“{title}” is not on page {entry['page']}", help_, reading.source.name, line, entry["page"])


def _capitals(reading: Reading, lines: Sequence[Line]) -> list[_Head]:
    heads: list[_Head] = []
    previous: Line | None = None
    for line in lines:
        text = reading.view(line.start, line.end).text
        apart = previous is None or line.number - previous.number > 1
        capitals = text.isupper() and sum(c.isalpha() for c in text) > 2 and text not in _SECTIONS
        if capitals and heads and previous and heads[-1].end == previous.end and line.number == previous.number + 1:
            last = heads.pop()
            heads.append(_Head(last.start, line.end, 1, last.n, last.evidence))
        elif capitals and apart:
            heads.append(_Head(line.start, line.end, 1, str(len(heads) + 1), ("capitals, set apart",)))
        previous = line
    return heads


def _sections(reading: Reading, lines: Sequence[Line], above: Sequence[_Head]) -> list[_Head]:
    found: list[_Head] = []
    starts, due = sorted(head.start for head in above), 0
    for line in lines:
        if starts and line.start >= starts[0]:
            starts.pop(0)
            due = 0
        named = any(head.start <= line.start < head.end for head in above)
        if not named and due < len(_SECTIONS) and reading.ink(line).rstrip(".") == _SECTIONS[due]:
            evidence = (f"the numeral {_SECTIONS[due]} alone on its line, in its turn",)
            found.append(_Head(line.start, line.end, 2, _SECTIONS[due], evidence))
            due += 1
    return found


def _spans(reading: Reading, heads: Sequence[_Head], body: Claim, kind: str) -> Iterator[Claim]:
    starts = [_opening(reading, head) for head in heads]
    for i, head in enumerate(heads):
        end = next((starts[j] for j in range(i + 1, len(heads)) if heads[j].level <= head.level), body.end)
        details = {"n": head.n, "type": kind if head.level == 1 else "section", "level": str(head.level)}
        yield Claim(Kind.DIVISION, starts[i], end, "divisions", head.evidence, details=details)


def _opening(reading: Reading, head: _Head) -> int:
    """Where a division begins: with its page if the head is the first thing on it, else with the head."""
    page = reading.at(Kind.PAGE, head.start)
    if page is None:
        return head.start
    number = reading.within(Kind.PAGE_NUMBER, page.start, head.start)
    between = reading.source.text[number[-1].end if number else page.start : head.start]
    return head.start if between.strip() else page.start


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
