"""The only use of the word-list package: whether a word exists, asked where the book itself is silent.

The lists are those of pyspellchecker (frequencies from a large corpus, with inflected forms). Its own loader parses a
160,000-word JSON object in a tenth of a second; a handful of look-ups in the unpacked bytes costs a tenth of that.
"""

from __future__ import annotations

from functools import cache

_BRITISH = (("our", "or"), ("tre", "ter"), ("ence", "ense"), ("is", "iz"), ("ys", "yz"), ("ll", "l"))
"""How British spellings differ from American ones, which alone the English list has."""


def is_word(word: str, language: str) -> bool:
    """Whether the list for a language (a BCP 47 tag) has the word, in lower case. False when there is no list."""
    form, name = word.lower(), language.partition("-")[0].lower()
    forms = [form, *(form.replace(*pair) for pair in _BRITISH)] if name == "en" else [form]
    return any(f'"{spelling}":'.encode() in _list(name) for spelling in dict.fromkeys(forms))


@cache
def _list(language: str) -> bytes:
    import gzip
    from importlib import resources

    file = resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    return gzip.decompress(file.read_bytes()) if file.is_file() else b""
