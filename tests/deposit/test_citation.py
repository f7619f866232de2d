"""CITATION.cff and .zenodo.json: what they say beyond what all records say, and that any reader of YAML can read it."""

import json
from dataclasses import replace

import pytest

from teiwright.deposit.citation import citation_cff, zenodo_json
from teiwright.deposit.record import Agent, Nature, Record, Rights, Witness

from .samples import LEAST, full_book, record_of
from .told import yaml

CC_BY, CC0 = "https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/publicdomain/zero/1.0/"


def cited(record: Record) -> dict[str, object]:
    said: dict[str, object] = yaml(citation_cff(record).decode())
    return said


def deposit(record: Record) -> dict[str, object]:
    said: dict[str, object] = json.loads(zenodo_json(record))
    return said


def test_signs_that_yaml_takes_for_line_ends_or_not_at_all_are_escaped() -> None:
    title = "a\x7f\x80\x85\u2028\u2029\ufeffb \U0001f6f6 “c” \t"
    data = citation_cff(replace(LEAST, title=title))
    assert b'title: "a\\u007f\\u0080\\u0085\\u2028\\u2029\\ufeffb \xf0\x9f\x9b\xb6 ' in data
    assert yaml(data.decode())["title"] == title


def test_a_person_is_cited_by_parts_of_the_name_anybody_else_by_the_whole() -> None:
    number = "https://orcid.org/0000-0002-1694-233X"
    makers = (
        Agent("Ada Marr", Nature.PERSON, "Marr", "Ada", ("https://example.org/", number)),
        Agent("Tobias Quill", Nature.PERSON),
    )
    record = replace(LEAST, authors=makers)
    assert cited(record)["authors"] == [
        {"family-names": "Marr", "given-names": "Ada", "orcid": number},
        {"name": "Tobias Quill"},
    ]
    assert deposit(record)["creators"] == [{"name": "Marr, Ada", "orcid": "0000-0002-1694-233X"}, {"name": "Tobias Quill"}]


@pytest.mark.parametrize(
    ("licences", "told"),
    [
        ((), {}),
        ((CC_BY,), {"license": "CC-BY-4.0"}),
        ((CC_BY, CC0), {"license": ["CC-BY-4.0", "CC0-1.0"]}),
        (("https://example.org/terms",), {"license-url": "https://example.org/terms"}),
        ((CC_BY, "https://example.org/terms"), {"license-url": CC_BY}),
    ],
)
def test_a_licence_is_told_by_its_spdx_identifier_or_by_its_address(
    licences: tuple[str, ...], told: dict[str, object]
) -> None:
    said = cited(replace(LEAST, licences=tuple(Rights("", one) for one in licences)))
    assert {key: value for key, value in said.items() if key.startswith("license")} == told


def test_the_words_on_rights_are_the_first_that_a_reader_is_shown() -> None:
    record = replace(LEAST, licences=(Rights("Encoding: CC BY.", CC_BY),))
    assert cited(record)["message"] == "If you use this edition, please cite it as below. Encoding: CC BY. Nobody knows."
    assert deposit(record)["notes"] == "<p>Encoding: CC BY.</p><p>Nobody knows.</p>"


@pytest.mark.parametrize("licences", [(), (Rights("Ask <us>.", "https://example.org/terms"),)])
def test_zenodo_is_not_left_to_choose_a_licence(licences: tuple[Rights, ...]) -> None:
    said = deposit(replace(LEAST, licences=licences))
    assert "license" not in said
    assert said["access_right"] == "restricted"
    terms = "<p>Ask &lt;us&gt;. https://example.org/terms</p>" if licences else ""
    assert said["access_conditions"] == f"{terms}<p>Nobody knows.</p>"


def test_the_print_is_a_reference_and_its_identifiers_are_related() -> None:
    record = record_of(full_book())
    (reference,) = yaml(citation_cff(record).decode())["references"]
    assert reference == {
        "type": "book",
        "title": "The Ferry",
        "authors": [{"family-names": "Byron", "given-names": "A."}],
        "publisher": {"name": "Hall", "city": "London"},
        "year": "1894",
        "doi": "10.5072/print",
        "url": "https://example.org/print",
        "notes": reference["notes"],
    }
    assert deposit(record)["related_identifiers"] == [
        {"identifier": "https://example.org/ferry", "relation": "isAlternateIdentifier"},
        {"identifier": "10.5072/print", "relation": "isDerivedFrom"},
        {"identifier": "https://example.org/print", "relation": "isDerivedFrom"},
    ]
    assert deposit(record)["doi"] == cited(record)["doi"] == "10.5072/Ferry.1"


def test_a_date_is_told_as_exactly_as_it_is_known() -> None:
    def dated(date: str) -> dict[str, str]:
        (reference,) = yaml(citation_cff(replace(LEAST, witnesses=(Witness("p", "", "T", "T", date=date),))).decode())[
            "references"
        ]
        return {key: value for key, value in reference.items() if key in {"year", "date-published"}}

    assert dated("1894-02-28") == {"year": "1894", "date-published": "1894-02-28"}
    assert dated("1894-02") == {"year": "1894"}
    assert dated("1894") == {"year": "1894"}
    assert dated("1894-13-01") == {"year": "1894"}
    assert dated("around 1894") == dated("18945") == dated("-0044") == {}
