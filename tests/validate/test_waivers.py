"""Waivers: what somebody let stand, why, and that it is told when there is nothing to let stand any more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teiwright.cli import main
from teiwright.validate import Report

WAIVERS = '<waivers xmlns="urn:teiwright:waivers" responsible="editors" when="2026-11-25">{}</waivers>'
WAIVE = '<waive file="book.xml" code="V211" text="{}">The book shortens this heading.</waive>'


def waivers(text: str = "The Bridge") -> str:
    return WAIVERS.format(WAIVE.format(text))


@pytest.fixture
def warned(book: str) -> str:
    """Return a document whose contents differ from a heading."""
    return book.replace(">The Road<", ">The Bridge<")


def test_a_waived_finding_is_kept_apart_with_its_reason(warned: str, check) -> None:
    assert [finding.code for finding in check(warned).findings] == ["V211"]
    report: Report = check(warned, waivers=waivers())
    assert report.findings == ()
    ((finding, waiver),) = report.waived
    assert (finding.code, waiver.reason) == ("V211", "The book shortens this heading.")
    assert (waiver.responsible, waiver.when) == ("editors", "2026-11-25")


@pytest.mark.parametrize("text", ["The Road", "The Bridges"])
def test_a_waiver_that_covers_nothing_is_an_error(text: str, warned: str, check) -> None:
    report: Report = check(warned, waivers=waivers(text))
    assert [finding.code for finding in report.findings] == ["V211", "X002"]
    assert (report.findings[1].file, report.findings[1].line) == ("waivers.xml", 1)


def test_a_waiver_whose_fault_was_mended_is_an_error(book: str, check) -> None:
    assert [finding.code for finding in check(book, waivers=waivers("The Road")).findings] == ["X002"]


def test_a_waiver_is_only_about_its_document(warned: str, check) -> None:
    assert [finding.code for finding in check(warned, waivers=waivers(), name="other.xml").findings] == ["V211"]


def test_an_empty_element_is_waived_by_its_tag(book: str, check) -> None:
    broken = book.replace('<pb xml:id="pg-002" n="2" break="no"/>', '<pb xml:id="pg-003" n="3" break="no"/>').replace(
        '<fw type="pageNum" place="top">2</fw>', '<fw type="pageNum" place="top">3</fw>'
    )
    assert [finding.code for finding in check(broken).findings] == ["V301"]
    waiver = '<waive file="book.xml" code="V301" text="xml:id=&quot;pg-003&quot;">The leaf with page 2 is lost.</waive>'
    assert check(broken, waivers=WAIVERS.format(waiver)).findings == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<waive file="book.xml" code="V211" text="The Bridge"/>', "X001"),
        ('<waive file="book.xml" code="V211" text=" ">A reason of some length.</waive>', "X001"),
        ('<waive code="V211" text="The Bridge">A reason of some length.</waive>', "X001"),
        ('<waive file="book.xml" code="V004" text="The Bridge">A reason of some length.</waive>', "X003"),
        ('<waive file="book.xml" code="V999" text="The Bridge">A reason of some length.</waive>', "X003"),
        ("<waive", "E002"),
    ],
)
def test_a_waivers_file_that_is_not_what_it_must_be_waives_nothing(content: str, code: str, warned: str, check) -> None:
    report: Report = check(warned, waivers=WAIVERS.format(content))
    assert {finding.code for finding in report.findings} == {"V211", code}
    assert all(finding.help for finding in report.findings)


def test_the_waivers_beside_a_document_are_found(warned: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "book.xml").write_text(warned, "utf-8")
    assert main(["validate", "--fail", "warning", "--json", str(tmp_path)]) == 1
    (tmp_path / "waivers.xml").write_text(waivers(), "utf-8")
    capsys.readouterr()
    assert main(["validate", "--fail", "warning", "--json", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
