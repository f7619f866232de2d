"""What the tests of the formats share: a small book that has every feature once, and how it is rendered."""

import os
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from teiwright.render import render


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regenerate`: `pytest tests/render --regenerate` writes the golden files anew, for review as a diff."""
    parser.addoption("--regenerate", action="store_true", help="write the golden files of tests/render anew")


@pytest.fixture(scope="session")
def regenerate(pytestconfig: pytest.Config) -> bool:
    """Whether the golden files are to be written, not compared. A run of other tests does not know the option."""
    return bool(pytestconfig.getoption("--regenerate", default=False))


@pytest.fixture(scope="session")
def stylesheets(root: Path) -> Path:
    """Return the folder of the stylesheets."""
    return root / "xslt"


@pytest.fixture(scope="session")
def book() -> bytes:
    """Return the small book."""
    return (Path(__file__).parent / "book.xml").read_bytes()


@pytest.fixture(scope="session")
def rendered(stylesheets: Path) -> Callable[..., Mapping[str, str]]:
    """Return a function that renders a document in formats that are one file each; gives the text of each by format."""

    def run(tei: bytes, *formats: str, **params: str) -> Mapping[str, str]:
        made = render(tei, formats, stylesheets, **params)
        return {name: next(iter(files.values())).decode() for name, files in made.items()}

    return run


@pytest.fixture(scope="session")
def typst() -> None:
    """Ask for the packages of the format `pdf`; without them the test is skipped, or fails in CI."""
    missing = [name for name in ("typst", "pypdf") if find_spec(name) is None]
    if missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"not installed: {', '.join(missing)}")
