"""The proof that travels in the package tells every fault in one line that names the file, and finds none in a sound one."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.encode.test_wayback import CASES, errors
from tests.encode.test_wayback import made as encoded
from tests.generated.books import book_of
from tests.generated.editions import edition_of
from tests.generated.plans import plan_of
from tests.render.test_same_text import tei_words

from teiwright.deposit import verify
from teiwright.deposit.verify_text import Edition
from teiwright.encode.wayback import source_of
from teiwright.render import render
from teiwright.xml import read_xml

from .sealing import FORMS, files, packed, seal, write_manifest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [ROOT / "scripts/teiwright/deposit" / name for name in ("verify.py", "verify_text.py")]
SMALL = [ROOT / "tests/render" / name for name in ("book.xml", "rarities.xml")]
TAGS = ["bagit.txt", "bag-info.txt", "READ-ME-FIRST.txt", *verify.MANIFESTS]

Verify = Callable[..., tuple[int, list[str]]]


@pytest.fixture(scope="module")
def small(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a package of an invented book, which is checked in no time; it must not be changed."""
    return packed(root, root / "tests/books/harbour", tmp_path_factory.mktemp("small") / "harbour-1")


@pytest.fixture
def bag(small: Path, tmp_path: Path) -> Path:
    """Return a copy of the small package, to be damaged."""
    return Path(shutil.copytree(small, tmp_path / "package"))


@pytest.fixture
def verified(capsys: pytest.CaptureFixture[str]) -> Verify:
    """Return what runs the proof on a folder: the exit status, and the lines without `verify: `."""

    def run(*arguments: object) -> tuple[int, list[str]]:
        status = verify.main([str(argument) for argument in arguments])
        lines = capsys.readouterr().out.splitlines()
        assert all(line.startswith("verify: ") for line in lines)
        return status, [line.removeprefix("verify: ") for line in lines]

    return run


@pytest.fixture
def faults(verified: Verify) -> Callable[[Path], list[str]]:
    """Return what gives the faults of a package that is not sound, without `FAULT `."""

    def run(folder: Path) -> list[str]:
        status, lines = verified(folder)
        *told, last = lines
        assert status == 1
        assert last == f"{len(told)} faults"
        assert all(line.startswith("FAULT ") for line in told)
        return [line.removeprefix("FAULT ") for line in told]

    return run


