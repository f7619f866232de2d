"""The decisions file: what is read from it, act by act, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiwright.findings import Finding, Refused
from teiwright.materials import read_decisions
from teiwright.model.decisions import Decision, Decisions

REASON = "Because the sense asks for it."


@pytest.fixture(scope="module")
def schema(root: Path) -> bytes:
    """Return the schema of decisions."""
    return (root / "schema" / "decisions.rng").read_bytes()


def decisions(*acts: str) -> bytes:
    """Return a decisions file with these acts."""
    root = '<decisions xmlns="urn:teiwright:decisions" responsible="editors" when="2026-11-23">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', root, *acts, "</decisions>", ""]).encode()


def refused(data: bytes, schema: bytes) -> tuple[Finding, ...]:
    """Return the findings with which a file is refused."""
    with pytest.raises(Refused) as caught:
        read_decisions(data, "decisions.xml", schema)
    assert all(finding.file == "decisions.xml" and finding.help for finding in caught.value.findings)
    return caught.value.findings


ACTS = {
    f'<correct page="5" text="peace the" reading="peace—the" source="print" cert="medium">{REASON}</correct>': Decision(
        "correct", "5", "peace the", REASON, "editors", value="peace—the", slip="print", certainty=0.7, line=3
    ),
    f'<keep page="5" text="inner-">{REASON}</keep>': Decision("keep", "5", "inner-", REASON, "editors", line=3),
    f'<paragraph page="[iv]" text="The" cert="low">{REASON}</paragraph>': Decision(
        "paragraph", "[iv]", "The", REASON, "editors", certainty=0.4, line=3
    ),
    f'<no-paragraph page="5" text="The" cert="high">{REASON}</no-paragraph>': Decision(
        "no-paragraph", "5", "The", REASON, "editors", certainty=1.0, line=3
    ),
    f'<quotation page="5" text="“the wrong" kind="soCalled">{REASON}</quotation>': Decision(
        "quotation", "5", "“the wrong", REASON, "editors", value="soCalled", line=3
    ),
}


@pytest.mark.parametrize(("act", "decision"), ACTS.items(), ids=lambda value: getattr(value, "act", ""))
def test_each_act_is_read_with_its_defaults(act: str, decision: Decision, schema: bytes) -> None:
    assert read_decisions(decisions(act), "decisions.xml", schema) == Decisions("decisions.xml", (decision,))


def test_a_decision_may_be_about_a_note_and_be_another_person_s(schema: bytes) -> None:
    act = f'<keep page="5" note="2" text="x" responsible="guest" when="2026-12-01">{REASON}</keep>'
    (entry,) = read_decisions(decisions(act), "decisions.xml", schema).entries
    assert (entry.note, entry.responsible) == ("2", "guest")


def test_comments_are_passed_over_and_the_order_and_the_lines_are_those_of_the_file(schema: bytes) -> None:
    acts = f'<keep page="2" text="b">{REASON}</keep>', "<!-- Slips -->", f'<keep page="1" text="a">{REASON}</keep>'
    read = read_decisions(decisions(*acts), "decisions.xml", schema)
    assert [(entry.text, entry.line) for entry in read.entries] == [("b", 3), ("a", 5)]


def test_the_lines_of_a_reason_are_joined(schema: bytes) -> None:
    act = '<keep page="5" text="x">\n  It is right\n  as it stands.\n</keep>'
    assert read_decisions(decisions(act), "decisions.xml", schema).entries[0].reason == "It is right as it stands."


def test_a_comment_in_a_reason_does_not_cut_it_short(schema: bytes) -> None:
    act = '<keep page="5" text="x">It is right <!-- I think --> as it stands.</keep>'
    assert read_decisions(decisions(act), "decisions.xml", schema).entries[0].reason == "It is right as it stands."


def test_the_words_are_taken_as_they_stand(schema: bytes) -> None:
    act = f'<keep page="5" text=" a&#x9;&amp; &quot;b&quot; ">{REASON}</keep>'
    assert read_decisions(decisions(act), "decisions.xml", schema).entries[0].text == ' a\t& "b" '


@pytest.mark.parametrize(
    "act",
    [
        '<keep page="5" text="x"/>',
        '<keep page="5" text="x">   \n  </keep>',
        '<keep page="5" text="x">short</keep>',
        f'<keep text="x">{REASON}</keep>',
        f'<keep page="5">{REASON}</keep>',
        f'<keep page="" text="x">{REASON}</keep>',
        f'<keep page="5" text="">{REASON}</keep>',
        f'<keep page="5" text="x" cert="rather">{REASON}</keep>',
        f'<keep page="5" text="x" kind="q">{REASON}</keep>',
        f'<correct page="5" text="x" source="print" cert="high">{REASON}</correct>',
        f'<correct page="5" text="x" reading="" source="print" cert="high">{REASON}</correct>',
        f'<correct page="5" text="x" reading="y" source="scan" cert="high">{REASON}</correct>',
        f'<correct page="5" text="x" reading="y" source="print">{REASON}</correct>',
        f'<quotation page="5" text="x">{REASON}</quotation>',
        f'<quotation page="5" text="x" kind="joke">{REASON}</quotation>',
        f'<keep page="5" text="x" responsible="the editors" when="2026-11-23">{REASON}</keep>',
        f'<keep page="5" text="x" responsible="guest">{REASON}</keep>',
        f'<delete page="5" text="x">{REASON}</delete>',
        f'<keep xmlns="" page="5" text="x">{REASON}</keep>',
        f'<keep page="5" text="x">{REASON}<b/></keep>',
    ],
)
def test_what_the_schema_does_not_allow_is_refused(act: str, schema: bytes) -> None:
    findings = refused(decisions(act), schema)
    assert {finding.code for finding in findings} == {"D004"}
    assert {finding.line for finding in findings} <= {2, 3, 4}


@pytest.mark.parametrize(
    "data",
    [
        decisions(),
        b"<decisions/>",
        b'<decisions xmlns="urn:teiwright:decisions" responsible="editors" when="today"/>',
        decisions(*ACTS).replace(b' responsible="editors"', b""),
        decisions(*ACTS).replace(b' when="2026-11-23"', b""),
        decisions(*ACTS).replace(b"urn:teiwright:decisions", b"urn:other"),
    ],
    ids=["no-decision", "no-namespace", "no-date", "nobody", "no-when", "another-namespace"],
)
def test_a_file_that_is_no_file_of_decisions_is_refused(data: bytes, schema: bytes) -> None:
    assert {finding.code for finding in refused(data, schema)} == {"D004"}


def test_the_message_about_a_missing_reason_names_the_act(schema: bytes) -> None:
    findings = refused(decisions('<keep page="5" text="x"/>'), schema)
    assert [finding.line for finding in findings] == [3] * len(findings)
    assert any("keep" in finding.message for finding in findings)


def test_what_is_not_well_formed_is_refused_with_its_line(schema: bytes) -> None:
    (finding,) = refused(decisions("<keep>"), schema)
    assert (finding.code, finding.line) == ("E002", 4)


def test_a_doctype_is_refused_as_not_safe(schema: bytes) -> None:
    (finding,) = refused(b"<!DOCTYPE decisions>\n" + decisions(*ACTS).partition(b"\n")[2], schema)
    assert (finding.code, finding.line) == ("V005", 1)


def test_the_decisions_of_the_project_can_be_read(root: Path, schema: bytes) -> None:
    read = read_decisions((root / "tei" / "hedp" / "decisions.xml").read_bytes(), "decisions.xml", schema)
    assert {entry.act for entry in read.entries} >= {"correct", "paragraph", "no-paragraph", "quotation"}
