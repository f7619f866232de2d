"""The only use of the word-list package: whether a word exists, asked where the book itself is silent.

The lists are those of pyspellchecker (frequencies from a large corpus, with inflected forms). Its own loader parses a
160,000-word JSON object in a tenth of a second; a handful of look-ups in the unpacked bytes costs a tenth of that.
"""

from __future__ import annotations

from functools import cache


def is_word(word: str, language: str) -> bool:
    """Whether the list for a language (a BCP 47 tag) has the word, in lower case. False when there is no list."""
    return f'"{word.lower()}":'.encode() in _list(language.split("-", maxsplit=1)[0].lower())


@cache
def _list(language: str) -> bytes:
    import gzip
    from importlib import resources

    file = resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    return gzip.decompress(file.read_bytes()) if file.is_file() else b""
