"""METS 1.12.1: all files of a package in one document, by what they are for, by folder, and the edition by its divisions.

It repeats no description: it points to the records that describe the edition, and to PREMIS for origin and rights. Addresses
are relative to the METS file itself, since that is how a URI reference is resolved (RFC 3986, section 5); so they hold
wherever the package is unpacked. No profile is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from lxml import etree

from teiwright.deposit.documents import add, document
from teiwright.deposit.item import Item, Role, by_role
from teiwright.deposit.record import Record
from teiwright.deposit.rights import Statement, statements
from teiwright.deposit.software import Software
from teiwright.xml import TEI, Element, local, read_xml, xml_id

NAMESPACE = "http://www.loc.gov/METS/"
PATH = "metadata/mets.xml"
"""Where the document is in the payload."""

_XLINK = "http://www.w3.org/1999/xlink"

_DESCRIPTIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "CITATION.cff": {"MDTYPE": "OTHER", "OTHERMDTYPE": "CFF"},
        "cmdi.xml": {"MDTYPE": "OTHER", "OTHERMDTYPE": "CMDI"},
        "datacite.json": {"MDTYPE": "OTHER", "OTHERMDTYPE": "DATACITE-JSON"},
        "datacite.xml": {"MDTYPE": "OTHER", "OTHERMDTYPE": "DATACITE"},
        "dublin-core.xml": {"MDTYPE": "DC"},
        "olac.xml": {"MDTYPE": "OTHER", "OTHERMDTYPE": "OLAC"},
        ".jsonld": {"MDTYPE": "OTHER", "OTHERMDTYPE": "SCHEMA.ORG"},
    }
)
"""The records that describe the edition, by name or suffix, each with its kind as METS says it."""

_TRANSPARENT = frozenset({"text", "group", "front", "body", "back"})
_UNREAD = " or ".join(f"ancestor::t:{one}" for one in ("note", "fw", "sic", "orig", "pc[@force = 'weak']"))
_HEADING = f"t:head[1]//text()[not({_UNREAD})]"


def mets(record: Record, items: Sequence[Item], premis: Item, program: Software) -> bytes:
    """The METS document of a package.

    items: all files but this one and PREMIS; premis: the PREMIS document, which has the statements about rights of `rights`;
    program: what makes the package, and has its files there.
    """
    rights = statements(record, program)
    files = [*items, premis]
    title = ": ".join(part for part in (record.title, record.subtitle) if part)
    about = {"OBJID": record.label, "LABEL": title, "TYPE": "digital edition"}
    root = etree.Element(f"{{{NAMESPACE}}}mets", about, {None: NAMESPACE, "xlink": _XLINK})
    _add_header(root, record, program)
    descriptions = _add_descriptions(root, files)
    _add_administration(root, rights, premis)
    _add_groups(root, files, rights)
    _add_folders(root, record, files, descriptions)
    for one in files:
        if one.role is Role.EDITION:
            _add_divisions(root, title, one)
    return document(root)


def _id(kind: str, path: str) -> str:
    """The identifier of what is said of a file: its path, with a middle dot for the slash, which an XML name cannot have."""
    return f"{kind}-{path.replace('/', '·')}"


def _add_header(root: Element, record: Record, program: Software) -> None:
    """What made the document. Nobody is named as responsible for it: editors and publisher answer for the edition."""
    header = add(root, "metsHdr")
    maker = add(header, "agent", ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE")
    add(maker, "name", program.name)
    add(maker, "note", f"version {program.version}")
    for kind, value in record.identifiers:
        add(header, "altRecordID", value, **({"TYPE": kind} if kind else {}))


def _add_descriptions(root: Element, files: Iterable[Item]) -> list[str]:
    """The TEI header, and the records made from it. Gives their identifiers."""
    found = []
    for one in files:
        kind = _kind(one)
        if kind:
            found.append(_id("description", one.path))
            _add_section(root, "dmdSec", found[-1], one, **kind)
    return found


def _kind(item: Item) -> Mapping[str, str]:
    """What kind of description of the edition a file has, as METS says it; nothing where it has none."""
    if item.role is Role.EDITION:
        return {"MDTYPE": "TEIHDR", "XPTR": "element(/1/1)"}
    if item.role not in (Role.METADATA, Role.GUIDE):
        return {}
    path = PurePosixPath(item.path)
    return _DESCRIPTIONS.get(path.name) or _DESCRIPTIONS.get(path.suffix) or {}


def _add_administration(root: Element, rights: Iterable[Statement], premis: Item) -> None:
    """Rights in the encoding, in the text and in the program, each for itself; then origin."""
    told = add(root, "amdSec", ID="administrative")
    for one in rights:
        pointer, label = f"element({one.key})", f"rights in the {one.subject}"
        _add_section(told, "rightsMD", one.key, premis, MDTYPE="PREMIS:RIGHTS", XPTR=pointer, LABEL=label)
    _add_section(told, "digiprovMD", "provenance", premis, MDTYPE="PREMIS", MDTYPEVERSION="3.0")


def _add_section(parent: Element, name: str, key: str, item: Item, **about: str) -> None:
    """A section that only points to a file, or by XPTR into it."""
    add(add(parent, name, ID=key), "mdRef", **_location(item), **about, **_properties(item))


def _add_groups(root: Element, files: Iterable[Item], rights: Sequence[Statement]) -> None:
    """All files by what they are for. The statements about rights in a file follow from that."""
    section = add(root, "fileSec")
    for role, some in by_role(files):
        keys = [one.key for one in rights if role in one.roles]
        about = {"ADMID": " ".join(keys)} if keys else {}
        group = add(section, "fileGrp", ID=f"group-{role.name.lower()}", USE=role.value, **about)
        for one in some:
            file = add(group, "file", ID=_id("file", one.path), **_properties(one))
            add(file, "FLocat", **_location(one))


def _location(item: Item) -> dict[str, str]:
    """Where a file is: its address, relative to this document."""
    folder = PATH.rpartition("/")[0] + "/"
    address = item.path.removeprefix(folder) if item.path.startswith(folder) else f"../{item.path}"
    return {"LOCTYPE": "URL", f"{{{_XLINK}}}href": address}


def _properties(item: Item) -> dict[str, str]:
    return {
        "MIMETYPE": item.format.media_type,
        "SIZE": str(len(item.data)),
        "CHECKSUM": item.sha512,
        "CHECKSUMTYPE": "SHA-512",
    }


def _add_folders(root: Element, record: Record, files: Iterable[Item], descriptions: Iterable[str]) -> None:
    """The package as it lies on the disk."""
    about = {"DMDID": " ".join(descriptions), "ADMID": "provenance"}
    whole = add(root, "structMap", TYPE="physical", LABEL="Folders and files")
    folders = {"": add(whole, "div", TYPE="package", LABEL=record.label, **about)}
    for one in files:
        file = add(_folder(one.path.rpartition("/")[0], folders), "div", TYPE="file", LABEL=one.title)
        add(file, "fptr", FILEID=_id("file", one.path))


def _folder(path: str, folders: dict[str, Element]) -> Element:
    """The division of a folder, made with those above it when it is first asked for."""
    if path not in folders:
        above, _, name = path.rpartition("/")
        folders[path] = add(_folder(above, folders), "div", TYPE="folder", LABEL=name)
    return folders[path]


def _add_divisions(root: Element, title: str, edition: Item) -> None:
    """The edition by its divisions, each of which begins at an element of the TEI."""
    key = _id("file", edition.path)
    whole = add(add(root, "structMap", TYPE="logical", LABEL="Divisions of the text"), "div", TYPE="text", LABEL=title)
    add(whole, "fptr", FILEID=key)
    _add_divisions_of(read_xml(edition.data, edition.path), whole, key)


def _add_divisions_of(element: Element, whole: Element, key: str) -> None:
    for child in element:
        if local(child) in _TRANSPARENT:
            _add_divisions_of(child, whole, key)
        elif local(child) == "div":
            heading = " ".join("".join(child.xpath(_HEADING, namespaces={"t": TEI})).split())
            told = {"TYPE": child.get("type", ""), "ORDERLABEL": child.get("n", ""), "LABEL": heading}
            division = add(whole, "div", **{name: value for name, value in told.items() if value})
            if xml_id(child):
                add(add(division, "fptr"), "area", FILEID=key, BEGIN=xml_id(child), BETYPE="IDREF")
            _add_divisions_of(child, division, key)
