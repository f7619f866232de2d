"""Structure: heads, separators, contents, paragraphs and extracts, found in a few lines."""

import pytest

from teiwright.model.claim import Kind

Case = dict[str, str]
FILLER = "The stones of the old quay were set by hand, in two long rows of,"


def test_boundaries(case: Case, read) -> None:
    lines = [*[FILLER] * 8, case["line"], case["following"], *[FILLER] * 4]
    note = "1 See A.\n" if case["line"].endswith("1") else ""
    reading, _ = read(
        "1\n" + "\n".join(lines) + f"\n{note}2\nSo it was.\n", '[paragraphs]\nmarked-by = "measure"', "structure"
    )
    start = reading.source.lines[10].start
    found = [claim for claim in reading.of(Kind.BOUNDARY) if claim.end == start]
    verdicts = [claim["verdict"] for claim in found]
    assert verdicts == [case["verdict"]] if case["verdict"] != "-" else "break" not in verdicts
    assert not case["cue"] or case["cue"] in " ".join(found[0].evidence)


def test_block_quotations(case: Case, read) -> None:
    lines = [*[FILLER] * 8, case["announcement"], case["extract"], *[FILLER] * 6]
    reading, _ = read("1\n" + "\n".join(lines) + "\n2\nSo it was.\n", until="structure")
    found = reading.of(Kind.BLOCK_QUOTATION)
    assert [reading.source.text[c.start : c.end] for c in found] == [case["extract"]] * bool(case["cue"])
    assert not case["cue"] or case["cue"] in " ".join(found[0].evidence)


def test_separators(case: Case, read) -> None:
    reading, _ = read(f"1\nThe lamp.\n{case['line']}\nThe mole.\n2\nSo it was.\n", until="structure")
    found = [reading.source.text[c.start : c.end] for c in reading.of(Kind.SEPARATOR)]
    assert found == [case["line"]] * (case["separator"] == "yes")


def test_chapter_heads(case: Case, read) -> None:
    reading, _ = read(case["source"] + "\n", until="structure")
    found = [reading.source.text[c.start : c.end] for c in reading.of(Kind.HEAD)]
    assert "|".join(found) == case["heads"]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        (["It was built by:", "(1) the town;", "(2) the owners."], "1 2"),
        (["It was built by:", "(a) the town;", "(b) the owners;", "(c) others."], "a b c"),
        (["It was built by:", "1. the town;", "2. the owners."], "1 2"),
        (["It was built by:", "(1) the town alone."], ""),
        (["It was built by:", "(2) the town;", "(3) the owners."], ""),
        (["It was built by:", "(1) the town;", "(3) the owners."], ""),
    ],
)
def test_blocks_that_count_up_from_one_are_a_list(lines: list[str], items: str, read) -> None:
    reading, _ = read(
        "1\n" + "\n\n".join(lines) + "\n2\nSo it was.\n", '[paragraphs]\nmarked-by = "blank-line"', "structure"
    )
    assert " ".join(claim["n"] for claim in reading.of(Kind.ITEM)) == items
    assert len(reading.of(Kind.LIST)) == bool(items)


@pytest.mark.parametrize("indent", ["  ", "    ", "\t", "\u3000"])
def test_indents_mark_paragraphs(indent: str, read) -> None:
    block = f"{indent}The lamp was lit at dusk by hand\nand it was put out at dawn, and so\nit went on.\n"
    reading, _ = read("1\n" + block * 4 + "2\n" + block * 4, until="structure")
    assert len(reading.of(Kind.PARAGRAPH)) == 8


def test_a_blank_line_at_a_page_end_does_not_end_a_sentence(read) -> None:
    source = "1\nOne.\n\nThe lamp was\n\n2\n\nput out at dawn.\n\nTwo.\n"
    reading, _ = read(source, '[paragraphs]\nmarked-by = "blank-line"', "structure")
    texts = [reading.view(c.start, c.end).text for c in reading.of(Kind.PARAGRAPH)]
    assert texts == ["One.", "The lamp was put out at dawn.", "Two."]


@pytest.mark.parametrize(
    ("line", "page"),
    [("THE OLD QUAY 1", "1"), ("THE OLD QUAY . . . . 1", "1"), ("THE OLD QUAY ........ 1", "1"), ("THE OLD QUAY … 1", "1")],
)
def test_an_entry_of_the_contents_ends_with_a_page(line: str, page: str, read) -> None:
    reading, findings = read(f"C O N T E N T S\n{line}\n\n1\nTHE OLD QUAY\nIt is here.\n2\nSo it was.\n", until="structure")
    (entry,) = reading.of(Kind.ENTRY)
    assert entry["page"] == page
    assert reading.source.text[entry.start : int(entry["title-end"])] == "THE OLD QUAY"
    assert not [finding for finding in findings if finding.code == "S001"]


def test_an_entry_may_run_over_lines(read) -> None:
    reading, _ = read(
        "Contents\nTHE OLD\nQUAY 1\nTHE MOLE 2\n\n1\nTHE OLD QUAY\nIt is.\n2\nTHE MOLE\nIt was.\n", until="structure"
    )
    assert [claim["n"] for claim in reading.of(Kind.DIVISION) if claim["type"] == "chapter"] == ["1", "2"]


def test_contents_name_a_head_that_is_not_there(read) -> None:
    _, findings = read("Contents\nTHE MOLE 1\n\n1\nTHE OLD QUAY\nIt is here.\n2\nSo it was.\n", until="structure")
    assert [finding.code for finding in findings if finding.code == "S001"] == ["S001"]


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("THE LAMP\nNORTH QUAY PRESS\nWESTHAVEN 1911", "title publisher publication-place publication-date"),
        ("THE LAMP\nNORTH QUAY PRESS\n1911", "title publisher publication-date"),
        ("The lamp was lit\nat dusk", "paragraph"),
        ("THE LAMP", "paragraph"),
    ],
)
def test_a_page_in_capitals_that_names_a_publisher_is_a_title_page(page: str, kinds: str, read) -> None:
    reading, _ = read(f"{page}\n\n1\nThe lamp.\n2\nSo it was.\n", until="structure")
    wanted = (Kind.TITLE, Kind.PUBLISHER, Kind.PLACE, Kind.DATE, Kind.PARAGRAPH)
    front = reading.of(Kind.PAGE)[0]
    assert " ".join(claim.kind for claim in reading.of(*wanted) if front.covers(claim)) == kinds
