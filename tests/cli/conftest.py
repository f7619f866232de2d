"""What the tests of the command line share: a small edition, and the command as a shell starts it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from teiwright.cli import main

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small edition that was built and rendered; it is not to be changed."""
    folder = tmp_path_factory.mktemp("cli") / "work"
    shutil.copytree(root / "tests" / "findings" / "base", folder)
    assert main(["build", str(folder / "tei" / "pamphlet")]) == 0
    return folder / "tei" / "pamphlet"


@pytest.fixture
def fresh(root: Path, tmp_path: Path) -> Path:
    """Return the folder of a copy of the small edition that was never built."""
    shutil.copytree(root / "tests" / "findings" / "base", tmp_path / "work")
    return tmp_path / "work" / "tei" / "pamphlet"


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Path:
    """Return the folder of a copy of the small edition, built."""
    shutil.copytree(built.parents[1], tmp_path / "work")
    return tmp_path / "work" / "tei" / "pamphlet"


@pytest.fixture(scope="session")
def run(root: Path) -> Run:
    """Return a function that runs the command line in a process of its own, with its output in pipes."""

    def start(
        *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(root / "scripts"), **(env or {})}
        command = [sys.executable, "-m", "teiwright", *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)

    return start
