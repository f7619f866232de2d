"""DataCite: what it is told beyond what all records say."""

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from teiwright.deposit.datacite import attributes, datacite_json, datacite_xml
from teiwright.deposit.identifiers import doi_of, scheme_of
from teiwright.deposit.record import Agent, Nature, Rights, Witness

from .samples import ITEMS, LEAST, full_book, record_of


def test_a_doi_is_given_by_a_repository_unless_the_header_has_one() -> None:
    assert b'<identifier identifierType="DOI">:tba</identifier>' in datacite_xml(LEAST, ())
    assert "doi" not in attributes(LEAST, ())
    known = replace(LEAST, identifiers=(("doi", "https://doi.org/10.5072/x"), ("DOI", "10.5072/second")))
    assert b'<identifier identifierType="DOI">10.5072/x</identifier>' in datacite_xml(known, ())
    assert attributes(known, ())["doi"] == "10.5072/x"


def test_identifiers_of_other_kinds_keep_their_kind() -> None:
    known = replace(
        LEAST, identifiers=(("URN", "urn:nbn:de:1"), ("", "shelf 7"), ("URI", "data:text/html,x"), ("URI", "10.5072/x"))
    )
    assert attributes(known, ())["alternateIdentifiers"] == [
        {"alternateIdentifier": "urn:nbn:de:1", "alternateIdentifierType": "URN"},
        {"alternateIdentifier": "shelf 7", "alternateIdentifierType": "local"},
        {"alternateIdentifier": "10.5072/x", "alternateIdentifierType": "URI"},
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("https://doi.org/10.5072/A-b_c.1", "10.5072/A-b_c.1"),
        ("http://dx.doi.org/10.5072/x", "10.5072/x"),
        ("doi:10.5072.1/x", "10.5072.1/x"),
        ("10.5072/x", ""),
        ("https://example.org/10.5072/x", ""),
        ("https://doi.org/10.5072/a b", ""),
        ('doi:10.5072/"><script>', ""),
    ],
)
def test_a_doi_is_told_from_what_only_looks_like_one(text: str, number: str) -> None:
    assert doi_of(text) == number


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://orcid.org/0000-0002-1694-233X", "ORCID"),
        ("https://isni.org/isni/000000012146438X", "ISNI"),
        ("http://viaf.org/viaf/4940281/", "VIAF"),
        ("https://d-nb.info/gnd/4079163-4", "GND"),
        ("http://www.wikidata.org/entity/Q504", "Wikidata"),
        ("https://ror.org/04aj4c181", "ROR"),
        ("https://example.org/orcid.org/0000-0002-1694-233X", ""),
        ("https://orcid.org.example.org/0000-0002-1694-233X", ""),
    ],
)
def test_registers_of_names_are_known_by_their_addresses(address: str, name: str) -> None:
    assert getattr(scheme_of(address), "name", "") == name


def test_somebody_is_a_person_only_where_the_encoding_tells() -> None:
    makers = (
        Agent(
            "Ada Marr", Nature.PERSON, "Marr", "Ada", ("https://orcid.org/0000-0002-1694-233X", "https://example.org/marr")
        ),
        Agent("The Guild", Nature.ORGANIZATION),
        Agent("Anonymous"),
    )
    assert attributes(replace(LEAST, authors=makers), ())["creators"] == [
        {
            "name": "Marr, Ada",
            "nameType": "Personal",
            "givenName": "Ada",
            "familyName": "Marr",
            "nameIdentifiers": [
                {
                    "nameIdentifier": "https://orcid.org/0000-0002-1694-233X",
                    "nameIdentifierScheme": "ORCID",
                    "schemeUri": "https://orcid.org/",
                }
            ],
        },
        {"name": "The Guild", "nameType": "Organizational"},
        {"name": "Anonymous"},
    ]


def test_a_program_is_no_contributor_but_told() -> None:
    said = attributes(record_of(full_book()), ITEMS)
    assert "a program" not in [one["name"] for one in (*said["creators"], *said["contributors"])]
    (technical,) = (one["description"] for one in said["descriptions"] if one["descriptionType"] == "TechnicalInfo")
    assert technical.endswith("Software: marked by rule by a program.")


def test_rights_in_the_text_have_no_address_and_no_identifier() -> None:
    record = replace(
        LEAST,
        licences=(Rights("The encoding is free.", "https://example.org/terms"), Rights("", "https://example.org/more")),
    )
    assert attributes(record, ())["rightsList"] == [
        {"rights": "The encoding is free.", "rightsUri": "https://example.org/terms"},
        {"rights": "https://example.org/more", "rightsUri": "https://example.org/more"},
        {"rights": "Nobody knows."},
    ]


def test_what_the_edition_goes_back_to_is_described_and_related_by_its_identifiers() -> None:
    print_ = Witness(
        "print",
        "print",
        "",
        "Hall 1894",
        (Agent("A"),),
        "Hall",
        "London",
        "c. 1894",
        ("https://doi.org/10.5072/p", "https://example.org/p"),
    )
    said = attributes(
        replace(LEAST, witnesses=(print_, Witness("file", "digital", "file.txt", "file.txt", date="2006-05"))), ()
    )
    assert said["relatedIdentifiers"] == [
        {"relatedIdentifier": "10.5072/p", "relatedIdentifierType": "DOI", "relationType": "IsDerivedFrom"},
        {"relatedIdentifier": "https://example.org/p", "relatedIdentifierType": "URL", "relationType": "IsDerivedFrom"},
    ]
    assert said["relatedItems"] == [
        {
            "relatedItemType": "Book",
            "relationType": "IsDerivedFrom",
            "relatedItemIdentifier": {"relatedItemIdentifier": "10.5072/p", "relatedItemIdentifierType": "DOI"},
            "creators": [{"name": "A"}],
            "titles": [{"title": "Hall 1894"}],
            "publisher": "Hall",
        },
        {
            "relatedItemType": "Text",
            "relationType": "IsDerivedFrom",
            "titles": [{"title": "file.txt"}],
            "publicationYear": "2006",
        },
    ]


def test_sizes_and_formats_are_those_of_the_files() -> None:
    said = attributes(replace(LEAST, extent="7 numbered pages"), ITEMS)
    assert said["sizes"] == ["7 numbered pages"]
    assert said["formats"] == ["application/tei+xml", "text/plain", "text/html"]


def test_a_language_or_year_that_datacite_could_not_read_is_left_out_or_taken_from_the_release() -> None:
    said = attributes(replace(LEAST, language="not a tag", year="189"), ())
    assert "language" not in said
    assert said["publicationYear"] == "2026"


def test_every_string_of_the_json_is_in_the_xml_and_none_more() -> None:
    """But for the words that only one of them needs."""
    record = record_of(full_book())
    root = etree.fromstring(datacite_xml(record, ITEMS))
    ours = {text.strip() for one in root.iter() for text in (one.text or "", *one.attrib.values())} - {""}
    theirs = set(strings(json.loads(datacite_json(record, ITEMS))))
    schema = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")
    assert ours - theirs == {schema, "DOI"} - theirs
    assert theirs - ours == {"http://datacite.org/schema/kernel-4"}


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for inner in (value.values() if isinstance(value, dict) else value) for text in strings(inner)]
