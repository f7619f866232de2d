"""The way back: TEI → source, from the TEI alone.

Readings of the file (`sic`, `orig`), line and page beginnings with the characters that stood before them, page furniture,
notes at the foot of their page, and the damage declared in the header reversed: the result is the source, byte for byte.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from teiwright.findings import Finding, Refused
from teiwright.xml import Element, local, tei, xml_id

_HOLDS_BLOCKS = frozenset({"text", "front", "body", "back", "div", "titlePage", "docTitle", "list", "group"})
_NOT_SOURCE = frozenset({"corr", "reg", "supplied"})
_CONTENT = re.compile(r'attr\(n\)|"([^"]*)"')


@dataclass(slots=True)
class _Way:
    """What the header declares, and the source as far as it is written."""

    ends: Mapping[str, str]
    usual: Mapping[str, str]
    contents: Mapping[str, str]
    readings: Mapping[str, str]
    signs: Mapping[str, str]
    out: list[Piece] = field(default_factory=list)
    notes: list[tuple[int, list[Piece]]] = field(default_factory=list)


class Piece(str):
    """Characters of the source, and what stands for them in the TEI.

    element: an element; part: what of it: its `text` or its `tail`, the `line` end that it is, the `sign` (`g`), the `call`
    or the `label` of the note; `opens` and `closes` stand, with no characters, where a `choice` begins and ends.
    """

    element: Element
    part: str

    def __new__(cls, characters: str, element: Element, part: str) -> Piece:
        """Keep the element beside the characters."""
        made = super().__new__(cls, characters)
        made.element, made.part = element, part
        return made


def source_of(root: Element, file: str) -> bytes:
    """The source file that a TEI edition made by this engine was made from.

    Raises Refused (V004) when the header does not declare what is needed.
    """
    return printed(root, file)[0]


def printed(root: Element, file: str) -> tuple[bytes, Mapping[Element, int]]:
    """The source file, and the 1-based line of it that each `lb` and `fw` begins.

    Raises Refused (V004) when the header does not declare what is needed.
    """
    pieces = source_pieces(root, file)
    lines, line = dict[Element, int](), 1
    for piece in pieces:
        if piece.part == "line":
            line += piece.count("\n")
            lines[piece.element] = line
    return "".join(pieces).encode("utf-8"), lines


def source_pieces(root: Element, file: str) -> list[Piece]:
    """The pieces of the source in its own order; only line ends hold line feeds.

    Raises Refused (V004) when the header does not declare what is needed.
    """
    header, text = root.find(tei("teiHeader")), root.find(tei("text"))
    if header is None or text is None:
        raise Refused(Finding("V004", "the file has no teiHeader or no text", "give a whole TEI document", file, 1))
    try:
        way = _declared(header)
        _walk(text, way, way.out)
        _flush(way, way.out)
    except (KeyError, ValueError) as error:
        message = f"the header does not declare what the text needs: {error}"
        raise Refused(Finding("V004", message, "build the edition again; do not edit it by hand", file, 1)) from None
    return way.out


def _declared(header: Element) -> _Way:
    ends: dict[str, str] = {}
    usual: dict[str, str] = {}
    contents = {"note-call": "content: attr(n)", "note-label": 'content: attr(n) " "'}
    for rendition in header.iter(tei("rendition")):
        name, value = xml_id(rendition), rendition.text or ""
        if rendition.get("scheme") == "css":
            contents[name] = value
            continue
        ends[name] = _characters(value)
        for element in re.findall(r"\w+", rendition.get("selector", "")):
            usual[element] = ends[name]
    readings: dict[str, str] = {}
    signs: dict[str, str] = {}
    for char in header.iter(tei("char")):
        values = {m.get("type", ""): m.text or "" for m in char.iter(tei("mapping"))}
        signs[xml_id(char)] = _characters(values["source"])
        if "reading" in values:
            readings[values["reading"]] = signs[xml_id(char)]
    return _Way(ends, usual, contents, readings, signs)


def _characters(spelled: str) -> str:
    """The characters that `U+0020 U+000A` spells. Raises ValueError for what is no character."""
    codes = [int(code, 16) for code in re.findall(r"U\+([0-9A-F]{4,6})", spelled)]
    if any(0xD800 <= code <= 0xDFFF or code > sys.maxunicode for code in codes):
        raise ValueError(f"{spelled} spells no character")
    return "".join(map(chr, codes))


def _walk(element: Element, way: _Way, out: list[Piece]) -> None:
    layout = _layout(element)
    _text(element, "text", layout, way, out)
    for child in element:
        name = local(child)
        if name in ("lb", "milestone", "fw", "pb"):
            _milestone(child, name, way, out)
        elif name == "note":
            _note(child, way, out)
        elif name == "g":
            out.append(Piece(way.signs.get(child.get("ref", "").removeprefix("#"), child.text or ""), child, "sign"))
        elif name == "choice":
            out.append(Piece("", child, "opens"))
            _walk(child, way, out)
            out.append(Piece("", child, "closes"))
        elif name and name not in _NOT_SOURCE:
            _walk(child, way, out)
        _text(child, "tail", layout, way, out)


def _layout(element: Element) -> bool:
    """Whether white space in an element is layout only: it holds blocks."""
    name = local(element)
    return name in _HOLDS_BLOCKS or (name == "quote" and element.get("rend") == "block") or name == "choice"


def _milestone(element: Element, name: str, way: _Way, out: list[Piece]) -> None:
    if name == "pb" or element.get("place") == "bottom" or name == "milestone":
        _flush(way, out)
    if name == "pb":
        return
    pointer = element.get("rendition", "").removeprefix("#")
    kind = "fw" if name == "fw" else "lb"
    out.append(Piece(way.ends[pointer] if pointer else way.usual.get(kind, ""), element, "line"))
    if name == "fw":
        _walk(element, way, out)


def _note(element: Element, way: _Way, out: list[Piece]) -> None:
    """Print the call, and keep the note for the foot of the page; an editorial note is not in the source."""
    if element.get("type") == "editorial":
        return
    number = element.get("n", "")
    label = element.get("rendition", "#note-label").removeprefix("#")
    out.append(Piece(_shown(way.contents["note-call"], number), element, "call"))
    content: list[Piece] = []
    _walk(element, way, content)
    at = 1 if content else 0
    text = [*content[:at], Piece(_shown(way.contents[label], number), element, "label"), *content[at:]]
    way.notes.append((int(number) if number.isdecimal() else 0, text))


def _flush(way: _Way, out: list[Piece]) -> None:
    """Print the notes that wait for the foot of the page, in the order of their numbers, whatever that of the calls."""
    for _, note in sorted(way.notes, key=itemgetter(0)):
        out += note
    way.notes.clear()


def _shown(content: str, number: str) -> str:
    """What a CSS value such as `content: "[" attr(n) "] "` shows for a note."""
    return "".join(number if match[1] is None else match[1] for match in _CONTENT.finditer(content))


def _text(element: Element, part: str, layout: bool, way: _Way, out: list[Piece]) -> None:
    text = element.text if part == "text" else element.tail
    if text is None or (layout and not text.strip()):
        return
    text = text.replace("\n", "")
    for reading, sign in way.readings.items():
        text = text.replace(reading, sign)
    if text:
        out.append(Piece(text, element, part))
