"""annotate: phrase-level claims — slips, quotations, names. It makes no elements."""

from teiwright.annotate.attributions import extracts
from teiwright.annotate.citations import citations
from teiwright.annotate.corrections import corrections
from teiwright.annotate.dashes import dashes
from teiwright.annotate.dates import dates
from teiwright.annotate.insertions import insertions
from teiwright.annotate.names import names
from teiwright.annotate.parallels import parallels
from teiwright.annotate.quotations import quotations
from teiwright.annotate.remarks import remarks
from teiwright.annotate.slips import slips
from teiwright.annotate.unmarked import unmarked
from teiwright.model.rule import Room

ROOM = Room(
    "annotate",
    (
        ("decision", corrections),
        ("slips", slips),
        ("dashes", dashes),
        ("names", names),
        ("dates", dates),
        ("citations", citations),
        ("quotations", quotations),
        ("unmarked", unmarked),
        ("attributions", extracts),
        ("insertions", insertions),
        ("parallels", parallels),
        ("decision", remarks),
    ),
)

__all__ = ["ROOM"]
