"""Quotations: pairs of marks, and the cues that tell their kinds."""

import pytest

from teiwright.model.claim import Kind

Case = dict[str, str]


def test_quotation_kinds(case: Case, read) -> None:
    reading, _ = read(f"1\n{case['text']}\n2\nAnd so on.\n")
    assert [claim["tag"] for claim in reading.of(Kind.QUOTATION)] == case["tags"].split()


def test_a_note_call_behind_the_marks_makes_a_quotation(read) -> None:
    reading, _ = read("1\nIt was a “lamp”1 then.\n1 See p. 3.\n2\nAnd so on.\n")
    assert [claim["tag"] for claim in reading.of(Kind.QUOTATION)] == ["quote"]


def test_a_head_of_the_book_in_marks_is_a_title(read) -> None:
    reading, _ = read("1\nTHE OLD QUAY\nIt is here.\n2\nAs said in “The Old Quay” above.\n")
    assert [claim["tag"] for claim in reading.of(Kind.QUOTATION)] == ["title"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("He saw “the lamp” there.", []),
        ("He saw “the “old” lamp” there.", []),
        ("He saw “the lamp there.", ["A001"]),
        ("He saw the lamp” there.", ["A002"]),
        ("He saw ”the lamp“ there.", ["A002", "A001"]),
    ],
)
def test_marks_are_balanced(text: str, codes: list[str], read) -> None:
    _, findings = read(f"1\n{text}\n2\nAnd so on.\n")
    assert sorted(f.code for f in findings if f.code.startswith("A00")) == sorted(codes)


def test_a_quotation_goes_on_in_a_paragraph_that_begins_with_a_mark(read) -> None:
    source = "1\nShe wrote: “The lamp was lit.\n\n“It burned all night.”\n\nSo it was.\n2\nAnd so on.\n"
    reading, findings = read(source, '[paragraphs]\nmarked-by = "blank-line"')
    assert not [finding for finding in findings if finding.code in {"A001", "A002"}]
    assert len(reading.of(Kind.QUOTATION)) == 2


@pytest.mark.parametrize(
    ("text", "chained"),
    [
        ("“We shall build,” said Marr, “in the water.”", True),
        ("“We shall build,” said Marr. “In the water.”", False),
        ("“We shall build,” and then the town, “in the water,” did.", False),
        ("a “lamp” and a “mole” of brick", False),
    ],
)
def test_an_interrupted_quotation_is_chained(text: str, chained: bool, read) -> None:
    first, second = read(f"1\n{text}\n2\nAnd so on.\n")[0].of(Kind.QUOTATION)
    assert (bool(first.get("next")), bool(second.get("prev"))) == (chained, chained)


def test_marks_of_two_signs_are_stripped_whole(read) -> None:
    profile = '[quotations]\nopen = "``"\nclose = "\'\'"'
    reading, _ = read("1\nTHE OLD QUAY\nIt is here.\n2\nAs said in ``The Old Quay'' above.\n", profile)
    assert [claim["tag"] for claim in reading.of(Kind.QUOTATION)] == ["title"]
