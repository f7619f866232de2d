"""Indexing: the page that leads to every edition of a folder, and to the forms that have been made of each.

`xslt/index.xsl` makes it, of the XML that is made here: the TEI of each edition, its short name, and the forms that lie in
its build folder.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.render import FORMATS
from teiwright.render.drafts import Draft, page
from teiwright.saxon import transform
from teiwright.workspace import Workspace, resource
from teiwright.xml import read_xml

_DATA = "{urn:teiwright:data}"


def index(folder: Path, out: Path, reader: str = "en") -> bytes:
    """The page of the editions in a folder, each a folder with its TEI; what is made of them lies in `out`, by short name.

    Editions that have not been built are left out. Raises Refused (W001) when there is none, and what `read_xml` raises.
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
        edition.append(read_xml(workspace.edition.read_bytes(), workspace.edition.name))
    if not len(root):
        raise Refused(Finding("W001", "no edition in it has been built", "build one first: ./run build", str(folder)))
    made = transform(resource("xslt") / "index.xsl", etree.tostring(root, encoding="utf-8"), reader=reader)
    (data,) = page(Draft(b"", made, "index.html")).values()
    return data
