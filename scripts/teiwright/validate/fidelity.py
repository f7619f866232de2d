"""Fidelity: whether a document gives back the source that it declares, byte for byte, and what it says of that source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from operator import itemgetter

from teiwright.findings import Refused
from teiwright.validate.document import Document, Fault
from teiwright.xml import Element, tei

_HELP = "build the edition again; do not edit it by hand"


def fidelity(document: Document) -> Iterator[Fault]:
    """A fault (V004) where the way back does not lead to the source; V011 for a figure about the source that is not true.

    A source is declared where a `source.txt` lies beside the document, or where the header names this software and a
    checksum: then what is printed back is measured by the checksum alone.
    """
    source, checksums = document.given.source, _checksums(document.root)
    if source is None and not (checksums and _is_ours(document.root)):
        return
    try:
        back, _ = document.printed
    except Refused as refused:
        yield from (Fault(one.code, one.message, one.help, line=one.line) for one in refused.findings)
        return
    if source is not None and back != source:
        yield _difference(document, back, source)
        return
    found = hashlib.sha256(back).hexdigest()
    for idno in checksums:
        if (idno.text or "").strip() != found:
            yield Fault("V004", f"the source that is printed back has another SHA-256 than this: {found}", _HELP, idno)
    yield from _figures(document.root, back)


def _checksums(root: Element) -> list[Element]:
    return [idno for idno in root.iter(tei("idno")) if idno.get("type") == "SHA-256"]


def _is_ours(root: Element) -> bool:
    return any(application.get("ident") == "teiwright" for application in root.iter(tei("application")))


def _figures(root: Element, source: bytes) -> Iterator[Fault]:
    """The bytes and lines that the header states beside the checksum."""
    real = {"byte": len(source), "line": source.count(b"\n")}
    for idno in _checksums(root):
        parent = idno.getparent()
        for measure in parent.iter(tei("measure")) if parent is not None else ():
            unit, quantity = measure.get("unit", ""), measure.get("quantity", "")
            if unit in real and quantity != str(real[unit]):
                yield Fault("V011", f"the source has {real[unit]} {unit}s, not {quantity}", _HELP, measure, "quantity")


def _difference(document: Document, back: bytes, source: bytes) -> Fault:
    """The first line in which what is printed back and the source differ, at the element that begins it."""
    same = next((i for i, (a, b) in enumerate(zip(back, source, strict=False)) if a != b), min(len(back), len(source)))
    line = source.count(b"\n", 0, same) + 1
    start = source.rfind(b"\n", 0, same) + 1
    wanted, got = (_excerpt(data, start, same) for data in (source, back))
    message = f"line {line} of the source has “{wanted}”, the TEI gives back “{got}”"
    begun = document.printed[1]
    before = [(number, element) for element, number in begun.items() if number <= line]
    nearest = max(before, key=itemgetter(0), default=(0, next(iter(begun), None)))
    return Fault("V004", message, _HELP, nearest[1])


def _excerpt(data: bytes, start: int, same: int) -> str:
    """What stands around a place: from a little before it to the end of the line."""
    words = data[max(start, same - 20) : same + 30].decode("utf-8", "replace")
    return words.partition("\n")[0].strip("\ufffd")
