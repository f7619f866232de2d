"""For programs: one JSON object a line, `"kind": "finding"` for each finding, and at the end one `"kind": "summary"`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from teiwright.codes import CATALOGUE, Severity
from teiwright.reporters.quoting import in_json
from teiwright.reporters.summary import verdict

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report
    from teiwright.validate.waivers import Waiver

_PLACE = ("file", "line", "column", "width", "element", "page", "source_line", "quote")


def text(report: Report, threshold: Severity) -> str:
    """The report; `waived` is null in a finding that stands. Every object of a kind has the same keys, in the same order."""
    objects = [_object(finding) for finding in report.at_least(threshold)]
    objects += [_object(finding, waiver) for finding, waiver in report.waived]
    return "".join(f"{in_json(one)}\n" for one in [*objects, _summary(report)])


def _object(finding: Finding, waiver: Waiver | None = None) -> dict[str, object]:
    fields = asdict(finding)
    why = {name: getattr(waiver, name) for name in ("reason", "responsible", "when")} if waiver else None
    return {
        "kind": "finding",
        **{name: fields[name] for name in _PLACE},
        "code": finding.code,
        "severity": finding.severity.value,
        "title": CATALOGUE[finding.code][1],
        "message": finding.message,
        "help": finding.help,
        "waived": why,
    }


def _summary(report: Report) -> dict[str, object]:
    """What there is in all, whatever was told of it."""
    counts = {f"{severity}s": report.count(severity) for severity in reversed(Severity)}
    return {"kind": "summary", "files": report.files, **counts, "waived": len(report.waived), "verdict": verdict(report)}
