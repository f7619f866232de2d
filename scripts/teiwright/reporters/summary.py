"""The verdict in a sentence, and the report as Markdown, for the summary page of a CI job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiwright.codes import Severity

if TYPE_CHECKING:
    from teiwright.validate import Report


def verdict(report: Report) -> str:
    """How many documents were looked at, and how many findings there are of each severity."""
    documents = f"{len(report.files)} document{'s' * (len(report.files) != 1)}"
    counts = [(report.count(severity), severity.value) for severity in reversed(Severity)]
    told = ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in counts if count)
    waived = f", {len(report.waived)} waived" * bool(report.waived)
    return f"{documents}: {told or 'nothing to report'}{waived}"


def text(report: Report, threshold: Severity) -> str:
    """The report as a table, and what was waived as a list."""
    rows = [
        f"| {_cell(one.place)} | {one.severity} | {one.code} | {_cell(one.message)} | {_cell(one.help)} | {_cell(one.page)} |"
        for one in report.at_least(threshold)
    ]
    head = ["| place | severity | code | what | what to do | page |", "|---|---|---|---|---|---|"] if rows else []
    waived = [f"- {_cell(str(one))}: {_cell(waiver.reason)} ({_cell(waiver.responsible)})" for one, waiver in report.waived]
    title = ["", "### Waived", ""] if waived else []
    return "\n".join([f"## {verdict(report)}", "", *head, *rows, *title, *waived]) + "\n"


def _cell(words: str) -> str:
    """Words as Markdown that cannot end a cell or begin markup."""
    escaped = "".join(f"\\{sign}" if sign in "\\`*_[]|#" else sign for sign in " ".join(words.split()))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")
