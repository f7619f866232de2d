"""Damage to pages, their numbers, and what refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Node


def _next(edition: Edition, page: Node) -> list[int]:
    """Where the page after a page begins."""
    return [other.start for other in edition.printed("pb") if other.start > page.start][:1]


def _numbers(edition: Edition) -> list[tuple[Node, Node]]:
    """Each page that has its number printed, and that number."""
    pages = edition.printed("pb", "fw")
    return [(page, number) for page, number in pairwise(pages) if page.name == "pb" and number.name == "fw"]


@kind("V301", "V302")
def a_page_has_another_number(edition: Edition) -> Iterator[Damage]:
    for page, _ in _numbers(edition):
        other = int(page.get("n")) + edition.lot(page.start).choice([-2, -1, 1, 2, 10])
        yield Damage([page.put("n", str(other))])


@kind("V301")
def a_page_has_another_number_everywhere(edition: Edition) -> Iterator[Damage]:
    for page, number in _numbers(edition):
        other = int(page.get("n")) + edition.lot(page.start).choice([100, 200, 300])
        renamed = edition.renamed(page, f"pg-{other:03}")
        yield Damage([page.put("n", str(other)), number.fill(str(other)), *renamed], {"V301": _next(edition, page)})


@kind("V301", "V302")
def two_pages_exchange_their_numbers(edition: Edition) -> Iterator[Damage]:
    for (first, _), (second, _) in pairwise(_numbers(edition)):
        yield Damage([first.put("n", second.get("n")), second.put("n", first.get("n"))])


@kind("V301", "V302", "V303", "V309", "V201", "V601")
def a_page_beginning_is_lost(edition: Edition) -> Iterator[Damage]:
    for page in edition.printed("pb"):
        number = [fw.start for one, fw in _numbers(edition) if one is page]
        told = {"V301": _next(edition, page), "V302": number, "V601": edition.counted("pb")}
        told["V309"] = [one.start for one in edition.all("text")]
        yield Damage([page.cut()], {**told, "V201": [node.start for node, _ in edition.pointing(page.get(ID))]})


@kind("V301", "V004", of_text=True)
def a_page_beginning_is_lost_with_its_number(edition: Edition) -> Iterator[Damage]:
    for page, number in _numbers(edition):
        yield Damage([page.cut(), number.cut()], {"V301": _next(edition, page)})


@kind("V301", "V303")
def a_page_begins_twice(edition: Edition) -> Iterator[Damage]:
    for page in edition.printed("pb"):
        again = edition.whole(page).replace(page.get(ID), page.get(ID) + "a")
        yield Damage([page.after(again)])


@kind("V303")
def the_number_of_a_page_is_lost(edition: Edition) -> Iterator[Damage]:
    for page, number in _numbers(edition):
        yield Damage([number.cut()], {"V303": [page.start]})


@kind("V303")
def the_number_of_a_page_stands_twice(edition: Edition) -> Iterator[Damage]:
    for _, number in _numbers(edition):
        yield Damage([number.after(edition.whole(number))])


@kind("V302")
def the_number_of_a_page_is_misread(edition: Edition) -> Iterator[Damage]:
    for _, number in _numbers(edition):
        words = edition.words(number)
        wrong = edition.lot(number.start).choice([words[::-1] + "1", words.replace("1", "l") + "8", words[:-1] + "S"])
        yield Damage([number.fill(wrong)])


@kind("V107")
def the_identifier_of_a_page_is_another_number(edition: Edition) -> Iterator[Damage]:
    for page in edition.printed("pb"):
        wrong = edition.lot(page.start).choice(["pg-999", page.get(ID).upper(), page.get(ID) + "-1", "page-1"])
        yield Damage(edition.renamed(page, wrong))


def _contents(edition: Edition, target: str) -> list[Node]:
    """The references to elements of a name."""
    return [ref for ref in edition.printed("ref") if edition.by_id[ref.get("target")[1:]].name == target]


@kind("V210")
def the_contents_lead_to_another_page(edition: Edition) -> Iterator[Damage]:
    for ref in _contents(edition, "pb"):
        pages = [page.get(ID) for page in edition.printed("pb") if page.get(ID) != ref.get("target")[1:]]
        yield Damage([ref.put("target", "#" + edition.lot(ref.start).choice(pages))])


@kind("V210")
def the_contents_name_another_page(edition: Edition) -> Iterator[Damage]:
    for ref in _contents(edition, "pb"):
        yield Damage([ref.fill(str(int(edition.words(ref)) + edition.lot(ref.start).choice([-1, 1, 10])))])


@kind("V211")
def the_contents_lead_to_another_division(edition: Edition) -> Iterator[Damage]:
    for ref in _contents(edition, "div"):
        others = [one.get(ID) for one in edition.printed("div") if one.get(ID) != ref.get("target")[1:]]
        yield Damage([ref.put("target", "#" + edition.lot(ref.start).choice(others))])


@kind("V211")
def the_contents_name_a_heading_otherwise(edition: Edition) -> Iterator[Damage]:
    for ref in _contents(edition, "div"):
        words = edition.words(ref).split()
        word = edition.lot(ref.start).choice([one for one in words if len(one) > 2])
        yield Damage([ref.fill(edition.content(ref).replace(word, word[1:] + word[0], 1))])
