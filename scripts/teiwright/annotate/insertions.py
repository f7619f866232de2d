"""Insertions: words and signs that the quoting author puts into a quotation, marked as such in the print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_BRACKETS = re.compile(r"\[[^\[\]]{1,80}\]|\((?:[?!]{1,3})\)")


def insertions(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim what is put into a quotation: words in square brackets, a lone ? or ! in parentheses, words that are signed.

    Other parentheses are taken for the quoted author's own (`(i.e. …)`).
    """
    signed = edition.language.signed_insertion
    for block, view in blocks(reading):
        quoted = [c for c in reading.within(Kind.QUOTATION, block.start, block.end) if c["tag"] in ("quote", "said", "q")]
        extract = block.kind is not Kind.NOTE and reading.at(Kind.BLOCK_QUOTATION, block.start)
        for pattern, why in ((_BRACKETS, "brackets that an author puts round what is not quoted"), (signed, "it is signed")):
            for match in pattern.finditer(view.text):
                span = view.span(*match.span())
                if extract or any(quotation.start < span[0] and span[1] < quotation.end for quotation in quoted):
                    yield Claim(Kind.INSERTION, *span, "insertions", (why,))
