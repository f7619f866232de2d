"""Sentences: where a sentence ends in a block of text, and the text with one sentence a line.

A sentence ends at a stop, a question or exclamation mark or an ellipsis (`...`, `. . .`), with the quotation marks and
brackets that close behind it, if a space follows and then something that can begin a sentence: no small letter. A stop ends
none behind an abbreviation, unless the language says that it may be a word like any other and a capital follows; behind a
capital alone (`V. I. Lenin`) or letters parted by stops (`U.S.`), unless the language knows the next word for one that
begins sentences; and behind the number that begins a block (`2. Two rules`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiwright.language import Language
from teiwright.render.plain import Plain

_CLOSING = "”’»›\"')\\]}"
_OPENING = "“‘„‚«‹\"'(\\[{¿¡—–-"
_END = re.compile(rf"(?P<mark>\.(?: \.)+|[.!?…。！？]+)[{_CLOSING}]*(?P<gap> )(?P<next>[{_OPENING}]*.)")
_WORD = re.compile(r"[^\s“‘„‚«‹(\[{—–]*$")
_DOTTED = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)*", re.UNICODE)
_NUMBER = re.compile(r"[\[(]?(?:\d+|[IVXLCDM]+|[ivxlcdm]+|\w)\.")


def sentences(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences of a block of text: where each begins and ends in it, the space between them left out."""
    start = 0
    for match in _END.finditer(text):
        gap = match.start("gap")
        if match["next"][-1].islower() or (match["mark"] == "." and _is_within(text, start, match, language)):
            continue
        yield start, gap
        start = gap + 1
    yield start, len(text)


def _is_within(text: str, start: int, match: re.Match[str], language: Language) -> bool:
    """Whether a single stop is part of the word before it, and no more."""
    stop = match.end("mark")
    found = _WORD.search(text, start, stop)
    word = found[0] if found else "."
    bare = word[:-1].lower()
    if bare in language.abbreviations and not (bare in language.closing and match["next"][-1].isupper()):
        return True
    if _DOTTED.fullmatch(word) and word[0].isupper():
        return language.continuation.match(text, match.start("next")) is None
    return start == 0 and _NUMBER.fullmatch(text, 0, stop) is not None


def by_sentence(text: Plain, language: Language) -> Plain:
    """A text of one block a line with one sentence a line, and an empty line between blocks."""
    spaces: list[tuple[int, str]] = []
    for block in text.blocks:
        found = list(sentences(text.text[block.start : block.end], language))
        spaces += ((block.start + end, "\n") for _, end in found[:-1])
        spaces.append((block.end, "\n\n"))
    return text.respaced(spaces[:-1])
