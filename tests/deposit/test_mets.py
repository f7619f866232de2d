"""METS: every file once, where it lies and what it is for; every pointer, inside and outside, leads somewhere."""

from __future__ import annotations

import re
from hashlib import sha512
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.deposit import Package
from teiwright.deposit.crate import PATH as CRATE
from teiwright.deposit.item import Item, Role
from teiwright.deposit.mets import NAMESPACE, PATH, mets
from teiwright.deposit.premis import NAMESPACE as PREMIS
from teiwright.deposit.premis import PATH as PREMIS_PATH
from teiwright.deposit.premis import premis
from teiwright.deposit.record import Record
from teiwright.deposit.software import software

from .examples import RECORDS, TEI, VALIDATED, first_edition, packages

NS = {"m": NAMESPACE, "p": PREMIS, "t": "http://www.tei-c.org/ns/1.0"}
HREF = "{http://www.w3.org/1999/xlink}href"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def example(root: Path) -> tuple[Record, list[Item]]:
    record, items = first_edition(root)
    return record, [*items, provenance(record, items)]


@pytest.fixture(scope="module")
def document(example: tuple[Record, list[Item]]) -> etree._Element:
    return made(*example)


@pytest.fixture(scope="module")
def grammar(grammars: dict[str, etree.XMLSchema]) -> etree.XMLSchema:
    return grammars[NAMESPACE]


def provenance(record: Record, items: list[Item]) -> Item:
    data = premis(record, items, software(), VALIDATED)
    return Item(PREMIS_PATH, data, Role.METADATA, "preservation metadata, PREMIS 3.0")


def written(record: Record, items: list[Item]) -> bytes:
    """The document of files of which the last is that of PREMIS."""
    return mets(record, items[:-1], items[-1], software()[0])


def made(record: Record, items: list[Item]) -> etree._Element:
    return etree.fromstring(written(record, items))


def located(element: etree._Element) -> str:
    """Where a pointer leads: a path in the payload."""
    assert element.get("LOCTYPE") == "URL"
    return urljoin(f"https://payload.example/{PATH}", element.get(HREF, "")).removeprefix("https://payload.example/")


def files(document: etree._Element) -> dict[str, etree._Element]:
    """The files by their paths."""
    return {located(place): file for file in document.iterfind(".//m:file", NS) for place in file}


def group(file: etree._Element) -> etree._Element:
    parent = file.getparent()
    assert parent is not None
    return parent


def assert_lists(document: etree._Element, items: list[Item]) -> None:
    """Every file is there once, under what it is for, with its true size and checksum."""
    listed = document.findall(".//m:file", NS)
    by_path = files(document)
    assert len(listed) == len(by_path)
    assert set(by_path) == {item.path for item in items}
    for item in items:
        file = by_path[item.path]
        assert (file.get("CHECKSUMTYPE"), file.get("CHECKSUM")) == ("SHA-512", sha512(item.data).hexdigest())
        assert file.get("SIZE") == str(len(item.data))
        assert group(file).get("USE") == item.role.value


def assert_folders(document: etree._Element, items: list[Item]) -> None:
    """The physical map has every file once, in the folder where it lies, under its title."""
    by_id = {file.get("ID"): path for path, file in files(document).items()}
    found = {}
    for division in document.iterfind("m:structMap[@TYPE='physical']//m:div[@TYPE='file']", NS):
        (pointer,) = division
        path = by_id[pointer.get("FILEID")]
        folders = [one.get("LABEL") for one in division.iterancestors(f"{{{NAMESPACE}}}div")][-2::-1]
        assert [*folders, path.rpartition("/")[2]] == path.split("/")
        assert path not in found
        found[path] = division.get("LABEL")
    assert found == {item.path: item.title for item in items}


