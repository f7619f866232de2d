"""Every form of the same report, as it was read and found good. Who changes a form reads its file again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from teiwright import REPORTS
from teiwright.codes import Severity
from teiwright.reporters import reported
from teiwright.validate.report import Report

GOLDEN = Path(__file__).resolve().parent / "golden"
SUFFIXES = {
    "github": "txt",
    "html": "html",
    "jsonl": "jsonl",
    "junit": "xml",
    "plain": "txt",
    "sarif": "json",
    "summary": "md",
}


def golden(name: str, kind: str) -> str:
    with (GOLDEN / f"{kind}-{name}.{SUFFIXES.get(name, 'txt')}").open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_with_everything_in_it(name: str, report: Report) -> None:
    assert readable(reported(name, report, Severity.NOTE)) == golden(name, "full")


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_of_nothing(name: str, sound: Report) -> None:
    assert readable(reported(name, sound, Severity.NOTE)) == golden(name, "sound")


def readable(text: str) -> str:
    """Leave out the style sheet of a page, which is looked at and not read, and give each block a line."""
    lines = re.sub(r"(<style>).*?(</style>)", r"\1\2", text, flags=re.DOTALL)
    return re.sub(r"(?<=>)(?=<(?:body|header|div|main|section|table|tr|ol|ul|li|p|pre|h[1-6]|details)[ >])", "\n", lines)
