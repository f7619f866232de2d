"""What the tests of reviewing share: editions of which the claims are weighed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teiwright.pipeline import Build, build
from teiwright.workspace import Workspace

BASE = Path(__file__).resolve().parents[1] / "findings" / "base"
BOOKS = ("tei/hedp", "tests/books/harbour", "tests/books/lamp", "tests/findings/base/tei/pamphlet")


@pytest.fixture(scope="module", params=BOOKS)
def workspace(request: pytest.FixtureRequest, root: Path) -> Workspace:
    """Return the workspace of each edition in turn."""
    return Workspace.of(root / request.param)


@pytest.fixture(scope="module")
def built(workspace: Workspace) -> Build:
    """Return the edition, up to its annotation."""
    return build(workspace, "annotate")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a small edition whose files may be changed."""
    work = tmp_path / "work"
    shutil.copytree(BASE, work)
    return work / "tei" / "pamphlet"
