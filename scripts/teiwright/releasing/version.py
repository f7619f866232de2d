"""Versions after Semantic Versioning 2.0 (semver.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = r"(?:0|[1-9][0-9]*)"
_PRE = rf"(?:{_NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
_FORM = re.compile(
    rf"(?P<core>{_NUMBER}\.{_NUMBER}\.{_NUMBER})(?:-(?P<pre>{_PRE}(?:\.{_PRE})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?"
)

Precedence = tuple[tuple[int, ...], bool, tuple[tuple[bool, int, str], ...]]


@dataclass(frozen=True, slots=True)
class Version:
    """A version: its text, and what decides which of two is higher.

    precedence: by section 11 of the specification: the three numbers; then a pre-release before none; then its
    identifiers one by one, numbers before words, numbers by size, words by ASCII, fewer before more. Build metadata
    decide nothing.
    """

    text: str
    precedence: Precedence

    @classmethod
    def of(cls, text: str) -> Version:
        """The version that a text states. Raises ValueError for what is no Semantic Version."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(f"“{text}” is no Semantic Version, such as 1.2.0 or 2.0.0-rc.1")
        numbers = tuple(int(number) for number in match["core"].split("."))
        parts = match["pre"].split(".") if match["pre"] else []
        ranked = tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)
        return cls(text, (numbers, not parts, ranked))

    def __str__(self) -> str:
        return self.text


def highest(texts: Iterable[str]) -> Version | None:
    """The highest of the versions among some texts; None where none of them is a version."""
    found = [Version.of(text) for text in texts if _FORM.fullmatch(text)]
    return max(found, key=lambda version: version.precedence, default=None)
