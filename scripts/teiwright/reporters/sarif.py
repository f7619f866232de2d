"""For code scanning: SARIF 2.1.0, the format of OASIS for the results of analyses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from teiwright import __version__
from teiwright.codes import CATALOGUE
from teiwright.reporters import explanation
from teiwright.reporters.quoting import in_json, shown

if TYPE_CHECKING:
    from teiwright.findings import Finding, Severity
    from teiwright.validate import Report
    from teiwright.validate.waivers import Waiver

Json = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
"""A link of an essay, which leads to a file that whoever reads the log need not have."""

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of surrogate pairs that do not stand for a byte of a file’s name, as the others do (PEP 383)."""


def text(report: Report, threshold: Severity) -> str:
    """The report as a log with one run. What is waived is a result with a suppression."""
    told: list[tuple[Finding, Waiver | None]] = [(finding, None) for finding in report.at_least(threshold)]
    told += report.waived
    rules = {code: number for number, code in enumerate(sorted({finding.code for finding, _ in told}))}
    seen: Counter[str] = Counter()
    results = [_result(finding, waiver, rules, seen) for finding, waiver in told]
    driver = {"name": "teiwright", "version": __version__, "rules": [_rule(code) for code in rules]}
    artifacts = [{"location": {"uri": uri}, "roles": ["analysisTarget"]} for uri in dict.fromkeys(map(_uri, report.files))]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "artifacts": artifacts, "results": results}
    return in_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> Json:
    """What is known of a code: its title, and its essay where there is one."""
    severity, title = CATALOGUE[code]
    essay = _LINK.sub(r"\1", explanation(code))
    said = re.search(r"^## What it says\n+(.+?)(?=\n## |\Z)", essay, re.MULTILINE | re.DOTALL)
    sentence = f"{title[0].upper()}{title[1:]}."
    rule: Json = {
        "id": code,
        "name": "".join(word[0].upper() + word[1:] for word in re.findall(r"\w+", title)),
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": " ".join(said[1].split()) if said else sentence},
        "defaultConfiguration": {"level": severity.value},
    }
    return {**rule, "help": {"text": essay, "markdown": essay}} if essay else rule


def _result(finding: Finding, waiver: Waiver | None, rules: Mapping[str, int], seen: Counter[str]) -> Json:
    """A finding. Where one result has `suppressions` all must, or those without count as not looked at."""
    return {
        "ruleId": finding.code,
        "ruleIndex": rules[finding.code],
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [_location(finding)] if finding.file else [],
        "partialFingerprints": {"teiwrightElement/v1": _fingerprint(finding, seen)},
        "suppressions": [_suppression(waiver)] if waiver else [],
    }


def _suppression(waiver: Waiver) -> Json:
    who = _said({"responsible": waiver.responsible, "when": waiver.when})
    why = {"justification": shown(waiver.reason), "properties": who}
    return {"kind": "external", "status": "accepted", **_said(why)}


def _said(values: Mapping[str, object]) -> Json:
    """What is known: an empty string or a 0 says nothing."""
    return {name: value for name, value in values.items() if value}


def _message(finding: Finding) -> str:
    """What is wrong, and what to do, without what SARIF would take for a placeholder or a link."""
    sentences = [shown(finding.message), f"To mend it: {shown(finding.help)}" * bool(finding.help)]
    words = " ".join(f"{one.rstrip('.')}." for one in sentences if one)
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _location(finding: Finding) -> Json:
    physical: Json = {"artifactLocation": {"uri": _uri(finding.file)}}
    line: Json = {"startLine": finding.line, "snippet": {"text": finding.quote} if finding.quote else {}}
    if finding.line and finding.column:
        start, end = finding.column, finding.column + finding.width
        meant = finding.quote[start - 1 : end - 1]
        region = {
            "startLine": finding.line,
            "startColumn": start,
            "endColumn": end,
            "snippet": {"text": meant} if meant else {},
        }
        physical |= {"region": _said(region), "contextRegion": _said(line)}
    elif finding.line:
        physical["region"] = _said(line)
    logical = _logical(finding)
    return _said({"physicalLocation": physical, "logicalLocations": [logical] if logical else []})


def _logical(finding: Finding) -> Json:
    """Where a reader finds the place: the element that has an id, the printed page, the line of the source."""
    known = _said({"page": finding.page, "sourceLine": finding.source_line})
    page, line = f"page {finding.page}", f"line {finding.source_line} of the source"
    if finding.element:
        return _said({"name": finding.element, "kind": "element", "properties": known})
    return {"name": page if finding.page else line, "properties": known} if known else {}


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """What stays when lines are put in above: code, element and message, counted where a document has them again."""
    words = "\0".join((finding.code, finding.element, finding.message))
    digest = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    again = f"{digest} {finding.file}"
    seen[again] += 1
    return f"{digest}:{seen[again]}"


def _uri(file: str) -> str:
    """A file’s name as a reference: relative as it was given, whatever bytes it has; absolute only if it was given so."""
    path = PurePath(_NO_BYTE.sub("\ufffd", file))
    reference = quote(path.as_posix(), errors="surrogateescape")
    return f"file://{reference}" if path.is_absolute() else reference
