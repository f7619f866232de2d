"""Which statement about rights applies to which files of a package.

Three things are kept apart, since they are different work: the text, what the editors made of it, and the program. A file
that holds two of them has two statements. The source, as received, holds the text alone, so no licence is ever on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teiwright.deposit.item import Role
from teiwright.deposit.record import Record, Rights
from teiwright.deposit.software import Software

_MADE_OF_TEXT = frozenset({Role.EDITION, Role.DERIVATIVE, Role.LOG, Role.REPORT})
TEXT = _MADE_OF_TEXT | {Role.SOURCE, Role.PLAIN}
"""The files that hold the text of the book, or parts of it; the last two nothing else."""

ENCODING = _MADE_OF_TEXT | {Role.EDITORIAL, Role.AUTHORITY, Role.METADATA, Role.GUIDE}
"""The files that hold work of the editors."""

PROGRAM = frozenset({Role.SCHEMA, Role.STYLESHEET, Role.SOFTWARE})
"""The files of the program."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about rights, and the files that it is about.

    key: its identifier, an XML name; subject: what the rights are in; rights: the statement; roles: of the files.
    """

    key: str
    subject: str
    rights: Rights
    roles: frozenset[Role]


def statements(record: Record, program: Software) -> tuple[Statement, ...]:
    """Every statement: the licences of the encoding, what is known of rights in the text, the licence of the program.

    program: the one whose files are in the package.
    """
    words = f"https://spdx.org/licenses/{program.licence}.html"
    own = Rights(f"{program.name} {program.version} is given under {program.licence}.", words, "free")
    return (
        *_each("encoding", record.licences, ENCODING),
        *_each("text", record.caveats, TEXT),
        *_each("program", (own,), PROGRAM),
    )


def _each(subject: str, rights: Sequence[Rights], roles: frozenset[Role]) -> Iterator[Statement]:
    for number, one in enumerate(rights, start=1):
        yield Statement(f"rights-{subject}-{number}", subject, one, roles)
