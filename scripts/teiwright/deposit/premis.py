"""PREMIS 3.0: what an archive must know of every file to keep it, where it comes from, and who may do what with it.

After the Data Dictionary for Preservation Metadata, version 3.0, and its XML schema. The values of `history` and `rights`
are written as they are; where the Library of Congress has a word for something (id.loc.gov/vocabulary/preservation), its
address stands beside the word. Events tell their objects and agents, files tell their rights: no link is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lxml.builder import ElementMaker

from teiwright.deposit.documents import document
from teiwright.deposit.formats import FileFormat
from teiwright.deposit.history import (
    IMPLEMENTER,
    MADE,
    PROGRAM,
    Act,
    Event,
    Key,
    Party,
    edition_key,
    events,
    file_key,
    named,
    payload_key,
    running,
)
from teiwright.deposit.item import Item
from teiwright.deposit.record import Nature, Record
from teiwright.deposit.rights import Statement, statements
from teiwright.deposit.software import Software
from teiwright.xml import Element

NAMESPACE = "http://www.loc.gov/premis/v3"
PATH = "metadata/premis.xml"
"""Where the document is in the payload."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_VOCABULARY = "http://id.loc.gov/vocabulary/preservation/"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE, "xsi": _XSI})

_TERMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "agentType": {
            Nature.PERSON: "agentType/per",
            Nature.ORGANIZATION: "agentType/org",
            Nature.SOFTWARE: "agentType/sof",
        },
        "eventOutcome": {"success": "eventOutcome/suc"},
        "eventType": {
            Act.CAPTURE: "eventType/cap",
            Act.CREATION: "eventType/cre",
            Act.MODIFICATION: "eventType/mod",
            Act.NORMALIZATION: "eventType/nor",
            Act.PACKAGING: "eventType/ipc",
            Act.VALIDATION: "eventType/val",
        },
        "linkingAgentRole": {PROGRAM: "eventRelatedAgentRole/exe", IMPLEMENTER: "eventRelatedAgentRole/imp"},
        "linkingObjectRole": {"source": "eventRelatedObjectRole/sou", "outcome": "eventRelatedObjectRole/out"},
        "messageDigestAlgorithm": {
            "SHA-256": "cryptographicHashFunctions/sha256",
            "SHA-512": "cryptographicHashFunctions/sha512",
        },
        "relationshipSubType": {
            "has source": "relationshipSubType/hss",
            "includes": "relationshipSubType/inc",
            "is represented by": "relationshipSubType/isr",
            "is source of": "relationshipSubType/iso",
        },
        "relationshipType": {"derivation": "relationshipType/der", "structural": "relationshipType/str"},
        "rightsBasis": {"license": "rightsBasis/lic", "other": "rightsBasis/oth"},
    }
)
"""Where the words of an element are defined: its words → the place in the vocabulary."""

_VERSIONED = re.compile(r"(.+) (P?\d[\d.]*)")


def premis(record: Record, items: Sequence[Item], programs: Sequence[Software], validated: str) -> bytes:
    """The PREMIS document of a package.

    items: all files but those that describe them, such as this one; programs: what made the package, the one whose files are
    in it first; validated: what validation found, in words. Raises ValueError for an item that is made from a file which is
    not among the items.
    """
    rights = statements(record, programs[0])
    return document(
        _E.premis(
            {"version": "3.0"},
            *_wholes(record, items),
            *_files(items, rights),
            *map(_event, events(record, items, programs, validated)),
            *map(_agent, (*named(record), *running(programs))),
            *map(_rights, rights),
        )
    )


def _wholes(record: Record, items: Iterable[Item]) -> tuple[Element, Element]:
    """The edition as a work, and the files of this package, which represent it."""
    payload = payload_key(record)
    numbers = [Key(kind or "identifier", value) for kind, value in record.identifiers]
    return (
        _object(
            "intellectualEntity",
            *(_identifier("objectIdentifier", key) for key in (edition_key(record), *numbers)),
            _relationship("structural", "is represented by", [payload]),
        ),
        _object(
            "representation",
            _identifier("objectIdentifier", payload),
            _relationship("structural", "includes", [file_key(one.path) for one in items]),
        ),
    )


def _files(items: Sequence[Item], rights: Sequence[Statement]) -> Iterator[Element]:
    derived: dict[str, list[str]] = {one.path: [] for one in items}
    for one in items:
        for path in one.made_from:
            if path not in derived:
                raise ValueError(f"{one.path} is made from {path}, which is not in the package")
            derived[path].append(one.path)
    for one in items:
        yield _file(one, derived[one.path], [about.key for about in rights if one.role in about.roles])


