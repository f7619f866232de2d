"""Files that are hard to read: whatever one does, the proof tells it in a line and goes on."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from teiwright.deposit import verify

from .sealing import seal

DAMAGE = {
    "no bytes": b"",
    "not UTF-8": b"\xff\xfe<\x00a\x00",
    "half": None,
    "entities": b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<a>&c;</a>',
    "deep": b"<a>" * 200_000 + b"</a>" * 200_000,
    "deep and open": b"<a>" * 200_000,
    "deep lists": b"[" * 200_000,
    "other": b'{"a": 1}',
}
TABLE = "derivatives/harbour-tables/mentions.csv"
PLACES = ["tei/harbour/harbour.xml", "tei/harbour/source.txt", "derivatives/harbour.html", "derivatives/harbour.epub", TABLE,
          "derivatives/harbour.annotations.jsonld", "log/claims.jsonl", "ro-crate-metadata.json"]  # fmt: skip


SOUND = {
    *(("ro-crate-metadata.json", damage) for damage in DAMAGE),  # it is made when a package is sealed
    *(("log/claims.jsonl", damage) for damage in ("no bytes", "other")),  # a log may be empty
    *((TABLE, damage) for damage in ("entities", "deep", "deep and open", "deep lists", "other")),
}
"""What is not wrong in itself: a table may have any columns."""


def damage_file(file: Path, damage: str) -> None:
    """Damage a file in one of these ways."""
    content = DAMAGE[damage]
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2 + 1] if content is None else content)


@pytest.mark.parametrize("damage", DAMAGE)
def test_whatever_a_damaged_file_does_becomes_a_line(bag: Path, faults, damage: str) -> None:
    """All files at once: none hides what another does."""
    for place in PLACES:
        damage_file(bag / "data" / place, damage)
    told = faults(bag)
    assert [place for place in PLACES if not any(line.startswith(f"data/{place}: ") for line in told)] == []


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("place", PLACES)
def test_a_damaged_file_is_told_though_all_checksums_are_its_own(
    bag: Path, verified: Callable[..., tuple[int, list[str]]], place: str, damage: str
) -> None:
    damage_file(bag / "data" / place, damage)
    seal(bag)
    status, lines = verified(bag)
    if (place, damage) in SOUND:
        assert lines[-1] == "sound"
    else:
        told = "tei/harbour/harbour.xml" if place == "tei/harbour/source.txt" and damage != "not UTF-8" else place
        assert status == 1
        assert any(line.startswith(f"FAULT data/{told}: ") for line in lines)


def test_a_folder_in_place_of_a_file_and_a_file_that_is_none(bag: Path, faults) -> None:
    data = bag / "data"
    (data / "README.md").unlink()
    (data / "README.md").mkdir()
    (data / "LICENSE").unlink()
    os.mkfifo(data / "LICENSE")
    told = faults(bag)
    assert any(line.startswith("data/README.md: missing") for line in told)
    assert "data/LICENSE: a symbolic link, or no file at all; refused" in told


def test_a_file_that_cannot_be_read_is_told(bag: Path, faults, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser reads everything, so the refusal is acted."""
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "README.md":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "data/README.md: PermissionError: [Errno 13] Permission denied" in faults(bag)


@pytest.mark.parametrize("name", ["../out.xhtml", "/etc/out.xhtml", "a\\..\\out.xhtml"])
def test_an_archive_that_leads_out_is_refused(bag: Path, faults, name: str) -> None:
    with zipfile.ZipFile(bag / "data/derivatives/harbour.epub", "a") as book:
        book.writestr(name, "<a/>")
    seal(bag)
    assert any(
        line.startswith("data/derivatives/harbour.epub: has the path") and line.endswith("leads out of it; refused")
        for line in faults(bag)
    )


def test_an_archive_that_is_too_large_is_refused(bag: Path, faults, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "UNPACKED", 1000)
    assert faults(bag) == ["data/derivatives/harbour.epub: unpacks to more than a gigabyte; refused"]


def test_a_part_of_an_archive_is_read_as_what_it_is(bag: Path, faults) -> None:
    book = bag / "data/derivatives/harbour.epub"
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(book, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"</package>", b"") if name.endswith(".opf") else content)
    seal(bag)
    assert any(line.startswith("data/derivatives/harbour.epub/EPUB/package.opf: ParseError: ") for line in faults(bag))
