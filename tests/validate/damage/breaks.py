"""Damage to line breaks, divided words and hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from .edition import Edition
from .kinds import Damage, kind
from .nodes import Edit


@kind("V113", "V115", "V119")
def a_divided_word_loses_its_sign(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("lb", "pb"):
        if node.get("break") == "no":
            hyphens = [one.start for one in edition.printed("pc") if one.end <= node.start][-1:]
            yield Damage([node.drop("break")], {"V115": hyphens})


@kind("V112", "V118", "V119")
def a_line_is_said_to_divide_a_word(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("lb"):
        if not node.get("break"):
            yield Damage([node.put("break", "no")])


@kind("V113")
def the_blank_before_a_line_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("lb"):
        before = edition.text[: node.start].rstrip()
        if not node.get("break") and edition.text[node.start - 1].isspace() and before[-1] != ">":
            yield Damage([Edit(len(before), node.start, ""), node.put("n", "0")][:1])


@kind("V112")
def a_blank_gets_into_a_divided_word(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("lb", "pb"):
        if node.get("break") == "no":
            at = edition.lot(node.start).choice([node.start, node.end])
            yield Damage([Edit(at, at, "\n" if at == node.start else " ")])


@kind("V115")
def a_hyphen_of_a_divided_word_stands_within_a_line(edition: Edition) -> Iterator[Damage]:
    for _, start, _, node, _ in edition.find(r"(?<=\w\w)(?=\w\w)"):
        if not node.within("choice") and node.name not in {"fw", "sic", "corr", "orig", "reg"}:
            yield Damage([Edit(start, start, '<pc force="weak">-</pc>')])


@kind("V115")
def the_break_behind_a_hyphen_is_lost(edition: Edition) -> Iterator[Damage]:
    for hyphen in edition.printed("pc"):
        breaks = [one for one in edition.printed("lb", "pb") if one.get("break") and one.start >= hyphen.end]
        together = [one for one in breaks if "\n" not in edition.text[hyphen.end : one.start].strip()][:2]
        if together:
            yield Damage([*(one.cut() for one in together)], {"V115": [hyphen.start]}, elsewhere=True)


@kind("V606")
def the_header_denies_the_hyphens(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("hyphenation"):
        for denied in ("none", "hard"):
            yield Damage([node.put("eol", denied)])
