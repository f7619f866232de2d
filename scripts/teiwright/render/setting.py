"""Setting: the stream that `stream.xsl` makes becomes lines of text, piece by piece, and each piece is entered in the map.

What all layouts share is here; `Setting` alone sets the reading text, and `layouts` has the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from teiwright.model.places import Places, Run
from teiwright.render.plain import Block, Mark, Plain, Row
from teiwright.xml import Element

DATA = "{urn:teiwright:data}"
_WORDS = re.compile(r"[^ \t\r\n]+(?: [^ \t\r\n]+)*")
_MARKED = ("mention", "quotation", "date", "correction")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def stream(text: str) -> Element:
    """The stream that the stylesheet made."""
    return etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


class Setting:
    """The reading text: corrected, without notes and page furniture, one block a line.

    White space waits until words follow it; then it is one space, or what parts blocks.
    """

    def __init__(self, places: Places) -> None:
        """Begin a text. places: where the nodes of the edition stand in its source, as far as that is known."""
        self.places = places
        self.at = 0
        """How many characters have been set."""
        self.gap = ""
        """The white space that waits."""
        self.element = self.page = ""
        self.origin = "text"
        self.rows: list[Row] = []
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._space: int | None = None
        self._instead: tuple[int, int] | None = None
        self._rules: Mapping[str, Callable[[Element], None]] = {
            DATA + name: getattr(self, name)
            for name in (
                "span", "block", "t", "g", "choice", "added", "hyphen", "lb", "pb", "fw", "end", "space", "call", "notes",
                "remark", "entry",
            )
        }  # fmt: skip

    def plain(self) -> Plain:
        """What has been set, with a line feed at the end."""
        return Plain("".join(self._pieces) + "\n", self.rows, self.blocks, self.marks)

    def walk(self, parent: Iterable[Element]) -> None:
        """Set the pieces in an element."""
        for piece in parent:
            self._rules[str(piece.tag)](piece)

    # What stands in a stream

    def span(self, element: Element) -> None:
        """Set what is in an element, and mark it if there is something to say of it."""
        outer, begun = self.element, len(self._starts)
        self.element = element.get("id") or outer
        self.walk(element)
        if any(name in element.attrib for name in _MARKED):
            self.mark(element, self._starts[begun] if begun < len(self._starts) else self.at)
        self.element = outer

    def mark(self, element: Element, start: int, more: Mapping[str, str] = _NOTHING) -> None:
        """Mark what has been set since a place, or, where nothing has been, the place."""
        about = {**{str(name): str(value) for name, value in element.attrib.items()}, **more}
        self.marks.append(Mark(start, self.at, self.element, about))

    def block(self, element: Element) -> None:
        """Set a line."""
        self.part_blocks()
        begun, id_ = len(self._starts), element.get("id", "")
        self.span(element)
        if begun < len(self._starts):
            self.blocks.append(Block(self._starts[begun], self.at, id_, id_ or self.element))
        self.part_blocks()

    def part_blocks(self) -> None:
        """Let what follows be on another line."""
        self.gap = "\n"

    def t(self, element: Element) -> None:
        """Set the words of a text node."""
        self.words(element.text or "", self.places.words.get(int(element.get("n", "0")), ()))

    def g(self, element: Element) -> None:
        """Set the sign that is read for a damaged one."""
        outer = self.element
        self.element = element.get("id") or outer
        runs = self.places.words.get(int(element.get("n", "0")), ())
        self._corrected(element, runs, lambda: self.words(element.text or "", ()))
        self.element = outer

    def choice(self, element: Element) -> None:
        """Set what is to be read; its words stand for all that the source has there."""
        runs = self.places.words.get(int(element.get("n", "0")), ())
        self._corrected(element, runs, lambda: self.walk(element[1]))

    def _corrected(self, element: Element, runs: Sequence[Run], setting: Callable[[], None]) -> None:
        origin, instead, begun = self.origin, self._instead, len(self._starts)
        self.origin, self._instead = "correction", (runs[0].source, runs[0].source + runs[0].extent) if runs else None
        setting()
        self.mark(element, self._starts[begun] if begun < len(self._starts) else self.at)
        self.origin, self._instead = origin, instead

    def added(self, element: Element) -> None:
        """Set words that the editors supplied."""
        origin, self.origin = self.origin, "supplied"
        self.span(element)
        self.origin = origin

    def hyphen(self, element: Element) -> None:
        """Leave out a hyphen that only divides."""

    def lb(self, element: Element) -> None:
        """Let a line end be a space, unless it divides a word."""
        if element.get("break") != "no":
            self.wait()

    def pb(self, element: Element) -> None:
        """Turn to a page."""
        self.page = element.get("page", "")

    def fw(self, element: Element) -> None:
        """Leave out page furniture."""

    def end(self, element: Element) -> None:
        """Come to the end of the source."""

    def space(self, element: Element) -> None:  # noqa: ARG002
        """Keep two elements apart."""
        self.wait()

    def call(self, element: Element) -> None:
        """Mark where a note is called."""
        self.mark(element, self.at)

    def notes(self, element: Element) -> None:
        """Leave out the notes."""

    def remark(self, element: Element) -> None:
        """Mark where the editors remark something."""
        setting = Setting(Places())
        setting.walk(element)
        self.mark(element, self.at, {"words": " ".join(setting.plain().text.split())})

    def entry(self, element: Element) -> None:
        """Leave out what standOff describes."""

    # Words and white space

    def wait(self, source: int | None = None) -> None:
        """Let a space follow before the next words. source: where it is in the source, if it is a space there as well."""
        self._space = None if self.gap else source
        self.gap = self.gap or " "

    def words(self, text: str, runs: Sequence[Run]) -> None:
        """Set the words of a text. runs: where its characters are in the source."""
        end = 0
        for match in _WORDS.finditer(text):
            start = match.start()
            if start > end:
                self.wait(_source_of_space(text[end:start], end, runs))
            end = match.end()
            self.put(match[0], start, runs)
        if end < len(text):
            self.wait(_source_of_space(text[end:], end, runs))

    def put(self, words: str, at: int, runs: Sequence[Run]) -> None:
        """Set words parted by single spaces, which begin at a character of a text node. runs: those of the node."""
        even = self.find(words)
        start = self.at
        self._starts.append(start)
        self.at += len(words)
        if self._instead or not runs:
            self._enter(start, self.at, self._instead, even=even)
            return
        for run in runs:
            begun, ended = max(at, run.at), min(at + len(words), run.at + run.length)
            if begun < ended:
                shift = run.source - run.at
                source = (
                    (begun + shift, ended + shift) if run.length == run.extent else (run.source, run.source + run.extent)
                )
                self._enter(start + begun - at, start + ended - at, source, even=even)

    def find(self, words: str) -> bool:
        """Set the white space that waits, and the words; tell whether no more than a space was set."""
        if self.gap and self._pieces:
            self._pieces.append(self.gap)
            self.at += len(self.gap)
        even = self.gap in ("", " ")
        self.gap = ""
        self._pieces.append(words)
        return even

    def _enter(self, start: int, end: int, source: tuple[int, int] | None, *, even: bool) -> None:
        """Enter words in the map: in the last row where text and source advance together, else in a new one."""
        last = self.rows[-1] if self.rows else None
        if last and even and last.element == self.element and last.page == self.page and last.origin == self.origin:
            if source == last.source and (source is None or self._instead):
                self.rows[-1] = Row(last.start, end, *last[2:])
                return
            if source and last.source and last.even:
                space = start - last.end
                if source[0] - last.source[1] == space and (not space or self._space == last.source[1]):
                    self.rows[-1] = Row(last.start, end, *last[2:5], (last.source[0], source[1]))
                    return
        self.rows.append(Row(start, end, self.element, self.page, self.origin, source))


def _source_of_space(space: str, at: int, runs: Sequence[Run]) -> int | None:
    """Where in the source a space is that begins at a character of a text node; None for any other white space."""
    if space != " ":
        return None
    return next(
        (run.source + at - run.at for run in runs if run.at <= at < run.at + run.length == run.at + run.extent), None
    )
