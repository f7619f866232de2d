"""PREMIS: every file with its true checksums, every link leading somewhere, and no right granted that nobody has."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from hashlib import sha256, sha512
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.deposit import Package
from teiwright.deposit.item import Item, Role
from teiwright.deposit.premis import NAMESPACE, PATH, premis
from teiwright.deposit.record import Agent, Change, Nature, Record
from teiwright.deposit.software import software

from .examples import RECORDS, VALIDATED, first_edition, packages
from .samples import WORDS

NS = {"p": NAMESPACE, "xsi": "http://www.w3.org/2001/XMLSchema-instance"}
DEFINED = ("objectIdentifier", "eventIdentifier", "agentIdentifier", "rightsStatementIdentifier")
LINKS = {
    "linkingAgentIdentifier": "agentIdentifier",
    "linkingObjectIdentifier": "objectIdentifier",
    "linkingRightsStatementIdentifier": "rightsStatementIdentifier",
    "relatedEventIdentifier": "eventIdentifier",
    "relatedObjectIdentifier": "objectIdentifier",
}
STEPS = {
    "event-conversion": {"teiwright", "lxml", "pyspellchecker"},
    "event-validation": {"teiwright", "lxml", "saxonche", "xmlschema"},
    "event-derivation": {"teiwright", "lxml", "saxonche"},
    "event-packaging": {"teiwright"},
}
"""The programs that serve each step."""

ARCHIVEMATICA = {"metadata.csv", "metadata.json", "mets_structmap.xml", "premis.xml", "rights.csv"}
"""What it reads in a folder `metadata`, each in a form of its own, by its user manual, “Import metadata”."""


@pytest.fixture(scope="module")
def example(root: Path) -> tuple[Record, list[Item]]:
    return first_edition(root)


@pytest.fixture(scope="module")
def document(example: tuple[Record, list[Item]]) -> etree._Element:
    return made(*example)


@pytest.fixture(scope="module")
def grammar(grammars: dict[str, etree.XMLSchema]) -> etree.XMLSchema:
    return grammars[NAMESPACE]


def made(record: Record, items: list[Item]) -> etree._Element:
    return etree.fromstring(premis(record, items, software(), VALIDATED))


def texts(element: etree._Element, path: str) -> list[str]:
    return [found if isinstance(found, str) else found.text or "" for found in element.xpath(path, namespaces=NS)]


def text(element: etree._Element, path: str) -> str:
    (found,) = texts(element, path)
    return found


def keys(element: etree._Element, path: str) -> list[tuple[str, str]]:
    """The identifiers at a path: kind and value of each."""
    return [(one[0].text or "", one[1].text or "") for one in element.xpath(path, namespaces=NS)]


def files(document: etree._Element) -> dict[str, etree._Element]:
    """The objects that are files, by their paths."""
    found = document.xpath("p:object[@xsi:type = 'file']", namespaces=NS)
    by_path = {text(one, "p:objectIdentifier/p:objectIdentifierValue"): one for one in found}
    assert len(by_path) == len(found)
    return by_path


def events(document: etree._Element) -> dict[str, etree._Element]:
    return {text(one, "p:eventIdentifier/p:eventIdentifierValue"): one for one in document.iterfind("p:event", NS)}


def rights(document: etree._Element) -> dict[str, etree._Element]:
    path = "p:rightsStatementIdentifier/p:rightsStatementIdentifierValue"
    return {text(one, path): one for one in document.iterfind("p:rights/p:rightsStatement", NS)}


def sources(file: etree._Element, subtype: str) -> list[str]:
    found = keys(file, f"p:relationship[p:relationshipSubType = '{subtype}']/p:relatedObjectIdentifier")
    return [value for _, value in found]


def assert_describes(document: etree._Element, record: Record, items: list[Item]) -> None:
    """Every file is there, with its true size and checksums, its origin told from both ends."""
    described = files(document)
    assert set(described) == {item.path for item in items}
    included = keys(document, "p:object[@xsi:type = 'representation']/p:relationship/p:relatedObjectIdentifier")
    assert included == [(f"path in the payload of {record.label}", item.path) for item in items]
    for item in items:
        file = described[item.path]
        algorithms = texts(file, ".//p:messageDigestAlgorithm")
        digests = dict(zip(algorithms, texts(file, ".//p:messageDigest"), strict=True))
        assert digests == {"SHA-256": sha256(item.data).hexdigest(), "SHA-512": sha512(item.data).hexdigest()}
        assert text(file, ".//p:size") == str(len(item.data))
        assert sources(file, "has source") == list(item.made_from)
        assert sources(file, "is source of") == [other.path for other in items if item.path in other.made_from]


def assert_leads_somewhere(document: etree._Element) -> None:
    defined = {name: keys(document, f"//p:{name}[1]") for name in DEFINED}
    assert all(len(set(found)) == len(found) for found in defined.values())
    for link, name in LINKS.items():
        assert set(keys(document, f"//p:{link}")) <= set(defined[name]), link


def assert_grants_nothing_in_the_text(document: etree._Element, record: Record, items: list[Item]) -> None:
    """The source has the statements on rights in the text alone; none says what an archive may do, or a status anywhere."""
    told = rights(document)
    granted = {key for key, one in told.items() if text(one, "p:rightsBasis") == "license"}
    assert granted == {key for key, one in told.items() if one.find("p:licenseInformation", NS) is not None}
    assert not document.xpath("//p:rightsGranted", namespaces=NS)
    assert [text(told[key], ".//p:licenseTerms") for key in told if key.startswith("rights-encoding")] == [
        one.statement for one in record.licences
    ]
    assert [text(told[key], ".//p:otherRightsNote") for key in told if key not in granted] == [
        one.statement for one in record.caveats
    ]
    assert not document.xpath("//p:copyrightInformation | //p:statuteInformation", namespaces=NS)
    described = files(document)
    for item in items:
        linked = {key for _, key in keys(described[item.path], "p:linkingRightsStatementIdentifier")}
        assert not (item.role is Role.SOURCE and linked & granted)
        if item.role in (Role.SOURCE, Role.EDITION, Role.DERIVATIVE):
            assert set(told) - granted <= linked
    wholes = document.xpath("p:object[@xsi:type != 'file']/p:linkingRightsStatementIdentifier", namespaces=NS)
    assert not wholes, "a whole that holds the source has no licence"


def test_it_is_valid(document, grammar) -> None:
    grammar.assertValid(document)


def test_every_file_of_the_first_edition_is_described(document, example) -> None:
    assert_describes(document, *example)


def test_archivematica_reads_nothing_in_its_folder_as_something_else(package: Package) -> None:
    names = {path.rpartition("/")[2] for path in package.files if path.startswith("data/metadata/")}
    assert PATH == "metadata/premis-record.xml"
    assert "premis-record.xml" in names
    assert not names & ARCHIVEMATICA


@pytest.mark.parametrize("other", [{"version": "9.9"}, {"name": "another"}])
def test_no_identifier_is_also_one_of_another_package(document, example, other: dict[str, str]) -> None:
    record, items = example
    next_ = made(replace(record, **other), items)
    for name in DEFINED:
        ours, theirs = (set(keys(one, f"//p:{name}[1]")) for one in (document, next_))
        assert len(ours) == len(theirs) > 0
        assert not ours & theirs


def test_formats_have_their_version_and_their_entry_in_pronom(document) -> None:
    described = files(document)
    fields = ("formatName", "formatVersion", "formatRegistryKey", "formatNote")

    def told(path: str) -> list[list[str]]:
        return [texts(described[path], f".//p:format//p:{name}") for name in fields]

    assert told("tei/hedp/hedp.xml") == [["TEI"], ["P5"], ["fmt/1476"], ["media type: application/tei+xml"]]
    assert told("tei/hedp/source.txt") == [["plain text, UTF-8"], [], ["x-fmt/111"], ["media type: text/plain"]]
    assert told("reports/validation.sarif") == [["SARIF"], ["2.1.0"], [], ["media type: application/sarif+json"]]


def test_every_link_leads_somewhere_and_everybody_took_part(document) -> None:
    assert_leads_somewhere(document)
    assert set(keys(document, "//p:linkingAgentIdentifier")) == set(keys(document, "//p:agentIdentifier[1]"))


def test_what_was_made_is_the_outcome_of_one_event_each(document, example) -> None:
    outcomes: Counter[str] = Counter()
    for key, event in events(document).items():
        if not key.startswith("event-change"):
            outcomes.update(texts(event, "p:linkingObjectIdentifier[p:linkingObjectRole = 'outcome']/*[2]"))
    given = (Role.EDITORIAL, Role.AUTHORITY, Role.SCHEMA, Role.STYLESHEET, Role.SOFTWARE, Role.GUIDE, Role.LICENCE)
    assert outcomes == Counter(item.path for item in example[1] if item.role not in given)
    conversion = events(document)["event-conversion"]
    used = texts(conversion, "p:linkingObjectIdentifier[p:linkingObjectRole = 'source']/*[2]")
    assert set(used) == {item.path for item in example[1] if item.role in (Role.SOURCE, Role.EDITORIAL, Role.AUTHORITY)}
    roles = texts(conversion, "p:linkingAgentIdentifier/p:linkingAgentRole")
    assert roles == [*["executing program"] * 3, "header, authority file and editorial decisions by"]


def test_a_file_tells_the_event_that_made_it(document) -> None:
    described = files(document)
    for path, event in {
        "tei/hedp/hedp.xml": ["event-conversion"],
        "log/claims.jsonl": ["event-conversion"],
        "reports/validation.sarif": ["event-validation"],
        "derivatives/hedp.html": ["event-derivation"],
        "metadata/datacite.xml": ["event-derivation"],
        "tei/hedp/source.txt": [],
    }.items():
        assert texts(described[path], ".//p:relatedEventIdentifierValue") == event


def test_no_day_is_invented_and_nothing_is_told_of_the_machine(document, example, root: Path) -> None:
    record = example[0]
    data = etree.tostring(document, encoding="unicode")
    assert set(re.findall(r"\d{4}-\d\d-\d\d", data)) == {record.released, *(change.when for change in record.changes)}
    assert str(root) not in data
    days = {key: text(event, "p:eventDateTime") for key, event in events(document).items()}
    changes = sorted(change.when for change in record.changes)
    assert [day for key, day in days.items() if key.startswith("event-change")] == changes
    assert days.pop("event-receipt") == f"/{changes[0]}", "a beginning that is not known, in EDTF"
    rest = {day for key, day in days.items() if not key.startswith("event-change")}
    assert rest == {record.released}
    for key in ("event-conversion", "event-validation", "event-derivation", "event-packaging"):
        assert any("whenever the package is made" in said for said in texts(events(document)[key], ".//p:eventDetail"))


def test_the_receipt_has_the_digest_and_the_changes_have_their_words(document, example) -> None:
    record, items = example
    source = next(item for item in items if item.role is Role.SOURCE)
    found = events(document)
    assert sha256(source.data).hexdigest() in text(found["event-receipt"], ".//p:eventOutcomeDetailNote")
    assert found["event-receipt"].find("p:linkingAgentIdentifier", NS) is None, "nobody is recorded"
    said = " ".join(texts(found["event-receipt"], ".//p:eventDetail"))
    assert all(witness.citation in said for witness in record.witnesses)
    names = {value: name for _, value, name in agents(document)}
    changes = [
        (text(one, "p:eventDateTime"), text(one, ".//p:eventDetail"), names[text(one, ".//p:linkingAgentIdentifierValue")])
        for key, one in found.items()
        if key.startswith("event-change")
    ]
    told = [(one.when, f"Version {one.version}: " * bool(one.version) + one.what, one.who) for one in record.changes]
    assert changes == told[::-1], "the header has the newest first"
    assert text(found["event-validation"], ".//p:eventOutcomeDetailNote") == VALIDATED


@pytest.mark.parametrize(
    ("days", "last", "known"),
    [
        (("1999-05-02", "", "1999-04-30"), "/1999-04-30", "the first change that has one"),
        (("",), "/2026-11-26", "the release"),
        ((), "/2026-11-26", "the release"),
    ],
)
def test_the_source_was_there_before_it_was_changed(example, days: tuple[str, ...], last: str, known: str) -> None:
    record, items = example
    changes = tuple(Change(day, "", "Mended.") for day in days)
    receipt = events(made(replace(record, changes=changes, released="2026-11-26"), items))["event-receipt"]
    assert text(receipt, "p:eventDateTime") == last
    assert f"The header gives no day for that; it was not after {known}." in texts(receipt, ".//p:eventDetail")
    (kind,) = receipt.iterfind("p:eventType", NS)
    assert kind.text == "receipt"
    assert not kind.attrib, "the vocabulary does not have the word"


def agents(document: etree._Element) -> list[tuple[str, str, str]]:
    """Kind and value of the first identifier of every agent, and its name."""
    return [(*keys(one, "p:agentIdentifier")[0], text(one, "p:agentName")) for one in document.iterfind("p:agent", NS)]


def test_programs_are_told_with_the_version_that_ran(document) -> None:
    told = {text(one, "p:agentName"): one for one in document.xpath("p:agent[p:agentVersion]", namespaces=NS)}
    assert {name: text(one, "p:agentVersion") for name, one in told.items()} == {one.name: one.version for one in software()}
    (named,) = document.xpath("p:agent[p:agentName = 'teiwright'][not(p:agentVersion)]", namespaces=NS)
    (change,) = {text(one, ".//p:linkingAgentRole") for one in performed(document, keys(named, "p:agentIdentifier")[0][1])}
    assert change == "executing program"


def test_each_step_tells_the_programs_that_served_it(document) -> None:
    names = {value: name for _, value, name in agents(document)}
    executing = "p:linkingAgentIdentifier[p:linkingAgentRole = 'executing program']/p:linkingAgentIdentifierValue"
    told = {key: {names[one] for one in texts(event, executing)} for key, event in events(document).items()}
    assert {key: programs for key, programs in told.items() if key in STEPS} == STEPS


def performed(document: etree._Element, agent: str) -> list[etree._Element]:
    return [one for one in events(document).values() if agent in texts(one, ".//p:linkingAgentIdentifierValue")]


def test_who_made_a_change_is_what_the_header_says_elsewhere(example) -> None:
    record, items = example
    author = record.authors[0]
    document = made(replace(record, changes=(Change("1999-05-01", author.name, "Mended."),)), items)
    (agent,) = document.xpath("p:agent[p:agentName = $name]", namespaces=NS, name=author.name)
    assert text(agent, "p:agentType") == author.nature == "organization"
    (change,) = performed(document, keys(agent, "p:agentIdentifier")[0][1])
    assert text(change, ".//p:linkingAgentRole") == "implementer"


def test_words_of_a_vocabulary_have_their_address(document) -> None:
    vocabulary = r"http://id\.loc\.gov/vocabulary/preservation/[A-Za-z]+/[a-z0-9]+"
    names = ("eventType", "eventOutcome", "relationshipType", "relationshipSubType", "messageDigestAlgorithm", "rightsBasis")
    for name in (*names, "linkingObjectRole", "agentType"):
        found = document.findall(f".//p:{name}", NS)
        assert found
        defined = [one for one in found if one.text != "receipt"]
        assert all(re.fullmatch(vocabulary, one.get("valueURI", "")) for one in defined), name


def test_the_rights_of_text_and_encoding_are_apart(document, example) -> None:
    assert_grants_nothing_in_the_text(document, *example)
    described = files(document)
    linked = {path: [key for _, key in keys(one, "p:linkingRightsStatementIdentifier")] for path, one in described.items()}
    assert linked["tei/hedp/source.txt"] == ["rights-text-1"]
    assert linked["tei/hedp/hedp.xml"] == ["rights-encoding-1", "rights-text-1"]
    assert linked["tei/hedp/header.xml"] == ["rights-encoding-1"]
    assert linked["schema/teiwright.rng"] == ["rights-program-1"]
    assert linked["LICENSES/CC-BY-4.0.txt"] == []
    (address,) = texts(rights(document)["rights-encoding-1"], ".//p:licenseDocumentationIdentifierValue")
    assert address == example[0].licences[0].licence
    assert texts(rights(document)["rights-program-1"], ".//p:licenseDocumentationIdentifierValue") == [
        "https://spdx.org/licenses/Apache-2.0.html"
    ]


def test_a_file_made_from_what_is_not_there_is_refused(example) -> None:
    record, items = example
    lost = [*items, Item("derivatives/x.txt", b"", Role.DERIVATIVE, "lost", ("tei/elsewhere.xml",))]
    with pytest.raises(ValueError, match=r"x\.txt is made from tei/elsewhere\.xml, which is not in the package"):
        premis(record, lost, software(), VALIDATED)


@settings(max_examples=25)
@given(RECORDS, packages())
def test_every_package_is_described_truly(record: Record, items: list[Item]) -> None:
    document = made(record, items)
    assert_describes(document, record, items)
    assert_leads_somewhere(document)
    assert_grants_nothing_in_the_text(document, record, items)


@settings(max_examples=25)
@given(RECORDS, packages(), WORDS)
def test_whatever_the_header_says_stays_words(record: Record, items: list[Item], validated: str) -> None:
    data = premis(record, items, software(), validated)
    assert data == premis(record, items, software(), validated)
    document = etree.fromstring(data)
    assert {etree.QName(one).namespace for one in document.iter()} == {NAMESPACE}, "elements, no comments, nothing foreign"
    assert text(events(document)["event-validation"], ".//p:eventOutcomeDetailNote") == validated
    names = {name for _, _, name in agents(document)}
    wanted = {one.name for one in (*record.editors, *record.programs)} | {one.who for one in record.changes if one.who}
    assert names == wanted | {one.name for one in software()}
    changes = [event for key, event in events(document).items() if key.startswith("event-change")]
    told = Counter(
        (text(one, "p:eventDateTime"), text(one, ".//p:eventDetail"), len(texts(one, ".//p:linkingAgentIdentifierValue")))
        for one in changes
    )
    assert told == Counter(
        (one.when or f"/{record.released}", f"Version {one.version}: {one.what}" if one.version else one.what, bool(one.who))
        for one in record.changes
    )


def test_identifiers_of_an_agent_are_told(example) -> None:
    record, items = example
    addresses = ("https://orcid.org/0000-0002-1825-0097", "https://viaf.org/viaf/42")
    document = made(replace(record, editors=(Agent("Ada Marr", Nature.PERSON, identifiers=addresses),)), items)
    (agent,) = document.xpath("p:agent[p:agentName = 'Ada Marr']", namespaces=NS)
    assert keys(agent, "p:agentIdentifier")[1:] == [("URI", address) for address in addresses]
    assert text(agent, "p:agentType") == "person"


def test_what_is_made_on_the_way_is_no_source_of_the_step(example) -> None:
    record, items = example
    between = Item("derivatives/map.tsv", b"", Role.DERIVATIVE, "a map", ("derivatives/hedp.html", "tei/hedp/hedp.xml"))
    derivation = events(made(record, [*items, between]))["event-derivation"]
    used = texts(derivation, "p:linkingObjectIdentifier[p:linkingObjectRole = 'source']/*[2]")
    assert used == ["tei/hedp/hedp.xml"]


@settings(max_examples=10)
@given(data=st.data())
def test_every_package_is_valid(grammar, data: st.DataObject) -> None:
    grammar.assertValid(made(data.draw(RECORDS), data.draw(packages())))
