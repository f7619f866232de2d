"""The authority file of persons: what is read from it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiwright.findings import Refused
from teiwright.materials import read_persons
from teiwright.model.authority import Person


def authority(*persons: str) -> bytes:
    """Return an authority file with these entries."""
    entries = "\n      ".join(persons)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <standOff>\n'
        f"    <listPerson>\n      {entries}\n    </listPerson>\n  </standOff>\n</TEI>\n"
    ).encode()


def one(*names: str) -> Person:
    """Return the one person of a file whose entry holds these names."""
    (person,) = read_persons(authority('<person xml:id="lorne">' + "".join(names) + "</person>"), "persons.xml")
    return person


def refused(data: bytes) -> tuple[str, int, str]:
    """Return code, line and message of the finding with which a file is refused."""
    with pytest.raises(Refused) as caught:
        read_persons(data, "persons.xml")
    (finding,) = caught.value.findings
    assert finding.file == "persons.xml"
    assert finding.help
    return finding.code, finding.line, finding.message


def test_a_person_has_the_id_and_the_forms_in_their_order() -> None:
    names = '<persName type="form">Ada Lorne</persName>', '<persName type="form">Lorne</persName>'
    assert (one(*names).id, one(*names).forms) == ("lorne", ("Ada Lorne", "Lorne"))


def test_only_names_of_the_type_form_are_looked_for() -> None:
    names = (
        '<persName type="main">Lorne, Ada</persName>',
        '<persName type="variant">A. L.</persName>',
        "<persName>Ada</persName>",
    )
    assert one(*names).forms == ()


@pytest.mark.parametrize("form", ["Ada\n          Lorne", " Ada Lorne\t", "Ada  Lorne", "Ada<!-- her first name --> Lorne"])
def test_white_space_and_comments_in_a_form_are_layout(form: str) -> None:
    assert one(f'<persName type="form">{form}</persName>').forms == ("Ada Lorne",)


@pytest.mark.parametrize("form", ["", " \n "])
def test_a_form_without_letters_is_refused(form: str) -> None:
    code, line, _ = refused(authority(f'<person xml:id="lorne"><persName type="form">{form}</persName></person>'))
    assert (code, line) == ("E002", 5)


def test_a_person_without_an_id_is_refused() -> None:
    code, line, message = refused(authority('<person><persName type="form">Lorne</persName></person>'))
    assert (code, line) == ("E002", 5)
    assert "xml:id" in message


def test_a_form_of_two_persons_is_refused_with_both_names() -> None:
    entries = (f'<person xml:id="{name}"><persName type="form">Lorne</persName></person>' for name in ("ada", "eve"))
    assert refused(authority(*entries)) == ("E002", 6, "“Lorne” is a form of both ada and eve")


def test_the_entry_is_as_it_stands_but_for_the_namespace() -> None:
    written = '<person xml:id="lorne">\n        <persName type="main">Lorne &amp; “Ada”</persName>\n      </person>'
    (person,) = read_persons(authority(written), "persons.xml")
    assert person.entry == "      " + written


def test_an_attribute_that_only_looks_like_a_namespace_is_kept() -> None:
    note = '<note>It says xmlns="urn:example" there.</note>'
    assert note in one(note).entry


def test_the_persons_of_the_project_can_be_read(root: Path) -> None:
    persons = read_persons((root / "tei" / "authority" / "persons.xml").read_bytes(), "persons.xml")
    assert len({person.id for person in persons}) == len(persons) > 10


def test_what_is_not_well_formed_is_refused_with_its_line() -> None:
    code, line, _ = refused(b"<TEI>\n<person>\n</TEI>\n")
    assert (code, line) == ("E002", 3)


@pytest.mark.parametrize(
    "data",
    [b'<!DOCTYPE TEI [<!ENTITY x "y">]>\n<TEI/>\n', b"\x1f\x8b\x08\x00", b"<TEI>\x00</TEI>", b"<a>" * 120 + b"</a>" * 120],
    ids=["doctype", "compressed", "binary", "nested"],
)
def test_what_is_not_safe_is_refused_as_such(data: bytes) -> None:
    assert refused(data)[0] == "V005"
