"""The checks in their order, and the report they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from teiwright.findings import CATALOGUE, Finding, Refused, Severity
from teiwright.validate.corpus import entries, identifier, pointers
from teiwright.validate.document import Document, Fault, Given, WayBack
from teiwright.validate.fidelity import fidelity
from teiwright.validate.grammar import grammar
from teiwright.validate.rules import rules
from teiwright.validate.schemas import Schemas
from teiwright.validate.waivers import Waiver, read_waivers, waived
from teiwright.xml import read_xml, xml_id


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found.

    findings: what stands, in the order of the files and, in each, of the lines; waived: what was let stand, and by which
    waiver; files: the names of the documents that were looked at.
    """

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    files: tuple[str, ...] = ()

    def at_least(self, threshold: Severity) -> tuple[Finding, ...]:
        """The findings that matter at least so much."""
        return tuple(finding for finding in self.findings if finding.severity.reaches(threshold))

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return Counter(finding.severity for finding in self.findings)[severity]


Check = Callable[[Document, Schemas], Iterator[Fault]]

CHECKS: tuple[tuple[str, Check], ...] = (
    ("grammar", grammar),
    ("rules", rules),
    ("pointers", lambda document, _: pointers(document)),
    ("entries", lambda document, _: entries(document)),
    ("fidelity", lambda document, _: fidelity(document)),
)
"""What each document is asked, in order. Well-formedness comes before all of it, the comparison of identifiers behind it."""


def validate(
    given: Sequence[Given], schemas: Schemas, way_back: WayBack, waivers_schema: bytes, corpus: Sequence[Given] = ()
) -> Report:
    """Check TEI documents, one after the other, and their identifiers against each other.

    corpus: further documents whose identifiers these are compared with, and of which nothing else is said.
    Raises Refused: V010 or O013 for a schema that cannot be used.
    """
    identified = dict[str, str]()
    for one in corpus:
        with suppress(Refused):
            identified.setdefault(xml_id(read_xml(one.data, one.file)), one.file)
    findings, let_be = list[Finding](), list[tuple[Finding, Waiver]]()
    for one in given:
        try:
            document = Document(one, read_xml(one.data, one.file), way_back)
        except Refused as refused:
            findings += refused.findings
            continue
        waivers, broken = _waivers(one, waivers_schema)
        faults = [*_faults(document, schemas), *identifier(document, identified)]
        found = [(document.finding(fault), document.covered(fault)) for fault in faults]
        standing, passed, unused = waived(sorted(found, key=_by_place), waivers)
        findings += [*standing, *broken, *unused]
        let_be += passed
    return Report(tuple(dict.fromkeys(findings)), tuple(let_be), tuple(one.file for one in given))


def _faults(document: Document, schemas: Schemas) -> Iterator[Fault]:
    told = False
    for name, check in CHECKS:
        for fault in check(document, schemas):
            if name == "fidelity" and fault.at is None and told:
                continue  # what the way back stumbles over has been told at its place
            told = told or CATALOGUE[fault.code][0] is Severity.ERROR
            yield fault


def _waivers(given: Given, schema: bytes) -> tuple[tuple[Waiver, ...], tuple[Finding, ...]]:
    """The waivers that are about a document, and what is wrong with their file."""
    if given.waivers is None:
        return (), ()
    folder, slash, name = given.file.rpartition("/")
    try:
        return tuple(
            one for one in read_waivers(given.waivers, f"{folder}{slash}waivers.xml", schema) if one.about == name
        ), ()
    except Refused as refused:
        return (), refused.findings


def _by_place(found: tuple[Finding, str]) -> tuple[int, int]:
    return found[0].line, found[0].column
