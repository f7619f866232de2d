"""Where an edition's files are, and how they are written: aside first, then renamed, so that nothing is half-written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING

from teiwright.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """A folder of stylesheets or schemas: beside the package in a wheel, at the top level in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


@dataclass(frozen=True, slots=True)
class Workspace:
    """The files of one edition: a folder with its source and what its editors write, and where the results go.

    folder: the edition's folder, for instance `tei/hedp`; out: where everything is written that is not committed; instead:
    by their names, files that are read in place of those in the folder, before it is known whether they may be written.
    """

    folder: Path
    out: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, out: Path | None = None) -> Workspace:
        """The workspace of an edition's folder; results go to `build/NAME` beside the folder of editions.

        Raises Refused (W001) when the folder is none, or has no source.
        """
        folder = folder.resolve()
        if not (folder / "source.txt").is_file():
            help_ = "give an edition's folder: one that holds source.txt"
            raise Refused(Finding("W001", "there is no source.txt", help_, str(folder)))
        return cls(folder, (out or folder.parent.parent / "build" / folder.name).resolve())

    @property
    def name(self) -> str:
        """The edition's short name: that of its folder."""
        return self.folder.name

    @property
    def edition(self) -> Path:
        """The generated TEI."""
        return self.folder / f"{self.name}.xml"

    def read(self, name: str, default: bytes | None = None) -> bytes:
        """The bytes of one of the edition's files. Raises Refused (W001) when it is missing and has no default."""
        if name in self.instead:
            return self.instead[name]
        path = self.folder / name
        if not path.is_file() and default is not None:
            return default
        try:
            return path.read_bytes()
        except OSError as error:
            how = "build the edition first" if path == self.edition else f"write {name}; tei/hedp shows how"
            raise Refused(Finding("W001", _reason(error), how, str(path))) from None

    def authority(self, name: str) -> bytes | None:
        """The bytes of an authority file shared by the editions, or None when there is none."""
        path = self.folder.parent / "authority" / name
        try:
            return path.read_bytes() if path.is_file() else None
        except OSError as error:
            raise Refused(Finding("W001", _reason(error), "make the file readable", str(path))) from None


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files: all of them aside first, then each renamed into place. Raises Refused (W002) before any is changed.

    What else is in their folders stays. A run that is killed leaves every file whole, the old one or the new.
    """
    asides: list[Path] = []
    path = Path()
    try:
        for path, data in files.items():
            if path.is_dir():
                raise IsADirectoryError(EISDIR, "is a directory")
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            asides.append(Path(name))
            _fill(handle, data)
        for path, aside in zip(files, asides, strict=True):
            aside.chmod(0o644)  # a temporary file is only its owner's
            aside.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        for aside in asides:
            aside.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder as a whole: aside first, then in the place of what was there. Raises Refused (W002).

    Until the new one is whole, the old one stays.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as aside:
            new = Path(aside) / "new"
            for name, data in files.items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            if folder.exists():
                folder.replace(Path(aside) / "old")
            new.replace(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None


def _fill(handle: int, data: bytes) -> None:
    """Write the bytes of a file that is open, and see them safely on the disk."""
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _unwritable(path: Path, error: OSError) -> Refused:
    help_ = "make the folder writable, or give another one with --out"
    return Refused(Finding("W002", _reason(error), help_, str(path)))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
