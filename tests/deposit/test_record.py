"""The record says what the header says, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teiwright.deposit.header import read_record
from teiwright.deposit.record import Nature, Record, Rights
from teiwright.findings import Refused
from teiwright.xml import TEI

EDITION = '<editionStmt><edition n="1.2.0">Second, <date when="1999-05-01">May Day</date></edition></editionStmt>'
TITLE = "<titleStmt><title>A Title</title><author>Ada Marr</author></titleStmt>"
PUBLICATION = "<publicationStmt><publisher>Quay Press</publisher><date when='1999'/>{}</publicationStmt>"
UNKNOWN = "<availability status='unknown'><p>Nothing is known.</p></availability>"


def record(
    title: str = TITLE, edition: str = EDITION, publication: str = PUBLICATION.format(UNKNOWN), more: str = ""
) -> Record:
    header = f"<fileDesc>{title}{edition}{publication}<sourceDesc><p/></sourceDesc></fileDesc>"
    tei = f"<TEI xmlns='{TEI}'><teiHeader>{header}</teiHeader>{more}</TEI>"
    return read_record(etree.fromstring(tei), "book", "book.xml")


def test_the_first_edition_is_described_as_its_header_does(root: Path) -> None:
    tei = etree.parse(root / "tei" / "hedp" / "hedp.xml").getroot()
    found = read_record(tei, "hedp", "hedp.xml")
    assert found.title == "The Historical Experience of the Dictatorship of the Proletariat"
    assert [(one.name, one.nature) for one in found.authors] == [
        ("Editorial Department of Renmin Ribao", Nature.ORGANIZATION)
    ]
    assert [one.name for one in found.editors] == ["The editors of teiwright"]
    assert [one.name for one in found.programs] == ["teiwright"]
    assert found.print is not None
    assert (found.print.publisher, found.print.place, found.print.date) == ("Foreign Languages Press", "Peking", "1959")
    assert [one.spdx for one in found.licences] == ["CC-BY-4.0"]
    assert "does not extend to the text" in found.licences[0].statement
    assert len(found.caveats) == 1
    assert "What is not known: who holds or held rights" in found.caveats[0].statement
    assert (found.language, found.extent, len(found.subjects)) == ("en", "64 numbered pages", 9)


def test_persons_and_organizations_are_those_that_the_registers_know(root: Path) -> None:
    tei = etree.parse(root / "tei" / "hedp" / "hedp.xml").getroot()
    known = [*tei.findall(f"{{{TEI}}}standOff//{{{TEI}}}person[{{{TEI}}}idno]")]
    known += tei.findall(f"{{{TEI}}}standOff//{{{TEI}}}org[{{{TEI}}}idno]")
    mentioned = read_record(tei, "hedp", "hedp.xml").mentioned
    assert len(mentioned) == len(known) > 3
    assert all(address.startswith("https://www.wikidata.org/wiki/Q") for one in mentioned for address in one.identifiers)


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"edition": ""}, ["version", "day"]),
        ({"edition": EDITION.replace(' n="1.2.0"', "")}, ["version"]),
        ({"edition": EDITION.replace("1999-05-01", "1999-05")}, ["day"]),
        ({"title": "<titleStmt><title>A Title</title></titleStmt>"}, ["who made it"]),
        ({"publication": "<publicationStmt><p/></publicationStmt>"}, ["who publishes", "terms"]),
    ],
)
def test_what_a_package_cannot_do_without_is_asked_for(changed: dict[str, str], missing: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        record(**changed)
    assert [finding.code for finding in refused.value.findings] == ["B001"] * len(missing)
    assert all(word in finding.message for word, finding in zip(missing, refused.value.findings, strict=True))


@pytest.mark.parametrize("version", ["../1", "1/2", "1 0", "", ".1", "1.0\u200b"])
def test_a_version_that_cannot_be_a_name_is_refused(version: str) -> None:
    with pytest.raises(Refused, match="B001"):
        record(edition=EDITION.replace('n="1.2.0"', f'n="{version}"'))


@pytest.mark.parametrize(
    ("address", "identifier"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0"),
        ("http://creativecommons.org/licenses/by-nc-sa/3.0/de/", ""),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", ""),
        ("https://example.org/licenses/by/4.0/", ""),
        ("", ""),
    ],
)
def test_licences_have_identifiers_where_they_are_sure(address: str, identifier: str) -> None:
    assert Rights("words", address).spdx == identifier


def test_a_licence_with_an_address_that_is_none_grants_nothing() -> None:
    licence = '<availability status="free"><licence target="javascript:alert(1)">Take it.</licence></availability>'
    found = record(publication=PUBLICATION.format(licence))
    assert found.licences == ()
    assert [one.statement for one in found.caveats] == ["Take it."]


def test_a_name_leads_to_its_identifiers_directly_and_through_its_entry() -> None:
    author = (
        '<author><persName ref="#marr https://orcid.org/0000-0002-1825-0097 javascript:x">'
        "<forename>Ada</forename> <surname>Marr</surname></persName></author>"
    )
    entry = (
        "<standOff><listPerson><person xml:id='marr'><persName>Ada Marr</persName><idno type='VIAF'>42</idno>"
        "<idno type='shelf'>7</idno><idno type='wikidata'>../Q1</idno></person></listPerson></standOff>"
    )
    title = f"<titleStmt><title>A Title</title>{author}</titleStmt>"
    (found,) = record(title=title, more=entry).authors
    assert (found.name, found.family, found.given, found.sorted) == ("Ada Marr", "Marr", "Ada", "Marr, Ada")
    assert found.identifiers == ("https://orcid.org/0000-0002-1825-0097", "https://viaf.org/viaf/42")


def test_a_comment_is_no_part_of_what_is_said() -> None:
    assert record(title=TITLE.replace("A Title", "A<!-- not --> Title<?count pages?>")).title == "A Title"
