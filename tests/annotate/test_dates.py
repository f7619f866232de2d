"""Dates in running text, and their values."""

import pytest

from teiwright.annotate.dates import dates_in
from teiwright.language import load_language
from teiwright.model.claim import Kind

Case = dict[str, str]


def test_dates(case: Case) -> None:
    calendar = load_language("en").dates
    assert calendar
    text = case["text"]
    found = [
        f"{text[one.start : one.end]}={','.join(f'{name}:{value}' for name, value in one.value.items())}"
        for one in dates_in(text, calendar)
    ]
    assert found == [one for one in case["dates"].split("|") if one]


def test_a_date_over_a_page_is_one_date(read) -> None:
    reading, _ = read("1\nIt was built in April\n2\n1871 by Quill.\n3\nAnd so on.\n")
    assert [claim.get("when") for claim in reading.of(Kind.TIME)] == ["1871-04"]


@pytest.mark.parametrize(
    ("words", "note", "when"),
    [
        ("April this year", "It was first printed on 3 May 1872.", ["1872-04"]),
        ("3 April last year", "It was first printed on 3 May 1872.", ["1871-04-03"]),
        ("April 3 last year", "It was first printed on 3 May 1872.", ["1871-04-03"]),
        ("April this year", "It was first printed in the town.", []),
        ("April this year", "It was first printed in 1872.", []),
    ],
)
def test_this_year_is_that_of_the_day_in_the_note_to_the_head(words: str, note: str, when: list[str], read) -> None:
    contents = "CONTENTS\nTHE OLD QUAY 1\nTHE LAMP 3\n"
    text = f"1\nTHE OLD QUAY1\nIt was built in {words} by Quill.\n1 {note}\n2\nAnd so on.\n3\nTHE LAMP\nIt burned.\n"
    reading, _ = read(contents + text)
    body = [claim.get("when") for claim in reading.of(Kind.TIME) if not reading.at(Kind.NOTE, claim.start)]
    assert body == when


def test_a_language_without_a_calendar_has_no_dates() -> None:
    assert load_language("eo").dates is None
