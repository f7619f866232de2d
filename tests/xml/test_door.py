"""The door: each known attack on a reader of XML is refused with one clear finding; harmless documents come in unchanged."""

from __future__ import annotations

import codecs
import gzip
import socket
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiwright.cli import main
from teiwright.findings import Finding, Refused
from teiwright.xml import MAX_ATTRIBUTES, MAX_BYTES, MAX_DEPTH, read_xml

HIDDEN = "the secret of the file"


def refused(data: bytes) -> list[Finding]:
    """Return the findings with which the door refuses a document."""
    with pytest.raises(Refused) as refusal:
        read_xml(data, "hostile.xml")
    assert all(one.message and one.help and one.file == "hostile.xml" for one in refusal.value.findings)
    return list(refusal.value.findings)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file that no document may reach."""
    file = tmp_path / "secret.txt"
    file.write_text(HIDDEN, "utf-8")
    return file


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Return a socket on this machine to which nothing may connect."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def unreached(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return True
    return False


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
DOCTYPES = {
    "an external entity by file": '<!DOCTYPE a [<!ENTITY e SYSTEM "{file}">]><a>&e;</a>',
    "an external entity by address": '<!DOCTYPE a [<!ENTITY e SYSTEM "{address}">]><a>&e;</a>',
    "a parameter entity": '<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}"> %p;]><a/>',
    "an external subset": '<!DOCTYPE a SYSTEM "{address}"><a/>',
    "a public identifier": '<!DOCTYPE a PUBLIC "-//TEI//DTD//EN" "{address}"><a/>',
    "entity expansion": f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>',
    "quadratic blow-up": f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]><a>{"&e;" * 5_000}</a>',
    "an attribute default": '<!DOCTYPE a [<!ATTLIST a href CDATA "{file}">]><a/>',
    "behind a comment": "<!-- <a> --><!DOCTYPE a><a/>",
    "behind an instruction": '<?xml version="1.0"?>\n<?x y?>\n<!DOCTYPE a><a/>',
    "behind a byte-order mark": "\ufeff<!DOCTYPE a><a/>",
    "an empty one": "<!DOCTYPE a><a/>",
}


@pytest.mark.parametrize("name", DOCTYPES)
def test_a_doctype_is_refused_before_it_can_do_anything(name: str, secret: Path, listener: socket.socket) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    document = DOCTYPES[name].replace("{file}", secret.as_uri()).replace("{address}", address)
    begun = process_time()
    (finding,) = refused(document.encode())
    assert process_time() - begun < 1
    assert (finding.code, finding.message) == ("V005", "the file has a DOCTYPE")
    assert finding.line == document[: document.index("<!DOCTYPE")].count("\n") + 1
    assert unreached(listener)


@pytest.mark.parametrize("name", DOCTYPES)
def test_validate_tells_it_and_nothing_of_the_file_is_seen(
    name: str, secret: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "hostile.xml"
    file.write_text(DOCTYPES[name].replace("{file}", secret.as_uri()).replace("{address}", secret.as_uri()), "utf-8")
    assert main(["validate", str(file)]) == 1
    said = capfd.readouterr()
    assert "V005 the file has a DOCTYPE" in said.out
    assert HIDDEN not in said.out + said.err


@pytest.mark.parametrize(
    "document", ["<a><!-- <!DOCTYPE a> --></a>", "<a><![CDATA[<!DOCTYPE a>]]></a>", "<!-- <!DOCTYPE x> --><a/>"]
)
def test_what_only_looks_like_a_doctype_comes_in(document: str) -> None:
    assert read_xml(document.encode(), "a.xml").tag == "a"


def test_a_doctype_in_small_letters_is_no_xml() -> None:
    assert refused(b"<!doctype a><a/>")[0].code == "V001"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        pytest.param(b"<a>&e;</a>", "V001", id="an entity that is not declared"),
        pytest.param(b"<a>" * 300 + b"</a>" * 300, "V001", id="deeper than libxml2 goes"),
        pytest.param(b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "V005", id="depth"),
        pytest.param(b"<a " + b" ".join(b'a%d="1"' % i for i in range(100_000)) + b"/>", "V005", id="100,000 attributes"),
        pytest.param(gzip.compress(b"<a/>" + b" " * 10_000_000), "V005", id="a gzip bomb"),
        pytest.param(b"<a>\x00</a>", "V005", id="a NUL"),
        pytest.param("<a>é</a>".encode("utf-16"), "V005", id="UTF-16 with a byte-order mark"),
        pytest.param('<?xml version="1.0" encoding="UTF-16"?><a/>'.encode("utf-16-le"), "V005", id="UTF-16"),
        pytest.param(b'<?xml version="1.0" encoding="UTF-7"?><a>+ADw-x+AD4-</a>', "V005", id="UTF-7"),
        pytest.param(b'<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', "V005", id="Latin 1"),
        pytest.param(b'<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>', "V005", id="EBCDIC"),
        pytest.param(b"<a>\xff</a>", "V001", id="bytes that are not UTF-8"),
        pytest.param(b"", "V001", id="nothing"),
        pytest.param(b"not XML", "V001", id="no XML"),
    ],
)
def test_it_is_refused_with_one_finding(document: bytes, code: str) -> None:
    begun = process_time()
    (finding,) = refused(document)
    assert process_time() - begun < 1
    assert finding.code == code


def test_what_is_too_large_is_not_even_looked_at() -> None:
    assert refused(b"<a>" + b" " * MAX_BYTES + b"</a>")[0].code == "V005"


def test_a_compressed_file_is_not_unpacked_whatever_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("bomb.xml", "bomb.xml.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"<TEI/>"))
        assert main(["validate", str(tmp_path / name)]) == 1
        assert "V005" in capsys.readouterr().out


def test_the_limits_themselves_come_in() -> None:
    assert len(read_xml(b"<a " + b" ".join(b'a%d="1"' % i for i in range(MAX_ATTRIBUTES)) + b"/>", "a.xml").attrib) == 200
    assert read_xml(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "a.xml").tag == "a"


def test_nothing_that_a_document_points_to_is_fetched(secret: Path, listener: socket.socket) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
    for uri in (address, secret.as_uri()):
        document = (
            f'<?xml-model href="{uri}"?><?xml-stylesheet href="{uri}" type="text/xsl"?>'
            f'<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x {uri}" xml:base="{uri}">'
            f'<i xmlns="http://www.w3.org/2001/XInclude" href="{uri}" parse="text"><fallback/></i>'
            f'<include xmlns="http://www.w3.org/2001/XInclude" href="{uri}" parse="text"/></a>'
        )
        root = read_xml(document.encode(), "a.xml")
        assert HIDDEN.encode() not in etree.tostring(root)
        assert root[1].tag == "{http://www.w3.org/2001/XInclude}include"
    assert unreached(listener)


def test_every_identifier_that_is_used_twice_is_told_with_both_lines() -> None:
    document = b'<a xml:id="x">\n<b xml:id="y"/>\n<b xml:id="x"/>\n<b xml:id="y"/><b xml:id="x"/></a>'
    assert [(one.code, one.line, one.element) for one in refused(document)] == [
        ("V007", 3, "x"), ("V007", 4, "y"), ("V007", 4, "x"),
    ]  # fmt: skip
    assert refused(document)[0].help.startswith("line 1 has it as well")


def test_a_tag_that_is_not_closed_is_told_with_the_line_where_it_was_opened() -> None:
    (finding,) = refused(b"<a>\n<b>\n<c/>\n</a>")
    assert (finding.code, finding.line, finding.quote) == ("V001", 4, "</a>")
    assert finding.message == "b, opened on line 2, is not closed before a is"
    assert finding.help == "write </b> where it ends, or take its start tag out"


@given(st.binary(max_size=300) | st.text(alphabet="<>/!?&;[]-ab \"'=%DOCTYPE\ufeff", max_size=80).map(str.encode))
def test_whatever_comes_the_door_opens_or_says_why_not(data: bytes) -> None:
    try:
        assert isinstance(read_xml(data, "x.xml"), etree._Element)
    except Refused as refusal:
        assert {one.code for one in refusal.findings} <= {"V001", "V005", "V007"}


names = st.sampled_from(["a", "b", "TEI", "x-y"])
texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))
trees = st.recursive(
    st.tuples(names, texts, st.just(())), lambda inner: st.tuples(names, texts, st.lists(inner, max_size=4))
)


def built(tree: tuple[str, str, list]) -> etree._Element:
    element = etree.Element(tree[0], n=tree[1])
    element.text = tree[1]
    element.extend(built(child) for child in tree[2])
    return element


@given(trees, st.booleans())
def test_a_harmless_document_comes_in_unchanged(tree: tuple[str, str, list], marked: bool) -> None:
    written = etree.tostring(built(tree), encoding="utf-8")
    root = read_xml(codecs.BOM_UTF8 * marked + written, "a.xml")
    assert etree.tostring(root, method="c14n") == etree.tostring(etree.fromstring(written), method="c14n")
