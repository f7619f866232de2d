"""What the tests of the formats share: a small book that has every feature once, and how it is rendered."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from teiwright.render import render

from ..conftest import IN_CI


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
def published(stylesheets: Path) -> Callable[..., Mapping[str, html.HtmlElement]]:
    """Return a function that makes an EPUB of a document; gives its XHTML files, in the order of the spine, by name."""

    def run(tei: bytes, **params: str) -> Mapping[str, html.HtmlElement]:
        with ZipFile(BytesIO(render(tei, ["epub"], stylesheets, **params)["epub"]["edition.epub"])) as archive:
            names = [name for name in archive.namelist() if name.endswith(".xhtml")]
            files = {
                name.removeprefix("EPUB/"): html.fromstring(archive.read(name), parser=html.XHTMLParser()) for name in names
            }
        for file in files.values():
            html.xhtml_to_html(file)
        return files

    return run


@pytest.fixture(scope="session")
def typst() -> None:
    """Ask for what makes the PDF and what reads it."""
    _ask_for("typst", "pypdf")


@pytest.fixture(scope="session")
def markdown() -> None:
    """Ask for what reads Markdown and its footnotes."""
    _ask_for("markdown_it", "mdit_py_plugins")


def _ask_for(*modules: str) -> None:
    """Skip what takes modules that are not installed, or fail it in CI."""
    if missing := [name for name in modules if find_spec(name) is None]:
        (pytest.fail if IN_CI else pytest.skip)(f"not installed: {', '.join(missing)}")
