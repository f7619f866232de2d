"""annotate: phrase-level claims — slips, quotations, names. It makes no elements."""

from teiwright.annotate.corrections import corrections
from teiwright.annotate.persons import persons
from teiwright.annotate.quotations import quotations
from teiwright.annotate.slips import slips
from teiwright.model.rule import Room

ROOM = Room(
    "annotate",
    (("decision", corrections), ("slips", slips), ("quotations", quotations), ("persons", persons)),
)

__all__ = ["ROOM"]
