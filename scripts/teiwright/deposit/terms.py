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

_DERIVED = frozenset({Role.EDITION, Role.DERIVATIVE, Role.LOG, Role.REPORT})
_TEXT = _DERIVED | {Role.SOURCE}
_ENCODING = _DERIVED | {Role.EDITORIAL, Role.AUTHORITY, Role.METADATA}
_PROGRAM = frozenset({Role.SCHEMA, Role.STYLESHEET, Role.SOFTWARE})


@dataclass(frozen=True, slots=True)
class Terms:
    """A statement about rights, and the files that it is about.

    key: its identifier, an XML name; subject: what the rights are in; rights: the statement; roles: of the files.
    """

    key: str
    subject: str
    rights: Rights
    roles: frozenset[Role]


def terms(record: Record, program: Software) -> tuple[Terms, ...]:
    """Every statement: the licences of the encoding, what is known of rights in the text, the licence of the program.

    program: the one whose files are in the package.
    """
    own = Rights(f"{program.name} {program.version} is given under {program.licence}.", _spdx(program.licence), "free")
    return (
        *_each("encoding", record.licences, _ENCODING),
        *_each("text", record.caveats, _TEXT),
        *_each("program", (own,), _PROGRAM),
    )


def _each(subject: str, rights: Sequence[Rights], roles: frozenset[Role]) -> Iterator[Terms]:
    for number, one in enumerate(rights, start=1):
        yield Terms(f"rights-{subject}-{number}", subject, one, roles)


def _spdx(licence: str) -> str:
    """Where the SPDX list has the words of a licence."""
    return f"https://spdx.org/licenses/{licence}.html"
