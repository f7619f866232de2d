"""The lexicon: which word forms the book itself uses, and how often."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING

from teiwright.wordlist import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word: letters, with hyphens and apostrophes inside."""

_DIVIDED = re.compile(r"[^\W\d_]+[-\u00ad¬][^\S\r\n]*(?:\r\n?|\n)\s*[^\W\d_]+")
"""What a hyphen at a line end parts: whether the halves are words is not known yet."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word forms of a book, lower-cased, with their counts, and the compounds each solid form stands for.

    counts: how often a form occurs; hyphenated: solid form → the hyphenated forms that have the same letters; capitals:
    forms that stand with a capital after a word in lower case more than once, as names do; prefixes: what stands before
    the first hyphen of a compound → the number of such compounds; padded: forms found once that are one of the thirty
    commonest forms with one letter more → that form; near: long forms found once that differ by one letter, before the
    ending, from just one form that is found often → that form.
    """

    counts: Mapping[str, int]
    hyphenated: Mapping[str, tuple[str, ...]]
    capitals: frozenset[str]
    prefixes: Mapping[str, int]
    padded: Mapping[str, str]
    near: Mapping[str, str]
    language: str

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, text: str, language: str) -> Lexicon:
        """The lexicon of a text in a language (BCP 47). Two rooms ask for the same one; it is made once.

        The halves of a word that a hyphen divides at a line end are no evidence that the book has them as words.
        """
        text = _DIVIDED.sub(" ", text)
        counts = Counter(WORD.findall(text.lower()))
        hyphenated: dict[str, tuple[str, ...]] = {}
        for form in counts:
            if "-" in form:
                solid = form.replace("-", "")
                hyphenated[solid] = (*hyphenated.get(solid, ()), form)
        inside = Counter(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", text))
        capitals = frozenset(word for word, times in inside.items() if times > 1)
        prefixes = Counter(form.partition("-")[0] for form in counts if "-" in form)
        return cls(counts, hyphenated, capitals, prefixes, _padded(counts), _near(counts), language)

    def count(self, word: str) -> int:
        """How often the book has the word, in any case."""
        return self.counts.get(word.lower(), 0)

    def attests(self, word: str) -> str:
        """That the book has the word, in words: evidence for a claim."""
        count = self.count(word)
        return f"the book has “{word}” " + ("once" if count == 1 else f"{count} times")

    def knows(self, word: str, least: int = 1) -> bool:
        """Whether the book has the word at least so often or, where the book is silent, the word list has it."""
        return self.count(word) >= least or is_word(word, self.language)

    def capitalized(self, word: str) -> bool:
        """Whether the book writes the word with a capital in the middle of sentences, more than once."""
        return word in self.capitals

    def opens(self, opening: str) -> bool:
        """Whether a form of the book begins so."""
        return any(form.startswith(opening) for form in self.counts)

    def joins(self, prefix: str, but: str) -> bool:
        """Whether the book has a solid form, other than `but`, made of the prefix and one of its words."""
        return any(
            form.startswith(prefix) and form != but and "-" not in form and form[len(prefix) :] in self.counts
            for form in self.counts
        )


def _padded(counts: Mapping[str, int]) -> dict[str, str]:
    commonest = set(nlargest(30, counts, key=lambda form: (counts[form], form)))
    found = {}
    for form, count in counts.items():
        if count == 1 and 3 <= len(form) <= 6:
            shorter = {form[:i] + form[i + 1 :] for i in range(len(form))} & commonest
            if len(shorter) == 1:
                found[form] = shorter.pop()
    return found


def _near(counts: Mapping[str, int]) -> dict[str, str]:
    """Near-duplicates: found by the forms that two words share when each has lost a letter (Garbe's SymSpell)."""
    often = [form for form, count in counts.items() if count >= _OFTEN and len(form) >= _LONG and form.isalpha()]
    shared: dict[str, set[str]] = {}
    for form in often:
        for piece in (form, *_shorter(form)):
            shared.setdefault(piece, set()).add(form)
    found = {}
    for form, count in counts.items():
        if count == 1 and len(form) >= _LONG and form.isalpha():
            like = {other for piece in (form, *_shorter(form)) for other in shared.get(piece, ())}
            if len(like) == 1:
                found[form] = like.pop()
    return found


def _shorter(form: str) -> Iterator[str]:
    """A form without one of its letters; the first and the ending stay, as there other words differ from it."""
    return (form[:i] + form[i + 1 :] for i in range(1, len(form) - _ENDING))


_OFTEN, _LONG, _ENDING = 4, 7, 3
"""How often the usual form is found, how many letters a form must have, and how many the ending has."""
