"""Measuring: a perfect edition scores 1, and each fault lowers the figure that is about it, and no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.cli import main
from teiwright.measuring.facts import facts
from teiwright.measuring.scores import Reading, Score, measure, read

SORTS = {"persons": "persons", "organizations": "orgs", "places": "places", "events": "events", "dates": "dates"}
KINDS = {
    "quote": "quotation",
    "said": "quotation",
    "soCalled": "scare",
    "mentioned": "term",
    "title": "title",
    "q": "unknown",
}


def reading_of(root: etree._Element, pages: set[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the reading that an edition agrees with in everything, for some of its pages."""
    found = facts(root)
    own = {sort: [fact for fact in some if fact.page in pages] for sort, some in found.of.items()}
    rows: dict[str, list[dict[str, Any]]] = {"pages": [{"n": n} for n in sorted(pages)]}
    for sort, name in SORTS.items():
        rows[name] = [{"page": fact.page, "mention": fact.words} for fact in own.get(sort, ())]
    rows["works"] = [{"page": fact.page, "mention": fact.words, "kind": "title"} for fact in own.get("works", ())]
    rows["notes"] = [
        {"page": note.page, "text": note.words, "anchor_page": call.page, "anchor_before": call.words}
        for note, call in zip(own.get("notes", ()), own.get("calls", ()), strict=True)
    ]
    blocks = [("p", fact) for fact in own["paragraphs"]] + [("blockquote", fact) for fact in own["block quotations"]]
    rows["blocks"] = [
        {"type": kind, "page_start": fact.page, "text": fact.words, "continues_paragraph": False} for kind, fact in blocks
    ]
    rows["quotes"] = [
        {"page": fact.page, "text": fact.words, "form": "inline", "kind": KINDS[fact.more]} for fact in own["quotations"]
    ]
    rows["corrections"] = [
        {"page": fact.page, "sic": fact.words, "corr": fact.words, "context": fact.words, "certainty": "medium"}
        for fact in own.get("slips", ())
    ]
    return rows


@pytest.fixture(scope="module")
def edition(root: Path) -> bytes:
    return (root / "tei" / "hedp" / "hedp.xml").read_bytes()


@pytest.fixture(scope="module")
def perfect(edition: bytes) -> Reading:
    return reading_of(etree.fromstring(edition), {str(n) for n in range(1, 65)})


def by_sort(tei: bytes, reading: Reading) -> dict[str, Score]:
    return {score.sort: score for score in measure(etree.fromstring(tei), reading)}


def test_an_edition_agrees_with_the_reading_that_was_made_of_it(edition: bytes, perfect: Reading) -> None:
    for score in by_sort(edition, perfect).values():
        assert (score.precision, score.recall, score.f1) == (1, 1, 1), str(score)
    assert by_sort(edition, perfect)["persons"].found > 100


@pytest.mark.parametrize(
    ("old", "new", "lowered"),
    [
        ('<persName ref="#cromwell">Cromwell</persName>', "Cromwell", {"persons"}),
        ('<placeName ref="#netherlands">Netherlands</placeName>', "Netherlands", {"places"}),
        ('<date when="1688">1688</date>', "1688", {"dates"}),
        ('<pb xml:id="pg-009" n="9"', '<pb xml:id="pg-009" n="90"', {"pages"}),
        ("“liberalize,”</quote>", "“liberalize,”</soCalled>", {"kinds"}),
        ("“liberalize,”", "“liberalise,”", {"quotations"}),
    ],
)
def test_a_fault_lowers_the_figure_that_is_about_it(
    old: str, new: str, lowered: set[str], edition: bytes, perfect: Reading
) -> None:
    text = edition.decode()
    if lowered == {"kinds"}:
        start = text.rindex("<quote", 0, text.index(old))
        text = text[:start] + text[start:].replace("<quote", "<soCalled", 1)
    assert old in text
    scores = by_sort(text.replace(old, new, 1).encode(), perfect)
    assert lowered <= {sort for sort, score in scores.items() if score.f1 < 1}
    if lowered != {"pages"}:  # what stands on a page with another number is all on the wrong page
        assert {sort for sort, score in scores.items() if score.f1 < 1} <= lowered | {"quotations"}


def test_what_is_invented_lowers_precision_alone(edition: bytes, perfect: Reading) -> None:
    less = {**perfect, "persons": perfect["persons"][1:]}
    score = by_sort(edition, less)["persons"]
    assert score.recall == 1
    assert score.precision < 1
    assert len(score.invented) == 1


def test_what_the_reading_doubts_counts_only_for_the_edition(edition: bytes, perfect: Reading) -> None:
    first, *rest = perfect["persons"]
    doubtful = {**perfect, "persons": [{**first, "confidence": "medium"}, *rest]}
    assert by_sort(edition, doubtful)["persons"].f1 == 1
    other = {**perfect, "persons": [*perfect["persons"], {"page": "3", "mention": "Nobody", "confidence": "low"}]}
    assert by_sort(edition, other)["persons"].f1 == 1
    sure = {**perfect, "persons": [*perfect["persons"], {"page": "3", "mention": "Nobody"}]}
    assert by_sort(edition, sure)["persons"].recall < 1


def test_a_slip_counts_when_the_corrected_words_stand_there(edition: bytes, perfect: Reading) -> None:
    right = {"page": 15, "sic": "1936 when", "corr": "1936—when", "context": "to 1936 when some", "certainty": "high"}
    scores = by_sort(edition, {**perfect, "corrections": [*perfect["corrections"], right]})
    assert scores["slips"].recall == 1
    wrong = {**right, "corr": "1936, when"}
    assert by_sort(edition, {**perfect, "corrections": [*perfect["corrections"], wrong]})["slips"].recall < 1


def test_the_command_line_prints_figures_misses_and_inventions(
    root: Path, tmp_path: Path, perfect: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = {**perfect, "persons": [*perfect["persons"][1:], {"page": "3", "mention": "Nobody"}]}
    for name, some in rows.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in some), "utf-8")
    assert main(["measure", str(tmp_path), str(root / "tei" / "hedp")]) == 0
    said = capsys.readouterr().out
    assert "missed    p. 3: Nobody" in said
    assert "invented  p. " in said
    assert main(["measure", "--json", "--undecided", str(tmp_path), str(root / "tei" / "hedp")]) == 0
    told = {score["sort"]: score for score in json.loads(capsys.readouterr().out)}
    assert told["notes"]["f1"] == 1
    assert read({"pages": b'{"n": 1}\n'}) == {"pages": [{"n": 1}]}


def test_a_folder_without_pages_is_no_reading(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", str(tmp_path), str(root / "tei" / "hedp")]) == 3
    assert "W001 there is no pages.jsonl" in capsys.readouterr().err


def test_a_mention_begins_behind_its_form_of_address() -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><pb n="1"/><p>It was <persName ref="#marr"><roleName>Cap'
        '<pc force="weak">-</pc><pb n="2" break="no"/><lb break="no"/>tain</roleName> Ada Marr</persName>.</p></body></text>'
        "</TEI>"
    )
    (mention,) = facts(etree.fromstring(text)).of["persons"]
    assert (mention.page, mention.words, mention.more) == ("2", "Ada Marr", "marr")
