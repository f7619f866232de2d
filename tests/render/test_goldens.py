"""The small book in every format, as reviewed by eye: `pytest tests/render --regenerate` writes it anew."""

import difflib
import re
from pathlib import Path

import pytest

from teiwright.render import FORMATS, render

CASES = {
    "book.html": ("html", {}),
    "book.txt": ("text", {}),
    "book.corpus.txt": ("corpus", {}),
    "book.printed.txt": ("printed", {}),
    "book-pages.txt": ("text", {"pages": "yes", "notes": "no", "width": "50"}),
    "book.md": ("markdown", {}),
    "book.typ": ("typst", {}),
}


@pytest.mark.parametrize("name", CASES)
def test_the_book_looks_as_reviewed(name: str, book: bytes, stylesheets: Path, regenerate: bool) -> None:
    format_, params = CASES[name]
    golden = Path(__file__).parent / "golden" / name
    made = next(iter(render(book, [format_], stylesheets, "book", **params)[format_].values())).decode()
    # Style and script are reviewed in their own files; in the golden page they would hide every other change.
    made = made.replace((stylesheets / "typst" / "book.typ").read_text(), "/* book.typ */")
    if golden.suffix == ".html":
        made = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", made, flags=re.DOTALL)
    made = re.sub(r"'sha256-[^']*'", "'sha256-…'", made)
    if regenerate:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made)
    diff = difflib.unified_diff(golden.read_text().splitlines(), made.splitlines(), "reviewed", "made", lineterm="", n=1)
    if difference := "\n".join(diff):
        pytest.fail(f"{name} differs; review it, then regenerate\n{difference}", pytrace=False)


def test_rendering_twice_gives_the_same_bytes(book: bytes, stylesheets: Path) -> None:
    formats = [name for name, format_ in FORMATS.items() if format_.at_hand]
    assert render(book, formats, stylesheets) == render(book, formats, stylesheets)


def test_an_unknown_format_is_named(book: bytes, stylesheets: Path) -> None:
    with pytest.raises(ValueError, match="no such format: clay; there are html, tei, text"):
        render(book, ["html", "clay"], stylesheets)
