"""The stylesheet of the page as written: strict, typed and small, and the page it makes loads nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from teiwright.codes import Severity
from teiwright.reporters import reported
from teiwright.saxon import StylesheetError, Transformer, transform
from teiwright.validate.report import Report

XSL = "{http://www.w3.org/1999/XSL/Transform}"
XSLT = Path(__file__).resolve().parents[2] / "xslt"
MODULES = [XSLT / "report.xsl", *sorted((XSLT / "report").glob("*.xsl"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_is_small_introduced_and_typed(path: Path) -> None:
    tree = etree.parse(path).getroot()
    assert path.read_text("utf-8").count("\n") <= 250
    assert any(isinstance(child, etree._Comment) for child in tree[:2]), "a module opens by saying what it does"
    for part in tree.iter(f"{XSL}function", f"{XSL}param", f"{XSL}variable", f"{XSL}template"):
        assert part.get("as") or part.get("static"), f"{part.get('name') or part.get('match')} has no type"


def test_the_entry_point_is_a_table_of_contents_and_every_mode_is_strict() -> None:
    tree = etree.parse(XSLT / "report.xsl").getroot()
    assert not list(tree.iter(f"{XSL}template", f"{XSL}function"))
    modes = {mode.get("name"): mode for mode in tree.iter(f"{XSL}mode")}
    used = {mode for path in MODULES for mode in etree.parse(path).xpath("//@mode")} - {"#current", "#all"}
    assert used == set(modes) - {None}
    assert {(mode.get("on-no-match"), mode.get("on-multiple-match")) for mode in modes.values()} == {("fail", "fail")}


def test_saxon_has_nothing_to_say_against_it() -> None:
    assert Transformer([XSLT / "report.xsl"]).warnings == ""


def test_what_it_has_no_rule_for_stops_it() -> None:
    with pytest.raises(StylesheetError, match="R001 there is no rule for “remark”"):
        transform(XSLT / "report.xsl", b"<remark/>")


def test_the_page_loads_nothing_and_says_so(report: Report) -> None:
    page = html.document_fromstring(reported("html", report, Severity.NOTE))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert not page.xpath("//script | //link | //@src | //@style")
    (style,) = page.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_tells_what_it_does_not_show(report: Report) -> None:
    page = html.document_fromstring(reported("html", report, Severity.ERROR))
    assert "2 findings below “error” are counted but not shown." in page.text_content()
    assert page.xpath("//h1")[0].text_content() == "7 errors, 1 warning, 1 note"


def test_an_essay_is_set_as_its_markdown_means_it(report: Report) -> None:
    page = html.document_fromstring(reported("html", report, Severity.NOTE))
    (essay,) = page.find_class("essay")
    assert [one.text_content() for one in essay.iter("h4")] == [
        "What it says",
        "Why it matters",
        "Example",
        "How to mend it",
        "How to overrule it",
    ]
    assert next(one.text_content() for one in essay.iter("pre")) == "<p>He said <quote>come in</quote>.</p>\n"
    assert [len(one) for one in essay.iter("ol", "ul")] == [2, 2]
    assert [one.text for one in essay.iter("em", "strong")] == ["without", "somebody else"]
    assert "quotation/@marks" in [one.text for one in essay.iter("code")]
    assert not list(essay.iter("a"))
