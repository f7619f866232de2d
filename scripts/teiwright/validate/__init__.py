"""validate: whether a TEI edition is what it says it is. It modifies no file."""

from teiwright.validate.report import Report, validate

__all__ = ["Report", "validate"]
