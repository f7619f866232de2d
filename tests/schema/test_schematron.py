"""The rules of the ODD as Schematron, and Schematron as the stylesheet that is run.

That each rule is broken, and found where it is broken, is shown in `tests/findings`.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from teiwright.saxon import StylesheetError, transform, transformer

ROOT = Path(__file__).resolve().parents[2]
BASE = (Path(__file__).resolve().parent / "base.xml").read_text(encoding="utf-8")
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0", "sch": "http://purl.oclc.org/dsdl/schematron"}
SCHEMATRON = etree.parse(ROOT / "schema" / "teiwright.sch")
TO_SCHEMATRON = ROOT / "xslt" / "odd" / "schematron.xsl"
TO_XSLT = ROOT / "xslt" / "odd" / "schematron-to-xslt.xsl"


class Finding(NamedTuple):
    """What the compiled stylesheet reports."""

    code: str
    role: str
    location: str
    message: str


@cache
def rules() -> bytes:
    return transform(TO_XSLT, etree.tostring(SCHEMATRON)).encode()


def found(document: bytes, stylesheet: bytes | None = None) -> list[Finding]:
    report = etree.fromstring(transform(stylesheet or rules(), document).encode())
    return [Finding(f.get("code", ""), f.get("role", ""), f.get("location", ""), f.findtext("message", "")) for f in report]


def codes() -> Iterator[str]:
    yield from SCHEMATRON.xpath("//sch:pattern/@id", namespaces=NAMESPACES)


def test_the_stylesheets_compile_without_a_warning() -> None:
    assert not transformer((TO_SCHEMATRON,)).warnings
    assert not transformer((TO_XSLT,)).warnings
    assert not transformer((rules(),)).warnings


def test_the_codes_ascend() -> None:
    assert list(codes()) == sorted(set(codes()))


@pytest.mark.parametrize("path", ["tests/schema/base.xml", "tei/hedp/hedp.xml"])
def test_sound_documents_pass(path: str) -> None:
    assert [finding for finding in found((ROOT / path).read_bytes()) if finding.role != "info"] == []


def test_a_file_of_entries_needs_no_text() -> None:
    entries = re.sub(r"<text>.*</text>", "", BASE, flags=re.DOTALL).replace('occurs="4" withId="4"', 'occurs="0" withId="0"')
    entries = entries.replace(' ref="#rowe"', "").replace("<q xml", "<x")
    assert found(entries.encode()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<constraintSpec ident="V101"', '<constraintSpec ident="no-p"'),
        ('<constraintSpec ident="V102"', '<constraintSpec ident="V101"'),
        ('<sch:rule context="tei:text//tei:p">', "<sch:rule>"),
        ('role="error">V101 ', ">V101 "),
        ('role="error">V101 ', 'role="fatal">V101 '),
        ('<desc type="help" xml:lang="en">give it an xml:id', '<desc xml:lang="en">give it an xml:id'),
        ('role="error">V101 ', 'role="error">'),
        ('<gloss xml:lang="en">paragraph without an identifier</gloss>', ""),
    ],
)
def test_a_rule_without_its_parts_is_refused(odd: bytes, old: str, new: str) -> None:
    assert old.encode() in odd
    with pytest.raises(StylesheetError, match="O012 constraintSpec"):
        transform(TO_SCHEMATRON, odd.replace(old.encode(), new.encode(), 1))


ERROR = "P", "error"


def schema(body: str) -> bytes:
    return (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="urn:t"/>'
        f'<pattern id="P"><let name="all" value="count(//*)"/>{body}</pattern></schema>'
    ).encode()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<rule context="t:b"><assert test="@c">no c</assert></rule>', [("P", "error", "no c")] * 2),
        ('<rule context="t:b"><assert id="A" role="warning" test="@c">A no</assert></rule>', [("A", "warning", "no")] * 2),
        ('<rule context="t:b"><report test="@n = 2">n=<value-of select="@n"/>.</report></rule>', [("P", "error", "n=2.")]),
        ('<rule context="t:b"><report test="@n = 2"><name/> {<emph>in</emph>} <name path=".."/></report></rule>',
         [("P", "error", "t:b {in} t:a")]),
        ('<rule context="t:b[@n = 2]"/><rule context="t:b"><report test="true()">n <value-of select="@n"/></report></rule>',
         [("P", "error", "n 1")]),
        ('<rule context="t:b"><let name="m" value="@n + 1"/><report test="$m = $all">m</report></rule>', [(*ERROR, "m")]),
        ('<rule context="@n"><report test=". &lt; 2">attribute</report></rule>', [("P", "error", "attribute")]),
        ('<rule context="t:a"><report test="1">a</report></rule><rule context="t:b"><report test="1">b</report></rule>',
         [(*ERROR, "a"), (*ERROR, "b"), (*ERROR, "b")]),
    ],
)  # fmt: skip
def test_schematron_is_understood(body: str, expected: list[tuple[str, str, str]]) -> None:
    stylesheet = transform(TO_XSLT, schema(body)).encode()
    findings = found(b'<t:a xmlns:t="urn:t"><t:b n="1"/><t:b n="2"/></t:a>', stylesheet)
    assert [(finding.code, finding.role, finding.message) for finding in findings] == expected


@pytest.mark.parametrize(
    "body",
    [
        '<rule abstract="true" id="r"/>',
        '<rule context="t:b"><extends rule="r"/></rule>',
        '<rule context="t:b"><assert test="@c" diagnostics="d">no c</assert></rule>',
        '<rule context="t:b"><assert>no test</assert></rule>',
        '<rule><assert test="@c">no context</assert></rule>',
        '<rule context="t:b"><let name="x"/></rule>',
        '<rule context="t:b"><x xmlns="urn:x"/></rule>',
        '<rule context="key(\'k\', 1)"><report test="1">x</report></rule>',
        '<rule context="t:b | .[. = 1]"><report test="1">x</report></rule>',
    ],
)
def test_what_is_not_understood_is_refused(body: str) -> None:
    with pytest.raises(StylesheetError, match="O013 P, "):
        transform(TO_XSLT, schema(body))


def test_diagnostics_become_help() -> None:
    rule = '<rule context="t:b"><assert test="@c" diagnostics="d e">no c</assert></rule></pattern>'
    diagnostics = '<diagnostic id="d">give <name/> a c</diagnostic><diagnostic id="e">.</diagnostic>'
    diagnostics = f"<diagnostics>{diagnostics}</diagnostics>"
    with_help = schema(rule).replace(b"</pattern></schema>", f"{diagnostics}</schema>".encode())
    report = etree.fromstring(transform(transform(TO_XSLT, with_help).encode(), b'<t:b xmlns:t="urn:t"/>').encode())
    assert [found.findtext("help") for found in report] == ["give t:b a c."]


def test_a_context_is_split_only_between_its_alternatives() -> None:
    rule = '<rule context="t:b[not(t:d | t:e)][not(contains(@n, \'|[\'))] | t:c"><report test="1">x</report></rule>'
    stylesheet = transform(TO_XSLT, schema(rule)).encode()
    assert len(found(b'<t:a xmlns:t="urn:t"><t:b n="1"/><t:b n="|["/><t:d><t:c/></t:d></t:a>', stylesheet)) == 2


def test_another_query_binding_is_refused() -> None:
    with pytest.raises(StylesheetError, match="O013"):
        transform(TO_XSLT, schema("").replace(b"xslt3", b"xslt"))
