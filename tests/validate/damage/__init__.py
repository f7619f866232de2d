"""Damage that validation must find, in kinds."""

from . import breaks, entries, grammar, header, identifiers, notes, pages, pointers, quotations, words  # noqa: F401
from .edition import Edition
from .kinds import KINDS, Kind, Mutant

__all__ = ["KINDS", "Edition", "Kind", "Mutant"]
