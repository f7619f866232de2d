"""The log of claims: one JSON object a line, in the order of the source, the same at every run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from teiwright.model.claim import Claim
    from teiwright.model.reading import Reading


def log(reading: Reading) -> bytes:
    """Every claim of a reading with its rule, evidence, certainty, responsibility and place, as JSON lines in UTF-8.

    Line ends that merely end a word are left out: there is one for nearly every line, and nothing to see in them.
    """
    claims = (c for c in reading.claims if not (c.kind is Kind.LINE_BREAK and c["join"] == "space" and c.certainty == 1))
    return "".join(_line(reading, claim) for claim in claims).encode()


def _line(reading: Reading, claim: Claim) -> str:
    words = reading.repaired[claim.start : min(claim.end, claim.start + 60)]
    entry = {
        "kind": claim.kind.value,
        "page": reading.page_at(claim.start),
        "line": reading.source.line_at(claim.start).number,
        "start": claim.start,
        "end": claim.end,
        "words": " ".join(words.split()),
        "reads": claim.reads,
        "rule": claim.rule,
        "evidence": claim.evidence,
        "alternatives": claim.alternatives,
        "certainty": round(claim.certainty, 3),
        "responsible": claim.responsible,
        "details": dict(claim.details),
    }
    return json.dumps({k: v for k, v in entry.items() if v not in (None, {}, ())}, ensure_ascii=False) + "\n"
