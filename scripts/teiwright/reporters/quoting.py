"""Quoting: the words of a document and its files where they could do harm: a terminal, a parser, a service that reads logs.

Whoever writes a document chooses what a report quotes. None of it may become a command, markup or a line of its own.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from unicodedata import category

if TYPE_CHECKING:
    from teiwright.findings import Finding

_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)")
"""The second sign of what begins a command wherever it stands in a line of a log: `##[error]`, `##vso[`, `##teamcity[`."""

_UNSHOWN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
_LOST = "\ufffd"


def shown(words: str) -> str:
    """Words on one line, as a terminal or a log may show them, sign for sign: what acts or cannot be seen becomes U+FFFD."""
    if not words.isprintable():
        words = "".join(_LOST if category(sign) in _UNSHOWN else sign for sign in words.replace("\t", " "))
    return _COMMAND.sub(_LOST, words)


def held(words: str) -> str:
    """Words as XML and HTML can hold them, on one line: what they cannot, or what turns words round, becomes U+FFFD."""
    if words.isprintable():
        return words
    return "".join(" " if sign in "\t\n\r" else _LOST if _banned(sign) else sign for sign in words)


def _banned(sign: str) -> bool:
    """Whether a sign is a control, half a surrogate pair, no character at all, or sets a direction by force."""
    point = ord(sign)
    nothing = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
    return nothing or category(sign) in ("Cc", "Cs") or 0x202A <= point <= 0x202E or 0x2066 <= point <= 0x2069


def in_markup(markup: str) -> str:
    """XML or HTML that holds no command to a service that reads logs, and says the same."""
    return _COMMAND.sub("&#35;", markup)


def in_json(value: object, indent: int | None = None) -> str:
    """A value as JSON in which every sign that acts or cannot be seen is escaped.

    Nothing is lost but half a surrogate pair, as a file’s name may hold one that is not UTF-8: many parsers refuse it.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() or sign == "\n" else _escaped(sign) for sign in text)
    return _COMMAND.sub(r"\\u0023", text)


def _escaped(sign: str) -> str:
    return _LOST if category(sign) == "Cs" else json.dumps(sign)[1:-1]


def excerpt(finding: Finding, most: int) -> tuple[str, str, str]:
    """The quoted line in three parts: before the place, what is meant, and after it; without the space that it begins with.

    most: how many characters of the line are wanted; `…` stands where more was left out. Nothing is meant where no column
    is known.
    """
    quote = finding.quote
    start = max(0, finding.column - 1)
    end = start + finding.width if finding.column else 0
    indent = len(quote) - len(quote.lstrip())
    before, meant, after = quote[min(indent, start) : start], quote[start:end], quote[max(start, end) :]
    if not finding.column:
        after = after.lstrip()
    if len(before + meant + after) <= most:
        return before, meant, after
    kept = before[-(most // 3) :]
    room = most - len(kept)
    meant_kept, after_kept = meant[:room], after[: max(0, room - len(meant))]
    cut = "…" if len(meant_kept) + len(after_kept) < len(meant) + len(after) else ""
    return "…" * (len(kept) < len(before)) + kept, meant_kept, after_kept + cut
