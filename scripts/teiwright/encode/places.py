"""Where the nodes of a TEI edition stand in the source that it was made from."""

from __future__ import annotations

import re
from hashlib import sha256

from lxml import etree

from teiwright.encode.wayback import Piece, source_pieces
from teiwright.findings import Refused
from teiwright.model.places import Places, Run
from teiwright.xml import Element, tei

_NO_SIGN = "\N{REPLACEMENT CHARACTER}"


def places(root: Element) -> Places:
    """Where the nodes of an edition stand in its source.

    Nothing is known where the source that is printed back from the edition has not the checksum that its header states: then
    the edition was not made by this engine, or has been changed by hand.
    """
    try:
        pieces = source_pieces(root, "")
    except Refused:
        return Places()
    stated = {(idno.text or "").strip() for idno in root.iter(tei("idno")) if idno.get("type") == "SHA-256"}
    if sha256("".join(pieces).encode("utf-8")).hexdigest() not in stated:
        return Places()
    return _placed(pieces, _numbers(root), _uneven(root))


def _placed(pieces: list[Piece], numbers: dict[tuple[Element, str], int], uneven: re.Pattern[str]) -> Places:
    words, labels, position = dict[int, tuple[Run, ...]](), dict[int, tuple[Run, ...]](), 0
    for piece in pieces:
        part, size, element = piece.part, len(piece), piece.element
        if part in ("text", "tail"):
            text = (element.text if part == "text" else element.tail) or ""
            words[numbers[element, part]] = _runs(text, size, position, uneven)
        elif part == "label":
            labels[numbers[element, ""]] = (Run(0, size, position, size),)
        elif part == "closes":
            begun = words[numbers[element, ""]][0].source
            words[numbers[element, ""]] = (Run(0, 0, begun, position - begun),)
        elif part != "line":
            words[numbers[element, ""]] = (
                Run(0, len(element.text or _NO_SIGN) if part == "sign" else size, position, size),
            )
        position += size
    return Places(words, labels)


def _numbers(root: Element) -> dict[tuple[Element, str], int]:
    """The number of each element (with an empty string), of its text and of its tail."""
    numbers, number = dict[tuple[Element, str], int](), 0
    for text in root.iterchildren(tei("text")):
        for event, element in etree.iterwalk(text, events=("start", "end", "comment", "pi")):
            if event == "start":
                number += 1
                numbers[element, ""] = number
                if element.text:
                    number += 1
                    numbers[element, "text"] = number
            elif element.tail and element is not text:
                number += 1
                numbers[element, "tail"] = number
    return numbers


def _uneven(root: Element) -> re.Pattern[str]:
    """What of a text is not as long as what it stands for: line feeds, and readings of another length than their signs."""
    readings = []
    for char in root.iter(tei("char")):
        values = {mapping.get("type", ""): mapping.text or "" for mapping in char.iter(tei("mapping"))}
        if len(values.get("reading", "")) > 1:
            readings.append(re.escape(values["reading"]))
    return re.compile("|".join([r"\n", *readings]))


def _runs(text: str, size: int, source: int, uneven: re.Pattern[str]) -> tuple[Run, ...]:
    """The runs of a text that takes so many characters of the source, from a place on."""
    runs, at, begun = list[Run](), 0, source
    for match in uneven.finditer(text):
        if match.start() > at:
            runs.append(Run(at, match.start() - at, source, match.start() - at))
            source += match.start() - at
        if match[0] != "\n":  # a sign is one character
            runs.append(Run(match.start(), len(match[0]), source, 1))
            source += 1
        at = match.end()
    if at < len(text):
        runs.append(Run(at, len(text) - at, source, len(text) - at))
        source += len(text) - at
    return tuple(runs) if source - begun == size else (Run(0, len(text), begun, size),)
