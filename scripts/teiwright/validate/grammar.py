"""The grammars: RELAX NG and W3C Schema. lxml gives the verdicts; what is wrong is explained by xmlschema.

Both are compiled from one ODD, so they agree, and one fault is told once: where both refuse a document, by the explanation,
which names what is allowed; where only RELAX NG does, by what libxml2 says; where only the W3C Schema does, as V006.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiwright.validate.document import Document, Fault

if TYPE_CHECKING:
    from teiwright.validate.schemas import Schemas

_NOISE = re.compile(r"\{http://www\.tei-c\.org/ns/1\.0\}|(?<=[\s'\"(])tei:")
_HELP = "compare with the description of the element in schema/teiwright.html"


def grammar(document: Document, schemas: Schemas) -> Iterator[Fault]:
    """A fault for each thing that the grammars do not allow: V002, or V006 where they disagree."""
    relaxng, w3c = schemas.relaxng, schemas.w3c
    fits, fits_w3c = relaxng is None or relaxng.validate(document.root), w3c is None or w3c.validate(document.root)
    if not fits_w3c and schemas.w3c_file:
        from teiwright.validate.explanations import explanations

        code = "V006" if fits and relaxng is not None else "V002"
        told = list(explanations(document.root, schemas.w3c_file, code))
        yield from told
        if told:
            return
    if not fits and relaxng is not None:
        for error in relaxng.error_log:
            message = " ".join(_NOISE.sub("", error.message).split())
            yield Fault("V002", message, _HELP, document.at_line(error.line), line=error.line)
