"""A small typesetter: sets marked text in justified lines of a width, and divides words where it must.

It knows another face than the engine does: the widths are those of Century Schoolbook. Word spaces may shrink a little; a
word is divided only where the line would else be too loose; the last line of a paragraph ends where it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .signs import POINT, calls_in, unmarked

_WIDTHS = {
    204: "‘’", 278: " .,:;", 296: "j!", 315: "il", 333: "f-()[]", 389: "t“”", 407: "I", 426: "«»", 444: "crs?", 481: "z",
    500: "eo", 537: "gvxy", 556: "abqJ0123456789£", 574: "dp", 593: "k", 611: "hnuZ", 630: "S", 667: "FLPT",
    722: "ABCERVXY", 778: "DGKOQw", 815: "NU", 833: "H", 889: "m", 944: "M", 981: "W", 1000: "—",
}  # fmt: skip
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_SPACE = _WIDTH[" "]
_SHRINK = 0.15
"""By how much of its width a word space may shrink."""

_LOOSE = 0.97
"""Below this share of the measure a line is too loose to end without a divided word."""


@dataclass(frozen=True, slots=True)
class Set:
    """A line as it is set: its marked text, how it meets the next one, and how wide it is without stretching.

    meets: `space`, `soft` (a word is divided, its hyphen is not in the text), `hard` (the word's own hyphen ends the text),
    `dash` (a dash ends it, no space follows), or `end`.
    """

    text: str
    meets: str
    width: float


def width(text: str) -> float:
    """The natural width of a marked text in thousandths of an em; a note call is small."""
    return sum(map(_width, text))


@cache
def _width(sign: str) -> float:
    return 300 if calls_in(sign) else sum(_WIDTH.get(one, 556) for one in unmarked(sign))


def set_lines(text: str, measure: float, indent: float = 0) -> list[Set]:
    """Set a text in lines of a measure, the first one indented."""
    lines: list[Set] = []
    current = ""
    limit = measure - indent

    def close(line: str, meets: str) -> None:
        nonlocal current, limit
        lines.append(Set(line.replace(POINT, ""), meets, width(line) + measure - limit))
        current, limit = "", measure

    for token in text.split(" "):
        rest = token
        while rest:
            trial = f"{current} {rest}" if current else rest
            if width(trial) - _SHRINK * _SPACE * trial.count(" ") <= limit:
                current, rest = trial, ""
                continue
            head, tail, meets = _divided(current, rest, limit) if width(current) < _LOOSE * limit else ("", rest, "")
            if head:
                close(f"{current} {head}" if current else head, meets)
            elif current:
                close(current, "space")
            else:
                current, tail = rest, ""
            rest = tail
    close(current, "end")
    return lines


def _divided(current: str, token: str, limit: float) -> tuple[str, str, str]:
    """The longest opening of a word that still fits on a line, the rest, and how they meet; no opening if none fits."""
    best = "", token, ""
    for match in re.finditer(f"{POINT}|(?<=\\w)-(?=\\w)|(?<=\\w)—(?=\\w)", token):
        soft = match[0] == POINT
        head, tail = token[: match.start() if soft else match.end()], token[match.end() :]
        if soft and (len(re.findall(r"\w", head)) < 2 or len(re.findall(r"\w", tail)) < 3):
            continue
        line = (f"{current} {head}" if current else head) + "-" * soft
        if width(line) - _SHRINK * _SPACE * line.count(" ") <= limit:
            best = head, tail, "soft" if soft else "dash" if match[0] == "—" else "hard"
    return best
