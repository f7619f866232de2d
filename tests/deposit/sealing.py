"""A small package made by hand, and the checksums of a package made anew, which the packer does for no changed file."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from teiwright.deposit import verify
from teiwright.pipeline import build, rendered
from teiwright.workspace import Workspace, write_files

TAGS = ["bagit.txt", "bag-info.txt", "READ-ME-FIRST.txt", *verify.MANIFESTS]
"""What lies beside the payload."""

FORMS = ("html", "text", "map", "corpus", "printed", "sentences", "tokens", "annotations", "epub", "tables")


def packed(root: Path, edition: Path, bag: Path) -> Path:
    """Make a package of an edition."""
    data, own = bag / "data", Workspace.of(edition)
    built = build(own, "encode")
    forms = rendered(own, built.tei, FORMS)
    for folder in (edition, edition.parent / "authority"):
        shutil.copytree(folder, data / "tei" / folder.name)
    shutil.copytree(root / "xslt/common", data / "xslt/common")
    for name in ("README.md", "CITATION.cff", "LICENSE", "schema/teiwright.rng", "schema/teiwright.sch"):
        (data / name).parent.mkdir(exist_ok=True)
        shutil.copy(root / name, data / name)
    for name in ("verify.py", "verify_text.py"):
        shutil.copy(root / "scripts/teiwright/deposit" / name, data)
    (data / "cover.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    write_files({data / "tei" / own.name / own.edition.name: built.tei})
    write_files({data / "derivatives" / path: content for path, content in forms.items()})
    write_files({data / "log" / path: content for path, content in built.outputs.items()})
    (bag / "READ-ME-FIRST.txt").write_text("Begin with data/README.md.\n")
    seal(bag)
    return bag


def seal(bag: Path) -> None:
    """State what is in a package: crate, bag, manifests, manifests of tags."""
    data = bag / "data"
    crate = data / "ro-crate-metadata.json"
    entities = [
        {
            "@id": file.relative_to(data).as_posix(),
            "@type": ["File", "SoftwareSourceCode"] if file.suffix == ".py" else "File",
            "contentSize": str(file.stat().st_size),
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }
        for file in files(data)
        if file != crate
    ]
    about = {"@id": crate.name, "@type": "CreativeWork", "about": {"@id": "./"}}
    graph = [about, {"@id": "./", "@type": "Dataset"}, {"@id": "https://example.org/print.pdf", "@type": "File"}, *entities]
    crate.write_text(json.dumps({"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph}, indent=1))
    sizes = [file.stat().st_size for file in files(data)]
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "bag-info.txt").write_text(f"Bagging-Date: 2026-11-23\nPayload-Oxum: {sum(sizes)}.{len(sizes)}\n")
    for name in ("sha256", "sha512"):
        write_manifest(bag, f"manifest-{name}.txt", files(data))
    tags = [file for file in files(bag) if data not in file.parents and not file.name.startswith("tagmanifest-")]
    for name in ("sha256", "sha512"):
        write_manifest(bag, f"tagmanifest-{name}.txt", tags)


def write_manifest(bag: Path, name: str, listed: list[Path]) -> None:
    """State the checksums of some files."""
    kind = name.rpartition("-")[2].removesuffix(".txt")
    lines = (f"{hashlib.new(kind, file.read_bytes()).hexdigest()}  {file.relative_to(bag).as_posix()}\n" for file in listed)
    (bag / name).write_text("".join(lines))


def files(folder: Path) -> list[Path]:
    """The files in a folder, at any depth."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


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
