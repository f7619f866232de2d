"""Whatever a document, its file's name or a waiver says: no reporter fails, and what it makes stays what it is."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from teiwright.codes import CATALOGUE, Severity
from teiwright.findings import Finding
from teiwright.reporters import reported
from teiwright.validate.report import Report
from teiwright.validate.waivers import Waiver

pytestmark = pytest.mark.slow

WICKED = [
    "]]>",
    "::error::x",
    "\n::stop-commands::x",
    "##[add-mask]e",
    "##vso[task.setvariable]x",
    "</script><script>alert(1)</script>",
    "</style></title></pre><img src=x onerror=alert(1)>",
    '" onclick="x',
    "-->",
    "<!--",
    "<?x?>",
    "&lt;&amp;&#0;",
    "\x1b[2J\x9b31m\x07",
    "\r\n\x00\x0b\x0c\x85\u2028\u2029",
    "\u202e\ufeff\ufffe\U0001ffff\ud800\udc80",
    "| [x](javascript:x) ![](x) `",
    "{0} {{ }} %0A % \\",
    "../../x",
    "file:///etc/x",
    "",
]
WORDS = (
    st.text(st.characters(), max_size=20)
    | st.sampled_from(WICKED)
    | st.lists(st.sampled_from(WICKED), max_size=3).map("".join)
)
NUMBERS = st.integers(0, 40)
FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(sorted(CATALOGUE)),
    message=WORDS,
    help=WORDS,
    file=WORDS,
    line=NUMBERS,
    page=WORDS,
    column=NUMBERS,
    element=WORDS,
    source_line=NUMBERS,
    quote=WORDS,
    width=st.integers(1, 40),
)
WAIVERS = st.builds(Waiver, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, WORDS, NUMBERS)
REPORTS = st.builds(
    Report,
    st.lists(FINDINGS, max_size=4).map(tuple),
    st.lists(st.tuples(FINDINGS, WAIVERS), max_size=2).map(tuple),
    st.lists(WORDS, max_size=3, unique=True).map(tuple),
)


def made(name: str, report: Report) -> str:
    text = reported(name, report, Severity.NOTE)
    text.encode("utf-8")
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert not re.search(r"##\w*\[", text)
    assert name == "github" or not commands
    return text


@given(REPORTS)
def test_jsonl_is_an_object_a_line(report: Report) -> None:
    lines = made("jsonl", report).splitlines()
    objects = [json.loads(line) for line in lines]
    assert [one["kind"] for one in objects] == ["finding"] * (len(report.findings) + len(report.waived)) + ["summary"]
    assert all(list(one) == list(objects[0]) for one in objects[:-1])


@given(REPORTS)
def test_junit_is_well_formed_and_counts_right(report: Report) -> None:
    root = etree.fromstring(made("junit", report).encode("utf-8"))
    check_junit(root)
    assert len(root.findall(".//failure")) == report.count(Severity.ERROR)
    assert len(root.findall(".//system-out")) == report.count(Severity.WARNING) + report.count(Severity.NOTE)
    assert len(root.findall(".//skipped")) == len(report.waived)


def check_junit(root: etree._Element) -> None:
    """Check what the schema junit-10.xsd of Jenkins' xUnit plugin requires of these elements, and what readers count."""
    assert root.tag == "testsuites"
    assert set(root.attrib) <= {"name", "time", "tests", "failures", "errors"}
    for suite in root:
        assert suite.tag == "testsuite"
        assert {"name", "tests", "failures", "errors"} <= set(suite.attrib)
        assert set(suite.attrib) <= {"name", "tests", "failures", "errors", "skipped", "time", "file"}
        assert suite.get("tests") == str(len(suite)) != "0"
        for tag, count in (("failure", "failures"), ("skipped", "skipped"), ("error", "errors")):
            assert suite.get(count) == str(len(suite.findall(f"*/{tag}")))
        assert len({case.get("name") for case in suite}) == len(suite)
        for case in suite:
            assert (case.tag, set(case.attrib)) == ("testcase", {"name", "classname", "time"})
            assert len(case) <= 1
            for told in case:
                assert set(told.attrib) == ({"message", "type"} if told.tag in ("failure", "skipped") else set())
                assert (told.text or "").strip()
                assert not len(told)
    assert all(re.fullmatch(r"\d+", one.get("time", "")) for one in root.iter("testsuites", "testsuite", "testcase"))
    for count in ("tests", "failures", "errors"):
        assert root.get(count) == str(sum(int(suite.get(count, "")) for suite in root))


