"""Persons: every mention of a name that the authority file knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from re import Pattern

    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading


def persons(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find the names of the authority file in the corrected text, with the form of address before them.

    The longest form wins; a possessive ending stays outside; a name inside a longer word or compound (`Leninism`,
    `Marxist-Leninist`, `Trotskyites`) is not a mention of the person.
    """
    by_form = {form: person for person in edition.persons for form in person.forms}
    if not by_form:
        return
    pattern = _pattern(by_form, edition.language.roles)
    for _, view in blocks(reading):
        last = (-1, -1)
        for m in pattern.finditer(view.text):
            span = view.span(*m.span())
            if span == last:
                continue  # both lie in the words of one correction
            last = span
            form = re.sub(r"\s+", " ", m["name"])
            evidence = (f"the form “{form}” of the authority file",)
            details = {"ref": by_form[form].id}
            yield Claim(Kind.PERSON, *span, "persons", evidence, details=details)
            if m["role"]:
                words = ("a form of address before a name",)
                yield Claim(Kind.ROLE, *view.span(*m.span("role")), "persons", words)


def _pattern(forms: Iterable[str], roles: tuple[str, ...]) -> Pattern[str]:
    names = "|".join(_spaced(form) for form in sorted(forms, key=len, reverse=True))
    titles = "|".join(_spaced(role) for role in sorted(roles, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?<!\w[’'])(?:(?P<role>{titles})\s)?(?<![\w-])(?P<name>{names})(?![\w]|-\w)")


def _spaced(form: str) -> str:
    return r"\s".join(re.escape(word) for word in form.split())
