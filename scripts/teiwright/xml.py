"""The door through which XML comes in: lxml, strict, with nothing from outside.

What could harm whoever reads it is refused before any of it is parsed: data that is compressed, binary or too large, another
encoding, more markup than memory should hold, a DOCTYPE and with it every entity. Absurd depth and numbers of attributes,
which only the tree shows, are refused when it is there; by then libxml2 has refused more than 256 levels and texts of more
than ten million characters. Nothing that a document points to is included, fetched or run.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import islice
from typing import cast

from lxml import etree

from teiwright.findings import Finding, Refused

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
MAX_BYTES = 64 * 1024 * 1024
MAX_MARKUP = 4_000_000
"""How many `<` and `=` a file may have. Each may become a node, and a node takes fifty times the memory of its markup."""

MAX_DEPTH = 100
MAX_ATTRIBUTES = 200
MAX_TOLD = 1000
"""How many identifiers that are used twice are told of one file."""

MAX_QUOTED = 10_000
"""How many bytes a line may have that is quoted in a finding."""

Element = etree._Element

# What may stand before a DOCTYPE, and where an encoding is declared (XML 1.0, productions 22 to 28 and 80).
_MISC = re.compile(rb"[ \t\r\n]+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml(?=[ \t\r\n])[^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)""")

_TOO_LARGE = frozenset({etree.ErrorTypes.ERR_RESOURCE_LIMIT, etree.ErrorTypes.ERR_NAME_TOO_LONG})
_OF_IDENTIFIERS = frozenset({etree.ErrorTypes.DTD_ID_REDEFINED, etree.ErrorTypes.DTD_XMLID_VALUE})
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)")
_PLACE = re.compile(r"\s*(?:, line \d+, column \d+)+\Z")

_DEEP = f"elements are nested deeper than {MAX_DEPTH}"
_WIDE = f"an element has more than {MAX_ATTRIBUTES} attributes"
_LONG = "a text, a name or another piece of the file is too long"
_ABSURD = "no edition needs that: check the file"


def read_xml(data: bytes, file: str) -> Element:
    """Parse a document that may come from anywhere, and give its root.

    Raises Refused: V005 for what is not safe to read (compressed, binary or oversized data, anything but XML 1.0 in UTF-8, a
    DOCTYPE, absurd amounts of markup, depth or attributes), V001 for what is not well-formed, V007 for each identifier that
    is used twice.
    """
    unsafe = next(_unsafe(data), None)
    if unsafe:
        message, help_, at = unsafe
        line = 0 if at is None else data.count(b"\n", 0, at) + 1
        raise Refused(Finding("V005", message, help_, file, line))
    root = _parsed(data, file)
    version = root.getroottree().docinfo.xml_version
    if version != "1.0":  # in 1.1 more is a line end, which libxml2 does not know and Saxon does
        raise Refused(Finding("V005", f"the version of XML is {version}", "declare it as 1.0", file, 1))
    for path, message in ((_too_deep(), _DEEP), (_too_wide(), _WIDE)):
        for element in _elements(path, root):
            raise Refused(Finding("V005", message, _ABSURD, file, element.sourceline or 1))
    return root


def read_own(data: bytes, file: str) -> Element:
    """Parse a file that the editors of a book wrote. Raises Refused: E002 when it is not well-formed, else as `read_xml`."""
    try:
        return read_xml(data, file)
    except Refused as refused:
        first = refused.findings[0]
        if first.code != "V001":
            raise
        raise Refused(replace(first, code="E002")) from None


def local(element: Element) -> str:
    """An element's name without its namespace; an empty string for a comment or processing instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def tei(name: str) -> str:
    """A TEI element's name as lxml wants it."""
    return f"{{{TEI}}}{name}"


def xml_id(element: Element) -> str:
    """An element's `xml:id`, or an empty string."""
    return element.get(f"{{{XML}}}id", "")


# Before a document is parsed


def _unsafe(data: bytes) -> Iterator[tuple[str, str, int | None]]:
    """Why data must not be parsed, what to do, and the offset of the place, None where it is the whole file.

    The parser is told to take everything for UTF-8, so these bytes are what it will see: a DOCTYPE has no disguise.
    """
    if len(data) > MAX_BYTES:
        yield f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", "give it in several files", None
    if data.startswith(b"\x1f\x8b"):
        yield "the file is compressed", "unpack it first", None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield "the encoding is UTF-16", "save the file as UTF-8", 0
    if (zero := data.find(b"\x00")) >= 0:
        yield "there is a zero byte, as in binary files and in UTF-16", "give XML, saved as UTF-8", zero
    declared = _ENCODING.match(data)
    if declared and not _is_utf_8(declared[1], data):
        name = declared[1][:40].decode("utf-8", "replace")
        yield f"the encoding is {name}", "save the file as UTF-8, and declare it so or not at all", declared.start(1)
    if len(data) > MAX_MARKUP and data.count(b"<") + data.count(b"=") > MAX_MARKUP:
        yield f"there are more than {MAX_MARKUP:,} tags and attributes", "give the text in several files", None
    start = _after_prolog(data)
    if data.startswith(b"<!DOCTYPE", start):
        yield "the file has a DOCTYPE", "take it out: nothing here needs one", start


