"""Indexing: the page that leads to every edition of a folder, and to the forms that have been made of each.

`xslt/index.xsl` makes it, of the XML that is made here: the header of each edition, its short name, and the forms that lie
in its build folder.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.render import FORMATS
from teiwright.render.drafts import Draft, page
from teiwright.saxon import StylesheetError, transform
from teiwright.workspace import Workspace, resource
from teiwright.xml import TEI, Element, read_xml

_DATA = "{urn:teiwright:data}"


def index(folder: Path, out: Path, reader: str = "en") -> bytes:
    """The page of the editions in a folder, each a folder with its TEI; what is made of them lies in `out`, by short name.

    Editions that have not been built are left out. Raises Refused: W001 when there is none, R001 when the stylesheet stops,
    and what `read_xml` raises.
    """
    root = etree.Element(f"{_DATA}editions")
    for source in sorted(folder.glob("*/source.txt")):
        workspace = Workspace.of(source.parent)
        if not workspace.edition.is_file():
            continue
        name = workspace.name
        edition = etree.SubElement(root, f"{_DATA}edition", name=name)
        paths = {format_: f"{name}/{one.path.format(name=name)}" for format_, one in FORMATS.items()}
        for format_, path in paths.items():
            if (out / path).is_file():
                etree.SubElement(edition, f"{_DATA}form", name=format_, path=path)
        edition.append(_header(read_xml(workspace.edition.read_bytes(), workspace.edition.name)))
    if not len(root):
        raise Refused(Finding("W001", "no edition in it has been built", "build one first: ./run build", str(folder)))
    try:
        made = transform(resource("xslt") / "index.xsl", etree.tostring(root, encoding="utf-8"), reader=reader)
    except StylesheetError as error:
        help_ = "give the stylesheet a rule for what it does not know"
        raise Refused(Finding("R001", error.message, help_, error.stylesheet, error.line)) from None
    (data,) = page(Draft(b"", made, "index.html")).values()
    return data


def _header(tei: Element) -> Element:
    """An edition with its header alone: that is all that the page tells, and the text may be long."""
    for child in list(tei):
        if child.tag != f"{{{TEI}}}teiHeader":
            tei.remove(child)
    return tei
