"""Language packs: the words that rules need to know in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern


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


_NEVER = re.compile(r"(?!)")
_NOTHING: frozenset[str] = frozenset()


def load_language(tag: str) -> Language:
    """The pack for a BCP 47 tag (its primary subtag decides), or one that knows no words when there is none."""
    name = tag.partition("-")[0].lower()
    if find_spec(f"teiwright.language.{name}") is None:
        never, nothing = _NEVER, _NOTHING
        return Language(tag, nothing, never, never, never, never, never, never, (), nothing, never, *[nothing] * 4)
    pack: Language = import_module(f"teiwright.language.{name}").PACK
    return pack
