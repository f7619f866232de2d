"""Persons: names in running text, with what stands before and around them."""

import re

from teiwright.model.claim import Kind

Case = dict[str, str]


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
