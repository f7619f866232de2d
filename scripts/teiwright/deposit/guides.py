"""The words for people: what lies beside the payload, the README and the terms. The templates are in `words/`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from string import Template

from teiwright.deposit.item import Item, Role, by_role
from teiwright.deposit.record import Agent, Record, Witness
from teiwright.deposit.software import Software

_WORDS = Path(__file__).with_name("words")
_COUNTED = frozenset({Role.STYLESHEET, Role.SOFTWARE})
"""What is too much to be listed file by file."""


def first_words(record: Record, page: str) -> bytes:
    """What lies beside the payload; page: the path of the reading page."""
    return _filled("first.txt", title=record.title, version=record.version, released=record.released, page=page)


def terms(record: Record) -> bytes:
    """The terms of use: of the editors' work, of the text and of the program, apart."""
    granted = "\n\n".join(f"{one.statement}\n\nThe licence: <{one.licence}>" for one in record.licences)
    known = "\n\n".join(one.statement for one in record.caveats)
    return _filled(
        "terms.md",
        licences=granted or "The header grants no licence.",
        caveats=known or "The header says nothing of rights in the text.",
    )


def readme(record: Record, items: Sequence[Item], programs: Sequence[Software], again: str, premis: str) -> bytes:
    """The README of the package, for somebody who knows nothing of it.

    again: how the program is told to make it; premis: the path of its PREMIS document.
    """
    edition = next(item.path for item in items if item.role is Role.EDITION)
    source = next(item for item in items if item.role is Role.SOURCE)
    makers = [f"- {agent.role or 'edited by'}: **{_named(agent)}**" for agent in (*record.editors, *record.programs)]
    return _filled(
        "readme.md",
        title=record.title,
        subtitle_line=f"*{record.subtitle}.* " if record.subtitle else "",
        version=record.version,
        released=record.released,
        publisher=record.publisher,
        description="\n\n".join(record.descriptions[:1]),
        edition=edition,
        source=source.path,
        witnesses="\n".join(_goes_back_to(one, source) for one in record.witnesses) or "- the file as received",
        readings="\n".join(f"| {item.title} | [`{item.path}`]({item.path}) |" for item in _readings(items)),
        makers="\n".join(makers) or "The header names nobody.",
        authors="; ".join(_named(agent) for agent in record.authors) or "not told in the header",
        terms=_short_terms(record),
        contents=_contents(items),
        programs="\n".join(f"| {one.name} | {one.version} | {one.licence} | {one.task} |" for one in programs),
        name=record.name,
        again=again,
        premis=premis,
        citation=citation(record),
    )


def citation(record: Record) -> str:
    """How this version of the edition is cited, in one line, with what the header gives."""
    authors = "; ".join(agent.sorted for agent in record.authors or record.editors)
    editors = ", ".join(agent.name for agent in record.editors) if record.authors else ""
    parts = [
        f"{authors}: {record.title}",
        f"Digital edition by {editors}" if editors else "",
        f"Version {record.version}",
        f"{record.publisher}, {record.year}",
        *(value for _, value in record.identifiers),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _short_terms(record: Record) -> str:
    lines = [f"- **the work of the editors**: {one.spdx or one.licence}, <{one.licence}>" for one in record.licences]
    unknown = "no licence is granted, and none is claimed; what is known of its rights is in TERMS.md"
    return "\n".join([*lines, f"- **the text of the book**: {unknown}", "- **the program**: Apache License 2.0"])


def _readings(items: Sequence[Item]) -> list[Item]:
    """The forms one would open: the first file of each, not what only goes with it."""
    return [item for item in items if item.role is Role.DERIVATIVE and ": " not in item.title]


def _goes_back_to(witness: Witness, source: Item) -> str:
    """A witness with its notes; of the one whose checksum is that of the source it is said that this is it."""
    here = f" Here it is [`{source.path}`]({source.path})." if source.sha256 in witness.citation else ""
    return "\n  ".join(filter(None, [f"- {witness.citation}{here}", witness.note]))


def _contents(items: Sequence[Item]) -> str:
    """The files by what they are there for; of the program the folders alone, with how many they hold."""
    lines: list[str] = []
    for role, some in by_role(items):
        folders = Counter(item.path.rpartition("/")[0] for item in some)
        listed = [item for item in some if role not in _COUNTED or "/" not in item.path]
        lines += ["", f"**{role.value}**", "", *(f"- `{item.path}` – {item.title}" for item in listed)]
        if role in _COUNTED:
            lines += [
                f"- `{folder}/` – {count} {'file' if count == 1 else 'files'}" for folder, count in folders.items() if folder
            ]
    return "\n".join(lines).strip()


def _named(agent: Agent) -> str:
    return " ".join([agent.name, *(f"<{address}>" for address in agent.identifiers)])


def _filled(template: str, **words: str) -> bytes:
    return Template((_WORDS / template).read_text("utf-8")).substitute(words).encode("utf-8")
