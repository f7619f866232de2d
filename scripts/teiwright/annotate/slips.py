"""Slips: places where a rule can see that a sign, a stop or a hyphen was lost or strayed in.

Each rule reads a string and yields slips; what is only suspected is a finding and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from teiwright.annotate.blocks import blocks
from teiwright.annotate.hyphens import lost_hyphens
from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind, by_place
from teiwright.model.lexicon import WORD, Lexicon
from teiwright.model.reading import FLOW
from teiwright.wordlist import is_word

if TYPE_CHECKING:
    from teiwright.language import Language
    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


class Slip(NamedTuple):
    """A slip in a string: its span there (characters), the corrected reading, why, how sure, and whose it is."""

    start: int
    end: int
    reading: str
    why: str
    certainty: float = 0.95
    source: str = "transcription"


_STRAY_HYPHEN = re.compile(r"\b([^\W\d_]+)- (?=([a-z]+))")
_GLUED = re.compile(r"(?<![-\w])([^\W\d_]+)-([a-z]+) (?=[a-z])")
_STRAY_SIGN = re.compile(r"(?<=\w)[~^|¬§\\`]+(?=\W|$)")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’-]*$")
_STRAY_STOP = re.compile(r"(?<= )[.,;:](?=[a-z])")
_STRAY_APOSTROPHE = re.compile(r"\b([a-z]*[a-rt-wy])’ (?=[a-z])")
_STRAY_COMMA = re.compile(r"\b(?:[Tt]he|[Aa]n?),(?= [“‘])")
_MISSING_STOP = re.compile(r"\b([a-z]{2,}) ([A-Z][a-z]+) (?=[a-z])")
_CITATION = re.compile(r"\b(\d{4})(?= pp?\. ?\d)")
_DOUBLED = re.compile(r"\b([a-z]{2,}) \1\b")
_SURE = 0.9


def stray_hyphen(text: str, _: Lexicon, language: Language) -> Iterator[Slip]:
    """A hyphen after a whole word and before a space (`developed- in`), unless it is suspended (`pre- and post-`)."""
    for m in _STRAY_HYPHEN.finditer(text) if "- " in text else ():
        suspended = m[2] in language.suspending and "-" in text[m.end() : m.end() + 30]
        if not suspended:
            yield Slip(m.start(), m.end(1) + 1, m[1], "a hyphen after a whole word, before a space")


def glued_words(text: str, lexicon: Lexicon, language: Language) -> Iterator[Slip]:
    """A hyphen in the place of a space: the second part is a word that ends no compound (`the mass-of the people`)."""
    for m in _GLUED.finditer(text):
        if m[2] in language.function_words and lexicon.count(f"{m[1]}-{m[2]}") <= 1 and not lexicon.opens(f"{m[1]}-{m[2]}-"):
            yield Slip(m.start(), m.end(2), f"{m[1]} {m[2]}", f"no compound ends in “{m[2]}”: the hyphen stands for a space")


def stray_sign(text: str, _: Lexicon, __: Language) -> Iterator[Slip]:
    """A sign that no printer sets, at the end of a word (`line~`)."""
    for m in _STRAY_SIGN.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, m.start() - 40), m.start())
        if word:
            yield Slip(word.start(), m.end(), word[0], f"“{m[0]}” is no mark of punctuation", 0.98)


def stray_stop(text: str, _: Lexicon, __: Language) -> Iterator[Slip]:
    """A stop before a word in lower case, after a space (`because of .this`)."""
    for m in _STRAY_STOP.finditer(text):
        word = WORD.match(text, m.end())
        end = word.end() if word else m.end()
        yield Slip(m.start(), end, text[m.end() : end], "a stop between a space and a word")


def stray_apostrophe(text: str, lexicon: Lexicon, language: Language) -> Iterator[Slip]:
    """An apostrophe after a word that takes none (`the’ democratic`): it ends in no s, and is common without."""
    if "’ " not in text or "‘" in text:
        return
    for m in _STRAY_APOSTROPHE.finditer(text):
        if lexicon.count(m[1]) > 2 and is_word(m[1], language.tag):
            yield Slip(m.start(), m.end(1) + 1, m[1], "an apostrophe after a word that takes none")


def stray_comma(text: str, _: Lexicon, __: Language) -> Iterator[Slip]:
    """A comma between an article and the words in marks that it belongs to (`of the, “course”`)."""
    for m in _STRAY_COMMA.finditer(text):
        yield Slip(m.start(), m.end(), m[0][:-1], "a comma between an article and its noun in marks")


def missing_stop(text: str, lexicon: Lexicon, language: Language) -> Iterator[Slip]:
    """A capital in the middle of a sentence on a word that the book else writes small (`countries Mistakes committed`)."""
    for m in _MISSING_STOP.finditer(text):
        inside = len(re.findall(rf"(?<=[a-z,] ){m[2]}\b", text))
        known = m[1] in language.function_words or m[2] in language.calendar
        common = lexicon.count(m[2]) >= 4 and not known
        if common and inside == 1 and not lexicon.capitalized(m[2]):
            yield Slip(
                m.start(1),
                m.end(1),
                m[1] + ".",
                f"“{m[2]}” has a capital only here: a sentence begins",
                certainty=0.7,
                source="unknown",
            )


def extra_letter(text: str, lexicon: Lexicon, language: Language) -> Iterator[Slip]:
    """A form found once that is no word, but one of the commonest words of the book without one letter (`aqnd`)."""
    for word, shorter in lexicon.padded.items():
        at = text.find(f" {word} ") + 1
        if at and not is_word(word, language.tag):
            yield Slip(at, at + len(word), shorter, f"“{word}” is no word, and stands once", 0.97)


def near_duplicate(text: str, lexicon: Lexicon, language: Language) -> Iterator[Slip]:
    """A long form found once that is no word, and one letter from one that the book has often (`proletaiat`): suspected."""
    for m in WORD.finditer(text) if lexicon.near else ():
        usual = lexicon.near.get(m[0])
        if usual and not is_word(m[0], language.tag):
            yield Slip(*m.span(), usual, f"“{m[0]}” is no word, and {lexicon.attests(usual)}", 0.8, "unknown")


def doubled_word(text: str, _: Lexicon, __: Language) -> Iterator[Slip]:
    """A word twice (`of of`), which is sometimes meant (`had had`): a suspicion only."""
    for m in _DOUBLED.finditer(text):
        yield Slip(m.start(), m.end(), m[1], "a word twice", 0.5, "unknown")


RULES: tuple[Callable[[str, Lexicon, Language], Iterator[Slip]], ...] = (
    stray_hyphen, glued_words, stray_sign, stray_stop, stray_apostrophe, stray_comma, missing_stop, extra_letter,
    near_duplicate, doubled_word,
)  # fmt: skip


def slips(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Apply every rule to every block, and claim the slips that are certain and that the editor has not decided about.

    What is only suspected is a finding, and so is a slip that touches another one.
    """
    end = 0
    for claim in sorted(_found(reading, edition), key=by_place):
        if claim.kind is Kind.REJECTED:
            yield claim
        elif claim.certainty < _SURE or claim.start < end:
            yield _suspicion(reading, claim)
        else:
            end = claim.end
            yield claim


