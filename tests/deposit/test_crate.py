"""The RO-Crate: every file is described, and every thing that is pointed to is there."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest

from teiwright.deposit import Package
from teiwright.deposit.record import Record

DESCRIPTOR = "ro-crate-metadata.json"


@pytest.fixture(scope="module")
def graph(package: Package) -> dict[str, dict[str, Any]]:
    entities = json.loads(package.files[f"data/{DESCRIPTOR}"])["@graph"]
    found = {entity["@id"]: entity for entity in entities}
    assert len(found) == len(entities)
    return found


def pointers(value: Any) -> list[str]:
    if isinstance(value, list):
        return [one for part in value for one in pointers(part)]
    return [value["@id"]] if isinstance(value, dict) else []


def test_every_file_is_described_with_its_true_size_and_checksum(package: Package, graph) -> None:
    payload = {path.removeprefix("data/"): data for path, data in package.files.items() if path.startswith("data/")}
    files = {key: entity for key, entity in graph.items() if entity["@type"] == "File"}
    assert set(files) == set(payload) - {DESCRIPTOR}
    for path, entity in files.items():
        assert entity["contentSize"] == str(len(payload[path]))
        assert entity["sha256"] == sha256(payload[path]).hexdigest()
        assert entity["name"] == path.rpartition("/")[2]
        assert entity["description"]
        assert entity["encodingFormat"]


def test_every_file_is_reached_from_the_root(graph) -> None:
    reached: set[str] = set()
    waiting = ["./"]
    while waiting:
        key = waiting.pop()
        reached.add(key)
        waiting += pointers(graph[key].get("hasPart", []))
    assert {key for key, entity in graph.items() if entity["@type"] in ("File", "Dataset")} == reached


def test_what_is_pointed_to_is_there(graph) -> None:
    outside = {"https://w3id.org/ro/crate/1.2"}
    for key, entity in graph.items():
        for value in entity.values():
            assert set(pointers(value)) <= set(graph) | outside, key


def test_the_text_as_received_is_under_no_licence(graph, made: tuple[Record, Package]) -> None:
    record = made[0]
    source = graph["tei/hedp/source.txt"]
    assert "license" not in source
    (rights,) = pointers(source["usageInfo"])
    assert graph[rights]["text"] == record.caveats[0].statement
    assert pointers(graph["tei/hedp/header.xml"]["license"]) == [record.licences[0].licence]
    assert "usageInfo" not in graph["xslt/html.xsl"]
    assert pointers(graph["./"]["license"]) == ["TERMS.md"]


def test_the_edition_is_derived_from_its_source_and_the_forms_from_the_edition(graph) -> None:
    edition = graph["tei/hedp/hedp.xml"]
    assert pointers(edition["isBasedOn"])[0] == "tei/hedp/source.txt"
    assert pointers(graph["#making"]["object"]) == pointers(edition["isBasedOn"])
    assert pointers(graph["#making"]["result"]) == ["tei/hedp/hedp.xml"]
    forms = [entity for key, entity in graph.items() if key.startswith("derivatives/") and entity["@type"] == "File"]
    assert len(forms) > 20
    assert all(pointers(form["isBasedOn"]) == ["tei/hedp/hedp.xml"] for form in forms)


def test_the_edition_is_made_by_the_programs_of_that_step_and_the_others_are_needed_by_the_first(graph) -> None:
    programs = {key: entity["name"] for key, entity in graph.items() if entity["@type"] == "SoftwareApplication"}
    makers = [programs[key] for key in pointers(graph["#making"]["instrument"])]
    assert makers == ["teiwright", "lxml", "pyspellchecker"]
    needed = pointers(graph["#program-teiwright"]["softwareRequirements"])
    assert set(needed) == set(programs) - {"#program-teiwright"}


def test_identifiers_lead_where_the_stylesheets_say(package: Package, made: tuple[Record, Package]) -> None:
    linked = json.loads(package.files["data/derivatives/hedp.jsonld"])["@graph"]
    wanted = [one for one in linked if one["@type"] in ("Person", "Organization") and "sameAs" in one]
    told = {agent.name: list(agent.identifiers) for agent in made[0].mentioned}
    assert len(told) > 3
    assert told == {one["name"]: one["sameAs"] for one in wanted}


def test_persons_have_their_identifiers(graph) -> None:
    mentioned = [graph[key] for key in pointers(graph["./"]["mentions"])]
    assert [one["@type"] for one in mentioned].count("Person") > 3
    assert graph["https://www.wikidata.org/wiki/Q1394"]["name"] == "Lenin, Vladimir Ilyich"
