"""The proof that travels in the package: it finds a sound one sound, and tells every fault in a line that names the file."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teiwright.deposit import verify

from .sealing import TAGS, edit, files, flip, seal, seal_tags

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [ROOT / "scripts/teiwright/deposit" / name for name in ("verify.py", "verify_text.py")]

Verify = Callable[..., tuple[int, list[str]]]


def start(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the proof as an archivist would, with nothing but Python."""
    command = [sys.executable, "-I", "-S", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


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
    assert f" {len(files(deposited)) - 2} files" in proved[0], "the two tag manifests are stated nowhere"
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
    assert (status, lines[-1].partition(";")[0]) == (0, "sound in itself")
    assert lines[0].endswith("as stated in data/ro-crate-metadata.json")


@pytest.mark.parametrize("name", ["manifest-sha512.txt", "data/ro-crate-metadata.json"])
def test_a_list_that_is_gone_is_told_and_not_every_file_in_it(bag: Path, faults, name: str) -> None:
    (bag / name).unlink()
    assert {fault.partition(":")[0] for fault in faults(bag)} == {name}


def test_without_its_other_half_it_says_so(bag: Path) -> None:
    (bag / "data/verify_text.py").unlink()
    done = subprocess.run([sys.executable, "-I", bag / "data/verify.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "cannot be examined: verify_text.py is not beside verify.py" in done.stdout
    assert done.stdout.splitlines()[-1] == "verify: 2 faults"


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
    assert sum("leads out of the package; refused" in line for line in told) == 2
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
    try:
        assert verify.main([str(bag)]) == 1
        assert any(file.relative_to(bag).as_posix() in line for line in capsys.readouterr().out.splitlines()[:-1])
    finally:
        file.write_bytes(original)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TAGS), st.integers(0, 2000), st.sampled_from([*range(0, 48, 5), 65, 97, 102, 255]))
def test_any_byte_beside_the_payload_is_told(bag: Path, capsys, name: str, place: int, byte: int) -> None:
    """These few files guard each other, and chance would seldom find them."""
    tell(bag, bag / name, place, byte, capsys)
