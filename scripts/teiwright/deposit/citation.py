"""How to cite an edition (Citation File Format 1.2.0), and what Zenodo asks for when it is deposited there.

Both files stand at the top of the package, where the services that read them look for them. Neither format can say that a
licence is for a part of what is cited. So the header’s own words on rights stand where a reader sees them: in the message of
the one, which Zenodo takes for notes, and in the notes of the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, TypeAlias

from teiwright.deposit.identifiers import addresses, doi, doi_of, number_in
from teiwright.deposit.languages import iso_639_3
from teiwright.deposit.record import Agent, Record, Rights, Witness
from teiwright.deposit.values import distinct, said, year_of

Yaml: TypeAlias = "str | Mapping[str, Yaml] | Sequence[str | Mapping[str, Yaml]]"

_MESSAGE = "If you use this edition, please cite it as below."

# What JSON leaves as it is, and YAML does not take or reads as the end of a line (YAML 1.1, sections 5.1 and 5.4).
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def citation_cff(record: Record) -> bytes:
    """CITATION.cff: block YAML whose scalars are JSON strings, which every reader of YAML takes, and none for a number."""
    edition: dict[str, Yaml] = {
        "cff-version": "1.2.0",
        "message": " ".join([_MESSAGE, *_rights(record)]),
        "type": "dataset",
        "title": record.title,
        "authors": distinct(_agent(one) for one in record.authors or record.editors),
        "abstract": next(iter(record.descriptions), ""),
        "keywords": distinct(filter(None, record.subjects)),
        "version": record.version,
        "date-released": record.released,
        "doi": doi(record),
        "url": next(iter(addresses(record)), ""),
        **_licence(record.licences),
        "preferred-citation": _cited(record),
        "references": [_reference(record.print, record)] if record.print else [],
    }
    return ("\n".join(_lines(said(edition))) + "\n").encode()


def _cited(record: Record) -> Yaml:
    """The edition as a reference, the only place where CFF has editors and publishers."""
    return said(
        {
            "type": "data",
            "title": record.title,
            "authors": distinct(_agent(one) for one in record.authors or record.editors),
            "editors": distinct(_agent(one) for one in record.editors) if record.authors else [],
            "publisher": {"name": record.publisher},
            "version": record.version,
            "date-released": record.released,
            "year": year_of(record.year) or record.released[:4],
            "doi": doi(record),
        }
    )


def _rights(record: Record) -> Iterator[str]:
    """What the header says of rights: what the licence is for, and what is known of the rights that nobody grants."""
    return (one.statement for one in (*record.licences, *record.caveats) if one.statement)


def _licence(licences: Sequence[Rights]) -> dict[str, Yaml]:
    """The licences by their SPDX identifiers, where all have one, else the address of the first."""
    known = distinct(one.spdx for one in licences)
    if not licences:
        return {}
    if not all(known):
        return {"license-url": licences[0].licence}
    return {"license": known[0] if len(known) == 1 else known}


def _agent(agent: Agent) -> dict[str, str]:
    """A person by the parts of the name, where they are told apart; else an entity, since CFF has persons in parts only."""
    number = number_in(agent, "ORCID")
    name = {"family-names": agent.family, "given-names": agent.given}
    whole = {} if any(name.values()) else {"name": agent.name}
    return said({**name, **whole, "orcid": number and f"https://orcid.org/{number}"})


def _reference(witness: Witness, record: Record) -> dict[str, Yaml]:
    """The print. CFF demands authors for it: the authors of the text, where the description of the print names none."""
    authors = witness.creators or record.authors or record.editors
    publisher = {"name": witness.publisher, "city": witness.place} if witness.publisher else {}
    reference: dict[str, Yaml] = {
        "type": "book" if witness.kind == "print" else "generic",
        "title": witness.title or witness.citation or record.title,
        "authors": distinct(_agent(one) for one in authors),
        "publisher": said(publisher),
        "year": year_of(witness.date),
        "date-published": witness.date if _DAY.fullmatch(witness.date) else "",
        "doi": next(filter(None, map(doi_of, witness.identifiers)), ""),
        "url": next((one for one in witness.identifiers if not doi_of(one)), ""),
        "notes": witness.citation,
    }
    return said(reference)


def _lines(mapping: Mapping[str, Yaml], indent: str = "") -> Iterator[str]:
    """The lines of a mapping in block style; every value in it is a string, or made of such."""
    for key, value in mapping.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {_scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}:"
            for one in value:
                lines = [_scalar(one)] if isinstance(one, str) else [*_lines(one)]
                yield from (f"{indent}  {'  ' if number else '- '}{line}" for number, line in enumerate(lines))


def _scalar(words: str) -> str:
    return _NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(words, ensure_ascii=False))


def zenodo_json(record: Record) -> bytes:
    """`.zenodo.json`: the fields of Zenodo's interface for deposits; it reads descriptions and notes as HTML."""
    deposit: dict[str, Any] = {
        "upload_type": "dataset",
        "title": record.title,
        "creators": distinct(_named(one) for one in record.authors or record.editors),
        "contributors": distinct({**_named(one), "type": "Editor"} for one in record.editors),
        "description": "".join(f"<p>{escape(one)}</p>" for one in record.descriptions or (record.title,)),
        "keywords": distinct(filter(None, record.subjects)),
        "version": record.version,
        "publication_date": record.released,
        "language": iso_639_3(record.language),
        **_access(record),
        "notes": "".join(f"<p>{escape(one)}</p>" for one in _rights(record)),
        "doi": doi(record),
        "related_identifiers": distinct(_related(record)),
    }
    return (json.dumps(said(deposit), ensure_ascii=False, indent=2) + "\n").encode()


def _access(record: Record) -> dict[str, str]:
    """Open under the licence. Without one that Zenodo knows, restricted: to open data it gives CC0 where none is told."""
    known = next((one.spdx for one in record.licences if one.spdx), "")
    if known:
        return {"access_right": "open", "license": known}
    terms = [
        *(" ".join((one.statement, one.licence)) for one in record.licences),
        *(one.statement for one in record.caveats),
    ]
    return {"access_right": "restricted", "access_conditions": "".join(f"<p>{escape(one)}</p>" for one in terms)}


def _named(agent: Agent) -> dict[str, str]:
    return said({"name": agent.sorted, "orcid": number_in(agent, "ORCID")})


def _related(record: Record) -> Iterator[dict[str, str]]:
    for one in addresses(record):
        yield {"identifier": one, "relation": "isAlternateIdentifier"}
    for witness in record.witnesses:
        for one in witness.identifiers:
            yield {"identifier": doi_of(one) or one, "relation": "isDerivedFrom"}
