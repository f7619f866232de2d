"""The package of the first edition, made once, and what packages and records are judged by."""

import os
from pathlib import Path

import pytest
from lxml import etree

from teiwright.deposit import Package
from teiwright.deposit.record import Record
from teiwright.depositing import deposit
from teiwright.workspace import Workspace, write_folder

from ..conftest import IN_CI
from .grammars import read_grammars


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
