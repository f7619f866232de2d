"""The classifications that an edition uses, each category with what it rests on: kinds of quotation, origins of slips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

    from teiwright.model.reading import Reading

_KINDS: Final[Mapping[str, str]] = {
    "quote": "words quoted, from a text or from a speaker. Given where a note is called or an author is named in brackets "
    "right after the words, where a verb of saying or writing introduces or follows them, where they stand in an earlier "
    "quotation, or where they are a block that is announced; with less certainty to any passage longer than a term",
    "said": "words attributed to a speaker, whom the attribute who names. Given where the text says whose words they are",
    "soCalled": "an expression from which the text keeps its distance. Given where a word such as “so-called” stands before "
    "it, or where it is joined to such an expression or repeats it; with less certainty to any short phrase that nobody is "
    "said to have used",
    "mentioned": "a word or phrase that is spoken about. Given where a word such as “term” or “slogan” introduces it, or "
    "where it is joined to such a phrase or repeats it",
    "term": "a technical term that the text introduces. Given by decision only",
    "title": "the title of a work or of a part of one. Given where the words are a head of this book, or stand in capitals "
    "after a word for a text",
    "q": "words in quotation marks of which nothing more is claimed. Given where no cue is seen",
}
"""What makes a passage in quotation marks one of a kind, by its element: the cues of `annotate.kinds`, in words."""

_ORIGINS: Final[Mapping[str, str]] = {
    "transcription": "a slip made when the print was turned into the file: a lost hyphen, a stray sign, a letter read for "
    "another. Given where the print cannot well have had what the file has",
    "print": "an error of the print, which the file repeats. Given where there is evidence that the print had it",
    "unknown": "an error that may have been in the print or come into the file later. Given where nothing tells which",
}
"""Where a slip comes from, by the `@type` of its correction."""

_OF_KINDS = ("Kinds of quotation", "The name of the element is the kind. It rests on the cue named here, or on a decision.")
_OF_ORIGINS = ("Origins of slips", "The type of corr and reg is the origin.")


def classifications(reading: Reading) -> list[str]:
    """The class declaration of a reading: of each classification the categories that its text uses; none if it uses none.

    A category that nothing belongs to would send a reader looking for what is not there.
    """
    kinds = {c["tag"] for c in reading.of(Kind.QUOTATION)} | {"quote" for _ in reading.of(Kind.BLOCK_QUOTATION)}
    origins = {c["source"] for c in reading.of(Kind.EMENDATION)}
    lines = [
        *_taxonomy("quotation-kinds", _OF_KINDS, "kind", _KINDS, kinds),
        *_taxonomy("slip-origins", _OF_ORIGINS, "slip", _ORIGINS, origins),
    ]
    return ["<classDecl>", *lines, "</classDecl>"] if lines else []


def _taxonomy(name: str, descs: tuple[str, ...], prefix: str, meanings: Mapping[str, str], used: set[str]) -> list[str]:
    categories = [
        f'    <category xml:id="{prefix}-{key}"><catDesc>{key}: {meaning}</catDesc></category>'
        for key, meaning in meanings.items()
        if key in used
    ]
    head = [f'  <taxonomy xml:id="{name}">', *(f"    <desc>{desc}</desc>" for desc in descs)]
    return [*head, *categories, "  </taxonomy>"] if categories else []
