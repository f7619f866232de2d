"""Language packs: the words that rules need to know in each language."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from teiwright.findings import Finding, Refused

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


def load_language(tag: str, file: str) -> Language:
    """The pack for a BCP 47 tag (its primary subtag decides). Raises Refused when there is none."""
    name = tag.split("-", maxsplit=1)[0].lower()
    try:
        module = import_module(f"teiwright.language.{name}")
    except ModuleNotFoundError:
        raise Refused(Finding("P003", f"there is no language pack for “{tag}”", "write “en”", file, 1)) from None
    pack: Language = module.PACK
    return pack
