"""What every test may ask for."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from teiwright import capture
from teiwright.findings import Finding
from teiwright.language import load_language
from teiwright.model.authority import Entry
from teiwright.model.claim import Kind
from teiwright.model.edition import Edition
from teiwright.model.profile import read_profile
from teiwright.model.reading import Reading
from teiwright.pipeline import READING_ROOMS, Build, build
from teiwright.workspace import Workspace

IN_CI = bool(os.environ.get("CI"))

JAVA = ["java", "-XX:TieredStopAtLevel=1", "-Xss4m"]
"""How a judge in Java is started: it lives for a second or two, which is too short for its second compiler."""

# No deadline: a shared machine stalls at times. In CI the examples are the same at each run, so a red run is a fault.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the installed Chromium; without one the test is skipped, or fails in CI."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        (pytest.fail if IN_CI else pytest.skip)("no Chromium is installed (on Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="module")
def referee(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Return a function that runs a script of `referees/`, beside the test, with the Python that has them; gives its JSON.

    The referees want other releases than ours of what both use, so they have an environment of their own. REFEREES names
    its Python; without one the test is skipped, or fails in CI.
    """
    python = os.environ.get("REFEREES", "")
    if not python:
        (pytest.fail if IN_CI else pytest.skip)(
            "REFEREES names no Python that has requirements/referees.txt; .ci/run makes one"
        )

    def run(script: str, *arguments: Path) -> Any:
        command = [python, str(request.path.parent / "referees" / script), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
"""How Chromium is started where nothing but the pages of the tests is to be seen."""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """Return the installed Chromium, started."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


Blank = Callable[..., Any]


@pytest.fixture(scope="module")
def blank(browser: Any) -> Blank:
    """Return a function that gives a blank page of a width and height, with what else Playwright lets one set.

    To open a page costs more than what most tests do with it. One is kept for each set of settings; it is blank again, and
    the pointer in its corner, whenever it is asked for.
    """
    kept: dict[str, Any] = {}

    def give(width: int = 1400, height: int = 900, **settings: Any) -> Any:
        key = repr(sorted(settings.items()))
        if key not in kept:
            kept[key] = browser.new_context(**settings).new_page()
        page = kept[key]
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": height})
        page.mouse.move(0, 0)
        return page

    return give


@contextmanager
def shown(page: Any, address: str) -> Iterator[Any]:
    """Show an address in a page; any complaint of the browser is a fault, and so is anything that is loaded."""
    complaints: list[str] = []
    listeners: dict[str, Callable[[Any], object]] = {
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
        "request": lambda request: complaints.append(request.url) if not request.url.startswith(address) else None,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        page.goto(address)
        yield page
        page.evaluate("null")  # what was complained of before has then been told
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
    assert not complaints


Read = Callable[..., tuple[Reading, list[Finding]]]
ENTRIES = (
    Entry(Kind.PERSON, "marr", ("Ada Marr", "A. Marr", "Marr")),
    Entry(Kind.PERSON, "quill", ("Tobias Quill", "Quill")),
    Entry(Kind.ORGANIZATION, "guild", ("Guild of Ferrymen of Lorn",), shorts=("Guild",)),
    Entry(Kind.ORGANIZATION, "council", ("Council of the Guild of Ferrymen of Lorn",), shorts=("Council",)),
    Entry(Kind.ORGANIZATION, "town-council", ("Town Council of Lorn",), shorts=("Council",)),
    Entry(Kind.PLACE_NAME, "lorn", ("Lorn",), exceptions=("Lorn cloth",)),
    Entry(Kind.EVENT, "fair", ("Lorn Fair", "fair of 1860")),
    Entry(Kind.WORK, "letters", ("The Book of Quays",), shorts=("Papers",), level="m", creators=("marr",)),
    Entry(Kind.WORK, "quill-papers", (), shorts=("Papers",), level="m", creators=("quill",)),
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for a `case` each row of `cases/NAME.tsv` beside it, where NAME is its own.

    The first row names the columns, `⏎` is a line end, a row that begins with `#` is a remark. A new case is a new row.
    """
    name = metafunc.function.__name__.removeprefix("test_").replace("_", "-")
    file = metafunc.definition.path.parent / "cases" / f"{name}.tsv"
    if "case" not in metafunc.fixturenames or not file.exists():
        return
    head, *rows = file.read_text("utf-8").splitlines()
    columns = head.split("\t")
    cases, ids = [], []
    for number, row in enumerate(rows, 2):
        if row and not row.startswith("#"):
            values = [value.replace("⏎", "\n") for value in row.split("\t")]
            cases.append(dict(zip(columns, [*values, *[""] * (len(columns) - len(values))], strict=True)))
            ids.append(f"{name}.tsv:{number}")
    metafunc.parametrize("case", cases, ids=ids)


@pytest.fixture(scope="session")
def pamphlet(root: Path) -> Build:
    """Return the first edition, up to its annotation."""
    return build(Workspace.of(root / "tei" / "hedp"), "annotate")


@pytest.fixture
def read() -> Read:
    """Return what reads some lines as a book, with a profile in TOML, up to the end of the last room that makes claims."""

    def read(text: str, profile: str = "", until: str = "annotate") -> tuple[Reading, list[Finding]]:
        edition = Edition("book", read_profile(profile.encode(), "profile.toml"), load_language("en"))
        edition = replace(edition, entries=ENTRIES)
        reading, findings = Reading(capture.capture(text.encode(), "source.txt")), list[Finding]()
        for room in READING_ROOMS:
            reading, found = room.enter(reading, edition)
            findings += found
            if room.name == until:
                break
        return reading, findings

    return read