def _file(item: Item, derived: Sequence[str], rights: Iterable[str]) -> Element:
    """A file: what it is, and what it comes from; derived: what is made from it; rights: the statements about it."""
    how = [MADE[item.role]] if item.role in MADE else []
    relationships = []
    if item.made_from:
        sources = [file_key(path) for path in item.made_from]
        relationships.append(_relationship("derivation", "has source", sources, [f"event-{one}" for one in how]))
    if derived:
        relationships.append(_relationship("derivation", "is source of", [file_key(path) for path in derived]))
    return _object(
        "file",
        _identifier("objectIdentifier", file_key(item.path)),
        _E.objectCharacteristics(
            _E.compositionLevel("0"),
            _fixity("SHA-256", item.sha256),
            _fixity("SHA-512", item.sha512),
            _E.size(str(len(item.data))),
            _format(item.format),
        ),
        *relationships,
        *(_identifier("linkingRightsStatementIdentifier", _local(key)) for key in rights),
    )


def _fixity(algorithm: str, digest: str) -> Element:
    return _E.fixity(_term("messageDigestAlgorithm", algorithm), _E.messageDigest(digest))


def _format(format_: FileFormat) -> Element:
    versioned = _VERSIONED.fullmatch(format_.name)
    names = [_E.formatName(versioned[1]), _E.formatVersion(versioned[2])] if versioned else [_E.formatName(format_.name)]
    key = _E.formatRegistryKey({"valueURI": format_.registry_address}, format_.puid)
    return _E.format(
        _E.formatDesignation(*names),
        *([_E.formatRegistry(_E.formatRegistryName("PRONOM"), key)] if format_.puid else []),
        _E.formatNote(f"media type: {format_.media_type}"),
    )


def _relationship(kind: str, subtype: str, objects: Iterable[Key], happened: Iterable[str] = ()) -> Element:
    return _E.relationship(
        _term("relationshipType", kind),
        _term("relationshipSubType", subtype),
        *(_identifier("relatedObjectIdentifier", key) for key in objects),
        *(_identifier("relatedEventIdentifier", _local(key)) for key in happened),
    )


def _event(event: Event) -> Element:
    found = [_term("eventOutcome", "success")] if event.passed else []
    if event.found:
        found.append(_E.eventOutcomeDetail(_E.eventOutcomeDetailNote(event.found)))
    objects = [*((key, "source") for key in event.sources), *((key, "outcome") for key in event.outcomes)]
    return _E.event(
        _identifier("eventIdentifier", _local(event.key)),
        _term("eventType", event.act),
        _E.eventDateTime(event.when),
        *(_E.eventDetailInformation(_E.eventDetail(one)) for one in event.details),
        *([_E.eventOutcomeInformation(*found)] if found else []),
        *(
            _identifier("linkingAgentIdentifier", _local(key), *([_term("linkingAgentRole", role)] if role else []))
            for key, role in event.parties
        ),
        *(_identifier("linkingObjectIdentifier", key, _term("linkingObjectRole", role)) for key, role in objects),
    )


def _agent(party: Party) -> Element:
    identifiers = [_local(party.key), *(Key("URI", address) for address in party.identifiers)]
    return _E.agent(
        *(_identifier("agentIdentifier", key) for key in identifiers),
        _E.agentName(party.name),
        *([] if party.nature is Nature.UNKNOWN else [_term("agentType", party.nature)]),
        *([_E.agentVersion(party.version)] if party.version else []),
        *([_E.agentNote(party.note)] if party.note else []),
    )


def _rights(statement: Statement) -> Element:
    """A statement about rights. Without a licence no act is granted, and no status in any country is asserted."""
    rights = statement.rights
    if rights.licence:
        told = [
            _term("rightsBasis", "license"),
            _E.licenseInformation(
                _identifier("licenseDocumentationIdentifier", Key("URI", rights.licence)), _E.licenseTerms(rights.statement)
            ),
            _E.rightsGranted(_E.act("use"), _E.restriction("on the terms of the licence")),
        ]
    else:
        basis = f"rights in the {statement.subject}; status: {rights.status or 'not stated'}"
        told = [
            _term("rightsBasis", "other"),
            _E.otherRightsInformation(_E.otherRightsBasis(basis), _E.otherRightsNote(rights.statement)),
        ]
    # The identifier is an XML name as well, so that other documents can point to the statement.
    key = _identifier("rightsStatementIdentifier", _local(statement.key))
    return _E.rights({"xmlID": statement.key}, _E.rightsStatement(key, *told))


def _object(category: str, *content: Element) -> Element:
    return _E.object({f"{{{_XSI}}}type": category}, *content)


def _local(value: str) -> Key:
    """An identifier within this document."""
    return Key("local", value)


def _identifier(name: str, key: Key, *more: Element) -> Element:
    """An identifier as PREMIS writes all of them: its kind, then its value."""
    return _E(name, _E(f"{name}Type", key.kind), _E(f"{name}Value", key.value), *more)


def _term(name: str, words: str) -> Element:
    """Words of a vocabulary, with the address where they are defined, if it has them."""
    place = _TERMS[name].get(words)
    return _E(name, {"valueURI": _VOCABULARY + place} if place else {}, str(words))
