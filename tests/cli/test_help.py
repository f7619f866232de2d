"""What the command line says about itself, and what it makes of a command line that it does not understand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import teiwright
from teiwright import ROOMS
from teiwright.cli import main
from teiwright.pipeline import READING_ROOMS

VERBS = (
    *("build", "clean", "validate", "render", "deposit", "index"),
    *("release", "explain", "review", "measure", "source", "schema"),
)


def refused(*arguments: str) -> int | str | None:
    """Return the status with which the argument parser ends the program."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    return exit_.value.code


def test_the_help_lists_these_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused("--help") == 0
    assert re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE) == list(VERBS)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_of_every_verb_tells_the_exit_statuses(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(*filter(None, [verb]), "--help") == 0
    told = capsys.readouterr().out.partition("exit status:")[2]
    assert [int(status) for status in re.findall(r"^ *(\d+)  ?\w", told, re.MULTILINE)] == [0, 1, 2, 3, 130]


def test_the_help_of_build_names_every_room(capsys: pytest.CaptureFixture[str]) -> None:
    refused("build", "--help")
    assert ", ".join(ROOMS) in " ".join(capsys.readouterr().out.split())


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused("--version") == 0
    assert capsys.readouterr().out == f"teiwright {teiwright.__version__}\n"


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_loads_neither_lxml_nor_saxon(verb: str, root: Path) -> None:
    script = (
        "import sys\n"
        "from teiwright.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    sys.stderr.write(' '.join(sys.modules))\n"
    )
    arguments = [sys.executable, "-c", script, *filter(None, [verb]), "--help"]
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True)
    assert not {"lxml", "lxml.etree", "saxonche", "spellchecker", "xmlschema"} & set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["print"],
        ["build"],
        ["build", "--until", "deposit", "x"],
        ["render", "--format", "clay", "x"],
        ["render", "--reader", "tlh", "x"],
        ["build", "--colour", "x"],
        ["validate"],
        ["validate", "--format", "prose", "x"],
        ["validate", "--fail", "always", "x"],
        ["release", "x", "1.2.0"],
        ["release", "x", "1.2", "--note", "x"],
        ["release", "x", "1.2.0", "--note", " "],
        ["release", "x", "1.2.0", "--note", "\x07"],
        ["release", "x", "1.2.0", "--note", "x", "--date", "20270101"],
        ["release", "x", "1.2.0", "--note", "x", "--date", "2027-02-29"],
        ["explain"],
        ["review"],
        ["measure", "x"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(*arguments) == 2
    assert capsys.readouterr().err.startswith("usage: ")


def test_what_is_written_once_is_what_the_rooms_say() -> None:
    assert tuple(room.name for room in READING_ROOMS) == ROOMS[: len(READING_ROOMS)]
