"""Scores: precision, recall and F1 for each sort of fact, with every miss and every invention listed.

A reading is a folder of JSON lines, one file for each sort (docs/measuring.md). Only its pages count, and only the sorts
that it has a file for. What the reading itself is not sure of is scored leniently: it counts for the edition where it is
found, and not against it where it is not; nor is it invented where the reading has it as doubtful.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from teiwright.measuring.facts import Fact, Facts, around, bare, even, facts, opening, openings
from teiwright.xml import Element

Row = Mapping[str, Any]
Reading = Mapping[str, Sequence[Row]]

_KINDS = {
    "quotation": {"quote", "said"}, "scare": {"soCalled"}, "term": {"mentioned", "term", "soCalled"}, "title": {"title"},
    "unknown": {"quote", "said", "soCalled", "mentioned", "term", "title", "q"},
}  # fmt: skip
"""Which elements say what a reading calls a quotation."""

_SURE = 0.9
"""From which confidence on a reading counts as sure."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reading has: the fact, whether it is sure of it, and other facts that will do as well."""

    fact: Fact
    sure: bool = True
    others: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How one sort of fact came out: how many were found, and what was missed and invented."""

    sort: str
    found: int
    missed: tuple[Fact, ...] = field(default=())
    invented: tuple[Fact, ...] = field(default=())

    @property
    def precision(self) -> float:
        """Of what the edition says, how much is right; 1 where it says nothing."""
        return self.found / (self.found + len(self.invented)) if self.found or self.invented else 1.0

    @property
    def recall(self) -> float:
        """Of what the reading has, how much the edition says; 1 where there is nothing."""
        return self.found / (self.found + len(self.missed)) if self.found or self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        """The figures in a line, and each miss and invention in a line below."""
        figures = f"precision {self.precision:.3f}   recall {self.recall:.3f}   F1 {self.f1:.3f}"
        lines = [f"{self.sort:<17} {self.found:>4} found   {figures}"]
        lines += [f"    missed    p. {fact.page}: {fact.words}" for fact in self.missed]
        lines += [f"    invented  p. {fact.page}: {fact.words}" for fact in self.invented]
        return "\n".join(lines)


def told(score: Score) -> dict[str, Any]:
    """A score as data."""
    return {
        "sort": score.sort,
        "found": score.found,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "missed": [{"page": fact.page, "words": fact.words} for fact in score.missed],
        "invented": [{"page": fact.page, "words": fact.words} for fact in score.invented],
    }


def read(files: Mapping[str, bytes]) -> Reading:
    """A reading from its files by name without suffix. Raises ValueError for a line that is no JSON object."""
    return {name: [json.loads(line) for line in data.decode("utf-8").splitlines() if line] for name, data in files.items()}


def measure(root: Element, reading: Reading) -> tuple[Score, ...]:
    """Compare an edition with a reading, sort by sort, on the pages that the reading has."""
    found, pages = facts(root), {str(row["n"]) for row in reading.get("pages", ())}
    scores = []
    for sort, (file, wanted, said) in _SORTS.items():
        if file in reading:
            own = [fact for fact in said(found) if fact.page in pages]
            scores.append(compared(sort, list(wanted(reading)), own))
    scores += [_kinds(found, reading, pages)] if "quotes" in reading else []
    scores += [_slips(found, reading, pages)] if "corrections" in reading else []
    return tuple(scores)


def compared(sort: str, wanted: Sequence[Wanted], said: Sequence[Fact]) -> Score:
    """Pair off what is wanted with what is said, each at most once, what is sure first.

    What is said of words that the reading doubts, or of some of them, is not held against the edition.
    """
    left = Counter(Fact(fact.page, fact.words) for fact in said)
    hits, missed, doubtful = 0, list[Fact](), set[Fact]()
    for one in sorted(wanted, key=lambda one: not one.sure):
        match = next((fact for fact in (one.fact, *one.others) if left[fact] > 0), None)
        if match is not None:
            left[match] -= 1
            hits += 1
        elif one.sure:
            missed.append(one.fact)
        else:
            doubtful.update((one.fact, *one.others))
    invented = [fact for fact in left.elements() if not any(_touch(fact, other) for other in doubtful)]
    return Score(sort, hits, tuple(missed), tuple(invented))


def _touch(fact: Fact, other: Fact) -> bool:
    """Whether two facts are about the same words, or one about some of the other's."""
    return fact.page == other.page and (fact.words in other.words or other.words in fact.words)


def _mentions(name: str) -> Callable[[Reading], Iterator[Wanted]]:
    def wanted(reading: Reading) -> Iterator[Wanted]:
        for row in reading.get(name, ()):
            others = tuple(Fact(str(row["page"]), even(words)) for words in row.get("accept", ()))
            yield Wanted(Fact(str(row["page"]), even(row["mention"])), _is_sure(row), others)

    return wanted


def _works(reading: Reading) -> Iterator[Wanted]:
    """The mentions of works; a clause that leads to a quotation, and a note on publication, may be taken for one or not."""
    for row, wanted in zip(reading["works"], _mentions("works")(reading), strict=True):
        clause = row["kind"] == "publication-note" or (row["kind"] == "reference" and row.get("for_quote"))
        yield replace(wanted, sure=False) if clause else wanted


