"""A release in an edition's header: the version, its dates, and a change. What else stands there stays, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from teiwright.findings import Finding, Refused
from teiwright.releasing.dates import precise, reworded
from teiwright.releasing.markup import Edit, Place, edited, places
from teiwright.xml import XML, Element, read_own, tei, xml_id

if TYPE_CHECKING:
    from teiwright.releasing import Release

FILE = "header.xml"
_EXAMPLE = '<edition n="0.1.0">First edition, <date when="2026-01-31">31 January 2026</date></edition>'
_EDITION = f"{tei('fileDesc')}/{tei('editionStmt')}/{tei('edition')}"
_PUBLISHED = f"{tei('fileDesc')}/{tei('publicationStmt')}/{tei('date')}"
_ENDED = re.compile(r"""[.!?…][”’»"')\]]*\Z""")
"""The end of a sentence."""


@dataclass(frozen=True, slots=True)
class Header:
    """An edition's header. text: that of its file; root: the same, parsed; edition, dated: what states version and date."""

    text: str
    root: Element
    edition: Element
    dated: Element

    @classmethod
    def of(cls, data: bytes) -> Header:
        """The header in a file. Raises Refused: E002 when it is not well-formed, G002 when it states no version or date."""
        root = read_own(data, FILE)
        edition = root.find(_EDITION)
        dated = None if edition is None else edition.find(tei("date"))
        if edition is not None and edition.get("n") and dated is not None and dated.get("when"):
            return cls(data.decode("utf-8"), root, edition, dated)
        lacking = "date" if edition is not None and edition.get("n") else "version"
        line = 0 if edition is None else edition.sourceline or 0
        raise Refused(Finding("G002", f"the header states no {lacking} of the edition", f"write {_EXAMPLE}", FILE, line))

    @property
    def version(self) -> str:
        """The version that stands in the edition statement."""
        return self.edition.get("n", "")

    @property
    def changes(self) -> list[Element]:
        """The changes, newest first."""
        return list(self.root.iterfind(f"{tei('revisionDesc')}/{tei('change')}"))

    @property
    def responsible(self) -> str:
        """Who releases: whoever made the newest change that is not the software's, else the first who is no software.

        Raises Refused (E002) when the header names nobody.
        """
        people, software = list[str](), set[str]()
        for statement in self.root.iter(tei("respStmt")):
            if statement.find(f"{tei('name')}[@type='software']") is not None:
                software.add(f"#{xml_id(statement)}")
            elif xml_id(statement):
                people.append(f"#{xml_id(statement)}")
        makers = [change.get("who", "") for change in self.changes]
        for who in [*makers, *people]:
            if who and not software & set(who.split()):
                return who
        help_ = 'write in titleStmt: <respStmt xml:id="editors"><resp>edited by</resp><name>…</name></respStmt>'
        raise Refused(Finding("E002", "the header names nobody who could release the edition", help_, FILE))

    def with_release(self, release: Release) -> bytes:
        """The header's file with a release in it.

        Raises Refused: E002 when the header names nobody, G002 when the words of a date cannot be replaced.
        """
        where = dict(zip(self.root.iter("*"), places(self.text), strict=True))
        return edited(self.text, self._edits(release, where)).encode("utf-8")

    def _edits(self, release: Release, where: dict[Element, Place]) -> Iterator[Edit]:
        yield (*where[self.edition].value(self.text, "n"), release.version.text)
        yield from self._date(self.dated, where[self.dated], release, release.day.isoformat())
        published = self.root.find(_PUBLISHED)
        if published is not None and published.get("when"):
            stated = precise(release.day, published.get("when", ""))
            yield from self._date(published, where[published], release, stated)
        yield self._change(release, where)

    def _date(self, dated: Element, place: Place, release: Release, stated: str) -> Iterator[Edit]:
        """The edits of a date and its words, which become ISO 8601 where their form is not known."""
        if len(dated):
            help_ = "write words alone in it; a comment can stand before it"
            raise Refused(Finding("G002", "a date of the edition holds more than words", help_, FILE, dated.sourceline or 0))
        yield (*place.value(self.text, "when"), stated)
        inside = self.text[place.inside : place.outside]
        if words := inside.strip():
            start = place.inside + inside.index(words)
            holders = (holder.get(f"{{{XML}}}lang") for holder in (dated, *dated.iterancestors()))
            new = reworded(words, dated.get("when", ""), release.day, next(filter(None, holders), ""))
            yield start, start + len(words), new or stated

    def _change(self, release: Release, where: dict[Element, Place]) -> Edit:
        """The edit that puts the release before the newest change, indented like it; or makes the first change."""
        notes = " ".join(note if _ENDED.search(note) else f"{note}." for note in release.notes)
        who = quoteattr(self.responsible)
        change = f'<change when="{release.day}" who={who} n="{release.version}">{escape(notes)}</change>'
        if self.changes:
            at = where[self.changes[0]].start
            return at, at, change + self._white_space_before(at)
        last = where[list(self.root.iterchildren("*"))[-1]]
        white = self._white_space_before(last.start)
        deeper = f"{white}  " if "\n" in white else ""
        return last.end, last.end, f"{white}<revisionDesc>{deeper}{change}{white}</revisionDesc>"

    def _white_space_before(self, at: int) -> str:
        """The white space that ends there."""
        return self.text[len(self.text[:at].rstrip(" \t\r\n")) : at]
