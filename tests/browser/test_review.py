"""The page for review in a real browser: it fits every width, filters and copies, and can be read without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from teiwright.model.claim import Kind
from teiwright.pipeline import Build
from teiwright.reviewing import page as review
from teiwright.reviewing.claims import Weighed, weighed

from ..conftest import Blank, shown

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def claims(pamphlet: Build) -> tuple[Weighed, ...]:
    return weighed(pamphlet.reading, pamphlet.edition.decisions)


@pytest.fixture(scope="module")
def address(pamphlet: Build, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("review") / "review.html"
    file.write_bytes(review("hedp", pamphlet.reading, pamphlet.edition.decisions))
    return file.as_uri()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Return whether the readers of the page have scripts switched on."""
    return bool(request.param)


@pytest.fixture
def page(blank: Blank, address: str) -> Iterator[Any]:
    with shown(blank(java_script_enabled=True), address) as page:
        yield page


@pytest.fixture
def plain(blank: Blank, address: str) -> Iterator[Any]:
    with shown(blank(java_script_enabled=False), address) as page:
        yield page


def listed(page: Any) -> list[str]:
    """Return the ids of the claims that are shown, and check what the page says of their number."""
    ids: list[str] = page.locator(".claim:not([hidden])").evaluate_all("all => all.map(one => one.id)")
    assert page.locator("#shown").inner_text() == f"{len(ids)} of {page.locator('.claim').count()} claims"
    return ids


def ids(claims: list[Weighed]) -> list[str]:
    return [f"claim-{one.number}" for one in claims]


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_nothing_is_wider_than_the_screen(blank: Blank, address: str, width: int, scripts: bool) -> None:
    page = blank(width, java_script_enabled=scripts)
    page.goto(address)
    page.locator(".claim details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.locator(".claim").evaluate_all("all => all.forEach(one => one.style.contentVisibility = 'visible')")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(
        "[...document.querySelectorAll('main *')].every(one => one.getBoundingClientRect().right <= innerWidth)"
    )


def test_all_is_there_and_the_doubtful_stand_first(page: Any, claims: tuple[Weighed, ...]) -> None:
    assert listed(page) == ids(list(claims))
    assert page.locator("h2:visible").all_inner_texts() == ["Low certainty", "Medium certainty", "High certainty"]


@pytest.mark.parametrize("name", ["kind", "rule", "page"])
def test_a_choice_shows_what_it_names(page: Any, claims: tuple[Weighed, ...], name: str) -> None:
    of = {"kind": lambda one: one.claim.kind, "rule": lambda one: one.claim.rule, "page": lambda one: one.page}[name]
    values = page.locator(f"select[name={name}] option").evaluate_all("all => all.map(one => one.value)")
    assert sorted(values[1:]) == sorted({of(one) for one in claims})
    for value in values[1:8]:
        page.select_option(f"select[name={name}]", value)
        assert listed(page) == ids([one for one in claims if of(one) == value])


def test_the_pages_are_in_their_order(page: Any, pamphlet: Build) -> None:
    values = page.locator("select[name=page] option").evaluate_all("all => all.map(one => one.value)")
    printed = [one["n"] for one in pamphlet.reading.of(Kind.PAGE)]
    assert values[1:] == [n for n in printed if n in values]


def test_certainties_can_be_left_out_and_their_headings_go_with_them(page: Any, claims: tuple[Weighed, ...]) -> None:
    page.uncheck("input[value=high]")
    assert listed(page) == ids([one for one in claims if one.claim.cert != "high"])
    page.uncheck("input[value=medium]")
    assert listed(page) == ids([one for one in claims if one.claim.cert == "low"])
    assert page.locator("h2:visible").all_inner_texts() == ["Low certainty"]


@pytest.mark.parametrize("state", ["decided", "undecided"])
def test_what_is_decided_can_be_set_aside(page: Any, claims: tuple[Weighed, ...], state: str) -> None:
    page.check(f"input[value={state}]")
    assert listed(page) == ids([one for one in claims if bool(one.decision) == (state == "decided")])


