"""layout: what is on the page — page numbers, running heads, note areas and calls, line and word division.

It does not know what a paragraph is.
"""

from teiwright.layout.notes import notes
from teiwright.layout.pages import pages
from teiwright.layout.words import word_division
from teiwright.model.rule import Room

ROOM = Room("layout", (("pages", pages), ("notes", notes), ("word-division", word_division)))

__all__ = ["ROOM"]
