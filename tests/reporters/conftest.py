"""What the tests of the reporters share: a report with everything in it that a reporter must know how to tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from teiwright.findings import Finding
from teiwright.validate.report import Report
from teiwright.validate.waivers import Waiver

HERE = Path(__file__).resolve().parent

PLAIN = "letters/1911.xml"
STRANGE = "letters/1912 (copy), 50% :x.xml"
WICKED = "::error::<b>\n\x1b[2Jx.xml"

QUOTED = '        <p xml:id="a1-p08">He asked <quote xml:id="a1-p08-q1">who is there,</quote> and nobody said a word.</p>'
LONG = "<p>" + "So it went on and on. " * 12 + '<ref target="#nobody">here</ref>' + " And on and on it went." * 12 + "</p>"
WIDE = "<p>東京 e\u0301te\u0301 <name>大阪</name></p>"

FOUND = (
    Finding(
        code="V401",
        message="The quotation “who is there,” has no marks.",
        help="put the marks of the page in, or waive it",
        file=PLAIN,
        line=12,
        page="8",
        column=QUOTED.index("<quote") + 1,
        element="a1-p08-q1",
        source_line=233,
        quote=QUOTED,
        width=6,
    ),
    Finding(
        code="V201",
        message="#nobody leads nowhere",
        help="give the xml:id of an element of this document",
        file=PLAIN,
        line=31,
        page="9",
        column=LONG.index("#nobody") + 1,
        element="a1-p11",
        source_line=260,
        quote=LONG,
        width=7,
    ),
    Finding(
        "V401", "The quotation “now” has no marks.", "put them in", PLAIN, 40, element="a1-p12", quote="<quote>now</quote>"
    ),
    Finding("V401", "The quotation “then” has no marks.", "put them in", PLAIN, 41, element="a1-p12", page="[iii]"),
    Finding(
        "V405",
        "nobody is named",
        "name one with who",
        PLAIN,
        50,
        column=WIDE.index("<name") + 1,
        quote=WIDE,
        width=6,
        source_line=7,
    ),
    Finding("V407", "No source is given for “who is there,”.", "name it with source", PLAIN, 12, "8", 38, "a1-p08-q1"),
    Finding("V004", "the source cannot be printed back", "build the edition again", STRANGE),
    Finding("V001", "Start tag expected, '<' not found", "", STRANGE, 1),
    Finding(
        code="V202",
        message="</script>{0} [go](http://evil.example) ]]> \"'&amp;\x00\x07\x1b[31m##[error]no\r\n::error::yes\ud800\uffff",
        help="| *a* `b` $x$ @all <img src=x onerror=alert(1)> https://evil.example\u2028::warning::\u202eevil",
        file=WICKED,
        line=3,
        page='"><script>',
        column=2,
        element='x" onclick="x',
        quote="<a ##[add-mask]e ##vso[task.x]\t\x9b31m\u202e</style></pre></html>",
        width=400,
    ),
)

WAIVED = (
    (
        Finding(
            "V407",
            "No source is given for “a word”.",
            "name it with source",
            PLAIN,
            60,
            "10",
            9,
            "a1-p15-q1",
            301,
            "<quote>",
            6,
        ),
        Waiver(
            "V407",
            "a word",
            "It is a proverb | and has no source.",
            "Ada Marr",
            "2026-01-31",
            "1911.xml",
            "letters/waivers.xml",
            4,
        ),
    ),
    (
        Finding("V114", "A strange character", "look", WICKED, 4),
        Waiver("V114", "x", "</script>\n::error::[x](y)\x1b[2J", "", "", "x.xml", "waivers.xml", 4),
    ),
)

REPORT = Report(FOUND, WAIVED, (PLAIN, "letters/1910.xml", STRANGE, WICKED))
SOUND = Report((), (), (PLAIN,))


@pytest.fixture
def report() -> Report:
    """Return a report with findings of each severity, with and without a place, waived ones, and hostile words."""
    return REPORT


@pytest.fixture
def sound() -> Report:
    """Return the report about a document with which nothing is wrong."""
    return SOUND


@pytest.fixture(autouse=True)
def own_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let essays be those beside the tests, the version that of no release, and the terminal without colour."""
    monkeypatch.setattr("teiwright.explaining.resource", lambda name: HERE / name)
    monkeypatch.setattr("teiwright.reporters.sarif.__version__", "0")
    monkeypatch.setattr("teiwright.reporters.html.__version__", "0")
    monkeypatch.setenv("NO_COLOR", "1")
    yield
