"""The verdict in a sentence, and the report as Markdown, for the summary page of a CI job."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from teiwright.codes import Severity
from teiwright.reporters.quoting import shown

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report
    from teiwright.validate.waivers import Waiver

_MOST = 500
"""How many findings are told: a service takes a megabyte, and nobody reads more."""

_MARKUP = re.compile(r"[\\`*_~\[\]|#$@]|(?<=:)//|(?<=www)\.")
"""What begins markup inside a line of Markdown, a formula, a mention, or an address that would become a link."""


def verdict(report: Report) -> str:
    """How many documents were looked at, and how many findings there are of each severity."""
    documents = f"{len(report.files)} document{'s' * (len(report.files) != 1)}"
    waived = f", {len(report.waived)} waived" * bool(report.waived)
    return f"{documents}: {counted(report) or 'nothing to report'}{waived}"


def counted(report: Report) -> str:
    """How many findings there are of each severity, the worst first; empty where there are none."""
    counts = [(report.count(severity), severity.value) for severity in reversed(Severity)]
    return ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in counts if count)


def text(report: Report, threshold: Severity) -> str:
    """The report as a table, and what was waived as a list."""
    found = report.at_least(threshold)
    rows = [_row(finding) for finding in found[:_MOST]]
    head = ["| severity | code | what | what to do | place | page |", "|---|---|---|---|---|---|"] if rows else []
    more = ["", f"{len(found) - _MOST} more are not shown."] if len(found) > _MOST else []
    waived = [_waived(*one) for one in report.waived[:_MOST]]
    title = ["", f"### Waived: {len(report.waived)}", ""] if waived else []
    return "\n".join([f"## {verdict(report)}", "", *head, *rows, *more, *title, *waived]) + "\n"


def _row(finding: Finding) -> str:
    cells = (finding.message, finding.help, finding.place, finding.page)
    return f"| {finding.severity} | {finding.code} | {' | '.join(map(_cell, cells))} |"


def _waived(finding: Finding, waiver: Waiver) -> str:
    """What was waived, and why. The code comes first, since it can begin no markup of blocks."""
    who = ", ".join(filter(None, [waiver.responsible, waiver.when]))
    said = f"- {finding.code} {_cell(finding.message)} – {_cell(finding.place)}: {_cell(waiver.reason)}"
    return said + f" ({_cell(who)})" * bool(who)


def _cell(words: str) -> str:
    """Words as Markdown that cannot end a cell or begin markup."""
    line = shown(" ".join(words.split())).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKUP.sub(r"\\\g<0>", line)
