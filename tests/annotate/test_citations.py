"""Citations in notes: their fields, and the works that they mean."""

import pytest

from teiwright.annotate.citations import citations_in
from teiwright.language import load_language
from teiwright.model.claim import Kind

Case = dict[str, str]


def test_citations(case: Case) -> None:
    citing = load_language("en").citing
    assert citing
    text = case["text"]
    found = [
        " | ".join(f"{field.unit or field.name}={text[field.start : field.end]}" for field in fields)
        for fields in citations_in(text, citing)
    ]
    assert found == [one for one in case["fields"].split(" || ") if one]


NOTES = """1
The quay.1 The mole.2 The lamp.3 The boat.4
1 A. Marr, Papers, Vol. I, Lorn, 1860, p. 4.
2 Ibid., p. 5.
3 Tobias Quill, Papers, p. 6.
4 A. Marr, op. cit., pp. 27-8.
2
And so on.
"""


def test_the_work_is_that_of_the_title_and_of_what_was_cited_before(read) -> None:
    reading, findings = read(NOTES)
    assert [c["ref"] for c in reading.of(Kind.CITATION)] == ["letters", "letters", "quill-papers", "letters"]
    assert not [finding for finding in findings if finding.code == "A006"]
    text = reading.source.text
    assert [text[c.start : c.end] for c in reading.of(Kind.CITATION)][1:] == [
        "Ibid., p. 5.",
        "Tobias Quill, Papers, p. 6.",
        "A. Marr, op. cit., pp. 27-8.",
    ]


def test_a_shortened_page_is_made_whole(read) -> None:
    pages = [c for c in read(NOTES)[0].of(Kind.CITED) if c.get("unit") == "page"]
    assert (pages[-1]["first"], pages[-1]["last"]) == ("27", "28")


@pytest.mark.parametrize("words", ["Ibid., p. 5.", "A. Marr, op. cit., p. 5."])
def test_a_citation_of_nothing_is_told_and_kept_as_printed(words: str, read) -> None:
    reading, findings = read(f"1\nThe quay.1\n1 {words}\n2\nAnd so on.\n")
    (citation,) = reading.of(Kind.CITATION)
    assert not citation.get("ref")
    assert [finding.code for finding in findings if finding.code == "A006"] == ["A006"]


def test_a_short_title_means_nothing_without_its_author(read) -> None:
    reading, _ = read("1\nThe quay.1\n1 Papers, Vol. II, p. 9.\n2\nAnd so on.\n")
    (citation,) = reading.of(Kind.CITATION)
    assert not citation.get("ref")
