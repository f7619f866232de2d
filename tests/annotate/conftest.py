"""What the tests of this room share: their cases, and a way to read a few lines as a book.

A test that asks for a `case` gets each row of `cases/NAME.tsv`, where NAME is its own. The first row names the columns, `⏎`
is a line end, and a row that begins with `#` is a remark. A new case is a new row.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from teiwright import capture
from teiwright.findings import Finding
from teiwright.language import load_language
from teiwright.model.authority import Person
from teiwright.model.edition import Edition
from teiwright.model.profile import read_profile
from teiwright.model.reading import Reading
from teiwright.pipeline import READING_ROOMS, Build, build
from teiwright.workspace import Workspace

Read = Callable[..., tuple[Reading, list[Finding]]]
PERSONS = (
    Person("marr", ("Ada Marr", "A. Marr", "Marr"), ""),
    Person("quill", ("Tobias Quill", "Quill"), ""),
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for a case each row of its file."""
    if "case" not in metafunc.fixturenames:
        return
    name = metafunc.function.__name__.removeprefix("test_").replace("_", "-")
    file = Path(__file__).parent / "cases" / f"{name}.tsv"
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
        edition = replace(edition, persons=PERSONS)
        reading, findings = Reading(capture.capture(text.encode(), "source.txt")), list[Finding]()
        for room in READING_ROOMS:
            reading, found = room.enter(reading, edition)
            findings += found
            if room.name == until:
                break
        return reading, findings

    return read
