"""OLAC and CMDI: languages by their codes, statements in the order of the profile, and every file where it is said to be."""

import posixpath
from dataclasses import replace

import pytest
from lxml import etree

from teiwright.deposit.languages import iso_639_3
from teiwright.deposit.olac import cmdi, olac
from teiwright.deposit.record import Agent

from .samples import ITEMS, LEAST, full_book, record_of
from .told import CMDP, DC, OLAC, XSI_TYPE

CMD = "{http://www.clarin.eu/cmd/1}"


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en", "eng"),
        ("EN-GB", "eng"),
        ("de-1901", "deu"),
        ("zh-Hant", "zho"),
        ("la", "lat"),
        ("grc", "grc"),
        ("und", ""),
        ("mul-Latn", ""),
        ("x-own", ""),
        ("qaa-Latn", ""),
        ("qq", ""),
        ("not a tag", ""),
        ("", ""),
    ],
)
def test_a_language_has_its_code_or_none(tag: str, code: str) -> None:
    assert iso_639_3(tag) == code


def test_the_language_of_the_text_is_told_by_code_and_name_or_as_the_header_has_it() -> None:
    def told(language: str) -> list[tuple[str | None, str | None]]:
        record = replace(LEAST, language=language, languages=(("fr", "French"), ("de-1901", "German, old spelling")))
        return [(one.get(f"{OLAC}code"), one.text) for one in etree.fromstring(olac(record)).iterfind(f"{DC}language")]

    assert told("de-1901") == [("deu", "German, old spelling")]
    assert told("grc") == [("grc", None)]
    assert told("x-own") == [(None, "x-own")]
    assert told("") == []


def test_every_code_and_scheme_is_of_a_vocabulary_whose_prefix_is_bound() -> None:
    root = etree.fromstring(olac(record_of(full_book())))
    types = {value for one in root if (value := one.get(XSI_TYPE))}
    assert {"olac:role", "olac:language", "olac:linguistic-type", "dcterms:W3CDTF", "dcterms:DCMIType"} <= types
    assert {one.partition(":")[0] for one in types} <= set(filter(None, root.nsmap))
    assert "olac:discourse-type" not in types


def test_both_say_the_same_and_the_profile_has_them_by_the_alphabet() -> None:
    record = record_of(full_book())
    simple = sorted((etree.QName(one).localname, one.text or "") for one in etree.fromstring(olac(record)))
    (component,) = etree.fromstring(cmdi(record, ITEMS)).iterfind(f".//{CMDP}OLAC-DcmiTerms")
    assert sorted((etree.QName(one).localname, one.text or "") for one in component) == simple
    names = [etree.QName(one).localname for one in component]
    assert names == sorted(names)
    assert {etree.QName(one).namespace for one in component} == {CMDP.strip("{}")}


def test_the_envelope_has_its_parts_in_order_and_no_address_of_its_own() -> None:
    root = etree.fromstring(cmdi(LEAST, ITEMS))
    assert root.get("CMDVersion") == "1.2"
    assert [etree.QName(one).localname for one in root] == ["Header", "Resources", "Components"]
    header, resources, _ = root
    assert [(etree.QName(one).localname, one.text) for one in header] == [
        ("MdCreator", "teiwright"),
        ("MdCreationDate", "2026-01-31"),
        ("MdProfile", "clarin.eu:cr1:p_1288172614026"),
    ]
    lists = ["ResourceProxyList", "JournalFileProxyList", "ResourceRelationList"]
    assert [etree.QName(one).localname for one in resources] == lists


def test_every_form_of_the_text_is_a_resource_that_is_there_and_nothing_else() -> None:
    root = etree.fromstring(cmdi(LEAST, ITEMS))
    proxies = [*root.iter(f"{CMD}ResourceProxy")]
    paths = [posixpath.normpath(f"metadata/{one.findtext(f'{CMD}ResourceRef')}") for one in proxies]
    assert paths == [one.path for one in ITEMS if "schema" not in one.path]
    kinds = {one.path: one.format.media_type for one in ITEMS}
    assert [one[0].get("mimetype") for one in proxies] == [kinds[path] for path in paths]
    assert len({one.get("id") for one in proxies}) == len(proxies)


def test_an_edition_without_authors_has_none_here_either() -> None:
    record = replace(LEAST, editors=(Agent("E"),))
    codes = [one.get(f"{OLAC}code") for one in etree.fromstring(olac(record)).iterfind(f"{DC}contributor")]
    assert codes == ["editor"]
