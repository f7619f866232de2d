"""Annotations after the Web Annotation Data Model (W3C Recommendation, 23 February 2017) on the reading text.

Names, dates, quotations, corrections and notes, each with its place in the text and the words that stand there. An
annotation has the id of what it tells of in the edition; addresses are relative, to files in the same folder.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from teiwright.model.places import Places
from teiwright.render.plain import Mark, Plain
from teiwright.render.setting import DATA, Setting
from teiwright.xml import Element

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""How many characters are quoted before and behind the words of an annotation."""

_Body = dict[str, str]


class _Note(NamedTuple):
    """An annotation: where it begins; its id in the edition; why it is made; what it says; where else it is."""

    mark: Mark
    id: str
    motivation: str
    bodies: list[_Body]
    others: Sequence[Mark] = ()


def collection(text: Plain, root: Element, name: str) -> str:
    """The annotations on a text, as JSON-LD with one annotation a line. root: the stream; name: that of the edition."""
    return _Annotations(text, root, quote(name)).serialized()


class _Annotations:
    """What is said of the text of one edition."""

    def __init__(self, text: Plain, root: Element, name: str) -> None:
        self._text, self._name, self._root = text.text, name, root
        self._marks = text.marks
        self._language = root.get("lang", "und")
        self._entries = {entry.get("id", ""): entry for entry in root.iter(f"{DATA}entry")}
        self._numbers = Counter[str]()

    def serialized(self) -> str:
        """One collection with one page, which holds all."""
        file = f"{self._name}.annotations.jsonld"
        made = [*self._of_marks(), *self._quotations(), *self._notes()]
        made.sort(key=lambda one: (one.mark.start, -one.mark.end, one.id))
        lines = [json.dumps(self._annotation(file, one), ensure_ascii=False) for one in made]
        collection = {
            "@context": CONTEXT,
            "id": file,
            "type": "AnnotationCollection",
            "label": self._root.get("title", ""),
            "total": len(lines),
            "first": {"id": f"{file}#page-1", "type": "AnnotationPage", "startIndex": 0, "items": []},
        }
        begun = json.dumps(collection, ensure_ascii=False, indent=1)
        return begun.replace('"items": []', '"items": [\n' + ",\n".join(lines) + "\n]") + "\n"

    def _annotation(self, file: str, one: _Note) -> Mapping[str, Any]:
        targets = [self._target(mark) for mark in (one.mark, *one.others)]
        return {
            "id": f"{file}#{one.id}",
            "type": "Annotation",
            "motivation": one.motivation,
            "body": one.bodies,
            "target": targets if len(targets) > 1 else targets[0],
        }

    def _target(self, mark: Mark) -> Mapping[str, Any]:
        start, end = self._words(mark)
        return {
            "source": f"{self._name}.corpus.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": self._text[start:end],
                    "prefix": self._text[max(0, start - AROUND) : start],
                    "suffix": self._text[end : end + AROUND],
                },
            ],
        }

    def _words(self, mark: Mark) -> tuple[int, int]:
        """The place of a mark; where that has no words, the word before it, or the first of all."""
        if mark.start < mark.end:
            return mark.start, mark.end
        before = re.search(r"\S+\s*\Z", self._text[max(0, mark.start - 200) : mark.start])
        if before:
            end = mark.start - len(before[0]) + len(before[0].rstrip())
            return mark.start - len(before[0]), end
        first = re.search(r"\S+", self._text)
        return first.span() if first else (0, 0)

    def _of_marks(self) -> Iterator[_Note]:
        """Names, dates and corrections."""
        for mark in self._marks:
            about = mark.about
            if "mention" in about:
                bodies = [self._plain(about["mention"], "classifying")]
                for ref in about.get("ref", "").split():
                    bodies += self._entry(ref)
                yield _Note(mark, about.get("as") or self._numbered(mark, "u"), "identifying", bodies)
            if "date" in about:
                bodies = [self._plain("date", "classifying"), self._plain(about["date"], "identifying")]
                yield _Note(mark, self._numbered(mark, "d"), "identifying", bodies)
            if "correction" in about:
                yield _Note(mark, about["correction"], "editing", [self._words_of(about["was"])])

    def _entry(self, id_: str) -> Iterator[_Body]:
        entry = self._entries[id_]
        yield self._link(id_, "identifying")
        if wikidata := entry.get("wikidata"):
            yield _resource(f"http://www.wikidata.org/entity/{wikidata}", "identifying")
        yield self._plain(entry.get("name", ""), "tagging")

    def _quotations(self) -> Iterator[_Note]:
        """Quotations, the parts of one that is interrupted in one annotation."""
        parts: dict[str, list[Mark]] = {}
        first: dict[str, str] = {}
        for mark in self._marks:
            if "quotation" in mark.about:
                id_ = mark.about["id"]
                first[id_] = first.get(mark.about.get("prev", ""), id_)
                parts.setdefault(first[id_], []).append(mark)
        for id_, marks in parts.items():
            about = marks[0].about
            bodies = [self._plain(about["quotation"], "classifying")]
            bodies += (self._link(who, "identifying") for who in about.get("who", "").split())
            bodies += (self._link(work, "linking") for work in about.get("work", "").split())
            if citation := about.get("citation"):
                bodies.append(self._link(citation[1:], "linking") if citation[0] == "#" else _resource(citation, "linking"))
            # The element may be a mention as well, whose annotation has the id of the element.
            own = f"{id_}-quotation" if "mention" in about else id_
            yield _Note(marks[0], own, "classifying", bodies, marks[1:])

    def _notes(self) -> Iterator[_Note]:
        """Notes at their calls, and remarks of the editors."""
        notes = {note[0].get("n", ""): list(note) for note in self._root.iter(f"{DATA}note")}
        calls: dict[str, list[Mark]] = {}
        for mark in self._marks:
            about = mark.about
            if "words" in about:
                bodies = [self._words_of(about["words"])]
                yield _Note(mark, about.get("id") or self._numbered(mark, "e"), "commenting", bodies)
            for number in {about.get("note", ""), about.get("again", "")} & set(notes):
                calls.setdefault(number, []).append(mark)
        for number, (mark, *others) in calls.items():
            id_ = notes[number][0].get("id")
            bodies = [self._words_of(_said(notes[number]))] + ([self._link(id_, "linking")] if id_ else [])
            yield _Note(mark, id_ or self._numbered(mark, "n"), "commenting", bodies, others)

    def _numbered(self, mark: Mark, letter: str) -> str:
        stem = "-".join(filter(None, (mark.element, letter)))
        self._numbers[stem] += 1
        return f"{stem}{self._numbers[stem]}"

    def _link(self, id_: str, purpose: str) -> _Body:
        return _resource(f"{self._name}.html#{id_}", purpose)

    def _words_of(self, words: str) -> _Body:
        return self._plain(words, "commenting") | {"language": self._language}

    def _plain(self, value: str, purpose: str) -> _Body:
        return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _resource(address: str, purpose: str) -> _Body:
    return {"type": "SpecificResource", "source": address, "purpose": purpose}


def _said(parts: Iterable[Element]) -> str:
    """The words of a note, in one line; a word may go on from part to part."""
    said = ""
    for part in parts:
        setting = Setting(Places())
        setting.walk(part)
        line = next(part.iter(f"{DATA}lb"), None)
        said += " " * (line is None or line.get("break") != "no") + " ".join(setting.plain().text.split())
    return said.strip()