def _pages(reading: Reading) -> Iterator[Wanted]:
    return (Wanted(Fact(str(row["n"]), str(row["n"]))) for row in reading.get("pages", ()))


def _paragraphs(reading: Reading) -> Iterator[Wanted]:
    doubtful = {opening(row["after"]) for row in reading.get("boundaries", ()) if not row["gold_sure"]}
    begun = set()
    for row in reading.get("blocks", ()):
        if row["type"] == "p" and not row["continues_paragraph"]:
            words = opening(row["text"])
            begun.add(words)
            unsure = any(words.startswith(one) or one.startswith(words) for one in doubtful)
            yield Wanted(Fact(str(row["page_start"]), words), not unsure)
    for row in reading.get("boundaries", ()):
        if not row["gold_sure"] and opening(row["after"]) not in begun:
            words = opening(row["after"])  # on the page of the sentence end, or the next
            yield Wanted(Fact(str(row["page"]), words), False, (Fact(str(int(row["page"]) + 1), words),))


def _blocks(reading: Reading) -> Iterator[Wanted]:
    for row in reading.get("blocks", ()):
        if row["type"] == "blockquote":
            yield Wanted(Fact(str(row["page_start"]), even(row["text"])))


def _quotations(reading: Reading) -> Iterator[Wanted]:
    for row in reading.get("quotes", ()):
        if row["form"] == "inline":
            others = tuple(
                Fact(str(row["page"]), bare(words)) for words in (row.get("text_src"), *row.get("accept", ())) if words
            )
            yield Wanted(Fact(str(row["page"]), bare(row["text"])), others=others)


def _notes(reading: Reading) -> Iterator[Wanted]:
    return (Wanted(Fact(str(row["page"]), even(row["text"]))) for row in reading.get("notes", ()))


def _calls(reading: Reading) -> Iterator[Wanted]:
    for row in reading.get("notes", ()):
        yield Wanted(Fact(str(row["anchor_page"]), " ".join(even(row["anchor_before"]).split(" ")[-4:])))


def _said(sort: str) -> Callable[[Facts], Iterable[Fact]]:
    return lambda found: found.of.get(sort, ())


_SORTS: Mapping[str, tuple[str, Callable[[Reading], Iterable[Wanted]], Callable[[Facts], Iterable[Fact]]]] = {
    "pages": ("pages", _pages, _said("pages")),
    "paragraphs": ("blocks", _paragraphs, openings),
    "notes": ("notes", _notes, _said("notes")),
    "calls": ("notes", _calls, _said("calls")),
    "block quotations": ("blocks", _blocks, _said("block quotations")),
    "quotations": ("quotes", _quotations, _said("quotations")),
    "persons": ("persons", _mentions("persons"), _said("persons")),
    "organizations": ("orgs", _mentions("orgs"), _said("organizations")),
    "places": ("places", _mentions("places"), _said("places")),
    "events": ("events", _mentions("events"), _said("events")),
    "dates": ("dates", _mentions("dates"), _said("dates")),
    "works": ("works", _works, _said("works")),
}
"""For each sort the file of a reading that it stands in, what the reading wants, and what an edition says."""


def _kinds(found: Facts, reading: Reading, pages: set[str]) -> Score:
    """Of the inline quotations that are found, those of an acceptable kind."""
    said = [fact for fact in found.of.get("quotations", ()) if fact.page in pages]
    hits, wrong = 0, list[Fact]()
    for row in reading.get("quotes", ()):
        match = next((fact for fact in said if fact.words in (bare(row["text"]), bare(row.get("text_src") or ""))), None)
        if row["form"] != "inline" or match is None:
            continue
        said.remove(match)
        if match.more in _KINDS[row["kind"]] | _KINDS.get(row.get("alt_kind") or "", set()):
            hits += 1
        else:
            wrong.append(match)
    return Score("kinds", hits, tuple(wrong), tuple(wrong))


def _slips(found: Facts, reading: Reading, pages: set[str]) -> Score:
    """The slips that the reading is sure of, seen in the corrected words; and corrections of what it has no doubts about."""
    rows = reading.get("corrections", ())
    hits, missed = 0, list[Fact]()
    for row in rows:
        if row["certainty"] != "high":
            continue
        if even(row["context"].replace(row["sic"], row["corr"])) in around(found, str(row["page"])):
            hits += 1
        else:
            missed.append(Fact(str(row["page"]), row["sic"]))
    known = [row for row in rows if row["certainty"] != "low"]
    invented = [
        fact for fact in found.of.get("slips", ()) if fact.page in pages and not any(_same_slip(fact, row) for row in known)
    ]
    return Score("slips", hits, tuple(missed), tuple(invented))


def _same_slip(fact: Fact, row: Row) -> bool:
    near = str(row["page"]).isdigit() and fact.page.isdigit() and abs(int(fact.page) - int(row["page"])) <= 1
    return near and (fact.words in row["context"] or row["sic"] in fact.words)


def _is_sure(row: Row) -> bool:
    confidence = row.get("confidence", "high")
    return confidence >= _SURE if isinstance(confidence, (int, float)) else confidence == "high"
