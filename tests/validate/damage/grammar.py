"""Damage to the form of a document: XML, elements, attributes and their values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Edit, Node


def _outermost(node: Node) -> Node:
    """The outermost of the elements of one name that hold each other: there the end tags no longer fit."""
    while node.parent and node.parent.name == node.name:
        node = node.parent
    return node


@kind("V001")
def an_end_tag_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        around = _outermost(node).parent
        if node.end > node.close and around:
            yield Damage([Edit(node.close, node.end, "")], {"V001": [around.close]}, elsewhere=True)


@kind("V001")
def a_start_tag_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        if node.end > node.close and node.parent:
            yield Damage([Edit(node.start, node.inside, "")], {"V001": [_outermost(node).close]}, elsewhere=True)


@kind("V001")
def a_tag_loses_its_end(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        told = edition.text.index("<", node.inside)
        yield Damage([Edit(node.inside - 1, node.inside, "")], {"V001": [told]})


@kind("V001")
def a_quotation_mark_of_an_attribute_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        for _, _, end in node.attributes.values():
            yield Damage([Edit(end, end + 1, "")], {"V001": [edition.text.index("<", end)]})


@kind("V001")
def an_entity_is_not_declared(edition: Edition) -> Iterator[Damage]:
    for _, start, _, _, _ in edition.find(r"(?<=\w)(?= )"):
        yield Damage([Edit(start, start, edition.lot(start).choice(["&nbsp;", "&mdash;", "&;", "&", "&#x0;", "&#1;"]))])


@kind("V001")
def a_character_is_not_allowed_in_xml(edition: Edition) -> Iterator[Damage]:
    for _, start, _, _, _ in edition.find(r"(?<=\w)(?= )"):
        yield Damage([Edit(start, start, edition.lot(start).choice("\x01\x08\x0c\x1b\uffff\ufffe"))])


@kind("V001")
def a_byte_is_not_that_of_utf_8(edition: Edition) -> Iterator[Damage]:
    for _, start, _, _, _ in edition.find(r"(?<=\w)(?= )"):
        byte = edition.lot(start).choice([0xE9, 0x93, 0xFC])
        yield Damage([Edit(start, start, bytes([byte]).decode("ascii", "surrogateescape"))])


@kind("V001")
def the_end_of_the_file_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        if node.parent:
            yield Damage([Edit(node.end, len(edition.text), "")])


@kind("V005")
def the_file_has_a_doctype(edition: Edition) -> Iterator[Damage]:
    at = edition.nodes[0].start
    for declared in ("", ' SYSTEM "book.dtd"', ' [<!ENTITY nbsp "&#160;">]'):
        yield Damage([Edit(at, at, f"<!DOCTYPE TEI{declared}>\n")])


@kind("V005")
def the_file_is_of_another_encoding(edition: Edition) -> Iterator[Damage]:
    at = edition.text.index("UTF-8")
    for name in ("ISO-8859-1", "windows-1252", "UTF-16"):
        yield Damage([Edit(at, at + 5, name)])


@kind("V002")
def the_namespace_is_another(edition: Edition) -> Iterator[Damage]:
    root = edition.nodes[0]
    for name in ("http://www.tei-c.org/ns/2.0", "", "http://www.tei-c.org/ns/1.0/"):
        yield Damage([root.put("xmlns", name)])


@kind("V002")
def an_element_is_misspelt(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        if node.parent:
            lot = edition.lot(node.start)
            yield Damage(node.rename(lot.choice([node.name + "s", node.name[:-1] + "x", node.name.upper() + "x"])))


@kind("V002")
def an_element_is_not_of_this_schema(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("persName", "q", "quote", "soCalled", "hi", "p", "list", "div", "note", "head"):
        yield Damage(node.rename(edition.lot(node.start).choice(["table", "figure", "emph", "sp", "div1", "w", "b"])))


@kind("V002")
def an_attribute_is_not_known(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        yield Damage([node.put(edition.lot(node.start).choice(["id", "lang", "class", "colour", "xml:space"]), "x")])


_VALUES = ("cert", "place", "method", "status", "eol", "marks", "force", "break", "scheme", "partial", "occurs", "quantity")


@kind("V002")
def the_value_of_an_attribute_is_not_known(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.all()):
        for attribute in _VALUES:
            value = node.get(attribute)
            if value:
                lot = edition.lot(node.start, attribute)
                yield Damage([node.put(attribute, lot.choice([value[::-1] + "x", value + "l", value.title() + "x", ""]))])


@kind("V002", "V001")
def an_identifier_is_no_name(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(edition.by_id.values()):
        name = node.get(ID)
        yield Damage(
            edition.renamed(node, edition.lot(node.start).choice(["1" + name, "#" + name, name + " 1", "-" + name]))
        )


_REQUIRED = {
    "TEI": ("xml:lang",), "div": (ID, "type"), "titlePart": ("type",), "item": (ID,), "pb": (ID, "n"), "fw": ("type",),
    "milestone": ("unit",), "ref": ("target",), "quote": (ID,), "said": (ID,), "corr": ("resp", "cert", "type"),
    "reg": ("resp", "cert", "type"), "g": ("ref",), "pc": ("force",), "foreign": ("xml:lang",), "idno": ("type",),
    "availability": ("status",), "licence": ("target",), "quotation": ("marks",), "rendition": ("scheme",),
    "tagUsage": ("gi", "occurs"), "char": (ID,), "mapping": ("type",), "application": ("ident", "version"),
    "language": ("ident",), "change": ("when", "who"), "person": (ID,), "org": (ID,),
}  # fmt: skip


@kind("V002")
def an_attribute_that_must_be_there_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.all(*_REQUIRED):
        for attribute in _REQUIRED[node.name]:
            if node.get(attribute):
                yield Damage([node.drop(attribute)])


@kind("V002")
def a_heading_stands_below(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("head"):
        assert node.parent
        yield Damage([node.parent.append(edition.whole(node) + "\n"), node.cut()])


@kind("V002")
def an_element_stands_where_it_may_not(edition: Edition) -> Iterator[Damage]:
    """A block stands within a name, a title or a page number."""
    inner = edition.printed("persName", "fw", "titlePart", "soCalled", "ref", "head", "docDate", "publisher")
    for node in edition.printed("p", "div", "titlePage"):
        into = edition.lot(node.start).choice([one for one in inner if not node.start < one.start < node.end])
        yield Damage([into.append(edition.whole(node)), node.cut()])


@kind("V002")
def the_parts_of_the_header_change_places(edition: Edition) -> Iterator[Damage]:
    parts = ("titleStmt", "extent", "publicationStmt", "sourceDesc", "fileDesc", "encodingDesc", "profileDesc")
    nodes = edition.all(*parts)
    for one in nodes:
        later = [other for other in nodes if other.parent is one.parent and other.start > one.start]
        for other in later[:1]:
            told = {"V002": [one.start, other.start]}
            yield Damage(
                [Edit(one.start, one.end, edition.whole(other)), Edit(other.start, other.end, edition.whole(one))], told
            )


@kind("V002")
def a_part_of_the_header_is_lost(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "teiHeader"):
        assert node.parent
        alone = [one for one in edition.all(node.name) if one.parent is node.parent] == [node]
        if alone:
            later = [one.start for one in edition.nodes if one.parent is node.parent and one.start > node.end][:1]
            yield Damage([node.cut()], {"V002": [node.parent.start, *later]}, elsewhere=True)


@kind("V002")
def words_stand_loose_in_a_division(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("p", "quote", "list", "pb"):
        if node.parent and node.parent.name == "div":
            yield Damage([node.after(" Loose words. ")], {"V002": [node.parent.start]}, elsewhere=True)


@kind("V103")
def a_paragraph_stands_in_a_paragraph(edition: Edition) -> Iterator[Damage]:
    paragraphs = [one for one in edition.printed("p") if not one.within("note", "quote")]
    for one, other in pairwise(paragraphs):
        yield Damage([one.append(edition.whole(other)), other.cut()])
