"""What the programs of archives make of a package: they find no fault in it, and do find those of a damaged one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.deposit import Package
from teiwright.deposit.record import Change, Record
from teiwright.depositing import version_of
from teiwright.workspace import write_files

from .grammars import XSD
from .samples import LEAST, forms_of, full_book, record_of

pytestmark = pytest.mark.slow

Referee = Callable[..., Any]


@pytest.fixture
def damaged(deposited: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return what copies the bag, to be damaged, under a name that says how."""
    return lambda name: Path(shutil.copytree(deposited, tmp_path / name))


@pytest.fixture(scope="module")
def graph(deposited: Path) -> list[dict[str, Any]]:
    """Return the entities of the crate."""
    entities: list[dict[str, Any]] = read_json(deposited / "data" / CRATE)["@graph"]
    return entities


CRATE = "ro-crate-metadata.json"


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


# The bag


def test_bagit_finds_the_bag_whole_and_notices_each_damage(
    deposited: Path, damaged: Callable[[str], Path], referee: Referee
) -> None:
    changed, more, fewer, tag = map(damaged, ("changed", "more", "fewer", "tag"))
    source = changed / "data/tei/hedp/source.txt"
    source.write_bytes(source.read_bytes().swapcase())
    (more / "data/tei/hedp/more.txt").write_bytes(b"")
    (fewer / "data/README.md").unlink()
    with (tag / "bag-info.txt").open("a") as information:
        information.write("Contact-Name: somebody else\n")
    told = referee("bag.py", deposited, changed, more, fewer, tag)
    assert told.pop(str(deposited)) == []
    assert [Path(folder).name for folder, faults in told.items() if not faults] == []


# The crate

LEFT_OPEN = {
    "License entity: SHOULD be typed as CreativeWork": "the terms are a File, which schema.org counts among those",
    "License entity: SHOULD have absolute URL @id": "the terms are a file of the package: no one licence covers all of it",
    "Organization: RECOMMENDED contactPoint references ContactPoint entity": "the header gives no address",
    "Organization: RECOMMENDED url property": "the header gives no address",
    "Organization: SHOULD have ROR identifier": "neither the newspaper of 1956 nor the editors have one",
    "Person: SHOULD have ORCID identifier": "those whom a text names are long dead; they have others",
    "Root Data Entity: at least one author/publisher SHOULD have contactPoint": "the header gives no address",
    "type of Encoding format: RECOMMENDED types": "a fault of roc-validator 0.13.0, which no entity passes",
}
"""What RO-Crate recommends and the crate of the first edition does not do, and why."""


def test_roc_validator_finds_the_crate_right_and_notices_each_damage(
    deposited: Path, graph: list[dict[str, Any]], tmp_path: Path, schemas: Path, referee: Referee
) -> None:
    damage(graph, deposited / "data", tmp_path)
    told = referee("crate.py", schemas / "package/lib/context.json", deposited / "data", tmp_path)
    whole, wrong = told[str(deposited / "data")], told[str(tmp_path)]
    assert whole["REQUIRED"] == {}
    assert set(whole["RECOMMENDED"]) == set(LEFT_OPEN)
    assert wrong["REQUIRED"].keys() >= {
        "Data Entity: REQUIRED resource availability",
        "Root Data Entity: `datePublished` property",
        "Root Data Entity: hasPart MUST reference all Data Entities",
        "Validation of the compaction format of the file descriptor",
    }
    assert "Data Entity: RECOMMENDED `description` property" in wrong["RECOMMENDED"]


def damage(graph: list[dict[str, Any]], crate: Path, folder: Path) -> None:
    """Write a crate of two guides: undated, one guide not listed, a file that is not there, a word without a meaning."""
    kept = {entity["@id"]: dict(entity) for entity in graph if not {"Dataset", "File"} & {entity["@type"]}}
    root = dict(next(entity for entity in graph if entity["@id"] == "./"))
    guides = {name: {"@id": name, "@type": "File", "name": name, "encodingFormat": "text/markdown"} for name in GUIDES}
    del root["datePublished"], root["mainEntity"]
    root |= {"hasPart": [{"@id": "README.md"}, {"@id": "gone.md"}], "colour": "red"}
    for name in GUIDES[:2]:
        shutil.copy(crate / name, folder)
    context = read_json(crate / CRATE)["@context"]
    document = {"@context": context, "@graph": [*kept.values(), root, *guides.values()]}
    (folder / CRATE).write_text(json.dumps(document), "utf-8")


GUIDES = ("README.md", "TERMS.md", "gone.md")

# The formats

TOLD_OTHERWISE = {
    ("x-fmt/281", "fmt/101"): "that a stylesheet is XML is all that its bytes tell",
    ("x-fmt/281", "fmt/91"): "mistaken: the stylesheet writes SVG",
    ("x-fmt/281", "fmt/1477"): "mistaken: what names the namespace of the TEI twice near its beginning counts as a corpus",
    ("fmt/101", "fmt/1477"): "mistaken in the same way, of Schematron",
    ("fmt/817", "fmt/1311"): "mistaken: of two formats with the extension, messages of Twitter have priority",
}
"""Where fido tells another format than the crate, and why: what the crate says, what fido says."""


