"""For a browser: one page that needs nothing else. It is made by `xslt/report.xsl` from a small XML of the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from teiwright import __version__
from teiwright.codes import CATALOGUE, Severity
from teiwright.reporters import explanation
from teiwright.reporters.quoting import excerpt, held, in_markup
from teiwright.reporters.summary import counted
from teiwright.saxon import transform
from teiwright.workspace import resource

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report
    from teiwright.validate.waivers import Waiver
    from teiwright.xml import Element

_WIDTH = 240
"""How much of a line is shown, in characters."""


def text(report: Report, threshold: Severity) -> str:
    """The report as an HTML page."""
    document = etree.tostring(_report(report, threshold), encoding="utf-8")
    return in_markup(transform(resource("xslt") / "report.xsl", document)) + "\n"


def _report(report: Report, threshold: Severity) -> Element:
    """The report as the stylesheet wants it: `report`, in it a `code` for each code that is told, and the documents."""
    told = report.at_least(threshold)
    verdict = counted(report) or "nothing to report"
    root = _element("report", verdict=verdict, threshold=threshold, waived=len(report.waived), version=__version__)
    root.set("unseen", str(len(report.findings) - len(told)))
    for severity in Severity:
        root.set(f"{severity}s", str(report.count(severity)))
    counts, let_be = Counter(one.code for one in told), Counter(one.code for one, _ in report.waived)
    root.extend(_code(code, counts[code], let_be[code]) for code in CATALOGUE if code in {*counts, *let_be})
    documents: dict[str, Element] = {file: _element("document", file=file) for file in report.files}
    for finding, waiver in [*((one, None) for one in told), *report.waived]:
        document = documents.setdefault(finding.file, _element("document", file=finding.file))
        document.append(_finding(finding, waiver))
    root.extend(documents.values())
    return root


def _code(code: str, count: int, waived: int) -> Element:
    severity, title = CATALOGUE[code]
    element = _element("code", id=code, severity=severity, title=title, count=count, waived=waived)
    element.text = "\n".join(held(line) for line in explanation(code).split("\n"))
    return element


def _finding(finding: Finding, waiver: Waiver | None) -> Element:
    element = _element("finding", code=finding.code, severity=finding.severity, place=finding.place)
    reader = {"element": finding.element, "page": finding.page, "source-line": finding.source_line}
    for name, value in {"line": finding.line, "column": finding.column, **reader}.items():
        if value:
            element.set(name, held(str(value)))
    element.append(_element("message", finding.message))
    if finding.quote.strip():
        line = _element("quote")
        before, meant, after = excerpt(finding, _WIDTH)
        line.extend([_element("before", before), _element("meant", meant), _element("after", after)])
        element.append(line)
    if finding.help:
        element.append(_element("help", finding.help))
    if waiver:
        element.append(_element("waiver", waiver.reason, responsible=waiver.responsible, when=waiver.when))
    return element


def _element(tag: str, words: str = "", /, **attributes: str | int) -> Element:
    element = etree.Element(tag, {name: held(str(value)) for name, value in attributes.items()})
    element.text = held(words)
    return element
