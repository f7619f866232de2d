"""The ten broken files of the documentation: what is printed there is what is told, and it is enough to mend them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from teiwright.cli import main

BROKEN = sorted((Path(__file__).resolve().parents[2] / "docs" / "broken").glob("[01]*.xml"))


def test_there_are_ten() -> None:
    assert len(BROKEN) == 10


@pytest.mark.slow
@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_the_documentation_prints_what_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is what a person at a terminal without colours is told, in the folder of the file."""
    monkeypatch.chdir(file.parent)
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["validate", "--format", "terminal", file.name]) == 1
    readme = file.with_name("README.md").read_text("utf-8")
    printed = re.search(rf"\({re.escape(file.name)}\)\n\n```text\n(.*?)```", readme, re.DOTALL)
    assert printed
    assert printed[1] == capsys.readouterr().out


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_each_differs_from_the_sound_one_in_one_place(file: Path) -> None:
    sound = file.with_name("sound.xml").read_text("utf-8").splitlines()
    broken = file.read_text("utf-8").splitlines()
    assert len(broken) == len(sound)
    assert sum(a != b for a, b in zip(sound, broken, strict=True)) == 1
