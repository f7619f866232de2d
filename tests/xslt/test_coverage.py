"""No rule of a format is dead: each template and function runs for a small book, but for those that stop.

A copy of the stylesheets says, at the beginning of each template and function, that it runs.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from teiwright.render import FORMATS
from teiwright.saxon import Transformer

XSL = "{http://www.w3.org/1999/XSL/Transform}"
ROOT = Path(__file__).resolve().parents[2]

STYLESHEETS = sorted({format_.stylesheet for format_ in FORMATS.values()} - {""})
TEXTS = [ROOT / "tests" / "render" / name for name in ("book.xml", "rarities.xml")]
SETTINGS: tuple[Mapping[str, str], ...] = ({}, {"pages": "yes", "forms": "text=book.txt"})
"""Parameters of the formats, one set after the other."""

UNREACHED: Mapping[str, str] = {
    "ceteicean/elements.xsl: @*[matches(name(), $names-of-html": "the schema has no such attribute; test_ceteicean has them",
    "markdown/page.xsl: f:hex": "signs that stand in no title; test_markdown has them",
}
"""Rules that need not run, as “folder/file.xsl: start of the pattern or name” → why."""


def modules(entry: Path) -> Iterator[Path]:
    """A stylesheet and all that it includes or imports, each once."""
    waiting, seen = [entry], set[Path]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            yield path
            parts = etree.parse(path).iter(f"{XSL}include", f"{XSL}import")
            waiting += [(path.parent / str(part.get("href"))).resolve() for part in parts]


def all_modules(folder: Path) -> list[Path]:
    return sorted({path for name in STYLESHEETS for path in modules((folder / name).resolve())})


def rules(tree: etree._ElementTree) -> Iterator[etree._Element]:
    yield from tree.iter(f"{XSL}template", f"{XSL}function")


def place_of(path: Path, rule: etree._Element) -> str:
    return f"{path.parent.name}/{path.name}:{rule.sourceline}"


def name_of(path: Path, rule: etree._Element) -> str:
    name = rule.get("match", rule.get("name"))
    return (
        f"{path.parent.name}/{path.name}: {name} ({rule.get('mode', etree.QName(rule).localname)}, line {rule.sourceline})"
    )


def stops(rule: etree._Element) -> bool:
    """Whether a rule ends the transformation, so that no sound document reaches it. `test_safety` has the unsound ones."""
    return re.match(r"(f:stop|f:unknown|error)\(", rule[-1].get("select", "")) is not None if len(rule) else False


def tell(path: Path) -> None:
    """Make each template and function of a stylesheet say that it runs."""
    tree = etree.parse(path)
    for rule in rules(tree):
        message = etree.Element(f"{XSL}message", select=f"'{place_of(path, rule)}'")
        head = rule.findall(f"{XSL}context-item") + rule.findall(f"{XSL}param")
        if not head:  # what stands here as text is part of the result, which comes after
            message.tail, rule.text = rule.text, None
        rule.insert(rule.index(head[-1]) + 1 if head else 0, message)
    tree.write(path, encoding="utf-8", xml_declaration=True)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the place of every template and function that ran."""
    copy = Path(shutil.copytree(ROOT / "xslt", tmp_path_factory.mktemp("telling") / "xslt"))
    for path in all_modules(copy):
        tell(path)
    transformer = Transformer(copy / name for name in STYLESHEETS)
    runs = [transformer.run(text.read_bytes(), **settings) for text in TEXTS for settings in SETTINGS]
    return {message for results in runs for result in results.values() for message in result.messages}


def test_every_rule_of_every_format_runs(ran: set[str]) -> None:
    found = [(path, rule) for path in all_modules(ROOT / "xslt") for rule in rules(etree.parse(path))]
    idle = [name_of(path, rule) for path, rule in found if place_of(path, rule) not in ran and not stops(rule)]
    assert len(found) > 200
    assert len(ran) > 200, "the stylesheets do not say what runs"
    dead = [rule for rule in idle if not rule.startswith(tuple(UNREACHED))]
    assert not dead, "nothing reaches:\n" + "\n".join(dead)
    assert not [name for name in UNREACHED if not any(rule.startswith(name) for rule in idle)], "these do run"


def test_what_stops_does_not_run_for_a_sound_book(ran: set[str]) -> None:
    stopping = {
        place_of(path, rule) for path in all_modules(ROOT / "xslt") for rule in rules(etree.parse(path)) if stops(rule)
    }
    assert stopping
    assert not stopping & ran


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_what_is_tried_is_valid(text: Path) -> None:
    schema = etree.RelaxNG(etree.parse(ROOT / "schema" / "teiwright.rng"))
    assert schema.validate(etree.parse(text)), schema.error_log
