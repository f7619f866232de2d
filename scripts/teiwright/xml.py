"""The door through which XML comes in: lxml, strict, with nothing from outside."""

from __future__ import annotations

from functools import cache

from lxml import etree

from teiwright.findings import Finding, Refused

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 100
MAX_ATTRIBUTES = 200

Element = etree._Element


def read_xml(data: bytes, file: str) -> Element:
    """Parse a document that may come from anywhere, and give its root.

    Raises Refused: V005 for what is not safe to read (compressed or oversized data, a DOCTYPE, absurd depth or numbers of
    attributes, an encoding that is not UTF-8), V001 for what is not well-formed.
    """
    if len(data) > MAX_BYTES or data[:2] == b"\x1f\x8b" or b"\x00" in data:
        help_ = f"give plain UTF-8 XML of at most {MAX_BYTES // 1024 // 1024} MB"
        raise Refused(Finding("V005", "the data is compressed, binary or too large", help_, file))
    if b"<!DOCTYPE" in data:
        line = data.count(b"\n", 0, data.index(b"<!DOCTYPE")) + 1
        raise Refused(Finding("V005", "the file has a DOCTYPE", "take it out: nothing here needs one", file, line))
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise Refused(Finding("V001", str(error.msg), "mend the XML", file, error.lineno or 1)) from None
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if encoding.upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        raise Refused(Finding("V005", f"the encoding is {encoding}", "save the file as UTF-8", file, 1))
    _refuse_absurd(root, file)
    return root


def read_own(data: bytes, file: str) -> Element:
    """Parse a file that the editors of a book wrote. Raises Refused: E002 when it is not well-formed, V005 when not safe."""
    try:
        return read_xml(data, file)
    except Refused as refused:
        first = refused.findings[0]
        if first.code != "V001":
            raise
        raise Refused(Finding("E002", first.message, "mend the XML", file, first.line)) from None


def local(element: Element) -> str:
    """An element's name without its namespace; an empty string for a comment or processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def tei(name: str) -> str:
    """A TEI element's name as lxml wants it."""
    return f"{{{TEI}}}{name}"


def xml_id(element: Element) -> str:
    """An element's `xml:id`, or an empty string."""
    return element.get(f"{{{XML}}}id", "")


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, encoding="UTF-8"
    )


def _refuse_absurd(root: Element, file: str) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH or (event == "start" and len(element.attrib) > MAX_ATTRIBUTES):
            message = f"elements are nested deeper than {MAX_DEPTH} or have more than {MAX_ATTRIBUTES} attributes"
            raise Refused(Finding("V005", message, "no edition needs that: check the file", file, element.sourceline or 1))
