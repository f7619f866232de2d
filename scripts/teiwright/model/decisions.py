"""The editor's decisions: read from their file, anchored in a reading by printed page and quoted text.

A decision is anchored by the printed page and the words, not by an id, so that it survives every re-segmentation.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from teiwright.findings import Finding
from teiwright.model.claim import Kind
from teiwright.model.reading import FLOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Final

    from teiwright.model.reading import Reading
    from teiwright.model.view import View


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of an editor.

    act: one of those in `SUBJECTS`; page: the printed page as `pb/@n` has it; note: the number of a note on that page, or
    empty; text: the words as they stand in the source, with damage undone and line ends as spaces; of long ones the first
    and the last, with ` … ` between them; context: more words around them, to tell the place; value: the corrected words,
    the kind of a quotation, or the entry of a name; speaker, work: the entries of who speaks in a quotation and of what it
    is taken from; remark: words of the editor for the reader; stated: the attributes of a date; reason, responsible: why
    and who; line: of the file.
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
    work: str = ""
    remark: str = ""
    context: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    slip: str = "unknown"
    certainty: float = 1.0
    line: int = 0
    start: int = -1
    end: int = -1

    @property
    def elided(self) -> bool:
        """Whether only the first and the last of its words are quoted."""
        return _ELISION in self.text

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

    def on_page(self, page: str, *acts: str) -> tuple[Decision, ...]:
        """The decisions of some acts on a printed page, whether they are anchored or not."""
        return tuple(d for d in self.entries if d.page == page and d.act in acts)

    def over(self, start: int, end: int, *acts: str, note: bool = False) -> Decision | None:
        """The first decision of some acts whose words touch a span of the running text, or of a note.

        Words that go on over a page end have the notes of that page between them, and do not touch what is in these.
        """
        return next((d for d in self.of(*acts) if bool(d.note) == note and d.start < end and start < d.end), None)

    def opening(self, start: int, *acts: str) -> Decision | None:
        """The decision of some acts whose words begin at a source character."""
        return next((d for d in self.of(*acts) if d.start == start), None)

    def anchor(self, reading: Reading) -> tuple[Decisions, tuple[Finding, ...]]:
        """The same decisions with their places in a reading, and a finding for each that has none or too many."""
        anchored, findings = [], []
        views: dict[tuple[str, str], tuple[View, int] | None] = {}
        for entry in self.entries:
            if entry.act in UNANCHORED:
                anchored.append(entry)
                continue
            key = entry.page, entry.note
            if key not in views:
                views[key] = page_view(reading, entry)
            place = views[key]
            found = occurrences(entry, *place) if place else ()
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
        for entry in sorted(anchored, key=lambda d: (SUBJECTS[d.act], d.start)):
            if last and SUBJECTS[last.act] == SUBJECTS[entry.act] and entry.start < last.end:
                message = f"“{entry.text}” was already decided in line {last.line}"
                findings.append(Finding("D005", message, "keep one of the two", self.file, entry.line, entry.page))
            if not last or SUBJECTS[last.act] != SUBJECTS[entry.act] or entry.end > last.end:
                last = entry
        return findings


SUBJECTS: Final[Mapping[str, str]] = {
    "correct": "slip", "keep": "slip", "paragraph": "boundary", "no-paragraph": "boundary",
    "block-quotation": "block quotation", "no-block-quotation": "block quotation", "quotation": "quotation",
    "no-quotation": "quotation", "name": "name", "no-name": "name", "date": "date", "no-date": "date", "remark": "remark",
    "note-call": "call", "no-note-call": "call",
}  # fmt: skip
"""The acts, and what each is about: two acts about the same thing at the same place contradict each other."""

UNANCHORED = frozenset({"note-call", "no-note-call"})
"""Acts about what is undone in the text that others are anchored in; layout looks for their words on the page itself."""

_ELISION = " … "


def page_view(reading: Reading, entry: Decision) -> tuple[View, int] | None:
    """The text in which a decision is looked for, and how much of it belongs to its own page (characters).

    It is the same whatever rooms the reading has been through: slips stand in it as they do in the source.
    """
    pages = reading.of(Kind.PAGE)
    for i, page in enumerate(pages):
        if page["n"] != entry.page:
            continue
        if entry.note:
            notes = [n for n in reading.within(Kind.NOTE, page.start, page.end) if n["n"] == entry.note]
            view = reading.note_view(notes[0], FLOW) if notes else None
            return (view, len(view.text)) if view else None
        beyond = pages[min(i + 1, len(pages) - 1)].end
        view = reading.view(page.start, beyond)
        return view, view.offset(page.end)
    return None


def occurrences(entry: Decision, view: View, limit: int) -> tuple[tuple[int, int], ...]:
    """The source characters of each place in a view where a decision's words stand that begin before the limit."""
    opening, elided, closing = entry.text.partition(_ELISION)
    if entry.context:
        inside = [*_found(entry.text, entry.context, len(entry.context))]
        begun = [at + i for at in _found(entry.context, view.text, limit) for i in inside]
    else:
        begun = [*_found(opening, view.text, limit)]
    places = []
    for at in begun:
        end = view.text.find(closing, at + len(opening)) + len(closing) if elided else at + len(opening)
        if end > at:
            places.append(view.span(at, end))
    return tuple(places)


def _found(words: str, text: str, limit: int) -> Iterator[int]:
    """Where words begin in a text, before a limit."""
    at = text.find(words)
    while 0 <= at < limit:
        yield at
        at = text.find(words, at + 1)


def _nearest(wanted: str, text: str) -> str:
    """The stretch of a text, as many words long, that is most like the wanted words."""
    words, length = text.split(), max(1, len(wanted.split()))
    stretches = (" ".join(words[i : i + length]) for i in range(max(1, len(words) - length + 1)))
    matcher = SequenceMatcher(b=wanted)

    def likeness(stretch: str) -> float:
        matcher.set_seq1(stretch)
        return matcher.quick_ratio()

    return max(stretches, key=likeness, default="")
