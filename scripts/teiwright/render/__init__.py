"""Render: which stylesheet makes which format, and what becomes of it. How a format looks is the stylesheet's affair alone.

A new format is one entry stylesheet in `xslt/` and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from teiwright.model.places import Places
from teiwright.render.drafts import Draft, Finish, bundle, original, page, whole
from teiwright.render.epub import publication
from teiwright.render.pdf import pdf
from teiwright.render.texts import annotated, corpus, printed, sentences, tokens, traced
from teiwright.saxon import transformer


@dataclass(frozen=True, slots=True)
class Format:
    """A form that an edition is read or used in.

    title: what it is, in a few words, for `--list`; stylesheet: the file in the folder of stylesheets, empty for the edition
    itself; media_type: of what is made, as registered with IANA; path: the file that is made, or of several the one to begin
    with, `{name}` being the edition's short name; finish: how what the stylesheet makes becomes files; extra: the optional
    set of packages that it takes, empty if none; module: the module by which one sees whether they are there; companion: a
    second stylesheet, whose result the finish wants as well.
    """

    title: str
    stylesheet: str
    media_type: str
    path: str
    finish: Finish
    extra: str = ""
    module: str = ""
    companion: str = ""

    @property
    def at_hand(self) -> bool:
        """Whether the packages that it takes are installed."""
        return not self.module or find_spec(self.module) is not None


STREAM = "stream.xsl"

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "html": Format("reading page", "html.xsl", "text/html", "{name}.html", page),
        "tei": Format("the edition itself", "", "application/tei+xml", "{name}.xml", original),
        "text": Format("reading text with its notes", "text.xsl", "text/plain", "{name}.txt", whole),
        "map": Format(
            "map of the reading text", "text.xsl", "text/tab-separated-values", "{name}.tsv", traced, companion=STREAM
        ),
        "corpus": Format("reading text, a paragraph a line", STREAM, "text/plain", "{name}.corpus.txt", corpus),
        "printed": Format("text of the source, line by line", STREAM, "text/plain", "{name}.printed.txt", printed),
        "sentences": Format("reading text, a sentence a line", STREAM, "text/plain", "{name}.sentences.txt", sentences),
        "tokens": Format("tokens in CoNLL-U", STREAM, "text/plain", "{name}.conllu", tokens),
        "annotations": Format("web annotations", STREAM, "application/ld+json", "{name}.annotations.jsonld", annotated),
        "epub": Format("book for reading systems, EPUB 3", "epub.xsl", "application/epub+zip", "{name}.epub", publication),
        "tables": Format("tables, described", "tables.xsl", "text/csv", "{name}-tables/datapackage.json", bundle),
        "jsonld": Format("linked data", "jsonld.xsl", "application/ld+json", "{name}.jsonld", whole),
        "dc": Format("a record of Dublin Core", "dc.xsl", "application/xml", "{name}.dc.xml", whole),
        "dts": Format("text services, as files", "dts.xsl", "application/tei+xml", "{name}-dts/index.json", bundle),
        "ceteicean": Format("the TEI as custom elements", "ceteicean.xsl", "text/html", "{name}.ceteicean.html", page),
        "markdown": Format("Markdown, with its notes", "markdown.xsl", "text/markdown", "{name}.md", whole),
        "pdf": Format("book in print, tagged", "typst.xsl", "application/pdf", "{name}.pdf", pdf, "pdf", "typst"),
        "typst": Format("source of the book in print", "typst.xsl", "text/vnd.typst", "{name}.typ", whole),
    }
)
"""Every format by name."""

BUILT = ("html", "text")
"""The formats that a build renders."""


def render(
    tei: bytes,
    formats: Sequence[str],
    stylesheets: Path,
    name: str = "edition",
    places: Callable[[bytes], Places] = lambda _: Places(),
    /,
    *,
    apart: Collection[str] = (),
    **params: str,
) -> Mapping[str, Mapping[str, bytes]]:
    """Render a TEI document, which lxml has found to be sound, in each of the formats; give the files of each by path.

    stylesheets: the folder that holds the entry stylesheets; name: the edition's short name, which its files bear; places:
    tells where the nodes of the document stand in its source, asked once at most; apart: formats that will not lie beside
    the others; params: what the stylesheets declare, each taking those it knows. The reading page is told what lies beside
    it. The document is parsed once, and a stylesheet that serves several formats runs once. Raises ValueError for a format
    that is not in `FORMATS`, StylesheetError where a stylesheet stops, as it does at an element that it has no rule for
    (R001).
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"no such format: {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    wanted = {format_: FORMATS[format_] for format_ in formats}
    paths = {format_: one.path.format(name=name) for format_, one in wanted.items()}
    forms = "\n".join(f"{format_}={path}" for format_, path in paths.items() if format_ not in ("html", *apart))
    sheets = tuple(dict.fromkeys(sheet for one in wanted.values() for sheet in (one.stylesheet, one.companion) if sheet))
    runs = (
        transformer(tuple(stylesheets / sheet for sheet in sheets)).run(tei, name=name, forms=forms, **params)
        if sheets
        else {}
    )
    texts = {"": "", **{sheet: runs[stylesheets / sheet].text for sheet in sheets}}
    found = cache(lambda: places(tei))
    return {
        format_: one.finish(Draft(tei, texts[one.stylesheet], paths[format_], texts[one.companion], found))
        for format_, one in wanted.items()
    }