def test_words_are_found_in_text_evidence_and_reasons_but_not_in_what_is_offered(page: Any) -> None:
    for words, found in (("  AQND ", 2), ("guozi   shudian is", 0), ("known as Guozi Shudian", 1), ("soCalled</", 0)):
        page.fill("input[name=words]", words)
        assert (len(listed(page)) >= 1) == bool(found), words
    page.fill("input[name=words]", 'mentioned" no claim says this')
    assert listed(page) == []
    assert not page.locator("h2:visible").count()


def test_filters_work_together_and_are_reset_at_once(page: Any, claims: tuple[Weighed, ...]) -> None:
    page.select_option("select[name=kind]", "paragraph-boundary")
    page.check("input[value=undecided]")
    page.fill("input[name=words]", "over-long")
    wanted = [
        one
        for one in claims
        if one.claim.kind == "paragraph-boundary" and not one.decision and "over-long" in " ".join(one.claim.evidence)
    ]
    assert listed(page) == ids(wanted) != []
    page.keyboard.press("Enter")
    assert listed(page) == ids(wanted)
    page.click("button[type=reset]")
    page.locator("#shown", has_text=f"{len(claims)} of").wait_for()
    assert listed(page) == ids(list(claims))


@pytest.mark.parametrize("refused", [False, True], ids=["clipboard", "no-clipboard"])
def test_a_button_copies_the_decision(page: Any, claims: tuple[Weighed, ...], refused: bool) -> None:
    if refused:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    one = next(one for one in claims if one.claim.kind == "quotation")
    button = page.locator(f"#claim-{one.number} .acts button", has_text="soCalled")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#said:not(:empty)")
    assert page.locator("#said").inner_text() == "Copied. Paste it into decisions.xml and write the reason between the tags."
    page.focus("input[name=words]")
    page.keyboard.press("Control+v")
    assert page.input_value("input[name=words]") == one.offers[2].xml
    assert 'kind="soCalled"' in one.offers[2].xml


def test_what_cannot_be_copied_is_selected(page: Any, claims: tuple[Weighed, ...]) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false")
    page.locator(f"#claim-{claims[0].number} .acts button >> nth=0").click()
    assert page.locator("#said").inner_text().startswith("The browser does not let the page copy.")
    assert page.evaluate("getSelection().toString()") == claims[0].offers[0].xml


def test_the_keyboard_walks_from_claim_to_claim_that_is_shown(page: Any, claims: tuple[Weighed, ...]) -> None:
    page.check("input[value=decided]")
    page.focus("#claims")
    decided = ids([one for one in claims if one.decision])
    for key, expected in (("j", decided[0]), ("j", decided[1]), ("j", decided[2]), ("k", decided[1])):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == expected
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.input_value("input[name=words]") == "jk"


def test_without_scripts_all_is_there_and_the_decisions_can_be_read(plain: Any, claims: tuple[Weighed, ...]) -> None:
    assert plain.locator(".claim").count() == len(claims)
    visible = "all => all.forEach(one => one.style.contentVisibility = 'visible')"  # else each is laid out by itself
    plain.locator(".claim").evaluate_all(visible)
    assert not plain.locator("#filters").is_visible()
    assert not plain.locator("button:visible").count()
    item = plain.locator(f"#claim-{claims[0].number}")
    assert not item.locator("pre >> nth=0").is_visible()
    item.locator("summary").click()
    assert item.locator("pre >> nth=0").inner_text() == claims[0].offers[0].xml


def test_nothing_that_is_put_into_the_page_runs(blank: Blank, address: str) -> None:
    page = blank(java_script_enabled=True)
    page.goto(address)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.run = true\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.run = true'}))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.run") is None


def test_claims_out_of_sight_are_not_laid_out_and_none_is_counted(page: Any) -> None:
    look = "one => [getComputedStyle(one).contentVisibility, getComputedStyle(one).display]"
    assert page.locator(".claim >> nth=-1").evaluate(look) == ["auto", "block"]  # a list item would make filters slow
