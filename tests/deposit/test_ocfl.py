"""An OCFL object: versions side by side, each whole, none ever changed."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha512
from pathlib import Path

import pytest

from teiwright.deposit import Package
from teiwright.deposit.ocfl import next_version
from teiwright.deposit.record import Change, Record
from teiwright.depositing import version_of
from teiwright.findings import Refused
from teiwright.workspace import write_files

FIRST = Package("book-1.0.0", "2030-01-01", {"bagit.txt": b"tag", "data/a.txt": b"one", "data/b.txt": b"two"})
SECOND = Package(
    "book-1.1.0", "2031-01-01", {"data/a.txt": b"one", "data/c.txt": b"two", "data/d.txt": b"new", "data/e.txt": b"new"}
)


@pytest.fixture
def record(made: tuple[Record, Package]) -> Record:
    return replace(made[0], name="book", version="1.0.0", released="2030-01-01")


def later(record: Record) -> Record:
    changes = (Change("2031-01-01", "The editors", "A new chapter.", "1.1.0"), *record.changes)
    return replace(record, version="1.1.0", released="2031-01-01", changes=changes)


@pytest.fixture
def folder(record: Record, tmp_path: Path) -> Path:
    """Return an object with two versions."""
    for made, said in ((FIRST, record), (SECOND, later(record))):
        write_files(version_of(said, made, tmp_path / "object"))
    return tmp_path / "object"


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_version_gives_its_files_back(folder: Path) -> None:
    inventory = json.loads((folder / "inventory.json").read_bytes())
    for version, made in (("v1", FIRST), ("v2", SECOND)):
        state = inventory["versions"][version]["state"]
        restored = {
            f"data/{path}": (folder / inventory["manifest"][digest][0]).read_bytes()
            for digest, paths in state.items()
            for path in paths
        }
        assert restored == {path: data for path, data in made.files.items() if path.startswith("data/")}


def test_no_bytes_are_kept_twice(folder: Path) -> None:
    content = [path for path in tree(folder) if "/content/" in path]
    assert sorted(content) == sorted(["v1/content/a.txt", "v1/content/b.txt", "v2/content/d.txt"])
    manifest = json.loads((folder / "inventory.json").read_bytes())["manifest"]
    assert {paths[0]: digest for digest, paths in manifest.items()} == {
        path: sha512((folder / path).read_bytes()).hexdigest() for path in content
    }


def test_a_version_bears_its_day_and_its_note(folder: Path) -> None:
    versions = json.loads((folder / "inventory.json").read_bytes())["versions"]
    assert versions["v2"]["message"] == "book-1.1.0: A new chapter."
    assert versions["v2"]["created"] == "2031-01-01T00:00:00Z"
    assert versions["v1"]["message"] == "book-1.0.0: no note on this version"


def test_inventories_are_sealed_and_the_newest_lies_at_the_top(folder: Path) -> None:
    files = tree(folder)
    assert files["0=ocfl_object_1.1"] == b"ocfl_object_1.1\n"
    for place in ("", "v1/", "v2/"):
        digest = sha512(files[f"{place}inventory.json"]).hexdigest()
        assert files[f"{place}inventory.json.sha512"] == f"{digest} inventory.json\n".encode()
    assert files["inventory.json"] == files["v2/inventory.json"] != files["v1/inventory.json"]


def test_a_new_version_changes_nothing_that_is_there_but_the_inventory_at_the_top(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "object"
    write_files(version_of(record, FIRST, folder))
    before = tree(folder)
    write_files(version_of(later(record), SECOND, folder))
    after = tree(folder)
    assert {path for path in before if after[path] != before[path]} == {"inventory.json", "inventory.json.sha512"}


def test_the_inventory_at_the_top_is_written_last(record: Record) -> None:
    assert list(next_version(FIRST, record, None, "object"))[-2:] == ["inventory.json", "inventory.json.sha512"]


def test_the_same_version_again_writes_nothing(folder: Path, record: Record) -> None:
    assert version_of(later(record), SECOND, folder) == {}


def test_a_version_is_never_given_other_files(folder: Path, record: Record) -> None:
    other = replace(SECOND, files={**SECOND.files, "data/a.txt": b"changed"})
    with pytest.raises(Refused, match=r"B004 book-1\.1\.0 is in it already"):
        version_of(later(record), other, folder)


@pytest.mark.parametrize(
    "inventory", [b"", b"{}", b"[]", b'"x"', b"\xff", b'{"type": "https://ocfl.io/1.0/spec/#inventory"}']
)
def test_what_is_no_inventory_is_refused(record: Record, inventory: bytes) -> None:
    with pytest.raises(Refused, match="B004"):
        next_version(FIRST, record, inventory, "object")
