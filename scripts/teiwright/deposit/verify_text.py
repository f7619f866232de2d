"""The proof that an edition and its source and derivatives say the same: what `verify.py` runs for the checks 4 and 5.

Like that, it takes Python 3.8 or newer and nothing else, and only reads. It is written from the conventions alone: those of
the TEI are declared in its header (`tagsDecl`, `charDecl`), and the forms have theirs in the documentation of this software.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
HOLDS_BLOCKS = {"text", "front", "body", "back", "div", "titlePage", "docTitle", "list", "group", "choice"}
NOT_SOURCE = {"corr", "reg", "supplied"}
NOT_READ = {"note", "fw", "sic", "orig"}
PART_NO_WORDS = """
author bibl biblScope choice corr date docDate docAuthor foreign g hi lb mentioned milestone name orgName pb pc persName
placeName ptr pubPlace publisher q quote ref reg roleName rs said seg soCalled supplied term title
"""
INLINE = frozenset(PART_NO_WORDS.split())
NO_SIGN = "\N{REPLACEMENT CHARACTER}"
NOT_XML = re.compile("[\0-\x08\x0e-\x1f\ufffe\uffff]")  # characters that XML cannot hold, for which NO_SIGN stands

PAGE_BLOCKS = {"p", "div", "li", "dt", "dd", "section", "blockquote", "h2", "h3"}
NOT_TEXT = {"call", "notes", "again", "editorial", "origin", "entry-link"}  # classes of what a page adds to the text
NOT_PART = re.compile("/(nav|001-title|[0-9]+-(register|edition)-)")  # files of a book that are no part of the text
GUARD = re.compile("^'(?='*[=+\\-@＝＋－＠])")  # what keeps a cell of a table from being run as a formula
CALL = re.compile(r"\[\d+\]")


class Edition:
    """An edition and its source: what is made of the TEI here, to be compared with what the package has.

    words: the reading text; notes: the words of every note, and whether it is one by the editors.
    """

    def __init__(self, root: Element, source: bytes) -> None:
        """Read what the header declares, and the words."""
        header, self.text = (next(root.iter(TEI + name), root) for name in ("teiHeader", "text"))
        self.source = source
        self.checksums = {(idno.text or "").strip() for idno in header.iter(TEI + "idno") if idno.get("type") == "SHA-256"}
        self.ends = {"lb": "", "fw": ""}  # characters before a line: of an element usually, of a rendition else
        self.shown = {"note-call": "attr(n)", "note-label": 'attr(n) " "'}  # how calls and labels of notes are printed
        for rendition in header.iter(TEI + "rendition"):
            name, value = rendition.get(XML_ID, ""), rendition.text or ""
            if rendition.get("scheme") == "css":
                self.shown[name] = value
            else:
                self.ends["#" + name] = spelled(value)
                self.ends.update(dict.fromkeys(re.findall(r"\w+", rendition.get("selector", "")), spelled(value)))
        self.signs: dict[str, str] = {}  # damaged signs by pointer
        self.damage: dict[str, str] = {}  # what is read for a sign throughout, and the sign
        for char in header.iter(TEI + "char"):
            values = {mapping.get("type"): mapping.text or "" for mapping in char.iter(TEI + "mapping")}
            sign = self.signs["#" + char.get(XML_ID, "")] = spelled(values["source"])
            if "reading" in values:
                self.damage[values["reading"]] = sign
        self.waiting: list[tuple[int, str]] = []  # notes for the foot of the page, with their numbers
        self.words = "".join(reading(self.text)).split()
        notes = [note for note in self.text.iter(TEI + "note") if not (note.get("prev") or note.get("sameAs"))]
        parts = {note.get(XML_ID): note for note in self.text.iter(TEI + "note")}
        self.notes = [(note.get("type") == "editorial", "".join(whole(note, parts)).split()) for note in notes]

    # The way back

    def way_back(self) -> Iterator[str]:
        """What is wrong with it: the first line that is not that of the source, and a checksum that is not true."""
        back = "".join([*self.lines(self.text), self.foot()]).encode("utf-8")
        if back != self.source:
            given, wanted = (data.decode("utf-8", "backslashreplace").split("\n") for data in (back, self.source))
            yield difference(given, wanted, "line", "source.txt") or "gives back other bytes than source.txt has"
        if self.checksums != {hashlib.sha256(self.source).hexdigest()}:
            yield f"states as SHA-256 of source.txt {', '.join(sorted(self.checksums)) or 'nothing'}, which is not true"

    def lines(self, element: Element) -> Iterator[str]:
        """What the source has for the content of an element: its own readings, lines and pages, notes at the page foot."""
        name = local(element)
        blocks = name in HOLDS_BLOCKS or (name == "quote" and element.get("rend") == "block")
        yield from self.damaged(element.text, blocks)
        for child in element:
            name = local(child)
            if name in ("pb", "milestone") or (name == "fw" and child.get("place") == "bottom"):
                yield self.foot()
            if name in ("lb", "fw", "milestone"):
                yield self.ends[child.get("rendition") or ("fw" if name == "fw" else "lb")]
            if name == "g":
                yield self.signs.get(child.get("ref", ""), child.text or "")
            elif name == "note":
                yield self.call(child)
            elif name not in NOT_SOURCE:
                yield from self.lines(child)
            yield from self.damaged(child.tail, blocks)

    def call(self, note: Element) -> str:
        """The call of a note. The note waits for the foot of the page, with its label behind its first line end."""
        if note.get("type") == "editorial":
            return ""
        number = note.get("n", "")
        pieces = [*self.lines(note)]
        pieces.insert(1, self.sign(note.get("rendition", "#note-label")[1:], number))
        self.waiting.append((int(number) if number.isdecimal() else 0, "".join(pieces)))
        return self.sign("note-call", number)

    def sign(self, rendition: str, number: str) -> str:
        """What a CSS value such as `content: "[" attr(n) "] "` shows for the number of a note."""
        parts = re.findall(r'attr\(n\)|"[^"]*"', self.shown[rendition])
        return "".join(number if part == "attr(n)" else part[1:-1] for part in parts)

    def foot(self) -> str:
        """The notes that wait for the foot of the page, by number."""
        waiting, self.waiting = self.waiting, []
        return "".join(text for _, text in sorted(waiting, key=lambda note: note[0]))

    def damaged(self, text: str | None, blocks: bool = False) -> Iterator[str]:
        """Characters, if any, damaged as they were. Line feeds are layout, and so is all white space between blocks."""
        if text and not (blocks and not text.strip()):
            text = text.replace("\n", "")
            for read, sign in self.damage.items():
                text = text.replace(read, sign)
            if text:
                yield text

    # Derivatives

    def compare(self, form: str, data: bytes) -> str | None:
        """How the words of a form differ from those of the TEI; empty if they do not, None where a form is not compared.

        form: the end of its path, behind the name of the edition.
        """
        if form == ".epub":
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                names = sorted(name for name in book.namelist() if name.endswith(".xhtml"))
                pages = {name: book.read(name).decode("utf-8") for name in names}
            return self.pages([page for name, page in pages.items() if not NOT_PART.search(name)], "body", pages.values())
        text = data.decode("utf-8", "replace")  # what should be UTF-8 and is not has been told already
        if form == ".html":
            return self.pages([text], "the-text", [text])
        if form == ".txt":
            return self.reading_text(" " + " ".join(text.split()))
        if form in (".corpus.txt", ".sentences.txt"):
            return difference(text.split(), self.words)
        if form == ".printed.txt":
            source = NOT_XML.sub(NO_SIGN, self.source.decode("utf-8"))
            found, wanted = ([*map(self.restored, one.split())] for one in (text, source))
            return difference(found, wanted, owner="the source")
        if form == ".conllu":
            return self.tokens(text)
        if form == ".annotations.jsonld":
            return self.annotations(json.loads(text))
        return self.table(text) if form.endswith(".csv") else None

    def pages(self, parts: Iterable[str], wanted: str, pages: Iterable[str]) -> str:
        """Compare the text in the parts of a page or book; then its notes, which may be gathered in another order."""
        said = [word for part in parts for word in Page(part, wanted).words]
        notes = [word for page in pages for word in Page(page, "note-text").words]
        known = [word for editorial, words in self.notes if not editorial for word in words]
        return difference(said, self.words) or difference(sorted(notes), sorted(known), "word of the notes, sorted,")

    def reading_text(self, text: str) -> str:
        """Compare the text with the notes of each division at its end: those found again and taken out, the rest remains."""
        for editorial, words in sorted(self.notes, key=lambda note: (not note[0], -len(note[1]))):
            note = re.escape(" ".join(words))
            text, count = re.subn(rf" \[[^][]*: {note}\]" if editorial else rf" \[\d+\] {note}(?= |$)", "", text, count=1)
            if not count:
                return f"has not the note “{' '.join(words):.80}”"
        found, wanted = (CALL.sub("", one).split() for one in (text, " ".join(self.words)))
        return difference(found, wanted)

    def tokens(self, text: str) -> str:
        """Compare the sentences, then the tokens sign by sign."""
        sentences = " ".join(re.findall(r"^# text = (.*)$", text, re.MULTILINE))
        forms = "".join(re.findall(r"^\d+\t([^\t\n]*)", text, re.MULTILINE))
        return difference(sentences.split(), self.words) or difference(forms, "".join(self.words), "sign of the tokens")

    def annotations(self, collection: Any) -> str:
        """Find the words of every target again, at its place in the reading text, and those around it."""
        text = " ".join(self.words) + " "
        for item in collection["first"]["items"]:
            for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
                place, quote = target["selector"]
                around = quote["prefix"] + quote["exact"] + quote["suffix"]
                found = text[place["start"] - len(quote["prefix"]) : place["end"] + len(quote["suffix"])]
                if found != around.replace("\n", " "):
                    return f"{item['id']} is of “{quote['exact']:.80}” in “{around:.80}”, the TEI has “{found:.80}” there"
        return ""

    def table(self, text: str) -> str:
        """Find the words of every cell that has words again, in the text or in a note."""
        texts = " | ".join([" ".join(self.words), *(" ".join(words) for _, words in self.notes)])
        csv.field_size_limit(len(text) + 1)
        rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        if not rows.fieldnames:
            return "has no header"
        for row in rows:
            if None in row or None in row.values():
                return f"the row {next(iter(row.values()))} has not as many cells as the header"
            for cell in (GUARD.sub("", row.get(column, "")) for column in ("words", "text")):
                if not cell.isdigit() and any(part not in texts for part in " ".join(cell.split()).split(" … ")):
                    return f"has “{cell:.80}”, which the TEI has not"
        return ""

    def restored(self, word: str) -> str:
        """A word of the source or of the print with what is read for its damaged signs."""
        for read, sign in self.damage.items():
            word = word.replace(sign, read) if sign else word
        return word


class Page(HTMLParser):
    """A page of HTML or XHTML. words: those within some element, without what the page adds and what it hides."""

    def __init__(self, page: str, wanted: str) -> None:
        """Read the page. wanted: the id, a class or the name of the element."""
        super().__init__()
        self.wanted = wanted
        self.pieces: list[str] = []
        self.around = [("", False)]  # the elements that are open, and whether they are heard
        self.open: Counter[str] = Counter()  # how many of each name
        self.feed(page)
        self.close()
        self.words = "".join(self.pieces).split()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin an element."""
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        heard = self.around[-1][1] or self.wanted in (tag, given.get("id"), *classes)
        self.around.append((tag, heard and "hidden" not in given and NOT_TEXT.isdisjoint(classes)))
        self.open[tag] += 1
        self.handle_data(" " if tag in PAGE_BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        """End an element, and with it those in it that have no end."""
        self.handle_data(" " if tag in PAGE_BLOCKS else "")
        ended = "" if self.open[tag] else tag
        while ended != tag:
            ended = self.around.pop()[0]
            self.open[ended] -= 1

    def handle_data(self, data: str) -> None:
        """Hear characters."""
        if self.around[-1][1]:
            self.pieces.append(data)


def reading(element: Element) -> Iterator[str]:
    """The reading text of the content of an element: the readings of the editors, words whole, no notes."""
    name = local(element)
    yield element.get("target", "") if name == "ptr" else element.text or (NO_SIGN if name == "g" else "")
    for child in element:
        name = local(child)
        if name not in NOT_READ and not (name == "pc" and child.get("force") == "weak"):
            space = " " if name not in INLINE or (name == "lb" and child.get("break") != "no") else ""
            yield from (space, *reading(child), space)
        yield child.tail or ""


def whole(note: Element, parts: dict[str | None, Element]) -> Iterator[str]:
    """The reading text of a note, with the parts in which it goes on."""
    yield from reading(note)
    rest = parts.get(note.get("next", "")[1:])
    if rest is not None and rest.get("prev"):
        yield from whole(rest, parts)


def local(element: Element) -> str:
    """The name of an element, without its namespace."""
    return element.tag.rpartition("}")[2]


def spelled(value: str) -> str:
    """The characters that `U+0020 U+000A` spells."""
    return "".join(chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]{4,6})", value))


def difference(found: Sequence[str], wanted: Sequence[str], unit: str = "word", owner: str = "the TEI") -> str:
    """The first place where a text is not as its owner has it; empty if there is none."""
    if found == wanted:
        return ""
    size = min(len(found), len(wanted))
    at = next((place for place in range(size) if found[place] != wanted[place]), size)
    here, there = (f"“{words[at]:.80}”" if at < len(words) else "nothing" for words in (found, wanted))
    return f"{unit} {at + 1} is {here}, {owner} has {there}, after “{' '.join(wanted[max(0, at - 4) : at]):.80}”"
