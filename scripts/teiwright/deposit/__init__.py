"""Deposit: an edition as a package that an archive can take in, and that proves itself.

    files ─▶ guides and records ─▶ PREMIS ─▶ METS ─▶ RO-Crate ─▶ BagIt ─▶ zip

Each step describes what the steps before it made, so nothing describes itself. The room transforms no content: it is given
the files, adds what is to be said about them, and seals all of it. The same files give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from teiwright.deposit import guides
from teiwright.deposit.bag import Package, bagged
from teiwright.deposit.crate import PATH as CRATE
from teiwright.deposit.crate import crate
from teiwright.deposit.item import Item, Role
from teiwright.deposit.mets import PATH as METS
from teiwright.deposit.mets import mets
from teiwright.deposit.premis import PATH as PREMIS
from teiwright.deposit.premis import premis
from teiwright.deposit.record import Record
from teiwright.deposit.records import records
from teiwright.deposit.software import software

__all__ = ["Item", "Package", "Record", "Role", "package"]

_TERMS = "TERMS.md"
_PROOF = {
    "verify.py": "checks the package; needs nothing but Python",
    "verify_text.py": "what it runs to compare edition, source and forms",
}


def package(record: Record, items: Sequence[Item], page: str, validated: str, again: str) -> Package:
    """The package of an edition.

    items: its files, the edition itself and its source among them; page: the path of the form that people read; validated:
    what validation found, in a few words; again: the arguments with which the program makes the same package. Raises
    ValueError for two files with one path.
    """
    programs = software()
    given = [
        *items,
        *(Item(name, Path(__file__).with_name(name).read_bytes(), Role.SOFTWARE, title) for name, title in _PROOF.items()),
        Item(_TERMS, guides.terms(record), Role.GUIDE, "the terms of use, in full"),
    ]
    given += records(record, given)
    words = guides.readme(record, given, programs, again, PREMIS)
    given.insert(0, Item("README.md", words, Role.GUIDE, "what this is, how to use it and how to check it"))
    history = Item(PREMIS, premis(record, given, programs, validated), Role.METADATA, "origin, events, rights: PREMIS 3.0")
    inventory = Item(
        METS, mets(record, given, history, programs[0]), Role.METADATA, "every file by purpose and folder: METS 1.12.1"
    )
    given += history, inventory
    whole = crate(record, given, programs, _TERMS)
    given.append(Item(CRATE, whole, Role.METADATA, "everything as linked data: RO-Crate 1.2"))
    paths = [item.path for item in given]
    if len(set(paths)) < len(paths):
        raise ValueError(f"two files have one path: {sorted(path for path in paths if paths.count(path) > 1)}")
    return bagged(record, given, guides.first_words(record, page))
