"""Every code of the catalogue: what its user is told, and that nothing is written where something is wrong.

A folder `CODE/case/` holds the files in which an edition differs from the sound one in `base/`, and `expected.json`:
`findings`, what is to be found, in order, `message` and `help` being fragments (no `line` where the file is generated, `at`,
an XPath, for an element of a document); `changes`, words to be replaced, each of which must stand once in its file (no
`new` deletes the file, no `old` makes it); `command`, where it is not a build (`{folder}` is where the document lies), and
`after`, its arguments after the edition;
`without`, the modules that are as if they were not installed.
Where the changes are in `book.xml` it is the document `tests/schema/base.xml` that is validated, where they are in
`teiwright.odd` it is the ODD that is compiled.

What the essays in `docs/codes` show as failing and passing stands, word for word, in the files of these cases.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.cli import main
from teiwright.findings import CATALOGUE, Severity
from teiwright.model.authority import AUTHORITIES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CASES = sorted(path.parent for path in HERE.glob("[A-Z]*/*/expected.json"))
BUILD = ["build", "--until", "validate"]
WRITTEN = {
    "tei/pamphlet/pamphlet.xml",
    "build/pamphlet/clean.txt",
    "build/pamphlet/clean.tsv",
    "build/pamphlet/claims.jsonl",
    "build/pamphlet/unexplained.tsv",
}
ALONE = {
    "book.xml": ("tests/schema/base.xml", ["validate", "--report", "note"]),
    "teiwright.odd": ("schema/teiwright.odd", ["schema"]),
}
"""Cases about a file that is no edition: what they are made from, and the command that is run on it."""

AUTHORITY = {name for name, _, _ in AUTHORITIES.values()}
SECTIONS = ["What it says", "Why it matters", "Example", "How to mend it", "How to overrule it"]
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}


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


def lay(case: Path, expected: dict[str, Any], folder: Path) -> Path:
    """Lay the files of a case over a copy of the base, change what it changes, and return what the command is run on."""
    changes = expected.get("changes", [])
    alone = next((name for name in ALONE if name in {change["file"] for change in changes}), "")
    if alone:
        (folder / "alone").mkdir()
        shutil.copyfile(ROOT / ALONE[alone][0], folder / "alone" / alone)

    def place(name: str) -> Path:
        if alone:
            return folder / "alone" / name
        return folder / ("tei/authority" if name in AUTHORITY else "tei/pamphlet") / name

    for file in sorted(case.iterdir()):
        if file.name != "expected.json":
            shutil.copyfile(file, place(file.name))
    for change in changes:
        _change(place(change["file"]), change)
    return folder / "alone" / alone if alone else folder / "tei" / "pamphlet"


def _change(file: Path, change: dict[str, str]) -> None:
    if "new" not in change:
        file.unlink()
    elif "old" in change:
        text = file.read_text("utf-8")
        count = text.count(change["old"])
        assert count == 1 or (count and file.name in ALONE), f"“{change['old']}” stands {count} times"
        file.write_text(text.replace(change["old"], change["new"], 1), "utf-8", newline="")
    else:
        shutil.rmtree(file, ignore_errors=True)
        file.parent.mkdir(exist_ok=True)
        file.write_text(change["new"], "utf-8", newline="")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fits(finding: dict[str, Any], wanted: dict[str, Any], subject: Path) -> bool:
    """Whether a finding has the code, file and line that are wanted, and the fragments of message and help."""
    if "at" in wanted:
        element = etree.parse(subject).xpath(wanted["at"], namespaces=NAMESPACES)[0]
        wanted = {**wanted, "line": element.sourceline}
    same = all(finding[name] == wanted.get(name, finding[name]) for name in ("code", "file", "line"))
    return same and all(wanted.get(name, "") in finding[name] for name in ("message", "help"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_is_told_as_expected_and_writes_nothing_if_it_is_an_error(
    case: Path, copy: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    for module in expected.get("without", []):
        monkeypatch.setitem(sys.modules, module, None)
    subject = lay(case, expected, copy)
    before = tree(copy)
    command = expected.get("command", ALONE[subject.name][1] if subject.name in ALONE else BUILD)

    command = [part.replace("{folder}", str(subject.parent)) for part in command]

    status = main([*command, "--json", str(subject), *expected.get("after", [])])

    said = capfd.readouterr()
    findings = [{**found, "file": found["file"].replace(str(copy), "")} for found in json.loads(said.out)["findings"]]
    told = json.dumps(findings[:5], ensure_ascii=False, indent=1)
    assert [found["code"] for found in findings[:20]] == [wanted["code"] for wanted in expected["findings"]], told
    assert all(fits(found, wanted, subject) for found, wanted in zip(findings, expected["findings"], strict=False)), told
    assert all(found["message"] and found["help"] for found in findings), told
    assert (case.parent.name in {finding["code"] for finding in findings}) != case.name.startswith("passes")
    assert said.err == ""
    wrong = [code for finding in findings if CATALOGUE[code := finding["code"]][0] is Severity.ERROR]
    assert status == (3 if wrong and wrong[0].startswith("W") else bool(wrong))
    after = tree(copy)
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    made = {name for name in changed if subject.name == "teiwright.odd"}
    assert changed <= (set() if wrong else WRITTEN | made)
    assert not list(copy.rglob(".*"))


def test_the_base_is_sound(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*BUILD, "--json", str(built / "tei" / "pamphlet")]) == 0
    assert json.loads(capfd.readouterr().out)["findings"] == []


def test_every_code_has_a_failing_case_and_every_folder_is_a_code() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir()} - {"base", "__pycache__"}
    assert folders == set(CATALOGUE)
    assert {case.parent.name for case in CASES if not case.name.startswith("passes")} == set(CATALOGUE)


def test_every_code_has_an_essay_and_every_essay_is_of_a_code() -> None:
    assert {path.stem for path in (ROOT / "docs" / "codes").glob("*.md")} - {"README"} == set(CATALOGUE)


def test_every_code_that_is_told_is_of_the_catalogue_and_every_code_is_told() -> None:
    told: set[str] = set()
    for path in [*ROOT.glob("scripts/**/*.py"), *ROOT.glob("xslt/**/*.xsl"), ROOT / "schema" / "teiwright.sch"]:
        if path.name != "codes.py":
            text = re.sub(r"# noqa: .*", "", path.read_text("utf-8"))
            told |= set(re.findall(r"(?<![\w-])[A-Z]\d{3}(?![\w-])", text))
    assert told == set(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_essay_has_the_title_of_its_code_and_every_section(code: str) -> None:
    essay = (ROOT / "docs" / "codes" / f"{code}.md").read_text("utf-8")
    assert essay.splitlines()[0] == f"# {code} {CATALOGUE[code][1]}"
    sections = re.findall(r"^## ([^\n]+)\n\n(.+?)(?=^## |\Z)", essay, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in sections] == SECTIONS
    assert all(len(words.split()) >= 5 for _, words in sections)


@pytest.mark.parametrize("code", CATALOGUE)
def test_what_an_essay_shows_stands_in_its_cases(code: str, built: Path, tmp_path: Path) -> None:
    essay = (ROOT / "docs" / "codes" / f"{code}.md").read_text("utf-8")
    shown = re.findall(r"^(Fails|Passes):\n\n```(\w+)\n(.*?)^```$", essay, re.MULTILINE | re.DOTALL)
    assert [verdict for verdict, _, _ in shown] == ["Fails", "Passes"]
    sound = [*(HERE / "base").rglob("*.*"), built / "tei" / "pamphlet" / "pamphlet.xml"]
    sound += [ROOT / made_from for made_from, _ in ALONE.values()]
    files = {"Fails": [*_laid(code, "", built, tmp_path)], "Passes": [*sound, *_laid(code, "passes", built, tmp_path)]}
    for verdict, language, words in shown:
        if language == "console":  # what is shown is no file
            assert code[0] in "BCGWV" or code == "R002"
            continue
        pieces = [" ".join(piece.split()) for piece in words.split("…")]
        assert any(_in_order(pieces, file) for file in files[verdict]), f"{verdict}: {pieces}"
        assert verdict == "Passes" or not any(_in_order(pieces, file) for file in sound), f"fails and is sound: {pieces}"


def _laid(code: str, kind: str, built: Path, tmp_path: Path) -> Iterator[Path]:
    """Lay every failing or passing case of a code and yield the files that it consists of."""
    for case in CASES:
        if case.parent.name == code and case.name.startswith("passes") == bool(kind):
            folder = tmp_path / case.name
            shutil.copytree(built, folder)
            lay(case, json.loads((case / "expected.json").read_text("utf-8")), folder)
            yield from folder.rglob("*.*")


def _in_order(pieces: list[str], file: Path) -> bool:
    """Whether a file has these pieces one after the other, whatever its white space."""
    text = " ".join(file.read_text("utf-8", "replace").split()) if file.is_file() else ""
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
