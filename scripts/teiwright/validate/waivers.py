"""Waivers: findings that somebody has looked at and let stand, with a reason. One that no longer applies is an error.

A waiver is for a code and for words; it covers each finding of that code about an element that holds these words. So it
survives new identifiers and lines, and ends when the words, or the fault, are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from teiwright.findings import CATALOGUE, Finding, Refused
from teiwright.xml import read_own

WAIVABLE = re.compile(r"V[1-6]\d\d|V003|V008|V009|V011|V013")
"""What may be waived: rules. That a file can be read, fits its schema and gives its source back may not."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One waiver: the code and the words that it covers, the reason, who is responsible and since when, and its place.

    about: the name of the document's file; file, line: where the waiver stands.
    """

    code: str
    text: str
    reason: str
    responsible: str
    when: str
    about: str
    file: str
    line: int

    def covers(self, finding: Finding, words: str) -> bool:
        """Whether the waiver covers a finding about an element that has these words."""
        return self.code == finding.code and self.text in words

    def unused(self) -> Finding:
        """What is to be told when it covers nothing."""
        message = f"nothing about “{self.text}” is reported as {self.code} any more"
        return Finding("X002", message, "take the waiver out, or quote the words as they now stand", self.file, self.line)


def read_waivers(data: bytes, file: str, schema: bytes) -> tuple[Waiver, ...]:
    """The waivers of a file. Raises Refused: X001 for a file that its schema does not allow, X003 for a code."""
    root = read_own(data, file)
    relaxng = etree.RelaxNG(etree.fromstring(schema))
    if not relaxng.validate(root):
        help_ = "each waiver needs file, code, text and a reason; docs/validation.md shows one"
        raise Refused(*(Finding("X001", error.message, help_, file, error.line) for error in relaxng.error_log))
    waivers = tuple(
        Waiver(
            code=element.get("code", ""),
            text=" ".join(element.get("text", "").split()),
            reason=" ".join((element.text or "").split()),
            responsible=str(element.get("responsible") or root.get("responsible", "")),
            when=str(element.get("when") or root.get("when", "")),
            about=element.get("file", ""),
            file=file,
            line=element.sourceline or 0,
        )
        for element in root.iter("{*}waive")
    )
    wrong = [waiver for waiver in waivers if waiver.code not in CATALOGUE or not WAIVABLE.fullmatch(waiver.code)]
    if wrong:
        help_ = "rules may be waived (V101 to V613, V003, V008, V009, V011, V013); take this one out"
        raise Refused(*(Finding("X003", f"{one.code} cannot be waived", help_, file, one.line) for one in wrong))
    return waivers


def waived(
    found: Iterable[tuple[Finding, str]], waivers: Sequence[Waiver]
) -> tuple[list[Finding], list[tuple[Finding, Waiver]], list[Finding]]:
    """The findings that stand, those that are waived, and a finding for each waiver that covers none.

    found: the findings about one document, each with the words of its element; waivers: those about this document.
    """
    standing, passed = list[Finding](), list[tuple[Finding, Waiver]]()
    for finding, words in found:
        waiver = next((one for one in waivers if one.covers(finding, words)), None)
        if waiver:
            passed.append((finding, waiver))
        else:
            standing.append(finding)
    used = {waiver for _, waiver in passed}
    return standing, passed, [waiver.unused() for waiver in waivers if waiver not in used]
