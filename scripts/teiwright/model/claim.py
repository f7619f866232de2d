"""Claims: what a rule or an editor says about a span of the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGINE = "teiwright"
"""Who is responsible for a claim that a rule made."""


class Kind(StrEnum):
    """The kinds of claim, outermost first: where two claims have the same span, the earlier kind encloses the later."""

    GLYPH = "glyph"
    PAGE = "page"
    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    NOTE = "note"
    NOTE_CALL = "note-call"
    LINE_BREAK = "line-break"
    ZONE = "zone"
    DIVISION = "division"
    TITLE_PAGE = "title-page"
    TITLE = "title"
    IMPRINT = "imprint"
    HEAD = "head"
    SEPARATOR = "separator"
    BOUNDARY = "paragraph-boundary"
    BLOCK_QUOTATION = "block-quotation"
    LIST = "list"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    ENTRY = "contents-entry"
    REFERENCE = "reference"
    PUBLISHER = "publisher"
    PLACE = "publication-place"
    DATE = "publication-date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    PARALLEL = "parallel"
    CITATION = "citation"
    CITED = "part-of-citation"
    WORK = "work"
    EVENT = "event"
    ORGANIZATION = "organization"
    PERSON = "person"
    ROLE = "role"
    PLACE_NAME = "place"
    TIME = "date"
    INSERTION = "insertion"
    EMENDATION = "emendation"
    REMARK = "remark"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim about a span of the source.

    start, end: characters of the source, half-open; equal for a claim about a point.
    reads: what stands for the span in a view; None means the source itself.
    rule: the code of the rule, or `decision`; evidence: what it rests on, in words; certainty: 0 to 1;
    responsible: who makes it; details: properties that depend on the kind, such as a page's number; alternatives: what else
    was weighed, in words.
    """

    kind: Kind
    start: int
    end: int
    rule: str
    evidence: tuple[str, ...] = ()
    certainty: float = 1.0
    reads: str | None = None
    responsible: str = ENGINE
    details: Mapping[str, str] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards and a certainty that is none."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"{self.kind} claim with the impossible span {self.start}–{self.end}")
        if not 0.0 <= self.certainty <= 1.0:
            raise ValueError(f"{self.kind} claim with the impossible certainty {self.certainty}")

    def __getitem__(self, name: str) -> str:
        """A detail that the kind is sure to have."""
        return self.details[name]

    def get(self, name: str, default: str = "") -> str:
        """A detail that may be absent."""
        return self.details.get(name, default)

    def covers(self, other: Claim) -> bool:
        """Whether the other claim's span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    @property
    def cert(self) -> str:
        """The certainty as TEI's `@cert` says it (Guidelines, 22.2): high, medium or low."""
        if self.certainty >= 0.9:
            return "high"
        return "medium" if self.certainty >= 0.6 else "low"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


def by_place(claim: Claim) -> tuple[int, int, int]:
    """The order of claims: by place, the enclosing one first."""
    return claim.start, -claim.end, _RANK[claim.kind]
