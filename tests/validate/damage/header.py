"""Damage to the header: figures, checksum, declarations, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .edition import Edition
from .kinds import Damage, kind
from .nodes import Edit, Node


def _other(edition: Edition, figure: str, about: int) -> str:
    """Another figure of as many digits, one of which was mistyped."""
    lot = edition.lot(about, figure)
    at = lot.randrange(len(figure))
    digit = lot.choice([one for one in "123456789" if one != figure[at]])
    return figure[:at] + digit + figure[at + 1 :]


@kind("V601")
def a_count_of_elements_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for usage in edition.all("tagUsage"):
        for attribute in ("occurs", "withId"):
            if usage.get(attribute):
                yield Damage([usage.put(attribute, _other(edition, usage.get(attribute), usage.start))])


@kind("V602")
def an_element_is_left_out_of_the_list(edition: Edition) -> Iterator[Damage]:
    for usage in edition.all("tagUsage"):
        for declaration in edition.all("tagsDecl"):
            if declaration.get("partial") == "false":
                yield Damage([usage.cut()], {"V602": [declaration.start]}, elsewhere=True)


@kind("V601")
def tags_are_taken_away_and_the_words_are_left(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("persName", "soCalled", "mentioned", "roleName", "publisher", "docDate"):
        if edition.counted(node.name):
            yield Damage(node.unwrap(), {"V601": edition.counted(node.name)}, elsewhere=True)


def _measures(edition: Edition, *units: str) -> list[Node]:
    return [one for one in edition.all("measure") if one.get("unit") in units and one.within("teiHeader")]


_OF_EXTENT = ("page", "word")
_OF_TEXT = ("paragraph", "note", "quotation", "block-quotation", "correction", "regularization", "mention", "person")
_OF_SOURCE = ("byte", "line")


@kind("V605")
def a_measure_differs_from_its_words(edition: Edition) -> Iterator[Damage]:
    for one in _measures(edition, *_OF_EXTENT, *_OF_TEXT, *_OF_SOURCE):
        yield Damage([one.put("quantity", _other(edition, one.get("quantity"), one.start))])


@kind("V612")
def a_measure_loses_its_unit(edition: Edition) -> Iterator[Damage]:
    for one in _measures(edition, *_OF_EXTENT, *_OF_TEXT, *_OF_SOURCE):
        yield Damage([one.drop("unit")])


@kind("V613")
def a_path_to_what_is_cited_is_cut(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("citeStructure"):
        absolute = one.get("match").startswith("/")
        yield Damage([one.put("match", one.get("match")[1:] if absolute else "/" + one.get("match"))])
        if one.get("delim"):
            yield Damage([one.drop("delim")])


def _mistyped(edition: Edition, one: Node) -> Damage:
    """The figure is another one, for programs as well as for readers."""
    wrong = _other(edition, one.get("quantity"), one.start)
    words = re.sub("[0-9][0-9,]*", f"{int(wrong):,}", edition.content(one), count=1)
    return Damage([one.put("quantity", wrong), one.fill(words)])


@kind("V603")
def the_number_of_pages_is_mistyped(edition: Edition) -> Iterator[Damage]:
    pages = edition.all("pb")
    true = {str(len(pages)), str(sum(not one.get("n").startswith("[") for one in pages))}
    for one in _measures(edition, "page"):
        if one.parent and one.parent.parent and one.parent.parent.name == "fileDesc":
            wrong = _mistyped(edition, one)
            if wrong.edits[0].new not in true:  # a slip may hit upon another true figure
                yield wrong


@kind("V604")
def the_number_of_words_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one in _measures(edition, "word"):
        yield _mistyped(edition, one)


@kind("V610")
def a_figure_about_the_text_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one in _measures(edition, *_OF_TEXT):
        yield _mistyped(edition, one)


@kind("V011")
def a_figure_about_the_source_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one in _measures(edition, *_OF_SOURCE):
        yield _mistyped(edition, one)


def _checksums(edition: Edition) -> list[Node]:
    return [one for one in edition.all("idno") if one.get("type") == "SHA-256"]


@kind("V611")
def a_checksum_is_cut(edition: Edition) -> Iterator[Damage]:
    for one in _checksums(edition):
        for length in (0, 1, 32, 63):
            yield Damage([one.fill(edition.content(one)[:length] or "none")])


@kind("V004")
def a_checksum_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one in _checksums(edition):
        for at in range(64):
            yield Damage([Edit(one.inside + at, one.inside + at + 1, "0" if edition.text[one.inside + at] != "0" else "1")])


@kind("V608")
def a_language_is_not_declared(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("language"):
        ident = one.get("ident")
        others = [other.get("ident") for other in edition.all("language") if other is not one]
        used = [node for node in edition.all() if node.get("xml:lang") == ident]
        if used and not any(ident.startswith(f"{other}-") for other in others):
            yield Damage([one.cut()], {"V608": [node.start for node in used]}, elsewhere=True)


@kind("V608")
def a_language_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for node in edition.all():
        if node.get("xml:lang"):
            yield Damage([node.put("xml:lang", edition.lot(node.start).choice(["x-klingon", "ne", "qaa", "de-CH"]))])


@kind("V201", "V004", "V208")
def the_declaration_of_a_character_is_lost(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("char"):
        identifier = one.get("xml:id")
        used = [node.start for node, _ in edition.pointing(identifier)]
        readings = re.findall('<mapping type="reading">([^<]*)<', edition.whole(one))
        first = [edition.text.find(reading, edition.text.index("<text>")) for reading in readings]
        yield Damage([one.cut()], {"V201": used, "V208": used, "V004": [at for at in first if at > 0]}, elsewhere=True)


@kind("V004", of_text=True)
def the_declaration_of_a_character_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("mapping"):
        char = one.parent
        assert char
        readings = re.findall('<mapping type="reading">([^<]*)<', edition.whole(char))
        first = [edition.text.find(reading, edition.text.index("<text>")) for reading in readings]
        wrong = "U+00B5" if one.get("type") == "source" else "µ"
        yield Damage([one.fill(wrong)], {"V004": [at for at in first if at > 0]}, elsewhere=True)


def _line_ends(edition: Edition) -> Iterator[tuple[Node, list[int], list[int]]]:
    """Each declaration of line ends: it, what points to it, and the lines before the first for which it holds.

    A line end belongs to the line before it, and that may be one of a note, which is printed at the foot of the page.
    """
    for one in edition.all("rendition"):
        pointing = [node.start for node, _ in edition.pointing(one.get("xml:id"))]
        usual = [node.start for node in edition.printed(one.get("selector") or "none") if not node.get("rendition")]
        if one.get("scheme") == "other" and pointing + usual:
            first = min(pointing + usual)
            before = [node for node in edition.printed("lb") if node.start <= first]
            foot = [node.start for node in before if node.within("note")][-1:]
            yield one, pointing, [first, *foot]


@kind("V201", "V004", of_text=True)
def the_declaration_of_a_line_end_is_lost(edition: Edition) -> Iterator[Damage]:
    for one, pointing, before in _line_ends(edition):
        yield Damage([one.cut()], {"V201": pointing, "V004": before}, elsewhere=True)


@kind("V004", of_text=True)
def the_declaration_of_a_line_end_is_mistyped(edition: Edition) -> Iterator[Damage]:
    for one, _, before in _line_ends(edition):
        wrong = "U+0020 U+000A" if "U+0020" not in edition.content(one) else "U+000A"
        yield Damage([one.fill(wrong)], {"V004": before}, elsewhere=True)


@kind("V609")
def a_later_change_stands_below(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("change"):
        yield Damage([one.after("\n" + edition.whole(one).replace("2026-", "2027-"))])


@kind("V609")
def an_earlier_change_stands_above(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("change"):
        earlier = edition.whole(one).replace("2026-", "2025-") + "\n"
        yield Damage([Edit(one.start, one.start, earlier)], {"V609": [one.start]}, elsewhere=True)


@kind("V106")
def a_placeholder_is_left(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("p", "note", "title", "desc", "resp", "licence", "publisher", "name", "language", "occupation"):
        if node.within("teiHeader", "standOff"):
            sign = edition.lot(node.start).choice(["TODO", "FIXME", "TBD", "Lorem ipsum dolor sit amet"])
            yield Damage([node.fill(sign)])


@kind("V105")
def an_element_of_the_header_is_empty(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("p", "note", "title", "resp", "licence", "publisher", "language", "change", "persName", "term"):
        if node.within("teiHeader", "standOff"):
            blank = edition.lot(node.start).choice(["", " ", "\n"])
            yield Damage([node.fill(blank)], {"V105": [node.start]}, elsewhere=True)


@kind("V105")
def an_element_of_the_text_is_empty(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("p", "head", "item", "quote", "persName", "soCalled", "ref", "note", "titlePart", "fw"):
        if not node.within("choice"):
            yield Damage([node.fill("")])
