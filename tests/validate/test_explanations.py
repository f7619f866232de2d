"""What a person is told whose document does not fit the grammar: what stands there, and what may."""

from __future__ import annotations

import pytest

from teiwright.validate import Report


@pytest.mark.parametrize(
    ("old", "new", "message", "help_"),
    [
        ("<body>", "<body><colour/>", "colour cannot stand here, in body", "what may stand here is div, lb, pb"),
        (
            '<persName ref="#rowe" cert="high">',
            '<persNam ref="#rowe">',
            "persNam cannot stand here, in p",
            "did you mean persName?",
        ),
        (
            'place="bottom"',
            'place="botom"',
            'note cannot have place="botom"',
            "did you mean bottom? the values are bottom, end",
        ),
        (
            'when="1866-05-03"',
            'when="1866-02-30"',
            'date cannot have when="1866-02-30"',
            "what is wanted is a date, a year or a part of it, or a time",
        ),
        ('<div xml:id="a1" n="1" type="chapter">', '<div xml:id="a1" n="1">', "div has no type", 'add type="…"'),
        ('<pb xml:id="pg-001" n="1"/>', '<pb n="1"/>', "pb has no xml:id", 'add xml:id="…"'),
        ('<pb xml:id="pg-001"', '<pb xml:id="pg-001" brek="no"', "pb cannot have the attribute brek", "did you mean break?"),
        ("<head><lb/>CONTENTS", "loose<head><lb/>CONTENTS", "words stand loose in div", "an element of their own"),
        ("<sic>aqnd</sic>", "", "corr cannot stand here, in choice", "sic"),
        (
            '<corr type="transcription" resp="#editors" cert="high">and</corr>',
            "",
            "choice is not complete",
            "it must go on with corr",
        ),
        ('xmlns="http://www.tei-c.org/ns/1.0"', "", "TEI cannot be the root of a document", "in the namespace of the TEI"),
    ],
)
def test_it_is_told_what_is_wrong_and_what_may_be(old: str, new: str, message: str, help_: str, book: str, check) -> None:
    text = book.replace(old, new, 1)
    if "persNam " in new:
        text = text.replace("</persName> of the", "</persNam> of the", 1)
    report: Report = check(text)
    (told,) = [finding for finding in report.findings if finding.code == "V002"]
    assert told.message == message
    assert help_ in told.help
