"""What the tests of PREMIS and METS describe: the files of the first edition, and invented packages of any kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from teiwright.deposit.header import read_record
from teiwright.deposit.item import Item, Role, is_safe
from teiwright.deposit.record import Agent, Change, Nature, Record, Rights, Witness

from .samples import AGENTS, LICENCES, WORDS, any_record

VALIDATED = "RELAX NG and W3C Schema: 0 errors"
TEI = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>
<front><div><p>no name</p></div></front>
<body><div xml:id="a1" type="chapter" n="1"><head>A <choice><sic>hed</sic><corr>head</corr></choice><note>note</note></head>
<head type="sub">Below</head><p/><div xml:id="a1-1"><p/></div></div></body>
<back><div xml:id="b1" type="&lt;&quot;]]&gt;"><p/></div></back></text></TEI>"""


def first_edition(root: Path) -> tuple[Record, list[Item]]:
    """The record of the first edition; its files, and short stand-ins for what is made from it."""
    folder, authority = root / "tei" / "hedp", root / "tei" / "authority"
    tei = (folder / "hedp.xml").read_bytes()
    given = [(folder / "header.xml", Role.EDITORIAL), (folder / "decisions.xml", Role.EDITORIAL)]
    given += [(path, Role.AUTHORITY) for path in sorted(authority.glob("*.xml"))]
    code = [(path, Role.STYLESHEET) for path in sorted((root / "xslt").rglob("*.xsl"))]
    code += [(root / "schema" / "teiwright.rng", Role.SCHEMA), (root / "scripts/teiwright/__init__.py", Role.SOFTWARE)]
    items = [
        Item(path.relative_to(root).as_posix(), path.read_bytes(), role, path.name)
        for path, role in [(folder / "source.txt", Role.SOURCE), *given, *code]
    ]
    sources = tuple(item.path for item in items if item.role not in (Role.STYLESHEET, Role.SCHEMA, Role.SOFTWARE))
    edition, source = "tei/hedp/hedp.xml", sources[:1]
    items += [
        Item(edition, tei, Role.EDITION, "the edition", sources),
        Item("README.md", b"# Read me\n", Role.GUIDE, "what this is"),
        Item("derivatives/hedp.html", b"<!DOCTYPE html>", Role.DERIVATIVE, "reading page", (edition,)),
        Item("derivatives/hedp-tables/pages.csv", b"n\n1\n", Role.DERIVATIVE, "tables: pages.csv", (edition,)),
        Item("log/claims.jsonl", b"{}\n", Role.LOG, "every claim", source),
        Item("reports/validation.sarif", b"{}\n", Role.REPORT, "the report", (edition,)),
        Item("metadata/dublin-core.xml", b"<dc/>", Role.METADATA, "Dublin Core", (edition,)),
        Item("metadata/datacite.xml", b"<resource/>", Role.METADATA, "DataCite", (edition,)),
        Item("derivatives/hedp.jsonld", b"{}", Role.METADATA, "schema.org", (edition,)),
        Item("derivatives/hedp.annotations.jsonld", b"{}", Role.DERIVATIVE, "web annotations", (edition,)),
        Item("LICENSES/CC-BY-4.0.txt", b"words\n", Role.LICENCE, "CC-BY-4.0"),
    ]
    return read_record(etree.fromstring(tei), "hedp", "hedp.xml"), items


def _some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


RECORDS = st.builds(
    replace,
    any_record(),
    editors=_some(AGENTS),
    programs=_some(st.builds(Agent, WORDS, st.just(Nature.SOFTWARE))),
    identifiers=_some(st.tuples(WORDS | st.just(""), WORDS)),
    licences=_some(st.builds(Rights, WORDS, st.sampled_from(LICENCES))),
    caveats=_some(st.builds(Rights, WORDS, st.just(""), st.sampled_from(["", "unknown", "restricted"]))),
    witnesses=_some(st.builds(Witness, st.just("w"), WORDS | st.just(""), WORDS, WORDS)),
    changes=_some(
        st.builds(Change, st.dates().map(str) | st.just(""), WORDS | st.just(""), WORDS, st.sampled_from(["", "1.0"]))
    ),
)
"""Records with a history, and with any number of whatever there can be several of."""

PATHS = st.from_regex(r"([A-Za-z0-9._-]{1,4}/){0,3}[A-Za-z0-9._-]{1,6}\.(txt|xml|json|sarif)", fullmatch=True).filter(
    is_safe
)


@st.composite
def packages(draw: st.DrawFn) -> list[Item]:
    """The files of an invented package: an edition, its source, and others of any role, path and content."""
    edition, source = "tei/book/book.xml", "tei/book/source.txt"
    items = [
        Item(source, draw(st.binary()), Role.SOURCE, draw(WORDS)),
        Item(edition, TEI, Role.EDITION, draw(WORDS), (source,)),
    ]
    roles = [role for role in Role if role not in (Role.EDITION, Role.SOURCE)]
    for path in draw(st.lists(PATHS, unique=True, max_size=6)):
        if path not in (edition, source):
            sources = draw(st.lists(st.sampled_from([item.path for item in items]), unique=True, max_size=3))
            items.append(Item(path, draw(st.binary()), draw(st.sampled_from(roles)), draw(WORDS), tuple(sources)))
    return draw(st.permutations(items))