def _found(reading: Reading, edition: Edition) -> Iterator[Claim]:
    """Everything that looks like a slip, as claims."""
    lexicon = Lexicon.of(reading.repaired, edition.language.tag)
    for start, end, reads, evidence, certainty in lost_hyphens(reading, lexicon):
        yield _claim(edition, start, end, Slip(0, 0, reads, evidence, certainty), "orig")
    ended = _notes_end_in_stops(reading)
    for block, view in blocks(reading, FLOW):
        found = [slip for rule in RULES for slip in rule(view.text, lexicon, edition.language)]
        if block.kind is Kind.NOTE:
            found += _in_note(view.text, ended)
        for slip in found:
            yield _claim(edition, *view.span(slip.start, slip.end), slip, "sic", note=block.kind is Kind.NOTE)


def _suspicion(reading: Reading, claim: Claim) -> Finding:
    """What is told of a slip that is only suspected."""
    words = " ".join(reading.repaired[claim.start : claim.end].split())
    message = f"“{words}” may have to read “{claim.reads}”: {claim.evidence[0]}"
    line = reading.source.line_at(claim.start).number
    help_ = "if it is a slip, correct it in decisions.xml; if not, keep it there"
    return Finding("A004", message, help_, reading.source.name, line, reading.page_at(claim.start))


def _claim(edition: Edition, start: int, end: int, slip: Slip, tag: str, *, note: bool = False) -> Claim:
    details = {"slip": tag, "source": slip.source}
    decision: Decision | None = edition.decisions.over(start, end, "keep", "correct", note=note)
    if decision:
        details |= {"decision": decision.id, "would-read": slip.reading}
        evidence = (f"decided otherwise: {decision.reason}", slip.why)
        return Claim(Kind.REJECTED, start, end, "slips", evidence, slip.certainty, details=details)
    return Claim(Kind.EMENDATION, start, end, "slips", (slip.why,), slip.certainty, slip.reading, details=details)


def _in_note(text: str, ended: bool) -> Iterator[Slip]:
    """What only notes show: a citation without the comma before its pages, a note without the stop that others have."""
    for m in _CITATION.finditer(text):
        yield Slip(m.start(), m.end(), m[0] + ",", "a citation has a comma between year and pages", source="unknown")
    if ended and text[-1:].isalnum():
        start = _word_start(text, len(text))
        yield Slip(start, len(text), text[start:] + ".", "the other notes end with a stop", source="unknown")


def _notes_end_in_stops(reading: Reading) -> bool:
    ends = [reading.note_view(note).text[-1:] for note in reading.of(Kind.NOTE)]
    return ends.count(".") > 2 * (len(ends) - ends.count("."))


def _word_start(text: str, end: int) -> int:
    """Where the run of signs without a space that ends at `end` begins."""
    return text.rfind(" ", 0, end) + 1
