"""How an edition came to be: the events that its header tells of, those of making a package, and who took part.

The header gives days to changes, and one to the release. What is made of the source is made again, with the same bytes,
whenever a package is made; so these events bear the day of the release, and say that. A day that nobody recorded is written
as EDTF (ISO 8601-2:2019) has it, `/2026-11-23`: a time whose beginning is unknown and whose end is that day.

Every identifier says of which package it is, since an archive keeps the records of several.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from teiwright.deposit.item import Item, Role
from teiwright.deposit.record import Agent, Nature, Record
from teiwright.deposit.software import Software, Step

PROGRAM = "executing program"
IMPLEMENTER = "implementer"

MADE: Mapping[Role, Step] = MappingProxyType(
    {
        Role.EDITION: Step.CONVERSION,
        Role.LOG: Step.CONVERSION,
        Role.REPORT: Step.VALIDATION,
        Role.DERIVATIVE: Step.DERIVATION,
        Role.PLAIN: Step.DERIVATION,
        Role.METADATA: Step.DERIVATION,
    }
)
"""The step that made the files of a role. Those of the other roles were there before, or nothing tells when they came."""

_AGAIN = "The date is that of the release: the step is repeated, with the same bytes, whenever the package is made."


class Act(StrEnum):
    """Kinds of events, by their labels in the vocabulary of the Library of Congress (preservation/eventType).

    It has no word for a receipt: what it calls capture is the act of a repository, which goes and gets a thing.
    """

    RECEIPT = "receipt"
    MODIFICATION = "modification"
    NORMALIZATION = "normalization"
    VALIDATION = "validation"
    CREATION = "creation"
    PACKAGING = "information package creation"


class Key(NamedTuple):
    """An identifier, and what kind of identifier it is."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody, or a program, that took part in an event. note: what is told of it."""

    key: Key
    name: str
    nature: Nature = Nature.UNKNOWN
    version: str = ""
    note: str = ""
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    when: a date in EDTF; details: what happened, in sentences; found: what came out of it, if that can be said in words;
    passed: whether that is a success; sources, outcomes: what was used and what was made; parties: the key of each that took
    part, and what it did there, empty where that is not known.
    """

    key: Key
    act: Act
    when: str
    details: tuple[str, ...]
    found: str = ""
    passed: bool = False
    sources: tuple[Key, ...] = ()
    outcomes: tuple[Key, ...] = ()
    parties: tuple[tuple[Key, str], ...] = ()


def local_key(record: Record, name: str) -> Key:
    """The identifier of what has its name in the record of this package: an event, an agent, a statement about rights."""
    return Key(f"local to the record of {record.label}", name)


def event_key(record: Record, step: Step) -> Key:
    """The identifier of the event that was a step."""
    return local_key(record, f"event-{step}")


def file_key(record: Record, path: str) -> Key:
    """The identifier of a file."""
    return Key(f"path in the payload of {record.label}", path)


def edition_key(record: Record) -> Key:
    """The identifier of the edition, in this version, as a work."""
    return Key("version of an edition", record.label)


def payload_key(record: Record) -> Key:
    """The identifier of all files together."""
    return Key("payload of a package", record.label)


def named(record: Record) -> tuple[Party, ...]:
    """Those that the header names as editors, programs or makers of changes, each once."""
    agents = [*record.editors, *record.programs, *record.authors, *(Agent(one.who) for one in record.changes)]
    first = {one.name: one for one in reversed(agents)}
    wanted = [*(one.name for one in (*record.editors, *record.programs)), *(one.who for one in record.changes if one.who)]
    found = [first[name] for name in dict.fromkeys(wanted)]
    return tuple(
        Party(local_key(record, f"agent-{number}"), one.name, one.nature, identifiers=one.identifiers)
        for number, one in enumerate(found, 1)
    )


def running(record: Record, programs: Sequence[Software]) -> tuple[Party, ...]:
    """The programs that made the package, teiwright first.

    A program that the header names is another party, even under the same name: the header does not tell with which versions
    changes were made.
    """
    return tuple(
        Party(
            local_key(record, f"program-{number}"),
            one.name,
            Nature.SOFTWARE,
            one.version,
            f"{one.task}; licence: {one.licence}",
        )
        for number, one in enumerate(programs, 1)
    )


def events(record: Record, items: Sequence[Item], programs: Sequence[Software], validated: str) -> tuple[Event, ...]:
    """Everything that happened, in order; validated: what validation found, in words."""
    people = named(record)
    return (
        *_received(record, items),
        *_changes(record, people),
        *_made(record, items, people, programs, validated),
        Event(
            event_key(record, Step.PACKAGING),
            Act.PACKAGING,
            record.released,
            ("The files were put together as a package.", _AGAIN),
            sources=(payload_key(record),),
            parties=_served(record, programs, Step.PACKAGING),
        ),
    )


def _received(record: Record, items: Iterable[Item]) -> Iterator[Event]:
    """How the source came to the editors. The header tells what it goes back to, and not when it came."""
    sources = [one for one in items if one.role is Role.SOURCE]
    changed = min((one.when for one in record.changes if one.when), default="")
    last, known = (changed, "the first change that has one") if changed else (record.released, "the release")
    if sources:
        yield Event(
            local_key(record, "event-receipt"),
            Act.RECEIPT,
            f"/{last}",
            (
                "The source was received as it is in this package.",
                f"The header gives no day for that; it was not after {known}.",
                *(f"The edition goes back to this ({one.kind or 'source'}): {one.citation}" for one in record.witnesses),
            ),
            found="; ".join(f"SHA-256 of {one.path}: {one.sha256}" for one in sources),
            outcomes=_keys(record, sources),
        )


def _changes(record: Record, people: Iterable[Party]) -> Iterator[Event]:
    """The changes that the header lists, the oldest first; the header has the newest first."""
    by_name = {one.name: one for one in people}
    oldest = list(reversed(record.changes))
    for number, change in enumerate(sorted(oldest, key=lambda one: one.when), 1):
        who = by_name.get(change.who)
        yield Event(
            local_key(record, f"event-change-{number}"),
            Act.MODIFICATION,
            change.when or f"/{record.released}",
            (f"Version {change.version}: {change.what}" if change.version else change.what,),
            outcomes=(edition_key(record),),
            parties=((who.key, PROGRAM if who.nature is Nature.SOFTWARE else IMPLEMENTER),) if who else (),
        )


def _made(
    record: Record, items: Sequence[Item], people: Iterable[Party], programs: Sequence[Software], validated: str
) -> Iterator[Event]:
    """The steps from the source to what is in the package."""
    keys = {one.name: one.key for one in people}
    editors = tuple((keys[one.name], one.role) for one in record.editors)
    steps = {
        Step.CONVERSION: (
            Act.NORMALIZATION,
            "The edition was made by rule, from the source and from what the editors wrote.",
        ),
        Step.VALIDATION: (Act.VALIDATION, "The edition was validated."),
        Step.DERIVATION: (Act.CREATION, "Forms for reading and for programs, and records, were made from the edition."),
    }
    for step, (act, what) in steps.items():
        made = [one for one in items if MADE.get(one.role) is step]
        used = dict.fromkeys(path for one in made for path in one.made_from)
        inside = {one.path for one in made}
        event = Event(
            event_key(record, step),
            act,
            record.released,
            (what, _AGAIN),
            sources=tuple(file_key(record, path) for path in used if path not in inside),
            outcomes=_keys(record, made),
            parties=(*_served(record, programs, step), *(editors if step is Step.CONVERSION else ())),
        )
        if step is Step.VALIDATION:
            edition = _keys(record, (one for one in items if one.role is Role.EDITION))
            yield replace(event, found=validated, passed=True, sources=tuple(dict.fromkeys((*edition, *event.sources))))
        elif made:
            yield event


def _served(record: Record, programs: Sequence[Software], step: Step) -> tuple[tuple[Key, str], ...]:
    """The programs that served a step."""
    parties = zip(running(record, programs), programs, strict=True)
    return tuple((party.key, PROGRAM) for party, program in parties if step in program.steps)


def _keys(record: Record, items: Iterable[Item]) -> tuple[Key, ...]:
    return tuple(file_key(record, one.path) for one in items)
