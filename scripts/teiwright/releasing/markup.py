"""Where the elements of an XML document stand in its text, so that a piece can be changed and all else left as it is.

A parser would hand back the same tree in other bytes: other quotes, other line ends, other references, no white space in
tags. What it found in the tree, this finds in the text: both count elements in the order of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKUP = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
    r"""|<(?P<end>/)?(?P<name>[^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(?P<empty>/)?>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s=]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")

Edit = tuple[int, int, str]
"""Where a piece of a text begins and ends, and what is to stand there instead."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands in a text: start and end are its own offsets, inside and outside those of its content."""

    start: int
    inside: int
    outside: int
    end: int

    def value(self, text: str, attribute: str) -> tuple[int, int]:
        """Where the value of an attribute stands, without its quotes. Raises KeyError when the element has none."""
        for match in _ATTRIBUTE.finditer(text, self.start, self.inside):
            if match["name"] == attribute:
                return match.span("single" if match["double"] is None else "double")
        raise KeyError(attribute)


def places(text: str) -> list[Place]:
    """Where each element of a document stands, in their order; the document is well-formed and has no DOCTYPE."""
    found: list[Place] = []
    opened: list[int] = []
    for markup in _MARKUP.finditer(text):
        start, end = markup.span()
        if markup["end"]:
            begun = found[opened[-1]]
            found[opened.pop()] = Place(begun.start, begun.inside, start, end)
        elif markup["name"]:
            if not markup["empty"]:
                opened.append(len(found))
            found.append(Place(start, end, end, end))
    return found


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with pieces of it changed; the pieces do not overlap."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
