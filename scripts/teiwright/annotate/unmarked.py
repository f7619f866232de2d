"""Quotations without marks: words that are announced as another’s, and stand neither in marks nor apart as an extract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.findings import Finding
from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from teiwright.model.claim import Claim
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_COLON = re.compile(r":\s(?=[^\W\d_a-z])")
_BEFORE = 4
"""How many words before the colon are looked at."""


def unmarked(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Tell of each verb of saying with a colon, inside a paragraph, after which words go on without marks.

    Where such words end, nothing in the print says: so it is a finding, and an editor decides. Words on a new line may be an
    extract; of those the structure tells.
    """
    for _, view in blocks(reading):
        for match in _COLON.finditer(view.text):
            announcing = view.text[max(0, match.start() - 80) : match.start()].split()[-_BEFORE:]
            if not edition.language.sayings.intersection(word.lower() for word in announcing):
                continue
            start = view.span(match.end(), match.end() + 1)[0]
            line = reading.source.line_at(start)
            quoted = reading.at(Kind.QUOTATION, start) or reading.within(Kind.QUOTATION, start, start + 1)
            extract = line.start == start and edition.language.announcement.search(view.text[: match.start() + 1])
            if not quoted and not extract:
                words = " ".join(view.text[match.end() :].split()[:6])
                message = (
                    f"“{' '.join(announcing)}:” announces words of another, “{words} …”, and no marks stand around them"
                )
                help_ = "if they are quoted, decide it in decisions.xml: quotation, with the first and the last words"
                yield Finding("A007", message, help_, reading.source.name, line.number, reading.page_at(start))
