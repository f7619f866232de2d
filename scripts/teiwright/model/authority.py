"""Authority files: the persons an edition may name, with the forms their names take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of the authority file: its id, the forms of the name in running text, and the entry itself as XML."""

    id: str
    forms: tuple[str, ...]
    entry: str
