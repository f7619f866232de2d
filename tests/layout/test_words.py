"""Word division: which line and page ends divide a word, and which hyphens are the word's own."""

from teiwright.model.claim import Kind
from teiwright.model.reading import FLOW

Case = dict[str, str]
READS = {"space": " ", "soft": "", "hard": "-", "lost": "", "solid": "", "dash": "—"}


def test_word_division(case: Case, read) -> None:
    between = "\n2\n" if case["at"] == "page" else "\n"
    reading, _ = read(f"1\n{case['left']}{between}{case['right']}\n\n{case['book']}.\n3\nSo it was.\n", until="layout")
    gap = reading.of(Kind.LINE_BREAK)[0]
    assert gap["join"] == case["how"]
    assert gap.evidence
    left, right = case["left"], case["right"]
    join = " " if gap["join"] == "space" else ""
    whole = (left.removesuffix("-") if gap["join"] == "soft" else left) + join + right
    assert reading.view(2, None, FLOW).text.startswith(whole)


def test_a_word_divided_in_a_note_is_whole(read) -> None:
    reading, _ = read("1\nThe harbour.1\n1 See the har-\nbour book.\n2\nSo it was.\n", until="layout")
    assert reading.note_view(reading.of(Kind.NOTE)[0]).text == "See the harbour book."


def test_halves_that_stand_only_at_page_ends_are_no_words(read) -> None:
    """A word cut at two page ends: its halves are found twice, but nowhere else."""
    pages = "1\nit was the old pre\n2\nferred way and the pre\n3\nferred law\n4\nSo it was.\n"
    reading, _ = read(pages, until="layout")
    assert [gap["join"] for gap in reading.of(Kind.LINE_BREAK)][:2] == ["solid", "solid"]
