"""The page in a real browser: it fits every width, its links lead there and back, its switches switch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from teiwright.render import render

from ..conftest import shown

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

BOOK = Path(__file__).resolve().parents[1] / "render" / "book.xml"
WIDTHS = [360, 800, 1400]


@pytest.fixture(scope="module")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "book.html"
    file.write_bytes(render(BOOK.read_bytes(), ["html"], root / "xslt")["html"]["edition.html"])
    return file.as_uri()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request, blank, address: str) -> Iterator:
    """The page, with scripts and without, as its readers may have it."""
    with shown(blank(java_script_enabled=request.param), address) as page:
        yield page


@pytest.fixture
def scripted(blank, address: str) -> Iterator:
    """The page with scripts, for what only they can do."""
    with shown(blank(java_script_enabled=True), address) as page:
        yield page


@pytest.fixture
def plain(blank, address: str) -> Iterator:
    """The page without scripts."""
    with shown(blank(java_script_enabled=False), address) as page:
        yield page


OPEN = ".popover:popover-open"


def box(page, selector: str) -> dict[str, float]:
    return page.locator(selector).bounding_box() or {}


def in_view(page, selector: str) -> bool:
    return 0 <= box(page, selector)["y"] < 900


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(blank, address: str, width: int, scheme: str) -> None:
    page = blank(width, color_scheme=scheme)
    page.goto(address)
    for name in ("names", "quotations", "printed", "lines"):
        page.locator(f"#show-{name}").evaluate("box => box.checked = true")
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_every_call_opens_its_note_which_leads_to_the_foot_of_the_section_and_back(page) -> None:
    calls = page.locator("button.call").evaluate_all("all => all.map(one => one.id)")
    assert len(calls) == 4
    for call in calls:
        button = page.locator(f"#{call}")
        button.focus()
        page.keyboard.press("Enter")
        words = page.locator(OPEN).inner_text()
        page.keyboard.press("Escape")
        assert not page.locator(OPEN).count()
        button.click()
        note = page.locator(OPEN).locator(".noteref").get_attribute("href")
        page.click(f"{OPEN} .noteref")
        assert page.url.endswith(note)
        assert in_view(page, note)
        assert words.split() == [
            button.inner_text(),
            *page.locator(f"{note} .note-text").inner_text().replace("↑", "").split(),
        ]
        page.keyboard.press("Escape")
        page.click(f"{note} .backlink >> nth=0")
        assert in_view(page, page.locator(f"{note} .backlink >> nth=0").get_attribute("href"))


def test_a_name_leads_to_its_entry_and_the_entry_to_every_mention(plain) -> None:
    plain.click("#a1-p02-m3")
    assert in_view(plain, "#zola")
    plain.click("#zola + dd .mentions a")
    assert plain.url.endswith("#a1-p02-m3")
    assert in_view(plain, "#a1-p02-m3")


def test_a_title_leads_to_its_work_and_the_work_back(plain) -> None:
    plain.click("#a1-p02-q4 > a")
    assert in_view(plain, "#tolls")
    plain.click("#tolls + dd .mentions a")
    assert plain.url.endswith("#a1-p02-q4")
    assert in_view(plain, "#a1-p02-q4")


def test_with_scripts_the_entry_opens_beside_its_name_and_leads_to_the_register(scripted) -> None:
    scripted.locator("#a1-p02-m3").scroll_into_view_if_needed()
    before = scripted.evaluate("scrollY")
    scripted.locator("#a1-p02-m3").click()
    panel = scripted.locator(OPEN)
    entry = scripted.locator("#zola").inner_text()
    assert panel.locator("h3").inner_text() == entry
    assert panel.inner_text().split() == [*entry.split(), *scripted.locator("#zola + dd").inner_text().split()]
    assert scripted.evaluate("scrollY") == before, "the reader stays where they are"
    assert not panel.locator("[id]").count()
    panel.locator("h3 a").click()
    assert scripted.url.endswith("#zola")
    assert in_view(scripted, "#zola")
    assert not scripted.locator(OPEN).count()


def test_escape_closes_the_panel_and_the_focus_is_back_at_the_name(scripted) -> None:
    scripted.locator("#a1-p02-m3").focus()
    scripted.keyboard.press("Enter")
    assert scripted.locator(OPEN).count() == 1
    scripted.keyboard.press("Escape")
    assert scripted.evaluate("document.activeElement.id") == "a1-p02-m3"


@pytest.mark.parametrize(
    ("link", "page_", "named"),
    [
        ("#a1-p01 > .anchor", "1–2", "a1-p01"),
        ("#pg-003 + .page", "3", ""),
        ("#n-002-1 > .note-page", "2", "n-002-1"),
        ("#a1-1-p03 > .anchor", "4", "a1-1-p03"),
    ],
)
def test_a_paragraph_a_page_and_a_note_can_be_cited_with_the_printed_page(
    scripted, link: str, page_: str, named: str
) -> None:
    scripted.locator(link).focus()
    scripted.keyboard.press("Enter")
    assert scripted.url.endswith(scripted.locator(link).get_attribute("href"))
    chicago, mla, bibtex = scripted.locator(f"{OPEN} dd").all_inner_texts()
    many = "–" in page_
    tail = f"{named and ', ' + named}, https://example.org/ferry{scripted.locator(link).get_attribute('href')}."
    assert f"(London: Hall, 1894), {page_}; digital edition" in chicago
    assert chicago.endswith(tail)
    assert f"Hall, 1894, {'pp.' if many else 'p.'} {page_}. " in mla
    assert mla.endswith(tail)
    assert f"pages = {{{page_.replace('–', '--')}}}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")


def test_a_citation_can_be_copied(blank, address: str) -> None:
    with shown(blank(permissions=["clipboard-read", "clipboard-write"]), address) as page:
        page.click("#a1-p01 > .anchor")
        cited = page.locator(f"{OPEN} dd").first.inner_text()
        page.click(f"{OPEN} button.copy >> nth=0")
        page.locator(f"{OPEN} button.copy >> nth=0").filter(has_text="copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == cited


def test_search_finds_what_lines_pages_and_accents_would_hide_and_marks_it(scripted) -> None:
    field = scripted.get_by_label("Search the text")
    for words, count in (("DEMIGOD", 1), ("emile zola", 1), ("old-fashioned ferry", 1), ("oldfashioned", 0), ("byron", 4)):
        field.fill(words)
        assert scripted.locator(".hits li").count() == count, words
        assert scripted.evaluate("CSS.highlights.get('found').size") == count
    scripted.keyboard.press("Enter")
    assert scripted.locator("form output").inner_text() == "1 of 4 places"
    scripted.keyboard.press("Shift+Enter")
    assert scripted.locator("form output").inner_text() == "4 of 4 places"
    place = scripted.evaluate("[...CSS.highlights.get('current')][0].getBoundingClientRect().top")
    assert 0 <= place < 900
    field.fill("no such words")
    assert scripted.locator("form output").inner_text() == "not found"
    field.fill("demigod")
    (hit,) = scripted.locator(".hits a").all()
    assert hit.inner_text().split()[0] == "1–2"
    assert "a “demigod” of wood" in hit.inner_text()


def test_without_scripts_there_is_no_search_that_does_nothing(plain) -> None:
    assert not plain.locator("form.search").is_visible()


def test_the_slash_leads_to_the_search(scripted) -> None:
    scripted.keyboard.press("/")
    assert scripted.evaluate("document.activeElement.id") == "search"


def test_the_part_that_is_read_is_marked_in_the_contents(scripted) -> None:
    scripted.goto(scripted.url.partition("#")[0] + "#a1-1")
    scripted.locator(".toc [aria-current]").wait_for()
    assert scripted.locator(".toc [aria-current]").get_attribute("href") == "#a1-1"


def test_a_page_number_leads_to_its_page(page) -> None:
    page.locator(".pages a", has_text="4").click()
    assert in_view(page, "#pg-004")


def test_the_panel_of_a_phone_stays_at_hand_and_folds_up_when_it_has_served(blank, address: str) -> None:
    with shown(blank(360, 740), address) as page:
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.click("summary >> nth=0")
        page.locator(".pages a", has_text="3").click()
        assert not page.locator(".pages a", has_text="3").is_visible()
        assert 40 < box(page, "#pg-003")["y"] < 740, "below the panel, not under it"


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
    assert page.locator(".toc").get_by_role("link", name="THE FERRY and its keeper").is_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".toc").get_by_role("link", name="THE FERRY and its keeper").wait_for(state="hidden")
    page.click("summary >> nth=0")
    assert page.locator(".toc").get_by_role("link", name="THE FERRY and its keeper").is_visible()


def test_the_switch_for_the_source_shows_what_was_corrected(page) -> None:
    printed, corrected = page.locator("#a1-p01-c2 del"), page.locator("#a1-p01-c2 ins")
    assert (printed.is_visible(), corrected.is_visible()) == (False, True)
    page.get_by_label("the text of the source").focus()
    page.keyboard.press("Space")
    assert (printed.is_visible(), corrected.is_visible()) == (True, False)
    assert printed.inner_text() == "ferrry"
    page.keyboard.press("Space")
    assert (printed.is_visible(), corrected.is_visible()) == (False, True)


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
    assert page.locator("#pg-002").get_attribute("title") == "page 2"
    assert page.locator("#pg-002").get_attribute("role") == "doc-pagebreak"


def test_the_keyboard_reaches_the_text_first(page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#the-text")
