"""Dashes: an insertion between two of them, one of which was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.findings import Finding

if TYPE_CHECKING:
    from teiwright.model.claim import Claim
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_SENTENCE = re.compile(r"[^.?!]+")
_DASH = re.compile(r"(\w+)\s?—\s?(\w+)")


def dashes(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Tell of each sentence whose only dash stands before a finite verb in lower case (`unsuccessful there—may lead`).

    A dash does not part a subject from its verb: it closes an insertion, and the dash that opens it was lost. Where it
    belongs cannot be seen, so it is a finding; what an editor has corrected is no longer told.
    """
    for _, view in blocks(reading):
        for sentence in _SENTENCE.finditer(view.text) if "—" in view.text else ():
            found = _DASH.findall(sentence[0])
            if sentence[0].count("—") == 1 and found and found[0][1] in edition.language.finite:
                words = "—".join(found[0])
                place = view.point(sentence.start() + sentence[0].index("—"))
                message = f"the dash in “{words}” closes an insertion that no dash opens"
                help_ = "look in the print where the other dash belongs, and correct the words there in decisions.xml"
                line = reading.source.line_at(place).number
                yield Finding("A008", message, help_, reading.source.name, line, reading.page_at(place))
