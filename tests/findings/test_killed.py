"""A build that is killed or interrupted, at any moment at which it is about to change the disk, leaves every file whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from teiwright.cli import main

HERE = Path(__file__).resolve().parent
RUNNER = """
import os, runpy, sys

moment, number = int(sys.argv[1]), int(sys.argv[2])
seen = 0

def watch(event, arguments):
    global seen
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod"}:
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), number)

sys.addaudithook(watch)
sys.argv[:] = ["teiwright", *sys.argv[3:]]
runpy.run_module("teiwright", run_name="__main__")
"""
"""Runs the command line, and sends the process a signal just before it changes something on the disk for the nth time."""

Tree = dict[str, bytes]


def build(folder: Path) -> list[str]:
    """Return the arguments of a build without pages, which need no disk of their own."""
    return ["build", "--until", "validate", str(folder / "tei" / "pamphlet")]


def tree(folder: Path) -> Tree:
    """Return every file below a folder with its bytes; nothing when there is none."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcome(folder: Path) -> Tree:
    """Return the files that a build makes: the edition, and those of the build folder."""
    made = {name: data for name, data in tree(folder).items() if name.endswith("pamphlet.xml") or name.startswith("build/")}
    return {name: data for name, data in made.items() if "/." not in name}


def halves(folder: Path, old: Tree, new: Tree) -> list[str]:
    """Return the files that are missing, or are neither as they were nor as they are to be."""
    made = outcome(folder)
    return [name for name in old if made.get(name) not in (old[name], new[name])]


def change(folder: Path) -> None:
    """Change the source, so that a new build gives something else."""
    source = folder / "tei" / "pamphlet" / "source.txt"
    source.write_text(source.read_text("utf-8").replace("nearly two", "nearly three"), "utf-8")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the base, built, with a source that was changed since."""
    folder = tmp_path_factory.mktemp("old") / "base"
    shutil.copytree(HERE / "base", folder)
    assert main(build(folder)) == 0
    change(folder)
    return folder


@pytest.fixture(scope="module")
def new(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Return what the next build makes."""
    folder = tmp_path_factory.mktemp("new") / "base"
    shutil.copytree(old, folder)
    assert main(build(folder)) == 0
    assert outcome(folder) != outcome(old)
    return outcome(folder)


def stopped(old: Path, tmp_path: Path, number: int) -> Iterator[tuple[Path, int, str]]:
    """Yield, for each moment at which the signal arrives, the folder, the exit status and what was said."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    for moment in range(1, 100):
        folder = tmp_path / str(moment)
        shutil.copytree(old, folder)
        command = [sys.executable, "-c", RUNNER, str(moment), str(number), *build(folder)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            assert moment > 5, "there were hardly any moments at which to stop it"
            return
        yield folder, done.returncode, done.stderr
    pytest.fail("the build never came to its end")


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_succeeds(old: Path, new: Tree, tmp_path: Path) -> None:
    broken = []
    for folder, status, _ in stopped(old, tmp_path, signal.SIGKILL):
        assert status == -signal.SIGKILL
        broken += [f"moment {folder.name}: {name} is missing or not whole" for name in halves(folder, outcome(old), new)]
        assert main(build(folder)) == 0
        assert outcome(folder) == new
    assert not broken, "\n".join(broken)


@pytest.mark.slow
def test_interrupted_at_any_moment_it_says_130_and_leaves_nothing_half_written(old: Path, new: Tree, tmp_path: Path) -> None:
    broken = []
    for folder, status, said in stopped(old, tmp_path, signal.SIGINT):
        assert (status, "Traceback" in said) == (130, False), said
        broken += [f"moment {folder.name}: {name} is missing or not whole" for name in halves(folder, outcome(old), new)]
        if "nothing was written" in said and outcome(folder) != outcome(old):
            broken.append(f"moment {folder.name}: something was written, but it says that nothing was")
        aside = [path.name for path in folder.rglob(".*")]
        if aside:
            broken.append(f"moment {folder.name}: {', '.join(aside)} left behind")
    assert not broken, "\n".join(broken)
