"""Names: every mention of what an authority file knows — a person, an organization, a place, a work — nested ones too."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.findings import Finding
from teiwright.model.authority import Entry
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from re import Pattern

    from teiwright.model.decisions import Decision
    from teiwright.model.edition import Edition
    from teiwright.model.profile import Profile
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_MEMORY = 2
"""In how many blocks a mention is in the reader’s mind: the one that is read, and those just before it."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A form in a text: its span, the entries that it may mean, whether it is short, and where a title before it begins."""

    start: int
    end: int
    form: str
    entries: tuple[Entry, ...]
    short: bool
    role: int = -1

    def crosses(self, other: _Match) -> bool:
        return self.start < other.start < self.end < other.end or other.start < self.start < other.end < self.end


def names(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find the names of the authority files in the corrected text, with the form of address before those of persons.

    The longest form wins, and the names inside it are found as well: the party inside its committee, the country inside the
    party. A possessive ending stays outside; a name inside a longer word or compound (`Leninism`, `Marxist-Leninist`) is no
    mention. A short name (“the Committee”) means the entry that shares it and that was mentioned last, itself or the whole
    it is part of, in the same block or the one before; where there is none, that is told. An editor's decision overrules
    each of this.
    """
    search = _Search.of(edition)
    entries = {entry.id: entry for entry in edition.entries}
    for said in edition.decisions.of("quotation", "block-quotation"):
        yield from (_unknown(said, name, entries) for name in (said.speaker, said.work) if name not in {"", *entries})
    decided = edition.decisions.of("name")
    recent: deque[list[str]] = deque(maxlen=_MEMORY)
    for block, view in blocks(reading):
        recent.append(mentioned := [])
        matches, note = tuple(search.matches(view.text)), block.kind is Kind.NOTE
        own = [d for d in decided if bool(d.note) == note and block.start <= d.start < block.end]
        confirmed = {match: d for match in matches for d in own if _confirms(d, view, match)}
        for named in own:
            if named not in confirmed.values():
                yield from _decided(named, entries)
        for match in matches:
            if match in confirmed:
                mentioned.append(confirmed[match].value)
                yield from _claims(view, match, entries[confirmed[match].value], "", confirmed[match])
                continue
            span = view.span(match.start, match.end)
            decision = edition.decisions.over(*span, "no-name", "name", note=note)
            if decision and decision.start <= span[0] and span[1] <= decision.end:
                if decision.act == "no-name":
                    yield _rejected(span, match, decision)
                if decision.act == "no-name" or _same_kind(match, entries.get(decision.value)):
                    continue
            before = view.text[: match.start].rsplit(maxsplit=1)[-1:]
            if match.short and before and before[0].lower() in edition.language.indefinite:
                continue
            entry, why = _meant(match, [name for names_ in recent for name in names_], search.wholes)
            if entry is None:
                yield _unresolved(reading, block, view, match)
                continue
            mentioned.append(entry.id)
            whole = _with_marks(match, view.text, edition.profile) if entry.kind is Kind.WORK else match
            yield from _claims(view, whole, entry, why)


def _confirms(decision: Decision, view: View, match: _Match) -> bool:
    """Whether a decision says of a form, with its form of address or without, what the authority files say already."""
    starts = {match.start, match.role if match.role >= 0 else match.start}
    spans = {view.span(start, match.end) for start in starts}
    return (decision.start, decision.end) in spans and decision.value in {entry.id for entry in match.entries}


def _decided(decision: Decision, entries: Mapping[str, Entry]) -> Iterator[Claim | Finding]:
    """The mention that an editor decided; a finding where the entry is unknown."""
    entry = entries.get(decision.value)
    if entry is None:
        yield _unknown(decision, decision.value, entries)
        return
    details = {**_details(entry, decision.text), "decision": decision.id}
    span, evidence = (decision.start, decision.end), (f"decided: {decision.reason}",)
    yield Claim(entry.kind, *span, "decision", evidence, decision.certainty, None, decision.responsible, details)


def _unknown(decision: Decision, name: str, entries: Mapping[str, Entry]) -> Finding:
    near = ", ".join(get_close_matches(name, entries, 3)) or "write the entry into its authority file"
    return Finding("D006", f"there is no entry {name}", near, "decisions.xml", decision.line, decision.page)


def _details(entry: Entry, words: str) -> dict[str, str]:
    """What a mention says of its entry; that of a work also whether the words are its title or describe it."""
    if entry.kind is not Kind.WORK:
        return {"ref": entry.id}
    titled = words in (*entry.forms, *entry.shorts) or not re.search(r"(?<![\w’-])[a-zß-ÿ]\w{3,}", words)
    return {"ref": entry.id, "tag": "title" if titled else "rs", "level": entry.level if titled else ""}


def _same_kind(match: _Match, decided: Entry | None) -> bool:
    """Whether a form could mean the kind of entry that an editor decided on; one of another kind may stand inside."""
    return decided is not None and any(entry.kind is decided.kind for entry in match.entries)


def _rejected(span: tuple[int, int], match: _Match, decision: Decision) -> Claim:
    evidence = (f"decided otherwise: {decision.reason}", f"the form “{match.form}” of the authority file")
    return Claim(Kind.REJECTED, *span, "names", evidence, details={"decision": decision.id})


def _meant(match: _Match, mentioned: Sequence[str], wholes: dict[str, frozenset[str]]) -> tuple[Entry | None, str]:
    """The entry that a form means, and why."""
    if not match.short:
        return match.entries[0], f"the form “{match.form}” of the authority file"
    for entry_id in reversed(mentioned):
        for entry in match.entries:
            if entry.id == entry_id:
                return entry, f"“{match.form}” after a mention of {entry.id}"
        for entry in match.entries:
            if entry_id in wholes.get(entry.id, frozenset()):
                return entry, f"“{match.form}” after a mention of {entry_id}, to which {entry.id} belongs"
    return None, ""


def _claims(view: View, match: _Match, entry: Entry, why: str, decision: Decision | None = None) -> Iterator[Claim]:
    """The claims for a mention and for the form of address before it; the editor answers for one that was decided."""
    others = tuple(f"{other.id} has the same short form" for other in match.entries if other.id != entry.id)
    start = match.role if match.role >= 0 else match.start
    span, details = view.span(start, match.end), _details(entry, match.form)
    if decision:
        evidence, details = (f"decided: {decision.reason}",), {**details, "decision": decision.id}
        who, sure = decision.responsible, decision.certainty
        yield Claim(entry.kind, *span, "decision", evidence, sure, None, who, details, others)
    else:
        certainty = 0.9 if match.short else 1.0
        yield Claim(entry.kind, *span, "names", (why,), certainty, details=details, alternatives=others)
    if match.role >= 0:
        role = view.text[match.role : match.start].rstrip()
        words = ("a form of address before a name",)
        yield Claim(Kind.ROLE, *view.span(match.role, match.role + len(role)), "names", words)


def _with_marks(match: _Match, text: str, profile: Profile) -> _Match:
    """The title of a work with the quotation marks around it, which belong to the element, and a stop before the last."""
    closing = re.compile(rf"[.,]?{re.escape(profile.close_mark)}").match(text, match.end)
    opened = text.endswith(profile.open_mark, 0, match.start)
    if not (closing and opened):
        return match
    return replace(match, start=match.start - len(profile.open_mark), end=closing.end())


def _unresolved(reading: Reading, block: Claim, view: View, match: _Match) -> Finding:
    position = view.span(match.start, match.end)[0]
    shared = ", ".join(entry.id for entry in match.entries)
    message = f"“{match.form}” may mean {shared}, but none of them is mentioned just before"
    help_ = "give a longer form of the name to its entry, or leave it"
    line = reading.source.line_at(position).number
    return Finding("A005", message, help_, reading.source.name, line, reading.page_at(block.start))


@dataclass(frozen=True, slots=True)
class _Search:
    """The forms of all entries, as patterns.

    full, short: the entries of each form; patterns: one for each kind, which finds its forms, the longest first;
    wholes: for each entry those that it belongs to: a body whose full form stands inside its own, the author of a work.
    """

    full: dict[str, Entry]
    short: dict[str, tuple[Entry, ...]]
    patterns: tuple[Pattern[str], ...]
    wholes: dict[str, frozenset[str]]

    @classmethod
    def of(cls, edition: Edition) -> _Search:
        full = {form: entry for entry in edition.entries for form in entry.forms}
        full |= {form.upper(): entry for form, entry in full.items() if entry.kind is Kind.WORK}  # as heads have it
        short: dict[str, tuple[Entry, ...]] = {}
        by_kind: dict[Kind, set[str]] = {}
        for entry in edition.entries:
            for form in entry.shorts:
                short[form] = (*short.get(form, ()), entry)
            by_kind.setdefault(entry.kind, set()).update(entry.forms, entry.shorts, entry.exceptions)
            if entry.kind is Kind.WORK:
                by_kind[entry.kind].update(form.upper() for form in entry.forms)
        roles = edition.language.roles
        patterns = tuple(_pattern(forms, roles if kind is Kind.PERSON else ()) for kind, forms in by_kind.items())
        wholes = {
            entry.id: frozenset(entry.creators).union(
                other.id
                for other in edition.entries
                if other.kind is entry.kind
                and other.id != entry.id
                and any(a in b for a in other.forms for b in entry.forms)
            )
            for entry in edition.entries
            if entry.shorts
        }
        return cls(full, short, patterns, wholes)

    def matches(self, text: str) -> Iterator[_Match]:
        """The forms in a text in order, nested ones too, but none that crosses a longer one or repeats what is around it."""
        found = [match for pattern in self.patterns for match in self._found(pattern, text, 0, len(text))]
        kept: list[_Match] = []
        for match in sorted(found, key=lambda one: (one.start - one.end, one.start)):
            around = [other for other in kept if other.start <= match.start and match.end <= other.end]
            if any(map(match.crosses, kept)) or any(_repeats(match, other) for other in around):
                continue
            kept.append(match)
        return iter(sorted(kept, key=lambda one: (one.start, -one.end)))

    def _found(self, pattern: Pattern[str], text: str, start: int, end: int) -> Iterator[_Match]:
        """The forms of one kind between two places, those inside a form after it."""
        position = start
        while m := pattern.search(text, position, end):
            form = re.sub(r"\s+", " ", m["name"])
            position = m.end("name")
            entries = (self.full[form],) if form in self.full else self.short.get(form, ())
            if entries:  # and not an exception
                role = m.start("role") if "role" in pattern.groupindex and m["role"] else -1
                yield _Match(*m.span("name"), form, entries, form not in self.full, role)
                yield from self._opening(m.start("name"), form, entries[0].kind)
                yield from self._found(pattern, text, m.start("name") + 1, position)

    def _opening(self, start: int, form: str, kind: Kind) -> Iterator[_Match]:
        """The forms of a kind that a longer one begins with."""
        for space in re.finditer(" ", form):
            first = form[: space.start()]
            entries = (self.full[first],) if first in self.full else self.short.get(first, ())
            if any(entry.kind is kind for entry in entries):
                yield _Match(start, start + len(first), first, entries, first not in self.full)


def _repeats(match: _Match, around: _Match) -> bool:
    """Whether a form says nothing beside the longer one around it: it may mean the same entry, or is a part of its name.

    A body may have another in its name, and an event; the name of a person, a place or a work has no other of its kind.
    """
    same = {entry.id for entry in match.entries} & {entry.id for entry in around.entries}
    kind = match.entries[0].kind
    part = kind is around.entries[0].kind and kind in (Kind.PERSON, Kind.PLACE_NAME, Kind.WORK)
    return bool(same) or part or match.short


def _pattern(forms: Iterable[str], roles: tuple[str, ...]) -> Pattern[str]:
    names_ = "|".join(_spaced(form) for form in sorted(forms, key=len, reverse=True))
    titles = "|".join(_spaced(role) for role in sorted(roles, key=len, reverse=True))
    role = rf"(?:(?P<role>{titles})\s)?" if titles else ""
    return re.compile(rf"(?<![\w-])(?<!\w[’']){role}(?<![\w-])(?P<name>{names_})(?![\w]|-\w)")


def _spaced(form: str) -> str:
    return r"\s".join(re.escape(word) for word in form.split())
