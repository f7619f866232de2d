"""The door: each known attack on a reader of XML is refused with one clear finding, before it can do anything."""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from teiwright import xml
from teiwright.cli import main
from teiwright.xml import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, MAX_MARKUP, read_xml

WORDS = "the words of the file"

MANY = b" ".join(b'a%d=""' % number for number in range(100_000))
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
DOCTYPES = {
    "an entity": '<!DOCTYPE a [<!ENTITY e SYSTEM "{uri}">]><a>&e;</a>',
    "an entity in an attribute": '<!DOCTYPE a [<!ENTITY e SYSTEM "{uri}">]><a b="&e;"/>',
    "an entity that is not parsed": '<!DOCTYPE a [<!NOTATION n SYSTEM "{uri}"><!ENTITY e SYSTEM "{uri}" NDATA n>]><a/>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % p SYSTEM "{uri}"> %p;]><a/>',
    "an external subset": '<!DOCTYPE a SYSTEM "{uri}"><a/>',
    "a public identifier": '<!DOCTYPE a PUBLIC "-//TEI//DTD//EN" "{uri}"><a/>',
    "entity expansion": f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>',
    "entity expansion in an attribute": f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a b="&l9;"/>',
    "quadratic blow-up": f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]><a>{"&e;" * 50_000}</a>',
    "an entity that is itself": '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>',
    "an attribute by default": '<!DOCTYPE a [<!ATTLIST a b CDATA "{uri}">]><a/>',
    "nothing": "<!DOCTYPE a><a/>",
    "nothing, behind a declaration": '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n\r\n<!DOCTYPE a><a/>',
    "nothing, behind a comment": "<!-- <a>\n ?> -- > -->\n<!DOCTYPE a><a/>",
    "nothing, behind an instruction": "\n<?x <a> --> ? > ?>\t<!DOCTYPE a><a/>",
    "nothing, behind a byte-order mark": "\ufeff<!DOCTYPE a><a/>",
    "nothing, behind all of it": '\ufeff<?xml version="1.0"?><!----><?x?>\n<!-- <?x -->\n<?y <!-- ?>\n<!DOCTYPE a><a/>',
}


@pytest.fixture(params=["file", "address"])
def uri(request: pytest.FixtureRequest, secret: Path, server) -> str:
    """Return where the secret is: in a file, or on a server."""
    return secret.as_uri() if request.param == "file" else server.address


@pytest.mark.parametrize("name", DOCTYPES)
def test_a_doctype_is_refused_and_never_parsed(name, uri, server, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "_parser", lambda: pytest.fail("it was parsed"))
    document = DOCTYPES[name].replace("{uri}", uri)
    finding = refused(document.encode())
    assert (finding.code, finding.message) == ("V005", "the file has a DOCTYPE")
    assert finding.line == document[: document.index("<!DOCTYPE")].count("\n") + 1
    assert not server.was_reached()


@pytest.mark.parametrize("name", DOCTYPES)
def test_the_parser_behind_the_door_would_load_and_expand_nothing(name: str, uri: str, server) -> None:
    document = DOCTYPES[name].replace("{uri}", uri).encode()
    with suppress(etree.XMLSyntaxError):
        read = etree.tostring(etree.fromstring(document, xml._parser()))
        assert WORDS.encode() not in read
        assert len(read) < 2 * len(document)
    assert not server.was_reached()


@pytest.mark.parametrize("name", ["an entity", "a parameter entity", "an external subset"])
def test_a_parser_that_is_not_strict_would_open_the_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.dtd").write_text('<!ENTITY f "words of the file">' if name != "an entity" else "words of the file")
    document = DOCTYPES[name].replace("{uri}", (tmp_path / "secret.dtd").as_uri()).replace("<a/>", "<a>&f;</a>")
    root = etree.fromstring(document.encode(), etree.XMLParser(resolve_entities=True, load_dtd=True))
    assert root.text == "words of the file"


