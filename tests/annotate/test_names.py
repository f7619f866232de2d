"""Names in running text: with what stands before and around them, in each other, and short."""

import re

import pytest

from teiwright.model.claim import Kind

Case = dict[str, str]
GUILD, TOWN, LORN = "guild:Guild_of_Ferrymen_of_Lorn", "town-council:Town_Council_of_Lorn", "lorn:Lorn"


def test_persons(case: Case, read) -> None:
    reading, _ = read(f"1\n{case['text']}\n3\nAnd so on.\n")
    text = reading.source.text
    found = [f"{c['ref']}:{text[c.start : c.end]}" for c in reading.of(Kind.PERSON)]
    assert found == re.split(r" (?=marr:|quill:)", case["mentions"]) if case["mentions"] else not found
    assert "|".join(text[c.start : c.end] for c in reading.of(Kind.ROLE)) == case["roles"]


def test_a_name_that_was_corrected_is_a_mention(read) -> None:
    reading, _ = read("1\nIt was kept by Marr~ and the town.\n2\nAnd so on.\n")
    assert [claim["ref"] for claim in reading.of(Kind.PERSON)] == ["marr"]


def test_a_name_in_a_note_is_a_mention(read) -> None:
    reading, _ = read("1\nThe lamp.1\n1 A. Marr, Letters, p. 14.\n2\nAnd so on.\n")
    assert [reading.source.text[c.start : c.end] for c in reading.of(Kind.PERSON)] == ["A. Marr"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("The Guild of Ferrymen of Lorn met.", f"{GUILD} {LORN}"),
        (
            "The Council of the Guild of Ferrymen of Lorn met.",
            f"council:Council_of_the_Guild_of_Ferrymen_of_Lorn {GUILD} {LORN}",
        ),
        ("The Council met. The Guild paid.", ""),
        ("The Guild of Ferrymen of Lorn met. Its Council paid.", f"{GUILD} {LORN} council:Council"),
        (
            "The Town Council of Lorn met, not the Guild of Ferrymen of Lorn. The Council paid.",
            f"{TOWN} {LORN} {GUILD} {LORN} council:Council",
        ),
        (
            "The Guild of Ferrymen of Lorn wrote to the Town Council of Lorn. The Council paid.",
            f"{GUILD} {LORN} {TOWN} {LORN} town-council:Council",
        ),
        ("The Guild of Ferrymen of Lorn met; no Guild is older.", f"{GUILD} {LORN}"),
        ("They sold Lorn cloth at the Lorn Fair.", f"fair:Lorn_Fair {LORN}"),
    ],
)
def test_names_stand_in_names_and_short_ones_mean_what_was_mentioned(text: str, mentions: str, read) -> None:
    reading, _ = read(f"1\n{text}\n3\nAnd so on.\n")
    claims = reading.of(Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE_NAME, Kind.EVENT)
    found = [f"{c['ref']}:{reading.source.text[c.start : c.end].replace(' ', '_')}" for c in claims]
    assert found == mentions.split()


def test_a_short_name_means_nothing_that_was_mentioned_long_ago(read) -> None:
    far = "The Guild of Ferrymen of Lorn met.\n\nIt was long ago.\n\nIt is over.\n\nThe Guild of a town is old.\n"
    reading, findings = read(f"1\n{far}2\nAnd so on.\n", '[paragraphs]\nmarked-by = "blank-line"')
    assert [c["ref"] for c in reading.of(Kind.ORGANIZATION)] == ["guild"]
    assert [finding.code for finding in findings if finding.code == "A005"] == ["A005"]


def test_a_short_name_that_nothing_leads_to_is_told(read) -> None:
    _, findings = read("1\nThe Council met.\n3\nAnd so on.\n")
    (told,) = [finding for finding in findings if finding.code == "A005"]
    assert told.message == "“Council” may mean council, town-council, but none of them is mentioned just before"


def test_why_a_short_name_means_an_entry_is_stated(read) -> None:
    reading, _ = read("1\nThe Guild of Ferrymen of Lorn met. Its Council paid.\n3\nAnd so on.\n")
    (claim,) = [c for c in reading.of(Kind.ORGANIZATION) if c["ref"] == "council"]
    assert claim.evidence == ("“Council” after a mention of guild, to which council belongs",)
    assert claim.alternatives == ("town-council has the same short form",)
    assert claim.certainty < 1
