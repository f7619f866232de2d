"""Every code of the catalogue: what its user is told, and that nothing is written where something is wrong.

A folder `CODE/case/` holds the files in which an edition differs from the sound one in `base/`, and `expected.json`:
`findings`, what is to be found, in order, `message` and `help` being fragments (no `line` where the file is generated);
`changes`, words to be replaced, each of
which must stand once in its file (no `new` deletes the file, no `old` makes it); `command`, where it is not a build.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from teiwright.cli import main
from teiwright.findings import CATALOGUE, Severity

HERE = Path(__file__).resolve().parent
CASES = sorted(path.parent for path in HERE.glob("[A-Z]*/*/expected.json"))
BUILD = ["build", "--until", "validate"]
WRITTEN = {
    "tei/pamphlet/pamphlet.xml",
    "build/pamphlet/clean.txt",
    "build/pamphlet/clean.tsv",
    "build/pamphlet/claims.jsonl",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the base with its edition and build folder."""
    folder = tmp_path_factory.mktemp("base") / "base"
    shutil.copytree(HERE / "base", folder)
    assert main([*BUILD, str(folder / "tei" / "pamphlet")]) == 0
    return folder


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the built base."""
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


def lay(case: Path, changes: list[dict[str, str]], folder: Path) -> None:
    """Lay the files of a case over a copy of the base, and change what it changes."""
    for file in sorted(case.iterdir()):
        if file.name != "expected.json":
            shutil.copyfile(file, _place(folder, file.name))
    for change in changes:
        file = _place(folder, change["file"])
        if "new" not in change:
            file.unlink()
        elif "old" in change:
            text = file.read_text("utf-8")
            assert text.count(change["old"]) == 1, f"“{change['old']}” stands {text.count(change['old'])} times"
            file.write_text(text.replace(change["old"], change["new"]), "utf-8", newline="")
        else:
            shutil.rmtree(file, ignore_errors=True)
            file.parent.mkdir(exist_ok=True)
            file.write_text(change["new"], "utf-8", newline="")


def _place(folder: Path, name: str) -> Path:
    """Where a file of a case belongs: with the edition, unless it is an authority file or its path says else."""
    return folder / ("tei/authority" if name == "persons.xml" else "tei/pamphlet") / name


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fits(finding: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a finding has the code, file and line that are wanted, and the fragments of message and help."""
    same = all(finding[name] == wanted.get(name, finding[name]) for name in ("code", "file", "line"))
    return same and all(wanted[name] in finding[name] for name in ("message", "help"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_is_told_as_expected_and_writes_nothing_if_it_is_an_error(
    case: Path, copy: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    lay(case, expected.get("changes", []), copy)
    before = tree(copy)

    status = main([*expected.get("command", BUILD), "--json", str(copy / "tei" / "pamphlet")])

    said = capfd.readouterr()
    findings = [{**found, "file": found["file"].replace(str(copy), "")} for found in json.loads(said.out)["findings"]]
    told = json.dumps(findings[:5], ensure_ascii=False, indent=1)
    assert [found["code"] for found in findings[:20]] == [wanted["code"] for wanted in expected["findings"]], told
    assert all(map(fits, findings, expected["findings"])), told
    assert all(found["message"] and found["help"] for found in findings), told
    assert case.parent.name in {finding["code"] for finding in findings}
    assert said.err == ""
    wrong = [code for finding in findings if CATALOGUE[code := finding["code"]][0] is Severity.ERROR]
    assert status == (3 if wrong and wrong[0].startswith("W") else bool(wrong))
    after = tree(copy)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert changed <= (set() if wrong else WRITTEN)
    assert not list(copy.rglob(".*"))


def test_the_base_is_sound(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*BUILD, "--json", str(built / "tei" / "pamphlet")]) == 0
    assert json.loads(capfd.readouterr().out)["findings"] == []


def test_every_code_has_a_case_and_every_folder_is_a_code() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir()} - {"base", "__pycache__"}
    assert folders == set(CATALOGUE)
    assert {case.parent.name for case in CASES} == set(CATALOGUE)
