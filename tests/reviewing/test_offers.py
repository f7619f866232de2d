"""What is weighed is each claim once; what is offered is accepted, anchors where it should, and does what it says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from teiwright.findings import Finding, Refused
from teiwright.materials import read_decisions
from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import Decisions
from teiwright.model.reading import Reading
from teiwright.pipeline import Build, build
from teiwright.reviewing.claims import Weighed, is_weighed, weighed
from teiwright.reviewing.offers import ACTS, Offer, Reach
from teiwright.workspace import Workspace, resource

BASE = Path(__file__).resolve().parents[1] / "findings" / "base" / "tei" / "pamphlet"
TEXT = (BASE / "source.txt").read_text("utf-8")
PIECES = (
    "", "\n", "\n\n\n", "\r\n", "\x01", "\t", "\u2028", "\u202e", "2\n", "\n7\n", "1 A note.\n", "2 Lorne again.\n", "1",
    "“", "”", "-\n", "- ", "³", "<", "&", '"', "]]>", "Lorne’s ", "Lorne ", "Dr. Lorne", "of of ", "  ", " .this ",
)  # fmt: skip
RNG = "{http://relaxng.org/ns/structure/1.0}"


def read(elements: Iterable[str], reason: str = "A reason is given here.") -> Decisions:
    """Return offers as the engine reads them, each with a reason written into it."""
    inside = "\n".join(element.replace("></", f">{reason}</", 1) for element in elements)
    root = '<decisions xmlns="urn:teiwright:decisions" responsible="editors" when="2026-11-23">'
    schema = (resource("schema") / "decisions.rng").read_bytes()
    return read_decisions(f"{root}\n{inside}\n</decisions>\n".encode(), "decisions.xml", schema)


def offered(claims: Iterable[Weighed]) -> list[tuple[Claim, Offer]]:
    return [(one.claim, offer) for one in claims for offer in one.offers]


def astray(workspace: Workspace, claims: Iterable[Weighed]) -> list[tuple[Claim, Offer]]:
    """Return the offers that do not anchor where they should, in the reading in which decisions are anchored."""
    pairs = offered(claims)
    if not pairs:
        return []
    reading = build(workspace, "layout").reading
    anchored, findings = read(offer.xml for _, offer in pairs).anchor(reading)
    assert {finding.code for finding in findings} <= {"D005"}, findings
    places = anchored.of(*{offer.act.name for _, offer in pairs})
    assert len(places) == len(pairs)
    lands = {
        Reach.OWN: lambda claim, place: (place.start, place.end) == (claim.start, claim.end),
        Reach.OPENING: lambda claim, place: place.start == (claim.end if claim.kind is Kind.BOUNDARY else claim.start),
        Reach.AROUND: lambda claim, place: place.start <= claim.start and claim.end <= place.end,
    }
    return [pair for pair, place in zip(pairs, places, strict=True) if not lands[pair[1].act.reach](pair[0], place)]


def test_every_claim_that_can_be_weighed_is_there_once(built: Build) -> None:
    claims = weighed(built.reading, built.edition.decisions)
    assert Counter(id(one.claim) for one in claims) == Counter(id(c) for c in built.reading.claims if is_weighed(c))
    assert [one.claim.certainty for one in claims] == sorted(one.claim.certainty for one in claims)
    assert sorted(one.number for one in claims) == list(range(1, len(claims) + 1))


@pytest.mark.parametrize("kind", [*ACTS, Kind.BLOCK_QUOTATION, Kind.TIME, Kind.NOTE, Kind.NOTE_CALL, Kind.REJECTED])
def test_these_kinds_are_weighed_however_certain(kind: Kind) -> None:
    assert is_weighed(Claim(kind, 0, 1, "rule"))


@pytest.mark.parametrize(("kind", "certainty"), [(Kind.LINE_BREAK, 1), (Kind.PAGE_NUMBER, 1), (Kind.PARAGRAPH, 0.5)])
def test_there_is_nothing_to_weigh_in_what_is_plain_or_follows(kind: Kind, certainty: float) -> None:
    assert not is_weighed(Claim(kind, 0, 1, "rule", certainty=certainty))


def test_what_is_not_certain_is_weighed() -> None:
    assert is_weighed(Claim(Kind.LINE_BREAK, 0, 1, "rule", certainty=0.95))


def test_every_offer_is_accepted_and_lands_on_its_claim(workspace: Workspace, built: Build) -> None:
    claims = weighed(built.reading, built.edition.decisions)
    assert {offer.act.name for _, offer in offered(claims)} >= {"paragraph", "no-paragraph", "quotation", "no-name"}
    assert astray(workspace, claims) == []


def test_no_offer_is_accepted_without_a_reason(pamphlet: Build) -> None:
    for _, offer in offered(weighed(pamphlet.reading, pamphlet.edition.decisions))[:20]:
        with pytest.raises(Refused, match="D004"):
            read([offer.xml], "")


def test_every_act_that_is_offered_is_one_of_the_schema(root: Path) -> None:
    schema = etree.parse(root / "schema" / "decisions.rng")
    names = {one.get("name") for one in schema.iter(f"{RNG}element")} | {one.text for one in schema.iter(f"{RNG}name")}
    assert {act.name for acts in ACTS.values() for act in acts} <= names


def test_a_claim_that_is_not_rejected_is_confirmed_by_one_offer_at_most(built: Build) -> None:
    for one in weighed(built.reading, built.edition.decisions):
        assert sum(offer.agrees for offer in one.offers) <= (one.claim.kind is not Kind.REJECTED)


def test_what_is_not_offered_is_told(built: Build) -> None:
    for one in weighed(built.reading, built.edition.decisions):
        if one.claim.kind in ACTS:
            acts = {act.value or act.name for act in ACTS[one.claim.kind]}
            assert acts == {offer.act.value or offer.act.name for offer in one.offers} | {*one.missing}


def test_the_words_of_a_claim_and_its_lines_are_those_of_the_source(built: Build) -> None:
    source = built.reading.source
    for one in weighed(built.reading, built.edition.decisions):
        for number, words in one.lines.items():
            assert words == source.ink(source.lines[number - 1])
        if one.claim.kind in (Kind.PERSON, Kind.QUOTATION) and "…" not in one.meant:
            plain = built.reading.repaired[one.claim.start : one.claim.end]
            assert re.sub(r"[\s-]", "", one.meant) in re.sub(r"[\s-]", "", plain) or one.lines.keys() != {min(one.lines)}


def decided(folder: Path, offer: str) -> tuple[Reading, list[Finding]]:
    """Return the reading with one decision more, and what is found against it."""
    before = (BASE / "decisions.xml").read_text("utf-8")
    written = offer.replace("></", ">A reason is given here.</", 1)
    (folder / "decisions.xml").write_text(before.replace("</decisions>", f"{written}</decisions>"), "utf-8")
    made = build(Workspace.of(folder), "annotate")
    return made.reading, [finding for finding in made.findings if finding.code.startswith("D")]


def test_every_decision_that_is_taken_has_effect_and_touches_nothing_else(folder: Path) -> None:
    plain = build(Workspace.of(folder), "annotate")
    claims = weighed(plain.reading, plain.edition.decisions)
    taken = Counter(claim.get("decision") for claim in plain.reading.claims)
    for one in claims:
        for offer in () if one.decision else one.offers:
            reading, findings = decided(folder, offer.xml)
            assert not findings, offer.xml
            fresh = Counter(c.get("decision") for c in reading.claims if c.kind is not Kind.PARAGRAPH) - taken
            assert 1 <= fresh.total() <= 2, offer.xml  # a correction also rejects what the rule made of the place


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 60), st.sampled_from(PIECES)), max_size=6))
def test_whatever_the_source_is_what_is_offered_anchors(changes: list[tuple[int, int, str]], folder: Path) -> None:
    text = TEXT
    for at, length, piece in changes:
        text = text[:at] + piece + text[at + length :]
    (folder / "source.txt").write_text(text, "utf-8", newline="")
    (folder / "decisions.xml").unlink(missing_ok=True)
    made = build(Workspace.of(folder), "annotate")
    claims = weighed(made.reading, made.edition.decisions)
    assert len(claims) == sum(map(is_weighed, made.reading.claims))
    assert astray(Workspace.of(folder), claims) == []
