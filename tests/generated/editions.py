"""Builds of generated books: each in a folder of its own, through the real pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from teiwright.measuring.scores import Score, measure
from teiwright.pipeline import Build, build
from teiwright.workspace import Workspace
from teiwright.xml import read_xml

from .books import Book, authority

HEADER = (Path(__file__).resolve().parent.parent / "books" / "harbour" / "header.xml").read_bytes()
HEADER = HEADER.replace(b'<normalization method="silent">', b'<normalization method="markup">')
"""The header of an invented book, which says how these are made: hyphens that the digitiser lost are marked."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The folder of a generated book."""

    workspace: Workspace

    def built(self, until: str = "encode", decisions: str = "") -> Build:
        """A build of the book with some decisions, given as XML; without, their file is taken away."""
        file = self.workspace.folder / "decisions.xml"
        file.unlink(missing_ok=True)
        if decisions:
            file.write_text(decisions, "utf-8")
        return build(self.workspace, until)


def measured(made: Build, book: Book) -> dict[str, Score]:
    """How the edition that the rules make compares with the truth, by sort of fact."""
    return {score.sort: score for score in measure(read_xml(made.tei, "book.xml"), book.truth)}


@contextmanager
def edition_of(source: bytes, profile: str) -> Iterator[Edition]:
    """A folder with a source and what its editor states, for as long as it is needed."""
    with TemporaryDirectory() as folder:
        own = Path(folder) / "book"
        own.mkdir()
        (Path(folder) / "authority").mkdir()
        (Path(folder) / "authority" / "persons.xml").write_bytes(authority())
        for name, data in {"source.txt": source, "profile.toml": profile.encode(), "header.xml": HEADER}.items():
            (own / name).write_bytes(data)
        yield Edition(Workspace.of(own, Path(folder) / "out"))
