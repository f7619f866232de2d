"""For a person at a terminal: each finding with its line, a caret under the place, and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from teiwright.codes import Severity
from teiwright.reporters.quoting import excerpt, shown
from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report

_WIDTH = 100
"""How much of a line is shown, in characters."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def text(report: Report, threshold: Severity) -> str:
    """The report. It is coloured unless the environment has a NO_COLOR that is not empty (no-color.org)."""
    blocks = ["\n".join(_block(finding)) for finding in report.at_least(threshold)]
    return "\n\n".join([*blocks, verdict(report)]) + "\n"


def _block(finding: Finding) -> Iterator[str]:
    yield _coloured(f"{finding.severity}", _COLOURS[finding.severity]) + f" {finding.code} {shown(finding.message)}"
    yield from details(finding)


def details(finding: Finding) -> Iterator[str]:
    """Lines that say where a finding is, for machines and for readers, show the line with a caret, and say what to do."""
    page = f"page {finding.page}" * bool(finding.page)
    source = f"line {finding.source_line} of the source" * bool(finding.source_line)
    reader = ", ".join(filter(None, [finding.element, page, source]))
    yield f"  at {shown(finding.place)}" + f" ({shown(reader)})" * bool(reader)
    if finding.quote:
        before, meant, after = excerpt(finding, _WIDTH)
        line = shown(before + meant + after)
        yield f"  | {line}"
        if finding.column:
            start, end = len(before), len(before + meant)
            yield f"  | {' ' * _cells(line[:start])}{'^' * max(1, _cells(line[start:end]))}"
    if finding.help:
        yield f"  help: {shown(finding.help)}"


def _cells(words: str) -> int:
    """How many columns of a terminal words take: two for a wide sign, none for a mark that combines."""
    return sum(2 if east_asian_width(sign) in "WF" else category(sign) not in ("Mn", "Me") for sign in words)


def _coloured(words: str, colour: str) -> str:
    return words if os.environ.get("NO_COLOR") else f"\x1b[{colour};1m{words}\x1b[0m"
