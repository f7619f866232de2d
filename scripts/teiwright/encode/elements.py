"""Elements: which TEI element, with which attributes, each kind of claim becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from teiwright.encode.ids import Key, key
from teiwright.model.claim import ENGINE, Claim, Kind

if TYPE_CHECKING:
    from typing import Final

CONTAINERS = frozenset({Kind.ZONE, Kind.DIVISION, Kind.TITLE_PAGE, Kind.BLOCK_QUOTATION, Kind.LIST})
"""Kinds that hold blocks only: white space in them is layout."""

BLOCKS = (
    Kind.ZONE, Kind.DIVISION, Kind.TITLE_PAGE, Kind.TITLE, Kind.IMPRINT, Kind.HEAD, Kind.SEPARATOR, Kind.BLOCK_QUOTATION,
    Kind.LIST, Kind.ITEM, Kind.PARAGRAPH, Kind.ENTRY,
)  # fmt: skip
"""Kinds of the running text that hold blocks or are blocks."""

_WEIGHED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.BLOCK_QUOTATION, Kind.QUOTATION})
"""Kinds that are conjectures about the print; the less certain ones say so, and who made them."""

_SURE = 0.9

Tags = tuple[str, str]


def _plain(name: str, rest: str = "") -> Callable[[Claim], Tags]:
    return lambda _: (f"{name} {rest}".rstrip(), f"</{name}>")


def _division(claim: Claim) -> Tags:
    n = f'n="{claim["n"]}" ' if claim["n"] else ""
    return f'div {n}type="{claim["type"]}"', "</div>"


def _zone(claim: Claim) -> Tags:
    return claim["name"], f"</{claim['name']}>"


def _quotation(claim: Claim) -> Tags:
    level = ' level="a"' if claim["tag"] == "title" else ""
    return f"{claim['tag']}{level}", f"</{claim['tag']}>"


def _time(claim: Claim) -> Tags:
    names = ("when", "from", "to", "notBefore", "notAfter", "dur")
    stated = " ".join(f'{name}="{claim[name]}"' for name in names if claim.get(name))
    return f"date {stated}".rstrip(), "</date>"


def _item(claim: Claim) -> Tags:
    return f'item n="{claim["n"]}"', "</item>"


TAGS: Final[Mapping[Kind, Callable[[Claim], Tags]]] = {
    Kind.ZONE: _zone,
    Kind.DIVISION: _division,
    Kind.TITLE_PAGE: lambda c: (f'titlePage type="{c["type"]}"', "</titlePage>"),
    Kind.TITLE: lambda _: ("docTitle", "</titlePart></docTitle>"),
    Kind.IMPRINT: _plain("docImprint"),
    Kind.HEAD: _plain("head"),
    Kind.SEPARATOR: _plain("ab", 'type="separator"'),
    Kind.BLOCK_QUOTATION: _plain("quote", 'rend="block"'),
    Kind.LIST: _plain("list"),
    Kind.ITEM: _item,
    Kind.ENTRY: _plain("item"),
    Kind.PARAGRAPH: _plain("p"),
    Kind.PUBLISHER: _plain("publisher"),
    Kind.PLACE: _plain("pubPlace"),
    Kind.DATE: lambda c: (f'docDate when="{c["when"]}"', "</docDate>"),
    Kind.REFERENCE: _plain("ref"),
    Kind.QUOTATION: _quotation,
    Kind.PERSON: lambda c: (f'persName ref="#{c["ref"]}"', "</persName>"),
    Kind.ROLE: _plain("roleName"),
    Kind.ORGANIZATION: lambda c: (f'orgName ref="#{c["ref"]}"', "</orgName>"),
    Kind.PLACE_NAME: lambda c: (f'placeName ref="#{c["ref"]}"', "</placeName>"),
    Kind.EVENT: lambda c: (f'name type="event" ref="#{c["ref"]}"', "</name>"),
    Kind.TIME: _time,
}
"""The start tag without its angle brackets and id, and the end tag, of each kind."""


def attributes(claim: Claim, ids: Mapping[Key, str]) -> str:
    """The attributes that depend on other claims or on the certainty: id, links, responsibility."""
    own = ids.get(key(claim))
    found = []
    if own:
        found.append(f'target="#{own}"' if claim.kind is Kind.REFERENCE else f'xml:id="{own}"')
    if claim.kind is Kind.QUOTATION:
        found += [f'who="#{claim["who"]}"'] if claim.get("who") else []
        for link in ("next", "prev"):
            if link in claim.details:
                start, _, end = claim[link].partition("-")
                other = ids.get((Kind.QUOTATION, int(start), int(end)))
                found += [f'{link}="#{other}"'] if other else []
    if claim.kind in _WEIGHED and (claim.certainty < _SURE or claim.responsible != ENGINE):
        found += [f'resp="#{claim.responsible}"', f'cert="{claim.cert}"']
    return " ".join(found)
