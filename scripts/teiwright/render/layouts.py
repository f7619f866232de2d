"""The layouts of the stream other than the reading text: the text as printed, and the text that a stylesheet has set."""

from __future__ import annotations

from collections.abc import Sequence

from teiwright.model.places import Places, Run
from teiwright.render.plain import Plain
from teiwright.render.setting import Setting
from teiwright.saxon import StylesheetError
from teiwright.xml import Element

_WHITE = " \t\r\n"
_NOTE = "{urn:teiwright:data}part"


class Printed(Setting):
    """The text as printed: its lines and pages, its own readings, page furniture where it stood, notes at the page foot.

    A form feed begins each page but the first.
    """

    def __init__(self, places: Places, root: Element) -> None:
        """Begin a text. root: the stream, whose notes are wanted before they come."""
        super().__init__(places)
        self._parts = {part.get("n"): part for part in root.iter(_NOTE)}
        self._waiting: list[Element] = []
        self._labelled = self._paged = self._fed = False

    def plain(self) -> Plain:
        """What has been set, with the notes of the last page."""
        self._foot()
        return super().plain()

    def choice(self, element: Element) -> None:
        """Set what the source has."""
        self.walk(element[0])

    def added(self, element: Element) -> None:
        """Leave out what was never printed."""

    def hyphen(self, element: Element) -> None:
        """Set a hyphen at the end of a line."""
        self.walk(element)

    def lb(self, element: Element) -> None:  # noqa: ARG002
        """Begin a line, but for that of a label."""
        if not self._labelled:
            self.part_blocks()

    def part_blocks(self) -> None:
        """Begin a line, but for that of a label."""
        if not self._labelled:
            self.gap = "\n"

    def pb(self, element: Element) -> None:
        """End a page with its notes, and begin another."""
        self._foot()
        if self._paged or self.at:
            feed = "\f" if self._fed or not self.at else "\n\f"
            self._pieces.append(feed)
            self.at += len(feed)
            self._fed = True
        self._paged = True
        super().pb(element)

    def fw(self, element: Element) -> None:
        """Set page furniture on its own line, below the notes if it stands at the foot."""
        if element.get("place") == "bottom":
            self._foot()
        self.part_blocks()
        self.walk(element)
        self.part_blocks()

    def end(self, element: Element) -> None:  # noqa: ARG002
        """Set the notes of the last page before what is left of the source."""
        self._foot()

    def call(self, element: Element) -> None:
        """Set the call, and keep the note for the foot of the page."""
        part = self._parts.get(element.get("note"))
        if part is not None:
            self._waiting.append(part)
        runs = self.places.words.get(int(element.get("n", "0")), ())
        self._sign(element.get("printed", ""), runs, element.get("of", ""))

    def remark(self, element: Element) -> None:
        """Leave out what the editors remark."""

    def _foot(self) -> None:
        """Set the notes that wait, in the order of their numbers, whatever that of their calls."""
        waiting, self._waiting = self._waiting, []
        for part in sorted(waiting, key=_number):
            outer, self.element = self.element, part.get("id") or self.element
            self.part_blocks()
            self._sign(part.get("label", ""), self.places.labels.get(int(part.get("n", "0")), ()), self.element)
            self._labelled = True
            self.walk(part)
            self._labelled = False
            self.part_blocks()
            self.element = outer

    def _sign(self, sign: str, runs: Sequence[Run], note: str) -> None:
        outer = self.element, self.origin
        self.element, self.origin = note or self.element, "call"
        self.words(sign, runs)
        self.element, self.origin = outer

    def find(self, words: str) -> bool:
        """Set the words; a page or the line of a label has begun."""
        if self._fed:
            self.gap = ""
        self._labelled = self._fed = False
        return super().find(words)


def _number(part: Element) -> int:
    number = part.get("number", "")
    return int(number) if number.isdecimal() else 0


class Traced(Setting):
    """The reading text with its notes as a stylesheet has set it: every word of the stream is found in it again, in order.

    What may be inserted — calls, page marks, the brackets of remarks — is entered where it stands.
    """

    def __init__(self, places: Places, text: str) -> None:
        """Begin at the start of the text."""
        super().__init__(places)
        self._text = text
        self._marks: list[str] = []

    def plain(self) -> Plain:
        """The text with its map. Raises StylesheetError (R001) where the stream ends before the text."""
        self._page_marks()
        if self._text[self.at :].strip(_WHITE):
            raise self._parting("")
        return Plain(self._text, self.rows)

    def pb(self, element: Element) -> None:
        """Turn to a page; its mark stands behind the word that it divides."""
        super().pb(element)
        self._marks.append(element.get("mark", ""))
        if self.gap or self._next() > self.at:
            self._page_marks()

    def part_blocks(self) -> None:
        """End a line."""
        self._page_marks()
        super().part_blocks()

    def wait(self, source: int | None = None) -> None:
        """Let a space follow."""
        self._page_marks()
        super().wait(source)

    def call(self, element: Element) -> None:
        """Enter a call."""
        outer, self.element = self.element, element.get("of") or self.element
        self._insert(element.get("sign", ""))
        self.element = outer

    def remark(self, element: Element) -> None:
        """Enter a remark of the editors, if there are notes."""
        outer = self.element, self.origin
        self.element = element.get("id") or self.element
        if self._insert("[" + element.get("label", "").strip()):
            self.origin = "supplied"
            self.walk(element)
            self.origin = outer[1]
            self._insert("]")
        self.element, self.origin = outer

    def notes(self, element: Element) -> None:
        """Enter the notes, if there are any."""
        page = self.page
        for note in element:
            for part in note:
                outer, self.element, self.page = self.element, part.get("id") or self.element, part.get("page", "")
                if part is note[0] and not self._insert(note.get("sign", "")):
                    self.element, self.page = outer, page
                    return
                self.walk(part)
                self.element = outer
        self.page = page

    def _page_marks(self) -> None:
        marks, self._marks = self._marks, []
        for mark in marks:
            self._insert(mark)

    def _insert(self, sign: str) -> bool:
        """Enter signs of the stylesheet if they stand at the next place."""
        if not sign or not self._text.startswith(sign, self._next()):
            return False
        outer, self.origin = self.origin, "inserted"
        self.put(sign, 0, ())
        self.origin = outer
        return True

    def _next(self) -> int:
        at = self.at
        while self._text[at : at + 1] and self._text[at] in _WHITE:
            at += 1
        return at

    def put(self, words: str, at: int, runs: Sequence[Run]) -> None:
        """Enter words line by line."""
        while not self._text.startswith(words, start := self._next()):
            line = self._text[start : self._text.find("\n", start)]
            if not words.startswith(line + " "):
                raise self._parting(words)
            super().put(line, at, runs)
            self._space = None
            words, at = words[len(line) + 1 :], at + len(line) + 1
        super().put(words, at, runs)

    def find(self, words: str) -> bool:
        """Go to the next words. Raises StylesheetError (R001) where they are others."""
        start = self._next()
        if not self._text.startswith(words, start):
            raise self._parting(words)
        even = self._text[self.at : start] in ("", " ")
        self.at, self.gap = start, ""
        return even

    def _parting(self, words: str) -> StylesheetError:
        found = self._text[self._next() :][:40].split("\n")[0]
        return StylesheetError("R001", f"the plain text has “{found}” where the stream has “{words[:40]}”", "text.xsl")
