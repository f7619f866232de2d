"""The writer: a tree of claims and the marks between lines become the text of a TEI document.

Each character of the source is written exactly once. Mixed content is never indented; a line feed stands in it only where
the source has a line end and no word is divided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from teiwright.encode.elements import CONTAINERS, TAGS, attributes
from teiwright.encode.ids import Key, key, note_id, page_id
from teiwright.encode.marks import Mark, Sort, note_marks
from teiwright.model.claim import Claim, Kind
from teiwright.model.nesting import Node

if TYPE_CHECKING:
    from teiwright.model.reading import Reading

_NOT_XML = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
PHRASES = (
    Kind.PUBLISHER, Kind.PLACE, Kind.DATE, Kind.REFERENCE, Kind.QUOTATION, Kind.CITATION, Kind.CITED, Kind.WORK, Kind.EVENT,
    Kind.ORGANIZATION, Kind.PERSON, Kind.ROLE, Kind.PLACE_NAME, Kind.TIME, Kind.INSERTION, Kind.EMENDATION, Kind.REMARK,
)  # fmt: skip
"""Kinds that stand inside mixed content; what is inside them is text."""


class Writer:
    """Writes one stretch of the source — the running text, or a note — from its nodes and marks.

    notes: the notes with what is in them, by the character where they begin; ids: the ids of claims; rendition: what
    an element needs to say of the line end before it, when that is not the usual one.
    """

    def __init__(
        self,
        reading: Reading,
        marks: Sequence[Mark],
        notes: Mapping[str, Node],
        ids: Mapping[Key, str],
        rendition: Callable[[str, str], str],
    ) -> None:
        """Begin before the first mark."""
        self._reading = reading
        self._text = reading.source.text
        self._marks = marks
        self._next = 0
        self._notes = notes
        self._ids = ids
        self._rendition = rendition
        self._position = marks[0].start if marks else 0
        self._newline = False
        self._out: list[str] = []
        self._special = re.compile(f"[{_NOT_XML}{re.escape(''.join(marked_in_place(reading)))}]")

    def write(self, nodes: Sequence[Node], depth: int) -> str:
        """The text of some sibling nodes that hold blocks, indented to a depth (two blanks each)."""
        for node in nodes:
            self._node(node, depth, mixed=False)
        return "".join(self._out)

    def write_text(self, nodes: Sequence[Node], end: int) -> str:
        """The mixed content up to a character of the source, with the phrases in it."""
        self._content(nodes, end, 0, mixed=True)
        return "".join(self._out)

    def _node(self, node: Node, depth: int, *, mixed: bool) -> None:
        claim = node.claim
        phrase = claim.kind in PHRASES
        self._advance(
            claim.start, depth, mixed=mixed, inclusive=phrase, furniture=claim.kind not in (Kind.ZONE, Kind.DIVISION)
        )
        if not phrase:
            self._indent(depth)
        if claim.kind is Kind.EMENDATION:
            self._choice(claim)
            return
        if claim.kind is Kind.REMARK:
            stated = f'type="editorial" resp="#{claim.responsible}" cert="{claim.cert}"'
            self._out.append(f"<note {stated}>{escape(claim['words'])}</note>")
            return
        if claim.kind is Kind.REFERENCE and key(claim) not in self._ids:
            self._content(node.children, claim.end, depth, mixed=True)
            return
        opening, closing = TAGS[claim.kind](claim)
        first, _, rest = opening.partition(" ")
        own = " ".join(filter(None, [first, attributes(claim, self._ids, self._about(claim)), rest]))
        container = claim.kind in CONTAINERS
        self._out.append(f"<{own}>")
        if claim.kind is Kind.TITLE:
            self._out.append('<titlePart type="main">')
        self._content(node.children, claim.end, depth + 1, mixed=not container)
        if container:
            self._indent(depth)
        self._out.append(closing)

    def _about(self, quotation: Claim) -> Sequence[Claim]:
        """The claims that say where a quotation comes from, and which passage it repeats."""
        if quotation.kind not in (Kind.QUOTATION, Kind.BLOCK_QUOTATION):
            return ()
        begun = quotation.start, quotation.start + 1
        about = (one for kind in (Kind.ATTRIBUTION, Kind.PARALLEL) for one in self._reading.within(kind, *begun))
        return [one for one in about if one.end == quotation.end]

    def _content(self, nodes: Sequence[Node], end: int, depth: int, *, mixed: bool) -> None:
        for node in nodes:
            self._node(node, depth, mixed=mixed)
        self._advance(end, depth, mixed=mixed, inclusive=end == len(self._text) and not mixed)

    def _choice(self, claim: Claim) -> None:
        wrong, right = ("orig", "reg") if claim["slip"] == "orig" else ("sic", "corr")
        self._out.append(f"<choice><{wrong}>")
        self._advance(claim.end, 0, mixed=True)
        self._out.append(
            f'</{wrong}><{right} type="{claim["source"]}" resp="#{claim.responsible}" cert="{claim.cert}">'
            f"{escape(re.sub(f'[{_NOT_XML}]', '', claim.reads or ''))}</{right}></choice>"
        )

    def _advance(self, to: int, depth: int, *, mixed: bool, inclusive: bool = False, furniture: bool = False) -> None:
        """Write what stands before a place: text, and the marks that begin before it.

        inclusive: also the marks at the place itself; furniture: of those, page beginnings and page furniture only.
        """
        while self._next < len(self._marks):
            mark = self._marks[self._next]
            at_place = mark.start == to and (inclusive or (furniture and mark.sort <= Sort.FURNITURE))
            if mark.start >= to and not at_place:
                break
            if mark.sort is not Sort.END:
                self._plain(mark.start)
            self._next += 1
            self._mark(mark, depth, mixed=mixed)
            self._position = max(self._position, mark.end)
        self._plain(to)

    def _mark(self, mark: Mark, depth: int, *, mixed: bool) -> None:
        whole = mark.join != "space"
        broken = ' break="no"' if whole else ""
        claim = mark.claim
        if mark.sort is Sort.GAP:
            self._newline = mixed and not whole and bool(self._out)
        elif mark.sort is Sort.PAGE and claim:
            self._line_feed(depth, mixed=mixed)
            self._out.append(f'<pb xml:id="{page_id(claim["n"])}" n="{attribute(claim["n"])}"{broken}/>')
            self._newline = False
        elif mark.sort is Sort.FURNITURE and claim:
            self._furniture(mark, claim, depth, mixed=mixed)
        elif mark.sort is Sort.LINE:
            if mixed and self._newline:
                self._out.append("\n")
            self._newline = False
            self._out.append(f"<lb{self._rendition('lb', mark.gap)}{broken}/>")
        elif mark.sort is Sort.CALL and claim:
            self._note(claim)
        elif mark.sort is Sort.HYPHEN:
            self._out.append(f'<pc force="weak">{self._escaped(mark.start, mark.end)}</pc>')
            self._position = mark.end
        elif mark.sort is Sort.END:
            self._indent(depth)
            self._out.append(f'<milestone unit="source" type="end"{self._rendition("lb", mark.gap)}/>')
            self._position = mark.end

    def _furniture(self, mark: Mark, claim: Claim, depth: int, *, mixed: bool) -> None:
        kind = "pageNum" if claim.kind is Kind.PAGE_NUMBER else "header"
        if not mixed and not self._out[-1].startswith("<pb"):
            self._indent(depth)
        text = self._escaped(mark.start, mark.end)
        self._out.append(f'<fw type="{kind}" place="{claim["place"]}"{self._rendition("fw", mark.gap)}>{text}</fw>')
        self._newline = mixed and mark.join == "space"

    def _note(self, call: Claim) -> None:
        node = self._notes[call["note"]]
        note = node.claim
        writer = Writer(self._reading, note_marks(self._reading, note), {}, self._ids, self._rendition)
        label = content(self._text[note.start : int(note["text-start"])], note["n"])
        names = f'xml:id="{note_id(note)}" n="{attribute(note["n"])}" place="bottom"{self._rendition("note", label)}'
        self._out.append(f"<note {names}>")
        self._out.append(writer.write_text(node.children, note.end))
        self._out.append("</note>")

    def _plain(self, to: int) -> None:
        if to > self._position:
            self._out.append(self._escaped(self._position, to))
            self._position = to

    def _escaped(self, start: int, end: int) -> str:
        """A stretch of the source as XML: damage undone, and `g` for what has to be marked at its place."""
        pieces, at = [], start
        for match in self._special.finditer(self._text, start, end):
            pieces += [escape(self._reading.repaired[at : match.start()]), self._marked(match[0])]
            at = match.end()
        return "".join((*pieces, escape(self._reading.repaired[at:end])))

    def _marked(self, sign: str) -> str:
        read = self._reading.glyphs.get(sign, "")
        name = f'g ref="#c-{ord(sign):04X}"'
        return f"<{name}>{escape(read)}</g>" if read else f"<{name}/>"

    def _line_feed(self, depth: int, *, mixed: bool) -> None:
        if not mixed:
            self._indent(depth)
        elif self._newline:
            self._out.append("\n")

    def _indent(self, depth: int) -> None:
        self._out.append("\n" + "  " * depth)


def content(text: str, number: str) -> str:
    """The CSS property content for a label or call that shows a note's number: `[1] ` → `content: "[" attr(n) "] "`."""
    before, found, after = text.partition(number)
    parts = [f'"{escape(before)}"' * bool(before), "attr(n)" * bool(found), f'"{escape(after)}"' * bool(after)]
    return f"content: {' '.join(filter(None, parts))}"


def escape(text: str) -> str:
    """Text as XML content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as an XML attribute value in double quotation marks."""
    return escape(text).replace('"', "&quot;")


def unwritable(text: str) -> list[str]:
    """The characters of a text that XML 1.0 cannot hold, each once, in order."""
    return sorted(set(re.findall(f"[{_NOT_XML}]", text)))


def marked_in_place(reading: Reading) -> list[str]:
    """The damaged signs that cannot be undone throughout: the source has what they stand for, or two stand for the same."""
    readings = list(reading.glyphs.values())
    return [s for s, read in reading.glyphs.items() if read in reading.source.text or readings.count(read) > 1]
