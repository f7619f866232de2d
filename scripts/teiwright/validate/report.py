"""The checks in their order, and the report they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from teiwright.findings import Finding, Refused, Severity
from teiwright.validate.corpus import entries, identifiers, pointers
from teiwright.validate.document import Document, Fault, Given, WayBack
from teiwright.validate.fidelity import fidelity
from teiwright.validate.grammar import grammar
from teiwright.validate.rules import rules
from teiwright.validate.schemas import Schemas
from teiwright.validate.waivers import Waiver, read_waivers, waived
from teiwright.xml import read_xml


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
"""What each document is asked, in order. Well-formedness comes before all of it; identifiers are compared at the end."""


def validate(
    given: Sequence[Given], schemas: Schemas, way_back: WayBack, waivers_schema: bytes, corpus: Sequence[Given] = ()
) -> Report:
    """Check TEI documents, each for itself and then all together.

    corpus: further documents whose identifiers these are compared with, and of which nothing else is said.
    Raises Refused: V010 or O013 for a schema that cannot be used.
    """
    documents, findings = _read(given, way_back)
    faults = {document.given.file: list(_faults(document, schemas)) for document in documents}
    for document, fault in identifiers([*_read(corpus, way_back)[0], *documents]):
        if document in documents:
            faults[document.given.file].append(fault)
    let_be: list[tuple[Finding, Waiver]] = []
    for document in documents:
        waivers, refused = _waivers(document.given, waivers_schema)
        found = [(document.finding(fault), document.covered(fault)) for fault in faults[document.given.file]]
        standing, passed, unused = waived(sorted(found, key=_by_place), waivers)
        findings += [*standing, *refused, *unused]
        let_be += passed
    return Report(tuple(dict.fromkeys(findings)), tuple(let_be), tuple(one.file for one in given))


def _read(given: Sequence[Given], way_back: WayBack) -> tuple[list[Document], list[Finding]]:
    """The documents that the door lets in, and the findings about the others."""
    documents, findings = list[Document](), list[Finding]()
    for one in given:
        try:
            documents.append(Document(one, read_xml(one.data, one.file), way_back))
        except Refused as refused:
            findings += refused.findings
    return documents, findings


def _faults(document: Document, schemas: Schemas) -> Iterator[Fault]:
    told = False
    for name, check in CHECKS:
        for fault in check(document, schemas):
            if name == "fidelity" and fault.at is None and told:
                continue  # what the way back stumbles over has been told at its place
            told = True
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
