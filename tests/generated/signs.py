"""Signs that carry the truth through the typesetter: they have no width, and never reach the source."""

from __future__ import annotations

import re

POINT = "·"
"""Where a word may be divided."""

PERSON, PERSON_END = "\ue001", "\ue002"
QUOTE, QUOTE_END = "\ue003", "\ue004"
_FIRST_CALL = 0xE100

_TRUTH = re.compile("[\ue000-\uf8ff]")
_CALL = re.compile("[\ue100-\uf8ff]")


def call_sign(note: int) -> str:
    """The sign of the call of a note, by its place among all notes."""
    return chr(_FIRST_CALL + note)


def note_of(sign: str) -> int:
    """Which note a sign calls; below zero if it is the sign of something else."""
    return ord(sign) - _FIRST_CALL if "\ue100" <= sign <= "\uf8ff" else -1


def calls_in(text: str) -> list[int]:
    """The notes that a text calls, in order."""
    return [note_of(sign) for sign in _CALL.findall(text)]


def unmarked(text: str) -> str:
    """A text without signs, as it would be read."""
    return _TRUTH.sub("", text).replace(POINT, "")
