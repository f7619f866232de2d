"""One version, wherever it is written."""

import re
import tomllib
from pathlib import Path

import teiwright


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    version = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    citation = re.search(r"^version: (.+)$", (root / "CITATION.cff").read_text(), re.MULTILINE)
    newest = re.search(r"^## \[(.+?)\]", (root / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert teiwright.__version__ == version
    assert citation
    assert citation[1] == version
    assert newest
    assert newest[1] == version
