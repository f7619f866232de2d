"""The words for people: they lead where they say, and tell terms and limits."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest
from lxml import html

from teiwright.deposit import Item, Package, Role, guides
from teiwright.deposit.record import Agent, Record
from teiwright.deposit.software import software


def words(package: Package, path: str) -> str:
    return package.files[path].decode("utf-8")


@pytest.mark.parametrize("path", ["data/README.md", "data/TERMS.md", "data/derivatives/hedp.html"])
def test_every_link_leads_to_a_file_of_the_package(package: Package, path: str) -> None:
    text = words(package, path)
    links = html.fromstring(text).xpath("//a/@href") if path.endswith("html") else re.findall(r"\]\(([^)]*)\)", text)
    inside = {link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)}
    assert inside
    assert {posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in inside} <= set(package.files)


def test_every_file_that_is_named_is_there(package: Package) -> None:
    named = set(re.findall(r"`([\w./-]+\.\w+)`", words(package, "data/README.md")))
    assert len(named) > 40
    assert {name for name in named if not {name, f"data/{name}"} & set(package.files)} == set()
    first = words(package, "READ-ME-FIRST.txt")
    assert set(re.findall(r"data/[\w./-]+\w", first)) <= set(package.files)


def test_the_files_of_a_folder_are_counted_truly(package: Package) -> None:
    counted = re.findall(r"^- `([\w./-]+)/` – (\d+) files?$", words(package, "data/README.md"), re.MULTILINE)
    assert len(counted) > 10
    for folder, number in counted:
        below = [path for path in package.files if path.startswith(f"data/{folder}/")]
        deeper = {f"data/{other}/" for other, _ in counted if other.startswith(f"{folder}/")}
        assert len([path for path in below if not path.startswith(tuple(deeper))]) == int(number), folder


def test_terms_are_told_apart_and_in_the_words_of_the_header(package: Package, made: tuple[Record, Package]) -> None:
    record = made[0]
    encoding, text, program = words(package, "data/TERMS.md").split("\n## ")[1:]
    assert record.licences[0].statement in encoding
    assert record.licences[0].licence in encoding
    assert record.caveats[0].statement in text
    assert "creativecommons" not in text
    assert "Apache" in program


def test_what_nobody_grants_and_nobody_made_is_not_made_up(made: tuple[Record, Package]) -> None:
    bare = replace(made[0], licences=(), caveats=(), witnesses=(), editors=(), programs=(), authors=(Agent("Ada Marr"),))
    assert "The header grants no licence." in guides.terms(bare).decode()
    assert "The header says nothing of rights in the text." in guides.terms(bare).decode()
    items = [Item("tei/b/b.xml", b"", Role.EDITION, "e"), Item("tei/b/source.txt", b"", Role.SOURCE, "s")]
    told = guides.readme(bare, items, software(), "deposit tei/b", "metadata/premis-record.xml").decode()
    assert "The header names nobody." in told
    assert "Ada Marr: The Historical Experience" in told


def test_a_title_with_a_dollar_is_no_template(made: tuple[Record, Package]) -> None:
    assert "$title 5$" in guides.first_words(replace(made[0], title="$title 5$"), "derivatives/b.html").decode()
