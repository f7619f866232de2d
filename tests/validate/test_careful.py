"""A rule that fails on a document is told, and costs no other finding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teiwright.cli import main

SCHEMA = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
  <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
  <pattern id="V901"><rule context="t:pb">
    <assert test="xs:integer(@n) gt 0" xmlns:xs="x">V901 no number.</assert></rule></pattern>
  <pattern id="own"><rule context="t:date"><report test="true()" role="warning">a date</report></rule></pattern>
</schema>"""


def test_the_others_go_on(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema, file = tmp_path / "own.sch", tmp_path / "book.xml"
    schema.write_text(SCHEMA.replace(' xmlns:xs="x"', "").replace("xs:integer(@n) gt 0", "number(error()) gt @n"), "utf-8")
    file.write_text(book, "utf-8")
    assert main(["validate", "--json", "--schema", str(schema), str(file)]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {(one["code"], one["severity"]) for one in findings} == {("V010", "error"), ("V013", "warning")}
    assert any("the rule V901 cannot be applied" in one["message"] for one in findings)
    assert sum(one["code"] == "V013" for one in findings) == book.count("<date ")
