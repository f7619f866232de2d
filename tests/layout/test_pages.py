"""Pages: which lone numbers are page numbers, and where pages begin and end."""

import pytest

from teiwright.model.claim import Kind

Case = dict[str, str]


def test_page_numbers(case: Case, read) -> None:
    profile = "[pages]\n" + case["profile"]
    reading, _ = read(case["lines"] + "\n", profile, until="layout")
    numbers = [reading.source.text[c.start : c.end] for c in reading.of(Kind.PAGE_NUMBER)]
    assert numbers == (case["numbers"].split("|") if "|" in case["numbers"] else case["numbers"].split())


@pytest.mark.parametrize(
    ("source", "profile", "pages"),
    [
        ("1\nA.\n2\nB.\n", "", {"1": "A.", "2": "B."}),
        ("A.\n1\nB.\n2\n", 'place = "bottom"', {"1": "A.", "2": "B."}),
        ("A.\n\n1\n\nB.\n\n2\n", 'place = "bottom"', {"1": "A.", "2": "B."}),
        ("T\n\n1\nA.\n2\nB.\n\n\nC.\n", "", {"[i]": "T", "1": "A.", "2": "B.", "[3]": "C."}),
        ("T\n\nU\n\nA.\n1\nB.\n2\n", 'place = "bottom"', {"[i]": "T", "[ii]": "U", "1": "A.", "2": "B."}),
        ("THE LAMP\n\nA.\n\n1\nB.\n\n2\n", 'place = "bottom"', {"1": "THE LAMP A.", "2": "B."}),
        ("T\n\n\nTHE LAMP\n\nA.\n1\nB.\n\nC.\n2\n", 'place = "bottom"', {"[i]": "T", "1": "THE LAMP A.", "2": "B. C."}),
        ("\n\nA b.\n\nC d.\n", "", {"[1]": "A b. C d."}),
        ("T\n\fU\n\f1\nA.\n\f2\nB.\n", "", {"[i]": "T", "[ii]": "U", "1": "A.", "2": "B."}),
    ],
    ids=[
        "top",
        "foot",
        "foot, after a blank line",
        "front and back",
        "front, foot",
        "head, foot",
        "front, head, foot",
        "no numbers",
        "form feeds",
    ],
)
def test_pages_hold_what_is_printed_on_them(source: str, profile: str, pages: dict[str, str], read) -> None:
    reading, _ = read(source, f"[pages]\n{profile}", until="layout")
    found = {page["n"]: reading.view(page.start, page.end).text.strip() for page in reading.of(Kind.PAGE)}
    assert found == pages


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("1\nA.\n3\nB.\n4\nC.\n", ["L001"]),
        ("1\nA.\n1\nB.\n2\nC.\n", ["L002"]),
        ("A b.\nC d.\n", ["L003"]),
        ("1\nA.\n2\nB.\n", []),
    ],
)
def test_what_is_wrong_with_the_numbers_is_reported(source: str, codes: list[str], read) -> None:
    _, findings = read(source, until="layout")
    assert [finding.code for finding in findings] == codes


def test_a_number_that_the_print_lacks_is_no_fault(read) -> None:
    _, findings = read("1\nA.\n3\nB.\n4\nC.\n", '[pages]\nskipped = ["2"]', until="layout")
    assert not findings


def test_more_than_forty_unnumbered_pages_have_roman_numbers(read) -> None:
    source = "".join(f"Page {'x' * n} of the front.\n\n" for n in range(1, 50)) + "1\nA.\n2\nB.\n"
    reading, _ = read(source, until="layout")
    numbers = [page["n"] for page in reading.of(Kind.PAGE)]
    assert (numbers[38], numbers[39], numbers[48]) == ("[xxxix]", "[xl]", "[xlix]")


def test_unnumbered_and_roman_pages_are_told_apart(read) -> None:
    reading, _ = read("T\n\ni\nA.\nii\nB.\n1\nC.\n2\nD.\n", until="layout")
    numbers = [page["n"].strip("[]") for page in reading.of(Kind.PAGE)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("1\nBOOK\nA.\n2\nBOOK\nB.\n", "top"),
        ("BOOK\nA.\n1\nBOOK\nB.\n2\n", "bottom"),
        ("A.\nBOOK\n1\nB.\nBOOK\n2\n", "bottom"),
    ],
)
def test_running_heads_are_no_text(source: str, place: str, read) -> None:
    reading, _ = read(source, f'[pages]\nplace = "{place}"\nrunning-heads = ["BOOK"]', until="layout")
    assert [reading.ink(line) for line in reading.body_lines()] == ["A.", "B."]


@pytest.mark.parametrize("number", ["— {n} —", "\x97 {n} \x97"])
def test_a_page_number_may_be_stated_as_printed_or_as_it_stands_in_the_file(number: str, read) -> None:
    source = "\x97 1 \x97\nThe lamp\x97the old one\x97and the mole.\n\x97 2 \x97\nSo it was.\n"
    damage = '[damage]\nsigns = { "\\u0097" = "—" }'
    stated = number.replace("\x97", "\\u0097")
    reading, _ = read(source, f'[pages]\nnumber = "{stated}"\n{damage}', until="layout")
    assert [page["n"] for page in reading.of(Kind.PAGE)] == ["1", "2"]
