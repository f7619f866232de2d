"""Saxon, locked down: whatever a stylesheet does with a document, nothing is read, written, fetched or evaluated."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from lxml import html

from teiwright.saxon import StylesheetError, Transformer, transform

XSL = (
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0">'
    '<xsl:template match="/"><out>{}</out></xsl:template></xsl:stylesheet>'
)


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
        "transform(map {{ 'stylesheet-location': '{uri}', 'source-node': . }})?output",
        "doc('http://127.0.0.1:9/')",
    ],
)
def test_a_stylesheet_reads_nothing(call: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret/>")
    sheet = XSL.format(f'<xsl:sequence select="{call.format(uri=secret.as_uri())}"/>')
    with pytest.raises(StylesheetError, match=r"prohibited|disallowed|not available"):
        transform(sheet.encode(), b"<a/>")


def test_a_stylesheet_in_memory_runs() -> None:
    assert transform(XSL.format("yes").encode(), b"<a/>").endswith("<out>yes</out>")


@pytest.mark.parametrize(
    "call", ["environment-variable('PATH')", "available-environment-variables()", "system-property('user.home')"]
)
def test_the_environment_is_out_of_reach(call: str) -> None:
    assert transform(XSL.format(f'<xsl:value-of select="{call}"/>').encode(), b"<a/>").endswith(("<out/>", "<out></out>"))


def test_a_stylesheet_evaluates_no_strings() -> None:
    with pytest.raises(StylesheetError, match="xsl:evaluate"):
        transform(XSL.format("""<xsl:evaluate xpath="'1 + 1'"/>""").encode(), b"<a/>")


def test_a_stylesheet_writes_nothing(tmp_path: Path) -> None:
    sheet = XSL.format(f'<xsl:result-document href="{(tmp_path / "out.xml").as_uri()}"><x/></xsl:result-document>')
    with pytest.raises(StylesheetError, match="result-document is disabled"):
        transform(sheet.encode(), b"<a/>")
    assert not list(tmp_path.iterdir())


def test_a_doctype_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    document = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'
    with pytest.raises(StylesheetError, match="DOCTYPE"):
        transform(XSL.format('<xsl:value-of select="."/>').encode(), document.encode())


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


def test_a_stylesheet_in_memory_imports_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.xsl"
        for element in ("import", "include"):
            sheet = XSL.format("").replace("<xsl:template", f'<xsl:{element} href="{address}"/><xsl:template', 1)
            with pytest.raises(StylesheetError):
                transform(sheet.encode(), b"<a/>")
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_stylesheet_calls_no_functions_from_outside() -> None:
    for call in ("java:java.lang.System.exit(1)", "Q{java:java.lang.Runtime}getRuntime()"):
        with pytest.raises(StylesheetError):
            transform(XSL.format(f'<xsl:value-of select="{call}"/>').encode(), b"<a/>")


def test_an_entity_in_a_stylesheet_is_not_read(tmp_path: Path) -> None:
    hidden = tmp_path / "hidden"
    hidden.write_text("hidden")
    sheet = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{hidden.as_uri()}">]>' + XSL.format("&e;")
    with pytest.raises(StylesheetError, match="DOCTYPE"):
        transform(sheet.encode(), b"<a/>")
