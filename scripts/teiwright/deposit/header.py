"""How the record is read from the TEI header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import cast

from teiwright.deposit.identifiers import address_in
from teiwright.deposit.record import Agent, Change, Nature, Record, Rights, Witness
from teiwright.findings import Finding, Refused
from teiwright.xml import TEI, XML, Element, local, xml_id

_NS = {"t": TEI}


def read_record(root: Element, name: str, file: str) -> Record:
    """The record of an edition from its TEI.

    name: the edition's short name; file: that of the TEI, for findings. Raises Refused (B001) for what no package can do
    without: version, date of release, publisher, somebody who made it, and a word about rights.
    """
    title, header = "t:fileDesc/t:titleStmt/", _all(root, "t:teiHeader")[0]
    publication, edition = "t:fileDesc/t:publicationStmt/", "t:fileDesc/t:editionStmt/t:edition"
    named = _all(header, f"{title}t:editor | {title}t:respStmt/*[not(self::t:resp or self::t:note)]")
    agents = [_agent(one) for one in named]
    rights = [_rights(one) for one in _all(header, f"{publication}t:availability/*")]
    released = _first(header, f"{edition}//t:date/@when", f"{publication}t:date/@when")
    keywords = "t:profileDesc/t:textClass/t:keywords//*[self::t:term or self::t:item][not(*)]"
    record = Record(
        name=name,
        title=_first(header, f"{title}t:title"),
        subtitle=_first(header, f"{title}t:title[@type='sub']"),
        authors=tuple(_agent(one) for one in _all(header, f"{title}t:author")),
        editors=tuple(one for one in agents if one.nature is not Nature.SOFTWARE),
        programs=tuple(one for one in agents if one.nature is Nature.SOFTWARE),
        version=_first(header, f"{edition}/@n"),
        released=released,
        year=_first(header, f"{publication}t:date/@when")[:4] or released[:4],
        publisher=_first(header, f"{publication}t:publisher"),
        language=root.get(f"{{{XML}}}lang", ""),
        languages=tuple((one.get("ident", ""), _words(one)) for one in _all(header, "t:profileDesc/t:langUsage/t:language")),
        identifiers=tuple((one.get("type", ""), _words(one)) for one in _all(header, f"{publication}t:idno")),
        subjects=tuple(_values(header, keywords)),
        descriptions=tuple(_values(header, "t:fileDesc/t:notesStmt/t:note")),
        licences=tuple(one for one in rights if one.licence),
        caveats=tuple(_joined([one for one in rights if not one.licence])),
        witnesses=tuple(_witness(one) for one in _all(header, "t:fileDesc/t:sourceDesc//t:bibl")),
        changes=tuple(_change(one) for one in _all(header, "t:revisionDesc//t:change")),
        mentioned=tuple(_identified(root)),
        extent=_first(header, "t:fileDesc/t:extent/t:measure[@unit='page']"),
    )
    _demand(record, file, header.sourceline or 1)
    return record


def _demand(record: Record, file: str, line: int) -> None:
    day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", record.released)
    wanted = {
        "what it is called: titleStmt/title": record.title,
        "the version: editionStmt/edition/@n": record.version,
        "the day of its release: editionStmt/edition/date/@when": day,
        "who publishes it: publicationStmt/publisher": record.publisher,
        "who made it: titleStmt/author, editor or respStmt": record.authors or record.editors,
        "under what terms it is given: publicationStmt/availability": record.licences or record.caveats,
    }
    help_ = "write it in header.xml and build the edition again"
    missing = [
        Finding("B001", f"the header does not say {what}", help_, file, line) for what, said in wanted.items() if not said
    ]
    if missing:
        raise Refused(*missing)
    for what, said in (("version", record.version), ("name", record.name)):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", said):
            message = f"the {what} “{said}” cannot be part of a file's name everywhere"
            raise Refused(Finding("B001", message, "use letters of ASCII, digits, dots and hyphens", file, line))


def _agent(element: Element) -> Agent:
    inner = next(iter(_all(element, "descendant-or-self::t:persName | descendant-or-self::t:orgName")), element)
    nature = {"persName": Nature.PERSON, "orgName": Nature.ORGANIZATION}.get(local(inner), Nature.UNKNOWN)
    if element.get("type") == "software":
        nature = Nature.SOFTWARE
    return Agent(
        name=_words(element),
        nature=nature,
        family=" ".join(_words(one) for one in _all(inner, "t:surname")),
        given=" ".join(_words(one) for one in _all(inner, "t:forename")),
        identifiers=tuple(dict.fromkeys(_identifiers(element))),
        role=_first(element, "parent::t:respStmt/t:resp"),
    )


def _identifiers(element: Element) -> Iterator[str]:
    """The addresses that a name leads to: its own pointers, and the identifiers of the entry that it points to."""
    pointers, root = " ".join(_values(element, "descendant-or-self::*/@ref")).split(), element.getroottree().getroot()
    yield from filter(_is_address, pointers)
    entries = (f"//t:standOff//*[@xml:id='{_safe(one[1:])}']/t:idno" for one in pointers if one.startswith("#"))
    for idno in (*_all(element, ".//t:idno"), *(found for entry in entries for found in _all(root, entry))):
        yield from _address(idno)


def _address(idno: Element) -> Iterator[str]:
    """Where an identifier leads: into its register, or where it says itself."""
    number = _words(idno)
    yield from filter(None, [number if _is_address(number) else address_in(idno.get("type", ""), number)])


def _identified(root: Element) -> Iterator[Agent]:
    for entry in _all(root, "t:standOff//*[self::t:person or self::t:org][t:idno]"):
        name = _first(entry, "t:*[@type='main']", "t:persName | t:orgName")
        nature = Nature.PERSON if local(entry) == "person" else Nature.ORGANIZATION
        if addresses := tuple(address for idno in _all(entry, "t:idno") for address in _address(idno)):
            yield Agent(name, nature, identifiers=addresses)


def _safe(key: str) -> str:
    return re.sub(r"[^\w.-]", "", key)


def _is_address(text: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\"']+", text) is not None


def _rights(element: Element) -> Rights:
    target = _first(element, "self::t:licence/@target")
    return Rights(_words(element), target if _is_address(target) else "", _first(element, "../@status"))


def _joined(rights: Sequence[Rights]) -> Iterator[Rights]:
    """Paragraphs of one status as one statement."""
    for status in dict.fromkeys(one.status for one in rights):
        yield Rights(" ".join(one.statement for one in rights if one.status == status), "", status)


def _witness(bibl: Element) -> Witness:
    shortened = deepcopy(bibl)
    for note in _all(shortened, ".//t:note"):
        note.text = None
        for child in list(note):
            note.remove(child)
    return Witness(
        key=xml_id(bibl),
        kind=bibl.get("type", ""),
        title=_first(bibl, "t:title"),
        citation=_words(shortened),
        creators=tuple(_agent(one) for one in _all(bibl, "t:author | t:editor")),
        publisher=_first(bibl, "t:publisher"),
        place=_first(bibl, "t:pubPlace"),
        date=_first(bibl, "t:date/@when", "t:date"),
        identifiers=tuple(filter(_is_address, _values(bibl, "t:idno"))),
        note=" ".join(_values(bibl, "t:note")),
    )


def _change(change: Element) -> Change:
    who = change.get("who", "").removeprefix("#")
    root = change.getroottree().getroot()
    named = _first(
        root, f"//t:titleStmt/*[@xml:id='{_safe(who)}']/*[not(self::t:resp)]", f"//t:titleStmt/*[@xml:id='{_safe(who)}']"
    )
    return Change(change.get("when", ""), named if who else "", _words(change), change.get("n", ""))


def _words(element: Element | None) -> str:
    """What an element says, in one line."""
    return "" if element is None else " ".join(str(element.xpath("string()")).split())


def _first(element: Element, *paths: str) -> str:
    """The first thing, an element or an attribute, that the paths lead to, as words."""
    return next((found for path in paths for found in _values(element, path)), "")


def _values(element: Element, path: str) -> list[str]:
    found = cast(Iterable[Element | str], element.xpath(path, namespaces=_NS))
    return [" ".join(one.split()) if isinstance(one, str) else _words(one) for one in found]


def _all(element: Element, path: str) -> list[Element]:
    return cast(list[Element], element.xpath(path, namespaces=_NS))
