"""Corrections that only a reader can make: taken from the editor's decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


def corrections(_: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim each slip that the editor decided to correct, with the editor's reason, certainty and name."""
    for d in edition.decisions.of("correct"):
        details = {"slip": "sic", "source": d.slip, "decision": d.id}
        yield Claim(Kind.EMENDATION, d.start, d.end, "decision", (d.reason,), d.certainty, d.value, d.responsible, details)
