"""Annotations: each finds its words again, leads to places that exist, and is what the model wants."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from teiwright.render import render

ROOT = Path(__file__).resolve().parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
OA = "http://www.w3.org/ns/oa#"
BASE = "https://example.org/book/"

# What the context of the model (https://www.w3.org/ns/anno.jsonld) says of the terms in use, as its Appendix A has them.
VOCABULARY = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@id"},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{
        purpose: f"oa:{purpose}" for purpose in ("classifying", "commenting", "editing", "identifying", "linking", "tagging")
    },
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "label": "rdfs:label",
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
}


@pytest.fixture(scope="module", params=["book", "hedp"])
def tei(request: pytest.FixtureRequest, book: bytes) -> bytes:
    return book if request.param == "book" else (ROOT / "tei/hedp/hedp.xml").read_bytes()


@pytest.fixture(scope="module")
def files(tei: bytes) -> Mapping[str, str]:
    made = render(tei, ["corpus", "annotations", "html"], ROOT / "xslt", "book")
    return {path: data.decode() for part in made.values() for path, data in part.items()}


@pytest.fixture(scope="module")
def items(files: Mapping[str, str]) -> list[dict[str, Any]]:
    collection = json.loads(files["book.annotations.jsonld"])
    assert collection["total"] == len(collection["first"]["items"]) > 20
    return list(collection["first"]["items"])


def listed(one: Any) -> list[Any]:
    return one if isinstance(one, list) else [one]


def test_every_annotation_finds_its_words_again(files: Mapping[str, str], items: list[dict[str, Any]]) -> None:
    text = files["book.corpus.txt"]
    for target in (target for item in items for target in listed(item["target"])):
        position, words = target["selector"]
        assert target["source"] == "book.corpus.txt"
        start, end = position["start"], position["end"]
        assert text[start:end] == words["exact"] == words["exact"].strip() != ""
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])


def test_ids_are_unique_and_addresses_lead_somewhere(files: Mapping[str, str], items: list[dict[str, Any]]) -> None:
    ids = [item["id"] for item in items]
    assert len(set(ids)) == len(ids)
    anchors = set(html.fromstring(files["book.html"]).xpath("//@id"))
    bodies = [body for item in items for body in item["body"] if body["type"] == "SpecificResource"]
    assert bodies
    for body in bodies:
        file, _, anchor = body["source"].partition("#")
        assert file.startswith("http") or (file == "book.html" and anchor in anchors)


def test_the_markup_is_told_in_full(tei: bytes, items: list[dict[str, Any]]) -> None:
    root = etree.fromstring(tei)
    text = next(root.iterchildren(f"{TEI}text"))
    outside = [
        e for e in text.iter(f"{TEI}*") if not any(True for _ in e.iterancestors(f"{TEI}note", f"{TEI}sic", f"{TEI}orig"))
    ]

    def count(*names: str, without: str = "") -> int:
        return sum(etree.QName(e).localname in names and not (without and e.get(without)) for e in outside)

    made = [(item["motivation"], item["body"][0].get("value")) for item in items]
    assert sum(why == "editing" for why, _ in made) == count("choice", "supplied", "g")
    assert sum(value == "date" for _, value in made) == count("date", "docDate")
    quotations = ("quote", "said", "q", "soCalled", "mentioned", "term")
    assert sum(why == "classifying" and value != "title" for why, value in made) == count(*quotations, without="prev")
    notes = [e for e in outside if etree.QName(e).localname == "note" and not (e.get("prev") or e.get("sameAs"))]
    assert sum(why == "commenting" for why, _ in made) == len(notes)
    mentions = {
        e.get("ref") for e in outside if etree.QName(e).localname in ("persName", "orgName", "placeName") and e.get("ref")
    }
    told = {
        body["source"]
        for item in items
        for body in item["body"]
        if body.get("purpose") == "identifying" and "source" in body
    }
    assert {f"book.html{ref}" for ref in mentions} <= told


def test_an_interrupted_quotation_and_a_note_called_twice_are_one_annotation(book: bytes, stylesheets: Path) -> None:
    made = render(book, ["annotations"], stylesheets, "book")["annotations"]["book.annotations.jsonld"]
    items = {item["id"].partition("#")[2]: item for item in json.loads(made)["first"]["items"]}
    said = items["a1-p02-q1"]
    assert [target["selector"][1]["exact"] for target in said["target"]] == ["“We are late,”", "“and wet”"]
    assert {"type": "SpecificResource", "source": "book.html#byron", "purpose": "identifying"} in said["body"]
    note = items["n-002-1"]
    assert note["body"][0]["value"] == "Byron, Letters, ii, where it goes on over the page."
    assert [target["selector"][1]["exact"] for target in note["target"]] == ["higher.", "there."]
    assert "a1-p02-q2" not in items


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair
def test_it_is_linked_data(files: Mapping[str, str], items: list[dict[str, Any]]) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    type_, oa = rdflib.RDF.type, rdflib.Namespace(OA)
    data = json.loads(files["book.annotations.jsonld"])
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    graph = rdflib.Graph().parse(data=json.dumps({**data, "@context": VOCABULARY}), format="json-ld", base=BASE)
    found = set(graph.subjects(type_, oa.Annotation))
    assert {str(one) for one in found} == {BASE + item["id"] for item in items}
    for one in found:
        assert graph.value(one, oa.motivatedBy) in {
            oa[why] for why in ("identifying", "classifying", "editing", "commenting")
        }
        assert set(graph.objects(one, oa.hasBody))
        for target in graph.objects(one, oa.hasTarget):
            assert str(graph.value(target, oa.hasSource)) == f"{BASE}book.corpus.txt"
            selectors = {graph.value(selector, type_) for selector in graph.objects(target, oa.hasSelector)}
            assert selectors == {oa.TextPositionSelector, oa.TextQuoteSelector}


def test_the_context_knows_every_term(files: Mapping[str, str]) -> None:
    data = json.loads(files["book.annotations.jsonld"])
    terms = {key for part in flat(data) for key in part} - {"@context"}
    assert terms <= set(VOCABULARY)


def flat(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(part for one in value.values() for part in flat(one))]
    return [part for one in value for part in flat(one)] if isinstance(value, list) else []


def test_a_hostile_document_does_no_harm(book: bytes, stylesheets: Path) -> None:
    tei = book.replace(b"The Ferry &amp; Other", b'"items": [] &lt;/script> \\').replace(
        b'source="#letters"', b'source="javascript:alert(1)"'
    )
    tei = tei.replace(b'type="wikidata">Q0', b'type="wikidata">Q1/../x').replace(b'when="1893"', b'when="1893&quot;}"')
    made = render(tei, ["annotations"], stylesheets, 'a b"#')["annotations"]['a b"#.annotations.jsonld']
    collection = json.loads(made)
    assert collection["label"].startswith('"items": [] </script> \\')
    assert collection["id"] == "a%20b%22%23.annotations.jsonld"
    sources = [body["source"] for item in collection["first"]["items"] for body in item["body"] if "source" in body]
    assert all(source.startswith("a%20b%22%23.html#") for source in sources)
