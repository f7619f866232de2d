"""The checks of an edition in order, and the report they make."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.validate.pointers import pointers
from teiwright.xml import Element, read_xml, tei


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found; an edition with no finding is valid."""

    findings: tuple[Finding, ...]


WayBack = Callable[[Element, str], bytes]
"""What prints the source back from a document's root; the string is the file's name, for findings."""


def validate(data: bytes, file: str, schema: bytes, source: bytes, way_back: WayBack) -> Report:
    """Check a TEI document: well-formed, RELAX NG, pointers, and that it gives its source back.

    data: the document; file: its name, for findings; schema: RELAX NG in XML syntax; source: the bytes of the source file.
    """
    try:
        root = read_xml(data, file)
    except Refused as refused:
        return Report(refused.findings)
    return Report((*_relaxng(root, file, schema), *pointers(root, file), *_fidelity(root, file, source, way_back)))


def _relaxng(root: Element, file: str, schema: bytes) -> list[Finding]:
    relaxng = etree.RelaxNG(etree.fromstring(schema))
    if relaxng.validate(root):
        return []
    help_ = "compare with the element's description in schema/teiwright.odd"
    return [Finding("V002", error.message, help_, file, error.line) for error in relaxng.error_log]


def _fidelity(root: Element, file: str, source: bytes, way_back: WayBack) -> list[Finding]:
    try:
        back = way_back(root, file)
    except Refused as refused:
        return list(refused.findings)
    if back == source:
        return _checksum(root, file, source)
    same = next((i for i, (a, b) in enumerate(zip(back, source, strict=False)) if a != b), min(len(back), len(source)))
    line = source.count(b"\n", 0, same) + 1
    same = source.rfind(b"\n", 0, same) + 1
    wanted = source[same : same + 30].decode("utf-8", "replace")
    got = back[same : same + 30].decode("utf-8", "replace")
    message = f"line {line} of the source has {wanted!r}, the TEI gives back {got!r}"
    return [Finding("V004", message, "build the edition again; do not edit it by hand", file, _line_near(root, line))]


def _checksum(root: Element, file: str, source: bytes) -> list[Finding]:
    """A finding for each SHA-256 that the header states and the source does not have."""
    found = hashlib.sha256(source).hexdigest()
    help_ = "build the edition again; do not edit it by hand"
    return [
        Finding("V004", f"the header states another SHA-256 than the source has, {found}", help_, file, idno.sourceline or 0)
        for idno in root.iter(tei("idno"))
        if idno.get("type") == "SHA-256" and (idno.text or "").strip() != found
    ]


def _line_near(root: Element, source_line: int) -> int:
    """The line of the document where a line of the source begins."""
    for lines, element in enumerate(root.iter(tei("lb"), tei("fw")), 1):
        if lines >= source_line:
            return element.sourceline or 0
    return 0
