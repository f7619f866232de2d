"""annotate: phrase-level claims — slips, quotations, names. It makes no elements."""

from teiwright.annotate.corrections import corrections
from teiwright.annotate.dates import dates
from teiwright.annotate.names import names
from teiwright.annotate.quotations import quotations
from teiwright.annotate.slips import slips
from teiwright.model.rule import Room

ROOM = Room(
    "annotate",
    (("decision", corrections), ("slips", slips), ("quotations", quotations), ("names", names), ("dates", dates)),
)

__all__ = ["ROOM"]
