"""encode: a reading becomes TEI, and the TEI gives its source back. It decides nothing editorial."""

from teiwright.encode.document import encode
from teiwright.encode.wayback import source_of

__all__ = ["encode", "source_of"]
