"""Text services as files: every address leads to a file, and every file has what its address asks for."""

import json
import re
from itertools import pairwise, takewhile
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import quote, unquote

import pytest
from lxml import etree

from teiwright.encode.citations import citations
from teiwright.render import render
from teiwright.saxon import StylesheetError

from .test_same_text import TEXTS

ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = {"t": "http://www.tei-c.org/ns/1.0", "dts": "https://w3id.org/api/dts#"}
BY_PAGE = b'<refsDecl xml:id="cite-by-page"><citeStructure unit="page" match="/TEI/text//pb" use="@n"/></refsDecl>'


def declaring(book: bytes, *declarations: str) -> bytes:
    """The book with other reference declarations than its own."""
    return book.replace(BY_PAGE, "".join(declarations).encode())


class Services:
    """The files made of an edition, and how a client finds them."""

    def __init__(self, tei: bytes, stylesheets: Path) -> None:
        self.tei = tei
        self.root = etree.fromstring(tei)
        made = render(tei, ["dts"], stylesheets, "book")["dts"]
        self.files = {path.removeprefix("book-dts/"): data for path, data in made.items()}
        self.reached = {"index.json"}
        self.id = self.root.get(ID)

    def json(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.files[path])
        return answer

    def ask(self, path: str, endpoint: str, **question: str | None) -> str:
        """The file that a template in a file leads to."""
        said = self.json(path)
        template = said.get(endpoint) or said["resource"][endpoint]
        address = re.sub(r"\{;([a-z,]*)\}", lambda gap: expanded(gap[1], question), template)
        address = re.sub(r"\{([a-z]*)\}", lambda gap: question[gap[1]] or "", address)
        found = unquote(normpath(join(dirname(path), address)))
        self.reached.add(found)
        return found

    @property
    def trees(self) -> list[str | None]:
        (member,) = self.json("collection.json")["member"]
        return [tree.get("identifier") for tree in member["citationTrees"]]

    def units(self, tree: str | None) -> list[dict[str, Any]]:
        members: list[dict[str, Any]] = self.json(self.ask("index.json", "navigation", resource=self.id, tree=tree))[
            "member"
        ]
        return members

    def passage(self, tree: str | None, ref: str) -> etree._Element:
        document = etree.fromstring(self.files[self.ask("index.json", "document", resource=self.id, tree=tree, ref=ref)])
        assert document.tag == f"{{{TEI['t']}}}TEI"
        (wrapper,) = document
        assert wrapper.tag == f"{{{TEI['dts']}}}wrapper"
        return wrapper


def expanded(names: str, question: dict[str, str | None]) -> str:
    """Path-style parameters (RFC 6570, 3.2.7) of those that have a value."""
    return "".join(f";{name}={quote(value, safe='-._~')}" for name in names.split(",") if (value := question.get(name)))


@pytest.fixture(scope="module", params=TEXTS, ids=lambda path: path.stem)
def services(request, root: Path) -> Services:
    tei = request.param.read_bytes()
    if b"cite-by-part" not in tei:  # a small book, which says how pages are cited and nothing else
        text = etree.tostring(text_of(etree.fromstring(tei)), encoding="unicode")
        declarations = "".join(line.strip() for line in citations(text)).encode()
        tei, declared = re.subn(rb"<refsDecl[^>]*><citeStructure[^>]*/></refsDecl>", lambda _: declarations, tei)
        assert declared == 1
    return Services(tei, root / "xslt")


def test_every_file_is_reached_from_the_entry_point(services: Services) -> None:
    resource = services.id
    for nav in (None, "children", "parents"):
        for id_ in (None, "editions", resource):
            path = services.ask("index.json", "collection", id=id_, nav=nav)
            assert services.json(path)["@id"] == (id_ or "editions")
    for tree in services.trees:
        whole = services.ask("index.json", "navigation", resource=resource, tree=tree)
        for unit in services.json(whole)["member"]:
            ref = unit["identifier"]
            path = services.ask(whole, "navigation", tree=tree, ref=ref)
            assert path == services.ask("index.json", "navigation", resource=resource, tree=tree, ref=ref)
            assert services.json(path)["ref"] == unit
            assert services.ask(path, "document", tree=tree, ref=ref) in services.files
            assert services.ask(path, "collection") == f"collection;id={resource}.json"
    assert (
        services.ask("index.json", "document", resource=resource)
        == services.json(f"collection;id={resource}.json")["download"]
    )
    assert services.reached == set(services.files)


