"""encode: a reading becomes TEI, and the TEI gives its source back. It decides nothing editorial."""

from teiwright.encode.document import encode, identified
from teiwright.encode.wayback import source_lines, source_of

__all__ = ["encode", "identified", "source_lines", "source_of"]
