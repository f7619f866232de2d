"""Authority files: what a book may name — persons, organizations, places, events, works — and the forms of the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiwright.model.claim import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an authority file.

    kind: of the claims that mention it; id: its identifier; forms: the name in running text, each of which means this entry
    wherever it stands; entry: the entry itself as XML; shorts: forms that mean it only where the text has led to it, such as
    “the Committee”; an entry may share them with others; exceptions: longer words that hold a form and do not mean the
    entry, such as “East European”. Of a work also: level: of its title, as TEI has it (`m`, `a` …); creators: the entries of
    its authors, a mention of whom leads to its short forms, such as “Selected Works”.
    """

    kind: Kind
    id: str
    forms: tuple[str, ...]
    entry: str = ""
    shorts: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    level: str = ""
    creators: tuple[str, ...] = ()


AUTHORITIES: Final[Mapping[Kind, tuple[str, str, str]]] = {
    Kind.PERSON: ("persons.xml", "person", "persName"),
    Kind.ORGANIZATION: ("organizations.xml", "org", "orgName"),
    Kind.PLACE_NAME: ("places.xml", "place", "placeName"),
    Kind.EVENT: ("events.xml", "event", "label"),
    Kind.WORK: ("works.xml", "bibl", "title"),
}
"""For each kind of mention the file of its entries, their element, and the element that holds their names."""
