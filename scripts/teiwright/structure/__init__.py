"""structure: the order of the text — front, body and back, divisions, heads, paragraphs, lists, block quotations.

It does not look for names.
"""

from teiwright.model.rule import Room
from teiwright.structure.block_quotations import block_quotations
from teiwright.structure.boundaries import boundaries
from teiwright.structure.contents import contents
from teiwright.structure.divisions import divisions
from teiwright.structure.paragraphs import paragraphs
from teiwright.structure.preliminaries import preliminaries
from teiwright.structure.zones import zones

ROOM = Room(
    "structure",
    (
        ("zones", zones),
        ("contents", contents),
        ("divisions", divisions),
        ("preliminaries", preliminaries),
        ("block-quotations", block_quotations),
        ("paragraph-boundaries", boundaries),
        ("paragraphs", paragraphs),
    ),
)

__all__ = ["ROOM"]
