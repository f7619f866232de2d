"""PREMIS 3.0: what an archive must know of every file to keep it, where it comes from, and who may do what with it.

After the Data Dictionary for Preservation Metadata, version 3.0, and its XML schema. The values of `history` and `rights`
are written as they are; where the Library of Congress has a word for something (id.loc.gov/vocabulary/preservation), its
address stands beside the word. Events tell their objects and agents, files tell their rights: no link is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from lxml import etree

from teiwright.deposit.documents import add, document
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
    event_key,
    events,
    file_key,
    local_key,
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
PATH = "metadata/premis-record.xml"
"""Where the document is in the payload. `premis.xml` is a name that Archivematica takes for events of its own form."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_VOCABULARY = "http://id.loc.gov/vocabulary/preservation/"

_TERMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "agentType": {
            Nature.PERSON: "agentType/per",
            Nature.ORGANIZATION: "agentType/org",
            Nature.SOFTWARE: "agentType/sof",
        },
        "eventOutcome": {"success": "eventOutcome/suc"},
        "eventType": {
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
    root = etree.Element(f"{{{NAMESPACE}}}premis", {"version": "3.0"}, {None: NAMESPACE, "xsi": _XSI})
    _add_wholes(root, record, items)
    _add_files(root, record, items, rights)
    for event in events(record, items, programs, validated):
        _add_event(root, event)
    for party in (*named(record), *running(record, programs)):
        _add_agent(root, party)
    for statement in rights:
        _add_rights(root, record, statement)
    return document(root)


def _add_wholes(root: Element, record: Record, items: Iterable[Item]) -> None:
    """The edition as a work, and the files of this package, which represent it."""
    payload = payload_key(record)
    edition = _add_object(root, "intellectualEntity")
    for key in (edition_key(record), *(Key(kind or "identifier", value) for kind, value in record.identifiers)):
        _add_identifier(edition, "objectIdentifier", key)
    _add_relationship(edition, "structural", "is represented by", [payload])
    files = _add_object(root, "representation")
    _add_identifier(files, "objectIdentifier", payload)
    _add_relationship(files, "structural", "includes", [file_key(record, one.path) for one in items])


def _add_files(root: Element, record: Record, items: Sequence[Item], rights: Sequence[Statement]) -> None:
    derived: dict[str, list[str]] = {one.path: [] for one in items}
    for one in items:
        for path in one.made_from:
            if path not in derived:
                raise ValueError(f"{one.path} is made from {path}, which is not in the package")
            derived[path].append(one.path)
    for one in items:
        file = _add_file(root, record, one)
        if one.made_from:
            how = [event_key(record, MADE[one.role])] if one.role in MADE else []
            _add_relationship(file, "derivation", "has source", [file_key(record, path) for path in one.made_from], how)
        if derived[one.path]:
            _add_relationship(file, "derivation", "is source of", [file_key(record, path) for path in derived[one.path]])
        for about in rights:
            if one.role in about.roles:
                _add_identifier(file, "linkingRightsStatementIdentifier", local_key(record, about.key))


def _add_file(root: Element, record: Record, item: Item) -> Element:
    """A file, as its bytes and its name tell what it is."""
    file = _add_object(root, "file")
    _add_identifier(file, "objectIdentifier", file_key(record, item.path))
    told = add(file, "objectCharacteristics")
    add(told, "compositionLevel", "0")
    for algorithm, digest in (("SHA-256", item.sha256), ("SHA-512", item.sha512)):
        fixity = add(told, "fixity")
        _add_term(fixity, "messageDigestAlgorithm", algorithm)
        add(fixity, "messageDigest", digest)
    add(told, "size", str(len(item.data)))
    _add_format(told, item.format)
    return file


def _add_format(characteristics: Element, format_: FileFormat) -> None:
    told = add(characteristics, "format")
    designation = add(told, "formatDesignation")
    versioned = _VERSIONED.fullmatch(format_.name)
    add(designation, "formatName", versioned[1] if versioned else format_.name)
    if versioned:
        add(designation, "formatVersion", versioned[2])
    if format_.puid:
        registry = add(told, "formatRegistry")
        add(registry, "formatRegistryName", "PRONOM")
        add(registry, "formatRegistryKey", format_.puid, valueURI=format_.registry_address)
    add(told, "formatNote", f"media type: {format_.media_type}")


def _add_relationship(whole: Element, kind: str, subtype: str, objects: Iterable[Key], happened: Iterable[Key] = ()) -> None:
    told = add(whole, "relationship")
    _add_term(told, "relationshipType", kind)
    _add_term(told, "relationshipSubType", subtype)
    for key in objects:
        _add_identifier(told, "relatedObjectIdentifier", key)
    for key in happened:
        _add_identifier(told, "relatedEventIdentifier", key)


def _add_event(root: Element, event: Event) -> None:
    told = add(root, "event")
    _add_identifier(told, "eventIdentifier", event.key)
    _add_term(told, "eventType", event.act)
    add(told, "eventDateTime", event.when)
    for one in event.details:
        add(add(told, "eventDetailInformation"), "eventDetail", one)
    if event.passed or event.found:
        outcome = add(told, "eventOutcomeInformation")
        if event.passed:
            _add_term(outcome, "eventOutcome", "success")
        if event.found:
            add(add(outcome, "eventOutcomeDetail"), "eventOutcomeDetailNote", event.found)
    for party, role in event.parties:
        linked = _add_identifier(told, "linkingAgentIdentifier", party)
        if role:
            _add_term(linked, "linkingAgentRole", role)
    for role, keys in (("source", event.sources), ("outcome", event.outcomes)):
        for key in keys:
            _add_term(_add_identifier(told, "linkingObjectIdentifier", key), "linkingObjectRole", role)


def _add_agent(root: Element, party: Party) -> None:
    told = add(root, "agent")
    for key in (party.key, *(Key("URI", address) for address in party.identifiers)):
        _add_identifier(told, "agentIdentifier", key)
    add(told, "agentName", party.name)
    if party.nature is not Nature.UNKNOWN:
        _add_term(told, "agentType", party.nature)
    if party.version:
        add(told, "agentVersion", party.version)
    if party.note:
        add(told, "agentNote", party.note)


def _add_rights(root: Element, record: Record, statement: Statement) -> None:
    """A statement about rights. It does not say what the archive may do, and asserts no status in any country."""
    rights = statement.rights
    # The identifier is an XML name as well, so that other documents can point to the statement.
    told = add(add(root, "rights", xmlID=statement.key), "rightsStatement")
    _add_identifier(told, "rightsStatementIdentifier", local_key(record, statement.key))
    if rights.licence:
        _add_term(told, "rightsBasis", "license")
        licence = add(told, "licenseInformation")
        _add_identifier(licence, "licenseDocumentationIdentifier", Key("URI", rights.licence))
        add(licence, "licenseTerms", rights.statement)
    else:
        _add_term(told, "rightsBasis", "other")
        other = add(told, "otherRightsInformation")
        add(other, "otherRightsBasis", f"rights in the {statement.subject}; status: {rights.status or 'not stated'}")
        add(other, "otherRightsNote", rights.statement)


def _add_object(root: Element, category: str) -> Element:
    return add(root, "object", **{f"{{{_XSI}}}type": category})


def _add_identifier(parent: Element, name: str, key: Key) -> Element:
    """An identifier as PREMIS writes all of them: its kind, then its value."""
    identifier = add(parent, name)
    add(identifier, f"{name}Type", key.kind)
    add(identifier, f"{name}Value", key.value)
    return identifier


def _add_term(parent: Element, name: str, words: str) -> None:
    """Words of a vocabulary, with the address where they are defined, if it has them."""
    place = _TERMS[name].get(words)
    add(parent, name, words, **({"valueURI": _VOCABULARY + place} if place else {}))
