"""The tables: any reader of CSV reads them; they point into each other and into the page, and have the words of the TEI."""

import copy
import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree, html

from teiwright.render import render

from .test_safety import in_paragraph
from .test_same_text import TEXTS, tei_words, words_of

ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
Table = list[dict[str, str]]


class Package:
    """The tables of an edition, with the TEI that they were made from and its reading page."""

    def __init__(self, tei: bytes, stylesheets: Path) -> None:
        self.root = etree.fromstring(tei)
        made = render(tei, ["tables", "html"], stylesheets, "book")
        self.files = {path.removeprefix("book-tables/"): data for path, data in made["tables"].items()}
        self.page = html.fromstring(made["html"]["book.html"])
        self.descriptor = json.loads(self.files["datapackage.json"])
        self.schemas = {one["name"]: one["schema"] for one in self.descriptor["resources"]}

    def __getitem__(self, name: str) -> Table:
        return list(csv.DictReader(io.StringIO(self.files[f"{name}.csv"].decode(), newline=""), strict=True))


@pytest.fixture(scope="module", params=TEXTS, ids=lambda path: path.stem)
def package(request, root: Path) -> Package:
    return Package(request.param.read_bytes(), root / "xslt")


def test_every_table_is_described_column_by_column(package: Package) -> None:
    assert set(package.files) == {"datapackage.json", *(one["path"] for one in package.descriptor["resources"])}
    for name, schema in package.schemas.items():
        head = package.files[f"{name}.csv"].decode().split("\r\n", 1)[0]
        assert head.split(",") == [field["name"] for field in schema["fields"]]
        assert all(field["description"].strip() for field in schema["fields"])


def test_every_line_ends_as_rfc_4180_has_it_and_every_row_has_every_cell(package: Package) -> None:
    for name, schema in package.schemas.items():
        text = package.files[f"{name}.csv"].decode()
        assert text.endswith("\r\n")
        assert text.count("\n") == text.count("\r\n") == len(package[name]) + 1  # no cell holds a line end
        assert all(len(row) == len(schema["fields"]) and None not in row.values() for row in package[name])


def test_keys_are_unique_and_lead_to_a_row(package: Package) -> None:
    for name, schema in package.schemas.items():
        keys = [tuple(row[column] for column in schema.get("primaryKey", ())) for row in package[name]]
        assert not schema.get("primaryKey") or len(keys) == len(set(keys))
        for key in schema.get("foreignKeys", ()):
            (column,) = key["fields"]
            ids = {row["id"] for row in package[key["reference"]["resource"] or name]}
            assert {row[column] for row in package[name]} - {""} <= ids, f"{name}.{column}"


def test_ids_are_places_of_the_reading_page(package: Package) -> None:
    ids = set(package.page.xpath("//@id"))
    for name in ("entities", "divisions", "pages", "paragraphs", "mentions", "quotations", "interventions"):
        assert {row["id"] for row in package[name]} <= ids, name
    assert {row["id"] for row in package["notes"] if row["kind"] != "editorial"} <= ids


def test_a_paragraph_has_the_words_of_the_tei(package: Package) -> None:
    elements = {str(element.get(ID)): element for element in package.root.iter("{*}p", "{*}item", "{*}lg", "{*}ab")}
    for row in package["paragraphs"]:
        element = elements[row["id"]]
        label = element.getprevious() if etree.QName(element).localname == "item" else None
        before = words_of(label) if label is not None and etree.QName(label).localname == "label" else []
        assert row["text"].split() == before + words_of(element)
        assert int(row["words"]) == sum(map(is_word, row["text"].split()))


def test_no_word_is_in_two_paragraphs_and_only_headings_and_title_pages_are_in_none(package: Package) -> None:
    ids = {row["id"] for row in package["paragraphs"]}
    root = copy.deepcopy(package.root)
    rows = [element for element in root.iter("{*}*") if element.get(ID) in ids]
    assert not any(inner is not outer and outer in inner.iterancestors() for outer in rows for inner in rows)
    (text,) = root.iterchildren("{*}text")
    for element in rows:
        for child in element:
            element.remove(child)
        element.text = ""
    left = text.xpath(".//text()[normalize-space()][not(ancestor::t:fw or ancestor::t:note)]", namespaces=TEI)
    for one in left:
        around = {etree.QName(part).localname for part in (one.getparent(), *one.getparent().iterancestors())}
        assert around & {"head", "titlePage", "label"}, str(one)


def test_every_word_is_on_one_page(package: Package) -> None:
    words = [word for word in tei_words(etree.tostring(package.root)) if is_word(word)]
    assert sum(int(row["words"]) for row in package["pages"]) == len(words)


def test_mentions_are_those_of_the_registers(package: Package) -> None:
    rows = package["mentions"]
    for entry in package["entities"]:
        (heading,) = package.page.xpath("//dt[@id=$entry]", entry=entry["id"])
        linked = {href[1:] for href in heading.getnext().xpath("p[@class='mentions'][1]//a/@href")}
        quoted = {row["id"] for row in package["quotations"] if entry["id"] in (row["speaker"], row["source"])}
        assert linked - quoted <= {row["id"] for row in rows if row["entity"] == entry["id"]}


def test_interventions_and_quotations_are_those_of_the_page(package: Package) -> None:
    listed = package.page.xpath("//section[@id='edition-corrections']//tbody/tr/td[1]/a/@href")
    assert [f"#{row['id']}" for row in package["interventions"]] == listed
    entries = package.page.xpath("//section[@id='register-quotations']//dt/@id")
    assert [f"entry-{row['id']}" for row in package["quotations"]] == entries


def test_an_interrupted_note_is_one_row(book: bytes, stylesheets: Path) -> None:
    (note,) = (row for row in Package(book, stylesheets)["notes"] if row["id"] == "n-002-1")
    assert note["text"] == "Byron, Letters, ii, where it goes on over the page."
    assert note["page"] == "2"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "＝1"])
def test_no_cell_is_taken_for_a_formula_and_nothing_is_lost(book: bytes, stylesheets: Path, text: str) -> None:
    tei = in_paragraph(book, f'<persName ref="#zola">{text}</persName>')
    found = [row["words"] for row in Package(tei, stylesheets)["mentions"] if row["entity"] == "zola"]
    assert found[-1] == "'" + text


def test_text_cannot_break_out_of_its_cell(book: bytes, stylesheets: Path) -> None:
    hostile = 'a "quoted", &lt;b> ]]&gt; \t&#xA0;&#13;&#10; ;\\" <pb xml:id="pg-006" n="6,&#10;&quot;"/>'
    package = Package(in_paragraph(book, f'<persName ref="#zola">{hostile}</persName>'), stylesheets)
    assert package["mentions"][-1]["words"].split("\xa0")[0].rstrip() == 'a "quoted", <b> ]]>'
    assert [row["page"] for row in package["pages"]][-2] == '6,\n"'


def is_word(word: str) -> bool:
    return any(sign.isalnum() for sign in word)
