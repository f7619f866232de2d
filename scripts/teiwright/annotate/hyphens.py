"""Hyphens lost where the digitiser joined a divided word: found by the other forms of the same book."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from teiwright.model.claim import Kind
from teiwright.wordlist import is_word

if TYPE_CHECKING:
    from teiwright.model.lexicon import Lexicon
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_LAST = re.compile(r"[“‘(\[—]*([^\W\d_]+(?:-[^\W\d_]+)*-?)[.,;:!?”’)\]]*\d?")
_TYPES = 3
"""How many compounds with a prefix the book must have before the prefix is taken to be always hyphenated."""


class LostHyphen(NamedTuple):
    """A word that lost a hyphen: its span in the source, the word with the hyphen, why, and how sure."""

    start: int
    end: int
    reads: str
    why: str
    certainty: float


def lost_hyphens(reading: Reading, lexicon: Lexicon) -> Iterator[LostHyphen]:
    """Look at the last word of each line, where the digitiser joined what the print had divided.

    The word is restored to the hyphenated form that the book uses elsewhere, if it uses the joined form nowhere but at line
    ends; or by the prefix, if the book hyphenates that prefix in several compounds and never else joins it.
    """
    tried = (_LAST.fullmatch(reading.repaired, _last_word(reading, line), line.end) for line in reading.body_lines())
    last = [match for match in tried if match]
    at_ends = Counter(match[1].lower() for match in last)
    for match in last:
        word = match[1]
        if lexicon.count(word.rstrip("-")) > at_ends[word.lower()]:
            continue
        found = _by_form(word, lexicon) or _by_prefix(word, lexicon)
        if found:
            restored, why, certainty = found
            yield LostHyphen(*match.span(1), restored, why, certainty)
    for gap in reading.of(Kind.LINE_BREAK):
        if gap["join"] == "lost":
            line = reading.source.line_at(gap.start - 1)
            word = reading.ink(line).rsplit(maxsplit=1)[-1]
            yield LostHyphen(gap.start - len(word), gap.start, word + "-", gap.evidence[0], 0.95)


def _last_word(reading: Reading, line: Line) -> int:
    """Where the last word of a line begins in the source."""
    return max(line.start, reading.repaired.rfind(" ", line.start, line.end) + 1)


def _by_form(word: str, lexicon: Lexicon) -> tuple[str, str, float] | None:
    """The hyphenated form with the same letters; for a word that itself ends in a hyphen, the opening of one."""
    solid = word.lower().replace("-", "")
    for form in lexicon.hyphenated.get(solid, ()):
        if form.count("-") > word.count("-"):
            return _like(word, form), lexicon.attests(form), 0.95
    if word.endswith("-") and "-" in word[:-1]:
        for form in sorted(f for forms in lexicon.hyphenated.values() for f in forms):
            opening = _opening(form, len(solid))
            if opening and opening.replace("-", "") == solid and opening.count("-") > word.count("-"):
                return _like(word, opening), lexicon.attests(form), 0.95
    return None


def _by_prefix(word: str, lexicon: Lexicon) -> tuple[str, str, float] | None:
    lower = word.lower()
    if "-" in lower:
        return None
    for length in range(3, min(8, len(lower) - 2)):
        prefix, rest = lower[:length], lower[length:]
        hyphenated = lexicon.count(rest) and lexicon.prefixes.get(prefix, 0) >= _TYPES
        if hyphenated and not lexicon.joins(prefix, lower) and not is_word(lower, lexicon.language):
            why = f"the book has {lexicon.prefixes[prefix]} compounds with “{prefix}-” and joins none"
            return _like(word, f"{prefix}-{rest}"), why, 0.9
    return None


def _opening(form: str, letters: int) -> str:
    """The first so many letters of a compound with the hyphens in and after them, if a hyphen follows; else nothing."""
    seen = 0
    for i, sign in enumerate(form):
        seen += sign != "-"
        if seen == letters:
            return form[: i + 2] if form[i + 1 : i + 2] == "-" else ""
    return ""


def _like(word: str, form: str) -> str:
    """The form with the capitals of the word."""
    letters = iter(word.replace("-", ""))
    return "".join("-" if sign == "-" else next(letters) for sign in form)
