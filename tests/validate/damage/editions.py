"""The three sound editions that are damaged: the first edition, an invented pamphlet, and a book with every element."""

from __future__ import annotations

import re
from pathlib import Path

from teiwright.checking import checked, own_schemas
from teiwright.findings import Finding
from teiwright.pipeline import build
from teiwright.validate import Given
from teiwright.workspace import Workspace

from .edition import Edition
from .kinds import Mutant

_ENTRIES = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'


def sound_editions(root: Path, folder: Path, seed: int = 1) -> list[Edition]:
    """Return the editions, each with its source, if it has one, and with the authority files beside it.

    root: the checkout; folder: an empty folder, where the entries of the book with every element are laid beside it.
    """
    first, pamphlet = root / "tei" / "hedp", root / "tests" / "findings" / "base" / "tei" / "pamphlet"
    book = (root / "tests" / "schema" / "base.xml").read_text("utf-8")
    entries = re.search("<standOff>.*</standOff>", book, re.DOTALL)
    assert entries
    (folder / "authority").mkdir()
    (folder / "authority" / "entries.xml").write_text(_ENTRIES.format(entries[0]), "utf-8")
    edition = (first / "hedp.xml").read_text("utf-8")
    made = build(Workspace.of(pamphlet), "encode").tei.decode()
    return [
        Edition("hedp", edition, first / "hedp.xml", (first / "source.txt").read_bytes(), 1, seed),
        Edition("pamphlet", made, pamphlet / "pamphlet.xml", (pamphlet / "source.txt").read_bytes(), 2, seed),
        Edition("base", book, folder / "base" / "base.xml", None, 2, seed),
    ]


def findings_about(mutant: Mutant) -> list[Finding]:
    """Return what is told of a mutant where it stands, with what its kind says lies beside it."""
    edition = mutant.edition
    given = [Given(edition.path, mutant.data, "mutant.xml", None if mutant.kind.alone else edition.source)]
    if mutant.kind.twin:
        given.insert(0, Given(edition.path, edition.text.encode(), "sound.xml", edition.source))
    return [finding for finding in checked(given, own_schemas()).findings if finding.file == "mutant.xml"]
