"""One version, wherever it is written."""

import re
import tomllib
from pathlib import Path

import teiwright
from teiwright.releasing.version import Version


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    citation = re.search(r"^version: (.+)$", (root / "CITATION.cff").read_text(), re.MULTILINE)
    newest = re.search(r"^## \[(.+?)\]", (root / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert citation
    assert citation[1] == teiwright.__version__
    assert newest
    assert newest[1] == teiwright.__version__
    assert Version.of(teiwright.__version__)


def test_the_wheel_takes_its_version_from_the_package(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())
    assert project["project"]["dynamic"] == ["version"]
    assert "version" not in project["project"]
    stated = (root / project["tool"]["hatch"]["version"]["path"]).read_text("utf-8")
    assert re.findall(r'^__version__ = "(.+)"$', stated, re.MULTILINE) == [teiwright.__version__]