def test_an_answer_says_what_it_is(services: Services) -> None:
    for path in services.files:
        if path.endswith(".json"):
            answer = services.json(path)
            assert answer["@context"] == "https://dtsapi.org/context/v1.0.json"
            assert answer["dtsVersion"] == "1.0"
            assert answer["@type"] in {"EntryPoint", "Collection", "Resource", "Navigation"}
            if answer["@type"] in {"EntryPoint", "Navigation"}:
                assert normpath(join(dirname(path), unquote(answer["@id"]))) == path


def test_the_first_tree_is_the_default_and_has_no_name(services: Services) -> None:
    assert services.trees[0] is None
    assert all(services.trees[1:])
    assert len(set(services.trees)) == len(services.trees)


def test_units_are_unique_in_order_and_inside_each_other(services: Services) -> None:
    for tree in services.trees:
        units = services.units(tree)
        refs = [unit["identifier"] for unit in units]
        assert len(refs) == len(set(refs))
        assert refs or tree == "note"  # a book may have no note that is cited
        levels = {None: 0} | {unit["identifier"]: unit["level"] for unit in units}
        assert all(unit["level"] == levels[unit["parent"]] + 1 for unit in units)
        for unit, following in pairwise(units):
            assert following["parent"] == unit["identifier"] or following["level"] <= unit["level"]


def test_from_a_unit_one_sees_what_is_inside_it(services: Services) -> None:
    for tree in services.trees:
        units = services.units(tree)
        for place, unit in enumerate(units):
            path = services.ask("index.json", "navigation", resource=services.id, tree=tree, ref=unit["identifier"])
            deeper = [one["level"] > unit["level"] for one in units[place + 1 :]]
            inside = units[place + 1 : place + 1 + sum(takewhile(bool, deeper))]
            assert services.json(path)["member"] == [unit, *inside]


def test_parts_and_notes_are_cited_by_their_ids_and_given_as_they_are(services: Services) -> None:
    elements = {element.get(ID): element for element in services.root.iter("{*}*") if element.get(ID)}
    order = list(elements)
    for tree in (None, "note"):
        refs = [unit["identifier"] for unit in services.units(tree)]
        if tree:
            assert refs == sorted(refs, key=order.index)
        for ref in refs:
            (given,) = services.passage(tree, ref)
            assert given.get(ID) == ref or ref not in elements  # the small book has ids that are not made of pieces
            assert canonical(given) == canonical(elements[given.get(ID)])


def test_the_pages_together_are_the_text(services: Services) -> None:
    numbers = services.root.xpath("//t:text//t:pb/@n", namespaces=TEI)
    assert [unit["identifier"] for unit in services.units("page")] == numbers
    pages = [services.passage("page", str(number)) for number in numbers]
    assert signs(*pages) == signs(text_of(services.root))
    assert [pb.get("n") for page in pages for pb in page.iter("{*}pb")] == numbers
    words = [element.get(ID) for page in pages for element in page.iter("{*}note") if element.get(ID)]
    assert words == services.root.xpath("//t:text//t:note/@xml:id", namespaces=TEI)


def test_the_whole_document_is_the_edition_byte_for_byte(services: Services) -> None:
    assert services.files[f"document/{services.id}.xml"] == services.tei


def test_a_division_bears_its_heading(services: Services) -> None:
    titles = [unit["dublinCore"]["title"][0]["value"] for unit in services.units(None) if "dublinCore" in unit]
    heads = [element for element in text_of(services.root).iter("{*}div") if element.find("{*}head") is not None]
    assert len(titles) == len(heads) > 0


# What may stand in a citeStructure


def declared(match: str, use: str, inner: str = "") -> str:
    return (
        f'<refsDecl xml:id="cite"><citeStructure unit="unit" match="{match}" use="{use}">{inner}</citeStructure></refsDecl>'
    )


@pytest.mark.parametrize(
    ("declaration", "refs"),
    [
        (declared("/TEI/text/body//p", "@xml:id"), ["a1-p01", "a1-q1-p01", "a1-q1-p02", "a1-p02", "a1-1-p01"]),
        (declared("//quote[@rend='block']", "position()"), ["1"]),
        (declared("/TEI/text/*", "position()"), ["1", "2", "3"]),
        (declared("//lg/l[@rend]", "@rend"), ["indent"]),
        (
            declared("/TEI/text/body/div", "@n", '<citeStructure unit="p" match="p" use="position()" delim=", "/>'),
            ["1", "1, 1"],
        ),
        (declared("//said[@who]", "replace(@xml:id, '^.*-', '')"), ["q1", "q2"]),
        (declared("/TEI/text/body/div/p", "@n"), []),
    ],
)
def test_a_structure_is_followed(book: bytes, stylesheets: Path, declaration: str, refs: list[str]) -> None:
    services = Services(declaring(book, declaration), stylesheets)
    assert [unit["identifier"] for unit in services.units(None)][: len(refs) or None] == refs


