"""The package of the first edition, made once, and what packages and records are judged by."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teiwright.deposit import Package, verify
from teiwright.deposit.record import Record
from teiwright.depositing import deposit
from teiwright.workspace import Workspace, write_folder

from ..conftest import IN_CI
from .grammars import read_grammars
from .sealing import packed


@pytest.fixture(scope="session")
def made(root: Path) -> tuple[Record, Package]:
    """Return the record of the first edition, and its package."""
    return deposit(Workspace.of(root / "tei" / "hedp"))


@pytest.fixture(scope="session")
def package(made: tuple[Record, Package]) -> Package:
    """Return the package of the first edition."""
    return made[1]


@pytest.fixture(scope="session")
def deposited(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the bag of the first edition. Whoever changes a file in it copies it before."""
    folder = tmp_path_factory.mktemp("deposit") / "bag"
    write_folder(folder, package.files)
    return folder


@pytest.fixture(scope="session")
def schemas() -> Path:
    """Return the folder in which the packages of requirements/schemas.txt are unpacked; without it skip, or fail in CI."""
    if not (folder := os.environ.get("SCHEMAS", "")):
        (pytest.fail if IN_CI else pytest.skip)(
            "SCHEMAS names no folder with the packages of requirements/schemas.txt; .ci/run makes one"
        )
    return Path(folder)


@pytest.fixture(scope="session")
def grammars(schemas: Path) -> dict[str, etree.XMLSchema]:
    """Return the W3C Schemas of records, by namespace."""
    return read_grammars(schemas)


@pytest.fixture(scope="session")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a package of an invented book, which is checked in no time; it must not be changed."""
    return packed(root, root / "tests/books/harbour", tmp_path_factory.mktemp("small") / "harbour-1")


@pytest.fixture
def bag(small: Path, tmp_path: Path) -> Path:
    """Return a copy of the small package, to be damaged."""
    return Path(shutil.copytree(small, tmp_path / "package"))


@pytest.fixture
def verified(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Return what runs the proof on a folder: the exit status, and the lines without `verify: `."""

    def run(*arguments: object) -> tuple[int, list[str]]:
        status = verify.main([str(argument) for argument in arguments])
        lines = capsys.readouterr().out.splitlines()
        assert all(line.startswith("verify: ") for line in lines)
        return status, [line.removeprefix("verify: ") for line in lines]

    return run


@pytest.fixture
def faults(verified: Callable[..., tuple[int, list[str]]]) -> Callable[[Path], list[str]]:
    """Return what gives the faults of a package that is not sound, without `FAULT `."""

    def run(folder: Path) -> list[str]:
        status, lines = verified(folder)
        *told, last = lines
        assert status == 1
        assert last == f"{len(told)} faults"
        assert all(line.startswith("FAULT ") for line in told)
        return [line.removeprefix("FAULT ") for line in told]

    return run
