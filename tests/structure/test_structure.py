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


EXTRACT = "No stone was laid in all those years without a quarrel that"


@pytest.mark.parametrize(
    ("ending", "after", "end"),
    [
        ("went on for days and nights, and no lamp was lit there. Not", "one.(1)\nIt was so.", "one.(1)"),
        ("went on for days. He said “it was. It is a lamp in the end.", "It was.”\nIt was so.", "It was.”"),
    ],
    ids=["a call in brackets of any form", "not inside a quotation"],
)
def test_where_an_extract_ends(ending: str, after: str, end: str, read) -> None:
    lines = [*[FILLER] * 8, "Marr wrote in her book:", EXTRACT, ending, after, *[FILLER] * 6, "(1) See A."]
    profile = '[notes]\ncall = "({n})"\nlabel = "({n}) "'
    reading, _ = read("1\n" + "\n".join(lines) + "\n2\nSo it was.\n", profile, "structure")
    (found,) = reading.of(Kind.BLOCK_QUOTATION)
    assert reading.source.text[found.start : found.end].endswith(end)


@pytest.mark.parametrize(("marking", "mark"), [("indent", "    "), ("blank-line", "\n")])
def test_an_extract_does_not_go_on_where_the_source_marks_a_paragraph(marking: str, mark: str, read) -> None:
    full = "went on for days and nights, and not one lamp was lit there at all."
    lines = [
        *[FILLER] * 8,
        "Marr wrote in her book:",
        EXTRACT,
        full,
        mark + "The harbour was old. The mole was",
        "new then.",
    ]
    reading, _ = read(
        "1\n" + "\n".join([*lines, *[FILLER] * 6]) + "\n2\nSo it was.\n",
        f'[paragraphs]\nmarked-by = "{marking}"',
        "structure",
    )
    (found,) = reading.of(Kind.BLOCK_QUOTATION)
    assert reading.source.text[found.start : found.end] == f"{EXTRACT}\n{full}"


def test_a_paragraph_seldom_ends_inside_a_quotation(read) -> None:
    line = "and Marr wrote to the town: “I paid for it with a toll on the salt."
    lines = [*[FILLER] * 8, line, "The harbour was then closed for nine whole years, and that is all.”", *[FILLER] * 4]
    reading, _ = read("1\n" + "\n".join(lines) + "\n2\nSo it was.\n", '[paragraphs]\nmarked-by = "measure"', "structure")
    found = next(c for c in reading.of(Kind.BOUNDARY) if c.end == reading.source.lines[10].start)
    assert found["verdict"] == "none"
    assert "a quotation in marks is open (-3.0)" in found.evidence


@pytest.mark.parametrize(
    ("last", "first", "blocks"),
    [("it is gone.", "The lamp was", 2), ("and the town has paid for it all, for ever.", "He was", 1)],
)
def test_the_measure_tells_at_page_ends_where_blank_lines_mark_paragraphs(last: str, first: str, blocks: int, read) -> None:
    line = "The old lamp was lit by hand at the end of it,"
    source = (
        f"1\n{line}\n{line}\n{line}\n{last}\n\n2\n\n{first} put out at dawn, as it had been before it,\n{line}\n{line}\n"
    )
    reading, _ = read(source, '[paragraphs]\nmarked-by = "blank-line"', "structure")
    assert len(reading.of(Kind.PARAGRAPH)) == blocks
