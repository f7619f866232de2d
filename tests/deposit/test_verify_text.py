"""The way back and the words, in the proof that travels: they see a change though all checksums were made anew."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.encode.test_wayback import CASES, errors
from tests.encode.test_wayback import made as encoded
from tests.generated.books import book_of
from tests.generated.editions import edition_of
from tests.generated.plans import plan_of
from tests.render.test_same_text import tei_words

from teiwright.deposit import verify
from teiwright.deposit.verify_text import Edition
from teiwright.encode.wayback import source_of
from teiwright.render import render
from teiwright.xml import read_xml

from .sealing import FORMS, edit, files, seal, seal_tags, write_manifest

ROOT = Path(__file__).resolve().parents[2]
SMALL = [ROOT / "tests/render" / name for name in ("book.xml", "rarities.xml")]


def test_a_file_and_its_manifest_changed_together_are_told_by_the_crate(bag: Path, faults) -> None:
    edit(bag / "data/README.md", "teiwright", "teiwrongs")
    crate = (bag / verify.CRATE).read_bytes()
    seal(bag)
    (bag / verify.CRATE).write_bytes(crate)
    for name in ("sha256", "sha512"):
        write_manifest(bag, f"manifest-{name}.txt", files(bag / "data"))
    seal_tags(bag)
    assert faults(bag) == ["data/README.md: not as stated in data/ro-crate-metadata.json"]


def test_the_figures_of_the_bag_are_checked_where_all_else_agrees(bag: Path, faults) -> None:
    edit(bag / "bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1")
    seal_tags(bag)
    (told,) = faults(bag)
    assert told.startswith("bag-info.txt: Payload-Oxum is 1")


def test_a_source_changed_by_one_sign_is_told_by_the_line(bag: Path, faults) -> None:
    source = bag / "data/tei/harbour/source.txt"
    lines = source.read_text().split("\n")
    number = lines.index("paid for it with a toll on salt, £2 for each cart.")
    lines[number] = lines[number].replace("£2", "£3")
    source.write_text("\n".join(lines))
    seal(bag)
    told = faults(bag)
    assert told[0].startswith(f"data/tei/harbour/harbour.xml: line {number + 1} is “")
    assert f"source.txt has “{lines[number]}”" in told[0]
    assert told[1].startswith("data/tei/harbour/harbour.xml: states as SHA-256 of source.txt ")
    assert told[2].startswith("data/derivatives/harbour.printed.txt: word ")


def test_a_source_changed_with_the_checksum_in_the_header_is_told_too(bag: Path, faults) -> None:
    folder = bag / "data/tei/harbour"
    old = hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest()
    edit(folder / "source.txt", "the ", "thy ")
    edit(folder / "harbour.xml", old, hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest())
    seal(bag)
    assert faults(bag)[0].startswith("data/tei/harbour/harbour.xml: line ")


def test_an_edition_without_its_source_is_told(bag: Path, faults) -> None:
    (bag / "data/tei/harbour/source.txt").unlink()
    seal(bag)
    assert faults(bag) == ["data/tei/harbour/harbour.xml: has no source.txt beside it"]


RUNNING = (".html", ".txt", ".corpus.txt", ".sentences.txt", ".printed.txt", ".epub")
CHANGES = [("weather", "weathers"), ("weather", "wea ther"), ("weather", "")]
WORDS = [
    *((form, old, new, "word ") for form in RUNNING for old, new in CHANGES),
    (".conllu", "\tweather\t", "\tweathers\t", "sign of the tokens "),
    (".conllu", "the weather had", "the weathers had", "word "),
    (".html", "islands lie", "islands lay", "word of the notes, sorted, "),
    (".epub", "islands lie", "islands lay", "word of the notes, sorted, "),
    (".txt", "islands lie", "islands lay", "has not the note “The islands lie two hours to the north.”"),
    (".annotations.jsonld", '"exact": "Ada Marr"', '"exact": "Ada Mart"', "is of “Ada Mart” in “"),
    (".annotations.jsonld", '"start": ', '"start": 1', "the TEI has “"),
    (".annotations.jsonld", '"suffix": ", who kept', '"suffix": ", who keeps', "Ada Marr, who kept the harbour"),
    ("-tables/paragraphs.csv", "weather", "weathers", "which the TEI has not"),
    ("-tables/notes.csv", "islands lie", "islands lay", "“The islands lay two hours to the north.”, which"),
    ("-tables/quotations.csv", "a small sun", "a smaller sun", "has ““a smaller sun.””, which the TEI has not"),
    ("-tables/mentions.csv", "Ada Marr", "Ada Mart", "has “Captain Ada Mart”, which the TEI has not"),
    ("-tables/mentions.csv", "\r\n", ",\r\n", "has not as many cells as the header"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "old", "new", "expected"), WORDS)
def test_a_word_changed_in_a_derivative_is_told(bag: Path, faults, form: str, old: str, new: str, expected: str) -> None:
    file = bag / f"data/derivatives/harbour{form}"
    if form == ".epub":
        repack(file, old, new)
    else:
        edit(file, old, new)
    seal(bag)
    (told,) = faults(bag)
    assert told.startswith(f"data/derivatives/harbour{form}: ")
    assert expected in told


def repack(book: Path, old: str, new: str) -> None:
    """Change the text of a book."""
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert any(old.encode() in part for part in parts.values())
    with zipfile.ZipFile(book, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(old.encode(), new.encode()) if name.endswith(".xhtml") else part)


def test_a_word_changed_in_the_tei_is_told_by_the_source_and_by_every_derivative(bag: Path, faults) -> None:
    edit(bag / "data/tei/harbour/harbour.xml", "the weather had", "the weathers had")
    seal(bag)
    told = {line.partition(": ")[0] for line in faults(bag)}
    forms = (
        ".html",
        ".txt",
        ".corpus.txt",
        ".sentences.txt",
        ".conllu",
        ".epub",
        ".annotations.jsonld",
        "-tables/paragraphs.csv",
    )
    assert told == {"data/tei/harbour/harbour.xml", *(f"data/derivatives/harbour{form}" for form in forms)}


def test_the_first_word_that_differs_is_shown_with_those_before_it(bag: Path, faults) -> None:
    edit(bag / "data/derivatives/harbour.corpus.txt", "without a quarrel", "without one quarrel")
    seal(bag)
    (told,) = faults(bag)
    assert told.endswith("is “one”, the TEI has “a”, after “stone was laid without”")


# Against the software itself


def rendered(tei: bytes) -> Iterator[tuple[str, bytes]]:
    """The forms of an edition by the ends of their paths."""
    for made in render(tei, FORMS, ROOT / "xslt", "").values():
        yield from made.items()


def generated(seed: int) -> bytes:
    book = book_of(plan_of(seed))
    with edition_of(book.source, book.profile) as edition:
        return edition.built().tei


@pytest.mark.parametrize("seed", range(4))
def test_a_generated_book_and_all_its_forms_are_sound(seed: int) -> None:
    tei = generated(seed)
    edition = Edition(verify.xml(tei.decode()), source_of(read_xml(tei, "book.xml"), "book.xml"))
    assert [*edition.way_back()] == []
    compared = {form: edition.compare(form, data) for form, data in rendered(tei)}
    assert {form for form, found in compared.items() if found is None} == {
        form for form in compared if form.endswith((".tsv", ".json"))
    }
    assert not any(compared.values())


@pytest.mark.parametrize("file", SMALL, ids=lambda file: file.stem)
def test_every_element_is_read_as_the_software_reads_it(file: Path) -> None:
    """The small books have no source, so their print cannot be compared."""
    tei = file.read_bytes()
    edition = Edition(verify.xml(tei.decode()), b"")
    assert edition.words == tei_words(tei)
    assert not any(edition.compare(form, data) for form, data in rendered(tei) if form != ".printed.txt")


@pytest.mark.parametrize("case", CASES)
def test_what_is_hard_to_bring_back_is_brought_back(case: str) -> None:
    source, profile = CASES[case]
    document, findings = encoded(source, profile)
    if not errors(findings):
        edition = Edition(verify.xml(document), source.encode())
        assert [what for what in edition.way_back() if "SHA-256" not in what] == []


@pytest.mark.parametrize("form", [".pdf", ".md", ".typ", ".ceteicean.html"])
def test_a_form_that_it_does_not_know_is_not_compared(form: str) -> None:
    tei = SMALL[0].read_bytes()
    edition = Edition(verify.xml(tei.decode()), b"")
    assert edition.compare(form, b"\x80" if form == ".pdf" else b"Other words.") is None