def _is_utf_8(name: bytes, data: bytes) -> bool:
    return name.upper() == b"UTF-8" or (name.upper() in (b"US-ASCII", b"ASCII") and data.isascii())


def _after_prolog(data: bytes) -> int:
    """Where the root element must begin, or a DOCTYPE, which can stand nowhere else in XML that is well-formed."""
    at = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    while passed := _MISC.match(data, at):
        at = passed.end()
    return at


# Parsing, and what can go wrong in it


@cache
def _parser(*, collect_ids: bool = True) -> etree.XMLParser:
    """Make the parser. It would load nothing and expand nothing even if a DOCTYPE came as far as here."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        collect_ids=collect_ids,
        encoding="UTF-8",
    )


@cache
def _too_deep() -> etree.XPath:
    """The first element below the deepest level allowed. A path visits each element once; a count of ancestors would not."""
    return etree.XPath(f"(/*{'/*' * MAX_DEPTH})[1]")


@cache
def _too_wide() -> etree.XPath:
    return etree.XPath(f"(/descendant::*/@*[{MAX_ATTRIBUTES + 1}])[1]/..")


@cache
def _identified() -> etree.XPath:
    return etree.XPath("/descendant::*[@xml:id]")


def _elements(path: etree.XPath, root: Element) -> list[Element]:
    return cast("list[Element]", path(root))


def _parsed(data: bytes, file: str, *, collect_ids: bool = True) -> Element:
    """Parse. What is wrong with identifiers libxml2 tells too briefly, so that it is then told to leave them alone.

    A name that cannot be an identifier is let in: the XML is well-formed, and the grammar will say more.
    """
    try:
        root = etree.fromstring(data, _parser(collect_ids=collect_ids))
    except etree.XMLSyntaxError as error:
        if error.code not in _OF_IDENTIFIERS:
            raise Refused(_fault(error, data, file)) from None
        return _parsed(data, file, collect_ids=False)
    twice = [] if collect_ids else _used_twice(root, data, file)
    if twice:
        raise Refused(*twice)
    return root


def _fault(error: etree.XMLSyntaxError, data: bytes, file: str) -> Finding:
    message, line = _PLACE.sub("", str(error.msg)), error.lineno or 1
    if error.code in _TOO_LARGE or "too big" in message:
        return Finding("V005", _DEEP if "depth" in message else _LONG, _ABSURD, file, line)
    message, help_ = _explained(message, error.code)
    quote = _quotes(data, {line}).get(line, "")
    column = min(max(1, error.offset or 0), len(quote))
    return Finding("V001", message, help_, file, line, column=column, quote=quote)


def _explained(message: str, code: int) -> tuple[str, str]:
    """What libxml2 says of a fault, in plain words where it needs them, and what to do."""
    if mismatch := _MISMATCH.match(message):
        opened, line, closed = mismatch.groups()
        help_ = f"mend the XML: write </{opened}> where it ends, or take </{closed}> out if that is the one too many"
        return f"{opened}, opened on line {line}, is not closed before {closed} is", help_
    if code == etree.ErrorTypes.ERR_INVALID_ENCODING:
        return "there are bytes here that are not UTF-8", "mend the XML: save the file as UTF-8"
    return message, "mend the XML at or before this place"


def _used_twice(root: Element, data: bytes, file: str) -> list[Finding]:
    """A finding for each element whose identifier an earlier one has, in the order of the document."""
    first, again = dict[str, int](), list[tuple[str, int]]()
    elements = _elements(_identified(), root)
    for element in elements:
        name, line = xml_id(element), element.sourceline or 1
        if name in first and len(again) < MAX_TOLD:
            again.append((name, line))
        first.setdefault(name, line)
    quotes = _quotes(data, {line for _, line in again})
    findings = [_use(name, first[name], file, line, quotes.get(line, "")) for name, line in again]
    if more := len(elements) - len(first) - len(again):
        findings.append(Finding("V007", f"{more} more identifiers are used twice", "mend those that are told first", file))
    return findings


def _use(name: str, first: int, file: str, line: int, quote: str) -> Finding:
    """An identifier that line `first` has already."""
    places = [match.start(1) for match in re.finditer(rf"xml:id\s*=\s*[\"']({re.escape(name)})[\"']", quote)]
    help_ = f"line {first} has it as well: give one of the two another identifier, and mend the pointers that mean it"
    return Finding(
        code="V007",
        message=f"the identifier {name} is used twice",
        help=help_,
        file=file,
        line=line,
        column=places[-1] + 1 if places else 0,
        element=name,
        quote=quote,
        width=len(name) if places else 1,
    )


def _quotes(data: bytes, numbers: Collection[int]) -> Mapping[int, str]:
    """Lines of a file by their 1-based numbers, those that are too long left out."""
    lines, passed, quotes = BytesIO(data.removeprefix(codecs.BOM_UTF8)), 0, dict[int, str]()
    for number in sorted(numbers):
        line = next(islice(lines, number - passed - 1, None), b"")
        passed = number
        if len(line) <= MAX_QUOTED:
            quotes[number] = line.decode("utf-8", "replace").rstrip("\r\n")
    return quotes
