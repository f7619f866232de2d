"""From a book in Typst to a PDF: the one module that imports typst.

The compiler is given one file, from memory. It can read no other, knows no fonts but its own, and is told no time, so
that the same book is the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from teiwright.saxon import StylesheetError

if TYPE_CHECKING:
    from teiwright.render.drafts import Draft

STANDARD = "ua-1"
"""What the PDF conforms to: PDF/UA-1 (ISO 14289-1), tagged for whoever has it read aloud. Typst refuses others."""


def pdf(draft: Draft) -> Mapping[str, bytes]:
    """One PDF, typeset from the draft.

    Raises StylesheetError (R001) where Typst refuses the book, as it does lists in lists to twenty levels.
    """
    import typst  # here, since whoever makes no PDF need not load 30 MB

    compiler: Any = typst.compile  # its declaration wants source and root to be of the same type, which they never are
    with TemporaryDirectory() as nothing:  # the only folder that the compiler may read in, and it is empty
        try:
            made = compiler(
                draft.text.encode("utf-8"),
                root=nothing,
                ignore_system_fonts=True,
                package_path=nothing,
                package_cache_path=nothing,
                pdf_standards=STANDARD,
            )
        except typst.TypstError as error:
            raise StylesheetError("R001", f"Typst cannot set the book: {error}", "typst.xsl") from None
    return {draft.path: made}
