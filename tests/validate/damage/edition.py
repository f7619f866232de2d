"""A sound edition: its text, its elements, and places in it that are drawn by lot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from heapq import nsmallest
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from .nodes import Edit, Node, Run, scanned

_CONTEXT = 40
_MANY = 60

ID = "xml:id"
POINTERS = ("ana", "corresp", "next", "prev", "ref", "rendition", "resp", "sameAs", "source", "target", "toWhom", "who")
"""The attributes that point."""


class Found(NamedTuple):
    """A place that a pattern matches: the words, where they begin and end, the element they stand in, and their groups."""

    words: str
    start: int
    end: int
    node: Node
    groups: tuple[str, ...]


_Place = TypeVar("_Place", Node, Found)


@dataclass(frozen=True, eq=False)
class Edition:
    """A sound edition.

    path: where it stands, for what lies beside it; source: its source, None where there is none; many: how many mutants a
    kind makes of it, if it can; seed: decides the lots.
    """

    name: str
    text: str = field(repr=False)
    path: Path
    source: bytes | None = field(repr=False)
    many: int = 2
    seed: int = 1

    @cached_property
    def nodes(self) -> Sequence[Node]:
        """Every element, in the order of the start tags."""
        return self._scanned[0]

    @cached_property
    def runs(self) -> Sequence[Run]:
        """Every piece of the text of the book that no tag interrupts, without white space alone and what editors remark."""
        return [
            run
            for run in self._scanned[1]
            if run.node.within("text") and run.words.strip() and run.node.get("type") != "editorial"
        ]

    @cached_property
    def _scanned(self) -> tuple[list[Node], list[Run]]:
        return scanned(self.text)

    def all(self, *names: str) -> list[Node]:
        """Return every element of these names; without a name, every element."""
        return [node for node in self.nodes if not names or node.name in names]

    def printed(self, *names: str) -> list[Node]:
        """Return every element of these names in the text of the book."""
        return [node for node in self._printed if not names or node.name in names]

    @cached_property
    def _printed(self) -> Sequence[Node]:
        return [node for node in self.nodes if node.within("text")]

    def content(self, node: Node) -> str:
        """Return what an element holds, as it is written."""
        return self.text[node.inside : node.close]

    def words(self, node: Node) -> str:
        """Return what an element holds, without tags."""
        return re.sub("<[^>]*>", "", self.content(node))

    def whole(self, node: Node) -> str:
        """Return an element as it is written."""
        return self.text[node.start : node.end]

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Every element that has an identifier, by it."""
        return {node.get(ID): node for node in self.nodes if node.get(ID)}

    def pointing(self, identifier: str) -> Sequence[tuple[Node, str]]:
        """Return every element that points to an identifier, and the attribute by which it does."""
        return self._pointers.get(f"#{identifier}", [])

    @cached_property
    def _pointers(self) -> Mapping[str, list[tuple[Node, str]]]:
        found: dict[str, list[tuple[Node, str]]] = {}
        for node in self.nodes:
            for name in node.attributes:
                for pointer in node.get(name).split() if name in POINTERS else ():
                    found.setdefault(pointer, []).append((node, name))
        return found

    def renamed(self, node: Node, identifier: str) -> Sequence[Edit]:
        """Give an element another identifier, and change what points to it."""
        old = f"#{node.get(ID)}"
        pointers = [
            one.put(name, " ".join(f"#{identifier}" if word == old else word for word in one.get(name).split()))
            for one, name in self.pointing(node.get(ID))
        ]
        return [node.put(ID, identifier), *pointers]

    def counted(self, name: str) -> list[int]:
        """Return where the header says how often an element occurs: one place, or none."""
        return [node.start for node in self.all("tagUsage") if node.get("gi") == name]

    def find(self, pattern: str) -> Sequence[Found]:
        """Return places, drawn by lot, where a pattern matches in the text of the book, in order."""
        if pattern not in self._found:
            found = (
                Found(match[0], run.start + match.start(), run.start + match.end(), run.node, match.groups())
                for run in self.runs
                for match in re.finditer(pattern, run.words)
            )
            self._found[pattern] = self._drawn(found)
        return self._found[pattern]

    @cached_property
    def _found(self) -> dict[str, Sequence[Found]]:
        return {}

    def some(self, nodes: Iterable[Node]) -> Sequence[Node]:
        """Return some of many elements, drawn by lot, in order."""
        return self._drawn(nodes)

    def _drawn(self, places: Iterable[_Place]) -> list[_Place]:
        def ticket(place: _Place) -> bytes:
            around = self.text[max(0, place.start - _CONTEXT) : place.start + _CONTEXT]
            return sha256(f"{self.seed} {around}".encode()).digest()

        return sorted(nsmallest(_MANY, places, key=ticket), key=lambda place: place.start)

    def lot(self, at: int, *about: object) -> Random:
        """Return a source of chance that depends on the seed, on what stands at a place, and on what it is about."""
        return Random(f"{self.seed} {self.text[max(0, at - _CONTEXT) : at + _CONTEXT]} {about}")  # noqa: S311 (no secret)

    def context(self, edit: Edit) -> str:
        """Return what stands at the place of a change and a little around it."""
        return self.text[max(0, edit.start - _CONTEXT) : min(edit.end, edit.start + _CONTEXT) + _CONTEXT]
