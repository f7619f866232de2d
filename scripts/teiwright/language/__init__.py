"""Language packs: the words that rules need to know in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from re import Pattern


_NEVER = re.compile(r"(?!)")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes dates.

    months: the number of each month by its names, full and short; forms: patterns with the groups day, month, year and day2,
    month2, year2 for the end of a stretch of time, or number and unit for a duration, each with what it is in words, the
    fullest first; anchor: what every date has, quick to find; numbers: number words; units: the ISO 8601 letter of each
    unit, and how many of that unit it has; relative: words for a year that count from the year of the text, with how many
    they add (the group relative of a form).
    """

    months: Mapping[str, int]
    forms: tuple[tuple[Pattern[str], str], ...]
    anchor: Pattern[str]
    numbers: Mapping[str, int]
    units: Mapping[str, tuple[str, int]]
    relative: Mapping[str, int] = field(default_factory=dict)

    def number(self, words: str) -> int:
        """The number that figures or number words state, such as “twenty-five” or “a hundred”; 0 if they state none."""
        total = 0
        for word in words.lower().replace("-", " ").replace(",", "").split():
            value = int(word) if word.isdecimal() else self.numbers.get(word, 0)
            if not value:
                return 0
            total = max(total, 1) * value if value >= 100 else total + value
        return total

    def duration(self, number: int, unit: str) -> str:
        """A duration after ISO 8601: `P10Y`."""
        letter, size = self.units[unit.lower()]
        return f"P{number * size}{letter}"


@dataclass(frozen=True, slots=True)
class Citing:
    """How a language cites.

    scopes: what may be cited of a work, each the whole of one field between commas, with the groups from and to, and its
    unit in TEI (Guidelines, 3.12.2.5); ibidem: words for the work cited just before; opere: for the work of that author
    cited before; opening: words that lead to a citation and are no part of it, such as “See”; joining: what stands between
    two authors.
    """

    scopes: tuple[tuple[Pattern[str], str], ...]
    ibidem: Pattern[str]
    opere: Pattern[str]
    opening: Pattern[str]
    joining: Pattern[str]


@dataclass(frozen=True, slots=True)
class Language:
    """What the rules know of a language. Patterns are compiled; sets hold lower-case words.

    tag: its BCP 47 tag.
    sayings: verbs of saying, as they stand before a colon or beside a quotation.
    announcement: the end of a line after which words of another may follow as a block.
    continuation: openings by which a sentence continues the one before it; anaphora: words that point back.
    so_called, mention: what stands before a phrase in marks that is distanced, or spoken about.
    titled: what stands before a title in marks.
    roles: forms of address and office that may stand before a name.
    contents, publishers: words that head a list of contents; words in a publisher's name.
    function_words: words that never end a compound; suspending: those that may follow a suspended hyphen (`pre- and`).
    abbreviations: words that a stop abbreviates; calendar: names of months and days, which always have a capital.
    dates: how dates are written; None where that is not known.
    indefinite: what stands before a name that then means no one in particular (“a Communist Party”).
    signed_insertion: words that somebody put into a quotation and signed, with their parentheses.
    pronouns: words that stand for a speaker who was named before, as alternatives of a pattern.
    finite: verbs that are finite wherever they stand after their subject.
    citing: how works are cited; None where that is not known.
    closing: those abbreviations that may as well be the last word of a sentence, or a word like any other.
    clitics: what is a word of its own at the end of a word (`’s`).
    """

    tag: str
    sayings: frozenset[str]
    announcement: Pattern[str]
    continuation: Pattern[str]
    anaphora: Pattern[str]
    so_called: Pattern[str]
    mention: Pattern[str]
    titled: Pattern[str]
    roles: tuple[str, ...]
    contents: frozenset[str]
    publishers: Pattern[str]
    function_words: frozenset[str]
    suspending: frozenset[str]
    abbreviations: frozenset[str]
    calendar: frozenset[str]
    dates: Calendar | None = None
    indefinite: frozenset[str] = frozenset()
    signed_insertion: Pattern[str] = _NEVER
    pronouns: str = "(?!)"
    finite: frozenset[str] = frozenset()
    citing: Citing | None = None
    closing: frozenset[str] = frozenset()
    clitics: Pattern[str] = _NEVER


def load_language(tag: str) -> Language:
    """The pack for a BCP 47 tag (its primary subtag decides), or one that knows no words when there is none."""
    name = tag.partition("-")[0].lower()
    if find_spec(f"teiwright.language.{name}") is None:
        never, nothing = _NEVER, _NOTHING
        return Language(
            tag, nothing, never, never, never, never, never, never, (), nothing, never, nothing, nothing, nothing, nothing
        )
    pack: Language = import_module(f"teiwright.language.{name}").PACK
    return pack
