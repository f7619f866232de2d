"""The verb `deposit`: a folder, a ZIP file, its checksum, perhaps a version of an OCFL object; all of it or nothing."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from teiwright.cli import main
from teiwright.findings import Refused
from teiwright.workspace import write_folder

MADE = ["deposit", "pamphlet-1.0.0.zip", "pamphlet-1.0.0.zip.sha256"]


def tree(folder: Path) -> Mapping[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_the_bag_as_a_folder_and_as_a_zip_file(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = edition.parents[1] / "build" / "pamphlet"
    assert main(["deposit", str(edition), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [Path(path).name for path in told["written"]] == MADE
    with ZipFile(out / MADE[1]) as archive:
        packed = {name.removeprefix("pamphlet-1.0.0/"): archive.read(name) for name in archive.namelist()}
    assert packed == tree(out / "deposit")
    digest = sha256((out / MADE[1]).read_bytes()).hexdigest()
    assert (out / MADE[2]).read_text() == f"{digest}  {MADE[1]}\n"
    assert not list(out.glob(".*"))


def test_a_second_package_takes_the_place_of_the_first(edition: Path, tmp_path: Path) -> None:
    assert main(["deposit", str(edition), "--out", str(tmp_path / "out")]) == 0
    first = tree(tmp_path / "out")
    (tmp_path / "out" / "deposit" / "data" / "stray.txt").write_text("not of the package")
    shutil.rmtree(tmp_path / "out" / "deposit" / "data" / "xslt")
    assert main(["deposit", str(edition), "--out", str(tmp_path / "out")]) == 0
    assert tree(tmp_path / "out") == first


def test_an_object_gets_a_version_once(edition: Path, tmp_path: Path) -> None:
    command = ["deposit", str(edition), "--ocfl", str(tmp_path / "object")]
    assert main(command) == 0
    first = tree(tmp_path / "object")
    assert main(command) == 0
    assert tree(tmp_path / "object") == first
    assert set(json.loads(first["inventory.json"])["versions"]) == {"v1"}
    payload = edition.parents[1] / "build" / "pamphlet" / "deposit" / "data"
    assert first["v1/content/tei/pamphlet/source.txt"] == (payload / "tei" / "pamphlet" / "source.txt").read_bytes()


def test_where_something_is_wrong_the_old_package_stays(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deposit", str(edition)]) == 0
    build = edition.parents[1] / "build"
    before = tree(build)
    tei = edition / "pamphlet.xml"
    tei.write_text(tei.read_text("utf-8").replace("The miller did not", "The miller did"), "utf-8")
    capsys.readouterr()
    assert main(["deposit", str(edition)]) == 1
    assert "error: B002 the edition is not what its files make\n    help: build it" in capsys.readouterr().err
    assert tree(build) == before


def test_a_folder_that_cannot_be_written_keeps_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "there" / "bag"
    write_folder(folder, {"a/b.txt": b"old"})
    with pytest.raises(Refused, match="W002"):
        write_folder(folder, {"a": b"a file", "a/b.txt": b"beneath a file"})
    assert tree(tmp_path) == {"there/bag/a/b.txt": b"old"}


def test_a_further_form_is_put_in_and_told(edition: Path, tmp_path: Path) -> None:
    assert main(["deposit", str(edition), "--out", str(tmp_path), "--also", "tokens", "--also", "html"]) == 0
    data = tmp_path / "deposit" / "data"
    assert (data / "derivatives" / "pamphlet.conllu").is_file()
    assert "-m teiwright deposit tei/pamphlet --also tokens " in (data / "README.md").read_text("utf-8")


def test_a_further_form_that_cannot_be_made_is_r002(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    before = tree(edition.parents[1])
    assert main(["deposit", str(edition), "--also", "pdf"]) == 1
    assert "error: R002" in capsys.readouterr().err
    assert tree(edition.parents[1]) == before
