"""Findings: what there is to tell, with a permanent code, a place and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from teiwright.codes import CATALOGUE, Severity

__all__ = ["CATALOGUE", "Finding", "Refused", "Severity"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell: a code of the catalogue, one sentence, what to do next, and the place.

    file: the file's name; line: its 1-based line, 0 when the finding is about the whole file; page: the printed page.
    For a place in a TEI document also: column: 1-based, in characters, 0 when not known; element: the xml:id of the
    nearest element that has one; source_line: the 1-based line of the source file; quote: the line of the document, and
    width: how many characters of it, from the column on, are meant.
    """

    code: str
    message: str
    help: str = ""
    file: str = ""
    line: int = 0
    page: str = ""
    column: int = 0
    element: str = ""
    source_line: int = 0
    quote: str = ""
    width: int = 1

    def __post_init__(self) -> None:
        """Refuse a code that is not in the catalogue."""
        if self.code not in CATALOGUE:
            raise ValueError(f"{self.code} is not a code of the catalogue")

    @property
    def severity(self) -> Severity:
        """The severity that the catalogue gives to the code."""
        return CATALOGUE[self.code][0]

    @property
    def place(self) -> str:
        """File, line and column as far as they are known, as editors read them: `file:line:column`."""
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])

    def __str__(self) -> str:
        """The plain form that editors jump to: `file:line:column: severity: code message`."""
        page = f" (p. {self.page})" if self.page else ""
        return f"{self.place}: {self.severity}: {self.code} {self.message}{page}"


class Refused(Exception):  # noqa: N818 — it is a refusal, said with findings, not a fault of the program
    """The work cannot go on; the findings say why. Nothing has been written."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings, and make the first the message."""
        super().__init__(str(findings[0]))
        self.findings = findings
