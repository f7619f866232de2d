"""The records of an edition agree with each other and with its header, whatever the header says."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from teiwright.deposit.item import Role
from teiwright.deposit.record import Record
from teiwright.deposit.records import records
from teiwright.render import render

from .samples import BOOK, ITEMS, LEAST, any_record, forms_of, full_book, record_of
from .told import DC, READERS, Facts, facts, yaml

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = [path for path in ROOT.glob("tei/*/*.xml") if path.stem == path.parent.name]
GOLDEN = Path(__file__).parent / "golden"
TEXTS = {**{path.stem: path.read_bytes for path in [BOOK, *EDITIONS]}, "full": full_book}


@pytest.fixture(params=TEXTS)
def tei(request: pytest.FixtureRequest) -> bytes:
    data: bytes = TEXTS[request.param]()
    return data


def test_each_is_listed_with_what_it_is_and_what_it_was_made_from(tei: bytes) -> None:
    listed = records(record_of(tei), ITEMS)
    assert [item.path for item in listed] == list(READERS)
    assert {item.made_from for item in listed} == {("tei/book/book.xml",)}
    assert [item.path for item in listed if item.role is Role.GUIDE] == ["CITATION.cff"]
    assert {item.role for item in listed} == {Role.GUIDE, Role.METADATA}


def assert_agreement(record: Record) -> None:
    wanted = facts(record)
    files = forms_of(record)
    for path, read in READERS.items():
        told = read(files[path])
        assert told == {name: wanted[name] for name in told}, path


def test_every_record_says_what_the_header_says(tei: bytes) -> None:
    assert_agreement(record_of(tei))


def test_dublin_core_and_schema_org_agree_with_them(tei: bytes) -> None:
    record = record_of(tei)
    forms = render(tei, ["dc", "jsonld"], ROOT / "xslt", "book")
    core, linked = (next(iter(forms[name].values())) for name in ("dc", "jsonld"))
    wanted = facts(record)
    assert_core(etree.fromstring(core), record, wanted)
    edition = json.loads(linked)["@graph"][0]
    assert edition["name"] == wanted["title"]
    assert (edition["version"], edition["datePublished"]) == (wanted["version"], wanted["date"])
    assert (edition["inLanguage"], edition["keywords"]) == (wanted["language"], wanted["subjects"])
    assert edition["publisher"]["name"] == wanted["publisher"]
    assert edition["abstract"] == wanted["abstract"]
    of_the_encoding = edition["encoding"] if record.caveats else edition
    assert [of_the_encoding["license"]] == wanted["licences"]
    assert ("license" in edition) != bool(record.caveats)
    assert [edition["usageInfo"]["text"] if record.caveats else ""] == (wanted["caveats"] or [""])
    assert len(edition["author"]) == len(record.authors)
    assert len(edition["editor"]) == len(record.editors)
    based = edition["isBasedOn"]
    assert (based["name"], based["publisher"]["name"], based["datePublished"][:4]) == wanted["print"]


def assert_core(core: etree._Element, record: Record, wanted: Facts) -> None:
    told = {
        name: [one.text or "" for one in core.iterfind(f"{DC}{name}")]
        for name in ("creator", "contributor", "rights", "source", "subject")
    }
    assert [core.findtext(f"{DC}{name}") for name in ("title", "date", "publisher", "language")] == [
        wanted[name] for name in ("title", "date", "publisher", "language")
    ]
    assert (told["creator"], told["subject"]) == (wanted["authors"], wanted["subjects"])
    assert told["contributor"] == [one.name for one in record.editors]
    assert told["source"] == wanted["sources"]
    licensed = [f"{one.statement} {one.licence}" for one in record.licences]
    assert [one for one in told["rights"] if one in licensed] == licensed
    assert " ".join(one for one in told["rights"] if one not in licensed) == " ".join(wanted["caveats"])


@given(any_record())
def test_whatever_a_header_says_every_record_says_the_same(record: Record) -> None:
    assert_agreement(record)


def test_no_address_that_could_do_something_gets_into_a_record() -> None:
    record = record_of(full_book())
    assert "javascript:alert(1)" in dict(record.identifiers).values()
    assert not [path for path, data in forms_of(record).items() if b"javascript:" in data]


def test_the_same_record_gives_the_same_bytes(tei: bytes) -> None:
    assert records(record_of(tei), ITEMS) == records(record_of(tei), ITEMS)


def test_what_a_header_has_twice_a_record_that_wants_distinct_values_has_once() -> None:
    record = record_of(full_book())
    twice = replace(
        record,
        authors=record.authors * 2,
        editors=record.editors * 2,
        subjects=record.subjects * 2,
        caveats=record.caveats * 2,
        witnesses=record.witnesses * 2,
    )
    for path in ("CITATION.cff", ".zenodo.json", "metadata/datacite.xml", "metadata/datacite.json"):
        assert without_notes(forms_of(twice)[path]) == without_notes(forms_of(record)[path])


def without_notes(data: bytes) -> list[bytes]:
    return [line for line in data.splitlines() if b"message" not in line and b"notes" not in line]


def test_what_a_header_leaves_open_no_record_says() -> None:
    files = {item.path: item.data for item in records(LEAST, ())}
    assert yaml(files["CITATION.cff"].decode()) == {
        "cff-version": "1.2.0",
        "message": "If you use this edition, please cite it as below. Nobody knows.",
        "type": "dataset",
        "title": "T",
        "authors": [{"name": "E"}],
        "version": "1",
        "date-released": "2026-01-31",
        "preferred-citation": {
            "type": "data",
            "title": "T",
            "authors": [{"name": "E"}],
            "publisher": {"name": "P"},
            "version": "1",
            "date-released": "2026-01-31",
            "year": "2026",
        },
    }
    assert json.loads(files["metadata/datacite.json"]) == {
        "creators": [{"name": "E"}],
        "titles": [{"title": "T"}],
        "publisher": {"name": "P"},
        "publicationYear": "2026",
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "digital scholarly edition, TEI"},
        "contributors": [{"name": "E", "contributorType": "Editor"}],
        "dates": [{"date": "2026-01-31", "dateType": "Issued"}],
        "version": "1",
        "rightsList": [{"rights": "Nobody knows."}],
        "schemaVersion": "http://datacite.org/schema/kernel-4",
    }
    said = [etree.QName(one).localname for one in etree.fromstring(files["metadata/olac.xml"])]
    assert said == ["title", "contributor", "publisher", "issued", "type", "type", "format", "rights"]


# ---- judged by others ----


@pytest.fixture(scope="session")
def datacite_schema(grammars: dict[str, etree.XMLSchema]) -> etree.XMLSchema:
    """DataCite's own schema: 4.6, since 4.7 adds words to its lists and one attribute, none of which is used here."""
    return grammars["http://datacite.org/schema/kernel-4"]


def test_datacite_finds_no_fault(tei: bytes, datacite_schema: etree.XMLSchema) -> None:
    datacite_schema.assertValid(etree.fromstring(forms_of(record_of(tei))["metadata/datacite.xml"]))


@given(any_record())
def test_datacite_finds_no_fault_in_any_record(datacite_schema: etree.XMLSchema, record: Record) -> None:
    datacite_schema.assertValid(etree.fromstring(forms_of(record)["metadata/datacite.xml"]))


def test_datacite_notices_a_creator_without_a_name(datacite_schema: etree.XMLSchema) -> None:
    damaged = etree.fromstring(forms_of(record_of(full_book()))["metadata/datacite.xml"])
    creator = damaged.find(".//{*}creator")
    assert creator is not None
    creator.remove(creator[0])
    assert not datacite_schema.validate(damaged)


# ---- as they were read ----


@pytest.mark.parametrize("path", READERS)
def test_the_records_of_the_small_book_are_as_reviewed(path: str, tmp_path: Path) -> None:
    golden, now = GOLDEN / Path(path).name.lstrip("."), forms_of(record_of(full_book()))[path].decode()
    new = tmp_path / golden.name
    new.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), f"{new} differs; read it, and if it is right let it replace {golden}"
