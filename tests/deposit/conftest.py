"""The package of the first edition, made once."""

from pathlib import Path

import pytest

from teiwright.deposit import Package
from teiwright.deposit.record import Record
from teiwright.depositing import deposit
from teiwright.workspace import Workspace, write_folder


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
