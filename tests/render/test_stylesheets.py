"""The stylesheets as written: complete for the schema, strict, typed, indexed and small."""

import re
from pathlib import Path

import pytest
from lxml import etree

from teiwright.render import FORMATS
from teiwright.saxon import Transformer

XSL = "{http://www.w3.org/1999/XSL/Transform}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for path in (ROOT / "xslt").rglob("*.xsl") if path.parent.name != "odd")

# Elements that do not occur in a text, so that plain text need not know them.
HEADER_AND_STANDOFF = """
TEI affiliation appInfo application availability birth catDesc category change char charDecl citeStructure classDecl
correction creation death desc edition editionStmt editorialDecl encodingDesc event fileDesc floruit hyphenation
interpretation keywords langUsage language licence listBibl listEvent listOrg listPerson listPlace mapping
measure namespace normalization notesStmt occupation org person place profileDesc projectDesc publicationStmt
quotation refsDecl rendition resp respStmt revisionDesc segmentation sex sourceDesc standOff state stdVals
styleDefDecl tagUsage tagsDecl taxonomy teiHeader textClass titleStmt
"""


def named(folder: str) -> set[str]:
    """The names that a format's modules, and the common ones, mention in patterns and paths."""
    found: set[str] = set()
    for path in MODULES:
        if path.parent.name in {folder, "common"}:
            for attribute in etree.parse(path).xpath("//@match | //@select | //@test | //@use"):
                found |= set(re.findall(r"(?<![$@:\w-])[A-Za-z]+(?![\w(:-])", attribute))
    return found


@pytest.fixture(scope="module")
def elements(root):
    return {element.get("name") for element in etree.parse(root / "schema" / "teiwright.rng").iter(f"{RNG}element")} - {None}


def test_every_element_of_the_schema_has_a_rule_in_html(elements) -> None:
    assert not elements - named("html") - {"category", "rendition"}  # a category is its catDesc; renditions are for machines


@pytest.mark.parametrize("folder", ["text", "stream"])
def test_every_element_of_a_text_has_a_rule_in_plain_text(elements, folder: str) -> None:
    assert not elements - named(folder) - set(HEADER_AND_STANDOFF.split())


@pytest.mark.parametrize("folder", ["typst", "markdown"])
def test_what_imports_plain_text_adds_rules_to_its(elements, folder: str) -> None:
    assert not elements - named("text") - named(folder) - set(HEADER_AND_STANDOFF.split())


def test_every_element_of_header_and_registers_has_a_rule_in_the_book_in_print(elements) -> None:
    machines = {"category", "rendition", "catDesc", "citeStructure", "measure", "namespace", "tagUsage", "taxonomy"}
    assert not elements - named("typst") - named("text") - machines


def test_saxon_has_nothing_to_say_against_them(stylesheets: Path) -> None:
    assert (
        Transformer([stylesheets / format_.stylesheet for format_ in FORMATS.values() if format_.stylesheet]).warnings == ""
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_module_is_small_introduced_typed_and_indexed(path: Path, stylesheets: Path) -> None:
    text = path.read_text()
    tree = etree.fromstring(text.encode())
    assert text.count("\n") <= 250
    assert isinstance(tree[0], etree._Comment), "a module opens by saying what it does"
    for part in tree.iter(f"{XSL}function", f"{XSL}param", f"{XSL}variable", f"{XSL}template"):
        assert part.get("as") or part.get("static"), f"{part.get('name') or part.get('match')} has no type"
    assert path.relative_to(stylesheets).as_posix() in (stylesheets / "INDEX.md").read_text()


@pytest.mark.parametrize("name", sorted({format_.stylesheet for format_ in FORMATS.values()} - {""}))
def test_an_entry_point_is_a_table_of_contents(name: str, stylesheets: Path) -> None:
    tree = etree.parse(stylesheets / name).getroot()
    assert not list(tree.iter(f"{XSL}template", f"{XSL}function")), "no rules in an entry point"
    modes = {mode.get("name"): mode for mode in tree.iter(f"{XSL}mode")}
    used = {mode for path in MODULES if path.parent.name == name.removesuffix(".xsl") for mode in modes_of(path)}
    assert used <= set(modes)
    lenient = {mode for mode, element in modes.items() if element.get("on-no-match") != "fail"}
    assert lenient <= {"m:source", "m:reading", "m:unnamed"}
    assert all(mode.get("on-multiple-match") == "fail" for mode in modes.values())


def modes_of(path: Path) -> set[str]:
    modes = etree.parse(path).xpath("//@mode")
    return {mode for attribute in modes for mode in attribute.split()} - {"#current"}


def test_every_label_is_used(stylesheets: Path) -> None:
    labels = etree.parse(stylesheets / "common" / "labels.en.xml").getroot()
    text = "".join(path.read_text() for path in MODULES)
    prefixes = ("show-", "div-", "title-page-", "type-", "cert-", "bibl-", "column-", "list", "kind-", "form-", "map-")
    editorial = {
        "correction",
        "normalization",
        "hyphenation",
        "quotation",
        "segmentation",
        "interpretation",
        "stdVals",
        "creation",
    }
    kinds = {"sic", "orig", "supplied", "g"}
    for label in labels.iterfind("{*}label"):
        key = label.get("key", "")
        assert f"'{key}'" in text or key.startswith(prefixes) or key in editorial | kinds, f"no stylesheet says {key}"


LANGUAGES = sorted((ROOT / "xslt" / "common").glob("labels.*.xml"))


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.name)
def test_every_language_says_all_that_english_says_with_the_same_gaps(path: Path) -> None:
    english, other = (
        {label.get("key"): label.text or "" for label in etree.parse(file).getroot().iterfind("{*}label")}
        for file in (ROOT / "xslt" / "common" / "labels.en.xml", path)
    )
    assert list(other) == list(english)
    for key, text in english.items():
        assert sorted(re.findall(r"\{\d\}", other[key])) == sorted(re.findall(r"\{\d\}", text)), key
        assert other[key].strip(), key
    assert path.name == f"labels.{etree.parse(path).getroot().get('{http://www.w3.org/XML/1998/namespace}lang')}.xml"
