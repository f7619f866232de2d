"""The document: header, authority entries and text, assembled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from teiwright.encode.elements import BLOCKS
from teiwright.encode.header import computed_header
from teiwright.encode.ids import Key, document_id, ids_of, key, note_id, page_id
from teiwright.encode.marks import flow_marks, line_ends
from teiwright.encode.writer import PHRASES, Writer, content
from teiwright.findings import Finding
from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Claim, Kind, by_place
from teiwright.model.nesting import Conflict, Node, nest

if TYPE_CHECKING:
    from collections import Counter

    from teiwright.model.authority import Entry
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_MODEL = '<?xml-model href="{}" type="application/xml" schematypens="{}"?>'
_SCHEMAS = ((".rng", "http://relaxng.org/ns/structure/1.0"), (".sch", "http://purl.oclc.org/dsdl/schematron"))
"""What tells editors and validators by which schemas to check the document (W3C note “Associating Schemas”, 2012)."""


def encode(reading: Reading, edition: Edition, header: bytes, schema: str) -> tuple[str, tuple[Finding, ...]]:
    """The TEI document of a reading, as text, and a finding for each conflict between claims.

    header: the editor's TEI header; schema: where the schemas stand, relative to the document, without their suffix.
    """
    roots, notes, conflicts = _nested(reading)
    ids = _ids(reading, edition, roots, notes)
    counts, tail = line_ends(reading)
    renditions = _name_line_ends(counts, tail)
    usual = {element: (counts[element].most_common(1) or [("", 0)])[0][0] for element in counts}
    usual["note"] = content(edition.profile.note_label, "{n}")
    renditions |= _name_labels(reading, usual["note"])

    def rendition(element: str, gap: str) -> str:
        return "" if gap == usual[element] else f' rendition="#{renditions[gap]}"'

    text = Writer(reading, flow_marks(reading), notes, ids, rendition).write(roots, 2)
    body = _stand_off(_used(reading, edition)) + f"  <text>{text}\n  </text>\n"
    head = computed_header(reading, edition, header, renditions, usual, body)
    names = f'xml:id="{document_id(edition.name)}" xml:lang="{edition.profile.language}"'
    root = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {names}>'
    models = "\n".join(_MODEL.format(schema + suffix, namespace) for suffix, namespace in _SCHEMAS)
    document = f'<?xml version="1.0" encoding="UTF-8"?>\n{models}\n{root}\n{head}\n{body}</TEI>\n'
    return document, tuple(_finding(reading, conflict) for conflict in conflicts)


def identified(reading: Reading, edition: Edition) -> Mapping[str, Claim]:
    """The claim behind each identifier of the document: blocks, quotations, pages and notes."""
    roots, notes, _ = _nested(reading)
    ids = _ids(reading, edition, roots, notes)
    claims = {ids[key(c)]: c for c in reading.claims if key(c) in ids and c.kind is not Kind.REFERENCE}
    pages = {page_id(page["n"]): page for page in reading.of(Kind.PAGE)}
    return {**claims, **pages, **{note_id(note): note for note in reading.of(Kind.NOTE)}}


def _nested(reading: Reading) -> tuple[tuple[Node, ...], dict[str, Node], tuple[Conflict, ...]]:
    """The claims of the running text as trees, the notes with what is in them by where they begin, and the conflicts."""
    flow = [c for c in reading.of(*BLOCKS, *PHRASES) if not reading.at(Kind.NOTE, c.start)]
    roots, conflicts = nest(flow)
    notes: dict[str, Node] = {}
    for note in reading.of(Kind.NOTE):
        nodes, crossing = nest(_within(reading, note))
        notes[str(note.start)] = Node(note, nodes)
        conflicts += crossing
    return roots, notes, conflicts


def _ids(reading: Reading, edition: Edition, roots: Sequence[Node], notes: Mapping[str, Node]) -> Mapping[Key, str]:
    pages = frozenset(page["n"] for page in reading.of(Kind.PAGE))
    return ids_of(roots, notes.values(), pages, edition.profile.division)


def _within(reading: Reading, note: Claim) -> list[Claim]:
    """The phrases of a note, sorted by place."""
    return sorted((c for kind in PHRASES for c in reading.within(kind, note.start, note.end)), key=by_place)


def _name_line_ends(counts: Mapping[str, Counter[str]], tail: str) -> dict[str, str]:
    """An id for each different line end, the commonest first."""
    total = counts["lb"] + counts["fw"]
    total[tail] += 0
    order = sorted(total, key=lambda gap: (-total[gap], gap))
    return {gap: f"line-end-{i}" for i, gap in enumerate(order, 1)}


def _name_labels(reading: Reading, usual: str) -> dict[str, str]:
    """An id for each form of label that is not the usual one, in order."""
    text = reading.source.text
    forms = (content(text[note.start : int(note["text-start"])], note["n"]) for note in reading.of(Kind.NOTE))
    return {form: f"note-label-{i}" for i, form in enumerate(sorted(set(forms) - {usual}), 1)}


def _used(reading: Reading, edition: Edition) -> list[Entry]:
    """The entries that the text mentions, those that its quotations come from, and those that these entries point to."""
    entries = {entry.id: entry for entry in edition.entries}
    pending = {c["ref"] for c in reading.of(*AUTHORITIES)}
    pending |= {c.get(name) for c in reading.of(Kind.ATTRIBUTION) for name in ("who", "source")}
    used: set[str] = set()
    while pending:
        name = pending.pop()
        if name in entries and name not in used:
            used.add(name)
            pending.update(re.findall(r'"#([^"]+)"', entries[name].entry))
    return [entry for entry in edition.entries if entry.id in used]


def _stand_off(used: Sequence[Entry]) -> str:
    """The entries that the text mentions, as they stand in the authority files, a list for each kind."""
    lists = []
    for kind, (_, element, _) in AUTHORITIES.items():
        entries = [entry.entry for entry in used if entry.kind is kind]
        name = f"list{element.capitalize()}"
        lists += [f"    <{name}>\n" + "\n".join(entries) + f"\n    </{name}>\n"] if entries else []
    return "  <standOff>\n" + "".join(lists) + "  </standOff>\n" if lists else ""


def _finding(reading: Reading, conflict: Conflict) -> Finding:
    dropped, kept = conflict
    line = reading.source.line_at(dropped.start).number
    words = reading.repaired[dropped.start : dropped.end][:40]
    message = f"{dropped.kind} “{words}” and {kept.kind} (line {reading.source.line_at(kept.start).number}) overlap"
    help_ = "if one rests on a slip, correct or keep it in decisions.xml"
    return Finding("A003", message, help_, reading.source.name, line, reading.page_at(dropped.start))
