"""From what a stylesheet makes to files: one file as it is, or a bundle of several.

A stylesheet may write no file (`xsl:result-document` is off), so one that makes several gives them all in one document:

    <bundle xmlns="urn:teiwright:data">
      <file path="OEBPS/nav.xhtml"><html xmlns="http://www.w3.org/1999/xhtml">…</html></file>
      <file path="persons.csv">id,name …</file>
      <file path="book.xml" holds="edition"/>
    </bundle>

The last stands for the edition itself, byte for byte.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from lxml import etree

from teiwright.model.places import Places

_NONE = "'none'"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Draft:
    """What a stylesheet made of an edition.

    tei: the edition; text: the serialized result of the stylesheet; path: the file that is to be made, or of several the one
    to begin with; companion: the result of a second stylesheet, if the format has one; places: tells where the nodes of the
    edition stand in its source, as far as that is known.
    """

    tei: bytes
    text: str
    path: str
    companion: str = ""
    places: Callable[[], Places] = Places


Finish = Callable[[Draft], Mapping[str, bytes]]
"""What makes files of a draft: path, with slashes, relative to the folder for results → bytes."""


def whole(draft: Draft) -> Mapping[str, bytes]:
    """One file, the draft as it is."""
    return {draft.path: draft.text.encode("utf-8")}


def original(draft: Draft) -> Mapping[str, bytes]:
    """One file, the edition as it is."""
    return {draft.path: draft.tei}


def page(draft: Draft) -> Mapping[str, bytes]:
    """One HTML page, which may run nothing but the scripts and styles that stand in it.

    The stylesheet says 'unsafe-inline' where their hashes are to stand (Content Security Policy Level 3, section 6.7.3): it
    cannot reckon them.
    """
    text = draft.text
    for kind in ("script", "style"):
        found = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        hashes = " ".join(f"'sha256-{b64encode(sha256(one.encode()).digest()).decode()}'" for one in found)
        text = text.replace(f"{kind}-src 'unsafe-inline'", f"{kind}-src {hashes or _NONE}", 1)
    return {draft.path: text.encode("utf-8")}


def bundle(draft: Draft) -> Mapping[str, bytes]:
    """Every file of a bundle, in the folder of the one to begin with."""
    folder = PurePosixPath(draft.path).parent
    return {str(folder / path): data for path, data in bundled(draft.text, draft.tei).items()}


def checksums(files: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of files by path, a line each, as `sha256sum --check` reads them."""
    return "".join(f"{sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())).encode("utf-8")


def bundled(text: str, tei: bytes = b"") -> Mapping[str, bytes]:
    """The files of a bundle by path: an element within as an XML document, else the text; or the edition, `tei`.

    Raises ValueError for a path that leads out of the bundle or stands twice.
    """
    # The same id may stand in several files.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False)
    files: dict[str, bytes] = {}
    for file in etree.fromstring(text.encode("utf-8"), parser):
        path = file.get("path", "")
        if path in files or not _is_inside(path):
            raise ValueError(f"a bundle cannot have the path “{path}”")
        files[path] = tei if file.get("holds") == "edition" else _content(file)
    return files


def _content(file: etree._Element) -> bytes:
    child = next(iter(file), None)
    if child is None:
        return (file.text or "").encode("utf-8")
    child.tail = None
    root = etree.ElementTree(child)
    etree.cleanup_namespaces(root)
    return _DECLARATION + etree.tostring(root, encoding="utf-8", xml_declaration=False) + b"\n"


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return all(part not in ("", ".", "..") and "\\" not in part and ":" not in part for part in parts)
