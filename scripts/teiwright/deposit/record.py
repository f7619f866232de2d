"""The record of an edition: what its TEI header says, as far as catalogues and repositories ask for it.

Every form of metadata in a package is written from one record, so they cannot contradict each other. Nothing stands in it
that the header does not say; what it leaves open is empty here, and absent from the forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_LICENCES = re.compile(r"https?://creativecommons\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/(\d\.\d)/?(?:deed\.\w+)?")


class Nature(StrEnum):
    """What somebody who is named is, as far as the encoding tells."""

    PERSON = "person"
    ORGANIZATION = "organization"
    SOFTWARE = "software"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody, or some program, that the header names.

    name: as it is written; family, given: its parts, where a person's name is encoded with them; identifiers: addresses, of
    ORCID, VIAF, Wikidata and the like; role: what `resp` says was done, empty for an author.
    """

    name: str
    nature: Nature = Nature.UNKNOWN
    family: str = ""
    given: str = ""
    identifiers: tuple[str, ...] = ()
    role: str = ""

    @property
    def sorted(self) -> str:
        """The name as lists sort it: “Marr, Ada” where its parts are known."""
        return ", ".join(part for part in (self.family, self.given) if part) or self.name


@dataclass(frozen=True, slots=True)
class Rights:
    """What is said about rights, or about what is not known of them (TEI `availability`).

    statement: the words; licence: its address, empty where none is granted; status: free, unknown or restricted.
    """

    statement: str
    licence: str = ""
    status: str = ""

    @property
    def spdx(self) -> str:
        """The licence's identifier in the SPDX list, where it is an international one of Creative Commons; else empty."""
        found = _LICENCES.fullmatch(self.licence)
        if not found:
            return ""
        return f"CC0-{found[3]}" if found[2] else f"CC-{found[1].upper()}-{found[3]}"


@dataclass(frozen=True, slots=True)
class Witness:
    """Something that the edition goes back to (TEI `sourceDesc//bibl`), in the order of the header.

    key: its xml:id; kind: its type, such as print, digital or original; citation: the description without its notes; note:
    these.
    """

    key: str
    kind: str
    title: str
    citation: str
    creators: tuple[Agent, ...] = ()
    publisher: str = ""
    place: str = ""
    date: str = ""
    identifiers: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the edition (TEI `revisionDesc/change`); who: the name its pointer leads to; version: `@n`, if any."""

    when: str
    who: str
    what: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What the header of an edition says.

    name: the edition's short name; version, released: of the edition statement, a date YYYY-MM-DD; year: of publication;
    language: of the text, languages: all that the header lists, each with its name, as BCP 47 tags; identifiers: of the
    publication, such as a DOI, each with its type; licences: rights that are granted, in the work of the editors; caveats:
    what is known and not known of other rights, those in the text; mentioned: persons and organizations of the text that are
    identified in a register; extent: how many printed pages there are, in the words of the header.
    """

    name: str
    title: str
    subtitle: str
    authors: tuple[Agent, ...]
    editors: tuple[Agent, ...]
    programs: tuple[Agent, ...]
    version: str
    released: str
    year: str
    publisher: str
    language: str
    languages: tuple[tuple[str, str], ...]
    identifiers: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    descriptions: tuple[str, ...]
    licences: tuple[Rights, ...]
    caveats: tuple[Rights, ...]
    witnesses: tuple[Witness, ...]
    changes: tuple[Change, ...]
    mentioned: tuple[Agent, ...] = ()
    extent: str = ""

    @property
    def print(self) -> Witness | None:
        """The print that the edition goes back to: the first witness that says so, else the first at all."""
        return next((one for one in self.witnesses if one.kind == "print"), next(iter(self.witnesses), None))

    @property
    def label(self) -> str:
        """The name of this version of the edition, which package and folders bear: `hedp-0.1.0`."""
        return f"{self.name}-{self.version}"
