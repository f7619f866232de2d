"""How a record in XML becomes the bytes of a file: indented, in UTF-8, the same on every run."""

from __future__ import annotations

from lxml import etree

from teiwright.xml import Element


def document(root: Element) -> bytes:
    """The bytes of a document, with its declaration. The elements are indented in place."""
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
