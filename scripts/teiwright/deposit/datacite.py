"""DataCite 4.7, the metadata of a DOI: as XML, and as the JSON that its REST interface takes.

The JSON is the structure; the XML is written from it alone, so that the two cannot differ.

- The general type is Dataset, “data encoded in a defined structure”: the package is markup with its schema, tables and logs.
  A Book has pages in a cover, as the print has, which is described as such; a Text is for reading, as only some of the forms
  are. CFF and RO-Crate know no other word for it either.
- Creators are the authors of the text, as in all records; where the header names none, the editors, since DataCite demands
  somebody and the edition is theirs.
- A program is no contributor, which is “an institution or person”: it is told in the technical information.
- Whether a name is a person's is told only where the encoding tells it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.builder import ElementMaker

from teiwright.deposit.documents import document
from teiwright.deposit.identifiers import doi, doi_of, other_identifiers, scheme_of
from teiwright.deposit.item import Item, Role
from teiwright.deposit.record import Agent, Nature, Record, Witness
from teiwright.deposit.values import distinct, said, year_of
from teiwright.xml import Element

KERNEL = "http://datacite.org/schema/kernel-4"
_SCHEMA = "https://schema.datacite.org/meta/kernel-4.7/metadata.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SPDX = "https://spdx.org/licenses/"

TO_BE_ASSIGNED = ":tba"
"""What stands for a mandatory value that will be assigned later (DataCite, appendix 3)."""

_NAME_TYPES = {Nature.PERSON: "Personal", Nature.ORGANIZATION: "Organizational"}
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")  # what an xs:language may be
_OF_CONTENT = (Role.EDITION, Role.SOURCE, Role.DERIVATIVE)

Entry = dict[str, Any]


def datacite_json(record: Record, items: Sequence[Item]) -> bytes:
    """The attributes of a DOI for the REST interface; items: the files of the package other than records."""
    return (json.dumps(attributes(record, items), ensure_ascii=False, indent=2) + "\n").encode()


def attributes(record: Record, items: Sequence[Item]) -> Entry:
    """What DataCite is told of an edition, in the order of its schema. What the header leaves open is absent."""
    entry: Entry = {
        "doi": doi(record),
        "creators": [_agent(one) for one in record.authors or record.editors],
        "titles": list(_titles(record)),
        "publisher": {"name": record.publisher},
        "publicationYear": year_of(record.year) or record.released[:4],
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "digital scholarly edition, TEI"},
        "subjects": [{"subject": one} for one in record.subjects if one],
        "contributors": [{**_agent(one), "contributorType": "Editor"} for one in record.editors],
        "dates": [{"date": record.released, "dateType": "Issued"}],
        "language": record.language if _LANGUAGE.fullmatch(record.language) else "",
        "alternateIdentifiers": [
            {"alternateIdentifier": text, "alternateIdentifierType": kind or "local"}
            for kind, text in other_identifiers(record)
        ],
        "relatedIdentifiers": [
            {**_identifier("relatedIdentifier", one), "relationType": "IsDerivedFrom"}
            for witness in record.witnesses
            for one in witness.identifiers
        ],
        "sizes": [record.extent] if record.extent else [],
        "formats": [one.format.media_type for one in items if one.role in _OF_CONTENT],
        "version": record.version,
        "rightsList": list(_rights(record)),
        "descriptions": list(_descriptions(record, items)),
        "relatedItems": [_related(one) for one in record.witnesses if one.title or one.citation],
        "schemaVersion": KERNEL,
    }
    return {key: distinct(value) if isinstance(value, list) else value for key, value in said(entry).items()}


def _agent(agent: Agent, *, numbered: bool = True) -> Entry:
    """Somebody; numbered: with the numbers that registers gave to the name."""
    entry: Entry = {
        "name": agent.sorted,
        "nameType": _NAME_TYPES.get(agent.nature),
        "givenName": agent.given,
        "familyName": agent.family,
        "nameIdentifiers": [
            {"nameIdentifier": address, "nameIdentifierScheme": scheme.name, "schemeUri": scheme.address}
            for address in agent.identifiers
            if numbered and (scheme := scheme_of(address))
        ],
    }
    return said(entry)


def _titles(record: Record) -> Iterator[Entry]:
    yield {"title": record.title}
    if record.subtitle:
        yield {"title": record.subtitle, "titleType": "Subtitle"}


def _rights(record: Record) -> Iterator[Entry]:
    """The licences of the encoding, each with its address; apart from them, without any, what is said of other rights."""
    for one in record.licences:
        known = {"rightsIdentifier": one.spdx, "rightsIdentifierScheme": "SPDX", "schemeUri": _SPDX} if one.spdx else {}
        yield {"rights": one.statement or one.licence, "rightsUri": one.licence, **known}
    yield from ({"rights": one.statement} for one in record.caveats)


def _descriptions(record: Record, items: Sequence[Item]) -> Iterator[Entry]:
    for number, words in enumerate(record.descriptions):
        yield {"description": words, "descriptionType": "Other" if number else "Abstract"}
    derived = "; its other forms are made from it" if any(one.role is Role.DERIVATIVE for one in items) else ""
    technical = [
        *(f"The edition is {one.path}, a TEI document{derived}." for one in items if one.role is Role.EDITION),
        *(f"Software: {' '.join(filter(None, (one.role, one.name)))}." for one in record.programs),
    ]
    if technical:
        yield {"description": " ".join(technical), "descriptionType": "TechnicalInfo"}


def _related(witness: Witness) -> Entry:
    """Something that the edition goes back to. Only of a print does the header tell that it is a book."""
    entry: Entry = {
        "relatedItemType": "Book" if witness.kind == "print" else "Text",
        "relationType": "IsDerivedFrom",
        "relatedItemIdentifier": next((_identifier("relatedItemIdentifier", one) for one in witness.identifiers), None),
        "creators": [_agent(one, numbered=False) for one in witness.creators],
        "titles": [{"title": witness.title or witness.citation}],
        "publicationYear": year_of(witness.date),
        "publisher": witness.publisher,
    }
    return said(entry)


def _identifier(name: str, address: str) -> Entry:
    number = doi_of(address)
    return {name: number or address, f"{name}Type": "DOI" if number else "URL"}


# ---- as XML ----

_E = ElementMaker(namespace=KERNEL, nsmap={None: KERNEL, "xsi": _XSI})
_SPELLED = {"rightsUri": "rightsURI", "schemeUri": "schemeURI"}
_ELSEWHERE = {"doi", "schemaVersion"}
"""What the XML has in another place: the identifier, which is never absent, and the namespace."""


def datacite_xml(record: Record, items: Sequence[Item]) -> bytes:
    """The record as XML; items: the files of the package other than records."""
    told = attributes(record, items)
    root = _E.resource(
        {f"{{{_XSI}}}schemaLocation": f"{KERNEL} {_SCHEMA}"},
        _E.identifier(told.get("doi", TO_BE_ASSIGNED), identifierType="DOI"),
        *(_element(name, value) for name, value in told.items() if name not in _ELSEWHERE),
    )
    return document(root)


def _element(name: str, value: Any) -> Element:
    """What the XML says for a member of the JSON."""
    if isinstance(value, str):
        return _E(name, value)
    if isinstance(value, list):
        return _E(name, *(_listed(name, one) for one in value))
    if name == "types":
        return _E.resourceType(value["resourceType"], resourceTypeGeneral=value["resourceTypeGeneral"])
    return _E(name, value["name"]) if name == "publisher" else _entry(name, value)


def _listed(name: str, value: Any) -> Element:
    """An entry of a list: it is called what the list is called, in the singular."""
    singular = "rights" if name == "rightsList" else name[:-1]
    if isinstance(value, str):
        return _E(singular, value)
    if name in {"creators", "contributors"}:
        return _somebody(singular, value)
    return _related_item(value) if name == "relatedItems" else _entry(singular, value)


def _entry(name: str, entry: Entry) -> Element:
    """An element whose text is the value of its own name, and whose attributes are all other values."""
    return _E(name, entry[name], {_SPELLED.get(key, key): value for key, value in entry.items() if key != name})


def _somebody(role: str, entry: Entry) -> Element:
    return _E(
        role,
        {key: entry[key] for key in ("contributorType",) if key in entry},
        _E(f"{role}Name", entry["name"], {key: entry[key] for key in ("nameType",) if key in entry}),
        *(_E(key, entry[key]) for key in ("givenName", "familyName") if key in entry),
        *(_entry("nameIdentifier", one) for one in entry.get("nameIdentifiers", ())),
    )


def _related_item(entry: Entry) -> Element:
    marks = {key: entry[key] for key in ("relatedItemType", "relationType")}
    return _E.relatedItem(marks, *(_element(key, value) for key, value in entry.items() if key not in marks))
