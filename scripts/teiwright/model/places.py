"""Places: where the nodes of an edition stand in its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Run(NamedTuple):
    """Characters of a node and the characters of the source that they stand for.

    at: where the run begins in the node's text; length: how many characters it has; source: where it begins in the source;
    extent: how many characters it has there. Where the two lengths are the same, each character stands for one.
    """

    at: int
    length: int
    source: int
    extent: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where the nodes of an edition stand in its source, in characters from 0.

    Nodes go by their number: elements and text nodes are counted in the order of the document, from the element `text`,
    which is 1. words: the runs of a text node, of a `g` (its sign), of a `choice` (all that the source has there) and of
    a `note` (its call); labels: the label of a `note`.
    """

    words: Mapping[int, tuple[Run, ...]] = field(default_factory=dict)
    labels: Mapping[int, tuple[Run, ...]] = field(default_factory=dict)
