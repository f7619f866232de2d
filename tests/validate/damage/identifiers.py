"""Damage to identifiers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Node


def _identified(edition: Edition, *names: str) -> list[Node]:
    return [node for node in edition.printed(*names) if node.get(ID)]


@kind("V007")
def an_identifier_is_used_twice(edition: Edition) -> Iterator[Damage]:
    nodes = list(edition.by_id.values())
    for node in edition.some(nodes):
        other = edition.lot(node.start).choice([one for one in nodes if one is not node])
        yield Damage([node.put(ID, other.get(ID))], {"V007": [other.start]})


def _exchanged(edition: Edition, one: Node, other: Node) -> Damage:
    """Two identifiers are exchanged; it may be told of what is within the two, whose identifiers begin with theirs."""
    within = [node.start for node in _identified(edition) if one.holds(node) or other.holds(node)]
    told = {"V110": [other.start, *within], "V117": [other.start]}
    return Damage([one.put(ID, other.get(ID)), other.put(ID, one.get(ID))], told)


@kind("V110", "V117")
def two_paragraphs_exchange_their_identifiers(edition: Edition) -> Iterator[Damage]:
    paragraphs = _identified(edition, "p")
    for one in edition.some(paragraphs):
        yield _exchanged(edition, one, edition.lot(one.start).choice([other for other in paragraphs if other is not one]))


@kind("V110", "V117")
def neighbouring_paragraphs_exchange_their_identifiers(edition: Edition) -> Iterator[Damage]:
    later = dict(pairwise(_identified(edition, "p")))
    for one in edition.some(later):
        yield _exchanged(edition, one, later[one])


@kind("V109", "V110", "V117")
def two_divisions_exchange_their_identifiers(edition: Edition) -> Iterator[Damage]:
    divisions = _identified(edition, "div")
    for one in divisions:
        yield _exchanged(edition, one, edition.lot(one.start).choice([other for other in divisions if other is not one]))


@kind("V101")
def a_paragraph_loses_its_identifier(edition: Edition) -> Iterator[Damage]:
    for node in _identified(edition, "p"):
        yield Damage([node.drop(ID)])


@kind("V110")
def the_identifier_of_a_block_or_quotation_breaks_the_grammar(edition: Edition) -> Iterator[Damage]:
    for node in edition.some(_identified(edition, "p", "list", "item", "ab", "quote", "said", "q", "soCalled", "mentioned")):
        name = node.get(ID)
        head, _, tail = name.rpartition("-")
        wrong = [f"{head}-x{tail[1:]}", f"{head}{tail}", f"{name}-", f"{tail}-{head}", f"{head}-{tail[:1]}", f"z{name}"]
        if any(one.get(ID) for one in node.around if one.within("text")):
            yield Damage(edition.renamed(node, edition.lot(node.start).choice(wrong)))


@kind("V109")
def the_identifier_of_a_division_breaks_the_grammar(edition: Edition) -> Iterator[Damage]:
    for node in _identified(edition, "div"):
        name = node.get(ID)
        wrong = edition.lot(node.start).choice([name.upper(), f"{name}-x", name.rstrip("0123456789"), f"{name}.1"])
        yield Damage(edition.renamed(node, wrong))


@kind("V108")
def the_identifier_of_a_note_breaks_the_grammar(edition: Edition) -> Iterator[Damage]:
    for node in _identified(edition, "note"):
        name = node.get(ID)
        wrong = [name.replace("-0", "-"), name[:-1] + "9", name.replace("n-", "note-"), f"{name}-1", name[:-2] + "-x"]
        yield Damage(edition.renamed(node, edition.lot(node.start).choice(wrong)))


@kind("V116")
def the_identifier_of_an_entry_cannot_be_read_aloud(edition: Edition) -> Iterator[Damage]:
    for node in edition.by_id.values():
        if node.within("standOff"):
            name = node.get(ID)
            wrong = [name.title(), f"{name}_1", f"{name}-", f"{name}.a", name.replace(name[0], "é", 1), f"{name}--2"]
            yield Damage(edition.renamed(node, edition.lot(node.start).choice(wrong)))


@kind("V008", twin=True)
def two_documents_have_one_identifier(edition: Edition) -> Iterator[Damage]:
    title = edition.all("title")[0]
    yield Damage([title.fill("Another Book")], {"V008": [edition.nodes[0].start]}, elsewhere=True)
