"""Dates: days, months, years, stretches of time and durations in the text, with their values after ISO 8601."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from teiwright.annotate.blocks import blocks
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.language import Calendar
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


_REACH = 60
"""How far from a year or a unit of time the rest of a date may stand, in characters."""


class Date(NamedTuple):
    """A date in a text: its span (characters), its attributes in TEI (Guidelines, 13.4), and what it rests on."""

    start: int
    end: int
    value: Mapping[str, str]
    why: str


def dates(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim each date that the language pack has a form for, outside imprints, whose dates have been found.

    The editor's decisions add dates, change their values, and reject what is none.
    """
    for d in edition.decisions.of("date"):
        stated, reason = {**d.stated, "decision": d.id}, (f"decided: {d.reason}",)
        yield Claim(Kind.TIME, d.start, d.end, "decision", reason, d.certainty, None, d.responsible, stated)
    calendar = edition.language.dates
    if calendar is None:
        return
    years = _years_of_divisions(reading, calendar)
    for block, view in blocks(reading):
        if block.kind is Kind.IMPRINT:
            continue
        division = _division(reading, block.start)
        for date in dates_in(view.text, calendar, years.get(division.start, 0) if division else 0):
            details, span = {name: value for name, value in date.value.items() if value}, view.span(date.start, date.end)
            decided = edition.decisions.over(*span, "date", "no-date", note=block.kind is Kind.NOTE)
            if decided is None:
                yield Claim(Kind.TIME, *span, "dates", (date.why,), details=details)
            elif decided.act == "no-date":
                evidence = (f"decided otherwise: {decided.reason}", date.why)
                yield Claim(Kind.REJECTED, *span, "dates", evidence, details={**details, "decision": decided.id})


def _years_of_divisions(reading: Reading, calendar: Calendar) -> dict[int, int]:
    """The year in which the text of a division was published, by where it begins, if the note to its head has a day.

    It is what “April this year” counts from.
    """
    years: dict[int, int] = {}
    for call in reading.of(Kind.NOTE_CALL):
        head = reading.at(Kind.HEAD, call.start) or reading.at(Kind.HEAD, call.start - 1)
        note, division = reading.at(Kind.NOTE, int(call["note"])), _division(reading, call.start)
        if head and note and division:
            found = (date.value.get("when", "") for date in dates_in(reading.note_view(note).text, calendar))
            day = next((when for when in found if when.count("-") == 2), "")
            years |= {division.start: int(day[:4])} if day else {}
    return years


def _division(reading: Reading, position: int) -> Claim | None:
    """The outermost division around a place."""
    return next((c for c in reading.of(Kind.DIVISION) if c.start <= position < c.end), None)


def dates_in(text: str, calendar: Calendar, year: int = 0) -> Iterator[Date]:
    """The dates of a text in order; of forms that overlap the fullest is taken, that is, the earlier one of the calendar.

    year: what “this year” is, if that is known.
    """
    found: list[Date] = []
    for start, end in _windows(text, calendar):
        for form, why in calendar.forms:
            for match in form.finditer(text, start, end):
                value = _value(match, calendar, year)
                if value and not any(match.start() < other.end and other.start < match.end() for other in found):
                    found.append(Date(*match.span(), value, why))
    return iter(sorted(found))


def _windows(text: str, calendar: Calendar) -> Iterator[tuple[int, int]]:
    """The stretches of a text that may hold a date: those around a year or a unit of time. Most of a book holds none."""
    start = end = -1
    for match in calendar.anchor.finditer(text):
        if match.start() - _REACH > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _REACH)
        end = match.end() + _REACH
    if end >= 0:
        yield start, end


def _value(match: re.Match[str], calendar: Calendar, year: int) -> Mapping[str, str]:
    """The attributes for what a form has found; none for what is no date: 31 April, a range that runs backwards."""
    parts = {name: words for name, words in match.groupdict().items() if words}
    if "relative" in parts:
        parts["year"] = str(year + calendar.relative[parts["relative"].lower()]) if year else ""
    if "unit" in parts:
        number = calendar.number(parts.get("number", ""))
        return {"dur": calendar.duration(number, parts["unit"])} if number else {}
    first, last = _point(parts, "", calendar), _point(parts, "2", calendar)
    if len(last) < len(first) and last and "-" not in last:  # 1956–57
        last = first[: len(first) - len(last)] + last
    if "year2" not in parts and "month2" not in parts:
        return {"when": first} if first else {}
    return {"from": first, "to": last} if first and first <= last else {}


def _point(parts: Mapping[str, str], which: str, calendar: Calendar) -> str:
    """A point in time as ISO 8601 has it, as precise as it is stated; empty where there is none, or cannot be."""
    year = parts.get(f"year{which}", "")
    month = calendar.months.get(parts.get(f"month{which}", "").rstrip("."), 0)
    day = int(parts.get(f"day{which}", "0"))
    if not year or (day and day > monthrange(int(year), month)[1]):
        return ""
    return "-".join([year, *([f"{month:02}"] if month else []), *([f"{day:02}"] if day else [])])
