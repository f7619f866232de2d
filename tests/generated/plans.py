"""Plans of books: everything about a book but its words, small enough for hypothesis to vary and to shrink."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random
from typing import Any

from hypothesis import strategies as st

DAMAGES = {
    "": {},
    "mac": {"“": "³", "”": "²", "’": "¹", "—": "‹"},
    "windows": {"“": "\x93", "”": "\x94", "’": "\x92", "—": "\x97"},
    "own": {"“": "#", "”": "§", "’": "¦", "—": "¬"},
}
"""Damage of signs, one for one: two known accidents, and one that only the profile can tell."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a book is like.

    seed: of its words; chapters: the kinds of the blocks of each: `p` a paragraph, `l` a long one, `q` an announced
    extract, `i` a list, `s` a separator; measure, indent: the width of the lines and the first line's indent in
    thousandths of an em; narrow: the width of extracts as a share of the measure; depth: lines on a page; marking: how the
    file marks paragraphs; place, folio: of page numbers; first: the first page; per_page: whether notes are numbered
    page by page; notes: their form, call and label; many: how many sentences in a hundred have a note; divided, over: what
    the digitiser made of words divided at line ends and at page ends (`kept`, `joined`, `mixed`; `kept`, `cut`, `joined`);
    damage: of `DAMAGES`; told: whether the profile tells it; strays: stray signs in a thousand words; ends, blanks, feeds:
    line ends, what stands before them, and form feeds; front: whether it has a title page, and contents; gap: whether the
    notes are set off by a blank line; heading: a running head.
    """

    seed: int = 0
    chapters: tuple[tuple[str, ...], ...] = (("p", "p"),)
    measure: int = 26_000
    indent: int = 0
    narrow: float = 0.93
    depth: int = 24
    marking: str = "measure"
    place: str = "top"
    folio: str = "{n}"
    first: int = 1
    per_page: bool = True
    notes: tuple[str, str] = ("{n}", "{n} ")
    many: int = 8
    divided: str = "kept"
    over: str = "kept"
    damage: str = ""
    told: bool = False
    strays: int = 0
    ends: str = "\n"
    blanks: str = ""
    feeds: bool = False
    front: str = ""
    gap: bool = True
    heading: bool = False


_CHOICES: dict[str, tuple[Any, ...]] = {
    "measure": (26_000, 22_000, 30_000),
    "indent": (0, 1_000, 1_500),
    "narrow": (0.93, 0.9, 0.95),
    "depth": (24, 14, 34),
    "marking": ("measure", "measure", "blank-line", "indent"),
    "place": ("top", "bottom"),
    "folio": ("{n}", "— {n} —", "[p. {n}]"),
    "first": (1, 5, 97),
    "per_page": (True, False),
    "notes": (("{n}", "{n} "), ("[{n}]", "[{n}] "), ("({n})", "({n}) ")),
    "many": (8, 0, 20),
    "divided": ("kept", "joined", "mixed"),
    "over": ("kept", "cut", "joined"),
    "damage": tuple(DAMAGES),
    "told": (False, True),
    "strays": (0, 4),
    "ends": ("\n", "\n", "\r\n", "\r"),
    "blanks": ("", " ", "\t  "),
    "feeds": (False, True),
    "front": ("", "title", "contents"),
    "gap": (True, False),
    "heading": (False, True),
}
_BLOCKS = "pppplqqis"

plans = st.builds(
    Plan,
    seed=st.integers(0, 9999),
    chapters=st.lists(
        st.lists(st.sampled_from(_BLOCKS), min_size=2, max_size=9).map(tuple), min_size=1, max_size=3
    ).map(tuple),
    **{name: st.sampled_from(tuple(dict.fromkeys(some))) for name, some in _CHOICES.items()},
)  # fmt: skip
"""Any plan; hypothesis shrinks towards the plainest book."""


def plan_of(seed: int) -> Plan:
    """One plan for each number, of three to five chapters: what the fixed set is made of."""
    chance = Random(seed)  # noqa: S311 (the same plan for the same number)
    chapters = tuple(
        tuple("p" if i == 0 else chance.choice(_BLOCKS) for i in range(chance.randint(8, 14)))
        for _ in range(chance.randint(3, 5))
    )
    assert set(_CHOICES) < {field.name for field in fields(Plan)}
    return Plan(seed=seed, chapters=chapters, **{name: chance.choice(some) for name, some in _CHOICES.items()})
