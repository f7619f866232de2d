"""The claims of the first edition, and the edition itself."""

import hashlib
from pathlib import Path

import pytest

from teiwright.encode.wayback import source_of
from teiwright.model.claim import Claim, Kind
from teiwright.pipeline import Build, build
from teiwright.workspace import Workspace
from teiwright.xml import read_xml

SHA256 = "79eade6c3e2b2f6eb945ce66074b4547cbec3ebfd249ce88de365f40eeaa2093"


def spoken(pamphlet: Build, claim: Claim) -> str:
    """The words of a claim, with damage undone."""
    return pamphlet.reading.repaired[claim.start : claim.end]


@pytest.mark.parametrize("kind", Kind)
def test_every_claim_lies_in_the_source_and_says_why(kind: Kind, pamphlet: Build) -> None:
    size = len(pamphlet.reading.source.text)
    for claim in pamphlet.reading.of(kind):
        assert 0 <= claim.start <= claim.end <= size
        assert claim.rule
        assert claim.evidence
        assert all(claim.evidence)
        assert claim.responsible in {"teiwright", "editors"}


def test_148_mentions_of_18_persons(pamphlet: Build) -> None:
    mentions = pamphlet.reading.of(Kind.PERSON)
    assert len(mentions) == 148
    assert len({claim["ref"] for claim in mentions}) == 18


def test_a_mention_begins_and_ends_with_the_name(pamphlet: Build) -> None:
    text = pamphlet.reading.repaired
    for claim in pamphlet.reading.of(Kind.PERSON):
        assert spoken(pamphlet, claim)[0].isupper()
        assert not text[claim.start - 1].isalnum()
        assert not text[claim.end].isalpha()
        assert not spoken(pamphlet, claim).endswith("’s")


def test_a_form_of_address_opens_a_mention(pamphlet: Build) -> None:
    starts = {claim.start for claim in pamphlet.reading.of(Kind.PERSON)}
    assert {claim.start for claim in pamphlet.reading.of(Kind.ROLE)} <= starts


def test_quotations_are_balanced(pamphlet: Build) -> None:
    assert not [finding for finding in pamphlet.findings if finding.code in {"A001", "A002", "A003"}]
    emended = pamphlet.reading.of(Kind.EMENDATION)
    for claim in (c for c in pamphlet.reading.of(Kind.QUOTATION) if not c.get("unmarked")):
        opened = spoken(pamphlet, claim).startswith("“") or any(
            e.start == claim.start and (e.reads or "").startswith("“") for e in emended
        )
        assert opened
        assert spoken(pamphlet, claim).endswith("”")


def test_there_is_no_error(pamphlet: Build) -> None:
    assert not pamphlet.failed


def test_the_committed_edition_gives_the_source_back(root: Path) -> None:
    edition = (root / "tei" / "hedp" / "hedp.xml").read_bytes()
    assert hashlib.sha256(source_of(read_xml(edition, "hedp.xml"), "hedp.xml")).hexdigest() == SHA256
    assert SHA256.encode() in edition


def test_the_committed_edition_is_a_fresh_build(root: Path) -> None:
    built = build(Workspace.of(root / "tei" / "hedp"), "validate")
    assert not built.failed
    assert built.tei == (root / "tei" / "hedp" / "hedp.xml").read_bytes()
