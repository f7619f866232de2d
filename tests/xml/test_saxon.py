"""Saxon, locked down: whatever a stylesheet does with a document, nothing is read, written, fetched or evaluated."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from teiwright.saxon import StylesheetError, Transformer, transform

XSL = (
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">'
    '<xsl:template match="/"><out>{}</out></xsl:template></xsl:stylesheet>'
)
NESTING = "<xsl:sequence select=\"transform(map {{ 'stylesheet-text': '{}', 'source-node': . }})?output\"/>"
COPY = XSL.format('<xsl:copy-of select="."/>').encode()
EMPTY = ("<out/>", "<out></out>")


def declaring(declaration: str) -> str:
    """Return a stylesheet with a declaration of its own."""
    return XSL.format("").replace("<xsl:template", f"{declaration}<xsl:template", 1)


@pytest.fixture(params=["file", "address"])
def uri(request: pytest.FixtureRequest, secret: Path, server) -> str:
    """Return where the secret is: in a file, or on a server."""
    return secret.as_uri() if request.param == "file" else server.address


@pytest.mark.parametrize(
    "call",
    [
        "doc('{uri}')",
        "document('{uri}')",
        "unparsed-text('{uri}')",
        "unparsed-text-lines('{uri}')",
        "json-doc('{uri}')",
        "collection('{uri}')",
        "uri-collection('{uri}')",
        "load-xquery-module('m', map {{ 'location-hints': '{uri}' }})?functions",
        "transform(map {{ 'stylesheet-location': '{uri}', 'source-node': . }})?output",
        "parse-xml('&lt;!DOCTYPE a SYSTEM &quot;{uri}&quot;>&lt;a/>')",
        "parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;{uri}&quot;>]>&lt;a>&amp;e;&lt;/a>')",
    ],
)
def test_a_stylesheet_reads_nothing(call: str, uri: str, server) -> None:
    sheet = XSL.format(f'<xsl:sequence select="{call.format(uri=uri)}"/>')
    with pytest.raises(StylesheetError, match=r"prohibited|disallowed|not available|requires Saxon-EE|DOCTYPE"):
        transform(sheet.encode(), b"<a/>")
    assert not server.was_reached()


@pytest.mark.parametrize(
    "instruction",
    [
        '<xsl:source-document href="{uri}"><xsl:copy-of select="."/></xsl:source-document>',
        '<xsl:merge><xsl:merge-source for-each-source="\'{uri}\'" select="*"><xsl:merge-key/></xsl:merge-source>'
        '<xsl:merge-action><xsl:copy-of select="current-merge-group()"/></xsl:merge-action></xsl:merge>',
    ],
)
def test_no_instruction_reads_anything_either(instruction: str, uri: str, server) -> None:
    with pytest.raises(StylesheetError, match="prohibited"):
        transform(XSL.format(instruction.format(uri=uri)).encode(), b"<a/>")
    assert not server.was_reached()


@pytest.mark.parametrize("function", ["doc-available", "unparsed-text-available"])
def test_a_stylesheet_does_not_even_learn_what_there_is(function: str, uri: str, server) -> None:
    sheet = XSL.format(f"<xsl:value-of select=\"{function}('{uri}')\"/>")
    assert transform(sheet.encode(), b"<a/>").endswith("<out>false</out>")
    assert not server.was_reached()


@pytest.mark.parametrize("call", ["doc('')", "document('')", "collection()", "unparsed-text('README.md')"])
def test_nor_does_it_read_what_is_beside_it(call: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(StylesheetError, match=r"prohibited|No default collection"):
        transform(XSL.format(f'<xsl:sequence select="{call}"/>').encode(), b"<a/>")


@pytest.mark.parametrize(
    "declaration",
    [
        '<xsl:import href="{uri}"/>',
        '<xsl:include href="{uri}"/>',
        '<xsl:import-schema schema-location="{uri}"/>',
        '<xsl:use-package name="{uri}"/>',
        '<xsl:variable name="v" static="yes" select="string(doc(\'{uri}\'))"/>',
        '<xsl:variable name="v" use-when="unparsed-text(\'{uri}\')"/>',
    ],
)
def test_a_stylesheet_in_memory_reads_nothing_while_it_is_compiled(declaration: str, uri: str, server) -> None:
    with pytest.raises(StylesheetError):
        transform(declaring(declaration.format(uri=uri)).encode(), b"<a/>")
    assert not server.was_reached()


def test_a_stylesheet_in_a_file_reads_files_while_it_is_compiled_and_fetches_nothing(tmp_path: Path, server) -> None:
    (tmp_path / "other.xsl").write_text(XSL.format("other"))
    sheet = tmp_path / "sheet.xsl"
    sheet.write_text(declaring('<xsl:include href="other.xsl"/>').replace('match="/"', 'match="none"'))
    assert transform(sheet, b"<a/>").endswith("<out>other</out>")
    fetching = tmp_path / "fetching.xsl"
    fetching.write_text(declaring(f'<xsl:include href="{server.address}"/>'))
    with pytest.raises(StylesheetError, match="prohibited"):
        transform(fetching, b"<a/>")
    assert not server.was_reached()


def test_a_stylesheet_in_memory_reads_nothing_beside_one_in_a_file(tmp_path: Path, uri: str, server) -> None:
    sheet = tmp_path / "sheet.xsl"
    sheet.write_text(XSL.format("file"))
    with pytest.raises(StylesheetError):
        Transformer([declaring(f'<xsl:include href="{uri}"/>').encode(), sheet])
    assert not server.was_reached()


@pytest.mark.parametrize(
    "doctype",
    [
        '[<!ENTITY e SYSTEM "{uri}">]',
        '[<!ENTITY % p SYSTEM "{uri}"> %p; <!ENTITY e "">]',
        'SYSTEM "{uri}"',
        '[<!ENTITY e "x">]',
    ],
)
def test_neither_a_document_nor_a_stylesheet_may_have_a_doctype(doctype: str, uri: str, tmp_path: Path, server) -> None:
    declared = f"<!DOCTYPE a {doctype.format(uri=uri)}>"
    sheet = declared + XSL.format("&e;")
    (tmp_path / "sheet.xsl").write_text(sheet)
    for run in (
        lambda: transform(COPY, f"{declared}<a>&e;</a>".encode()),
        lambda: transform(sheet.encode(), b"<a/>"),
        lambda: transform(tmp_path / "sheet.xsl", b"<a/>"),
    ):
        with pytest.raises(StylesheetError, match="DOCTYPE"):
            run()
    assert not server.was_reached()


def test_nothing_that_a_document_points_to_is_fetched(uri: str, server) -> None:
    document = (
        f'<?xml-stylesheet href="{uri}" type="text/xsl"?><?xml-model href="{uri}"?>'
        '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xi="http://www.w3.org/2001/XInclude"'
        f' xsi:schemaLocation="urn:x {uri}" xsi:noNamespaceSchemaLocation="{uri}"><xi:include href="{uri}"/></a>'
    )
    assert f'<xi:include href="{uri}"/></a>' in transform(COPY, document.encode())
    assert not server.was_reached()


@pytest.mark.parametrize(
    "call", ["environment-variable('PATH')", "available-environment-variables()", "system-property('user.home')"]
)
def test_the_environment_is_out_of_reach(call: str) -> None:
    assert transform(XSL.format(f'<xsl:value-of select="{call}"/>').encode(), b"<a/>").endswith(EMPTY)


def test_a_stylesheet_evaluates_no_strings() -> None:
    with pytest.raises(StylesheetError, match="xsl:evaluate"):
        transform(XSL.format("""<xsl:evaluate xpath="'1 + 1'"/>""").encode(), b"<a/>")


@pytest.mark.parametrize(
    "call",
    [
        "Q{java:java.lang.System}getenv('PATH')",
        "Q{java:java.io.File}new('x')",
        "Q{java:java.lang.Runtime}getRuntime()",
        "Q{http://expath.org/ns/file}read-text('x')",
        "Q{http://saxon.sf.net/}read-binary-resource('x')",
        "Q{http://saxon.sf.net/}compile-query('1')",
    ],
)
def test_a_stylesheet_calls_nothing_from_outside(call: str) -> None:
    with pytest.raises(StylesheetError, match="External function calls have been disabled"):
        transform(XSL.format(f'<xsl:value-of select="{call}"/>').encode(), b"<a/>")


def test_a_stylesheet_writes_nothing(tmp_path: Path) -> None:
    written = f'<xsl:result-document href="{(tmp_path / "out.xml").as_uri()}"><x/></xsl:result-document>'
    nested = XSL.format(written).replace("<", "&lt;").replace('"', "&quot;")
    for sheet in (written, NESTING.format(nested)):
        with pytest.raises(StylesheetError, match="result-document is disabled"):
            transform(XSL.format(sheet).encode(), b"<a/>")
    assert not list(tmp_path.iterdir())


def test_a_stylesheet_within_a_stylesheet_may_do_no_more(uri: str, server) -> None:
    nested = XSL.format(f"<xsl:sequence select=\"unparsed-text('{uri}')\"/>")
    quoted = nested.replace("<", "&lt;").replace('"', "&quot;").replace("'", "''")
    sheet = XSL.format(
        f"<xsl:sequence select=\"transform(map {{ 'stylesheet-text': '{quoted}', 'source-node': . }})?output\"/>"
    )
    with pytest.raises(StylesheetError, match="prohibited"):
        transform(sheet.encode(), b"<a/>")
    assert not server.was_reached()


def test_a_stylesheet_in_memory_runs() -> None:
    assert transform(XSL.format("yes").encode(), b"<a/>").endswith("<out>yes</out>")


def test_nothing_is_printed_and_the_error_is_told_once(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sheet = tmp_path / "stops.xsl"
    sheet.write_text(XSL.format("\n\n<xsl:sequence select=\"error((), 'S123 it stops here')\"/>"))
    with pytest.raises(StylesheetError) as stopped:
        transform(sheet, b"<a/>")
    error = stopped.value
    assert (error.code, error.message, error.stylesheet, error.line) == ("S123", "it stops here", "stops.xsl", 3)
    assert str(error) == "S123 it stops here (stops.xsl, line 3)"
    assert capfd.readouterr() == ("", "")


def test_a_stylesheet_that_cannot_be_compiled_says_where(tmp_path: Path) -> None:
    sheet = tmp_path / "broken.xsl"
    sheet.write_text(XSL.format('\n<xsl:value-of select="$nowhere"/>'))
    with pytest.raises(StylesheetError) as stopped:
        transform(sheet, b"<a/>")
    assert (stopped.value.code, stopped.value.stylesheet, stopped.value.line) == ("XPST0008", "broken.xsl", 2)


def test_messages_come_back_as_xml(tmp_path: Path) -> None:
    sheet = XSL.format('<xsl:message><finding code="V1" at="{path(.)}"/></xsl:message>').encode()
    result = Transformer([sheet]).run(b"<a/>")[sheet]
    assert [html.fragment_fromstring(message).get("code") for message in result.messages] == ["V1"]
