"""The bag and its ZIP file: sealed, safe to unpack anywhere, and the same wherever they are made."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from hashlib import sha256, sha512
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiwright.deposit import Item, Package, Role
from teiwright.deposit.item import is_safe

SEALED = {"sha256": sha256, "sha512": sha512}


@pytest.mark.parametrize("name", SEALED)
def test_every_file_is_sealed(package: Package, name: str) -> None:
    manifest = sums(package, f"manifest-{name}.txt")
    tags = sums(package, f"tagmanifest-{name}.txt")
    payload = {path for path in package.files if path.startswith("data/")}
    assert set(manifest) == payload
    assert set(tags) == {path for path in package.files if path not in payload and not path.startswith("tagmanifest-")}
    for path, digest in {**manifest, **tags}.items():
        assert SEALED[name](package.files[path]).hexdigest() == digest, path


def sums(package: Package, name: str) -> dict[str, str]:
    rows = [line.split("  ", 1) for line in package.files[name].decode().splitlines()]
    return {path: digest for digest, path in rows}


def test_the_size_of_the_payload_is_told(package: Package) -> None:
    payload = [data for path, data in package.files.items() if path.startswith("data/")]
    oxum = re.search(rb"^Payload-Oxum: (\d+)\.(\d+)$", package.files["bag-info.txt"], re.MULTILINE)
    assert oxum
    assert (int(oxum[1]), int(oxum[2])) == (sum(map(len, payload)), len(payload))


def test_nothing_of_a_machine_is_in_it(package: Package, root: Path) -> None:
    """No path of this checkout, of a home or of a temporary folder, but in the program, which may speak of them."""
    traces = [str(root).encode(), str(Path.home()).encode() + b"/", b"/tmp/"]
    program = ("data/scripts/", "data/xslt/")
    found = {path for path, data in package.files.items() for trace in traces if trace in data}
    assert {path for path in found if not path.startswith(program)} == set()


def test_the_zip_file_holds_the_bag_in_one_folder_uncompressed_and_dated_by_the_release(package: Package) -> None:
    archive = ZipFile(BytesIO(package.zipped()))
    entries = archive.infolist()
    assert {entry.filename for entry in entries} == {f"{package.label}/{path}" for path in package.files}
    assert {entry.compress_type for entry in entries} == {ZIP_STORED}
    assert {"-".join(f"{part:02}" for part in entry.date_time[:3]) for entry in entries} == {package.released}
    assert {stat.S_IMODE(entry.external_attr >> 16) for entry in entries} == {0o644}
    assert all(stat.S_ISREG(entry.external_attr >> 16) for entry in entries)
    assert archive.testzip() is None


@pytest.mark.parametrize(("released", "told"), [("1911-02-03", 1980), ("2200-02-03", 2107)])
def test_a_release_that_zip_cannot_date_has_the_nearest_year(released: str, told: int) -> None:
    archive = ZipFile(BytesIO(Package("b-1", released, {"a": b""}).zipped()))
    assert archive.infolist()[0].date_time == (told, 2, 3, 0, 0, 0)


def test_no_entry_leads_out_of_its_folder(package: Package) -> None:
    for path in package.files:
        parts = PurePosixPath(path).parts
        assert is_safe(path), path
        assert not path.startswith("/")
        assert ".." not in parts


def test_names_differ_by_more_than_their_case(package: Package) -> None:
    assert len({path.casefold() for path in package.files}) == len(package.files)


@pytest.mark.parametrize(
    "path", ["../a", "a/../b", "/a", "a//b", "a\\b", "C:/a", "", ".", "a/.", "ä.txt", "a b", "a\n", "a/"]
)
def test_an_unsafe_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="cannot have the path"):
        Item(path, b"", Role.LOG, "a file")


@given(st.text(alphabet="ab./\\: \n\0é~%", max_size=12))
def test_what_is_safe_stays_in_its_folder(path: str) -> None:
    if is_safe(path):
        assert os.path.normpath(path) == path
        assert not path.startswith("/")
        assert re.fullmatch(r"[\x21-\x7e]+", path)


@pytest.mark.slow
def test_the_package_makes_itself_again_anywhere(package: Package, deposited: Path, tmp_path: Path) -> None:
    """Made from the package alone, in another folder, time zone and locale, with another hash seed, umask and user."""
    there = tmp_path / "somewhere else" / "unpacked"
    shutil.copytree(deposited / "data", there)
    for stray in ("xslt/.idea/workspace.xml", "schema/copy of teiwright.rng", "xslt/html/page.xsl~", "tei/hedp/notes.txt"):
        (there / stray).parent.mkdir(exist_ok=True)
        (there / stray).write_text("not of the package")
    elsewhere = {
        **os.environ,
        "PYTHONPATH": str(there / "scripts"),
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "USER": "somebody",
        "SOURCE_DATE_EPOCH": "1",
    }
    command = [sys.executable, "-m", "teiwright", "deposit", "tei/hedp"]
    subprocess.run(command, cwd=there, env=elsewhere, umask=0o077, check=True, capture_output=True)
    made = there / "build" / "hedp"
    assert sha256((made / f"{package.label}.zip").read_bytes()).hexdigest() == sha256(package.zipped()).hexdigest()
    assert (made / f"{package.label}.zip.sha256").read_text().split() == [
        sha256(package.zipped()).hexdigest(),
        f"{package.label}.zip",
    ]
    bag = made / "deposit"
    assert {p.relative_to(bag).as_posix(): p.read_bytes() for p in bag.rglob("*") if p.is_file()} == package.files
