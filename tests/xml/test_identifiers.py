"""Identifiers that are used twice: every use is told, with both lines; what is worse is told first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from teiwright.cli import main
from teiwright.findings import Finding, Refused
from teiwright.xml import MAX_TOLD, read_own, read_xml


def told(document: bytes) -> tuple[Finding, ...]:
    """Return the findings with which the door refuses a document."""
    with pytest.raises(Refused) as refusal:
        read_xml(document, "twice.xml")
    return refusal.value.findings


def test_every_identifier_that_is_used_twice_is_told_with_both_lines() -> None:
    document = b'<a xml:id="x">\n<b xml:id="y"/>\n<b xml:id="x"/>\n<b xml:id="y"/><b xml:id="x"/></a>'
    findings = told(document)
    assert [(one.code, one.line, one.element) for one in findings] == [("V007", 3, "x"), ("V007", 4, "y"), ("V007", 4, "x")]
    assert [one.help[:6] for one in findings] == ["line 1", "line 2", "line 1"]
    assert {one.file for one in findings} == {"twice.xml"}


def test_the_place_is_that_of_the_identifier() -> None:
    document = '\ufeff<a xml:id="é">\r\n“x” <b n="é" xml:id = \'é\'/>\r\n</a>'
    (finding,) = told(document.encode())
    assert finding.quote == "“x” <b n=\"é\" xml:id = 'é'/>"
    assert finding.quote[finding.column - 1 : finding.column - 1 + finding.width] == "é"
    assert finding.column == finding.quote.rindex("é") + 1


def test_an_identifier_that_cannot_be_found_in_its_line_is_told_without_a_column() -> None:
    (finding,) = told(b'<a xml:id="x"><b xml:id="&#120;"\n/></a>')
    assert (finding.line, finding.column, finding.width) == (2, 0, 1)


def test_a_long_line_is_not_quoted() -> None:
    (finding,) = told(b'<a xml:id="x">\n' + b"words " * 2_000 + b'<b xml:id="x"/></a>')
    assert (finding.line, finding.quote) == (2, "")


def test_what_is_told_has_an_end() -> None:
    findings = told(b"<a>" + b'<b xml:id="x"/>\n' * (MAX_TOLD + 8) + b"</a>")
    assert len(findings) == MAX_TOLD + 1
    assert findings[-1].message == "7 more identifiers are used twice"


@pytest.mark.parametrize("many", [2, 300], ids=["two", "more than libxml2 tells"])
def test_what_is_not_well_formed_is_told_first(many: int) -> None:
    (finding,) = told(b"<a>\n" + b'<b xml:id="x"/>\n' * many + b"</c>")
    assert (finding.code, finding.line) == ("V001", many + 2)


def test_a_name_that_cannot_be_an_identifier_is_for_the_grammar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="1 2"/>'
    assert read_xml(document, "a.xml").getroottree().docinfo.encoding == "UTF-8"
    (tmp_path / "a.xml").write_bytes(document)
    assert main(["validate", "--json", str(tmp_path / "a.xml")]) == 1
    told = [(one["code"], one["message"]) for one in json.loads(capsys.readouterr().out)["findings"]]
    assert ("V002", 'TEI cannot have id="1 2"') in told
    assert "V001" not in dict(told)


def test_beside_such_a_name_what_is_used_twice_is_told() -> None:
    (finding,) = told(b'<a xml:id="1 2">\n<b xml:id="x"/>\n<b xml:id="x"/></a>')
    assert (finding.code, finding.line) == ("V007", 3)


def test_it_is_told_of_the_files_of_the_editors_as_well() -> None:
    with pytest.raises(Refused) as refusal:
        read_own(b'<a xml:id="x"><b xml:id="x"/></a>', "persons.xml")
    assert refusal.value.findings[0].code == "V007"


def test_other_identifiers_are_nobodys_business() -> None:
    document = b'<a xml:id="x"><b id="x"/><b n="x"/><!-- <b xml:id="x"/> --><b xml:id="X"/></a>'
    assert len(read_xml(document, "a.xml")) == 4


def test_an_element_can_be_found_by_its_identifier() -> None:
    root = read_xml(b'<a><b xml:id="x"/></a>', "a.xml")
    assert etree.XPath("id('x')")(root) == [root[0]]
