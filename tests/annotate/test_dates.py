"""Dates in running text, and their values."""

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


def test_a_language_without_a_calendar_has_no_dates() -> None:
    assert load_language("eo").dates is None