@pytest.mark.parametrize(
    ("match", "use"),
    [
        ("/TEI/text/body/div[1]", "@n"),
        ("/TEI/text/body/div | //p", "@n"),
        ("//p", "doc('file:///etc/passwd')"),
        ("//p", "replace(@xml:id, '(a+)+$', '')"),
        ("//p/..", "@n"),
    ],
)
def test_an_expression_that_cannot_be_read_stops(book: bytes, stylesheets: Path, match: str, use: str) -> None:
    with pytest.raises(StylesheetError, match=r"R001 “.*” .* is more than can be read here"):
        Services(declaring(book, declared(match, use)), stylesheets)


def test_every_tree_has_a_name_of_its_own_that_a_file_can_bear(book: bytes, stylesheets: Path) -> None:
    names = ("", "a:b/c", "page", "Page", "../x")
    made = (
        f'<refsDecl n="{n}" xml:id="r{k}"><citeStructure unit="p" match="//pb" use="@n"/></refsDecl>'
        for k, n in enumerate(names)
    )
    services = Services(declaring(book, *made), stylesheets)
    assert services.trees == [None, "r1", "page", "r3", "r4"]
    assert all(services.passage(tree, "1").find(".//{*}pb") is not None for tree in services.trees)


def test_an_edition_may_be_called_as_the_collection_is(book: bytes, stylesheets: Path) -> None:
    services = Services(book.replace(b'xml:id="ferry"', b'xml:id="editions"'), stylesheets)
    assert services.json("collection;id=editions.json")["@type"] == "Resource"
    assert services.json("collection.json")["@id"] == "all-editions"


def test_an_edition_that_says_nothing_of_citing_is_given_whole(book: bytes, stylesheets: Path) -> None:
    services = Services(declaring(book), stylesheets)
    assert services.trees == []
    assert [path for path in services.files if path.startswith("document/")] == [f"document/{services.id}.xml"]


@pytest.mark.parametrize("number", ["../../x", "5/6", "a\\b", "C:5", "5;tree=x", "a?b", "5&#10;6", "x" * 300])
def test_a_page_that_cannot_name_a_file_is_listed_and_has_none(book: bytes, stylesheets: Path, number: str) -> None:
    services = Services(book.replace(b'n="4"', f'n="{number}"'.encode()), stylesheets)
    refs = [unit["identifier"] for unit in services.units(None)]
    assert refs[-2] == number.replace("&#10;", "\n")
    assert sum(path.startswith("document/") for path in services.files) == len(refs)  # one less, and the edition


def test_of_two_units_with_one_reference_the_first_is_meant(book: bytes, stylesheets: Path) -> None:
    services = Services(book.replace(b'xml:id="pg-004" n="4"', b'xml:id="pg-004" n="2"'), stylesheets)
    refs = [unit["identifier"] for unit in services.units(None)]
    assert refs.count("2") == 1
    assert services.passage(None, "2").xpath("string(.//t:pb/@xml:id)", namespaces=TEI) == "pg-002"


@pytest.mark.parametrize("number", ["' #%20 }{é", "..", "[5]'&amp;", "C", "con"])
def test_a_strange_number_leads_to_its_file(book: bytes, stylesheets: Path, number: str) -> None:
    services = Services(book.replace(b'n="4"', f'n="{number}"'.encode()), stylesheets)
    ref = number.replace("&amp;", "&")
    path = services.ask("index.json", "navigation", resource=services.id, ref=ref)
    assert services.json(path)["ref"]["identifier"] == ref
    assert services.json(path)["@id"].isascii()
    assert services.passage(None, ref).xpath("string(.//t:pb/@n)", namespaces=TEI) == ref


def text_of(root: etree._Element) -> etree._Element:
    return next(root.iterchildren("{*}text"))


def canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def signs(*elements: etree._Element) -> str:
    return "".join("".join("".join(element.itertext()).split()) for element in elements)
