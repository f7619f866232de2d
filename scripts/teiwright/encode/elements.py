"""Elements: which TEI element, with which attributes, each kind of claim becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from teiwright.encode.ids import Key, key
from teiwright.model.authority import AUTHORITIES
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

_WEIGHED = frozenset(
    {Kind.PARAGRAPH, Kind.ITEM, Kind.BLOCK_QUOTATION, Kind.QUOTATION, Kind.CITATION, Kind.TIME, *AUTHORITIES}
)
"""Kinds that are conjectures; the less certain ones say so, and who made them."""

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
    stated = ' level="a"' if claim["tag"] == "title" else ' rend="unmarked"' if claim.get("unmarked") else ""
    return f"{claim['tag']}{stated}", f"</{claim['tag']}>"


def _time(claim: Claim) -> Tags:
    names = ("when", "from", "to", "notBefore", "notAfter", "dur")
    stated = " ".join(f'{name}="{claim[name]}"' for name in names if claim.get(name))
    return f"date {stated}".rstrip(), "</date>"


def _citation(claim: Claim) -> Tags:
    work = f'corresp="#{claim["ref"]}"' if claim.get("ref") else ""
    return f"bibl {work}".rstrip(), "</bibl>"


def _cited(claim: Claim) -> Tags:
    name = claim["name"]
    stated = {"level": "m"} if name == "title" else {}
    stated |= {"unit": claim.get("unit"), "from": claim.get("first"), "to": claim.get("last") or claim.get("first")}
    written = " ".join(f'{attribute}="{value}"' for attribute, value in stated.items() if value)
    return f"{name} {written}".rstrip(), f"</{name}>"


def _work(claim: Claim) -> Tags:
    tag, level = claim["tag"], claim.get("level")
    stated = f' level="{level}"' if level else ' type="work"' if tag == "rs" else ""
    return f'{tag}{stated} ref="#{claim["ref"]}"', f"</{tag}>"


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
    Kind.INSERTION: _plain("seg", 'type="insertion"'),
    Kind.CITATION: _citation,
    Kind.CITED: _cited,
    Kind.WORK: _work,
    Kind.PERSON: lambda c: (f'persName ref="#{c["ref"]}"', "</persName>"),
    Kind.ROLE: _plain("roleName"),
    Kind.ORGANIZATION: lambda c: (f'orgName ref="#{c["ref"]}"', "</orgName>"),
    Kind.PLACE_NAME: lambda c: (f'placeName ref="#{c["ref"]}"', "</placeName>"),
    Kind.EVENT: lambda c: (f'name type="event" ref="#{c["ref"]}"', "</name>"),
    Kind.TIME: _time,
}
"""The start tag without its angle brackets and id, and the end tag, of each kind."""


def attributes(claim: Claim, ids: Mapping[Key, str], about: Sequence[Claim]) -> str:
    """The attributes that depend on other claims or on the certainty: id, speaker and source, links, responsibility.

    about: what is claimed of a quotation beside its kind.
    """
    own = ids.get(key(claim))
    found = []
    if own:
        found.append(f'target="#{own}"' if claim.kind is Kind.REFERENCE else f'xml:id="{own}"')
    for one in about:
        found += _ascribed(claim, ids, one) if one.kind is Kind.ATTRIBUTION else _repeated(ids, one)
    if claim.kind is Kind.QUOTATION:
        for link in ("next", "prev"):
            if link in claim.details:
                start, _, end = claim[link].partition("-")
                other = ids.get((Kind.QUOTATION, int(start), int(end)))
                found += [f'{link}="#{other}"'] if other else []
    if claim.kind in _WEIGHED and (claim.certainty < _SURE or claim.responsible != ENGINE):
        found += [f'resp="#{claim.responsible}"', f'cert="{claim.cert}"']
    return " ".join(found)


def _ascribed(claim: Claim, ids: Mapping[Key, str], attribution: Claim) -> list[str]:
    """Who speaks, which TEI says of `said` and `q` alone, and what is quoted: the citation in a note, else the work."""
    speaks = claim.get("tag") in ("said", "q") and attribution.get("who")
    start, _, end = attribution.get("cited").partition("-")
    source = ids.get((Kind.CITATION, int(start), int(end))) if start else attribution.get("source")
    return ([f'who="#{attribution["who"]}"'] if speaks else []) + ([f'source="#{source}"'] if source else [])


def _repeated(ids: Mapping[Key, str], parallel: Claim) -> list[str]:
    """The block in which the quoted words stand before."""
    kind, start, end = (parallel.get("block") or "paragraph -1 -1").split(" ")
    target = ids.get((Kind(kind), int(start), int(end)))
    return [f'corresp="#{target}"'] if target else []
