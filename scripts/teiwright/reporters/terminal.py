"""For a person at a terminal: each finding with its line, a caret under the place, and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.codes import Severity
from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report

_WIDTH = 100
"""How much of a line is shown, in characters."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def text(report: Report, threshold: Severity) -> str:
    """The report. It is coloured unless the environment has NO_COLOR (no-color.org)."""
    blocks = ["\n".join(_block(finding)) for finding in report.at_least(threshold)]
    return "\n\n".join([*blocks, verdict(report)]) + "\n"


def _block(finding: Finding) -> Iterator[str]:
    yield _coloured(f"{finding.severity}", _COLOURS[finding.severity]) + f" {finding.code} {_shown(finding.message)}"
    page = f"page {finding.page}" * bool(finding.page)
    source = f"line {finding.source_line} of the source" * bool(finding.source_line)
    reader = ", ".join(filter(None, [finding.element, page, source]))
    yield f"  at {_shown(finding.place)}" + f" ({_shown(reader)})" * bool(reader)
    if finding.quote:
        quote, caret = _window(finding)
        yield f"  | {quote}"
        if finding.column:
            yield f"  | {caret}"
    if finding.help:
        yield f"  help: {_shown(finding.help)}"


def _window(finding: Finding) -> tuple[str, str]:
    """The part of the line around the place, and a caret under it."""
    start = max(0, finding.column - 1 - _WIDTH // 3) if len(finding.quote) > _WIDTH else 0
    quote = finding.quote[start : start + _WIDTH]
    before = ("…" if start else "") + quote[: max(0, finding.column - 1 - start)]
    width = max(1, min(finding.width, len(quote) - (finding.column - 1 - start)))
    more = "…" if start + _WIDTH < len(finding.quote) else ""
    return _shown(("…" if start else "") + quote + more), " " * len(before) + "^" * width


def _shown(words: str) -> str:
    """Words as a terminal may show them: a control character must not be one there."""
    return "".join(sign if sign.isprintable() else "\ufffd" if sign != "\t" else " " for sign in words)


def _coloured(words: str, colour: str) -> str:
    return words if "NO_COLOR" in os.environ else f"\x1b[{colour};1m{words}\x1b[0m"
