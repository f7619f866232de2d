"""One finding a line, in the form that editors jump to: `file:line:column: severity: code message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.reporters.quoting import shown
from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Finding, Severity
    from teiwright.validate import Report


def text(report: Report, threshold: Severity) -> str:
    """The report, the help in the same line behind the message, and the verdict at the end."""
    return "\n".join([*map(_line, report.at_least(threshold)), verdict(report)]) + "\n"


def _line(finding: Finding) -> str:
    """One finding. A file's name may not begin a line as a command to a CI service does: `::`."""
    line = shown(f"{finding}" + f" [{finding.help}]" * bool(finding.help))
    return f"./{line}" if line.lstrip().startswith("::") else line
