"""The verb `build`: what it writes, where, and that it is the same every time."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from teiwright import ROOMS
from teiwright.cli import main

READABLE = {"build/pamphlet/clean.txt", "build/pamphlet/clean.tsv", "build/pamphlet/claims.jsonl"}
LISTED = READABLE | {"build/pamphlet/unexplained.tsv"}
EDITION = {"tei/pamphlet/pamphlet.xml"}
PAGES = {"build/pamphlet/pamphlet.html", "build/pamphlet/pamphlet.txt"}
WRITTEN = {
    "capture": set[str](),
    "layout": set[str](),
    "structure": READABLE,
    "annotate": LISTED,
    "encode": LISTED | EDITION,
    "validate": LISTED | EDITION,
    "render": LISTED | EDITION | PAGES,
}


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("room", ROOMS)
def test_until_a_room_writes_what_is_made_so_far_and_nothing_else(
    room: str, fresh: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh.parents[1]
    before = tree(folder)
    assert main(["build", "--until", room, "--json", str(fresh)]) == 0
    after = tree(folder)
    assert {name for name in after if after[name] != before.get(name)} == WRITTEN[room]
    assert before.items() <= after.items()
    told = json.loads(capsys.readouterr().out)
    assert {str(Path(name).resolve().relative_to(folder.resolve())) for name in told["written"]} == WRITTEN[room]


def test_it_writes_where_out_says(fresh: Path, tmp_path: Path) -> None:
    assert main(["build", "--until", "structure", "--out", str(tmp_path / "a" / "b"), str(fresh)]) == 0
    assert sorted(tree(tmp_path / "a" / "b")) == ["claims.jsonl", "clean.tsv", "clean.txt"]
    assert not (fresh.parents[1] / "build").exists()


def test_out_spares_a_folder_that_holds_other_things(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("ten years of work")
    main(["build", "--until", "structure", "--out", str(tmp_path / "mine"), str(fresh)])
    assert (tmp_path / "mine" / "thesis.txt").exists()


@pytest.mark.parametrize("out", [".", "..", "../.."])
def test_out_spares_the_edition_itself(out: str, fresh: Path) -> None:
    before = tree(fresh.parents[1])
    main(["build", "--until", "structure", "--out", str(fresh / out), str(fresh)])
    assert before.items() <= tree(fresh.parents[1]).items()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
@pytest.mark.parametrize("places", [["tei/pamphlet"], ["build", "build/pamphlet"]], ids=["edition", "build"])
def test_a_read_only_folder_is_3_and_nothing_is_written(
    places: list[str], edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = edition.parents[1]
    source = edition / "source.txt"
    source.write_text(source.read_text("utf-8").replace("nearly two", "nearly three"), "utf-8")
    before = tree(folder)
    for place in places:
        (folder / place).chmod(0o555)
    try:
        status = main(["build", "--json", str(edition)])
    finally:
        for place in places:
            (folder / place).chmod(0o755)
    assert status == 3
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["W002"]
    assert tree(folder) == before


def test_the_mode_of_what_is_written_lets_everybody_read(edition: Path) -> None:
    for path in (edition / "pamphlet.xml", *(edition.parents[1] / "build" / "pamphlet").iterdir()):
        assert path.stat().st_mode & 0o777 == 0o644, path.name


def test_what_is_told_is_one_json_object(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", "--json", str(fresh)])
    said = capsys.readouterr()
    told: dict[str, Any] = json.loads(said.out)
    assert (told["pages"], told["notes"], told["findings"], said.err) == (6, 2, [], "")


def test_a_plain_report_in_a_pipe_has_no_control_characters(fresh: Path, run: Callable[..., Any]) -> None:
    source = fresh / "source.txt"
    source.write_text(source.read_text("utf-8").replace("meadow”", "meadow"), "utf-8")
    done = run("build", fresh)
    assert done.returncode == 1
    said = (done.stdout + done.stderr).decode("utf-8")
    assert "source.txt:22: error: A001" in said
    assert not {sign for sign in said if sign != "\n" and not sign.isprintable()}


def test_json_is_utf_8_whatever_the_terminal_takes(fresh: Path, run: Callable[..., Any]) -> None:
    source = fresh / "source.txt"
    source.write_text(source.read_text("utf-8").replace("meadow”", "meadow"), "utf-8")
    done = run("build", "--json", fresh, env={"PYTHONIOENCODING": "latin-1"})
    assert "Traceback" not in done.stderr.decode("utf-8")
    assert "“" in json.loads(done.stdout.decode("utf-8"))["findings"][0]["message"]


def test_the_same_bytes_whatever_the_hash_seed_language_clock_and_folder(
    root: Path, tmp_path: Path, run: Callable[..., Any]
) -> None:
    surroundings = (
        (tmp_path, {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}),
        (
            tmp_path / "b" / "tei",
            {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Anchorage", "LANG": "de_DE"},
        ),
    )
    trees = []
    for name, (cwd, env) in zip("ab", surroundings, strict=True):
        shutil.copytree(root / "tests" / "findings" / "base", tmp_path / name)
        done = run("build", os.path.relpath(tmp_path / name / "tei" / "pamphlet", cwd), cwd=cwd, env=env)
        assert done.returncode == 0, done.stderr.decode()
        trees.append(tree(tmp_path / name))
    assert sorted(trees[0]) == sorted(trees[1])
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def test_a_second_build_changes_nothing(edition: Path) -> None:
    before = tree(edition.parents[1])
    assert main(["build", str(edition)]) == 0
    assert tree(edition.parents[1]) == before


def test_it_may_be_started_in_the_edition_s_own_folder(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(fresh)
    assert main(["build", "--until", "encode", "."]) == 0
    assert (fresh / "pamphlet.xml").is_file()
    assert (fresh.parents[1] / "build" / "pamphlet" / "clean.txt").is_file()
