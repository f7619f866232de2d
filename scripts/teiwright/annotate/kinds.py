"""Kinds of quotation: what a phrase in marks is, by cues that can be stated (Guidelines, 3.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from teiwright.annotate.attributions import Attribution

if TYPE_CHECKING:
    from teiwright.model.edition import Edition


class QuotationKind(NamedTuple):
    """The TEI element for a quotation, the cue it rests on, and how sure that makes us."""

    tag: str
    why: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Context:
    """A phrase in marks and what stands around it.

    text, start, end: the block's text and the phrase with its marks in it; after: where the quotation before it ends;
    called: a note call stands behind it; seen: the bare texts and kinds of the quotations so far; previous: the kind of the
    quotation before it in the block; heads: the heads of the book, in lower case; attribution: what the text states of where
    it comes from.
    """

    text: str
    start: int
    end: int
    after: int
    called: bool
    seen: tuple[tuple[str, str], ...]
    previous: str
    heads: frozenset[str] = frozenset()
    attribution: Attribution = field(default_factory=Attribution)

    @property
    def bare(self) -> str:
        """The phrase without its marks and the stops at its end."""
        return self.text[self.start : self.end].strip("“”‘’\"'«»„ .,;:—")

    @property
    def before(self) -> str:
        """The sentence so far."""
        return re.split(r"(?<=[.?!;])\s+(?=[A-Z“])", self.text[: self.start])[-1]

    @property
    def behind(self) -> str:
        """What follows, up to sixty characters."""
        return self.text[self.end : self.end + 60]


_LONG = 6
"""From how many words on a phrase in marks is taken for quoted when nothing else is known."""

_SHORT = 4
_PARENTHESIS = re.compile(r"\s*\(([^()]{2,60})\)")
_COORDINATED = re.compile(r"\s*(?:,|and|or|, and|, or)?\s*(?:the |an? )?")


def plain(text: str) -> str:
    """A text by its words alone, for comparing titles."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def kinds_of(context: Context, edition: Edition) -> tuple[QuotationKind, ...]:
    """The kinds that a quotation may be of, one for each cue that is seen, in order from the plainest to the faintest.

    The first is taken; the others were weighed.
    """
    seen = tuple(kind for cue in _CUES if (kind := cue(context, edition)))
    return seen or (QuotationKind("q", "no cue is seen", 1.0),)


def _title(c: Context, edition: Edition) -> QuotationKind | None:
    if plain(c.bare) in c.heads:
        return QuotationKind("title", "it is a head of the book", 0.99)
    words = [w for w in re.findall(r"[^\W\d_]+", c.bare) if len(w) > 3 and w not in edition.language.function_words]
    capitals = sum(w[0].isupper() for w in words)
    if len(words) > 1 and capitals == len(words) and edition.language.titled.search(c.before):
        return QuotationKind("title", "capitals throughout, after a word for a text", 0.9)
    return None


def _source(c: Context, _: Edition) -> QuotationKind | None:
    if c.called:
        return QuotationKind("quote", "a note call stands behind it", 0.98)
    stated = c.attribution
    if stated.source or (stated.who and _PARENTHESIS.match(c.behind)):
        return QuotationKind("quote" if stated.source else "said", stated.why[0], 0.98)
    return None


def _so_called(c: Context, edition: Edition) -> QuotationKind | None:
    match = edition.language.so_called.search(c.before)
    if match and len(c.bare.split()) < _LONG:
        return QuotationKind("soCalled", f"“{match[0].strip()}” stands before it", 0.95)
    return None


def _mention(c: Context, edition: Edition) -> QuotationKind | None:
    match = edition.language.mention.search(c.before)
    if match and len(c.bare.split()) <= _LONG:
        return QuotationKind("mentioned", f"“{match[0].strip()}” introduces it", 0.85)
    return None


def _coordinated(c: Context, _: Edition) -> QuotationKind | None:
    between = c.text[c.after : c.start]
    if c.previous in {"soCalled", "mentioned"} and _COORDINATED.fullmatch(between):
        return QuotationKind(c.previous, "it is joined to the phrase in marks before it", 0.85)
    return None


def _announced(c: Context, edition: Edition) -> QuotationKind | None:
    tag = "said" if c.attribution.who else "quote"
    following = _words(c.behind)[:3]
    said = [word for word in following if word in edition.language.sayings]
    if said and c.bare and c.text[c.end - 2] in ",?!":
        return QuotationKind(tag, f"“{said[0]}” follows it", 0.9)
    words = _words(c.before)
    sayings = [word for word in words if word in edition.language.sayings]
    near = c.before.rstrip().endswith((":", ",", "that")) or len(c.bare.split()) > 2
    if sayings and (near or sayings[-1] in words[-5:]):
        return QuotationKind(tag, f"“{sayings[-1]}” introduces it", 0.9)
    return None


def _repeated(c: Context, _: Edition) -> QuotationKind | None:
    words = _words(c.bare)
    for earlier, tag in c.seen:
        if tag in {"mentioned", "soCalled"} and _words(earlier)[-len(words) :] == words:
            return QuotationKind(tag, f"“{earlier}” stood in marks before", 0.8)
        if len(words) >= _SHORT and c.bare.casefold() in earlier.casefold():
            return QuotationKind("quote", "its words stand in an earlier quotation", 0.8)
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _length(c: Context, _: Edition) -> QuotationKind | None:
    words = len(c.bare.split())
    if words >= _LONG:
        return QuotationKind("quote", f"{words} words, more than a term has", 0.7)
    if words <= _SHORT:
        return QuotationKind("soCalled", "a short phrase in marks that nobody is said to have used", 0.6)
    return None


_CUES: tuple[Callable[[Context, Edition], QuotationKind | None], ...] = (
    _title, _source, _so_called, _mention, _coordinated, _announced, _repeated, _length,
)  # fmt: skip
