"""What the editors of a book give, read from bytes: the persons of the authority file, and the decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.model.authority import Person
from teiwright.model.decisions import Decision, Decisions
from teiwright.xml import Element, local, read_own, tei, xml_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMESPACE = re.compile(r'\s+xmlns(?::\w+)?="[^"]*"')
_CERTAINTY = {"high": 1.0, "medium": 0.7, "low": 0.4}


def read_persons(data: bytes, file: str) -> tuple[Person, ...]:
    """The persons of an authority file: TEI with `person` elements, the forms looked for typed `form`.

    Raises Refused: E002 when the file is not well-formed, and for a form that two persons share.
    """
    root = read_own(data, file)
    persons, owners = [], dict[str, str]()
    for element in root.iter(tei("person")):
        line = element.sourceline or 1
        if not xml_id(element):
            raise Refused(Finding("E002", "a person has no xml:id", "give it an xml:id, for instance “lenin”", file, line))
        names = (name for name in element.iter(tei("persName")) if name.get("type") == "form")
        forms = [" ".join(_text(name).split()) for name in names]
        for form in forms:
            if not re.search(r"\w", form):
                message = f"a form of {xml_id(element)} is empty"
                raise Refused(Finding("E002", message, "write the form, or take it out", file, line))
            if form in owners:
                message = f"“{form}” is a form of both {owners[form]} and {xml_id(element)}"
                raise Refused(Finding("E002", message, "give it to one of them", file, line))
            owners[form] = xml_id(element)
        persons.append(Person(xml_id(element), tuple(forms), _entry(element)))
    return tuple(persons)


def read_decisions(data: bytes, file: str, schema: bytes) -> Decisions:
    """The decisions of an edition, from a file that its RELAX NG must accept.

    Raises Refused: E002 when the file is not well-formed, D004 for everything that the schema does not allow.
    """
    root = read_own(data, file)
    relaxng = etree.RelaxNG(etree.fromstring(schema))
    if not relaxng.validate(root):
        help_ = "docs/decisions.md lists the acts, and what each needs; each needs a reason of at least nine characters"
        raise Refused(*(Finding("D004", error.message, help_, file, error.line) for error in relaxng.error_log))
    return Decisions(file, tuple(_decisions(root)))


def _decisions(root: Element) -> Iterator[Decision]:
    for element in root:
        if local(element):
            yield Decision(
                act=local(element),
                page=element.get("page", ""),
                note=element.get("note", ""),
                text=element.get("text", ""),
                value=element.get("reading") or element.get("kind") or "",
                speaker=element.get("who", ""),
                slip=element.get("source", "unknown"),
                certainty=_CERTAINTY[element.get("cert", "high")],
                reason=" ".join(_text(element).split()),
                responsible=element.get("responsible") or str(root.get("responsible", "")),
                line=element.sourceline or 0,
            )


def _entry(element: Element) -> str:
    """An entry as it is copied into an edition: without namespace declarations, its lines as deep as they stand."""
    start, _, rest = etree.tostring(element, encoding="unicode", with_tail=False).partition(">")
    return f"      {_NAMESPACE.sub('', start)}>{rest}"


def _text(element: Element) -> str:
    """The words of an element; comments and processing instructions are none."""
    pieces = [element.text or ""] + [(_text(child) if local(child) else "") + (child.tail or "") for child in element]
    return "".join(pieces)
