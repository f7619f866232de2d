"""What the tests of validation share: a small sound document, and what checks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from teiwright.checking import checked, own_schemas
from teiwright.validate import Given, Report

from .damage import Edition
from .damage.editions import sound_editions

Check = Callable[..., Report]


@pytest.fixture(scope="session")
def book(root: Path) -> str:
    """Return a small sound document with every element of the schema."""
    return (root / "tests" / "schema" / "base.xml").read_text("utf-8")


@pytest.fixture(scope="session")
def editions(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Return the three sound editions that are damaged."""
    return sound_editions(root, tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return what validates a document by itself, or with a source or waivers beside it."""

    def check(text: str, *, source: bytes | None = None, waivers: str | None = None, name: str = "book.xml") -> Report:
        given = Given(tmp_path / "tei" / "book" / name, text.encode(), name, source, waivers.encode() if waivers else None)
        return checked([given], own_schemas())

    return check