@given(REPORTS)
def test_sarif_has_the_shape_that_its_schema_wants(report: Report) -> None:
    check_sarif(json.loads(made("sarif", report)))


def check_sarif(log: dict[str, Any]) -> None:
    """Check what the schema of SARIF 2.1.0 requires of the properties that are used, and what the standard says besides."""
    assert set(log) == {"$schema", "version", "runs"}
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert set(run) == {"tool", "columnKind", "artifacts", "results"}
    driver = run["tool"]["driver"]
    assert set(driver) == {"name", "version", "rules"}
    for rule in driver["rules"]:
        assert set(rule) - {"help"} == {"id", "name", "shortDescription", "fullDescription", "defaultConfiguration"}
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    used = {result["ruleId"] for result in run["results"]}
    assert [rule["id"] for rule in driver["rules"]] == sorted(used)
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert len(uris) == len(set(uris))
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] == CATALOGUE[result["ruleId"]][0]
        assert "](" not in result["message"]["text"]
        assert not re.search(r"(?<!\{)(\{\{)*\{(?!\{)", result["message"]["text"])
        assert all(one["kind"] == "external" for one in result["suppressions"])
        for location in result["locations"]:
            check_location(location)
    for uri in [*uris, *(location["physicalLocation"]["artifactLocation"]["uri"] for location in locations(run))]:
        assert re.fullmatch(r"(file://)?(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)


def locations(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [location for result in run["results"] for location in result["locations"]]


def check_location(location: dict[str, Any]) -> None:
    physical = location["physicalLocation"]
    region = physical.get("region", {"startLine": 1})
    assert region["startLine"] >= 1
    assert region.get("endColumn", 2) > region.get("startColumn", 1) >= 1
    assert ("contextRegion" in physical) == ("startColumn" in region)
    for logical in location.get("logicalLocations", []):
        assert logical["name"]
        assert set(logical) <= {"name", "kind", "properties"}


TAGS = """
html head meta title style body a aside div header p h1 h2 h3 h4 fieldset legend label input nav ol ul li bdi span main
section table thead tbody tr th td details summary pre mark code em strong footer
"""
ATTRIBUTES = """
lang http-equiv content name charset class href id type checked aria-label aria-labelledby scope open dir translate
"""


@given(REPORTS)
def test_the_page_says_it_and_nothing_of_it_is_markup(report: Report) -> None:
    page = html.document_fromstring(made("html", report))
    elements = list(page.iter())
    assert {element.tag for element in elements} <= set(TAGS.split())
    assert {name for element in elements for name in element.attrib} <= set(ATTRIBUTES.split())
    assert len(page.xpath("//li[contains(@class, 'finding')]")) == len(report.findings) + len(report.waived)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.xpath("//@href")} <= set(ids)


@pytest.mark.parametrize("name", ["plain", "terminal", "github", "summary"])
@given(report=REPORTS)
def test_lines_for_people_hold_no_control_and_no_line_that_is_not_ours(name: str, report: Report) -> None:
    text = made(name, report)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    ours = {
        "plain": r"(?s:.*): (error|warning|note): [A-Z]\d{3} .*|\d+ documents?: .*",
        "terminal": r"|(error|warning|note) [A-Z]\d{3} .*|  (at |\||help:).*|\d+ documents?: .*",
        "github": r"::(error|warning|notice) [^:]*title=[^:,]*::.*|\d+ documents?: .*",
        "summary": r"|## .*|### .*|\|.*\||- [A-Z]\d{3} .*",
    }[name]
    assert all(re.fullmatch(ours, line) for line in text.split("\n")[:-1])
    if name == "summary":
        cells = [re.split(r"(?<!\\)(?:\\\\)*\|", line) for line in text.split("\n") if line.startswith("|")]
        assert {len(row) for row in cells} <= {8}


@pytest.mark.parametrize("name", ["terminal", "junit"])
def test_a_command_is_none_where_the_place_begins_in_it(name: str) -> None:
    made(name, Report((Finding("V001", "message", file="x.xml", line=1, column=2, quote="##[error]x"),)))
