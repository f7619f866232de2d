"""Decisions about generated books, as an editor would write them: each confirms what a rule found, or overrules it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import Decision, Decisions
from teiwright.pipeline import Build

_WORDS = 5
"""How many words a decision quotes."""


def confirming(built: Build) -> list[str]:
    """A decision for each boundary, quotation, person and rejected or made correction, that says what the rules did."""
    return [one for claim, words in _decidable(built) if (one := _said(built, claim, words, overrule=False))]


def overruling(built: Build) -> list[str]:
    """A decision for each of them that says the contrary."""
    return [one for claim, words in _decidable(built) if (one := _said(built, claim, words, overrule=True))]


def file_of(decisions: Sequence[str]) -> str:
    """The decisions as the editor's file; nothing where there are none."""
    if not decisions:
        return ""
    lines = "\n".join(decisions)
    return f'<decisions xmlns="urn:teiwright:decisions" responsible="editors" when="2026-11-23">\n{lines}\n</decisions>\n'


def _decidable(built: Build) -> Iterator[tuple[Claim, str]]:
    """The claims that can be decided about, each with words that begin where it does and stand on its page only once.

    Words that lie in those of the decision before, as those of a quotation in another, are passed over.
    """
    reading, last = built.reading, dict[Kind, int]()
    end = len(reading.source.text)
    for claim in reading.of(Kind.BOUNDARY, Kind.QUOTATION, Kind.PERSON):
        at = claim.end if claim.kind is Kind.BOUNDARY else claim.start
        if reading.at(Kind.NOTE, at):
            continue
        view = reading.view(at, claim.end if claim.kind is Kind.PERSON else min(at + 60, end))
        words = view.text if claim.kind is Kind.PERSON else " ".join(view.text.split(" ")[:_WORDS])
        tried = Decision("paragraph", reading.page_at(at), words, "", "")
        anchored, astray = Decisions(entries=(tried,)).anchor(reading)
        if words and not astray and at >= last.get(claim.kind, 0):
            last[claim.kind] = anchored.of("paragraph")[0].end
            yield claim, words


def _said(built: Build, claim: Claim, words: str, *, overrule: bool) -> str:
    page = built.reading.page_at(claim.end if claim.kind is Kind.BOUNDARY else claim.start)
    act, more = "quotation", f" kind={quoteattr('q' if overrule else claim.get('tag'))}"
    if claim.kind is Kind.BOUNDARY:
        act, more = ("paragraph" if (claim["verdict"] == "break") != overrule else "no-paragraph"), ""
    elif claim.kind is Kind.PERSON:
        act, more = ("no-name", "") if overrule else ("name", f' ref="{claim["ref"]}"')
    return f"  <{act} page={quoteattr(page)} text={quoteattr(words)}{more}>So it was read by eye.</{act}>"
