"""Damage to entries, dates, and names that mean an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Edit, Node

_DATED = ("date", "docDate", "birth", "death", "floruit")
_ENTRIES = ("person", "org", "place", "event", "bibl")
_MONTH = re.compile("January|February|March|April|May|June|July|August|September|October|November|December")


def _entries(edition: Edition) -> list[Node]:
    return [one for one in edition.all(*_ENTRIES) if one.get(ID) and one.within("standOff")]


@kind("V201")
def an_entry_that_is_used_is_lost(edition: Edition) -> Iterator[Damage]:
    for one in _entries(edition):
        used = [node.start for node, _ in edition.pointing(one.get(ID)) if not one.start < node.start < one.end]
        yield Damage([one.cut()], {"V201": used}, elsewhere=True)


@kind("V501")
def an_entry_is_added_that_nothing_uses(edition: Edition) -> Iterator[Damage]:
    for one in _entries(edition):
        again = re.sub(r"wikidata|VIAF|GND", "other", edition.whole(one)).replace(one.get(ID), "nobody", 1)
        yield Damage([one.after("\n" + again)])


@kind("V501")
def the_names_of_an_entry_lose_their_pointers(edition: Edition) -> Iterator[Damage]:
    for one in _entries(edition):
        used = [(node, name) for node, name in edition.pointing(one.get(ID)) if not one.start < node.start < one.end]
        if all(node.get(name) == "#" + one.get(ID) for node, name in used):
            yield Damage([node.drop(name) for node, name in used], {"V501": [one.start]}, elsewhere=True)


@kind("V009")
def a_copied_entry_is_changed(edition: Edition) -> Iterator[Damage]:
    for one in _entries(edition):
        words = list(re.finditer(r"(?<=>)[^<\s][^<]*[^<\s](?=<)", edition.text[one.start : one.end]))
        lot = edition.lot(one.start)
        start, end = lot.choice(words).span()
        at = lot.randrange(one.start + start, one.start + end)
        yield Damage([Edit(at, at + 1, "x" if edition.text[at] != "x" else "y")], {"V009": [one.start]}, elsewhere=True)


@kind("V009")
def a_copied_entry_loses_a_part(edition: Edition) -> Iterator[Damage]:
    for one in _entries(edition):
        parts = [node for node in edition.nodes if node.parent is one and node.name not in {"persName", "orgName"}]
        if parts:
            yield Damage([edition.lot(one.start).choice(parts).cut()], {"V009": [one.start]}, elsewhere=True)


def _dates(edition: Edition, pattern: str) -> list[Node]:
    """The elements that are dated by `when`, with a value of this pattern, and say the year in their words as well."""
    dated = edition.all(*_DATED)
    return [one for one in dated if re.fullmatch(pattern, one.get("when")) and one.get("when")[:4] in edition.words(one)]


@kind("V002")
def a_day_is_impossible(edition: Edition) -> Iterator[Damage]:
    for one in edition.all():
        if one.get("when"):
            wrong = edition.lot(one.start).choice(["-02-30", "-13-01", "-04-31", "-00-10", "-6-1", "/05/03", "-02-29"])
            yield Damage([one.put("when", "1957" + wrong)])


@kind("V504")
def a_year_differs_from_the_words(edition: Edition) -> Iterator[Damage]:
    for one in _dates(edition, "[0-9]{4}.*"):
        if "(" not in edition.words(one):
            year = int(one.get("when")[:4]) + edition.lot(one.start).choice([-10, -1, 1, 9, 100])
            yield Damage([one.put("when", f"{year}{one.get('when')[4:]}")])


@kind("V507")
def a_day_differs_from_the_words(edition: Edition) -> Iterator[Damage]:
    for one in edition.all(*_DATED):
        date = re.fullmatch("([0-9]{4}-[0-9]{2}-)([0-9]{2})", one.get("when"))
        if date and re.search(r"\b[0-9]{1,2}\b", edition.words(one)) and "(" not in edition.words(one):
            days = [day for day in range(1, 29) if day != int(date[2])]
            yield Damage([one.put("when", f"{date[1]}{edition.lot(one.start).choice(days):02}")])


@kind("V504", "V507")
def a_month_differs_from_the_words(edition: Edition) -> Iterator[Damage]:
    for one in edition.all(*_DATED):
        date = re.fullmatch("([0-9]{4}-)([0-9]{2})(-[0-9]{2})", one.get("when"))
        if date and _MONTH.search(edition.words(one)) and "(" not in edition.words(one):
            months = [month for month in (1, 3, 5, 7, 8, 10, 12) if month != int(date[2])]
            yield Damage([one.put("when", f"{date[1]}{edition.lot(one.start).choice(months):02}{date[3]}")])


@kind("V502")
def a_range_runs_backwards(edition: Edition) -> Iterator[Damage]:
    for one in edition.all():
        if one.get("from") and one.get("to"):
            yield Damage([one.put("from", one.get("to")), one.put("to", one.get("from"))])
    for one in _dates(edition, "[0-9]{4}"):
        year = int(one.get("when"))
        first, last = edition.lot(one.start).choice([("from", "to"), ("notBefore", "notAfter")])
        backwards = f' {first}="{year + 1}" {last}="{year - 1}"'
        yield Damage([Edit(one.start + 1 + len(one.name), one.inside - 1, backwards)])


@kind("V503")
def something_is_dated_in_two_ways(edition: Edition) -> Iterator[Damage]:
    for one in _dates(edition, "[0-9]{4}.*"):
        yield Damage([one.put(edition.lot(one.start).choice(["from", "to", "notBefore", "notAfter"]), one.get("when")[:4])])


def _redated(edition: Edition, one: Node, year: int) -> list[Edit]:
    """The year is another one, in the attribute as well as in the words."""
    old = one.get("when")[:4]
    at = edition.text.index(old, one.inside, one.close)
    return [one.put("when", f"{year}{one.get('when')[4:]}"), Edit(at, at + 4, str(year))]


def _child(edition: Edition, parent: Node, name: str) -> Node | None:
    return next((node for node in _dates(edition, "[0-9]{4}.*") if node.parent is parent and node.name == name), None)


@kind("V505")
def a_death_is_before_the_birth(edition: Edition) -> Iterator[Damage]:
    for person in edition.all("person"):
        birth, death = _child(edition, person, "birth"), _child(edition, person, "death")
        if birth and death:
            year = int(birth.get("when")[:4]) - edition.lot(person.start).choice([1, 5, 100])
            yield Damage(_redated(edition, death, year), {"V505": [person.start]}, elsewhere=True)


def _print_year(edition: Edition) -> int:
    """The year of the print, as the header gives it; 0 if it gives none."""
    years = [one.get("when") for one in edition.all("date") if one.parent and one.parent.get("type") == "print"]
    return int(years[0][:4]) if years else 0


@kind("V506")
def a_person_was_born_after_the_book(edition: Edition) -> Iterator[Damage]:
    for person in edition.all("person"):
        birth, death = _child(edition, person, "birth"), _child(edition, person, "death")
        if birth and _print_year(edition):
            year = _print_year(edition) + edition.lot(person.start).choice([1, 7, 30])
            redated = _redated(edition, birth, year) + (_redated(edition, death, year + 50) if death else [])
            yield Damage(redated, {"V506": [person.start]}, elsewhere=True)


@kind("V509")
def a_work_is_later_than_the_book(edition: Edition) -> Iterator[Damage]:
    year = _print_year(edition)
    for one in edition.all("bibl"):
        if year and not one.within("teiHeader"):
            later, date = year + edition.lot(one.start).choice([1, 10]), _child(edition, one, "date")
            dated = _redated(edition, date, later) if date else [one.append(f', <date when="{later}">{later}</date>')]
            yield Damage(dated, {"V509": [one.start]}, elsewhere=True)


@kind("V508")
def a_work_is_older_than_its_author(edition: Edition) -> Iterator[Damage]:
    births = {
        one.parent.get(ID): int(one.get("when")[:4])
        for one in _dates(edition, "[0-9]{4}.*")
        if one.parent and one.name == "birth"
    }
    people = [person.get(ID) for person in edition.all("person") if births.get(person.get(ID))]
    for one in edition.all("bibl"):
        date = _child(edition, one, "date")
        if people and date:
            author = edition.lot(one.start).choice(people)
            named = f'<author><persName ref="#{author}">The author</persName></author>: '
            redated = _redated(edition, date, births[author] - 1)
            yield Damage([Edit(one.inside, one.inside, named), *redated], {"V508": [one.start]}, elsewhere=True)


@kind("V213")
def a_name_leads_to_another_person(edition: Edition) -> Iterator[Damage]:
    people = [person.get(ID) for person in edition.all("person")]
    for name in edition.printed("persName"):
        others = [one for one in people if "#" + one != name.get("ref")]
        if others:
            yield Damage([name.put("ref", "#" + edition.lot(name.start).choice(others))])


@kind("V104")
def two_divisions_exchange_their_numbers(edition: Edition) -> Iterator[Damage]:
    numbered = [one for one in edition.printed("div") if one.get("n")]
    for one, other in pairwise(numbered):
        if one.parent is other.parent and one.get("n") != other.get("n"):
            edits = [one.put("n", other.get("n")), other.put("n", one.get("n"))]
            yield Damage(edits, {"V104": [other.start]}, elsewhere=True)
