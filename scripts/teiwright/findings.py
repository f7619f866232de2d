"""Findings: what the engine has to tell its user, with a permanent code, a place and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. An error keeps an edition from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


CATALOGUE = {
    "C001": (Severity.ERROR, "the source is not UTF-8"),
    "C002": (Severity.ERROR, "the source is empty"),
    "C003": (Severity.ERROR, "the source is binary"),
    "C004": (Severity.WARNING, "a sign looks damaged, but what it stands for cannot be told"),
    "L001": (Severity.ERROR, "a page number is missing"),
    "L002": (Severity.ERROR, "a page number stands twice"),
    "L003": (Severity.WARNING, "no page number was found"),
    "L004": (Severity.ERROR, "a note has no call"),
    "L005": (Severity.ERROR, "a note call has no note"),
    "L006": (Severity.ERROR, "a note has more than one possible call"),
    "S001": (Severity.WARNING, "the contents name a heading that is not on its page"),
    "S002": (Severity.NOTE, "a paragraph boundary is doubtful"),
    "S003": (Severity.WARNING, "a line that announces a block quotation has none that can be delimited"),
    "A001": (Severity.ERROR, "a quotation is not closed"),
    "A002": (Severity.ERROR, "a quotation is not opened"),
    "A003": (Severity.ERROR, "two claims overlap without one enclosing the other"),
    "A004": (Severity.NOTE, "a slip is suspected"),
    "D001": (Severity.ERROR, "the text that a decision is anchored to does not occur"),
    "D002": (Severity.ERROR, "the text that a decision is anchored to occurs more than once"),
    "D003": (Severity.ERROR, "a decision has no effect"),
    "D004": (Severity.ERROR, "the decisions file is not valid"),
    "D005": (Severity.ERROR, "two decisions contradict each other"),
    "P001": (Severity.ERROR, "the profile cannot be read"),
    "P002": (Severity.ERROR, "the profile has an unknown key"),
    "P003": (Severity.ERROR, "the profile has a value of the wrong kind"),
    "P004": (Severity.WARNING, "there is no language pack for the book's language"),
    "E001": (Severity.ERROR, "the header asks for something the engine does not know"),
    "E002": (Severity.ERROR, "the header, the decisions or an authority file is not what it must be"),
    "V001": (Severity.ERROR, "the edition is not well-formed XML"),
    "V002": (Severity.ERROR, "the edition does not match the schema"),
    "V003": (Severity.ERROR, "a pointer leads nowhere"),
    "V004": (Severity.ERROR, "the source cannot be printed back from the TEI"),
    "V005": (Severity.ERROR, "the XML is not safe to read"),
    "R001": (Severity.ERROR, "a stylesheet stopped"),
    "W001": (Severity.ERROR, "a file or folder is missing"),
    "W002": (Severity.ERROR, "a file or folder cannot be written"),
}
"""Every code, its severity and what it means. Codes are permanent: none is ever given a second meaning."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell: a code of the catalogue, one sentence, what to do next, and the place.

    file: the file's name; line: its 1-based line, 0 when the finding is about the whole file; page: the printed page.
    """

    code: str
    message: str
    help: str = ""
    file: str = ""
    line: int = 0
    page: str = ""

    def __post_init__(self) -> None:
        """Refuse a code that is not in the catalogue."""
        if self.code not in CATALOGUE:
            raise ValueError(f"{self.code} is not a code of the catalogue")

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives to the code."""
        return CATALOGUE[self.code][0]

    def __str__(self) -> str:
        """The plain form that editors jump to: `file:line: severity: code message`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        page = f" (p. {self.page})" if self.page else ""
        return f"{place}: {self.severity}: {self.code} {self.message}{page}"


class Refused(Exception):  # noqa: N818 — it is a refusal, said with findings, not a fault of the program
    """The work cannot go on; the findings say why. Nothing has been written."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings, and make the first the message."""
        super().__init__(str(findings[0]))
        self.findings = findings
