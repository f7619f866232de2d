"""The authority files: what is read from it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiwright.findings import Refused
from teiwright.materials import read_entries
from teiwright.model.authority import AUTHORITIES, Entry
from teiwright.model.claim import Kind


def authority(*persons: str) -> bytes:
    """Return an authority file with these entries."""
    entries = "\n      ".join(persons)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n  <standOff>\n'
        f"    <listPerson>\n      {entries}\n    </listPerson>\n  </standOff>\n</TEI>\n"
    ).encode()


def one(*names: str) -> Entry:
    """Return the one person of a file whose entry holds these names."""
    (person,) = read_entries(Kind.PERSON, authority('<person xml:id="lorne">' + "".join(names) + "</person>"))
    return person


def refused(data: bytes) -> tuple[str, int, str]:
    """Return code, line and message of the finding with which a file is refused."""
    with pytest.raises(Refused) as caught:
        read_entries(Kind.PERSON, data)
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
    (person,) = read_entries(Kind.PERSON, authority(written))
    assert person.entry == "      " + written


def test_an_attribute_that_only_looks_like_a_namespace_is_kept() -> None:
    note = '<note>It says xmlns="urn:example" there.</note>'
    assert note in one(note).entry


@pytest.mark.parametrize("kind", AUTHORITIES)
def test_the_entries_of_the_project_can_be_read(kind: Kind, root: Path) -> None:
    entries = read_entries(kind, (root / "tei" / "authority" / AUTHORITIES[kind][0]).read_bytes())
    assert len({entry.id for entry in entries}) == len(entries) > 10
    assert all(entry.kind is kind for entry in entries)
    named = [entry for entry in entries if entry.forms or entry.shorts]
    assert len(named) == len(entries) or kind in (Kind.PERSON, Kind.WORK, Kind.EVENT)  # some are meant and never named


def test_a_work_has_a_level_and_points_to_its_authors_and_an_edition_needs_no_file_to_find_them() -> None:
    written = (
        '<bibl xml:id="bridge"><author ref="persons.xml#lorne">A. Lorne</author>'
        '<title type="main" level="m">The Bridge</title><title type="short">Bridge</title></bibl>'
    )
    (work,) = read_entries(Kind.WORK, authority(written))
    assert (work.level, work.creators, work.shorts) == ("m", ("lorne",), ("Bridge",))
    assert '<author ref="#lorne">' in work.entry


def test_what_stands_in_the_header_of_an_authority_file_is_no_entry() -> None:
    header = '<teiHeader><bibl xml:id="print"><title>A source</title></bibl></teiHeader>'
    assert read_entries(Kind.WORK, f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}</TEI>'.encode()) == ()


def test_short_forms_may_be_shared_and_exceptions_are_no_forms() -> None:
    entry = one(
        '<persName type="form">A</persName><persName type="short">B</persName><persName type="exception">A-C</persName>'
    )
    assert (entry.forms, entry.shorts, entry.exceptions) == (("A",), ("B",), ("A-C",))
    both = authority(*(f'<person xml:id="{n}"><persName type="short">B</persName></person>' for n in "xy"))
    assert [entry.id for entry in read_entries(Kind.PERSON, both)] == ["x", "y"]


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
