"""What the editors of one book give the engine, besides its source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiwright.model.decisions import Decisions

if TYPE_CHECKING:
    from teiwright.language import Language
    from teiwright.model.authority import Entry
    from teiwright.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Edition:
    """A book's profile, language pack, authority entries and decisions. Rules read it; nothing in it changes."""

    name: str
    profile: Profile
    language: Language
    entries: tuple[Entry, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
