"""Where a finding is: line and column for a machine, page and line of the source for a reader."""

from __future__ import annotations

import pytest

from teiwright.checking import checked, own_schemas
from teiwright.findings import Finding
from teiwright.validate import Given, Report


def meant(finding: Finding) -> str:
    """Return the characters that a finding points at."""
    return finding.quote[finding.column - 1 : finding.column - 1 + finding.width]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        pytest.param("<body>", "<body><colour/>", "<colour", id="an-element"),
        pytest.param('cert="high">', 'cert="rather">', "rather", id="the-value-of-an-attribute"),
        pytest.param('xml:lang="fr"', 'xml:lang="fr fr"', "fr fr", id="the-value-of-an-attribute-of-XML"),
        pytest.param("“I know.”", "“I know.", "<said", id="the-first-of-several-tags-of-a-line"),
        pytest.param("<sic>aqnd", "<sic>and", "<choice", id="one-of-several-tags-of-the-same-name"),
        pytest.param("<choice><orig>selfmade", "<choice\n><orig>self-made", "<choice", id="a-tag-over-two-lines"),
    ],
)
def test_the_column_is_that_of_what_is_meant(old: str, new: str, wanted: str, book: str, check) -> None:
    report: Report = check(book.replace(old, new, 1))
    assert wanted in [meant(finding) for finding in report.findings], report.findings


def test_a_finding_has_the_page_the_element_and_the_line_of_the_source(root) -> None:
    path = root / "tei" / "hedp" / "hedp.xml"
    text = path.read_text("utf-8")
    broken = text.replace('<persName ref="#cromwell">', '<persName ref="#cromwel">', 1)
    given = Given(path, broken.encode(), "hedp.xml", (path.parent / "source.txt").read_bytes())
    report = checked([given], own_schemas())
    lost = next(finding for finding in report.findings if finding.code == "V201")
    source = (path.parent / "source.txt").read_text("utf-8").split("\n")
    assert "Cromwell" in source[lost.source_line - 1]
    assert lost.page == "63"
    assert text.split("\n")[lost.line - 1].find('<persName ref="#cromwell">') == lost.column - 1
    assert lost.element.startswith("a2-")
    assert "#cromwell" in lost.help


def test_what_stands_in_a_note_is_found_at_the_foot_of_its_page(root) -> None:
    path = root / "tei" / "hedp" / "hedp.xml"
    broken = path.read_text("utf-8").replace('n="2" place="bottom">', 'n="3" place="bottom">', 1)
    report = checked([Given(path, broken.encode(), "hedp.xml")], own_schemas())
    finding = next(finding for finding in report.findings if finding.code == "V306")
    line = (path.parent / "source.txt").read_text("utf-8").split("\n")[finding.source_line - 1]
    assert line.startswith("2 ")


def test_a_document_of_somebody_else_has_no_lines_of_a_source(book: str, check) -> None:
    report: Report = check(book.replace('<rendition xml:id="line-end" selector="lb" scheme="other">U+000A</rendition>', ""))
    assert {finding.source_line for finding in report.findings} <= {0}


def test_a_fault_is_told_once(book: str, check) -> None:
    for old, new in [("<body>", "<body><colour/>"), ('place="bottom"', 'place="foot"'), ("<choice><sic>", "<choice><sik>")]:
        report: Report = check(book.replace(old, new, 1).replace("</sic>", "</sik>" if "sik" in new else "</sic>", 1))
        assert len(report.findings) == 1, report.findings
