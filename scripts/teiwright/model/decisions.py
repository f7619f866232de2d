"""The editor's decisions: read from their file, anchored in a reading by printed page and quoted text.

A decision is anchored by the printed page and the words, not by an id, so that it survives every re-segmentation.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from teiwright.findings import Finding
from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from teiwright.model.reading import Reading
    from teiwright.model.view import View


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of an editor.

    act: `correct`, `keep`, `paragraph`, `no-paragraph`, `quotation`, `name` or `no-name`; page: the printed page as `pb/@n`
    has it; note: the number of a note on that page, or empty; text: the words as they stand in the source, with damage
    undone and line ends as spaces; value: the corrected words, the kind of a quotation, or the entry of a name; speaker: the
    entry of who speaks in a quotation; reason, responsible: why and who; line: of the file.
    start, end: the source characters, once anchored.
    """

    act: str
    page: str
    text: str
    reason: str
    responsible: str
    note: str = ""
    value: str = ""
    speaker: str = ""
    slip: str = "unknown"
    certainty: float = 1.0
    line: int = 0
    start: int = -1
    end: int = -1

    @property
    def id(self) -> str:
        """What the decision is called in claims and findings."""
        note = f", note {self.note}" if self.note else ""
        return f"{self.act} p. {self.page}{note}: {self.text}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of an edition, in the order of their file."""

    file: str = "decisions.xml"
    entries: tuple[Decision, ...] = ()
    _anchored: tuple[Decision, ...] = field(default=(), repr=False)

    def of(self, *acts: str) -> tuple[Decision, ...]:
        """The anchored decisions of some acts."""
        return tuple(d for d in self._anchored if d.act in acts)

    def over(self, start: int, end: int, *acts: str) -> Decision | None:
        """The first decision of some acts whose words touch a span of the source."""
        return next((d for d in self.of(*acts) if d.start < end and start < d.end), None)

    def opening(self, start: int, *acts: str) -> Decision | None:
        """The decision of some acts whose words begin at a source character."""
        return next((d for d in self.of(*acts) if d.start == start), None)

    def anchor(self, reading: Reading) -> tuple[Decisions, tuple[Finding, ...]]:
        """The same decisions with their places in a reading, and a finding for each that has none or too many."""
        anchored, findings = [], []
        views: dict[tuple[str, str], tuple[View, int] | None] = {}
        for entry in self.entries:
            key = entry.page, entry.note
            if key not in views:
                views[key] = _view(reading, entry)
            place = views[key]
            found = _find(entry, *place) if place else ()
            if len(found) == 1:
                anchored.append(replace(entry, start=found[0][0], end=found[0][1]))
            else:
                findings.append(self._astray(entry, place[0].text if place else "", len(found)))
        findings += self._contradictions(anchored)
        return replace(self, _anchored=tuple(anchored)), tuple(findings)

    def unused(self, used: Iterable[str]) -> tuple[Finding, ...]:
        """A finding for each anchored decision that changed nothing; `used`: the ids of those that did."""
        done = set(used)
        help_ = "remove it, or anchor it to words that a rule decides about"
        return tuple(
            Finding("D003", f"the decision “{d.act} {d.text}” has no effect", help_, self.file, d.line, d.page)
            for d in self._anchored
            if d.id not in done
        )

    def _astray(self, entry: Decision, text: str, count: int) -> Finding:
        where = f"page {entry.page}" + (f", note {entry.note}" if entry.note else "")
        if count:
            help_ = "quote more of the text around it"
            return Finding(
                "D002", f"“{entry.text}” occurs {count} times on {where}", help_, self.file, entry.line, entry.page
            )
        near = _nearest(entry.text, text)
        help_ = f"the nearest words there are “{near}”" if near else f"check the numbers: there is no {where} with text"
        return Finding("D001", f"“{entry.text}” does not occur on {where}", help_, self.file, entry.line, entry.page)

    def _contradictions(self, anchored: list[Decision]) -> list[Finding]:
        """A finding for each decision about words that an earlier one already decided about in another way."""
        findings: list[Finding] = []
        last: Decision | None = None
        for entry in sorted(anchored, key=lambda d: (_SUBJECT[d.act], d.start)):
            if last and _SUBJECT[last.act] == _SUBJECT[entry.act] and entry.start < last.end:
                message = f"“{entry.text}” was already decided in line {last.line}"
                findings.append(Finding("D005", message, "keep one of the two", self.file, entry.line, entry.page))
            if not last or _SUBJECT[last.act] != _SUBJECT[entry.act] or entry.end > last.end:
                last = entry
        return findings


_SUBJECT = {"correct": 0, "keep": 0, "paragraph": 1, "no-paragraph": 1, "quotation": 2, "name": 3, "no-name": 3}
"""What an act is about: two acts about the same thing at the same place contradict each other."""


def _view(reading: Reading, entry: Decision) -> tuple[View, int] | None:
    """The text in which a decision is looked for, and how much of it belongs to its own page (characters)."""
    pages = reading.of(Kind.PAGE)
    for i, page in enumerate(pages):
        if page["n"] != entry.page:
            continue
        if entry.note:
            notes = [n for n in reading.within(Kind.NOTE, page.start, page.end) if n["n"] == entry.note]
            view = reading.note_view(notes[0]) if notes else None
            return (view, len(view.text)) if view else None
        beyond = pages[min(i + 1, len(pages) - 1)].end
        view = reading.view(page.start, beyond)
        return view, view.offset(page.end)
    return None


def _find(entry: Decision, view: View, limit: int) -> tuple[tuple[int, int], ...]:
    places, at = [], view.text.find(entry.text)
    while 0 <= at < limit:
        places.append(view.span(at, at + len(entry.text)))
        at = view.text.find(entry.text, at + 1)
    return tuple(places)


def _nearest(wanted: str, text: str) -> str:
    """The stretch of a text, as many words long, that is most like the wanted words."""
    words, length = text.split(), max(1, len(wanted.split()))
    stretches = (" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))
    matcher = SequenceMatcher(b=wanted)

    def likeness(stretch: str) -> float:
        matcher.set_seq1(stretch)
        return matcher.quick_ratio()

    return max(stretches, key=likeness, default="")