def start(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the proof as an archivist would, with nothing but Python."""
    command = [sys.executable, "-I", "-S", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def edit(file: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    text = file.read_bytes().decode()
    assert text.count(old) >= 1, f"{file.name} has no “{old}”"
    file.write_bytes(text.replace(old, new, 1).encode())


def flip(file: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def seal_tags(bag: Path) -> None:
    """Make the checksums of the manifests anew, but not the manifests."""
    tags = [bag / name for name in TAGS if not name.startswith("tag")]
    for kind in ("sha256", "sha512"):
        write_manifest(bag, f"tagmanifest-{kind}.txt", tags)


# The program


@pytest.mark.parametrize("file", PROGRAM, ids=lambda file: file.name)
def test_it_takes_an_old_python_and_its_library_alone(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert "from __future__ import annotations" in file.read_text("utf-8")


def test_the_package_of_the_first_edition_is_sound(deposited: Path, tmp_path: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in deposited.rglob("*")}
    done = start(deposited / "data/verify.py", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    *proved, last = done.stdout.splitlines()
    assert last == "verify: sound"
    checks = ["fixity", "completeness", "well-formedness", "the way back", "derivatives"]
    assert [line.split(": ")[1] for line in proved] == checks
    assert f" {len(files(deposited))} files" in proved[0]
    assert " 113666 bytes" in proved[3]
    assert {file: file.stat().st_mtime_ns for file in deposited.rglob("*")} == before, "it writes nothing"


def test_every_form_that_can_be_compared_is(small: Path, verified: Verify) -> None:
    compared = [file for file in files(small / "data/derivatives") if file.suffix not in (".tsv", ".json")]
    status, lines = verified(small)
    assert (status, lines[-1]) == (0, "sound")
    assert f" {len(compared)} files" in lines[4]


def test_it_finds_the_package_from_anywhere(bag: Path, verified: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verified(bag)[1] == verified(bag / "data")[1]
    for folder, argument in (
        (bag, "."),
        (bag / "data", "."),
        (bag / "data", ".."),
        (bag / "data/tei", ".."),
    ):
        monkeypatch.chdir(folder)
        assert verified(argument) == verified(bag)


def test_the_payload_alone_is_enough(bag: Path, tmp_path: Path, verified: Verify) -> None:
    payload = shutil.move(bag / "data", tmp_path / "kept")
    status, lines = verified(payload)
    assert (status, lines[-1]) == (0, "sound")
    assert lines[0].endswith("as stated in data/ro-crate-metadata.json")


def test_the_payload_alone_tells_what_was_changed(bag: Path, tmp_path: Path, faults) -> None:
    payload = Path(shutil.move(bag / "data", tmp_path / "kept"))
    flip(payload / "README.md")
    (payload / "xslt/common/errors.xsl").unlink()
    (payload / "notes.txt").write_text("mine\n")
    assert faults(payload) == [
        "data/README.md: not as stated in data/ro-crate-metadata.json",
        "data/xslt/common/errors.xsl: missing; stated in data/ro-crate-metadata.json",
        "data/notes.txt: extra: stated nowhere",
    ]


def test_it_helps_and_it_says_where_no_package_is(tmp_path: Path, verified: Verify, capsys) -> None:
    assert verify.main(["--help"]) == 0
    assert capsys.readouterr().out.strip() == (verify.__doc__ or "").strip()
    assert verified(tmp_path) == (2, [f"no package in {tmp_path}"])
    assert verified(tmp_path / "nowhere")[0] == 2
    assert verified("x" * 5000)[0] == 2


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_may_know_few_signs_and_a_name_may_be_strange(bag: Path, encoding: str) -> None:
    (bag / "data" / "a\x1b[2J“b”\n.txt").write_text("x")
    done = subprocess.run(
        [sys.executable, "-S", bag / "data/verify.py"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 2


# Fixity and completeness


@pytest.mark.parametrize("kind", [".txt", ".tsv", ".xml", ".toml", ".html", ".conllu", ".jsonld", ".epub", ".csv", ".json",
                                  ".jsonl", ".rng", ".xsl", ".md", ".cff", ".png", ""])  # fmt: skip
def test_a_flipped_bit_is_told(bag: Path, faults, kind: str) -> None:
    file = max((file for file in files(bag / "data") if file.suffix == kind), key=lambda file: file.stat().st_size)
    flip(file)
    path = file.relative_to(bag).as_posix()
    lists = "manifest-sha256.txt, manifest-sha512.txt"
    crate = "" if path == verify.CRATE else f"{verify.CRATE}, "
    assert f"{path}: not as stated in {crate}{lists}" in faults(bag)


@pytest.mark.parametrize("name", TAGS)
def test_a_flipped_bit_beside_the_payload_is_told(bag: Path, faults, name: str) -> None:
    flip(bag / name)
    told = faults(bag)
    assert any(line.startswith(f"{name}: ") or name in line.partition("stated in ")[2] for line in told)


def test_what_is_missing_extra_or_renamed_is_one_line_each(bag: Path, faults) -> None:
    data = bag / "data"
    (data / "schema/teiwright.rng").unlink()
    (data / "schema/mine.rng").write_text("<a/>")
    (data / "LICENSE").rename(data / "LICENSE.txt")
    told = [line for line in faults(bag) if not line.startswith("bag-info.txt: Payload-Oxum is ")]
    lists = "data/ro-crate-metadata.json, manifest-sha256.txt, manifest-sha512.txt"
    assert told == [
        f"data/LICENSE: renamed: it is now data/LICENSE.txt; stated in {lists}",
        f"data/schema/teiwright.rng: missing; stated in {lists}",
        "data/schema/mine.rng: extra: stated nowhere",
    ]


def test_one_of_two_copies_of_a_lost_file_is_extra(bag: Path, faults) -> None:
    data = bag / "data"
    shutil.copy(data / "LICENSE", data / "copy-1")
    (data / "LICENSE").rename(data / "copy-2")
    told = faults(bag)
    assert any(line.startswith("data/LICENSE: renamed: it is now data/copy-1") for line in told)
    assert "data/copy-2: extra: stated nowhere" in told


@pytest.mark.parametrize("name", TAGS)
def test_what_lies_beside_the_payload_may_not_be_missing(bag: Path, faults, name: str) -> None:
    (bag / name).unlink()
    assert any(line.startswith(f"{name}: missing") for line in faults(bag))


def test_what_was_laid_beside_the_payload_is_extra(bag: Path, faults) -> None:
    (bag / "fetch.txt").write_text("https://example.org/x 1 data/x\n")
    assert faults(bag) == ["fetch.txt: extra: stated nowhere"]


MANIFEST_EDITS = {
    "a digest changed": (lambda lines: [lines[0].replace(lines[0][:4], "0000"), *lines[1:]], "not as stated in"),
    "a line removed": (lambda lines: lines[1:], "not stated in"),
    "a line added": (lambda lines: [*lines, f"{'0' * 64}  data/none.txt\n"], "data/none.txt: missing"),
    "a line twice": (lambda lines: [*lines, lines[0]], "a second time"),
    "a line of another folder": (lambda lines: [*lines, f"{'0' * 64}  bagit.txt\n"], "which it may not"),
    "one space": (lambda lines: [lines[0].replace("  ", " "), *lines[1:]], "line 1 is not a checksum"),
    "capitals": (lambda lines: [lines[0].upper(), *lines[1:]], "line 1 is not a checksum"),
    "no last line end": (lambda lines: [*lines[:-1], lines[-1].rstrip()], "is not a checksum"),
    "line ends of another system": (lambda lines: [line.replace("\n", "\r\n") for line in lines], "is not a checksum"),
    "a path above": (lambda lines: [*lines, f"{'0' * 64}  data/../../secret\n"], "leads out of the package; refused"),
    "a path above, hidden": (lambda lines: [*lines, f"{'0' * 64}  data/x%0A/../../secret\n"], "leads out"),
    "a path of another system": (lambda lines: [*lines, f"{'0' * 64}  data/..\\..\\secret\n"], "leads out"),
    "a path with a dot": (lambda lines: [*lines, f"{'0' * 64}  data/./README.md\n"], "leads out"),
}


@pytest.mark.parametrize("case", MANIFEST_EDITS)
def test_a_changed_manifest_is_told_and_told_by_the_others(bag: Path, faults, case: str) -> None:
    change, expected = MANIFEST_EDITS[case]
    file = bag / "manifest-sha256.txt"
    file.write_bytes("".join(change(file.read_bytes().decode().splitlines(True))).encode())
    told = faults(bag)
    assert "manifest-sha256.txt: not as stated in tagmanifest-sha256.txt, tagmanifest-sha512.txt" in told
    assert any(expected in line and "manifest-sha256.txt" in line for line in told)


@pytest.mark.parametrize("path", ["/etc/passwd", "~/x", "C:/x", "../outside.txt", "data//x"])
def test_no_path_that_leads_out_is_opened(bag: Path, faults, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (bag.parent / "outside.txt").write_text("secret\n")
    opened: list[Path] = []
    read = Path.read_bytes

    def note(self: Path) -> bytes:
        opened.append(self)
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", note)
    with (bag / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{'0' * 64}  {path}\n")
    crate = json.loads((bag / verify.CRATE).read_text())
    crate["@graph"].append({"@id": f"../{path}", "@type": "File", "sha256": "0", "contentSize": "7"})
    (bag / verify.CRATE).write_text(json.dumps(crate))
    told = faults(bag)
    assert sum("leads out of the package; refused" in line for line in told) >= 1
    assert opened
    assert all(bag in file.parents for file in opened)


def test_names_in_a_manifest_may_be_spelled(bag: Path, verified: Verify) -> None:
    (bag / "data" / "100%\n.txt").write_text("x\n")
    seal(bag)
    for name in ("sha256", "sha512"):
        edit(bag / f"manifest-{name}.txt", "data/100%\n.txt", "data/100%25%0a.txt")
    seal_tags(bag)
    assert verified(bag)[0] == 0


@pytest.mark.parametrize("target", ["README.md", "/etc/hostname", "../../outside", "schema"])
def test_links_are_refused(bag: Path, faults, target: str) -> None:
    (bag / "data/CITATION.cff").unlink()
    (bag / "data/CITATION.cff").symlink_to(target)
    told = faults(bag)
    assert "data/CITATION.cff: a symbolic link, or no file at all; refused" in told
    assert any(line.startswith("data/CITATION.cff: missing") for line in told)


def test_a_payload_that_is_a_link_is_refused(bag: Path, tmp_path: Path, faults) -> None:
    shutil.move(bag / "data", tmp_path / "elsewhere")
    (bag / "data").symlink_to(tmp_path / "elsewhere")
    assert "data: a symbolic link, or no file at all; refused" in faults(bag)


def test_the_crate_has_to_state_every_file_and_both_its_values(bag: Path, tmp_path: Path, faults) -> None:
    payload = Path(shutil.move(bag / "data", tmp_path / "kept"))
    crate = json.loads((payload / "ro-crate-metadata.json").read_text())
    files_ = [entity for entity in crate["@graph"] if "sha256" in entity]
    del files_[0]["sha256"]
    files_[1]["contentSize"] = "1"
    crate["@graph"].remove(files_[2])
    crate["@graph"].append(files_[3])
    (payload / "ro-crate-metadata.json").write_text(json.dumps(crate))
    names = [f"data/{entity['@id']}" for entity in files_]
    assert faults(payload) == [
        f"data/ro-crate-metadata.json: states {names[3]} a second time",
        f"{names[0]}: not as stated in data/ro-crate-metadata.json",
        f"{names[1]}: not as stated in data/ro-crate-metadata.json",
        f"{names[2]}: extra: stated nowhere",
    ]


# Well-formedness, and files that are hard to read


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
    bag: Path, verified: Verify, place: str, damage: str
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


# The way back and the derivatives, where all checksums were made anew


def test_a_file_and_its_manifest_changed_together_are_told_by_the_crate(bag: Path, faults) -> None:
    edit(bag / "data/README.md", "teiwright", "teiwrongs")
    crate = (bag / verify.CRATE).read_bytes()
    seal(bag)
    (bag / verify.CRATE).write_bytes(crate)
    for name in ("sha256", "sha512"):
        write_manifest(bag, f"manifest-{name}.txt", files(bag / "data"))
    seal_tags(bag)
    assert faults(bag) == ["data/README.md: not as stated in data/ro-crate-metadata.json"]


def test_the_figures_of_the_bag_are_checked_where_all_else_agrees(bag: Path, faults) -> None:
    edit(bag / "bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1")
    seal_tags(bag)
    (told,) = faults(bag)
    assert told.startswith("bag-info.txt: Payload-Oxum is 1")


def test_a_source_changed_by_one_sign_is_told_by_the_line(bag: Path, faults) -> None:
    source = bag / "data/tei/harbour/source.txt"
    lines = source.read_text().split("\n")
    number = lines.index("paid for it with a toll on salt, £2 for each cart.")
    lines[number] = lines[number].replace("£2", "£3")
    source.write_text("\n".join(lines))
    seal(bag)
    told = faults(bag)
    assert told[0].startswith(f"data/tei/harbour/harbour.xml: line {number + 1} is “")
    assert f"source.txt has “{lines[number]}”" in told[0]
    assert told[1].startswith("data/tei/harbour/harbour.xml: states as SHA-256 of source.txt ")
    assert told[2].startswith("data/derivatives/harbour.printed.txt: word ")


def test_a_source_changed_with_the_checksum_in_the_header_is_told_too(bag: Path, faults) -> None:
    folder = bag / "data/tei/harbour"
    old = hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest()
    edit(folder / "source.txt", "the ", "thy ")
    edit(folder / "harbour.xml", old, hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest())
    seal(bag)
    assert faults(bag)[0].startswith("data/tei/harbour/harbour.xml: line ")


def test_an_edition_without_its_source_is_told(bag: Path, faults) -> None:
    (bag / "data/tei/harbour/source.txt").unlink()
    seal(bag)
    assert faults(bag) == ["data/tei/harbour/harbour.xml: missing"]


RUNNING = (".html", ".txt", ".corpus.txt", ".sentences.txt", ".printed.txt", ".epub")
CHANGES = [("weather", "weathers"), ("weather", "wea ther"), ("weather", "")]
WORDS = [
    *((form, old, new, "word ") for form in RUNNING for old, new in CHANGES),
    (".conllu", "\tweather\t", "\tweathers\t", "sign of the tokens "),
    (".conllu", "the weather had", "the weathers had", "word "),
    (".html", "islands lie", "islands lay", "word of the notes, sorted, "),
    (".epub", "islands lie", "islands lay", "word of the notes, sorted, "),
    (".txt", "islands lie", "islands lay", "has not the note “The islands lie two hours to the north.”"),
    (".annotations.jsonld", '"exact": "Ada Marr"', '"exact": "Ada Mart"', "is of “Ada Mart” in “"),
    (".annotations.jsonld", '"start": ', '"start": 1', "the TEI has “"),
    (".annotations.jsonld", '"suffix": ", who kept', '"suffix": ", who keeps', "Ada Marr, who kept the harbour"),
    ("-tables/paragraphs.csv", "weather", "weathers", "which the TEI has not"),
    ("-tables/notes.csv", "islands lie", "islands lay", "“The islands lay two hours to the north.”, which"),
    ("-tables/quotations.csv", "a small sun", "a smaller sun", "has ““a smaller sun.””, which the TEI has not"),
    ("-tables/mentions.csv", "Ada Marr", "Ada Mart", "has “Captain Ada Mart”, which the TEI has not"),
    ("-tables/mentions.csv", "\r\n", ",\r\n", "has not as many cells as the header"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "old", "new", "expected"), WORDS)
def test_a_word_changed_in_a_derivative_is_told(bag: Path, faults, form: str, old: str, new: str, expected: str) -> None:
    file = bag / f"data/derivatives/harbour{form}"
    if form == ".epub":
        repack(file, old, new)
    else:
        edit(file, old, new)
    seal(bag)
    (told,) = faults(bag)
    assert told.startswith(f"data/derivatives/harbour{form}: ")
    assert expected in told


def repack(book: Path, old: str, new: str) -> None:
    """Change the text of a book."""
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert any(old.encode() in part for part in parts.values())
    with zipfile.ZipFile(book, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(old.encode(), new.encode()) if name.endswith(".xhtml") else part)


def test_a_word_changed_in_the_tei_is_told_by_the_source_and_by_every_derivative(bag: Path, faults) -> None:
    edit(bag / "data/tei/harbour/harbour.xml", "the weather had", "the weathers had")
    seal(bag)
    told = {line.partition(": ")[0] for line in faults(bag)}
    forms = (
        ".html",
        ".txt",
        ".corpus.txt",
        ".sentences.txt",
        ".conllu",
        ".epub",
        ".annotations.jsonld",
        "-tables/paragraphs.csv",
    )
    assert told == {"data/tei/harbour/harbour.xml", *(f"data/derivatives/harbour{form}" for form in forms)}


def test_the_first_word_that_differs_is_shown_with_those_before_it(bag: Path, faults) -> None:
    edit(bag / "data/derivatives/harbour.corpus.txt", "without a quarrel", "without one quarrel")
    seal(bag)
    (told,) = faults(bag)
    assert told.endswith("is “one”, the TEI has “a”, after “stone was laid without”")


# Any byte


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.integers(0, 2**31), st.integers(0, 255))
def test_any_byte_that_is_changed_anywhere_is_told(bag: Path, capsys, data, place: int, byte: int) -> None:
    tell(bag, data.draw(st.sampled_from(files(bag))), place, byte, capsys)


def tell(bag: Path, file: Path, place: int, byte: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Change a byte of a file, have it told, and change it back."""
    original = file.read_bytes()
    place %= len(original)
    if byte == original[place]:
        return
    file.write_bytes(original[:place] + bytes([byte]) + original[place + 1 :])
    assert verify.main([str(bag)]) == 1
    assert any(file.relative_to(bag).as_posix() in line for line in capsys.readouterr().out.splitlines()[:-1])
    file.write_bytes(original)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TAGS), st.integers(0, 2000), st.sampled_from([*range(0, 48, 5), 65, 97, 102, 255]))
