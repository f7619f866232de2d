"""Words divided by line and page ends: what joins, and which hyphens are real."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from teiwright.model.claim import Claim, Kind
from teiwright.model.lexicon import Lexicon

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_LEFT = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*$")
_RIGHT = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:[-’'][^\W\d_]+)*)[^\w\s-]*\d*$")
_POSSESSIVE = re.compile(r"[’']s$")
_DASH = ("—", "–")
_DIVIDING = ("\u00ad", "¬")


class _Join(NamedTuple):
    """How two lines meet: `space`, `solid`, `soft` or `hard` hyphen, `lost` hyphen or `dash`; why; how sure."""

    how: str
    evidence: tuple[str, ...]
    certainty: float = 1.0


class _Book(NamedTuple):
    """What the whole book says: its text, its words, how it sets its dashes; what may follow a suspended hyphen.

    edges: how often a form stands last or first on a page, where it may be the half of a word; names: the words of the names
    that the authority files know; last: how often a form stands last on a line.
    """

    text: str
    lexicon: Lexicon
    dash: _Join
    suspending: frozenset[str]
    edges: Counter[str]
    names: frozenset[str]
    last: Counter[str]

    def solid(self, word: str) -> int:
        """How often the book has a form other than at the end of a line, where digitisers join what a hyphen divided."""
        return self.lexicon.count(word) - self.last[word.lower()]

    def elsewhere(self, word: str) -> bool:
        """Whether the book has a form other than at page ends."""
        return self.lexicon.count(word) > self.edges[word.lower()]

    def free(self, word: str) -> bool:
        """Whether a form is a word: the book has it elsewhere or, where it is silent, the word list has it."""
        return self.lexicon.knows(word, self.edges[word.lower()] + 1)


_SPACE = _Join("space", ("a word ends with the line",))


def word_division(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Decide for each line end whether a word goes on over it, and whether a hyphen there belongs to the word.

    Evidence is taken from the book first (which of the two forms it uses elsewhere), then from the names that its editors
    know, and from a word list only where all are silent. Words cut without a hyphen are looked for at page ends alone,
    where digitisers lose the hyphen.
    """
    text = reading.repaired
    language = edition.language
    starts = [page.start for page in reading.of(Kind.PAGE)]
    pairs = pairwise(reading.body_lines())
    body = [(a, b, bisect_right(starts, a.start) != bisect_right(starts, b.start)) for a, b in pairs]
    edges = Counter(edge for a, b, page_end in body if page_end for edge in _edges(reading.ink(a), reading.ink(b)))
    names = frozenset(word for entry in edition.entries for form in entry.forms for word in form.split())
    last = Counter(match[1].lower() for line in reading.body_lines() if (match := _LAST.search(reading.ink(line))))
    book = _Book(text, Lexicon.of(text, language.tag), _dash(text), language.suspending, edges, names, last)
    for a, b, page_end in body:
        yield _claim(reading, book, a, b, page_end)
    for note in reading.of(Kind.NOTE):
        for a, b in pairwise(reading.source.inked_between(note.start, note.end)):
            yield _claim(reading, book, a, b, False)


def _edges(left: str, right: str) -> list[str]:
    """The words at the end of one line and at the beginning of the next, in lower case; not those that a hyphen parts."""
    return [match[0].lower() for match in (_LEFT.search(left), _RIGHT.match(right)) if match and not left.endswith("-")]


def _claim(reading: Reading, book: _Book, a: Line, b: Line, page_end: bool) -> Claim:
    left, right = reading.ink(a), reading.ink(b)
    join = _SPACE
    opens_dash = right.startswith(_DASH) and not right[1:2].isspace()
    if left.endswith(_DIVIDING):
        join = _Join("soft", ("a sign that only divides words",))
    elif left.endswith(("-", "‐")) and right[:1].isalnum():
        join = _hyphen(left[:-1], right, book)
    elif left.endswith(_DASH) or opens_dash:
        join = book.dash
    elif page_end:
        join = _cut(left, right, book)
    start = a.end - 1 if join.how == "soft" else a.end
    reads = " " if join.how == "space" else ""
    details = {"join": join.how}
    return Claim(Kind.LINE_BREAK, start, b.start, "word-division", join.evidence, join.certainty, reads, details=details)


def _hyphen(left: str, right: str, book: _Book) -> _Join:
    """A hyphen at a line end: the word's own (hard), or the printer's (soft)."""
    head, tail = _LEFT.search(left), _RIGHT.match(right)
    if not head or not tail:
        return _Join("hard", ("a figure follows or precedes the hyphen",))
    rest = _POSSESSIVE.sub("", tail[0])
    lexicon, compound, solid = book.lexicon, f"{head[0]}-{rest}", head[0] + rest
    with_hyphen, without = lexicon.count(compound), book.solid(solid)
    if with_hyphen > without:
        return _Join("hard", (lexicon.attests(compound),))
    if without:
        return _Join("soft", (lexicon.attests(solid),))
    if solid in book.names:
        return _Join("soft", (f"“{solid}” is in a name that the authority files have",))
    if tail[0][0].isupper():
        return _Join("hard", (f"“{tail[0]}” has a capital",))
    if lexicon.knows(solid, book.last[solid.lower()] + 1):
        return _Join("soft", (f"the book is silent; the word list has “{solid}”",), 0.9)
    if tail[0] in book.suspending:
        return _Join("space", (f"a hyphen suspended before “{tail[0]}”",), 0.9)
    return _Join("hard", (f"neither the book nor the word list has “{solid}”",), 0.9)


def _dash(text: str) -> _Join:
    """How a dash at a line end joins the lines: as the book sets its dashes elsewhere."""
    closed = len(re.findall(r"\w[—–]\w", text))
    spaced = len(re.findall(r"\w [—–] \w", text))
    if closed >= spaced:
        return _Join("dash", (f"the book sets its dashes without spaces ({closed} to {spaced})",))
    return _Join("space", (f"the book sets its dashes with spaces ({spaced} to {closed})",))


def _cut(left: str, right: str, book: _Book) -> _Join:
    """A page end without a hyphen: between two words, or inside one whose hyphen was lost."""
    head, tail = _LEFT.search(left), _RIGHT.match(right)
    if not head or not tail:
        return _SPACE
    rest = _POSSESSIVE.sub("", tail[0])
    compound, solid = f"{head[0]}-{rest}", head[0] + rest
    lexicon = book.lexicon
    if lexicon.count(compound) and f"{head[0]} {tail[0]}" not in book.text:
        return _Join("lost", (f"{lexicon.attests(compound)}, never in two words",))
    free = book.elsewhere(head[0]) and book.elsewhere(tail[0])
    if free or tail[0][0].isupper():
        return _Join("space", (f"“{head[0]}” and “{tail[0]}” are words of the book",))
    if lexicon.count(solid):
        return _Join("solid", (lexicon.attests(solid),))
    if solid in book.names:
        return _Join("solid", (f"“{solid}” is in a name that the authority files have",))
    if lexicon.knows(solid) and not (book.free(head[0]) and book.free(tail[0])):
        return _Join("solid", (f"the book is silent; the word list has “{solid}”",), 0.95)
    return _Join("space", (f"neither the book nor the word list has “{solid}”",), 0.95)
