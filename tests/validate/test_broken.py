"""The ten broken files of the documentation: what is printed there is what is told, and it is enough to mend them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

BROKEN = sorted((Path(__file__).resolve().parents[2] / "docs" / "broken").glob("[01]*.xml"))


def told(file: Path) -> str:
    """Return what a person at a terminal without colours is told, in the folder of the file."""
    environment = {**os.environ, "PYTHONPATH": str(file.parents[2] / "scripts"), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "teiwright", "validate", "--format", "terminal", file.name]
    done = subprocess.run(command, cwd=file.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_there_are_ten() -> None:
    assert len(BROKEN) == 10


@pytest.mark.slow
@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_the_documentation_prints_what_is_told(file: Path) -> None:
    readme = file.with_name("README.md").read_text("utf-8")
    printed = re.search(rf"\({re.escape(file.name)}\)\n\n```text\n(.*?)```", readme, re.DOTALL)
    assert printed
    assert printed[1] == told(file)


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_each_differs_from_the_sound_one_in_one_place(file: Path) -> None:
    sound = file.with_name("sound.xml").read_text("utf-8").splitlines()
    broken = file.read_text("utf-8").splitlines()
    assert len(broken) == len(sound)
    assert sum(a != b for a, b in zip(sound, broken, strict=True)) == 1
