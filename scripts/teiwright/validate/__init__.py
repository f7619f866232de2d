"""validate: whether a TEI document is what it says it is, and what is wrong with it where it is not.

It modifies no file. The order of the checks is in `report.py`; each gives faults, which say what and at which element, and
`document.py` finds their place: file, line and column, printed page, line of the source.
"""

from teiwright.validate.document import Given, WayBack
from teiwright.validate.report import Report, validate
from teiwright.validate.schemas import Schemas

__all__ = ["Given", "Report", "Schemas", "WayBack", "validate"]