def assert_leads_somewhere(document: etree._Element, items: list[Item]) -> None:
    """Identifiers are XML names, each used once; what points to one finds the kind of thing that it may point to."""
    names = {one.get("ID"): etree.QName(one).localname for one in document.xpath("//*[@ID]")}
    assert len(names) == len(document.xpath("//@ID"))
    assert all(re.fullmatch(r"[A-Za-z_][\w.·-]*", name) for name in names)
    for attribute, kinds in {
        "FILEID": {"file"},
        "DMDID": {"dmdSec"},
        "ADMID": {"rightsMD", "digiprovMD"},
    }.items():
        pointers = " ".join(document.xpath(f"//@{attribute}")).split()
        assert {names[one] for one in pointers} <= kinds
    by_path = {item.path: item for item in items}
    for reference in document.iterfind(".//m:mdRef", NS):
        target = by_path[located(reference)]
        assert reference.get("CHECKSUM") == sha512(target.data).hexdigest()
        if pointer := reference.get("XPTR"):
            assert pointed(etree.fromstring(target.data), pointer) is not None
    provenance = etree.fromstring(items[-1].data)
    keys = provenance.xpath("p:rights/@xmlID", namespaces=NS)
    assert [one.get("ID") for one in document.iterfind(".//m:rightsMD", NS)] == keys


def pointed(root: etree._Element, pointer: str) -> etree._Element | None:
    """Where a pointer of the XPointer element() scheme leads."""
    match = re.fullmatch(r"element\((?:/1/(\d+)|([\w-]+))\)", pointer)
    assert match
    if match[1]:
        return root[int(match[1]) - 1]
    return next((one for one in root.iter() if match[2] in (one.get(ID), one.get("xmlID"))), None)


def assert_agrees_with_premis(document: etree._Element, items: list[Item]) -> None:
    """The statements about rights in each file are those of PREMIS."""
    provenance = etree.fromstring(items[-1].data)
    listed = files(document)
    for file in provenance.xpath("p:object[p:objectCharacteristics]", namespaces=NS):
        path = file.findtext("p:objectIdentifier/p:objectIdentifierValue", "", NS)
        links = [one.text for one in file.iterfind(".//p:linkingRightsStatementIdentifierValue", NS)]
        assert group(listed[path]).get("ADMID", "").split() == links


def test_it_is_valid(document, grammar) -> None:
    grammar.assertValid(document)


def test_the_first_edition_is_listed_filed_and_agrees_with_premis(document, example) -> None:
    assert_lists(document, example[1])
    assert_folders(document, example[1])
    assert_leads_somewhere(document, example[1])
    assert_agrees_with_premis(document, example[1])


def test_in_a_package_only_what_comes_after_is_not_described(package: Package) -> None:
    payload = {path.removeprefix("data/"): data for path, data in package.files.items() if path.startswith("data/")}
    listed = files(etree.fromstring(payload[PATH]))
    assert set(payload) - set(listed) == {PATH, CRATE}
    assert all(file.get("CHECKSUM") == sha512(payload[path]).hexdigest() for path, file in listed.items())
    described = etree.fromstring(payload[PREMIS_PATH]).xpath("p:object[.//p:size]/p:objectIdentifier/*[2]", namespaces=NS)
    assert set(listed) - {one.text for one in described} == {PREMIS_PATH}


