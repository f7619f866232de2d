"""What format a file has: its media type, and its identifier in PRONOM, the registry of The National Archives (UK).

The formats of a package are known, since the program that makes the package made or took in every file; nothing is guessed
from bytes. PRONOM has no entry for some: these have no identifier here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A file format: its name, its media type as registered with IANA, its PRONOM identifier, empty where none is known."""

    name: str
    media_type: str
    puid: str = ""

    @property
    def registry_address(self) -> str:
        """Where PRONOM describes the format; empty where it does not."""
        return f"https://www.nationalarchives.gov.uk/PRONOM/{self.puid}" if self.puid else ""


TEI = FileFormat("TEI P5", "application/tei+xml", "fmt/1476")
_PLAIN = FileFormat("plain text, UTF-8", "text/plain", "x-fmt/111")
_JSON = FileFormat("JSON", "application/json", "fmt/817")
_LINKED = FileFormat("JSON-LD", "application/ld+json", "fmt/880")
_XML = FileFormat("XML 1.0", "application/xml", "fmt/101")

_BY_SUFFIX = {
    ".cff": FileFormat("Citation File Format 1.2.0", "application/yaml"),
    ".conllu": FileFormat("CoNLL-U", "text/plain"),
    ".css": FileFormat("Cascading Style Sheets", "text/css", "x-fmt/224"),
    ".csv": FileFormat("comma-separated values", "text/csv", "x-fmt/18"),
    ".epub": FileFormat("EPUB 3", "application/epub+zip", "fmt/483"),
    ".html": FileFormat("HTML 5", "text/html", "fmt/471"),
    ".js": FileFormat("JavaScript", "text/javascript", "x-fmt/423"),
    ".json": _JSON,
    ".jsonl": FileFormat("JSON Lines", "application/jsonl"),
    ".jsonld": _LINKED,
    ".md": FileFormat("Markdown", "text/markdown", "fmt/1149"),
    ".odd": TEI,
    ".pdf": FileFormat("PDF 1.7", "application/pdf", "fmt/276"),
    ".py": FileFormat("Python source", "text/x-python", "fmt/938"),
    ".rng": FileFormat("RELAX NG", "application/xml", "fmt/101"),
    ".sarif": FileFormat("SARIF 2.1.0", "application/sarif+json"),
    ".sch": FileFormat("Schematron", "application/xml", "fmt/101"),
    ".toml": FileFormat("TOML 1.0", "application/toml"),
    ".tsv": FileFormat("tab-separated values", "text/tab-separated-values", "x-fmt/13"),
    ".txt": _PLAIN,
    ".typ": FileFormat("Typst", "text/vnd.typst"),
    ".xml": _XML,
    ".xsd": FileFormat("W3C XML Schema", "application/xml", "x-fmt/280"),
    ".xsl": FileFormat("XSLT 3.0", "application/xslt+xml", "x-fmt/281"),
}
_BY_NAME = {"ro-crate-metadata.json": _LINKED}
UNKNOWN = FileFormat("unknown", "application/octet-stream")


def file_format(path: str, *, is_tei: bool = False) -> FileFormat:
    """The format of a file of a package, UNKNOWN for one that none should have; is_tei: whether it is a TEI document."""
    if is_tei:
        return TEI
    name = PurePosixPath(path)
    return _BY_NAME.get(name.name) or _BY_SUFFIX.get(name.suffix) or UNKNOWN
