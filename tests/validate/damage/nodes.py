"""The elements of a document as places in its text, and changes of the text.

Damage is done to the text, not to a tree, so that everything else stays as it is, byte for byte, and lines can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+=\"[^\"<]*\")*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"\s([\w:.-]+)=\"([^\"]*)\"")


class Edit(NamedTuple):
    """A change: what stands from `start` to `end`, both in characters, gives way to `new`."""

    start: int
    end: int
    new: str


class Value(NamedTuple):
    """The value of an attribute, and where it begins and ends."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Node:
    """An element: from `start` to `end`, its content from `inside` to `close`."""

    name: str
    start: int
    inside: int
    close: int
    end: int
    parent: Node | None
    attributes: Mapping[str, Value]

    def get(self, attribute: str) -> str:
        """Return the value of an attribute, or nothing."""
        return self.attributes[attribute].words if attribute in self.attributes else ""

    @property
    def around(self) -> Iterator[Node]:
        """The elements around this one, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def within(self, *names: str) -> bool:
        """Whether an element of one of these names is around this one."""
        return any(node.name in names for node in self.around)

    def holds(self, other: Node) -> bool:
        """Whether another element of the document is in this one."""
        return self.start < other.start < self.end

    def put(self, attribute: str, value: str) -> Edit:
        """Give an attribute another value, or add it."""
        if attribute in self.attributes:
            return Edit(*self.attributes[attribute][1:], value)
        at = self.start + 1 + len(self.name)
        return Edit(at, at, f' {attribute}="{value}"')

    def drop(self, attribute: str) -> Edit:
        """Take an attribute away."""
        _, start, end = self.attributes[attribute]
        return Edit(start - len(attribute) - 3, end + 1, "")

    def cut(self) -> Edit:
        """Take the element away, with all that is in it."""
        return Edit(self.start, self.end, "")

    def before(self, content: str) -> Edit:
        """Put something before the element."""
        return Edit(self.start, self.start, content)

    def after(self, content: str) -> Edit:
        """Put something behind the element."""
        return Edit(self.end, self.end, content)

    def append(self, content: str) -> Edit:
        """Put something at the end of the element, within it."""
        return Edit(self.close, self.close, content)

    def fill(self, content: str) -> Edit:
        """Give the element, which is not an empty tag, another content."""
        return Edit(self.inside, self.close, content)

    def unwrap(self) -> tuple[Edit, Edit]:
        """Take the tags away and leave the content."""
        return Edit(self.start, self.inside, ""), Edit(self.close, self.end, "")

    def rename(self, name: str) -> tuple[Edit, ...]:
        """Call the element something else."""
        opening = Edit(self.start + 1, self.start + 1 + len(self.name), name)
        closing = Edit(self.close + 2, self.close + 2 + len(self.name), name)
        return (opening, closing) if self.end > self.inside else (opening,)


class Run(NamedTuple):
    """A piece of text that no tag interrupts: where it begins, its words, and the element that holds it."""

    start: int
    words: str
    node: Node


def scanned(text: str) -> tuple[list[Node], list[Run]]:
    """Return every element of a document, in the order of the start tags, and all that stands between tags."""
    nodes, runs = list[Node](), list[Run]()
    waiting, end = list[Node](), 0
    for tag in _TAG.finditer(_COMMENT.sub(lambda comment: " " * len(comment[0]), text)):
        if waiting:
            runs.append(Run(end, text[end : tag.start()], waiting[-1]))
        end = tag.end()
        if tag[1]:
            node = waiting.pop()
            object.__setattr__(node, "close", tag.start())  # known only now, and its children hold this very node
            object.__setattr__(node, "end", tag.end())
            continue
        values = {one[1]: Value(one[2], tag.start() + one.start(2), tag.start() + one.end(2)) for one in _values(tag[0])}
        parent = waiting[-1] if waiting else None
        nodes.append(Node(tag[2], tag.start(), tag.end(), tag.end(), tag.end(), parent, values))
        if not tag[4]:
            waiting.append(nodes[-1])
    return nodes, runs


def _values(tag: str) -> Iterator[re.Match[str]]:
    return _ATTRIBUTE.finditer(tag)
