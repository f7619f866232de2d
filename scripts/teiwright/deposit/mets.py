"""METS 1.12.1: all files of a package in one document, by what they are for, by folder, and the edition by its divisions.

It repeats no description: it points to the records that describe the edition, and to PREMIS for origin and rights. Addresses
are relative to the METS file itself, since that is how a URI reference is resolved (RFC 3986, section 5); so they hold
wherever the package is unpacked. No profile is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from posixpath import relpath
from types import MappingProxyType

from lxml.builder import ElementMaker

from teiwright.deposit.documents import document
from teiwright.deposit.history import MADE
from teiwright.deposit.item import Item, Role, by_role
from teiwright.deposit.record import Nature, Record
from teiwright.deposit.rights import Statement, statements
from teiwright.deposit.software import Software, software
from teiwright.xml import TEI, Element, local, read_xml, xml_id

NAMESPACE = "http://www.loc.gov/METS/"
PATH = "metadata/mets.xml"
"""Where the document is in the payload."""

_XLINK = "http://www.w3.org/1999/xlink"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE, "xlink": _XLINK})

_DESCRIPTIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "CITATION.cff": ("OTHER", "CFF"),
        "cmdi.xml": ("OTHER", "CMDI"),
        "datacite.json": ("OTHER", "DATACITE-JSON"),
        "datacite.xml": ("OTHER", "DATACITE"),
        "dublin-core.xml": ("DC", ""),
        "olac.xml": ("OTHER", "OLAC"),
        ".jsonld": ("OTHER", "SCHEMA.ORG"),
    }
)
"""The records that describe the edition, by name or suffix: MDTYPE, and OTHERMDTYPE where METS has no word for the kind."""

_NATURES = {Nature.PERSON: "INDIVIDUAL", Nature.ORGANIZATION: "ORGANIZATION"}
_TRANSPARENT = frozenset({"text", "group", "front", "body", "back"})
_UNREAD = " or ".join(f"ancestor::t:{one}" for one in ("note", "fw", "sic", "orig", "pc[@force = 'weak']"))
_HEADING = f"t:head[1]//text()[not({_UNREAD})]"


def mets(record: Record, items: Sequence[Item], premis: Item) -> bytes:
    """The METS document of a package.

    items: all files but this one and PREMIS; premis: the PREMIS document, which has the statements about rights of `rights`.
    """
    program = software()[0]
    rights = statements(record, program)
    files = [*items, premis]
    descriptions = list(_descriptions(files))
    title = ": ".join(part for part in (record.title, record.subtitle) if part)
    return document(
        _E.mets(
            {"OBJID": record.label, "LABEL": title, "TYPE": "digital edition"},
            _header(record, program),
            *descriptions,
            _E.amdSec({"ID": "administrative"}, *_administration(rights, premis)),
            _E.fileSec(*_groups(record, files, rights)),
            _folders(record, files, [one.get("ID", "") for one in descriptions]),
            *(_divisions(title, one) for one in files if one.role is Role.EDITION),
        )
    )


def _id(kind: str, path: str) -> str:
    """The identifier of what is said of a file: its path, with a middle dot for the slash, which an XML name cannot have."""
    return f"{kind}-{path.replace('/', '·')}"


def _header(record: Record, program: Software) -> Element:
    """When and by whom the document was made: as part of the release, by the program, for those who publish the edition."""
    editors = dict.fromkeys((one.name, _NATURES.get(one.nature, "")) for one in record.editors)
    return _E.metsHdr(
        {"CREATEDATE": _midnight(record)},
        _agent("CREATOR", record.publisher),
        _agent("CREATOR", program.name, f"version {program.version}", TYPE="OTHER", OTHERTYPE="SOFTWARE"),
        *(_agent("EDITOR", name, **({"TYPE": kind} if kind else {})) for name, kind in editors),
        *(_E.altRecordID({"TYPE": kind} if kind else {}, value) for kind, value in record.identifiers),
    )


def _agent(role: str, name: str, note: str = "", **kind: str) -> Element:
    return _E.agent({"ROLE": role, **kind}, _E.name(name), *([_E.note(note)] if note else []))


def _descriptions(files: Iterable[Item]) -> Iterator[Element]:
    """The TEI header, and the records made from it."""
    for one in files:
        name, key = PurePosixPath(one.path), _id("description", one.path)
        kind, other = _DESCRIPTIONS.get(name.name) or _DESCRIPTIONS.get(name.suffix) or ("", "")
        if one.role is Role.EDITION:
            yield _section("dmdSec", key, one, "TEIHDR", XPTR="element(/1/1)")
        elif kind and one.role in (Role.METADATA, Role.GUIDE):
            yield _section("dmdSec", key, one, kind, **({"OTHERMDTYPE": other} if other else {}))


def _administration(rights: Iterable[Statement], premis: Item) -> Iterator[Element]:
    """Rights in the encoding, in the text and in the program, each for itself; then origin."""
    for one in rights:
        pointer, label = f"element({one.key})", f"rights in the {one.subject}"
        yield _section("rightsMD", one.key, premis, "PREMIS:RIGHTS", XPTR=pointer, LABEL=label)
    yield _section("digiprovMD", "provenance", premis, "PREMIS", MDTYPEVERSION="3.0")


def _section(name: str, key: str, item: Item, kind: str, **more: str) -> Element:
    """A section that only points to a file, or by XPTR into it."""
    reference = {**_location(item), "MDTYPE": kind, **more, **_properties(item)}
    return _E(name, {"ID": key}, _E.mdRef(reference))


def _groups(record: Record, files: Iterable[Item], rights: Sequence[Statement]) -> Iterator[Element]:
    """All files by what they are for. The statements about rights in a file follow from that."""
    for role, some in by_role(files):
        keys = [one.key for one in rights if role in one.roles]
        about = {"ADMID": " ".join(keys)} if keys else {}
        # Nothing tells when the files were made that the package only takes in.
        created = {"CREATED": _midnight(record)} if role in MADE else {}
        yield _E.fileGrp(
            {"ID": f"group-{role.name.lower()}", "USE": role.value, **about},
            *(
                _E.file({"ID": _id("file", one.path), **_properties(one), **created}, _E.FLocat(_location(one)))
                for one in some
            ),
        )


def _location(item: Item) -> dict[str, str]:
    return {"LOCTYPE": "URL", f"{{{_XLINK}}}href": relpath(item.path, PurePosixPath(PATH).parent)}


def _properties(item: Item) -> dict[str, str]:
    return {
        "MIMETYPE": item.format.media_type,
        "SIZE": str(len(item.data)),
        "CHECKSUM": item.sha512,
        "CHECKSUMTYPE": "SHA-512",
    }


def _folders(record: Record, files: Iterable[Item], descriptions: Iterable[str]) -> Element:
    """The package as it lies on the disk."""
    about = {"DMDID": " ".join(descriptions), "ADMID": "provenance"}
    folders = {"": _E.div({"TYPE": "package", "LABEL": record.label, **about})}
    for one in files:
        file = _E.div({"TYPE": "file", "LABEL": one.title}, _E.fptr({"FILEID": _id("file", one.path)}))
        _folder(one.path.rpartition("/")[0], folders).append(file)
    return _E.structMap({"TYPE": "physical", "LABEL": "Folders and files"}, folders[""])


def _folder(path: str, folders: dict[str, Element]) -> Element:
    """The division of a folder, made with those above it when it is first asked for."""
    if path not in folders:
        above, _, name = path.rpartition("/")
        folders[path] = _E.div({"TYPE": "folder", "LABEL": name})
        _folder(above, folders).append(folders[path])
    return folders[path]


def _divisions(title: str, edition: Item) -> Element:
    """The edition by its divisions, each of which begins at an element of the TEI."""
    key = _id("file", edition.path)
    inner = _divisions_of(read_xml(edition.data, edition.path), key)
    whole = _E.div({"TYPE": "text", "LABEL": title}, _E.fptr({"FILEID": key}), *inner)
    return _E.structMap({"TYPE": "logical", "LABEL": "Divisions of the text"}, whole)


def _divisions_of(element: Element, key: str) -> Iterator[Element]:
    for child in element:
        if local(child) in _TRANSPARENT:
            yield from _divisions_of(child, key)
        elif local(child) == "div":
            heading = " ".join("".join(child.xpath(_HEADING, namespaces={"t": TEI})).split())
            told = {"TYPE": child.get("type", ""), "ORDERLABEL": child.get("n", ""), "LABEL": heading}
            area = _E.area({"FILEID": key, "BEGIN": xml_id(child), "BETYPE": "IDREF"})
            yield _E.div(
                {name: value for name, value in told.items() if value},
                *([_E.fptr(area)] if xml_id(child) else []),
                *_divisions_of(child, key),
            )


def _midnight(record: Record) -> str:
    """The day of the release as METS wants it, which has no days without an hour."""
    return f"{record.released}T00:00:00Z"
