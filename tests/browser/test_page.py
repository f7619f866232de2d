"""The page in a real browser: it fits every width, its links lead there and back, its switches switch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teiwright.render import render

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

BOOK = Path(__file__).resolve().parents[1] / "render" / "book.xml"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDTHS = [360, 800, 1400]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "book.html"
    file.write_bytes(render(BOOK.read_bytes(), ["html"], root / "xslt")["html"]["edition.html"])
    return file.as_uri()


@pytest.fixture
def page(browser, address: str) -> Iterator:
    """The page at a desk's width, with scripts off as its readers may have them, and any complaint of the browser."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url) if not request.url.startswith(address) else None)
    page.goto(address)
    yield page
    context.close()
    assert not complaints


def box(page, selector: str) -> dict[str, float]:
    return page.locator(selector).bounding_box() or {}


def in_view(page, selector: str) -> bool:
    return 0 <= box(page, selector)["y"] < 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(browser, address: str, width: int, scheme: str, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(address)
    for name in ("names", "quotations", "printed", "lines"):
        page.locator(f"#show-{name}").evaluate("box => box.checked = true")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.screenshot(path=tmp_path / f"{width}-{scheme}.png", full_page=True)
    page.close()


def test_a_call_leads_to_its_note_and_back(page) -> None:
    page.click("#n-002-1-call")
    assert page.url.endswith("#n-002-1")
    assert in_view(page, "#n-002-1")
    page.click("#n-002-1 .backlink >> nth=0")
    assert page.url.endswith("#n-002-1-call")
    assert in_view(page, "#n-002-1-call")


def test_a_name_leads_to_its_entry_and_the_entry_to_every_mention(page) -> None:
    page.click("#a1-p02-m3")
    assert in_view(page, "#zola")
    page.click("#zola + dd .mentions a")
    assert page.url.endswith("#a1-p02-m3")
    assert in_view(page, "#a1-p02-m3")


def test_a_title_leads_to_its_work_and_the_work_back(page) -> None:
    page.click("#a1-p02-q4 > a")
    assert in_view(page, "#tolls")
    page.click("#tolls + dd .mentions a")
    assert page.url.endswith("#a1-p02-q4")
    assert in_view(page, "#a1-p02-q4")


def test_a_quotation_leads_to_its_entry_when_kinds_are_shown_and_the_entry_back(page) -> None:
    link = page.locator("#a1-p02-q6 .of-quotation")
    assert not link.is_visible()
    page.get_by_label("kinds of quotation").check()
    link.click()
    assert page.url.endswith("#entry-a1-p02-q6")
    assert page.locator("#entry-a1-p02-q6").is_visible(), "the folded register opens for its entry"
    assert in_view(page, "#entry-a1-p02-q6")
    page.click("#entry-a1-p02-q6 + dd a >> nth=0")
    assert in_view(page, "#a1-p02-q6")


def test_contents_stand_open_at_the_side_and_folded_on_a_phone(page) -> None:
    assert page.get_by_role("link", name="THE FERRY and its keeper").is_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    assert not page.get_by_role("link", name="THE FERRY and its keeper").is_visible()
    page.click("summary >> nth=0")
    assert page.get_by_role("link", name="THE FERRY and its keeper").is_visible()


def test_the_switch_for_the_source_shows_what_was_corrected(page) -> None:
    printed = page.locator("#a1-p01-c2 del")
    assert not printed.is_visible()
    page.get_by_label("the reading of the source at corrections").focus()
    page.keyboard.press("Space")
    assert printed.is_visible()
    assert printed.inner_text() == "ferrry"
    page.keyboard.press("Space")
    assert not printed.is_visible()


def test_the_switch_for_lines_breaks_them_as_the_source_does(page) -> None:
    before = box(page, "#a1-p01")["height"]
    page.get_by_label("the line ends of the source").check()
    assert box(page, "#a1-p01")["height"] > before


@pytest.mark.parametrize(
    ("label", "selector", "property_"),
    [
        ("persons and other names", "#a1-p01-m1", "textDecorationLine"),
        ("kinds of quotation", "#a1-p01-q1", "borderBottomStyle"),
    ],
)
def test_the_other_switches_mark_what_they_name(page, label: str, selector: str, property_: str) -> None:
    look = f"element => getComputedStyle(element).{property_}"
    assert page.locator(selector).evaluate(look) == "none"
    page.get_by_label(label).check()
    assert page.locator(selector).evaluate(look) != "none"


def test_a_word_over_a_page_is_whole_for_search_and_clipboard(page) -> None:
    assert "“demigod”" in page.locator("#a1-p01").inner_text()
    assert page.get_by_text("“demigod”").first.is_visible()


def test_the_page_number_is_in_the_margin_and_spoken(page) -> None:
    assert page.locator("#pg-002").get_attribute("aria-label") == "page 2"
    assert page.locator("#pg-002").get_attribute("role") == "doc-pagebreak"


def test_the_keyboard_reaches_the_text_first(page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#the-text")
