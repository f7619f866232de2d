"""Attributions: who says what is quoted, and from which work it is taken, by what the text states about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.model.claim import Claim, Kind, by_place

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_SENTENCE = re.compile(r"(?:(?<=[.?!;])|(?<=[.?!;][”’]))\s+(?=[^\W\d_a-z]|[“‘]|$)")
_PARENTHESIS = re.compile(r"\s*\(([^()]{2,80})\)")
_SENTENCES = 2000
"""How far before a quotation the beginning of its sentence is looked for, in characters."""

_NEAR, _FAR = 8, 20
"""How many words may stand between a speaker and the verb of saying: so few as leave no doubt, and at most."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is known of where quoted words come from.

    who: the entry of the speaker; source: the entry of the work; cited: the span of the citation that names it, as
    `start-end`; why: what it rests on, in words; certainty: 0 to 1.
    """

    who: str = ""
    source: str = ""
    cited: str = ""
    why: tuple[str, ...] = ()
    certainty: float = 1.0

    def claim(self, start: int, end: int, decision: Decision | None = None) -> Claim:
        """The claim about the quotation with this span; what the editor decided goes before what the text states."""
        who, source = (decision.speaker or self.who, decision.work or self.source) if decision else (self.who, self.source)
        cited = "" if decision and decision.work else self.cited
        details = {name: value for name, value in (("who", who), ("source", source), ("cited", cited)) if value}
        if not decision or not (decision.speaker or decision.work):
            return Claim(Kind.ATTRIBUTION, start, end, "attributions", self.why, self.certainty, details=details)
        details["decision"] = decision.id
        evidence = (f"decided: {decision.reason}", *self.why)
        return Claim(
            Kind.ATTRIBUTION, start, end, "decision", evidence, decision.certainty, None, decision.responsible, details
        )


def extracts(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim for each block quotation who says it and where it comes from, by the words before it and the note behind it."""
    texts = [(block, view) for block, view in blocks(reading) if block.kind is not Kind.NOTE]
    for quotation in reading.of(Kind.BLOCK_QUOTATION):
        i = bisect_left(texts, quotation.start, key=lambda one: one[0].start) - 1
        view = texts[max(i, 0)][1]
        place = Place(view, len(view.text), len(view.text), quotation.end) if i >= 0 else Place(view, 0, 0, quotation.end)
        stated = attributed(reading, edition, place)
        decision = edition.decisions.opening(quotation.start, "block-quotation")
        claim = stated.claim(quotation.start, quotation.end, decision)
        if claim.details:
            yield claim


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: the view of the block with what leads to it, and where in it the quotation begins and ends.

    For an extract, which is a block of its own, both are the end of the block before. source_end: its end in the source.
    """

    view: View
    start: int
    end: int
    source_end: int

    @property
    def before(self) -> str:
        """What stands before the quotation in its block."""
        return self.view.text[: self.start]

    @property
    def behind(self) -> str:
        """What follows it there, up to eighty characters."""
        return self.view.text[self.end : self.end + 80]


def attributed(reading: Reading, edition: Edition, place: Place) -> Attribution:
    """What the text states about a quotation: a citation in the note that is called behind it, else a name."""
    return (
        _cited(reading, place.source_end)
        or _in_parenthesis(reading, edition, place)
        or _announced(reading, edition, place)
        or _said(reading, edition, place)
        or _NOTHING
    )


_NOTHING = Attribution()


def _cited(reading: Reading, end: int) -> Attribution | None:
    """The first citation in the note that is called directly behind a quotation."""
    calls = reading.within(Kind.NOTE_CALL, end, end + 1) or reading.within(Kind.NOTE_CALL, end - 2, end)
    if not calls:
        return None
    note = reading.at(Kind.NOTE, int(calls[0]["note"]))
    citation = next(iter(reading.within(Kind.CITATION, note.start, note.end)), None) if note else None
    if citation is None:
        return None
    why = (f"the note called behind it cites a work (note {calls[0]['n']} on p. {calls[0]['page']})",)
    return Attribution(source=citation.get("ref"), cited=f"{citation.start}-{citation.end}", why=why)


def _in_parenthesis(reading: Reading, edition: Edition, place: Place) -> Attribution | None:
    """A person, body or work that is named in parentheses behind a quotation."""
    named = _PARENTHESIS.match(place.behind)
    if not named:
        return None
    stretch = place.end + named.start(1), place.end + named.end(1)
    who = next(iter(_named(reading, place.view, stretch, edition, Kind.PERSON, Kind.ORGANIZATION)), None)
    work = next(iter(_named(reading, place.view, stretch, edition, Kind.WORK)), None)
    if not who and not work:
        return None
    why = (f"it stands in parentheses behind it: ({named[1]})",)
    return Attribution(who["ref"] if who else "", work["ref"] if work else "", why=why)


def _announced(reading: Reading, edition: Edition, place: Place) -> Attribution | None:
    """The name before the last verb of saying of the sentence that holds the quotation; for a pronoun the one before."""
    view, before = place.view, place.before
    begun = max((match.end() for match in _SENTENCE.finditer(before, max(0, len(before) - _SENTENCES))), default=0)
    verbs = [m for m in re.finditer(r"[^\W\d_]+", before[begun:]) if m[0].lower() in edition.language.sayings]
    if not verbs:
        return None
    verb = begun + verbs[-1].start()
    said = before[verb : verb + len(verbs[-1][0])]
    subjects = _named(reading, view, (begun, verb), edition, Kind.PERSON, Kind.ORGANIZATION, Kind.WORK)
    for subject in reversed(subjects):
        between = before[view.offset(subject.end) : verb]
        distance = len(between.split())
        if distance <= _FAR and not re.match(r"[’']s?\b", between):
            words = " ".join(before[view.offset(subject.start) : verb].split())
            return _by(subject, f"“{words} {said}” introduces it", 0.9 if distance <= _NEAR else 0.75)
    pronoun = re.search(
        rf"(?:^|\W)({edition.language.pronouns})\b(?:\s+[\w-]+){{0,3}}\s*$", before[begun:verb], re.IGNORECASE
    )
    pronoun = pronoun or re.match(rf"({edition.language.pronouns})\b", before[begun:verb], re.IGNORECASE)
    earlier = _named(reading, view, (0, begun), edition, Kind.PERSON)
    if pronoun and earlier:
        return _by(earlier[-1], f"“{pronoun[1]} {said}” introduces it, after a mention of its speaker", 0.75)
    return None


def _said(reading: Reading, edition: Edition, place: Place) -> Attribution | None:
    """The name with a verb of saying directly behind a quotation: “…,” said Lenin."""
    view, behind, after = place.view, place.behind, place.end
    clause = re.match(r"[^.;:“]{0,60}", behind)
    reach = clause.end() if clause else 0
    words = re.findall(r"[^\W\d_]+", behind[:reach])[:6]
    if not behind or not reach or not any(word.lower() in edition.language.sayings for word in words[:5]):
        return None
    if behind[:1] not in " ,":
        return None
    subjects = _named(reading, view, (after, after + reach), edition, Kind.PERSON, Kind.ORGANIZATION)
    if subjects:
        return _by(subjects[0], f"“{' '.join(words)}” follows it", 0.9)
    earlier = _named(reading, view, (0, after), edition, Kind.PERSON)
    if earlier and re.fullmatch(edition.language.pronouns, words[0], re.IGNORECASE):
        return _by(earlier[-1], f"“{' '.join(words[:2])}” follows it, after a mention of its speaker", 0.75)
    return None


def _by(subject: Claim, why: str, certainty: float) -> Attribution:
    entry = subject["ref"]
    return (
        Attribution(source=entry, why=(why,), certainty=certainty)
        if subject.kind is Kind.WORK
        else Attribution(entry, why=(why,), certainty=certainty)
    )


def _named(reading: Reading, view: View, stretch: tuple[int, int], edition: Edition, *kinds: Kind) -> Sequence[Claim]:
    """The outermost mentions of some kinds in a stretch of a view, in order, without those that stand in quotation marks."""
    start, end = stretch
    if start >= end:
        return ()
    span = view.span(start, end)
    outer: list[Claim] = []
    for claim in sorted((c for kind in kinds for c in reading.within(kind, *span)), key=by_place):
        if claim.end <= span[1] and not (outer and outer[-1].covers(claim)) and not _quoted(view, claim, start, edition):
            outer.append(claim)
    return outer


def _quoted(view: View, claim: Claim, start: int, edition: Edition) -> bool:
    """Whether a quotation that opens in the same stretch is still open where a mention begins."""
    before = view.text[start : view.offset(claim.start)]
    return before.rfind(edition.profile.open_mark) > before.rfind(edition.profile.close_mark)
