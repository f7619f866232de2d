"""The words of a date, changed to another date and left in their form."""

from __future__ import annotations

import re
from datetime import date

from teiwright.language import load_language

_STATED = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?(?:-(?P<day>[0-9]{2}))?")
_WORD = re.compile(r"\w+")


def precise(day: date, like: str) -> str:
    """A day after ISO 8601, as precise as another date: to the year, the month or the day."""
    length = len(like) if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", like) else 10
    return day.isoformat()[:length]


def reworded(words: str, stated: str, day: date, language: str) -> str:
    """The words for another day in the form of these: “23 November 2026” or “November 2026”, “November 23, 2026”, “2026”.

    stated: the date that the words are for, after ISO 8601; language: its BCP 47 tag, whose pack knows the months.
    Empty when the form is not one of these, or the words do not say what is stated.
    """
    calendar = load_language(language).dates
    months: dict[int, str] = {}
    for name, number in calendar.months.items() if calendar else ():
        months.setdefault(number, name)  # the full names come first
    old = _STATED.match(stated)
    if not old:
        return ""
    known = {old["year"]: f"{day:%Y}"}
    if old["month"] and months:
        month = months.get(int(old["month"]), "")
        known[month] = months[day.month]
        if old["day"] and re.search(rf"\b{month}\b", words):
            known |= {old["day"]: f"{day:%d}", str(int(old["day"])): str(day.day)}
    found = _WORD.findall(words)
    if not set(found) <= set(known) or len(found) > len(set(found)):
        return ""
    return _WORD.sub(lambda word: known[word[0]], words)