@pytest.mark.parametrize("name", DOCTYPES)
def test_validate_says_so_and_nothing_of_the_file(name, secret: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = secret.with_name("hostile.xml")
    file.write_text(DOCTYPES[name].replace("{uri}", secret.as_uri()), "utf-8")
    assert main(["validate", str(file)]) == 1
    said = capfd.readouterr()
    assert "V005 the file has a DOCTYPE" in said.out
    assert WORDS not in said.out + said.err


@pytest.mark.parametrize(
    "document",
    [
        "<a><!-- <!DOCTYPE a> --></a>",
        "<!-- <!DOCTYPE a> --><a/>",
        "<!--\n--><?x <!DOCTYPE a [<!ENTITY e SYSTEM 'x'>]> ?><a/>",
        "<a><![CDATA[<!DOCTYPE a [<!ENTITY e 'x'>]>]]></a>",
        "<a>&lt;!DOCTYPE a></a>",
        "<a b='&lt;!DOCTYPE a>'/>",
        "<a/><!-- <!DOCTYPE a> -->",
    ],
)
def test_what_only_looks_like_a_doctype_comes_in(document: str) -> None:
    root = read_xml(document.encode(), "a.xml")
    assert root.tag == "a"
    assert "!DOCTYPE" in etree.tostring(root.getroottree(), encoding="unicode")


@pytest.mark.parametrize("document", ["<!doctype a><a/>", "<a><!DOCTYPE a></a>", "<a/><!DOCTYPE a>", "x<!DOCTYPE a><a/>"])
def test_a_doctype_that_xml_does_not_allow_is_not_well_formed(document: str, refused) -> None:
    assert refused(document.encode()).code == "V001"


def declared(encoding: str, text: str = "<a/>") -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'


@pytest.mark.parametrize(
    ("document", "message"),
    [
        pytest.param("<a/>".encode("utf-16"), "the encoding is UTF-16", id="UTF-16 with a mark"),
        pytest.param("\ufeff<a/>".encode("utf-16-be"), "the encoding is UTF-16", id="the other way round"),
        pytest.param("<!DOCTYPE a><a/>".encode("utf-16"), "the encoding is UTF-16", id="a DOCTYPE in UTF-16"),
        pytest.param("<!DOCTYPE a><a/>".encode("utf-16-le"), "zero byte", id="UTF-16 without a mark"),
        pytest.param("<a/>".encode("utf-32-be"), "zero byte", id="UTF-32"),
        pytest.param(declared("UTF-16").encode(), "the encoding is UTF-16", id="UTF-16 that is none"),
        pytest.param(declared("UTF-7", "+ADwAIQ-DOCTYPE a+AD4-<a/>").encode(), "the encoding is UTF-7", id="UTF-7"),
        pytest.param(declared("ISO-8859-1", "<a>é</a>").encode("latin-1"), "the encoding is ISO-8859-1", id="Latin 1"),
        pytest.param(declared("windows-1252", "<a>é</a>").encode("cp1252"), "the encoding is windows-1252", id="Windows"),
        pytest.param(declared("Shift_JIS").encode(), "the encoding is Shift_JIS", id="Shift JIS"),
        pytest.param(declared("no-such").encode(), "the encoding is no-such", id="an unknown one"),
        pytest.param(declared("ASCII", "<a>é</a>").encode(), "the encoding is ASCII", id="ASCII that is none"),
        pytest.param(b"\xef\xbb\xbf" + declared("UTF-7").encode(), "the encoding is UTF-7", id="behind a mark"),
        pytest.param(b"<?xml version='1.0'\n\tencoding = 'UTF-7'?><a/>", "the encoding is UTF-7", id="spaced"),
    ],
)
def test_another_encoding_is_refused(document: bytes, message: str, refused) -> None:
    finding = refused(document)
    assert (finding.code, finding.line > 0) == ("V005", True)
    assert message in finding.message
    assert "UTF-8" in finding.help


@pytest.mark.parametrize("name", ["UTF-8", "utf-8", "US-ASCII", "ascii"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_utf_8_is_let_in_however_it_is_declared(name: str, mark: str) -> None:
    text = "x" if "ascii" in name.lower() else "“é”\U0001f600"
    document = declared(name, f"<a>{text}</a>")
    assert read_xml((document if text == "x" else mark + document).encode(), "a.xml").text == text


@pytest.mark.parametrize("version", ["1.1", "1.9"])
def test_another_version_of_xml_is_refused(version: str, refused) -> None:
    finding = refused(f"<?xml version='{version}'?><a/>".encode())
    assert (finding.code, finding.line, finding.message) == ("V005", 1, f"the version of XML is {version}")


def test_ebcdic_is_no_xml(refused) -> None:
    assert refused("<a/>".encode("cp037")).code == "V001"


@pytest.mark.parametrize("wrong", [b"\xe9", b"\xff", b"\xc0\xbc", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80"])
@pytest.mark.parametrize("within", [b"<a>\n%s</a>", b"<a>\n<b c='%s'/></a>", b"<a>\n<!--%s--></a>", b"<a>\n<?x %s?></a>"])
def test_bytes_that_are_not_utf_8_are_told_with_their_line(within: bytes, wrong: bytes, refused) -> None:
    finding = refused(within % wrong)
    assert (finding.code, finding.line) == ("V001", 2)
    assert finding.message == "there are bytes here that are not UTF-8"


@pytest.mark.parametrize(
    ("document", "message", "line"),
    [
        pytest.param(gzip.compress(b"<a/>" + b" " * 1_000_000), "the file is compressed", 0, id="gzip"),
        pytest.param(b"<a>\n\x00</a>", "zero byte", 2, id="NUL"),
        pytest.param(b"<a/>" + b" " * MAX_BYTES, "larger than 64 MB", 0, id="size"),
        pytest.param(b"<a>" + b"<b/>" * MAX_MARKUP + b"</a>", "more than 4,000,000 tags", 0, id="elements"),
        pytest.param(b"<!---->" * (MAX_MARKUP + 1) + b"<a/>", "more than 4,000,000 tags", 0, id="comments"),
        pytest.param(b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "deeper than 100", 1, id="depth"),
        pytest.param(b"<a>\n" * 300 + b"</a>" * 300, "deeper than 100", 257, id="depth that libxml2 refuses"),
        pytest.param(b"\n<a>" * 300, "deeper than 100", 258, id="depth without an end"),
        pytest.param(b"<a>\n<b " + MANY + b"/></a>", "more than 200 attributes", 2, id="attributes"),
        pytest.param(b"<a>\n<b c='" + b"x" * 11_000_000 + b"'/></a>", "too long", 2, id="a value"),
        pytest.param(b"<a>\n" + b"x" * 11_000_000 + b"</a>", "too long", 2, id="a text"),
        pytest.param(b"<a>\n<![CDATA[" + b"x" * 11_000_000 + b"]]></a>", "too long", 2, id="a CDATA section"),
        pytest.param(b"<a>\n<!--" + b"x" * 11_000_000 + b"--></a>", "too long", 2, id="a comment"),
        pytest.param(b"<a>\n<?x " + b"x" * 11_000_000 + b"?></a>", "too long", 2, id="an instruction"),
        pytest.param(b"<a>\n<" + b"x" * 60_000 + b"/></a>", "too long", 2, id="a name"),
    ],
)
def test_what_is_absurd_is_refused(document: bytes, message: str, line: int, refused) -> None:
    finding = refused(document)
    assert (finding.code, finding.line) == ("V005", line)
    assert message in finding.message


def test_a_compressed_file_is_not_unpacked_whatever_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("bomb.xml", "bomb.xml.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"<TEI/>"))
        assert main(["validate", str(tmp_path / name)]) == 1
        assert "V005 the file is compressed" in capsys.readouterr().out


def test_the_limits_themselves_come_in() -> None:
    attributes = b" ".join(MANY.split()[:MAX_ATTRIBUTES])
    assert len(read_xml(b"<a " + attributes + b"/>", "a.xml").attrib) == MAX_ATTRIBUTES
    assert read_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "a.xml").tag == "a"


def test_nothing_that_a_document_points_to_is_fetched(uri: str, server) -> None:
    document = (
        f'<?xml-model href="{uri}"?><?xml-stylesheet href="{uri}" type="text/xsl"?>'
        '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xi="http://www.w3.org/2001/XInclude"'
        f' xsi:schemaLocation="urn:x {uri}" xsi:noNamespaceSchemaLocation="{uri}" xml:base="{uri}">'
        f'<xi:include href="{uri}"/><xi:include href="{uri}" parse="text"/><xi:include href=""/></a>'
    )
    root = read_xml(document.encode(), "a.xml")
    assert WORDS not in "".join(root.itertext())
    assert [child.tag for child in root] == ["{http://www.w3.org/2001/XInclude}include"] * 3
    assert not server.was_reached()


@pytest.mark.parametrize(
    ("document", "line", "message"),
    [
        pytest.param(b"", 1, "empty", id="nothing"),
        pytest.param(b"\n\n", 3, "Start tag expected", id="white space"),
        pytest.param(b"words", 1, "Start tag expected", id="words"),
        pytest.param(b"<a>\n&e;</a>", 2, "Entity 'e' not defined", id="an entity that is not declared"),
        pytest.param(b"<a>\n<b c='&e;'/></a>", 2, "Entity 'e' not defined", id="such an entity in an attribute"),
        pytest.param(b"<a>\n&#0;</a>", 2, "invalid xmlChar value 0", id="a character that XML does not allow"),
        pytest.param(b"<a>\n<b:c/></a>", 2, "prefix b", id="a prefix that is not declared"),
        pytest.param(b"<a>\n<b>", 2, "Premature end", id="no end"),
    ],
)
def test_what_is_not_well_formed_is_told_in_one_sentence_with_its_line(document, line, message, refused) -> None:
    finding = refused(document)
    assert (finding.code, finding.line) == ("V001", line)
    assert message in finding.message
    assert ", line " not in finding.message
    assert finding.column <= len(finding.quote)


def test_a_tag_that_is_not_closed_is_told_with_the_line_where_it_was_opened(refused) -> None:
    finding = refused(b"<a>\n<b>\n<c/>\n\xc3\xa9</a>")
    assert (finding.code, finding.line, finding.column, finding.quote) == ("V001", 4, 5, "é</a>")
    assert finding.message == "b, opened on line 2, is not closed before a is"
    assert finding.help == "mend the XML: write </b> where it ends, or take </a> out if that is the one too many"
