"""What other people's CI calls: the script of action.yml, run here as GitHub would run it; and the pre-commit hook."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest

from teiwright.arguments import parser
from teiwright.cli import VERBS


def script(root: Path) -> str:
    """Return the shell script of the action."""
    return textwrap.dedent((root / "action.yml").read_text("utf-8").partition("      run: |\n")[2])


def inputs(root: Path) -> dict[str, str]:
    """Return the environment variables that the action sets, with the defaults of its inputs."""
    text = (root / "action.yml").read_text("utf-8")
    defaults = dict(re.findall(r"^  ([a-z-]+):\n    description: .*\n    default: \"?([^\n\"]*)\"?$", text, re.MULTILINE))
    variables = re.findall(r"^        ([A-Z_]+): \$\{\{ .*?inputs\.([a-z-]+) \}\}$", text, re.MULTILINE)
    return {name: defaults[of] for name, of in variables}


@pytest.fixture
def checkout(root: Path, tmp_path: Path) -> Path:
    """Return a git checkout of somebody else, with two documents, one committed and one that came later."""
    book = (root / "tests" / "schema" / "base.xml").read_text("utf-8")
    git(tmp_path, "init")
    for name in ("old", "new"):
        (tmp_path / f"{name} book.xml").write_text(book.replace('xml:id="base"', f'xml:id="{name}"'), "utf-8")
        if name == "old":
            git(tmp_path, "add", ".")
            git(tmp_path, "commit", "-m", "old")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


def run(root: Path, checkout: Path, **given: str) -> tuple[int, str, str]:
    """Run the action's script and return its status, what it printed, and the summary of the job."""
    summary = checkout / "summary.md"
    environment = {**os.environ, **inputs(root), "GITHUB_STEP_SUMMARY": str(summary), "ACTION": str(root), **given}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script(root)]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr, summary.read_text("utf-8") if summary.exists() else ""


def damage(checkout: Path, name: str) -> None:
    file = checkout / f"{name} book.xml"
    file.write_text(file.read_text("utf-8").replace('ref="#leeds"', 'ref="#leads"'), "utf-8")


@pytest.mark.slow
def test_a_sound_checkout_passes(root: Path, checkout: Path) -> None:
    status, said, summary = run(root, checkout)
    assert (status, said) == (0, "2 documents: nothing to report\n")
    assert summary.startswith("## 2 documents: nothing to report")


@pytest.mark.slow
def test_a_fault_is_an_annotation_and_a_row_of_the_summary(root: Path, checkout: Path) -> None:
    damage(checkout, "new")
    status, said, summary = run(root, checkout, SARIF="out.sarif", HTML="out.html")
    assert status == 1
    assert re.search(
        r"^::error file=new book\.xml,line=\d+,col=\d+,.*title=V201.*::Nothing has the identifier", said, re.MULTILINE
    )
    assert "| V201 |" in summary
    assert (checkout / "out.sarif").exists()
    assert (checkout / "out.html").exists()


@pytest.mark.slow
def test_only_changed_documents_are_checked_and_compared_with_all(root: Path, checkout: Path) -> None:
    damage(checkout, "old")
    git(checkout, "add", "old book.xml")
    git(checkout, "commit", "-m", "damaged")
    assert run(root, checkout, CHANGED_ONLY="true", BASE="HEAD")[:2] == (0, "1 document: nothing to report\n")
    new = checkout / "new book.xml"
    new.write_text(new.read_text("utf-8").replace('xml:id="new"', 'xml:id="old"'), "utf-8")
    status, said, _ = run(root, checkout, CHANGED_ONLY="true", BASE="HEAD", CORPUS=".")
    assert status == 1
    assert "V008" in said


@pytest.mark.slow
def test_warn_only_never_fails_and_inputs_are_no_commands(root: Path, checkout: Path) -> None:
    damage(checkout, "new")
    status, said, _ = run(root, checkout, FAIL="never", PATHS="old book.xml\nnew book.xml\n")
    assert (status, "V201" in said) == (0, True)
    status, said, _ = run(root, checkout, PATHS="$(touch injected); touch injected\n--help")
    assert status == 3
    assert not (checkout / "injected").exists()


def test_the_expression_for_warn_only_is_the_one_that_is_tested(root: Path) -> None:
    assert "FAIL: ${{ inputs.warn-only == 'true' && 'never' || inputs.fail }}" in (root / "action.yml").read_text("utf-8")


def test_the_hook_calls_a_verb_that_there_is(root: Path) -> None:
    hook = (root / ".pre-commit-hooks.yaml").read_text("utf-8")
    command = re.search(r"^  entry: teiwright (.*)$", hook, re.MULTILINE)
    assert command
    options = parser(VERBS)
    assert options.parse_args([*command[1].split(), "a.xml"]).paths == ["a.xml"]
    pattern = re.search(r"files: '(.*)'", hook)
    passed_over = re.search(r"exclude: '(.*)'", hook)
    assert pattern
    assert passed_over
    taken = [
        path
        for path in ("tei/a/a.xml", "tei/a/header.xml", "tei/authority/persons.xml", "a.xml")
        if re.search(pattern[1], path)
    ]
    assert [path for path in taken if not re.search(passed_over[1], path)] == ["tei/a/a.xml", "tei/authority/persons.xml"]


def test_bash_is_there_for_these_tests() -> None:
    assert shutil.which("bash")