def test_any_byte_beside_the_payload_is_told(bag: Path, capsys, name: str, place: int, byte: int) -> None:
    """These few files guard each other, and chance would seldom find them."""
    tell(bag, bag / name, place, byte, capsys)


# Against the software itself


def rendered(tei: bytes) -> Iterator[tuple[str, bytes]]:
    """The forms of an edition by the ends of their paths."""
    for made in render(tei, FORMS, ROOT / "xslt", "").values():
        yield from made.items()


def generated(seed: int) -> bytes:
    book = book_of(plan_of(seed))
    with edition_of(book.source, book.profile) as edition:
        return edition.built().tei


@pytest.mark.parametrize("seed", range(4))
def test_a_generated_book_and_all_its_forms_are_sound(seed: int) -> None:
    tei = generated(seed)
    edition = Edition(verify.xml(tei.decode()), source_of(read_xml(tei, "book.xml"), "book.xml"))
    assert [*edition.way_back()] == []
    compared = {form: edition.compare(form, data) for form, data in rendered(tei)}
    assert {form for form, found in compared.items() if found is None} == {
        form for form in compared if form.endswith((".tsv", ".json"))
    }
    assert not any(compared.values())


@pytest.mark.parametrize("file", SMALL, ids=lambda file: file.stem)
def test_every_element_is_read_as_the_software_reads_it(file: Path) -> None:
    """The small books have no source, so their print cannot be compared."""
    tei = file.read_bytes()
    edition = Edition(verify.xml(tei.decode()), b"")
    assert edition.words == tei_words(tei)
    assert not any(edition.compare(form, data) for form, data in rendered(tei) if form != ".printed.txt")


@pytest.mark.parametrize("case", CASES)
def test_what_is_hard_to_bring_back_is_brought_back(case: str) -> None:
    source, profile = CASES[case]
    document, findings = encoded(source, profile)
    if not errors(findings):
        edition = Edition(verify.xml(document), source.encode())
        assert [what for what in edition.way_back() if "SHA-256" not in what] == []
