"""Corrections that only a reader can make: taken from the editor's decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind
from teiwright.model.reading import FLOW

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_JOINT = re.compile(r"(?P<before>\w+)(?P<old>[^\w\n]+)(?P<after>\w+)\n(?P=before)(?P<reads>[^\w\n]+)(?P=after)")


def corrections(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim each slip that the editor decided to correct, with the editor's reason, certainty and name."""
    for d in edition.decisions.of("correct"):
        start, end, reads = _narrowed(reading, d)
        hyphen = d.text.replace("-", "") == d.value.replace("-", "")
        details = {"slip": "orig" if hyphen else "sic", "source": d.slip, "decision": d.id}
        yield Claim(Kind.EMENDATION, start, end, "decision", (d.reason,), d.certainty, reads, d.responsible, details)


def _narrowed(reading: Reading, decision: Decision) -> tuple[int, int, str]:
    """The words that a correction really changes: those that only serve to find them are left out."""
    old, new = decision.text.split(" "), decision.value.split(" ")
    shorter = min(len(old), len(new)) - 1
    first = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    last = next((i for i in range(shorter - first) if old[-1 - i] != new[-1 - i]), shorter - first)
    start = sum(len(word) + 1 for word in old[:first])
    end = len(decision.text) - sum(len(word) + 1 for word in old[len(old) - last :])
    reads = " ".join(new[first : len(new) - last])
    joint = _JOINT.fullmatch(f"{decision.text[start:end]}\n{reads}")
    if joint:  # two whole words with another sign between them: the sign alone
        start, end, reads = start + len(joint["before"]), end - len(joint["after"]), joint["reads"]
    return *_view(reading, decision).span(start, end), reads


def _view(reading: Reading, decision: Decision) -> View:
    """The words of a decision as they were found."""
    note = reading.at(Kind.NOTE, decision.start)
    undo = tuple(kind for kind in FLOW if not (note and kind is Kind.NOTE))
    return reading.view(decision.start, decision.end, undo)
