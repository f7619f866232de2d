"""Documents, and where in them a fault is: for a machine (line, column) and for a reader (page, line of the source)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.xml import Element, local, tei, xml_id

WayBack = Callable[[Element, str], tuple[bytes, Mapping[Element, int]]]
"""What prints a source back from the root of its TEI: its bytes, and the 1-based line of it that each `lb` and `fw` begins.

The string is the file's name, for findings. Raises Refused (V004) when it cannot.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """A document that is to be validated.

    path: where it stands, for pointers into other files; data: its bytes; file: how it is called in findings; source: the
    bytes of the source file beside it, None where there is none; waivers: those of the waivers file beside it, likewise.
    """

    path: Path
    data: bytes
    file: str
    source: bytes | None = None
    waivers: bytes | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check found wrong.

    code, message, help: as in a finding; at: the element that is meant, None for the whole document; attribute: the name
    of its attribute, where that is meant; line: where there is no element, the 1-based line.
    """

    code: str
    message: str
    help: str = ""
    at: Element | None = None
    attribute: str = ""
    line: int = 0


@dataclass(frozen=True, eq=False)
class Document:
    """A well-formed document, parsed through the door, with all that is needed to say where something is."""

    given: Given
    root: Element
    way_back: WayBack

    def finding(self, fault: Fault) -> Finding:
        """The fault with its place."""
        if fault.at is None:
            quote = self._lines[fault.line - 1] if fault.line else ""
            return Finding(fault.code, fault.message, fault.help, self.given.file, fault.line, quote=quote)
        line, column, width = self._span(fault.at, fault.attribute)
        return Finding(
            code=fault.code,
            message=fault.message,
            help=fault.help,
            file=self.given.file,
            line=line,
            column=column,
            width=width,
            quote=self._lines[line - 1],
            page=self._pages.get(fault.at, ""),
            element=next((xml_id(one) for one in (fault.at, *fault.at.iterancestors()) if xml_id(one)), ""),
            source_line=self._source_lines.get(fault.at, 0),
        )

    def at_line(self, line: int) -> Element | None:
        """The first element that begins on a line of the document."""
        return next(iter(self._by_line.get(line, ())), None)

    def covered(self, fault: Fault) -> str:
        """The words that a fault is about, white space made even; for an element that has none, its start tag as written."""
        element = self.root if fault.at is None else fault.at
        words = " ".join("".join(element.itertext()).split())
        if words:
            return words
        line, column, _ = self._span(element, "")
        return self._lines[line - 1][column - 1 :].partition(">")[0] + ">"

    def _span(self, element: Element, attribute: str) -> tuple[int, int, int]:
        """Line, column and width of an element's start tag up to its name, or of the value of one of its attributes.

        libxml2 gives the line on which a start tag ends; the columns are found by counting tags of the name on it.
        """
        line = element.sourceline or 1
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        tag = re.compile(rf"<(?:[\w.-]+:)?{re.escape(name)}(?=[\s/>]|$)")
        same = [one for one in self._by_line[line] if local(one) == name]
        starts = [match.start() for match in tag.finditer(self._lines[line - 1])]
        while len(starts) < len(same) and line > 1:  # the start tag runs over lines
            line -= 1
            starts = [match.start() for match in tag.finditer(self._lines[line - 1])][-1:]
            same = [element]
        start = starts[same.index(element)] if starts else 0
        text = self._lines[line - 1]
        value = re.compile(rf"\s{re.escape(attribute)}\s*=\s*([\"'])(.*?)\1").search(text, start) if attribute else None
        if value:
            return line, value.start(2) + 1, max(1, value.end(2) - value.start(2))
        named = tag.match(text, start)
        return line, start + 1, (named.end() - start) if named else 1

    @cached_property
    def printed(self) -> tuple[bytes, Mapping[Element, int]]:
        """The source as the way back prints it, and its lines. Raises Refused (V004) when it cannot be printed."""
        return self.way_back(self.root, self.given.file)

    @cached_property
    def _lines(self) -> list[str]:
        return [*re.split(r"\r\n|\r|\n", self.given.data.decode("utf-8-sig", "replace")), ""]

    @cached_property
    def _by_line(self) -> Mapping[int, list[Element]]:
        lines: dict[int, list[Element]] = defaultdict(list)
        for element in self.root.iter("*"):
            lines[element.sourceline or 1].append(element)
        return lines

    @cached_property
    def _pages(self) -> Mapping[Element, str]:
        """The printed page that each element of the text begins on."""
        pages, page = dict[Element, str](), ""
        for text in self.root.iter(tei("text")):
            for element in text.iter("*"):
                if local(element) == "pb":
                    page = element.get("n", "")
                pages[element] = page
        return pages

    @cached_property
    def _source_lines(self) -> Mapping[Element, int]:
        """The line of the source that each element of the text begins on: that of the first words in it, or before it."""
        lines, waiting, line, outer = dict[Element, int](), list[Element](), 0, list[int]()
        try:
            source, begun = self.printed
        except Refused:
            return lines
        if b"\n" not in source:  # the document does not say where its lines end
            return lines

        def settle(number: int) -> None:
            lines.update(dict.fromkeys(waiting, number))
            waiting.clear()

        for text in self.root.iter(tei("text")):
            for event, element in etree.iterwalk(text, events=("start", "end")):
                if event == "start":
                    outer += [line] * (local(element) == "note")
                    waiting.append(element)
                    if element in begun:
                        line = begun[element]
                    if element in begun or (element.text or "").strip():
                        settle(line)
                    continue
                if local(element) == "note":
                    settle(line)
                    line = outer.pop()
                if (element.tail or "").strip():
                    settle(line)
            settle(line)
        return lines
