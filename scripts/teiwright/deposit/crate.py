"""The metadata document of RO-Crate 1.2: what the package is, who made it, and what each file is, as JSON-LD.

The terms are those of schema.org as the context of RO-Crate has them; `sha256` and `contentSize` make the document a second
list for checking. What is said of licences is said file by file, since no one licence is true of all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from teiwright.deposit.item import Item, Role
from teiwright.deposit.record import Agent, Nature, Record, Witness
from teiwright.deposit.rights import ENCODING, PROGRAM, TEXT
from teiwright.deposit.software import Software, Step

PATH = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.2"
_SPDX = "https://spdx.org/licenses/"
_TYPES = {Nature.PERSON: "Person", Nature.ORGANIZATION: "Organization", Nature.SOFTWARE: "SoftwareApplication"}

Entity = dict[str, object]


def crate(record: Record, items: Sequence[Item], programs: Sequence[Software], terms: str) -> bytes:
    """The document that describes the package and its items; terms: the path of the one that tells the terms of use."""
    folders = {item.path.partition("/")[0] + "/" for item in items if "/" in item.path}
    graph: list[Entity] = [
        {
            "@id": PATH,
            "@type": "CreativeWork",
            "name": "Metadata of this package",
            "conformsTo": _to(_VERSION),
            "about": _to("./"),
        },
        _root(record, items, sorted(folders), terms),
        *(_folder(folder, items) for folder in sorted(folders)),
        *(_file(item, record, programs[0]) for item in items),
        _making(items, programs),
        _program(programs[0], programs[1:]),
        *map(_program, programs[1:]),
        *_agents(record),
        *map(_witness, record.witnesses),
        *_licences(record, programs),
        *_formats(items),
    ]
    entities = ",\n".join(json.dumps(entity, ensure_ascii=False) for entity in graph)  # a line each, for those who compare
    return f'{{"@context": "{_VERSION}/context",\n"@graph": [\n{entities}\n]}}\n'.encode()


def _root(record: Record, items: Sequence[Item], folders: Sequence[str], terms: str) -> Entity:
    edition = next(item.path for item in items if item.role is Role.EDITION)
    return _without_empty(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": record.title,
            "alternateName": record.subtitle,
            "description": " ".join(record.descriptions),
            "version": record.version,
            "datePublished": record.released,
            "license": _to(terms),
            "usageInfo": [_to(f"#rights-{number}") for number, _ in enumerate(record.caveats, 1)],
            "author": [_to(_agent_id(agent)) for agent in record.authors],
            "editor": [_to(_agent_id(agent)) for agent in record.editors],
            "publisher": _to("#publisher"),
            "inLanguage": record.language,
            "keywords": list(record.subjects),
            "identifier": [value for _, value in record.identifiers],
            "isBasedOn": [_to(_witness_id(witness)) for witness in record.witnesses],
            "mainEntity": _to(edition),
            "mentions": [_to("#making"), *(_to(_agent_id(agent)) for agent in record.mentioned)],
            "hasPart": [_to(one) for one in (*folders, *(item.path for item in items if "/" not in item.path))],
        }
    )


def _folder(folder: str, items: Sequence[Item]) -> Entity:
    parts = [item for item in items if item.path.startswith(folder)]
    headings = dict.fromkeys(item.role.value for item in parts)
    return _without_empty(
        {
            "@id": folder,
            "@type": "Dataset",
            "name": folder.rstrip("/"),
            "description": "; ".join(headings),
            "hasPart": [_to(item.path) for item in parts],
        }
    )


def _file(item: Item, record: Record, own: Software) -> Entity:
    form = item.format
    return _without_empty(
        {
            "@id": item.path,
            "@type": "File",
            "name": item.path.rpartition("/")[2],
            "description": item.title,
            "encodingFormat": [form.media_type, _to(form.registry_address)] if form.puid else form.media_type,
            "contentSize": str(len(item.data)),
            "sha256": item.sha256,
            "isBasedOn": [_to(path) for path in item.made_from],
            "license": [_to(address) for address in _granted(item, record, own)],
            "usageInfo": [_to(f"#rights-{number}") for number, _ in enumerate(record.caveats, 1) if item.role in TEXT],
        }
    )


def _granted(item: Item, record: Record, own: Software) -> Sequence[str]:
    """The addresses of the licences under which a file may be used, as far as it is not the text of the book."""
    if item.role in PROGRAM:
        return [_SPDX + own.licence]
    return [one.licence for one in record.licences] if item.role in ENCODING else []


def _making(items: Sequence[Item], programs: Sequence[Software]) -> Entity:
    edition = next(item for item in items if item.role is Role.EDITION)
    return {
        "@id": "#making",
        "@type": "CreateAction",
        "name": "The edition is made of its source by rule, and by the decisions of its editors",
        "instrument": [_to(_program_id(program)) for program in programs if Step.CONVERSION in program.steps],
        "object": [_to(path) for path in edition.made_from],
        "result": _to(edition.path),
    }


def _program(program: Software, needed: Sequence[Software] = ()) -> Entity:
    return _without_empty(
        {
            "@id": _program_id(program),
            "@type": "SoftwareApplication",
            "name": program.name,
            "description": program.task,
            "version": program.version,
            "license": _to(_SPDX + program.licence),
            "url": program.address or _to("scripts/"),
            "softwareRequirements": [_to(_program_id(one)) for one in needed],
        }
    )


def _agents(record: Record) -> list[Entity]:
    agents = {_agent_id(agent): agent for agent in (*record.mentioned, *record.authors, *record.editors)}
    for witness in record.witnesses:
        agents |= {_agent_id(agent): agent for agent in witness.creators}
    publisher: Entity = {"@id": "#publisher", "@type": "Organization", "name": record.publisher}
    return [publisher, *(_agent(key, agent) for key, agent in agents.items())]


def _agent(key: str, agent: Agent) -> Entity:
    return _without_empty(
        {
            "@id": key,
            "@type": _TYPES.get(agent.nature, "Thing"),
            "name": agent.name,
            "familyName": agent.family,
            "givenName": agent.given,
            "description": agent.role,
            "sameAs": list(agent.identifiers[1:]),
        }
    )


def _witness(witness: Witness) -> Entity:
    return _without_empty(
        {
            "@id": _witness_id(witness),
            "@type": "CreativeWork",
            "name": witness.title or witness.citation,
            "description": witness.citation,
            "author": [_to(_agent_id(agent)) for agent in witness.creators],
            "datePublished": witness.date,
            "sameAs": list(witness.identifiers),
        }
    )


def _licences(record: Record, programs: Sequence[Software]) -> list[Entity]:
    granted: list[Entity] = [
        {"@id": one.licence, "@type": "CreativeWork", "name": one.spdx or one.licence, "description": one.statement}
        for one in record.licences
    ]
    known: list[Entity] = [
        {
            "@id": f"#rights-{number}",
            "@type": "CreativeWork",
            "name": "Rights that are not granted here",
            "text": one.statement,
        }
        for number, one in enumerate(record.caveats, 1)
    ]
    used: list[Entity] = [
        {
            "@id": _SPDX + licence,
            "@type": "CreativeWork",
            "name": licence,
            "description": f"The licence of {', '.join(one.name for one in programs if one.licence == licence)}",
        }
        for licence in dict.fromkeys(one.licence for one in programs)
    ]
    return [*granted, *used, *known]


def _formats(items: Sequence[Item]) -> list[Entity]:
    known = {item.format.registry_address: item.format.puid for item in items if item.format.puid}
    return [{"@id": address, "@type": "WebPage", "name": f"PRONOM: {puid}"} for address, puid in known.items()]


def _agent_id(agent: Agent) -> str:
    return agent.identifiers[0] if agent.identifiers else f"#agent-{_slug(agent.name)}"


def _witness_id(witness: Witness) -> str:
    return f"#witness-{_slug(witness.key or witness.citation)}"


def _program_id(program: Software) -> str:
    return f"#program-{_slug(program.name)}"


def _slug(text: str) -> str:
    """A text as part of an identifier: letters and digits as they are, all else one hyphen."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _to(key: str) -> Entity:
    return {"@id": key}


def _without_empty(entity: Entity) -> Entity:
    """An entity without what is not known; a list of one is given as that one."""
    known = {key: value for key, value in entity.items() if value not in ("", [], None)}
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in known.items()}
