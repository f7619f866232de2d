"""The software is released: each place states the new version, nothing else changes, and nothing at all when it may not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import teiwright
from teiwright.cli import main

Tree = Callable[[Path], dict[str, bytes]]
NOTE = ["--note", "New."]


def test_each_place_that_states_the_version_changes_and_in_it_nothing_else(project: Path, tree: Tree) -> None:
    old, before = teiwright.__version__.encode(), tree(project)
    assert main(["release", str(project), "99.1.0", *NOTE, "--date", "2099-02-03"]) == 0
    after = tree(project)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"scripts/teiwright/__init__.py", "CITATION.cff", "CHANGELOG.md", "docs/validation.md"}
    version = re.compile(rb"(?<![\d.])v?" + re.escape(old) + rb"(?![\d.])")
    stating = {name for name, data in before.items() if version.search(data)}
    assert changed - {"CHANGELOG.md"} <= stating
    for name in changed - {"CHANGELOG.md"}:
        new = after[name].replace(b"99.1.0", old).replace(b"\ndate-released: 2099-02-03", b"")
        assert not version.search(after[name])
        assert new == before[name]


def test_the_first_version_is_released_once_and_then_a_higher_one(
    project: Path, capsys: pytest.CaptureFixture[str], tree: Tree
) -> None:
    log = project / "CHANGELOG.md"
    waiting = f"# Changelog\n\n## [{teiwright.__version__}] – unreleased\n\n### Added\n\n- All.\n"
    log.write_text(waiting, "utf-8")
    same = ["release", "--json", str(project), teiwright.__version__, *NOTE, "--date", "2099-02-03"]
    assert main(same) == 0
    assert log.read_text("utf-8") == waiting.replace("unreleased\n", "2099-02-03\n\n- New.\n")
    before = tree(project)
    capsys.readouterr()
    assert main(same) == 1
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["G001"]
    assert tree(project) == before
    assert main(["release", str(project), "99.0.0", *NOTE, "--date", "2099-02-04"]) == 0
    assert log.read_text("utf-8").startswith("# Changelog\n\n## [99.0.0] – 2099-02-04\n\n- New.\n\n## [")
    citation = (project / "CITATION.cff").read_text("utf-8")
    assert re.findall(r"^(?:version|date-released): .*", citation, re.MULTILINE) == [
        "version: 99.0.0",
        "date-released: 2099-02-04",
    ]


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("CITATION.cff", ("\nversion: ", "\nversion: 9"), "G002"),
        ("CITATION.cff", ("\nversion: ", "\nedition: "), "G002"),
        ("scripts/teiwright/__init__.py", ("\n__version__ = ", "\nversion = "), "G002"),
        ("CHANGELOG.md", ("\n## [", "\n## [98.0.0] – 2099-03-01\n\n## ["), "G003"),
        ("CHANGELOG.md", ("\n## [", "\n## [99.1.0] – 2099-01-01\n\n## ["), "G001"),
    ],
)
def test_nothing_is_written_when_something_is_wrong(
    name: str, change: tuple[str, str], code: str, project: Path, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / name).read_text("utf-8")
    assert change[0] in text
    (project / name).write_text(text.replace(*change, 1), "utf-8")
    before = tree(project)
    assert main(["release", "--json", str(project), "99.1.0", *NOTE, "--date", "2099-02-03"]) == 1
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == [code]
    assert tree(project) == before


def test_a_place_that_is_missing_is_3_and_w001(project: Path, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "CITATION.cff").unlink()
    before = tree(project)
    assert main(["release", "--json", str(project), "99.1.0", *NOTE]) == 3
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["W001"]
    assert tree(project) == before
