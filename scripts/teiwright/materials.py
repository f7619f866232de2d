"""What the editors of a book give, read from bytes: the persons of the authority file, and the decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.model.authority import Person
from teiwright.model.decisions import Decision, Decisions
from teiwright.xml import Element, local, read_xml, tei, xml_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMESPACE = re.compile(r'\s+xmlns(?::\w+)?="[^"]*"')
_CERTAINTY = {"high": 1.0, "medium": 0.7, "low": 0.4}


def read_persons(data: bytes, file: str) -> tuple[Person, ...]:
    """The persons of an authority file: TEI with `person` elements, the forms looked for typed `form`.

    Raises Refused: E002 when the file is not well-formed, and for a form that two persons share.
    """
    root = _well_formed(data, file)
    persons, owners = [], dict[str, str]()
    for element in root.iter(tei("person")):
        forms = [name.text or "" for name in element.iter(tei("persName")) if name.get("type") == "form"]
        for form in forms:
            if form in owners:
                message = f"“{form}” is a form of both {owners[form]} and {xml_id(element)}"
                raise Refused(Finding("E002", message, "give it to one of them", file, element.sourceline or 1))
            owners[form] = xml_id(element)
        persons.append(Person(xml_id(element), tuple(forms), _entry(element)))
    return tuple(persons)


def read_decisions(data: bytes, file: str, schema: bytes) -> Decisions:
    """The decisions of an edition, from a file that its RELAX NG must accept.

    Raises Refused: E002 when the file is not well-formed, D004 for everything that the schema does not allow.
    """
    root = _well_formed(data, file)
    relaxng = etree.RelaxNG(etree.fromstring(schema))
    if not relaxng.validate(root):
        help_ = "docs/decisions.md lists the acts, and what each needs"
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
                slip=element.get("source", "unknown"),
                certainty=_CERTAINTY[element.get("cert", "high")],
                reason=" ".join((element.text or "").split()),
                responsible=element.get("responsible") or str(root.get("responsible", "")),
                line=element.sourceline or 0,
            )


def _entry(element: Element) -> str:
    """An entry as it is copied into an edition: without namespace declarations, its lines as deep as they stand."""
    text = _NAMESPACE.sub("", etree.tostring(element, encoding="unicode", with_tail=False))
    return "      " + text


def _well_formed(data: bytes, file: str) -> Element:
    try:
        return read_xml(data, file)
    except Refused as refused:
        first = refused.findings[0]
        raise Refused(Finding("E002", first.message, "mend the XML", file, first.line)) from None
