"""What services are told: annotations for GitHub, cases for JUnit’s readers, results for code scanning."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from teiwright.codes import Severity
from teiwright.findings import Finding
from teiwright.reporters import reported
from teiwright.reporters.quoting import shown
from teiwright.validate.report import Report


def found(count: int, code: str = "V001") -> tuple[Finding, ...]:
    return tuple(Finding(code, f"number {number}", file="x.xml", line=number) for number in range(1, count + 1))


def results(report: Report) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(reported("sarif", report, Severity.NOTE))["runs"][0]["results"]
    return results


def test_github_is_given_ten_of_each_kind_and_told_of_the_others() -> None:
    report = Report((*found(3, "V407"), *found(12, "V405"), *found(11)), (), ("x.xml",))
    lines = reported("github", report, Severity.NOTE).splitlines()
    assert [line.partition(" ")[0] for line in lines[:-2]] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 3
    assert lines[-2].startswith("not shown as annotations: 1 of 11 errors, 2 of 12 warnings; ")
    assert lines[-1] == "1 document: 11 errors, 12 warnings, 3 notes"


def test_github_reads_back_what_was_said() -> None:
    finding = Finding("V001", "50% of a:b,c", "100%25", "a:b,c\n%0A.xml", 3, "7", 5, width=2)
    line = reported("github", Report((finding,)), Severity.NOTE).splitlines()[0]
    command, _, message = line.removeprefix("::").partition("::")
    name, _, properties = command.partition(" ")
    values = {key: unescaped(value) for key, _, value in (one.partition("=") for one in properties.split(","))}
    title = "V001 a document is not well-formed XML"
    assert values == {"file": "a:b,c\n%0A.xml", "line": "3", "col": "5", "endColumn": "7", "title": title}
    assert (name, unescaped(message)) == ("error", "50% of a:b,c (p. 7)\n100%25")


def unescaped(words: str) -> str:
    """Read what was escaped as the runner of GitHub does it: the per cent sign last."""
    for escaped, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        words = words.replace(escaped, sign)
    return words


def test_a_case_keeps_its_name_when_lines_move_and_no_two_have_the_same(report: Report) -> None:
    def names(report: Report) -> list[str]:
        root = etree.fromstring(reported("junit", report, Severity.NOTE).encode("utf-8"))
        return [f"{suite.get('name')} {case.get('name')}" for suite in root for case in suite]

    assert names(moved(report)) == names(report)
    assert len(set(names(report))) == len(names(report))


def moved(report: Report) -> Report:
    """Return the report as it is when ten lines are put in above everything."""
    findings = tuple(replace(one, line=one.line + 10, source_line=one.source_line + 10) for one in report.findings)
    return replace(report, findings=findings)


@pytest.mark.parametrize(
    ("file", "classname"),
    [
        ("tei/hedp/hedp.xml", "tei.hedp.hedp"),
        ("/a.b/c.d.xml", "a_b.c_d"),
        ("x.xml", "x"),
        ("", "teiwright"),
    ],
)
def test_folders_become_the_packages_of_jenkins(file: str, classname: str) -> None:
    root = etree.fromstring(reported("junit", Report((), (), (file,)), Severity.NOTE).encode("utf-8"))
    assert root.xpath("string(//@classname)") == classname


def test_a_fingerprint_survives_a_shift_of_lines_and_tells_findings_apart(report: Report) -> None:
    prints = [result["partialFingerprints"] for result in results(report)]
    assert [result["partialFingerprints"] for result in results(moved(report))] == prints
    assert len({str(one) for one in prints}) == len(prints)
    twice = results(Report((*found(1), *found(1))))
    assert [one["partialFingerprints"]["teiwrightElement/v1"][-2:] for one in twice] == [":1", ":2"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("tei/a b.xml", "tei/a%20b.xml"),
        ("./x.xml", "x.xml"),
        ("../é:50%.xml", "../%C3%A9%3A50%25.xml"),
        ("/x y.xml", "file:///x%20y.xml"),
        ("\udcff.xml", "%FF.xml"),
    ],
    ids=ascii,
)
def test_a_file_is_named_by_a_reference(file: str, uri: str) -> None:
    (result,) = results(Report((Finding("V001", "message", file=file),)))
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": uri}}}]


def test_a_region_counts_characters_and_the_end_is_behind_it() -> None:
    finding = Finding("V001", "message", file="x.xml", line=3, column=5, quote="<𝔞>𝔟<c>", width=3)
    (result,) = results(Report((finding,)))
    physical = result["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 8, "snippet": {"text": "<c>"}}
    assert physical["contextRegion"] == {"startLine": 3, "snippet": {"text": "<𝔞>𝔟<c>"}}


def test_either_all_results_say_whether_they_are_suppressed_or_none(report: Report) -> None:
    suppressed = [one for result in results(report) for one in result["suppressions"]]
    assert [one["justification"] for one in suppressed] == [shown(waiver.reason) for _, waiver in report.waived]
    assert all(result["suppressions"] == [] for result in results(report)[: len(report.findings)])
