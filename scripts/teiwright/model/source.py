"""The source: one immutable string, its lines and its checksum."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

BLANK = r"\s\x00-\x1f\x7f\ufeff"
"""What counts as blank at the ends of a line: white space, ASCII controls and a byte-order mark. The controls from U+0080
on are what Windows-1252 marks become when they are misread, so they count as ink."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_INK = re.compile(rf"[^{BLANK}](?:.*[^{BLANK}])?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: its 1-based number and the span of its ink (characters, half-open).

    The *ink* is what stands on the line without the blanks around it; a blank line has `start == end`. `after` is where
    the ink before this line ends, so that what parts the two is the source from `after` to `start`.
    """

    number: int
    start: int
    end: int
    after: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on the line."""
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A digitised text exactly as received.

    name: the file's name, for findings; text: its characters, never edited; sha256 and size (bytes) of the file.
    """

    name: str
    text: str
    sha256: str
    size: int
    lines: tuple[Line, ...] = field(init=False)
    inked: tuple[Line, ...] = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _ink_starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find the lines once; the source never changes."""
        lines, starts, position, after = list[Line](), list[int](), 0, 0
        for number, chunk in enumerate(_LINE_END.split(self.text), 1):
            starts.append(position)
            ink = _INK.search(chunk)
            first, last = ink.span() if ink else (len(chunk), len(chunk))
            lines.append(Line(number, position + first, position + last, after))
            after = lines[-1].end if ink else after
            position += len(chunk)
            position += 2 if self.text.startswith("\r\n", position) else 1
        object.__setattr__(self, "lines", tuple(lines))
        object.__setattr__(self, "inked", tuple(line for line in lines if not line.blank))
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "_ink_starts", tuple(line.start for line in self.inked))

    def line_at(self, offset: int) -> Line:
        """The line on which the character at `offset` stands."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def inked_between(self, start: int, end: int) -> tuple[Line, ...]:
        """The lines with ink that begin in the characters `start` to `end` (half-open)."""
        return self.inked[bisect_left(self._ink_starts, start) : bisect_left(self._ink_starts, end)]

    def gap(self, line: Line) -> str:
        """The characters between the ink of a line and the ink before it."""
        return self.text[line.after : line.start]

    def ink(self, line: Line) -> str:
        """What is printed on a line, without the blanks around it."""
        return self.text[line.start : line.end]
