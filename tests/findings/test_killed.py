"""A build that is killed or interrupted, at any moment at which it is about to change the disk, leaves every file whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from teiwright.cli import main

from .moments import Moments, signal_at

HERE = Path(__file__).resolve().parent
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


@pytest.fixture(scope="module")
def moments() -> Moments:
    """Return what waits for the moments at which a build is about to change the disk."""
    return Moments()


@pytest.fixture(scope="module")
def pictures(old: Path, moments: Moments, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return what is on the disk at each moment of the next build: what a process leaves that is killed then."""
    taken = tmp_path_factory.mktemp("pictures")
    shutil.copytree(old, folder := taken / "base")
    with moments.at_each(lambda seen: shutil.copytree(folder, taken / str(seen))):
        assert main(build(folder)) == 0
    shutil.rmtree(folder)
    found = sorted(taken.iterdir(), key=lambda one: int(one.name))
    assert len(found) > 5, "there were hardly any moments"
    return found


def interrupted(folder: Path, moments: Moments, moment: int) -> int | None:
    """Interrupt a build at a moment, and return its exit status; None where the interruption came through."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs do not hear it
    try:
        with moments.at_each(signal_at(moment, signal.SIGINT)):
            return main(build(folder))
    except KeyboardInterrupt:
        return None
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.slow
def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_succeeds(
    old: Path, new: Tree, pictures: list[Path], tmp_path: Path
) -> None:
    broken = []
    for picture in pictures:
        shutil.copytree(picture, folder := tmp_path / picture.name)
        broken += [f"moment {folder.name}: {name} is missing or not whole" for name in halves(folder, outcome(old), new)]
        assert main(build(folder)) == 0
        assert outcome(folder) == new
    assert not broken, "\n".join(broken)


@pytest.mark.slow
def test_interrupted_at_any_moment_it_says_130_and_leaves_nothing_half_written(
    old: Path, new: Tree, pictures: list[Path], moments: Moments, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = []
    for moment in range(1, len(pictures) + 1):
        shutil.copytree(old, folder := tmp_path / str(moment))
        capfd.readouterr()
        assert interrupted(folder, moments, moment) == 130
        said = capfd.readouterr().err
        broken += [f"moment {moment}: {name} is missing or not whole" for name in halves(folder, outcome(old), new)]
        if "nothing was written" in said and outcome(folder) != outcome(old):
            broken.append(f"moment {moment}: something was written, but it says that nothing was")
        aside = [path.name for path in folder.rglob(".*")]
        if aside:
            broken.append(f"moment {moment}: {', '.join(aside)} left behind")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)])
def test_a_process_of_its_own_ends_as_the_signal_wants_and_leaves_what_there_was(
    number: int, status: int, old: Path, pictures: list[Path], tmp_path: Path
) -> None:
    """What the tests above do within this process stands for real processes: one is stopped half-way through its moments."""
    picture = pictures[len(pictures) // 2]
    shutil.copytree(old, folder := tmp_path / "base")
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(HERE / "moments.py"), picture.name, str(int(number)), *build(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (status, False), done.stderr
    assert outcome(folder) == outcome(picture)
    assert bool([*folder.rglob(".*")]) == (number == signal.SIGKILL)
