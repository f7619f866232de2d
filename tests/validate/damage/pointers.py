"""Damage to pointers: for each attribute that points, and for what it may point to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from .edition import ID, POINTERS, Edition
from .kinds import Candidates, Damage, kind
from .nodes import Edit, Node


def _pointing(edition: Edition, attribute: str) -> list[Node]:
    return [node for node in edition.all() if node.get(attribute).startswith("#")]


def _misspelt(edition: Edition, node: Node, identifier: str) -> str:
    """An identifier that nothing has: a character lost, doubled, or two exchanged."""
    lot = edition.lot(node.start, identifier)
    while True:
        at = lot.randrange(len(identifier))
        head, sign, tail = identifier[:at], identifier[at], identifier[at + 1 :]
        wrong = lot.choice([head + tail, head + sign + sign + tail, head + tail[:1] + sign + tail[1:]])
        if wrong and wrong not in edition.by_id and wrong[0].isalpha():
            return wrong


def _misspell(attribute: str) -> Candidates:
    def candidates(edition: Edition) -> Iterator[Damage]:
        for node in _pointing(edition, attribute):
            first, *others = node.get(attribute).split()
            yield Damage([node.put(attribute, " ".join(["#" + _misspelt(edition, node, first[1:]), *others]))])

    candidates.__name__ = f"a_pointer_{attribute}_is_misspelt"
    return candidates


for _attribute in sorted(set(POINTERS) - {"sameAs", "toWhom"}):
    kind("V201")(_misspell(_attribute))


@kind("V201")
def a_pointer_is_added_that_leads_nowhere(edition: Edition) -> Iterator[Damage]:
    for attribute, names in (("sameAs", ["note"]), ("toWhom", ["said", "q"]), ("ana", ["quote"]), ("corresp", ["p"])):
        for node in edition.printed(*names):
            yield Damage([node.put(attribute, "#nobody-yet")])


@kind("V003", "V212")
def a_pointer_loses_its_sign(edition: Edition) -> Iterator[Damage]:
    for attribute in POINTERS:
        for node in _pointing(edition, attribute):
            yield Damage([node.put(attribute, node.get(attribute)[1:])])


@kind("V003", "V212")
def a_pointer_leads_into_a_file_that_is_not_there(edition: Edition) -> Iterator[Damage]:
    for attribute in POINTERS:
        for node in _pointing(edition, attribute):
            yield Damage([node.put(attribute, "../authority/nowhere.xml" + node.get(attribute))])


def _led_astray(edition: Edition, node: Node, attribute: str, right: Callable[[Node], bool]) -> Damage:
    """The pointer leads to an element for which `right` does not hold."""
    wrong = [one for one in edition.by_id.values() if not right(one) and one is not node]
    return Damage([node.put(attribute, "#" + edition.lot(node.start, attribute).choice(wrong).get(ID))])


_MEANT = {"persName": "person", "orgName": "org", "placeName": "place", "affiliation": "org"}


@kind("V202")
def a_name_leads_to_something_of_another_kind(edition: Edition) -> Iterator[Damage]:
    for node in _pointing(edition, "ref"):
        meant = _MEANT.get(node.name) or (node.get("type") if node.name in {"name", "rs"} else "")
        if meant:
            yield _led_astray(edition, node, "ref", lambda one, meant=meant: one.name == meant)  # type: ignore[misc]


@kind("V202")
def an_author_leads_to_nobody(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("author", "docAuthor", "editor"):
        if not node.get("ref") or node.get("ref").startswith("#"):
            yield _led_astray(edition, node, "ref", lambda one: one.name in {"person", "org"})


@kind("V204")
def something_that_cannot_answer_is_responsible(edition: Edition) -> Iterator[Damage]:
    for node in _pointing(edition, "resp"):
        yield _led_astray(edition, node, "resp", lambda one: one.name in {"respStmt", "editor", "person", "org"})


@kind("V204")
def a_change_was_made_by_nobody(edition: Edition) -> Iterator[Damage]:
    for node in edition.all("change"):
        yield _led_astray(edition, node, "who", lambda one: one.name in {"respStmt", "editor", "person", "org"})


@kind("V205")
def a_speaker_cannot_speak(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("said", "q"):
        yield _led_astray(edition, node, "who", lambda one: one.name in {"person", "org"})


@kind("V206")
def the_source_of_a_quotation_is_no_work(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("quote"):
        yield _led_astray(edition, node, "source", lambda one: one.name == "bibl" or _is_passage(one))


def _is_passage(node: Node) -> bool:
    return node.within("text") and node.name not in {"pb", "lb", "fw"}


@kind("V207")
def a_rendition_is_none(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("lb", "fw", "hi"):
        yield _led_astray(edition, node, "rendition", lambda one: one.name == "rendition")


@kind("V208")
def a_character_is_none(edition: Edition) -> Iterator[Damage]:
    for node in edition.printed("g"):
        yield _led_astray(edition, node, "ref", lambda one: one.name == "char")


@kind("V208")
def a_character_is_marked_but_not_declared(edition: Edition) -> Iterator[Damage]:
    for _, at, _, node, _ in edition.find("(?<=[a-z]) "):
        if not node.within("choice"):
            yield Damage([Edit(at, at, " <g>\u2767</g>")])


@kind("V203")
def a_part_of_a_chain_forgets_the_other(edition: Edition) -> Iterator[Damage]:
    for attribute in ("next", "prev"):
        for node in _pointing(edition, attribute):
            other = edition.by_id[node.get(attribute)[1:]]
            yield Damage([node.drop(attribute)], {"V203": [other.start]}, elsewhere=True)


@kind("V203")
def a_chain_goes_on_with_another_part(edition: Edition) -> Iterator[Damage]:
    for node in _pointing(edition, "next"):
        yield _led_astray(edition, node, "next", lambda one, node=node: node.get("next") == "#" + one.get(ID))  # type: ignore[misc]


@kind("V203")
def a_quotation_is_said_to_go_on(edition: Edition) -> Iterator[Damage]:
    quotes = [one for one in edition.printed("quote", "said", "q", "soCalled") if one.get(ID) and not one.get("rend")]
    for one, later in pairwise(quotes):
        if not one.get("next") and not later.get("prev"):
            yield Damage([one.put("next", "#" + later.get(ID))])


@kind("V209")
def an_element_repeats_something_of_another_kind(edition: Edition) -> Iterator[Damage]:
    for note in edition.printed("note"):
        yield _led_astray(edition, note, "sameAs", lambda one: one.name == "note")
