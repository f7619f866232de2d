"""Slips: each rule on strings, with the tempting wrong cases. The cases are in `cases/`."""

import pytest

from teiwright.annotate.hyphens import lost_hyphens
from teiwright.annotate.slips import RULES
from teiwright.language import load_language
from teiwright.model.claim import Kind
from teiwright.model.lexicon import Lexicon

Case = dict[str, str]
ENGLISH = load_language("en")
BY_NAME = {rule.__name__: rule for rule in RULES}


def check(rule: str, case: Case) -> None:
    """Compare what a rule finds in a text, where the book has some more words, with what the case says."""
    text = case["text"]
    lexicon = Lexicon.of(f"{text} . {case.get('book', '')}", "en")
    found = [(text[slip.start : slip.end], slip.reading) for slip in BY_NAME[rule](text, lexicon, ENGLISH)]
    assert found == ([(case["slip"], case["reads"])] if case["slip"] else [])


def test_stray_hyphen(case: Case) -> None:
    check("stray_hyphen", case)


def test_glued_words(case: Case) -> None:
    check("glued_words", case)


def test_stray_sign(case: Case) -> None:
    check("stray_sign", case)


def test_stray_stop(case: Case) -> None:
    check("stray_stop", case)


def test_stray_apostrophe(case: Case) -> None:
    check("stray_apostrophe", case)


def test_stray_comma(case: Case) -> None:
    check("stray_comma", case)


def test_missing_stop(case: Case) -> None:
    check("missing_stop", case)


def test_extra_letter(case: Case) -> None:
    check("extra_letter", case)


def test_near_duplicate(case: Case) -> None:
    check("near_duplicate", case)


def test_lost_hyphens(case: Case, read) -> None:
    reading, _ = read(case["lines"], until="layout")
    found = [
        (reading.source.text[f.start : f.end], f.reads) for f in lost_hyphens(reading, Lexicon.of(reading.repaired, "en"))
    ]
    assert found == ([(case["word"], case["reads"])] if case["word"] else [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_cases(rule, request: pytest.FixtureRequest) -> None:
    file = request.path.parent / "cases" / f"{rule.__name__.replace('_', '-')}.tsv"
    rows = [row.split("\t") for row in file.read_text("utf-8").splitlines()[1:]]
    assert any(len(row) > 1 and row[1] for row in rows)
    assert any(len(row) == 1 or not row[1] for row in rows)


NOTES = "1\nThe lamp.1 The mole.2 The town.3 The quay.4\n1 See A.\n2 See B.\n3 See C.\n"


@pytest.mark.parametrize(
    ("last", "slip"),
    [
        ("4 Day Book, 1745, p. 9.", None),
        ("4 Day Book, 1745 p. 9.", ("1745", "1745,")),
        ("4 Day Book, 1745 pp. 9–11.", ("1745", "1745,")),
        ("4 Day Book, 1745 passim.", None),
        ("4 Day Book, p. 9", ("9", "9.")),
        ("4 So it is!", None),
    ],
)
def test_what_only_notes_show(last: str, slip: tuple[str, str] | None, read) -> None:
    reading, _ = read(NOTES + last + "\n2\nAnd so on.\n")
    text = reading.source.text
    found = [(text[c.start : c.end], c.reads) for c in reading.of(Kind.EMENDATION)]
    assert found == ([slip] if slip else [])


def test_a_word_twice_is_reported_and_changes_nothing(read) -> None:
    reading, findings = read("1\nThe lamp of the the mole.\n2\nIt had had its day, in the end.\n")
    assert [finding.line for finding in findings if finding.code == "A004"] == [2, 4]
    assert not reading.of(Kind.EMENDATION)
