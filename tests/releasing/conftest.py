"""What the tests of releases share: an edition, and a copy of what may state the version of the software."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def edition(root: Path, tmp_path: Path) -> Path:
    """Return the folder of the small edition of the findings, which was never built."""
    shutil.copytree(root / "tests" / "findings" / "base", tmp_path / "work")
    return tmp_path / "work" / "tei" / "pamphlet"


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """Return a copy of all that is not generated and not about one edition: what may state the version of the software."""
    folder = tmp_path / "project"
    for name in ("scripts", "docs", ".ci"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in root.iterdir():
        if path.is_file() and not path.name.startswith(".venv"):
            shutil.copyfile(path, folder / path.name)
    return folder


@pytest.fixture(scope="session")
def tree() -> Tree:
    """Return a function that reads every file below a folder."""
    return lambda folder: {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
