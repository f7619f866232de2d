"""For CI services: JUnit XML, with a suite for each document and a case for each finding.

There is no standard. This keeps to the schema `junit-10.xsd` of Jenkins’ xUnit plugin, which is what GitLab and the test
reporters of GitHub read as well: so `file` stands at a suite, not at a case, and nothing says when or where it was made. The
time is 0 because some readers cannot do without a number.

An error is a `failure`; a warning or a note is a case that passed, with what it says as `system-out`, since services know no
third way; what is waived is `skipped`. A case is called after the code and the element, not after the line, so that services
know it again in the next run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from teiwright.codes import CATALOGUE, Severity
from teiwright.reporters.quoting import in_markup, shown
from teiwright.reporters.summary import counted
from teiwright.reporters.terminal import details

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.validate import Report
    from teiwright.validate.waivers import Waiver
    from teiwright.xml import Element

Told = tuple["Finding", "Waiver | None"]


def text(report: Report, threshold: Severity) -> str:
    """The report as a document whose root is `testsuites`."""
    told: dict[str, list[Told]] = defaultdict(list, {file: [] for file in report.files})
    for finding in report.at_least(threshold):
        told[finding.file].append((finding, None))
    for finding, waiver in report.waived:
        told[finding.file].append((finding, waiver))
    root = etree.Element("testsuites", name=f"teiwright: {counted(report) or 'nothing to report'}", time="0")
    root.extend(_suite(file, some) for file, some in told.items())
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{in_markup(etree.tostring(root, encoding="unicode"))}\n'


def _suite(file: str, told: list[Told]) -> Element:
    """The suite of a document; where there is nothing to tell, it has one case, which passed."""
    suite = etree.Element("testsuite", name=shown(file) or "teiwright", file=shown(file), errors="0", time="0")
    seen: Counter[str] = Counter()
    for finding, waiver in told:
        name = _name(finding)
        seen[name] += 1
        suite.append(_case(file, f"{name} ({seen[name]})" if seen[name] > 1 else name))
        suite[-1].append(_waived(finding, waiver) if waiver else _found(finding))
    if not told:
        suite.append(_case(file, "nothing to report"))
    counts = {"tests": len(suite), "failures": len(suite.findall("*/failure")), "skipped": len(suite.findall("*/skipped"))}
    for key, count in counts.items():
        suite.set(key, str(count))
    return suite


def _case(file: str, name: str) -> Element:
    """A case. Jenkins takes what stands before the last stop of a class’s name for its package, so folders become that."""
    path = PurePath(file)
    folders = ".".join(part.replace(".", "_") for part in (*path.parts[:-1], path.stem) if part != path.root)
    return etree.Element("testcase", classname=shown(folders) or "teiwright", name=name, time="0")


def _name(finding: Finding) -> str:
    return shown(f"{finding.code} {CATALOGUE[finding.code][1]}" + f": {finding.element}" * bool(finding.element))


def _found(finding: Finding) -> Element:
    lines = [f"{finding.severity} {finding.code} {shown(finding.message)}", *details(finding)]
    if finding.severity is not Severity.ERROR:
        return _element("system-out", lines)
    return _element("failure", lines, message=shown(finding.message), type=finding.code)


def _waived(finding: Finding, waiver: Waiver) -> Element:
    who = ", ".join(filter(None, [waiver.responsible, waiver.when]))
    why = f"waived: {shown(waiver.reason)}" + f" ({shown(who)})" * bool(who)
    lines = [f"{finding.severity} {finding.code} {shown(finding.message)}", *details(finding), f"  {why}"]
    return _element("skipped", lines, message=why, type=finding.code)


def _element(tag: str, lines: Iterable[str], **attributes: str) -> Element:
    element = etree.Element(tag, attributes)
    element.text = "\n".join(lines)
    return element
