"""Citations: references to works in notes, with their parts, and the work that each means — *Ibid.* and *op. cit.* too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.language import Citing
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.view import View

_FIELD = re.compile(r"[^,;()]+")
_YEAR = re.compile(r"(?:1[4-9]|20)[0-9]{2}")
_NAME = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+)?")
_PLACE = re.compile(r"[^\W\d_a-z][\w’'-]+(?:(?:\s|-|\sand\s)[^\W\d_a-z][\w’'-]+){0,2}")
_TITLE = re.compile(r"[“‘]?[^\W\d_a-z].{2,}")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a citation: its span in a text (characters), what it is, and for a scope its unit and its first and last.

    name: `author`, `title`, `pubPlace`, `date`, `biblScope`, `ibidem` or `opere`.
    """

    start: int
    end: int
    name: str
    unit: str = ""
    first: str = ""
    last: str = ""


def citations(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Claim each citation in a note, and its parts; the work is that of the entry that its title names.

    *Ibid.* means the work cited just before, *op. cit.* the one of the same authors cited last; where there is none, that is
    told. The citation is kept as printed, whatever it says (Guidelines, 3.12).
    """
    citing = edition.language.citing
    if citing is None:
        return
    cited: list[tuple[str, frozenset[str]]] = []
    for note, view in blocks(reading):
        if note.kind is not Kind.NOTE:
            continue
        for fields in citations_in(view.text, citing):
            span = view.span(fields[0].start, _end(view.text, fields[-1].end))
            authors = frozenset(claim["ref"] for claim in _inside(reading, Kind.PERSON, view, fields, "author"))
            named = next((claim["ref"] for claim in _inside(reading, Kind.WORK, view, fields, "title")), "")
            names = {field.name for field in fields}
            if names & {"ibidem", "opere"}:
                work, authors, why = _meant(cited, authors, ibidem="ibidem" in names)
                if not why:
                    yield _unresolved(reading, note, view.text[fields[0].start : fields[-1].end])
            else:
                work, why = (
                    named,
                    "author, title and place in the work" if "author" in names else "title and place in the work",
                )
            cited.append((work, authors))
            yield Claim(
                Kind.CITATION, *span, "citations", (why or "a place in a work",), details={"ref": work} if work else {}
            )
            yield from _parts(reading, view, fields)


def citations_in(text: str, citing: Citing) -> Iterator[tuple[Field, ...]]:
    """The citations of a text, each as its fields in order.

    A citation is a run of fields parted by commas that names a work (an author and a title, a title, *Ibid.*, *op. cit.*)
    and after it a place in it, or the author, the title and the year.
    """
    for clause in re.finditer(r"[^;]+", text):
        fields = _fields(text, clause.start(), clause.end(), citing)
        names = [field.name for field in fields]
        worded = "title" in names or "ibidem" in names or ("opere" in names and "author" in names)
        placed = "biblScope" in names or {"author", "title", "date"} <= {*names}
        if worded and placed:
            yield fields


def _fields(text: str, start: int, end: int, citing: Citing) -> tuple[Field, ...]:
    """The fields of a clause from the first that is one on; what cannot be a field ends them."""
    opening = citing.opening.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    found: list[Field] = []
    for match in _FIELD.finditer(text, opening.end() if opening else start, end):
        words = match[0].strip()
        if not words:
            continue
        first = match.start() + match[0].index(words)
        last = first + len(words)
        if last == len(text) and words.endswith(".") and not citing.ibidem.fullmatch(words):
            last -= 1
        field = _field(text, first, last, found, citing)
        if field:
            found.append(field)
        elif found:
            break
    return _settled(found)


def _field(text: str, start: int, end: int, before: Sequence[Field], citing: Citing) -> Field | None:
    """What one field of a citation is, by its form and what stands before it."""
    words, names = text[start:end], [field.name for field in before]
    for pattern, unit in citing.scopes:
        match = pattern.fullmatch(words)
        if match:
            first, last = match["from"], match["to"] or ""
            shortened = first[: len(first) - len(last)] if last.isdecimal() and len(last) < len(first) else ""
            return Field(start, end, "biblScope", unit, first, shortened + last)
    if citing.ibidem.fullmatch(words) and not before:
        return Field(start, end, "ibidem")
    if citing.opere.fullmatch(words):
        return Field(start, end, "opere")
    if _YEAR.fullmatch(words):
        return Field(start, end, "date", first=words)
    if not before and all(_NAME.fullmatch(name) for name in citing.joining.split(words)):
        return Field(start, end, "author")
    if "biblScope" not in names and "title" not in names and _TITLE.fullmatch(words):
        return Field(start, end, "title")
    if names and names[-1] in ("title", "biblScope") and _PLACE.fullmatch(words):
        return Field(start, end, "pubPlace")
    return None


def _settled(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields up to a place that no year follows, since a capital alone tells no place; a lone first name is a title."""
    years = [field.name == "date" for field in fields[1:]] + [False]
    cut = next((i for i, field in enumerate(fields) if field.name == "pubPlace" and not years[i]), len(fields))
    kept = tuple(fields[:cut])
    if kept and kept[0].name == "author" and not {"title", "opere"} & {field.name for field in kept}:
        return (replace(kept[0], name="title"), *kept[1:])
    return kept


def _end(text: str, end: int) -> int:
    """The end of a citation with the stop after it, if the text ends there."""
    return end + 1 if text[end : end + 1] == "." and not text[end + 1 :].strip() else end


def _inside(reading: Reading, kind: Kind, view: View, fields: Sequence[Field], name: str) -> Iterator[Claim]:
    """The claims of a kind in the fields of a name."""
    for field in fields:
        if field.name == name:
            yield from reading.within(kind, *view.span(field.start, field.end))


def _meant(
    cited: Sequence[tuple[str, frozenset[str]]], authors: frozenset[str], *, ibidem: bool
) -> tuple[str, frozenset[str], str]:
    """The work that *Ibid.* or *op. cit.* means, its authors, and why; no reason where nothing was cited before."""
    if ibidem:
        return (*cited[-1], "Ibid.: the work of the citation before") if cited else ("", authors, "")
    for work, names in reversed(cited):
        if names == authors and authors:
            return work, names, "op. cit.: the work of this author that was cited last"
    return "", authors, ""


def _unresolved(reading: Reading, note: Claim, words: str) -> Finding:
    message = f"“{words}” refers to a citation that does not stand before it"
    line = reading.source.line_at(note.start).number
    help_ = "see whether a note before it was lost, or its author has no entry in persons.xml"
    return Finding("A006", message, help_, reading.source.name, line, reading.page_at(note.start))


def _parts(reading: Reading, view: View, fields: Sequence[Field]) -> Iterator[Claim]:
    """The parts of a citation that have an element of their own, unless a claim that stands there says the same."""
    for field in fields:
        span = view.span(field.start, field.end)
        if field.name == "date":
            if not reading.within(Kind.TIME, *span):
                yield Claim(Kind.TIME, *span, "citations", ("the year of a citation",), details={"when": field.first})
        elif field.name == "title":
            if not reading.within(Kind.WORK, *span):
                yield Claim(Kind.CITED, *span, "citations", ("the title of a citation",), details={"name": "title"})
        elif field.name not in ("ibidem", "opere"):
            stated = {"name": field.name, "unit": field.unit, "first": field.first, "last": field.last}
            details = {name: value for name, value in stated.items() if value}
            yield Claim(Kind.CITED, *span, "citations", (f"the {field.unit or field.name} of a citation",), details=details)
