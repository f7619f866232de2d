"""The work list: names that no entry explains."""

from teiwright.language import load_language
from teiwright.model.edition import Edition
from teiwright.model.profile import Profile
from teiwright.unexplained import unexplained


def listed(text: str, read) -> list[list[str]]:
    reading, _ = read(f"1\n{text}\n2\nAnd so on.\n")
    edition = Edition("book", Profile(), load_language("en"))
    return [row.split("\t") for row in unexplained(reading, edition).decode().splitlines()[1:]]


def test_names_are_listed_with_their_number_first_page_and_context(read) -> None:
    rows = listed("They met Aldous Brook at the quay, and then Aldous Brook left for Tarn.", read)
    assert [row[:3] for row in rows] == [["Aldous Brook", "2", "1"], ["Tarn", "1", "1"]]
    assert "met Aldous Brook at the quay" in rows[0][3]


def test_what_an_entry_explains_or_only_opens_a_sentence_is_not_listed(read) -> None:
    assert listed("The lamp of Lorn was lit by Marr in April 1871. Nobody saw it.", read) == []


def test_a_name_ends_where_the_sentence_does(read) -> None:
    assert [row[0] for row in listed("They came to Tarn. Brook was there, and J. Brook too.", read)] == ["J. Brook", "Tarn"]
