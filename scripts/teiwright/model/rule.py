"""Rules and rooms: small functions in a stated order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from teiwright.findings import Finding
from teiwright.model.claim import Claim
from teiwright.model.edition import Edition
from teiwright.model.reading import Reading

Rule = Callable[[Reading, Edition], Iterator[Claim | Finding]]
"""A rule reads a reading and what the editors give, and yields claims and findings. It changes nothing."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the corridor: the field's name for the work, and its rules in order, each with its code."""

    name: str
    rules: tuple[tuple[str, Rule], ...]

    def enter(self, reading: Reading, edition: Edition) -> tuple[Reading, tuple[Finding, ...]]:
        """Apply the rules in order: the reading with their claims added, and the findings they made."""
        findings: list[Finding] = []
        for _, rule in self.rules:
            claims: list[Claim] = []
            for outcome in rule(reading, edition):
                (claims if isinstance(outcome, Claim) else findings).append(outcome)  # type: ignore[arg-type]
            reading = reading.with_claims(claims)
        return reading, tuple(findings)
