"""Every page that is made, as axe-core and the Nu HTML checker see it: no objection, whatever its reader has opened."""

from __future__ import annotations

import json
import os
import subprocess
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from teiwright.cli import main
from teiwright.pipeline import Build
from teiwright.render import render
from teiwright.reviewing import page as review

from ..conftest import IN_CI, JAVA, Blank

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
STATES = {
    "as it opens": "",
    "with all that is folded open": "document.querySelectorAll('details').forEach(one => one.open = true)",
    "with all switches on": "document.querySelectorAll('[type=checkbox]').forEach(one => one.click())",
    "with a note open": "document.querySelector('button.call').click()",
    "with an entry open": "document.querySelector('#the-text a.pers-name').click()",
    "with a citation open": "document.querySelector('#the-text .anchor').click()",
}

NEWER_THAN_THE_CHECKER = ("position-area", "position-try-fallbacks", "anchor-center", "vector-effect", "CSS: Parse Error.")
"""CSS that Chromium and the specifications have and the checker does not: anchors, ::highlight(), those of SVG 2."""


@pytest.fixture(scope="module")
def pages(pamphlet: Build, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    book = (ROOT / "tests" / "render" / "book.xml").read_bytes()
    edition = (ROOT / "tei" / "hedp" / "hedp.xml").read_bytes()
    made = {
        "book": render(book, ["html"], ROOT / "xslt")["html"],
        "book-de": render(book, ["html"], ROOT / "xslt", reader="de")["html"],
        "ceteicean": render(book, ["ceteicean"], ROOT / "xslt")["ceteicean"],
        "edition": render(edition, ["html"], ROOT / "xslt")["html"],
        "review": {"": review("hedp", pamphlet.reading, pamphlet.edition.decisions)},
    }
    for name, one in made.items():
        (folder / f"{name}.html").write_bytes(next(iter(one.values())))
    main(["validate", "--format", f"html={folder / 'report.html'}", str(ROOT / "tests" / "render" / "book.xml")])
    main(["index", "--out", str(folder), str(ROOT / "tei")])
    ours = {name: folder / f"{name}.html" for name in (*made, "report", "index")}
    return {**ours, "schema": ROOT / "schema" / "teiwright.html"}


def objections(blank: Blank, page: Path, state: str, width: int, height: int = 900, **settings: Any) -> list[str]:
    """What axe-core has against a page in a state, in one line for each place."""
    opened = blank(width, height, bypass_csp=True, **settings)  # it is a stranger's script
    opened.goto(page.as_uri())
    opened.evaluate(files(axe).joinpath("axe.min.js").read_text("utf-8"))
    if state:
        opened.evaluate(state)
    found = opened.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
    return [f"{one['id']}: {node['html'][:120]} – {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("state", STATES)
def test_axe_has_no_objection_to_the_small_book(blank: Blank, pages: dict[str, Path], state: str) -> None:
    """On a phone by day, at a desk by night: both as the page opens, else in turn."""
    phone: dict[str, Any] = {"width": 360, "height": 740, "color_scheme": "light"}
    desk: dict[str, Any] = {"width": 1400, "height": 900, "color_scheme": "dark"}
    for settings in [phone, desk] if not STATES[state] else [[phone, desk][[*STATES].index(state) % 2]]:
        assert not objections(blank, pages["book"], STATES[state], **settings)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["edition", "ceteicean", "report", "schema", "index"])
def test_axe_has_no_objection_to_larger_pages(blank: Blank, pages: dict[str, Path], name: str) -> None:
    """Of what is there a hundred times over, such as declarations of a schema, it need not see all."""
    fewer = "document.querySelectorAll('.spec, .book p').forEach((one, at) => at % 12 && one.remove())"
    assert not objections(blank, pages[name], fewer, 1400, color_scheme="dark")


@pytest.mark.slow
def test_the_nu_checker_finds_no_error(pages: dict[str, Path]) -> None:
    jar = os.environ.get("VNU_JAR", "")
    if not jar:
        (pytest.fail if IN_CI else pytest.skip)("VNU_JAR does not name the Nu HTML checker; .ci/run fetches it")
    command = [*JAVA, "-jar", jar, "--format", "json", "--exit-zero-always", *map(str, pages.values())]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    errors = [one for one in json.loads(told)["messages"] if one["type"] != "info"]
    assert not [one for one in errors if not any(known in one["message"] for known in NEWER_THAN_THE_CHECKER)]


OF_A_PAGE = ("landmark-one-main", "page-has-heading-one", "region")
"""Rules for a page of its own; a file of a book is part of one."""


@pytest.mark.slow
def test_axe_has_no_objection_to_the_files_of_a_book(blank: Blank, tmp_path: Path) -> None:
    """That a page break may have a name (DPUB-ARIA 1.1, doc-pagebreak), axe-core does not know."""
    book = (ROOT / "tests" / "render" / "book.xml").read_bytes()
    with ZipFile(BytesIO(render(book, ["epub"], ROOT / "xslt")["epub"]["edition.epub"])) as archive:
        archive.extractall(tmp_path)
    expected = (*OF_A_PAGE, 'aria-prohibited-attr: <span xmlns="http://www.w3.org/1999/xhtml" class="pb')
    parts = sorted(tmp_path.rglob("*.xhtml"))[::2]
    assert len(parts) > 5
    found = [one for file in parts for one in objections(blank, file, "", 320)]
    assert not [one for one in found if not one.startswith(expected)]
