"""Render: which stylesheet makes which format, and what becomes of it. How a format looks is the stylesheet's affair alone.

A new format is one entry stylesheet in `xslt/` and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from teiwright.render.drafts import Draft, Finish, bundle, page, whole
from teiwright.saxon import transformer


@dataclass(frozen=True, slots=True)
class Format:
    """A form that an edition is read or used in.

    title: what it is, in a few words, for `--list`; stylesheet: the file in the folder of stylesheets; media_type: of what
    is made, as registered with IANA; finish: how what the stylesheet makes becomes files; extra: the optional set of
    packages that it takes, empty if none; module: the module by which one sees whether they are there.
    """

    title: str
    stylesheet: str
    media_type: str
    finish: Finish
    extra: str = ""
    module: str = ""

    @property
    def at_hand(self) -> bool:
        """Whether the packages that it takes are installed."""
        return not self.module or find_spec(self.module) is not None


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "html": Format("reading page, one file", "html.xsl", "text/html", page(".html")),
        "text": Format("reading text with its notes", "text.xsl", "text/plain", whole(".txt")),
        "tables": Format("tables with a descriptor", "tables.xsl", "text/csv", bundle("{name}-tables")),
        "jsonld": Format("linked data", "jsonld.xsl", "application/ld+json", whole(".jsonld")),
        "dc": Format("a record of Dublin Core", "dc.xsl", "application/xml", whole(".dc.xml")),
        "dts": Format("text services, as files", "dts.xsl", "application/tei+xml", bundle("{name}-dts")),
    }
)
"""Every format by name."""

BUILT = ("html", "text")
"""The formats that a build renders."""


def render(
    tei: bytes, formats: Sequence[str], stylesheets: Path, name: str = "edition", **params: str
) -> Mapping[str, Mapping[str, bytes]]:
    """Render a TEI document, which lxml has found to be sound, in each of the formats; give the files of each by path.

    stylesheets: the folder that holds the entry stylesheets; name: the edition's short name, which its files bear; params:
    the parameters that the stylesheets declare, each taking those it knows. The document is parsed once, and a stylesheet
    that serves several formats runs once. Raises ValueError for a format that is not in `FORMATS`, StylesheetError where a
    stylesheet stops, as it does at an element that it has no rule for (R001).
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"no such format: {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    sheets = tuple(dict.fromkeys(stylesheets / FORMATS[format_].stylesheet for format_ in formats))
    made = transformer(sheets).run(tei, name=name, **params)
    drafts = {sheet: Draft(name, tei, result.text) for sheet, result in made.items()}
    return {format_: FORMATS[format_].finish(drafts[stylesheets / FORMATS[format_].stylesheet]) for format_ in formats}
