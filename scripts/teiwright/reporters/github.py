"""For GitHub Actions: findings as workflow commands, which become annotations at their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.codes import CATALOGUE, Severity
from teiwright.reporters.quoting import shown
from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

_MOST = 10
"""How many annotations of each kind GitHub shows for a step; it drops the rest without a word."""


def text(report: Report, threshold: Severity) -> str:
    """The annotations, the worst first, how many more findings there are, and the verdict."""
    found = report.at_least(threshold)
    by_severity = {severity: [one for one in found if one.severity is severity] for severity in _COMMANDS}
    lines = [_command(finding) for some in by_severity.values() for finding in some[:_MOST]]
    more = [f"{len(some) - _MOST} of {len(some)} {name}s" for name, some in by_severity.items() if len(some) > _MOST]
    if more:
        lines.append(f"not shown as annotations: {', '.join(more)}; the formats plain and html tell all")
    return "\n".join([*lines, verdict(report)]) + "\n"


def _command(finding: Finding) -> str:
    """One workflow command. Columns count from 1; the end is the column behind what is meant."""
    values: dict[str, str | int] = {"file": finding.file, "line": finding.line, "col": finding.column}
    if finding.column:
        values["endColumn"] = finding.column + finding.width
    values["title"] = f"{finding.code} {CATALOGUE[finding.code][1]}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    page = f" (p. {finding.page})" * bool(finding.page)
    message = "\n".join(map(shown, filter(None, [finding.message + page, finding.help])))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(message)}"


def _data(words: str) -> str:
    """Escaped as `escapeData` of @actions/core does it; the per cent sign first."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    """Escaped as `escapeProperty` of @actions/core does it. A line end is part of a file's name, other controls are not."""
    lines = "\n".join(shown(part) for part in words.split("\n"))
    return _data(lines).replace(":", "%3A").replace(",", "%2C")
