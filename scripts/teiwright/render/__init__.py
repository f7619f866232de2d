"""Render: which stylesheet makes which format. What a format looks like is the stylesheet's affair alone.

A new format is one entry stylesheet in `xslt/` and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from teiwright.saxon import transformer


@dataclass(frozen=True, slots=True)
class Format:
    """A form that an edition is read in.

    stylesheet: the file in the folder of stylesheets; suffix: of the file that is made, with its dot; media_type: as
    registered with IANA.
    """

    stylesheet: str
    suffix: str
    media_type: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "html": Format("html.xsl", ".html", "text/html"),
        "text": Format("text.xsl", ".txt", "text/plain"),
    }
)
"""Every format by name."""


def render(tei: bytes, formats: Sequence[str], stylesheets: Path, **params: str) -> Mapping[str, bytes]:
    """Render a TEI document, which lxml has found to be sound, in each of the formats; give their UTF-8 bytes by name.

    stylesheets: the folder that holds the entry stylesheets; params: the parameters that these declare, each stylesheet
    taking those it knows. The document is parsed once. Raises ValueError for a format that is not in `FORMATS`,
    StylesheetError where a stylesheet stops, as it does at an element that it has no rule for (R001).
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"no such format: {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    sheets = {name: stylesheets / FORMATS[name].stylesheet for name in formats}
    results = transformer(tuple(sheets.values())).run(tei, **params)
    return {name: results[sheet].text.encode() for name, sheet in sheets.items()}
