"""One finding a line, in the form that editors jump to: `file:line:column: severity: code message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Severity
    from teiwright.validate import Report


def text(report: Report, threshold: Severity) -> str:
    """The report, the help in the same line behind the message, and the verdict at the end."""
    lines = [f"{finding} [{finding.help}]" for finding in report.at_least(threshold)]
    return "\n".join([*lines, verdict(report)]) + "\n"
