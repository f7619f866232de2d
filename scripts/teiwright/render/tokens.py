"""Tokens: the reading text in the columns of CoNLL-U, without anything that would take a tool to know.

A token is a word, with the hyphens and apostrophes in it; what the language takes for a word at the end of another (`’s`);
an abbreviation with its stop, unless that ends the sentence; a number with the points in it; and a run of one sign of
punctuation.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from teiwright.language import Language
from teiwright.render.plain import Mark, Plain
from teiwright.render.sentences import sentences

_PUNCTUATION = r"\s!-/:-@\[-`{-~¡-©«¬®±´¶-¸»¿×÷\u2010-\u205e\u3001-\u3003\u3008-\u3011\uff01-\uff0f"
_LETTERS = rf"[^{_PUNCTUATION}]+"
_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "work": "WORK"}


def tokens(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The tokens of a sentence: where each begins and ends in it."""
    for match in _pattern(language.abbreviations).finditer(text):
        start, end = match.span()
        cut = start + _clitic(match[0], language.clitics) if match.lastgroup == "word" else start
        if cut > start:
            yield start, cut
        yield cut, end


@lru_cache(maxsize=4096)
def _clitic(word: str, clitics: re.Pattern[str]) -> int:
    """Where in a word another begins; 0 where none does."""
    found = clitics.search(word)
    return found.start() if found else 0


@cache
def _pattern(abbreviations: frozenset[str]) -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, abbreviations), key=lambda word: (-len(word), word))) or "(?!)"
    return re.compile(
        rf"\d+(?:[.,:]\d+)+(?!{_LETTERS})"
        rf"|(?:[^\W\d_]\.){{2,}}|(?:(?i:{known})|(?![a-z])[^\W\d_])\.(?!\W*$)"  # a stop that ends the sentence is its own
        rf"|(?P<word>{_LETTERS}(?:[-‐‑’'·]{_LETTERS})*(?:’(?=\s))?)"
        r"|(?P<sign>\S)(?P=sign)*"
    )


def conllu(text: Plain, language: Language, name: str) -> str:
    """A text of one block a line as CoNLL-U: blocks, sentences, tokens, and the names that are marked in it.

    name: that of the edition, and so of the document.
    """
    lines = [f"# newdoc id = {name}"]
    names, numbers = _Names(text.marks), Counter[str]()
    for block in text.blocks:
        lines.append("# newpar" + f" id = {block.id}" * bool(block.id))
        words = text.text[block.start : block.end]
        for start, end in sentences(words, language):
            numbers[block.element] += 1
            lines.append(f"# sent_id = {'.'.join(filter(None, (block.element, f's{numbers[block.element]}')))}")
            lines.append(f"# text = {words[start:end]}")
            lines += _rows(words[start:end], block.start + start, language, names)
            lines.append("")
    return "\n".join(lines) + "\n"


def _rows(text: str, offset: int, language: Language, names: _Names) -> Iterator[str]:
    """The rows of the tokens of a sentence that begins at a character of the text."""
    found = list(tokens(text, language))
    for number, (start, end) in enumerate(found, 1):
        space = text[end : found[number][0]] if number < len(found) else " "
        misc = names.at(offset + start, offset + end)
        if space != " ":
            misc.append("SpaceAfter=No" if not space else f"SpacesAfter={space}")
        misc.append(f"TokenRange={offset + start}:{offset + end}")
        yield "\t".join((str(number), text[start:end], *"_" * 7, "|".join(misc)))


class _Names:
    """The names that are marked in a text, asked for token by token."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        named = (mark for mark in marks if "mention" in mark.about and mark.start < mark.end)
        self._ahead = deque(sorted(named, key=lambda mark: (mark.start, -mark.end)))
        self._open: list[Mark] = []

    def at(self, start: int, end: int) -> list[str]:
        """What is to be said of a token: the names that it is part of, the outer first, and what they mean."""
        if not self._open and not (self._ahead and self._ahead[0].start < end):
            return []
        self._open = [mark for mark in self._open if mark.end > start]
        inside = len(self._open)
        while self._ahead and self._ahead[0].start < end:
            self._open.append(self._ahead.popleft())
        if not self._open:
            return []
        kinds = (("I-" if i < inside else "B-") + _KINDS[mark.about["mention"]] for i, mark in enumerate(self._open))
        said = [f"NER={','.join(kinds)}"]
        refs = ["+".join(mark.about.get("ref", "").split()) or "_" for mark in self._open]
        return [*said, f"Ref={','.join(refs)}"] if any(ref != "_" for ref in refs) else said
