"""Facts: what a TEI edition says is there, as strings on printed pages, so that it can be compared with a reading by eye.

Strings are as printed — the readings of `sic` and `orig`, white space made even, without page furniture and notes — since a
reading quotes what stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """The words read so far of the running text or of a note, as printed (with the page of each) and as corrected."""

    printed: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
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
    """Words with even white space, and none beside a dash, where a line end may stand."""
    return re.sub(r" ?— ?", "—", " ".join(words.split()))


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
    begun, corrected, page = len(stretch.printed), len(stretch.corrected), found.page
    wrong, right = wrong or name in ("sic", "orig"), right or name in ("corr", "reg", "supplied")
    _words(element.text, found, stretch, wrong=wrong, right=right)
    for child in element:
        _read(child, found, stretch, wrong=wrong, right=right)
        if name in NAMES and local(child) == "roleName":
            begun = len(stretch.printed)  # a form of address is no part of the mention
        _words(child.tail, found, stretch, wrong=wrong, right=right)
    if name == "lb" and not element.get("break") and stretch.printed:
        _words(" ", found, stretch, wrong=wrong, right=right)
    own = zip(stretch.printed[begun:], stretch.places[begun:], strict=True)
    page = next((place for words, place in own if words.strip()), page)
    marked = "".join(stretch.corrected[corrected:]).strip()[:1] in _MARKS[:-1]
    _state(element, name, page, "".join(stretch.printed[begun:]), found, marked=marked)


def _words(text: str | None, found: Facts, stretch: _Stretch, *, wrong: bool, right: bool) -> None:
    if not text:
        return
    if not right:
        stretch.printed.append(text)
        stretch.places.append(found.page)
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


def _state(element: Element, name: str, page: str, words: str, found: Facts, *, marked: bool) -> None:
    """The facts that one element states; marked: whether its words, as corrected, begin with a quotation mark."""
    parent = element.getparent()
    if name == "p" and parent is not None and local(parent) != "quote":
        found.add("paragraphs", page, words)
    elif name == "quote" and element.get("rend") == "block":
        found.add("block quotations", page, words)
    elif name in QUOTED and marked:
        found.add("quotations", page, bare(words), name)
    role = next((even("".join(part.itertext())) for part in element.iter(tei("roleName"))), "")
    if name in NAMES:
        found.add(NAMES[name], page, words, element.get("ref", "").lstrip("#"))
    elif name == "name" and element.get("type") == "event":
        found.add("events", page, words, element.get("ref", "").lstrip("#"))
    elif name == "bibl" or (name == "rs" and element.get("type") == "work") or (name == "title" and not _cited(element)):
        found.add("works", page, bare(even(words).removeprefix(role)), name)
    elif name == "choice":
        found.add("slips", page, words)


def _cited(element: Element) -> bool:
    """Whether a title is part of a citation, which is one mention of the work."""
    parent = element.getparent()
    return parent is not None and local(parent) == "bibl"


def around(found: Facts, page: str) -> str:
    """The corrected words of a page and the next, white space made even; a word that is cut between them is whole."""
    pages = [page, str(int(page) + 1)] if page.isdecimal() else [page]
    return even("".join("".join(found.pages.get(one, ())) for one in pages))


def openings(found: Facts) -> Iterator[Fact]:
    """The first words of each paragraph: where a paragraph begins."""
    for fact in found.of.get("paragraphs", ()):
        yield Fact(fact.page, opening(fact.words))


def opening(words: str) -> str:
    """The first six words, which tell a paragraph."""
    return " ".join(re.split(r"\s+", even(words))[:6])
