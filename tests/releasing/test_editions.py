"""An edition is released: all that states its version says the same, and nothing is written when anything is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.cli import main

Tree = Callable[[Path], dict[str, bytes]]
N = {"t": "http://www.tei-c.org/ns/1.0"}
NOTES = ["--note", "Notes <added> & “more”", "--note", "All read again"]


def told(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_the_version_that_stands_is_released_first_and_then_a_higher_one(
    edition: Path, capsys: pytest.CaptureFixture[str], tree: Tree
) -> None:
    for version, day in (("1.0.0", "2026-12-01"), ("1.1.0", "2027-03-04")):
        assert main(["release", "--json", str(edition), version, *NOTES, "--date", day]) == 0
        said = told(capsys)
        assert said["findings"] == []
        for name in ("header.xml", "pamphlet.xml"):
            root = etree.parse(edition / name).getroot()
            assert root.xpath("string(//t:editionStmt/t:edition/@n)", namespaces=N) == version
            assert root.xpath("string(//t:editionStmt/t:edition/t:date/@when)", namespaces=N) == day
            assert root.xpath("string(//t:publicationStmt/t:date)", namespaces=N) == day[:4]
            newest = root.xpath("//t:revisionDesc/t:change", namespaces=N)[0]
            assert dict(newest.attrib) == {"when": day, "who": "#editors", "n": version}
            assert newest.text == "Notes <added> & “more”. All read again."
        log = (edition / "CHANGELOG.md").read_text("utf-8")
        assert f"\n\n## [{version}] – {day}\n\n- Notes \\<added> & “more”\n- All read again\n" in log
        written = {Path(path).resolve() for path in said["written"]}
        assert {edition / name for name in ("header.xml", "CHANGELOG.md", "pamphlet.xml")} < written
        assert log.index("## [") == log.index(f"## [{version}]"), "the newest is first"
    assert main(["validate", str(edition)]) == 0
    before = tree(edition.parents[1])
    assert main(["build", str(edition)]) == 0
    assert tree(edition.parents[1]) == before, "a release leaves what a build makes"


@pytest.mark.parametrize("version", ["1.0.0", "1.0.0+second", "1.0.0-rc.1", "0.9.9"])
def test_a_second_release_of_a_version_is_refused_with_one_finding(
    version: str, edition: Path, capsys: pytest.CaptureFixture[str], tree: Tree
) -> None:
    assert main(["release", str(edition), "1.0.0", *NOTES, "--date", "2026-12-01"]) == 0
    before = tree(edition.parents[1])
    capsys.readouterr()
    assert main(["release", "--json", str(edition), version, *NOTES, "--date", "2026-12-01"]) == 1
    assert [finding["code"] for finding in told(capsys)["findings"]] == ["G001"]
    assert tree(edition.parents[1]) == before


def test_nothing_is_written_when_the_edition_does_not_build(
    edition: Path, capsys: pytest.CaptureFixture[str], tree: Tree
) -> None:
    source = edition / "source.txt"
    source.write_text(source.read_text("utf-8").replace("2 The letter is in private hands.\n", ""), "utf-8")
    before = tree(edition.parents[1])
    assert main(["release", "--json", str(edition), "1.0.0", *NOTES, "--date", "2026-12-01"]) == 1
    said = told(capsys)
    assert "L005" in {finding["code"] for finding in said["findings"]}
    assert said["written"] == []
    assert tree(edition.parents[1]) == before


def test_nothing_is_written_when_one_file_cannot_be(edition: Path, capsys: pytest.CaptureFixture[str], tree: Tree) -> None:
    (edition / "pamphlet.xml").mkdir()
    before = tree(edition.parents[1])
    assert main(["release", "--json", str(edition), "1.0.0", *NOTES, "--date", "2026-12-01"]) == 3
    assert [finding["code"] for finding in told(capsys)["findings"]] == ["W002"]
    assert tree(edition.parents[1]) == before


def test_a_changelog_that_is_no_utf_8_stays_as_it_is(edition: Path) -> None:
    log = edition / "CHANGELOG.md"
    log.write_bytes(b"# \xc4nderungen\r\n\r\n## 0.0.1 - 2026-01-01\r\n")
    assert main(["release", str(edition), "1.0.0", "--note", "Neu.", "--date", "2026-12-01"]) == 0
    assert (
        log.read_bytes() == b"# \xc4nderungen\r\n\r\n## [1.0.0] - 2026-12-01\r\n\r\n- Neu.\r\n\r\n## 0.0.1 - 2026-01-01\r\n"
    )


def test_a_release_is_dated_today_if_no_day_is_given(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = edition / "header.xml"
    header.write_text(header.read_text("utf-8").replace("2026-11-23", "9999-12-31"), "utf-8")
    assert main(["release", "--json", str(edition), "1.0.0", "--note", "New."]) == 1
    assert [finding["code"] for finding in told(capsys)["findings"]] == ["G003"]


def test_the_same_release_has_the_same_bytes(edition: Path, tmp_path: Path, tree: Tree) -> None:
    other = tmp_path / "other" / "tei" / "pamphlet"
    for name, data in tree(edition.parents[1]).items():
        path = other.parents[1] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for folder in (edition, other):
        assert main(["release", str(folder), "1.0.0", *NOTES, "--date", "2026-12-01"]) == 0
    assert tree(edition.parents[1]) == tree(other.parents[1])


def test_what_is_neither_an_edition_nor_the_project_is_3_and_w001(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "--json", str(tmp_path), "1.0.0", "--note", "New."]) == 3
    assert [finding["code"] for finding in told(capsys)["findings"]] == ["W001"]
    assert not list(tmp_path.iterdir())
