"""Facts: what a TEI edition says is there, as strings on printed pages, so that it can be compared with a reading by eye.

Strings are as printed — the readings of `sic` and `orig`, white space made even, without page furniture and notes — since a
reading quotes what stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from teiwright.xml import Element, local, tei

NAMES = {"persName": "persons", "orgName": "organizations", "placeName": "places", "date": "dates", "docDate": "dates"}
QUOTED = ("quote", "said", "soCalled", "mentioned", "term", "title", "q")
_LEFT_OUT = ("corr", "reg", "fw", "supplied")
_MARKS = "“”‘’\"'«»„ "


@dataclass(frozen=True, slots=True)
class Fact:
    """Something on a page: the page on which it begins, its words, and what else is said of it, such as its kind."""

    page: str
    words: str
    more: str = ""


@dataclass(slots=True)
class _Stretch:
    """The words read so far of the running text or of a note, as printed and as corrected."""

    printed: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Facts:
    """All facts of an edition by sort, and the words of each page as they are corrected, notes at their end."""

    of: dict[str, list[Fact]] = field(default_factory=dict)
    pages: dict[str, list[str]] = field(default_factory=dict)
    page: str = ""

    def add(self, sort: str, page: str, words: str, more: str = "") -> None:
        """Keep a fact."""
        self.of.setdefault(sort, []).append(Fact(page, even(words), more))


def facts(root: Element) -> Facts:
    """The facts of an edition: pages, paragraphs, notes, calls, quotations, names, dates, works and slips."""
    found = Facts()
    text = root.find(tei("text"))
    if text is not None:
        _read(text, found, _Stretch(), wrong=False, right=False)
    return found


def even(words: str) -> str:
    """Words with even white space."""
    return " ".join(words.split())


def bare(words: str) -> str:
    """A quotation without its marks."""
    return even(words).strip(_MARKS)


def _read(element: Element, found: Facts, stretch: _Stretch, *, wrong: bool, right: bool) -> None:
    """Read an element: its words into the stretch, the facts that it and its children state into `found`.

    wrong, right: whether the words belong only to what is printed, or only to what is corrected.
    """
    name = local(element)
    if name == "pb":
        found.page = element.get("n", "")
        found.add("pages", found.page, found.page)
    if name == "note" and element.get("type") != "editorial":
        _note(element, found, stretch)
        return
    if name in ("fw", "note") or (name == "pc" and element.get("force") == "weak"):
        return
    begun, page = len(stretch.printed), found.page
    wrong, right = wrong or name in ("sic", "orig"), right or name in ("corr", "reg", "supplied")
    _words(element.text, found, stretch, wrong=wrong, right=right)
    for child in element:
        _read(child, found, stretch, wrong=wrong, right=right)
        _words(child.tail, found, stretch, wrong=wrong, right=right)
    if name == "lb" and not element.get("break") and stretch.printed:
        _words(" ", found, stretch, wrong=wrong, right=right)
    first = next((child for child in element.iter(tei("pb"))), None)
    opens = first is not None and not "".join(stretch.printed[begun:]).strip()
    _state(element, name, found.page if opens else page, "".join(stretch.printed[begun:]), found)


def _words(text: str | None, found: Facts, stretch: _Stretch, *, wrong: bool, right: bool) -> None:
    if not text:
        return
    if not right:
        stretch.printed.append(text)
    if not wrong:
        stretch.corrected.append(text)
        found.pages.setdefault(found.page, []).append(text)


def _note(element: Element, found: Facts, around: _Stretch) -> None:
    """A note: its words are its own; what stands before it is the place of its call."""
    own, n = _Stretch(), element.get("n", "")
    before = even("".join(around.printed)).split(" ")[-4:]
    for child in [element]:
        _words(child.text, found, own, wrong=False, right=False)
        for inner in child:
            _read(inner, found, own, wrong=False, right=False)
            _words(inner.tail, found, own, wrong=False, right=False)
    found.add("notes", found.page, "".join(own.printed), n)
    found.add("calls", found.page, " ".join(before), n)


def _state(element: Element, name: str, page: str, words: str, found: Facts) -> None:
    """The facts that one element states."""
    parent = element.getparent()
    if name == "p" and parent is not None and local(parent) != "quote":
        found.add("paragraphs", page, words)
    elif name == "quote" and element.get("rend") == "block":
        found.add("block quotations", page, words)
    elif name in QUOTED and words.strip()[:1] in _MARKS[:-1]:
        found.add("quotations", page, bare(words), name)
    if name in NAMES:
        role = next((even("".join(part.itertext())) for part in element.iterfind(tei("roleName"))), "")
        found.add(NAMES[name], page, even(words).removeprefix(role).strip(), element.get("ref", "").lstrip("#"))
    elif name == "name" and element.get("type") == "event":
        found.add("events", page, words, element.get("ref", "").lstrip("#"))
    elif name in ("bibl", "title", "rs") and (name != "rs" or element.get("type") == "work"):
        found.add("works", page, bare(words), name)
    elif name == "choice":
        found.add("slips", page, words)


def page_words(found: Facts) -> Mapping[str, str]:
    """The corrected words of each page, white space made even."""
    return {page: even("".join(pieces)) for page, pieces in found.pages.items()}


def openings(found: Facts) -> Iterator[Fact]:
    """The first words of each paragraph: where a paragraph begins."""
    for fact in found.of.get("paragraphs", ()):
        yield Fact(fact.page, opening(fact.words))


def opening(words: str) -> str:
    """The first six words, which tell a paragraph."""
    return " ".join(re.split(r"\s+", even(words))[:6])
