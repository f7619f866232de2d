"""Which documents a command line means."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from teiwright.findings import Refused
from teiwright.gathering import changed, gathered

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>'


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, made the current one, with documents and with files that are none."""
    for name, text in {
        "a.xml": TEI,
        "deep/b.xml": f'<?xml version="1.0"?>\n<!-- <TEI> --><?xml-model href="x"?>\n{TEI}',
        "deep/c.xml": '<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><unclosed>',
        "deep/bom.xml": "\ufeff" + TEI,
        "deep/doctype.xml": f"<!DOCTYPE TEI [<!ENTITY e 'x'>]>{TEI}",
        "deep/decisions.xml": '<decisions xmlns="urn:teiwright:decisions"/>',
        "deep/header.xml": '<teiHeader xmlns="http://www.tei-c.org/ns/1.0"/>',
        "deep/comment.xml": "<!-- <TEI> --><other/>",
        "deep/notes.txt": TEI,
        ".hidden/d.xml": TEI,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*wanted: str) -> list[str]:
    return [str(path) for path in gathered(wanted)]


def test_of_a_folder_every_tei_document_is_taken_and_nothing_else(shelf: Path) -> None:
    assert names(".") == ["a.xml", "deep/b.xml", "deep/bom.xml", "deep/c.xml", "deep/doctype.xml"]


def test_a_file_is_taken_whatever_it_is(shelf: Path) -> None:
    assert names("deep/header.xml", "deep/notes.txt") == ["deep/header.xml", "deep/notes.txt"]


def test_globs_are_understood_and_each_document_is_taken_once(shelf: Path) -> None:
    assert names("**/[ab].xml", "a.xml", "deep/b.xml") == ["a.xml", "deep/b.xml"]


@pytest.mark.parametrize("wanted", ["nowhere", "nowhere/*.xml", ".hidden/e.xml"])
def test_what_is_not_there_is_told(wanted: str, shelf: Path) -> None:
    with pytest.raises(Refused, match="W001 no such file or folder"):
        gathered([wanted])


def test_a_folder_without_a_document_is_told(shelf: Path) -> None:
    (shelf / "empty").mkdir()
    with pytest.raises(Refused, match="W001 there is no TEI document"):
        gathered(["empty"])


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main", *arguments]
    subprocess.run(command, check=True, capture_output=True)


def test_only_what_has_changed_since_a_revision_is_taken(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    assert changed(gathered(["."]), "HEAD") == []
    (shelf / "a.xml").write_text(TEI + "\n", "utf-8")
    (shelf / "new.xml").write_text(TEI, "utf-8")
    assert changed(gathered(["."]), "HEAD") == [Path("a.xml"), Path("new.xml")]
    git("add", ".")
    git("commit", "-m", "second")
    (shelf / "deep" / "b.xml").unlink()
    assert changed(gathered(["."]), "HEAD~1") == [Path("a.xml"), Path("new.xml")]
    monkeypatch.chdir(shelf / "deep")
    assert changed(gathered([".."]), "HEAD~1") == [Path("../a.xml"), Path("../new.xml")]


@pytest.mark.parametrize("revision", ["nothing", "--output=x"])
def test_a_revision_that_git_does_not_know_is_told(revision: str, shelf: Path) -> None:
    git("init")
    with pytest.raises(Refused, match="W001 git cannot tell what has changed"):
        changed(gathered(["."]), revision)
    assert not (shelf / "x").exists()
