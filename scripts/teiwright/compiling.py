"""Compiling: an ODD becomes three schemas and their documentation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from teiwright.findings import Finding, Refused
from teiwright.saxon import StylesheetError, transformer
from teiwright.xml import read_xml

_PRODUCTS = {
    ".rng": "relaxng.xsl",
    ".xsd": "xsd.xsl",
    ".sch": "schematron.xsl",
    ".html": "documentation.xsl",
}


def compiled(odd: bytes, file: Path, stylesheets: Path) -> Mapping[str, bytes]:
    """What an ODD compiles to, by the name of each product, which is that of the ODD with another suffix.

    file: the ODD, for names and findings; stylesheets: the folder of the compilers. Raises Refused (O001 to O012) for an
    ODD that cannot be compiled.
    """
    read_xml(odd, str(file))
    sheets = {file.stem + suffix: stylesheets / name for suffix, name in _PRODUCTS.items()}
    try:
        results = transformer(tuple(sheets.values())).run(odd)
        attributes = transformer((stylesheets / "xsd.xsl",)).run(odd, part="xml")
    except StylesheetError as error:
        if not error.code.startswith("O"):
            raise
        raise Refused(Finding(error.code, error.message.rstrip("."), _help(error.code), str(file))) from None
    made = {name: results[sheet].text.encode() for name, sheet in sheets.items()}
    return {**made, "xml.xsd": attributes[stylesheets / "xsd.xsl"].text.encode()}


def _help(code: str) -> str:
    return f"teiwright explain {code} tells what the compilers expect"
