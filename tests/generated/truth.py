"""The truth about a generated book, in the form of a reading (docs/measuring.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .press import Page, flow, joined
from .signs import PERSON, PERSON_END, QUOTE, QUOTE_END, note_of, unmarked

Rows = list[dict[str, Any]]
_ENDS = {PERSON_END: PERSON, QUOTE_END: QUOTE}


def truth(pages: Sequence[Page], kinds: Sequence[str], doubtful: frozenset[int]) -> Mapping[str, Rows]:
    """The reading of a book.

    kinds: of its blocks; doubtful: those of which nothing on the page tells that they begin where they do.
    """
    rows: dict[str, Rows] = {"pages": [{"n": page.number} for page in pages]}
    for name in ("blocks", "boundaries", "notes", "quotes", "persons"):
        rows[name] = []
    signed = [(sign, number, block) for number, block, text in flow(pages) for sign in text]
    _marks(signed, rows)
    of_block: list[list[tuple[str, int]]] = [[] for _ in kinds]
    for sign, number, block in signed:
        of_block[block].append((sign, number))
    for at, (kind, own) in enumerate(zip(kinds, of_block, strict=True)):
        text, begun = _even("".join(sign for sign, _ in own)), own[0][1]
        if kind in "pcq":
            type_ = "blockquote" if kind == "q" else "p"
            rows["blocks"].append({"type": type_, "page_start": begun, "text": text, "continues_paragraph": False})
        if at in doubtful:
            rows["boundaries"].append({"page": begun, "after": text, "gold": "break", "gold_sure": False})
    before = _before(signed)
    for page in pages:
        for printed, note, foot in page.notes:
            text, (called, words) = "".join(map(joined, foot)), before[note]
            _marks([(sign, page.number, -1) for sign in text], rows)
            anchor = {"anchor_page": called, "anchor_before": words}
            rows["notes"].append({"page": page.number, "marker": str(printed), "text": _even(text), **anchor})
    return rows


def _marks(signed: Sequence[tuple[str, int, int]], rows: Mapping[str, Rows]) -> None:
    """Take down the persons and quotations of a text that is given sign by sign, each with its page."""
    opened: list[tuple[str, int, list[str]]] = []
    for sign, page, _ in signed:
        if sign in (PERSON, QUOTE):
            opened.append((sign, page, []))
        elif sign in _ENDS:
            kind, begun, words = opened.pop()
            assert kind == _ENDS[sign], "marks cross"
            text = _even("".join(words))
            if kind == PERSON:
                rows["persons"].append({"page": begun, "mention": text})
            else:
                rows["quotes"].append({"page": begun, "text": text, "form": "inline", "kind": "unknown"})
        else:
            for _, _, words in opened:
                words.append(sign)
    assert not opened, "marks are left open"


def _before(signed: Sequence[tuple[str, int, int]]) -> dict[int, tuple[int, str]]:
    """For each note the page of its call and the four words before it."""
    found, last = {}, list[str]()
    for sign, page, _ in signed:
        if note_of(sign) >= 0:
            found[note_of(sign)] = page, " ".join(_even("".join(last[-400:])).split(" ")[-4:])
        last.append(sign)
    return found


def _even(text: str) -> str:
    return " ".join(unmarked(text).split())
