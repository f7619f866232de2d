"""What the editors of a book give, read from bytes: the entries of the authority files, and the decisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.model.authority import AUTHORITIES, Entry
from teiwright.model.decisions import Decision, Decisions
from teiwright.xml import Element, local, read_own, tei, xml_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teiwright.model.claim import Kind

_NAMESPACE = re.compile(r'\s+xmlns(?::\w+)?="[^"]*"')
_ELSEWHERE = re.compile(rf'"(?:{"|".join(re.escape(file) for file, _, _ in AUTHORITIES.values())})#')
"""A pointer from one authority file into another; in an edition, where the entries stand together, it needs no file."""
QUOTING = ("quotation", "block-quotation")
"""Acts whose `source` is the work that is quoted, not the origin of a slip."""

STATED = {"value": "when"} | {name: name for name in ("from", "to", "notBefore", "notAfter", "dur")}
"""What a decision states of a date, and TEI's attributes for it (Guidelines, 13.4); `when` says when it was decided."""

_CERTAINTY = {"high": 1.0, "medium": 0.7, "low": 0.4}


def read_entries(kind: Kind, data: bytes) -> tuple[Entry, ...]:
    """The entries of an authority file: TEI, with names of the types `form`, `short` and `exception`.

    Raises Refused: E002 when the file is not well-formed, for an entry without an identifier, and for a form that two share.
    """
    file, element_name, name = AUTHORITIES[kind]
    root = read_own(data, file)
    entries, owners = list[Entry](), dict[str, str]()
    for element in root.iter(tei(element_name)):
        if next(element.iterancestors(tei("teiHeader")), None) is not None:
            continue
        line = element.sourceline or 1
        if not xml_id(element):
            message = f"{'an' if element_name[0] in 'aeo' else 'a'} {element_name} has no xml:id"
            raise Refused(Finding("E002", message, "give it an xml:id, for instance “lenin”", file, line))
        forms, shorts, exceptions = (_forms(element, name, type_) for type_ in ("form", "short", "exception"))
        for form in (*forms, *shorts, *exceptions):
            if not re.search(r"\w", form):
                message = f"a form of {xml_id(element)} is empty"
                raise Refused(Finding("E002", message, "write the form, or take it out", file, line))
        for form in forms:
            if form in owners:
                message = f"“{form}” is a form of both {owners[form]} and {xml_id(element)}"
                raise Refused(Finding("E002", message, "give it to one of them", file, line))
            owners[form] = xml_id(element)
        level = next((main.get("level", "") for main in element.iterfind(tei(name)) if main.get("type") == "main"), "")
        creators = tuple(author.get("ref", "").rpartition("#")[2] for author in element.iterfind(tei("author")))
        entries.append(Entry(kind, xml_id(element), forms, _entry(element), shorts, exceptions, level, creators))
    return tuple(entries)


def _forms(element: Element, name: str, type_: str) -> tuple[str, ...]:
    return tuple(" ".join(_text(one).split()) for one in element.iterfind(tei(name)) if one.get("type") == type_)


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
                context=element.get("context", ""),
                value=next((element.get(name, "") for name in ("reading", "kind", "ref", "n") if element.get(name)), ""),
                speaker=element.get("who", ""),
                work=element.get("source", "") if local(element) in QUOTING else "",
                remark=element.get("words", ""),
                stated={attribute: element.get(name, "") for name, attribute in STATED.items() if element.get(name)},
                slip=element.get("source", "unknown") if local(element) not in QUOTING else "unknown",
                certainty=_CERTAINTY[element.get("cert", "high")],
                reason=" ".join(_text(element).split()),
                responsible=element.get("responsible") or str(root.get("responsible", "")),
                line=element.sourceline or 0,
            )


def _entry(element: Element) -> str:
    """An entry as it is copied into an edition: without namespace declarations, its lines as deep as they stand."""
    start, _, rest = etree.tostring(element, encoding="unicode", with_tail=False).partition(">")
    return _ELSEWHERE.sub('"#', f"      {_NAMESPACE.sub('', start)}>{rest}")


def _text(element: Element) -> str:
    """The words of an element; comments and processing instructions are none."""
    pieces = [element.text or ""] + [(_text(child) if local(child) else "") + (child.tail or "") for child in element]
    return "".join(pieces)
