"""What others' programs make of our tables and text services: they find no fault, and the same passages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.render import render

from .test_dts import ID, Services, canonical
from .test_same_text import EDITIONS, TEXTS
from .test_tables import Package

pytestmark = pytest.mark.slow

REFEREES = Path(__file__).parent / "referees"


def written(files: dict[str, bytes], folder: Path) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_frictionless_reads_every_table(path: Path, stylesheets: Path, tmp_path: Path, referee: Callable[..., Any]) -> None:
    package = Package(path.read_bytes(), stylesheets)
    told = referee("package.py", written(package.files, tmp_path) / "datapackage.json")
    assert told["errors"] == []
    assert told["rows"] == {name: len(package[name]) for name in package.schemas}


def test_frictionless_notices_a_key_that_leads_nowhere(
    book: bytes, stylesheets: Path, tmp_path: Path, referee: Callable[..., Any]
) -> None:
    package = Package(book, stylesheets)
    package.files["entities.csv"] = package.files["entities.csv"].replace(b"zola,", b"other,")
    assert referee("package.py", written(package.files, tmp_path) / "datapackage.json")["errors"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_answer_has_the_shape_of_the_specification(
    path: Path, stylesheets: Path, tmp_path: Path, referee: Callable[..., Any]
) -> None:
    files = render(path.read_bytes(), ["dts"], stylesheets, "book")["dts"]
    told = referee("shapes.py", REFEREES / "dts.schema.json", written(dict(files), tmp_path))
    assert len(told) == sum(name.endswith(".json") for name in files)
    assert not {name: errors for name, errors in told.items() if errors}


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
def test_dapytains_finds_the_same_units_and_cuts_the_same_passages(
    path: Path, stylesheets: Path, referee: Callable[..., Any]
) -> None:
    services = Services(path.read_bytes(), stylesheets)
    told = referee("passages.py", path)
    assert list(told["trees"]) == [told["default"], *services.trees[1:]]
    for name, theirs in told["trees"].items():
        tree = None if name == told["default"] else name
        assert theirs["units"] == within(services.units(tree), theirs["units"])
        for ref, passage in theirs["passages"].items():
            ours, other = services.passage(tree, ref), etree.fromstring(passage)
            assert "".join(ours.itertext()).split() == "".join(other.itertext()).split()
            if tree == "page":
                assert shape(ours) == shape(other)
            else:
                (unit,) = other.xpath("//*[@xml:id=$ref]", ref=ref)
                assert canonical(ours[0]) == canonical(unit)


def within(units: list[dict[str, Any]], theirs: list[list[Any]]) -> list[list[Any]]:
    """Our units as the referee lists them, those left out whose outermost unit it does not follow: it reads one path."""
    followed = {ref for ref, _, level, _ in theirs if level == 1}
    kept: set[str] = set()
    for unit in units:
        if (unit["parent"] or unit["identifier"]) in kept | (set() if unit["parent"] else followed):
            kept.add(unit["identifier"])
    facts = ("identifier", "citeType", "level", "parent")
    return [[unit[fact] for fact in facts] for unit in units if unit["identifier"] in kept]


def shape(passage: etree._Element) -> list[tuple[str, str | None, dict[str, str]]]:
    """The elements of a passage with their attributes, without the outermost one; dapytains loses some namespaces."""
    elements = [element for element in passage.iter("{*}*") if element is not passage]
    return [(etree.QName(one).localname, one.get(ID), {str(k): str(v) for k, v in one.attrib.items()}) for one in elements]
