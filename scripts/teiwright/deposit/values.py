"""Values as records have them: only what is said, each once, and no more exact than it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

Value = TypeVar("Value")

_DATE = re.compile(r"(\d{4})(?:-\d{2}){0,2}")


def said(values: Mapping[str, Value]) -> dict[str, Value]:
    """A mapping without what is empty: what a header leaves open is absent from a record."""
    return {key: value for key, value in values.items() if value}


def distinct(values: Iterable[Value]) -> list[Value]:
    """The values, each where it stands first: of many lists the formats demand that nothing is in them twice."""
    listed = list(values)
    return [one for number, one in enumerate(listed) if one not in listed[:number]]


def year_of(date: str) -> str:
    """The year of a date such as 1956-04-05 or 1956; empty for a date in words, or before the common era."""
    found = _DATE.fullmatch(date)
    return found[1] if found else ""
