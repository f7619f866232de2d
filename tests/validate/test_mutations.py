"""Validation finds damage: what a kind of damage makes of a sound edition is told with a right code, on the right line.

What it does not find is listed in `survivors.md`, each with the reason: no more than that may survive, and no less.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from teiwright.checking import checked, own_schemas
from teiwright.findings import CATALOGUE, Finding, Severity
from teiwright.validate import Given

from .damage import KINDS, Edition, Kind, Mutant
from .damage.editions import findings_about

pytestmark = pytest.mark.slow

LIST = Path(__file__).with_name("survivors.md")
ENOUGH = 0.98
"""The part of the mutants that must be found at least."""


def row(mutant: Mutant) -> tuple[str, str, str]:
    """Return how a mutant is listed: its kind, its edition, and the words at the place."""
    return mutant.kind.name, mutant.edition.name, mutant.words


def listed() -> Counter[tuple[str, str, str]]:
    """Return the rows of the list of survivors."""
    rows = re.findall(r"^\| ([^|]+) \| (\w+) \| `([^`]+)` \| ([^|]+) \|$", LIST.read_text("utf-8"), re.MULTILINE)
    assert all(len(reason.split()) >= 5 for *_, reason in rows)
    return Counter((kind, edition, words) for kind, edition, words, _ in rows)


def explained(mutant: Mutant, findings: list[Finding]) -> str:
    """Return the row of the list that a survivor needs, without the reason, and what is told of it instead."""
    kind, edition, words = row(mutant)
    wanted = ", ".join(f"{code} on line {sorted(lines)}" for code, lines in mutant.expected.items())
    told = [str(finding) for finding in findings if finding.severity is not Severity.NOTE]
    return f"| {kind} | {edition} | `{words}` | … |\n  wanted: {wanted}; told: {told}"


def test_the_editions_are_sound(editions: list[Edition]) -> None:
    for edition in editions:
        report = checked([Given(edition.path, edition.text.encode(), edition.name, edition.source)], own_schemas())
        assert report.at_least(Severity.WARNING) == ()


@pytest.mark.parametrize("kind", KINDS.values(), ids=[name.replace(" ", "-") for name in KINDS])
def test_damage_is_found(kind: Kind, editions: list[Edition]) -> None:
    mutants = [mutant for edition in editions for mutant in kind.mutants(edition)]
    assert mutants
    told = {mutant: findings_about(mutant) for mutant in mutants}
    survivors = {mutant: findings for mutant, findings in told.items() if not mutant.is_told(findings)}
    wanted = {name: number for name, number in listed().items() if name[0] == kind.name}
    assert Counter(map(row, survivors)) == wanted, "\n".join(map(explained, survivors, survivors.values()))


def test_nearly_all_damage_is_found(editions: list[Edition]) -> None:
    mutants = Counter(row(mutant) for kind in KINDS.values() for edition in editions for mutant in kind.mutants(edition))
    survivors = listed()
    assert survivors <= mutants, survivors - mutants
    assert survivors.total() <= (1 - ENOUGH) * mutants.total()


def test_every_rule_is_put_to_the_test() -> None:
    named = {code for kind in KINDS.values() for code in kind.codes}
    rules = {code for code in CATALOGUE if code.startswith("V")}
    spoken_of_elsewhere = {"V006", "V010", "V012", "V013"}  # the schemas themselves, and those of others
    remarks = {code for code in rules if CATALOGUE[code][0] is Severity.NOTE}
    assert rules - named == spoken_of_elsewhere | remarks


def test_each_mutant_differs_from_its_edition_and_is_the_same_each_time(editions: list[Edition]) -> None:
    again = [replace(edition) for edition in editions]
    for kind in KINDS.values():
        for edition, other in zip(editions, again, strict=True):
            mutants = [*kind.mutants(edition)]
            assert all(mutant.text != edition.text and any(mutant.expected.values()) for mutant in mutants)
            assert [mutant.text for mutant in mutants] == [mutant.text for mutant in kind.mutants(other)]
