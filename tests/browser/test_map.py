"""The book at a glance in a real browser: a stroke and a line lead to their place, the keyboard passes the drawings by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from teiwright.render import render

from ..conftest import Blank, shown

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

BOOK = Path(__file__).resolve().parents[1] / "render" / "book.xml"


@pytest.fixture(params=[360, 1400])
def page(request, blank: Blank, root: Path, tmp_path: Path) -> Iterator[Any]:
    file = tmp_path / "book.html"
    file.write_bytes(render(BOOK.read_bytes(), ["html"], root / "xslt")["html"]["edition.html"])
    with shown(blank(request.param), file.as_uri()) as page:
        yield page


DRAWN = """path => {
  const [box, place] = [path.getBBox(), path.getScreenCTM()];
  const [width, height] = [place.a * box.width, place.d * box.height];
  return { x: place.a * box.x + place.e, y: place.d * box.y + place.f, width, height };
}"""


def drawn(locator: Any) -> dict[str, float]:
    """Where a line is on the screen, without the width of its pen."""
    found: dict[str, float] = locator.evaluate(DRAWN)
    return found


def box(page: Any, selector: str) -> dict[str, float]:
    return page.locator(selector).bounding_box() or {}


def test_a_stroke_leads_to_its_paragraph_and_a_line_to_its_mention(page: Any) -> None:
    for link, target in ((".strips a[href='#a1-p02']", "a1-p02"), (".named svg a[href='#a1-p01-m1']", "a1-p01-m1")):
        page.locator(link).scroll_into_view_if_needed()
        stroke = drawn(page.locator(f"{link} path"))
        page.mouse.click(stroke["x"] + stroke["width"] / 2, stroke["y"] + stroke["height"] / 2)
        page.wait_for_url(f"**#{target}")
        assert 0 <= box(page, f"#{target}")["y"] < 900


def test_strokes_are_as_wide_as_their_words_and_stay_within_the_column(page: Any) -> None:
    column = box(page, "#edition-map")
    strokes = [drawn(one) for one in page.locator(".strips a path").all()]
    right = column["x"] + column["width"]
    assert all(column["x"] <= one["x"] + 0.1 and one["x"] + one["width"] <= right + 0.1 for one in strokes)
    first, second = (drawn(page.locator(f".strips [href='#{id_}'] path")) for id_ in ("a1-p01", "a1-q1-p01"))
    assert first["width"] / second["width"] == pytest.approx(31 / 11, rel=0.1)  # words but for the gap, counted by hand
    assert first["x"] + first["width"] < second["x"]


def test_the_keyboard_goes_from_label_to_label(page: Any) -> None:
    page.locator("#edition-map .strips p a").first.focus()
    stops = []
    while page.evaluate("document.activeElement.closest('#edition-map') !== null"):
        stops.append(page.evaluate("document.activeElement.getAttribute('href')"))
        page.keyboard.press("Tab")
    assert stops == ["#f1", "#f2", "#a1", "#a1-1", "#byron", "#zola"]


def test_the_drawings_are_hidden_from_assistive_technology(page: Any) -> None:
    tree = page.locator("#edition-map").aria_snapshot()
    assert "THE FERRY and its keeper" in tree
    assert "Byron, Ada" in tree
    assert "a1-p01, p. 1" not in tree
