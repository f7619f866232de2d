"""The files of a package, each with what a stranger must be told about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256, sha512

from teiwright.deposit.formats import FileFormat, file_format

_SAFE = re.compile(r"(?:[A-Za-z0-9._-]+/)*[A-Za-z0-9._-]+")


class Role(StrEnum):
    """What a file is there for; the value is its heading where files are listed for people, in this order."""

    GUIDE = "To begin with"
    EDITION = "The edition"
    SOURCE = "The source, as received"
    PLAIN = "The text of the source alone, in other layouts"
    EDITORIAL = "What the editors wrote"
    AUTHORITY = "Authority files"
    DERIVATIVE = "Forms for reading and for programs, each made from the edition"
    LOG = "How the edition came to be"
    REPORT = "What validation found"
    METADATA = "Records for catalogues and repositories"
    SCHEMA = "The schema and its documentation"
    STYLESHEET = "The stylesheets"
    SOFTWARE = "The program"
    LICENCE = "The licences, in full"


@dataclass(frozen=True)
class Item:
    """A file of a package.

    path: in the payload, with slashes; data: its bytes; role: what it is there for; title: what it is, in a few words;
    made_from: the paths of the files that it was made from. Raises ValueError for a path that is not safe everywhere, which
    has ASCII letters, digits, dot, hyphen and underscore, and nothing that leads upwards.
    """

    path: str
    data: bytes
    role: Role
    title: str
    made_from: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unsafe path."""
        if not is_safe(self.path):
            raise ValueError(f"a package cannot have the path “{self.path}”")

    @cached_property
    def format(self) -> FileFormat:
        """The file's format, as far as its name and role tell."""
        return file_format(self.path, is_tei=self.role in (Role.EDITION, Role.AUTHORITY))

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @cached_property
    def sha512(self) -> str:
        """The SHA-512 of its bytes, in hexadecimal."""
        return sha512(self.data).hexdigest()


def is_safe(path: str) -> bool:
    """Whether a path can be unpacked everywhere, and nowhere but in its folder."""
    return _SAFE.fullmatch(path) is not None and not {".", ".."} & set(path.split("/"))


def by_role(items: Iterable[Item]) -> Sequence[tuple[Role, list[Item]]]:
    """The items of each role that has any, in the order of the roles."""
    listed = list(items)
    grouped = [(role, [item for item in listed if item.role is role]) for role in Role]
    return [(role, some) for role, some in grouped if some]
