"""Linked data and catalogue records: what they say is what the edition says, as a stranger's parser reads them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own affair

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [Path(__file__).parent / "book.xml", *(path for path in ROOT.glob("tei/*/*.xml") if path.stem == path.parent.name)]
BASE = "https://example.org/here/"
SCHEMA = "https://schema.org/"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
DC = "{http://purl.org/dc/elements/1.1/}"
TYPES = {"person": "Person", "org": "Organization", "place": "Place", "event": "Event", "bibl": "CreativeWork"}


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request) -> bytes:
    data: bytes = request.param.read_bytes()
    return data


def graph_of(text: str) -> Any:
    return rdflib.Graph().parse(data=text, format="json-ld", base=BASE)


def schema(name: str) -> Any:
    return rdflib.URIRef(SCHEMA + name)


def test_every_entry_is_a_node_of_its_kind_with_its_names_and_identifiers(tei: bytes, rendered) -> None:
    graph = graph_of(rendered(tei, "jsonld")["jsonld"])
    root = etree.fromstring(tei)
    entries = root.xpath("//t:standOff/*/*[@xml:id]", namespaces=TEI)
    assert entries
    for entry in entries:
        node = rdflib.URIRef(f"{BASE}edition.html#{entry.get('{http://www.w3.org/XML/1998/namespace}id')}")
        assert (node, rdflib.RDF.type, schema(TYPES[etree.QName(entry).localname])) in graph
        names = [*graph.objects(node, schema("name")), *graph.objects(node, schema("alternateName"))]
        for name in entry.xpath("t:persName | t:orgName | t:placeName | t:label | t:title", namespaces=TEI):
            assert rdflib.Literal(" ".join("".join(name.itertext()).split())) in names
        addresses = {str(one) for one in graph.objects(node, schema("sameAs"))}
        for idno in entry.iterfind("t:idno[@type='wikidata']", TEI):
            assert f"https://www.wikidata.org/wiki/{idno.text}" in addresses
        assert all(re.match("https?://", address) for address in addresses)
    kinds = Counter(kind for node, kind in graph.subject_objects(rdflib.RDF.type) if isinstance(node, rdflib.URIRef))
    wanted = Counter(schema(TYPES[etree.QName(entry).localname]) for entry in entries)
    assert kinds == wanted + Counter([schema("Book")])


def test_the_edition_says_what_its_header_says(tei: bytes, rendered) -> None:
    graph = graph_of(rendered(tei, "jsonld")["jsonld"])
    root = etree.fromstring(tei)
    edition = rdflib.URIRef(f"{BASE}edition.html")
    (title,) = graph.objects(edition, schema("name"))
    assert str(title) == root.findtext(".//t:titleStmt/t:title", namespaces=TEI)
    only_licences = not root.xpath("//t:availability/t:p", namespaces=TEI)
    licensed = edition if only_licences else next(graph.objects(edition, schema("encoding")))
    (licence,) = graph.objects(licensed, schema("license"))
    assert bool(list(graph.objects(edition, schema("license")))) == only_licences
    assert bool(list(graph.objects(edition, schema("usageInfo")))) != only_licences
    assert str(licence) == root.xpath("string(//t:licence/@target)", namespaces=TEI)
    told = {*graph.objects(edition, schema("mentions")), *graph.objects(edition, schema("citation"))}
    assert told == {node for node in graph.subjects() if isinstance(node, rdflib.URIRef) and "#" in node}
    assert len(list(graph.objects(edition, schema("keywords")))) == len(root.findall(".//t:keywords//t:term", TEI))


def test_every_address_leads_to_the_reading_page(tei: bytes, rendered) -> None:
    made = rendered(tei, "jsonld", "html")
    ids = set(html.fromstring(made["html"]).xpath("//@id"))
    nodes = [str(node) for node in graph_of(made["jsonld"]).all_nodes() if str(node).startswith(BASE)]
    assert {node.partition("#")[2] for node in nodes} - {""} <= ids
    assert {node.partition("#")[0] for node in nodes} == {f"{BASE}edition.html"}


def test_the_block_in_the_page_is_about_the_page_and_agrees_with_the_file(tei: bytes, rendered) -> None:
    made = rendered(tei, "jsonld", "html")
    (block,) = html.fromstring(made["html"]).xpath("//script[@type='application/ld+json']/text()")
    page = rdflib.URIRef(BASE)
    whole = rdflib.URIRef(f"{BASE}edition.html")
    for term in ("name", "version", "datePublished", "license", "keywords", "abstract"):
        said = set(graph_of(block).objects(page, schema(term)))
        assert said == set(graph_of(made["jsonld"]).objects(whole, schema(term)))


def test_no_title_ends_the_script_that_it_stands_in(book: bytes, rendered) -> None:
    tei = book.replace(b"The Ferry &amp; Other Crossings", b'&lt;/script>&lt;script>alert(1)&lt;/script>&lt;!--\\"]]&gt;')
    page = html.fromstring(rendered(tei, "html")["html"])
    (block,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(block)["name"] == '</script><script>alert(1)</script><!--\\"]]>'
    assert len(page.xpath("//script")) == 2
    assert json.loads(rendered(tei, "jsonld")["jsonld"])["@graph"][0]["name"] == json.loads(block)["name"]


def test_only_the_fifteen_elements_of_dublin_core_are_used_and_the_rights_are_told_apart(tei: bytes, rendered) -> None:
    record = etree.fromstring(rendered(tei, "dc")["dc"].encode())
    assert record.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    fifteen = """contributor coverage creator date description format identifier language publisher relation rights source
    subject title type"""
    assert {one.tag for one in record} <= {DC + name for name in fifteen.split()}
    assert all((one.text or "").strip() and not len(one) for one in record)
    root = etree.fromstring(tei)
    availability = root.xpath("//t:publicationStmt/t:availability/*", namespaces=TEI)
    assert len(record.findall(f"{DC}rights")) == len(availability) > 1
    assert record.findtext(f"{DC}title") == root.findtext(".//t:titleStmt/t:title", namespaces=TEI)


def test_reference_managers_find_author_title_year_and_publisher_of_the_print(book: bytes, rendered) -> None:
    page = html.fromstring(rendered(book, "html")["html"])
    told = {one.get("name"): one.get("content") for one in page.xpath("//meta[starts-with(@name, 'citation_')]")}
    assert told == {
        "citation_title": "The Ferry & Other Crossings",
        "citation_author": "Byron, A.",
        "citation_publisher": "Hall",
        "citation_publication_date": "1894",
        "citation_language": "en",
        "citation_public_url": "https://example.org/ferry",
    }
