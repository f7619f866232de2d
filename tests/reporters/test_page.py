"""The page in a real browser: it fits every width, its switches hide and show, and a link to an explanation opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from teiwright.codes import Severity
from teiwright.reporters import reported
from teiwright.validate.report import Report

from ..conftest import Blank, shown

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser


@pytest.fixture
def address(report: Report, tmp_path: Path) -> str:
    file = tmp_path / "report.html"
    file.write_text(reported("html", report, Severity.NOTE), "utf-8")
    return file.as_uri()


@pytest.fixture
def page(blank: Blank, address: str) -> Iterator[Any]:
    """Return the page at a desk's width, with scripts off."""
    with shown(blank(java_script_enabled=False), address) as page:
        yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 800, 1400])
def test_nothing_is_wider_than_the_screen(blank: Blank, address: str, width: int, scheme: str) -> None:
    page = blank(width, color_scheme=scheme)
    page.goto(address)
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(
        "[...document.querySelectorAll('main *')].every(one => one.getBoundingClientRect().right <= innerWidth)"
    )


@pytest.mark.parametrize(("name", "left"), [("error", 4), ("warning", 10), ("note", 10), ("waived", 9)])
def test_a_switch_hides_what_it_names(page: Any, name: str, left: int) -> None:
    assert page.locator(".finding:visible").count() == 11
    page.click(f"#show-{name}")
    assert page.locator(".finding:visible").count() == left
    assert not page.locator(f".finding.{name}:visible").count()
    page.click(f"#show-{name}")
    assert page.locator(".finding:visible").count() == 11


def test_who_follows_a_link_to_an_explanation_finds_it_open(page: Any) -> None:
    assert not page.locator(".essay h4 >> nth=0").is_visible()
    page.click(".finding .rule a >> nth=0")
    assert page.url.endswith("#V401")
    assert page.locator(".essay h4 >> nth=0").is_visible()
    assert 0 <= (page.locator("#V401 summary").bounding_box() or {})["y"] < 900


def test_a_link_to_a_document_leads_to_its_findings(page: Any) -> None:
    page.click(".panel nav a >> nth=1")
    assert 0 <= (page.locator("#document-3 h2").bounding_box() or {})["y"] < 900


def test_colours_are_in_force_and_can_be_read(browser: Any, address: str) -> None:
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(address)
        colours = page.evaluate(
            "[...document.querySelectorAll('h1, .badge, .where, .rule, .help, td, .reason, summary')]"
            ".map(one => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor])"
        )
        assert len({text for text, _ in colours}) >= 5
        assert min(contrast(rgb(text), rgb(paper)) for text, paper in colours) >= 4.5
        page.close()


def rgb(colour: str) -> list[float]:
    return [float(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]


def contrast(one: list[float], other: list[float]) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""

    def luminance(colour: list[float]) -> float:
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