def test_the_header_says_what_it_is_and_claims_no_profile(document, example) -> None:
    record = example[0]
    assert document.get("OBJID") == "hedp-" + record.version
    assert document.get("LABEL") == f"{record.title}: {record.subtitle}"
    assert document.get("PROFILE") is None
    header = document.find("m:metsHdr", NS)
    assert header is not None
    agents = [(dict(one.attrib), [child.text for child in one]) for one in header]
    program = software()[0]
    # Editors and publisher answer for the edition; the header names nobody as responsible for this document.
    creator = {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"}
    assert agents == [(creator, ["teiwright", f"version {program.version}"])]


def test_descriptions_are_pointed_to_where_they_are(document) -> None:
    found = {located(one): (one.get("MDTYPE"), one.get("OTHERMDTYPE")) for one in document.iterfind("m:dmdSec/m:mdRef", NS)}
    assert found == {
        "tei/hedp/hedp.xml": ("TEIHDR", None),
        "metadata/dublin-core.xml": ("DC", None),
        "metadata/datacite.xml": ("OTHER", "DATACITE"),
        "derivatives/hedp.jsonld": ("OTHER", "SCHEMA.ORG"),
    }
    (top,) = document.xpath("m:structMap[@TYPE='physical']/m:div", namespaces=NS)
    assert top.get("DMDID", "").split() == [one.get("ID") for one in document.iterfind("m:dmdSec", NS)]


def test_the_pointer_to_the_tei_header_finds_it(document, root: Path) -> None:
    (reference,) = document.xpath("//m:mdRef[@MDTYPE='TEIHDR']", namespaces=NS)
    header = pointed(etree.parse(root / located(reference)).getroot(), reference.get("XPTR"))
    assert header is not None
    assert etree.QName(header).localname == "teiHeader"


def test_no_moment_is_invented(document) -> None:
    assert not document.xpath("//@CREATED | //@CREATEDATE | //@LASTMODDATE")
    assert not re.search(r"\d{4}-\d\d-\d\dT", etree.tostring(document, encoding="unicode"))


def logical(document: etree._Element) -> etree._Element:
    (map_,) = document.iterfind("m:structMap[@TYPE='logical']", NS)
    return map_[0]


def begins(division: etree._Element) -> list[object]:
    """The identifiers of the divisions in a division, nested as they are."""
    return [
        [*(one.get("BEGIN") for one in child.iterfind("m:fptr/m:area", NS)), *begins(child)]
        for child in division.iterfind("m:div", NS)
    ]


def nested(element: etree._Element) -> list[object]:
    """The same from the TEI."""
    found: list[object] = []
    for child in element:
        if child.tag == f"{{{NS['t']}}}div":
            found.append([*([child.get(ID)] if child.get(ID) else []), *nested(child)])
        elif isinstance(child.tag, str):
            found += nested(child)
    return found


@pytest.mark.parametrize("path", ["tei/hedp/hedp.xml", "tests/render/book.xml", "tests/render/rarities.xml"])
def test_the_logical_map_has_the_divisions_of_the_tei(root: Path, example, path: str) -> None:
    record, items = example
    edition = Item("tei/hedp/hedp.xml", (root / path).read_bytes(), Role.EDITION, "the edition")
    others = [item for item in items if item.role is not Role.EDITION]
    (text,) = etree.fromstring(edition.data).iterfind("t:text", NS)
    division = logical(made(record, [edition, *others]))
    assert begins(division) == nested(text)
    assert begins(division)


def test_a_division_bears_its_heading_as_it_is_read(example) -> None:
    record, items = example
    edition = Item("tei/hedp/hedp.xml", TEI, Role.EDITION, "the edition")
    division = logical(made(record, [edition, *(item for item in items if item.role is not Role.EDITION)]))
    told = [(one.get("TYPE"), one.get("ORDERLABEL"), one.get("LABEL")) for one in division.iterfind(".//m:div", NS)]
    assert told == [(None, None, None), ("chapter", "1", "A head"), (None, None, None), ('<"]]>', None, None)]
    assert {one.get("BETYPE") for one in division.iterfind(".//m:area", NS)} == {"IDREF"}


@settings(max_examples=25)
@given(RECORDS, packages())
def test_every_package_is_listed_truly(record: Record, items: list[Item]) -> None:
    items = [*items, provenance(record, items)]
    data = written(record, items)
    assert data == written(record, items)
    document = etree.fromstring(data)
    assert_lists(document, items)
    assert_folders(document, items)
    assert_leads_somewhere(document, items)
    assert_agrees_with_premis(document, items)
    assert {etree.QName(one).namespace for one in document.iter()} == {NAMESPACE}, "elements, no comments, nothing foreign"
    assert document.get("LABEL") == ": ".join(part for part in (record.title, record.subtitle) if part)
    numbers = [(one.get("TYPE", ""), one.text) for one in document.iterfind("m:metsHdr/m:altRecordID", NS)]
    assert numbers == list(record.identifiers)


@settings(max_examples=10)
@given(data=st.data())
def test_every_package_is_valid(grammar, data: st.DataObject) -> None:
    record, items = data.draw(RECORDS), data.draw(packages())
    grammar.assertValid(made(record, [*items, provenance(record, items)]))