def test_fido_tells_the_formats_that_the_crate_tells(
    deposited: Path, graph: list[dict[str, Any]], tmp_path: Path, referee: Referee
) -> None:
    data = deposited / "data"
    claims = {data / entity["@id"]: registered(entity) for entity in graph if entity["@type"] == "File"}
    (book,) = data.glob("derivatives/*.epub")
    page = book.with_suffix(".html")
    exchanged = {tmp_path / page.name: claims[page], tmp_path / book.name: claims[book]}
    for given, path in zip((book, page), exchanged, strict=True):
        shutil.copy(given, path)
    told = referee("formats.py", *claims, *exchanged)
    assert not {path.relative_to(data).as_posix(): told[str(path)] for path in contradicted(claims, told)}
    assert set(contradicted(exchanged, told)) == set(exchanged)


def registered(entity: dict[str, Any]) -> str:
    """The identifier in PRONOM that the crate gives a file; empty where it gives none."""
    formats = entity["encodingFormat"]
    addresses = [one["@id"] for one in formats if isinstance(one, dict)] if isinstance(formats, list) else []
    return "/".join(addresses[0].split("/")[-2:]) if addresses else ""


def contradicted(claims: dict[Path, str], told: dict[str, tuple[str, list[str]]]) -> Iterator[Path]:
    """The files of which their bytes or, where a format is claimed, their names tell another one."""
    for path, claim in claims.items():
        how, formats = told[str(path)]
        if (claim or how != "extension") and claim not in formats and (claim, *formats) not in TOLD_OTHERWISE:
            yield path


# The object of all versions


def test_ocfl_py_finds_the_object_right_and_notices_a_damage(
    made: tuple[Record, Package], tmp_path: Path, referee: Referee
) -> None:
    record, first = made
    second = replace(first, label="second", files={**first.files, "data/README.md": b"changed"})
    changes = (Change("2100-01-01", "The editors", "A second version.", "second"), *record.changes)
    folder, wrong = tmp_path / "object", tmp_path / "damaged"
    write_files(version_of(record, first, folder))
    write_files(version_of(replace(record, version="second", released="2100-01-01", changes=changes), second, folder))
    shutil.copytree(folder, wrong)
    (wrong / "v2/content/README.md").write_bytes(b"damaged")
    told = referee("objects.py", folder, wrong)
    noted, damages = ({fault.split()[0] for fault in told[str(one)]} for one in (folder, wrong))
    assert noted == {"[W008]"}, "that the header gives no address of the editors"
    assert damages - noted == {"[E092a]"}


# The records


def test_every_record_in_xml_is_valid_and_so_is_what_it_holds_of_others(
    records: list[etree._Element], grammars: dict[str, etree.XMLSchema]
) -> None:
    parts = [part for record in records for part in vocabularies(record)]
    assert {etree.QName(part).namespace for part in parts} == set(XSD)
    assert not [errors for part in parts if (errors := invalid(part, grammars))]


@pytest.mark.parametrize("namespace", XSD)
def test_every_schema_notices_what_is_foreign_to_it(
    namespace: str, records: list[etree._Element], grammars: dict[str, etree.XMLSchema]
) -> None:
    (record,) = (one for one in records if etree.QName(one).namespace == namespace)
    etree.SubElement(record, f"{{{namespace}}}foreign")
    assert any("foreign" in error for error in invalid(record, grammars))


@pytest.fixture
def records(deposited: Path) -> list[etree._Element]:
    """Return the records of the package that are in XML."""
    return [etree.parse(path).getroot() for path in (deposited / "data/metadata").glob("*.xml")]


def vocabularies(record: etree._Element) -> Iterator[etree._Element]:
    """The elements of a record with which a vocabulary begins that has a schema here."""
    for element in record.iter("{*}*"):
        namespace = etree.QName(element).namespace
        around = element.getparent()
        if namespace in XSD and (around is None or etree.QName(around).namespace != namespace):
            yield element


def invalid(element: etree._Element, grammars: dict[str, etree.XMLSchema]) -> list[str]:
    grammar = grammars[str(etree.QName(element).namespace)]
    return [] if grammar.validate(element) else [str(error) for error in grammar.error_log]


JSON = {
    "CITATION.cff": "cffconvert/schemas/1.2.0/schema.json",
    "metadata/datacite.json": "datacite/schemas/datacite-v4.5.json",
}
"""Record → the schema of its kind; that of DataCite is the newest in JSON."""


@pytest.mark.parametrize("name", JSON)
def test_every_record_in_json_or_yaml_has_its_shape(
    name: str, made: tuple[Record, Package], root: Path, schemas: Path, tmp_path: Path, referee: Referee
) -> None:
    """That of the edition, that of a book with much to say and of one with little; and one without a title is noticed."""
    said = [forms_of(record)[name] for record in (made[0], record_of(full_book()), LEAST)]
    said += [(root / name).read_bytes()] if (root / name).exists() else []
    wrong = re.sub(rb"^(\W*)title", rb"\1titel", said[0], count=1, flags=re.MULTILINE)
    paths = [tmp_path / str(number) for number, _ in enumerate([*said, wrong])]
    for path, data in zip(paths, [*said, wrong], strict=True):
        path.write_bytes(data)
    told = referee("shapes.py", schemas / JSON[name], *paths)
    assert told.pop(str(paths[-1]))
    assert not [faults for faults in told.values() if faults]
