"""The door through which XML comes in: lxml, strict, with nothing from outside.

What a document could do to whoever reads it is refused before it is parsed (a DOCTYPE, and with it every entity; compressed
or binary data; another encoding) or as soon as it is (absurd depth or numbers of attributes). libxml2 itself refuses more
than 256 levels and texts of ten million characters. Nothing that a document points to is included, fetched or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from teiwright.findings import Finding, Refused

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 100
MAX_ATTRIBUTES = 200

Element = etree._Element

_BEFORE_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_PLACE = re.compile(r"(?:, line \d+, column \d+)+$")


def read_xml(data: bytes, file: str) -> Element:
    """Parse a document that may come from anywhere, and give its root.

    Raises Refused: V005 for what is not safe to read (compressed or oversized data, a DOCTYPE, absurd depth or numbers of
    attributes, an encoding that is not UTF-8), V001 for what is not well-formed, V007 for each identifier used twice.
    """
    if len(data) > MAX_BYTES or data[:2] == b"\x1f\x8b" or b"\x00" in data:
        help_ = f"give plain UTF-8 XML of at most {MAX_BYTES // 1024 // 1024} MB"
        raise Refused(Finding("V005", "the data is compressed, binary or too large", help_, file))
    declared = _DECLARED.match(data)
    if declared and declared[1].upper() not in (b"UTF-8", b"US-ASCII", b"ASCII"):
        message = f"the encoding is {declared[1].decode('ascii', 'replace')}"
        raise Refused(Finding("V005", message, "save the file as UTF-8, and declare it so or not at all", file, 1))
    prolog = _BEFORE_ROOT.match(data)
    start = prolog.end() if prolog else 0
    if data.startswith(b"<!DOCTYPE", start):
        line = data.count(b"\n", 0, start) + 1
        raise Refused(Finding("V005", "the file has a DOCTYPE", "take it out: nothing here needs one", file, line))
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise Refused(_syntax(error, data, file)) from None
    _refuse_absurd(root, file)
    twice = tuple(_used_twice(root, file))
    if twice:
        raise Refused(*twice)
    return root


def read_own(data: bytes, file: str) -> Element:
    """Parse a file that the editors of a book wrote. Raises Refused: E002 when it is not well-formed, else as `read_xml`."""
    try:
        return read_xml(data, file)
    except Refused as refused:
        first = refused.findings[0]
        if first.code != "V001":
            raise
        raise Refused(Finding("E002", first.message, first.help, file, first.line)) from None


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
    """Entities stay what they are, nothing is loaded, and identifiers are left to `_used_twice`, which can say more."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=False,
        encoding="UTF-8",
    )


def _syntax(error: etree.XMLSyntaxError, data: bytes, file: str) -> Finding:
    """What is not well-formed, at its line and column; for a tag that is not closed also where it was opened."""
    message, line, column = _PLACE.sub("", str(error.msg)), error.lineno or 1, error.offset or 0
    lines = re.split(rb"\r\n|\r|\n", data)
    quote = lines[line - 1].decode("utf-8", "replace") if line <= len(lines) else ""
    help_ = "mend the XML at or before this place"
    mismatch = _MISMATCH.match(message)
    if mismatch:
        opened, opened_on, closed = mismatch.groups()
        message = f"{opened}, opened on line {opened_on}, is not closed before {closed} is"
        help_ = f"write </{opened}> where it ends, or take its start tag out"
    return Finding("V001", message, help_, file, line, column=column if quote else 0, quote=quote)


def _refuse_absurd(root: Element, file: str) -> None:
    if _too_deep()(root) or _too_many_attributes()(root):
        message = f"elements are nested deeper than {MAX_DEPTH} or have more than {MAX_ATTRIBUTES} attributes"
        raise Refused(Finding("V005", message, "no edition needs that: check the file", file, 1))


@cache
def _too_deep() -> etree.XPath:
    return etree.XPath(f"boolean(/*{'/*' * MAX_DEPTH})")


@cache
def _too_many_attributes() -> etree.XPath:
    return etree.XPath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES}])")


@cache
def _identified() -> etree.XPath:
    return etree.XPath("//*[@xml:id]")


def _used_twice(root: Element, file: str) -> Iterator[Finding]:
    """A finding for each element whose identifier an earlier one has."""
    first: dict[str, int] = {}
    found = _identified()(root)
    for element in found if isinstance(found, list) else ():
        name, line = xml_id(element), element.sourceline or 1
        if name in first:
            help_ = f"line {first[name]} has it as well: give one of the two another identifier"
            yield Finding("V007", f"the identifier {name} is used twice", help_, file, line, element=name)
        first.setdefault(name, line)
