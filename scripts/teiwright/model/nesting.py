"""Nesting: claims about overlapping spans become a tree; where they cross, the less certain one gives way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from teiwright.model.claim import Claim


@dataclass(slots=True)
class _Growing:
    claim: Claim
    children: list[_Growing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Node:
    """A claim and the claims inside it, in order."""

    claim: Claim
    children: tuple[Node, ...]


class Conflict(NamedTuple):
    """Two claims of which neither encloses the other: the one that gives way, and the one that stays."""

    dropped: Claim
    kept: Claim


def nest(claims: Iterable[Claim]) -> tuple[tuple[Node, ...], tuple[Conflict, ...]]:
    """Nest claims, sorted by place with the enclosing one first, into trees; and tell where they cross.

    Of two that cross, the less certain gives way, the later one where both are as certain. A claim about a point belongs to
    what ends there.
    """
    roots: list[_Growing] = []
    stack: list[_Growing] = []
    conflicts: list[Conflict] = []
    for claim in claims:
        while stack and stack[-1].claim.end <= claim.start and stack[-1].claim.end != claim.end:
            stack.pop()
        crossed = [other for other in stack if other.claim.end < claim.end]
        surer = next((other for other in crossed if other.claim.certainty >= claim.certainty), None)
        if surer:
            conflicts.append(Conflict(claim, surer.claim))
            continue
        for other in reversed(crossed):
            conflicts.append(Conflict(other.claim, claim))
            stack.remove(other)
            siblings = stack[-1].children if stack else roots
            siblings.remove(other)
            siblings.extend(other.children)
        grown = _Growing(claim)
        (stack[-1].children if stack else roots).append(grown)
        stack.append(grown)
    return tuple(_freeze(root) for root in roots), tuple(conflicts)


def _freeze(growing: _Growing) -> Node:
    return Node(growing.claim, tuple(_freeze(child) for child in growing.children))
