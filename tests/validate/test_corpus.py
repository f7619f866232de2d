"""What is checked across files: pointers, the identifiers of documents, and copied entries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from teiwright.cli import main

ENTRIES = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>{}</standOff></TEI>'


@pytest.fixture
def shelf(book: str, tmp_path: Path) -> Path:
    """Return a folder with two books and a file of entries."""
    for name in ("one", "two"):
        folder = tmp_path / "tei" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.xml").write_text(book.replace('xml:id="base"', f'xml:id="{name}"'), "utf-8")
    authority = tmp_path / "tei" / "authority"
    authority.mkdir()
    entry = book[book.index("<listPlace>") : book.index("</listPlace>")] + "</listPlace>"
    (authority / "places.xml").write_text(ENTRIES.format(entry), "utf-8")
    return tmp_path / "tei"


def told(paths: list[str], capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    main(["validate", "--json", *paths])
    return [(one["code"], one["message"]) for one in json.loads(capsys.readouterr().out)["findings"]]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_sound_shelf_has_nothing_to_tell(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told([str(shelf / "one"), str(shelf / "two")], capsys) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("../two/two.xml#rowe", ""),
        ("../two/two.xml", ""),
        ("../two/two.xml#row", "../two/two.xml has no element row"),
        ("../three/three.xml#rowe", "there is no file ../three/three.xml"),
        ("../../../elsewhere.xml#rowe", "../../../elsewhere.xml is outside the folder that holds the editions"),
        ("https://example.org/two.xml#row", ""),
    ],
)
def test_pointers_are_followed_into_other_files(
    target: str, message: str, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(shelf / "one" / "one.xml", 'target="#a1">The Road', f'target="{target}">The Road')
    assert told([str(shelf / "one")], capsys) == ([("V003", message)] if message else [])


def test_two_documents_cannot_have_one_identifier(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(shelf / "two" / "two.xml", 'xml:id="two"', 'xml:id="one"')
    ((code, message),) = told([str(shelf / "one"), str(shelf / "two")], capsys)
    assert code == "V008"
    assert message.endswith("like " + str(shelf / "one" / "one.xml"))


def test_a_changed_document_is_compared_with_the_whole_corpus(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(shelf / "two" / "two.xml", 'xml:id="two"', 'xml:id="one"')
    assert told([str(shelf / "two")], capsys) == []
    assert [code for code, _ in told(["--corpus", str(shelf / "one"), str(shelf / "two")], capsys)] == ["V008"]
    assert [code for code, _ in told(["--corpus", str(shelf / "o*"), str(shelf / "two")], capsys)] == ["V008"]


def test_a_copied_entry_is_that_of_the_authority_file(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(shelf / "one" / "one.xml", "<placeName>Leeds</placeName><idno", "<placeName>Leeds </placeName>\n<idno")
    assert told([str(shelf / "one")], capsys) == []
    change(shelf / "one" / "one.xml", "<placeName>Leeds </placeName>", "<placeName>York</placeName>")
    assert [code for code, _ in told([str(shelf / "one")], capsys)] == ["V009"]
