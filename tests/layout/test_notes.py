"""Notes: what is a call and what only looks like one, what opens a note, and how they pair."""

import re

import pytest

from teiwright.model.claim import Kind

Case = dict[str, str]
BRACKETS = '[notes]\ncall = "[{n}]"\nlabel = "[{n}] "'


def calls(findings) -> str:
    """The numbers of the calls that no note answers, on a page without notes."""
    return " ".join(re.findall(r"\d+", " ".join(f.message for f in findings if f.code == "L005")))


def test_note_calls(case: Case, read) -> None:
    _, findings = read(f"1\n{case['text']} and so on.\n2\nSo it was.\n", until="layout")
    assert calls(findings) == case["calls"]


def test_bracketed_note_calls(case: Case, read) -> None:
    _, findings = read(f"1\n{case['text']} and so on.\n2\nSo it was.\n", BRACKETS, until="layout")
    assert calls(findings) == case["calls"]


@pytest.mark.parametrize(
    ("page", "notes"),
    [
        ("The lamp.1\n1 See A.", ["1:See A."]),
        ("The lamp.1 The mole.2\n1 See A,\nand B.\n2 See C.", ["1:See A, and B.", "2:See C."]),
        ("The lamp.1\n1 The years were\n2 in all.", ["1:The years were 2 in all."]),
        ("The lamp.1\n1 See A.\n3 Ships came.", ["1:See A. 3 Ships came."]),
        ("It came in\n1702 and went.", []),
        ("The lamp.1\n1  See A.", ["1:See A."]),
    ],
)
def test_a_note_area_opens_with_the_label_that_is_due(page: str, notes: list[str], read) -> None:
    reading, _ = read(f"1\n{page}\n2\nSo it was.\n", until="layout")
    assert [f"{n['n']}:{reading.note_view(n).text.strip()}" for n in reading.of(Kind.NOTE)] == notes


def test_labels_may_count_on_over_the_pages(read) -> None:
    reading, findings = read("1\nThe lamp.1\n1 See A.\n2\nThe mole.2\n2 See B.\n3\nThe end.\n", until="layout")
    assert [note["n"] for note in reading.of(Kind.NOTE)] == ["1", "2"]
    assert not findings


@pytest.mark.parametrize(
    ("page", "code"),
    [("The lamp.\n1 See A.", "L004"), ("The lamp.1\nSo it was.", "L005"), ("The lamp.1 A mole.1\n1 See A.", "L006")],
)
def test_what_does_not_pair_is_reported(page: str, code: str, read) -> None:
    _, findings = read(f"1\n{page}\n2\nSo it was.\n", until="layout")
    assert [finding.code for finding in findings] == [code]


def test_a_call_behind_a_year_is_found_when_its_note_is_there(read) -> None:
    reading, findings = read("1\nIt ended in 1917.1 So it was.\n1 See A.\n2\nThe end.\n", until="layout")
    assert not findings
    assert [call["n"] for call in reading.of(Kind.NOTE_CALL)] == ["1"]


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("It cost £20.1\n1 See A.", ""),
        ("It cost £20.1 The rest was paid.\n1 See A.", ""),
        ("It was built.[1] There were two:\n[1] the town, and\n[1] See A.", BRACKETS),
    ],
)
def test_what_only_looks_like_a_figure_or_a_number_is_a_call_where_a_note_is_due(text: str, profile: str, read) -> None:
    reading, findings = read(f"1\n{text}\n2\nSo it was.\n", profile, until="layout")
    assert not findings
    assert [call["n"] for call in reading.of(Kind.NOTE_CALL)] == ["1"]


@pytest.mark.parametrize("text", ["a share of 2.1 in all", "a share of 2.1 per cent"])
def test_a_decimal_is_no_call(text: str, read) -> None:
    _, findings = read(f"1\nThe lamp was lit by {text}.\n1 See A.\n2\nSo it was.\n", until="layout")
    assert [finding.code for finding in findings] == ["L004"]
