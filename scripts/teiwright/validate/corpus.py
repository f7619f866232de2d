"""Across files: pointers into other files, documents that share an identifier, entries that were changed here only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from teiwright.findings import Refused
from teiwright.validate.document import Document, Fault
from teiwright.xml import Element, local, read_xml, tei, xml_id

_POINTING = frozenset(
    {"ana", "corresp", "facs", "next", "prev", "ref", "rendition", "resp", "sameAs", "source", "target", "toWhom", "who"}
)
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ENTRIES = tuple(map(tei, ("person", "org", "place", "event", "bibl")))


def pointers(document: Document) -> Iterator[Fault]:
    """A fault (V003) for each pointer into another file that is not there, or has no such element.

    Only files at or below the folder above the document's own are opened.
    """
    for element in document.root.iter("*"):
        for name in _POINTING.intersection(element.keys()):
            for pointer in element.get(name, "").split():
                path, _, target = pointer.partition("#")
                if path and not _ADDRESS.match(pointer):
                    yield from _followed(document, element, name, path, target)


def _followed(document: Document, element: Element, name: str, path: str, target: str) -> Iterator[Fault]:
    folder = document.given.path.resolve().parent
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.parent):
        message = f"{path} is outside the folder that holds the editions"
        yield Fault("V003", message, "copy the entry into standOff and point to it there", element, name)
    elif not file.is_file():
        yield Fault("V003", f"there is no file {path}", "mend the path, which begins at this file’s folder", element, name)
    elif target and target not in _identified(file):
        yield Fault(
            "V003", f"{path} has no element {target}", "mend the pointer, or give the element this xml:id", element, name
        )


def identifier(document: Document, identified: dict[str, str]) -> Iterator[Fault]:
    """A fault (V008) where an earlier document has the same identifier.

    identified: the file of each identifier so far; that of this document is added.
    """
    name = xml_id(document.root)
    if name in identified and name:
        message = f"the document has the identifier {name}, like {identified[name]}"
        yield Fault("V008", message, "give one of the two another xml:id", document.root)
    identified.setdefault(name, document.given.file)


_FILE = re.compile(r"^[\w.-]+\.xml#")


def entries(document: Document) -> Iterator[Fault]:
    """A fault (V009) for each entry that differs from the one of the same identifier in the authority files beside it."""
    folder = document.given.path.resolve().parent.parent / "authority"
    if document.given.path.resolve().parent == folder or not folder.is_dir():
        return
    shared = {name: entry for file in sorted(folder.glob("*.xml")) for name, entry in _identified(file).items()}
    for entry in document.root.iterfind(f"{tei('standOff')}//*"):
        original = shared.get(xml_id(entry)) if entry.tag in _ENTRIES else None
        if original is not None and _even(entry) != _even(original):
            message = f"the entry {xml_id(entry)} differs from that of the authority file"
            yield Fault("V009", message, "change the authority file, and build the edition again", entry)


def _identified(file: Path) -> Mapping[str, Element]:
    """The elements of a file that have an identifier; none if it cannot be read."""
    try:
        return _identified_in(file.read_bytes(), file.name)
    except (OSError, Refused):
        return {}


@lru_cache(maxsize=32)
def _identified_in(data: bytes, name: str) -> Mapping[str, Element]:
    root = read_xml(data, name)
    return {xml_id(element): element for element in root.iter("*") if xml_id(element)}


def _even(element: Element) -> list[tuple[str, list[tuple[str, str]], str, str]]:
    """An element as it is whatever its indents: names, attributes, and words with even white space.

    A pointer to an entry counts by the entry alone: in an edition all entries stand in one file.
    """
    return [
        (
            local(one),
            sorted((str(key), _FILE.sub("#", str(value))) for key, value in one.items()),
            _words(one.text),
            _words(one.tail),
        )
        for one in element.iter("*")
    ]


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
