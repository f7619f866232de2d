"""How a record in XML becomes the bytes of a file: indented, in UTF-8, the same on every run."""

from __future__ import annotations

from lxml import etree

from teiwright.xml import Element

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def document(root: Element) -> bytes:
    """The bytes of a document, with its declaration. The elements are indented in place."""
    etree.indent(root)
    return _DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n"
