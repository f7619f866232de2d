"""Checking: the room `validate`, furnished with the project's own schemas and the way back of the room `encode`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from teiwright.encode.wayback import printed
from teiwright.validate import Schemas, validate
from teiwright.workspace import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from teiwright.validate import Given, Report


@cache
def own_schemas() -> Schemas:
    """The project's own schemas, each loaded once."""
    return Schemas.own(resource("schema"), resource("xslt"))


def checked(given: Sequence[Given], schemas: Schemas, corpus: Sequence[Given] = ()) -> Report:
    """Validate documents; the room `encode` prints their sources back."""
    return validate(given, schemas, printed, (resource("schema") / "waivers.rng").read_bytes(), corpus)
