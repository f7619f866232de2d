"""The computed parts of the header: counts, checksum, tag usage, line ends, damaged characters, the software.

How the text is cited and classified is worked out beside, in `citations` and `classes`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

import teiwright
from teiwright.encode.citations import citations
from teiwright.encode.classes import classifications
from teiwright.encode.writer import attribute, content, escape, marked_in_place, unwritable
from teiwright.findings import Finding, Refused
from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Kind
from teiwright.model.lexicon import WORD
from teiwright.xml import TEI, local, read_own, tei

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_INSTRUCTION = re.compile(r"(?P<indent>^[ ]*)?<\?(?:(?P<act>[\w-]+)\s*(?P<name>[\w-]*)\s*|[^?]*)\?>", re.MULTILINE)
_PROLOG = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_START = re.compile(r'<teiHeader\s+xmlns="[^"]*"')
_UNITS = {
    "joined-line-ends": "joined-line-end", "weak-hyphens": "weak-hyphen",
    "pages": "page", "paragraphs": "paragraph", "block-quotations": "block-quotation", "quotations": "quotation",
    "notes": "note", "persons": "person", "mentions": "mention", "corrections": "correction",
    "regularizations": "regularization", "lines": "line", "bytes": "byte", "dates": "date",
    "organizations": "organization", "organization-mentions": "organization-mention", "places": "place",
    "place-mentions": "place-mention", "events": "event", "event-mentions": "event-mention", "works": "work",
    "work-mentions": "work-mention", "citations": "citation", "insertions": "insertion",
}  # fmt: skip
"""The figures that a measure can hold, so that validation compares them with the text (V603, V610) or the source (V011)."""

_MEANING = (
    "A rendition of the scheme “other” lists the characters that stand in the source file before a line: between the last "
    "sign printed on the line before and the first sign of this one. One with a selector holds for every such element that "
    "has no rendition of its own; “none” stands for no characters. In the renditions note-call and note-label, attr(n) is "
    "the number of the note."
)


def computed_header(
    reading: Reading,
    edition: Edition,
    header: bytes,
    renditions: Mapping[str, str],
    usual: Mapping[str, str],
    body: str,
) -> str:
    """The editor's header with everything filled in that it leaves to the engine, indented for its place.

    The editor writes `<?count NAME?>` and `<?sha256?>` where a figure stands, `<?insert NAME?>` where a computed element
    does.
    Raises Refused: E001 for a name the engine does not know, E002 when the header is not well-formed or no teiHeader.
    """
    root = read_own(header, "header.xml")
    if root.tag != tei("teiHeader") or root.prefix:
        name = f"{root.prefix}:{local(root)}" if root.prefix else local(root)
        help_ = f'write a TEI header: <teiHeader xmlns="{TEI}">, without a prefix'
        raise Refused(Finding("E002", f"the root is {name}, not teiHeader", help_, "header.xml", root.sourceline or 1))
    whole = header.decode("utf-8")
    prolog = _PROLOG.match(whole)
    start = prolog.end() if prolog else 0
    end = whole.rindex("</teiHeader>") + len("</teiHeader>")
    text = _START.sub("<teiHeader", whole[start:end])
    skipped = end - len(text)
    counts = _counts(reading)
    inserts: dict[str, Callable[[], list[str]]] = {
        "extent": lambda: _extent(counts),
        "tagsDecl": lambda: _tags_decl(reading, edition, renditions, usual, body),
        "styleDefDecl": lambda: [f'<styleDefDecl scheme="other"><p>{_MEANING}</p></styleDefDecl>'],
        "refsDecl": lambda: citations(body[body.index("<text>") :]),
        "classDecl": lambda: classifications(reading),
        "charDecl": lambda: _char_decl(reading),
        "appInfo": _app_info,
    }

    def fill(match: re.Match[str]) -> str:
        if match["act"] == "insert" and match["name"] in inserts:
            return "\n".join((match["indent"] or "") + line for line in inserts[match["name"]]())
        if match["act"] == "sha256":
            return reading.source.sha256
        if match["act"] == "count" and match["name"] in counts:
            return (match["indent"] or "") + _figure(match["name"], counts[match["name"]])
        line = whole.count("\n", 0, skipped + match.start()) + 1
        names = ", ".join(sorted({*counts, *inserts}))
        raise Refused(Finding("E001", f"{match[0].strip()} is not known", f"the names are {names}", "header.xml", line))

    filled = _INSTRUCTION.sub(fill, text)
    return "\n".join("  " + line if line.strip() else "" for line in filled.split("\n") if line.strip())


def _counts(reading: Reading) -> Mapping[str, int]:
    """The figures that a header may state."""
    blocks = reading.of(Kind.BLOCK_QUOTATION)
    body = next(zone for zone in reading.of(Kind.ZONE) if zone["name"] == "body")
    inside = (p for p in reading.of(Kind.PARAGRAPH) if body.covers(p))
    paragraphs = [p for p in inside if not reading.at(Kind.BLOCK_QUOTATION, p.start)]
    slips = Counter(c["slip"] for c in reading.of(Kind.EMENDATION))
    joins = Counter(c["join"] for c in reading.of(Kind.LINE_BREAK))
    entries = {kind: {c["ref"] for c in reading.of(kind)} for kind in AUTHORITIES}
    return {
        "joined-line-ends": joins.total() - joins["space"],
        "weak-hyphens": joins["soft"],
        "restored-signs": sum(reading.source.text.count(sign) for sign in reading.glyphs),
        "pages": sum(page["n"].isdigit() for page in reading.of(Kind.PAGE)),
        "paragraphs": len(paragraphs),
        "block-quotations": len(blocks),
        "quotations": len(reading.of(Kind.QUOTATION)),
        "notes": len(reading.of(Kind.NOTE)),
        "persons": len(entries[Kind.PERSON]),
        "mentions": len(reading.of(Kind.PERSON)),
        "organizations": len(entries[Kind.ORGANIZATION]),
        "organization-mentions": len(reading.of(Kind.ORGANIZATION)),
        "places": len(entries[Kind.PLACE_NAME]),
        "place-mentions": len(reading.of(Kind.PLACE_NAME)),
        "events": len(entries[Kind.EVENT]),
        "event-mentions": len(reading.of(Kind.EVENT)),
        "works": len(entries[Kind.WORK]),
        "work-mentions": len(reading.of(Kind.WORK)),
        "citations": len(reading.of(Kind.CITATION)),
        "insertions": len(reading.of(Kind.INSERTION)),
        "said": sum(c["tag"] == "said" for c in reading.of(Kind.QUOTATION)),
        "sourced": sum(bool(c.get("source") or c.get("cited")) for c in reading.of(Kind.ATTRIBUTION)),
        "parallels": len(reading.of(Kind.PARALLEL)),
        "remarks": len(reading.of(Kind.REMARK)),
        "dates": len(reading.of(Kind.TIME)),
        "corrections": slips["sic"],
        "regularizations": slips["orig"],
        "lines": reading.source.text.count("\n"),
        "bytes": reading.source.size,
        "words": len(WORD.findall(reading.view().text)),
        "doubtful-boundaries": sum(c.certainty < 0.8 and c.rule != "decision" for c in reading.of(Kind.BOUNDARY)),
    }


def _figure(name: str, count: int) -> str:
    if name not in _UNITS:
        return f"{count:,}"
    return f'<measure unit="{_UNITS[name]}" quantity="{count}">{count:,}</measure>'


def _extent(counts: Mapping[str, int]) -> list[str]:
    pages, words = counts["pages"], counts["words"]
    return [
        f'<extent><measure unit="page" quantity="{pages}">{pages} numbered pages</measure>, '
        f'<measure unit="word" quantity="{words}">{words:,} words</measure></extent>'
    ]


def _tags_decl(
    reading: Reading, edition: Edition, renditions: Mapping[str, str], usual: Mapping[str, str], body: str
) -> list[str]:
    lines = ['<tagsDecl partial="false">']
    line_ends = {gap: name for gap, name in renditions.items() if name.startswith("line-end")}
    for gap, name in line_ends.items():
        selectors = ", ".join(element for element, common in sorted(usual.items(), reverse=True) if common == gap and gap)
        selector = f' selector="{selectors}"' if selectors else ""
        spelled = " ".join(f"U+{ord(sign):04X}" for sign in gap) or "none"
        lines.append(f'  <rendition xml:id="{name}"{selector} scheme="other">{spelled}</rendition>')
    shown = {"note-call": content(edition.profile.note_call, "{n}"), "note-label": usual["note"]}
    shown |= {name: label for label, name in renditions.items() if label not in line_ends}
    lines += [f'  <rendition xml:id="{name}" scheme="css">{value}</rendition>' for name, value in shown.items()]
    reset = _where_notes_begin_anew(reading)
    if reset:
        lines.append(f'  <rendition xml:id="note-count" selector="{reset}" scheme="css">counter-reset: note</rendition>')
    lines.append('  <namespace name="http://www.tei-c.org/ns/1.0">')
    usage = Counter(re.findall(r"<([a-zA-Z]+)", body[body.index("<text>") :]))
    lines += [f'    <tagUsage gi="{name}" occurs="{usage[name]}"/>' for name in sorted(usage)]
    return [*lines, "  </namespace>", "</tagsDecl>"]


def _where_notes_begin_anew(reading: Reading) -> str:
    """The element at which the numbers of notes begin again with 1, if that can be seen: page, division or text."""
    pages: dict[str, list[int]] = {}
    for note in reading.of(Kind.NOTE):
        if not note["n"].isdecimal():
            return ""
        pages.setdefault(note["page"], []).append(int(note["n"]))
    numbers = [n for page in pages.values() for n in sorted(page)]
    if len(pages) < 2:
        return ""
    if all(sorted(page) == list(range(1, len(page) + 1)) for page in pages.values()):
        return "pb"
    if numbers == list(range(1, len(numbers) + 1)):
        return "text"
    return "div" if all(n in (1, before + 1) for before, n in pairwise([0, *numbers])) else ""


def _char_decl(reading: Reading) -> list[str]:
    """The declaration of damaged and unwritable characters; none when there are none."""
    marked, lines = marked_in_place(reading), list[str]()
    for sign, read in reading.glyphs.items():
        ambiguous = sign in marked
        how = "marked at each place with g" if ambiguous else "undone throughout"
        desc = f"{_name(sign)}, which stands for {read} in the source; {how}"
        value = "" if ambiguous else f'<mapping type="reading">{escape(read)}</mapping>'
        source = f'<mapping type="source">{_spelled(sign)}</mapping>'
        lines.append(f'  <char xml:id="c-{ord(sign):04X}"><desc>{escape(desc)}</desc>{source}{value}</char>')
    for sign in unwritable("".join(reading.source.ink(line) for line in reading.source.inked)):
        if sign not in reading.glyphs:
            desc = f"a character that XML cannot hold: {_name(sign)}"
            source = f'<mapping type="source">{_spelled(sign)}</mapping>'
            lines.append(f'  <char xml:id="c-{ord(sign):04X}"><desc>{desc}</desc>{source}</char>')
    return ["<charDecl>", *lines, "</charDecl>"] if lines else []


def _spelled(text: str) -> str:
    """Characters as code points, which XML can always hold."""
    return " ".join(f"U+{ord(sign):04X}" for sign in text)


def _name(sign: str) -> str:
    return " ".join(unicodedata.name(s, f"U+{ord(s):04X}") for s in sign)


def _app_info() -> list[str]:
    version = attribute(teiwright.__version__)
    return [f'<appInfo><application ident="teiwright" version="{version}"><label>teiwright</label></application></appInfo>']
