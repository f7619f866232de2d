"""Remarks: what an editor tells the reader about a place, such as that a reference looks wrong. The text stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


def remarks(_: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim a remark at the end of the words that the editor decided to comment on."""
    for d in edition.decisions.of("remark"):
        details = {"words": d.remark, "decision": d.id}
        yield Claim(Kind.REMARK, d.end, d.end, "decision", (d.reason,), d.certainty, None, d.responsible, details)
