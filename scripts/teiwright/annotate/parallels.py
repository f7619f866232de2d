"""Parallels: where quoted words stand earlier in the same book, the quotation is compared with them word by word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from teiwright.annotate.blocks import blocks
from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SHINGLE = 4
"""How many words in a row show where to look."""

_SHORTEST = 8
"""From how many words on a quotation is looked for: shorter ones occur by chance."""

_COMMON = 20
"""A run of words found more often than this is a formula, and shows nothing."""

_ALIKE = 0.8
"""What share of the quoted words must stand in the passage, in the same order."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the running text in order: folded, as printed, where each begins in the source; and their shingles."""

    folded: tuple[str, ...]
    printed: tuple[str, ...]
    places: tuple[int, ...]
    shingles: dict[tuple[str, ...], list[int]]

    @classmethod
    def of(cls, reading: Reading) -> _Words:
        printed, places = list[str](), list[int]()
        for block, view in blocks(reading):
            if block.kind is not Kind.NOTE:
                for match in _WORD.finditer(view.text):
                    printed.append(match[0])
                    places.append(view.point(match.start()))
        folded = tuple(word.casefold() for word in printed)
        shingles: dict[tuple[str, ...], list[int]] = {}
        for i in range(len(folded) - _SHINGLE + 1):
            shingles.setdefault(folded[i : i + _SHINGLE], []).append(i)
        return cls(folded, tuple(printed), tuple(places), shingles)


def parallels(reading: Reading, _: Edition) -> Iterator[Claim | Finding]:
    """Claim for each quotation of eight words or more the passage before it that it repeats, and how they differ.

    The passage is looked for by runs of four words and aligned word by word (Ratcliff and Obershelp); marks and capitals
    do not count. The verdict is `verbatim`, `with omissions` (the quotation only leaves words out), or `altered`.
    """
    quotations = reading.of(Kind.QUOTATION, Kind.BLOCK_QUOTATION)
    if not quotations:
        return
    words = _Words.of(reading)
    for quotation in quotations:
        first, last = (bisect_left(words.places, edge) for edge in (quotation.start, quotation.end))
        begin = _passage(words, first, last) if last - first >= _SHORTEST else None
        if begin is not None:
            yield from _compared(reading, quotation, words, (first, last), begin)


def _passage(words: _Words, first: int, last: int) -> int | None:
    """Where the passage begins that most runs of the quoted words point to, before the quotation itself."""
    diagonals: Counter[int] = Counter()
    for i in range(first, last - _SHINGLE + 1):
        found = words.shingles[words.folded[i : i + _SHINGLE]]
        if len(found) <= _COMMON:
            diagonals.update((j - i + first) // _SHORTEST for j in found if j + _SHINGLE <= first)
    best = diagonals.most_common(1)
    return best[0][0] * _SHORTEST if best and best[0][1] > 1 else None


def _compared(reading: Reading, quotation: Claim, words: _Words, span: tuple[int, int], begin: int) -> Iterator[Claim]:
    first, last = span
    reach = (last - first) // 4 + _SHORTEST
    low, high = max(0, begin - reach), min(first, begin + (last - first) + reach)
    matcher = SequenceMatcher(None, words.folded[first:last], words.folded[low:high], autojunk=False)
    matched = matcher.get_matching_blocks()[:-1]
    if sum(block.size for block in matched) < _ALIKE * (last - first):
        return
    start, end = low + matched[0].b, low + matched[-1].b + matched[-1].size
    differences = tuple(_differences(matcher, words, first, low, (start, end)))
    omits = all(quoted == "" for quoted, _ in differences)
    verdict = "verbatim" if not differences else "with omissions" if omits else "altered"
    source = words.places[start], words.places[end - 1] + len(words.printed[end - 1])
    block = next((one for kind in (Kind.PARAGRAPH, Kind.ITEM) if (one := reading.at(kind, source[0]))), None)
    where = {"block": f"{block.kind} {block.start} {block.end}"} if block else {}
    details = {"start": str(source[0]), "end": str(source[1]), "agreement": verdict, **where}
    pages = "–".join(dict.fromkeys((reading.page_at(source[0]), reading.page_at(source[1] - 1))))
    told = tuple(_worded(*pair) for pair in differences)
    evidence = (f"the words stand on p. {pages}", *told)
    share = sum(match.size for match in matched) / (last - first)
    yield Claim(Kind.PARALLEL, quotation.start, quotation.end, "parallels", evidence, share, details=details)
    if told:
        remark = f"Compared with p. {pages}: {'; '.join(told)}."
        yield Claim(Kind.REMARK, quotation.end, quotation.end, "parallels", evidence, share, details={"words": remark})


def _differences(
    matcher: SequenceMatcher[str], words: _Words, first: int, low: int, within: tuple[int, int]
) -> Iterator[tuple[str, str]]:
    """The words that differ, in the quotation and in the passage; what only stands around the passage does not count."""
    for tag, a, b, c, d in matcher.get_opcodes():
        start, end = max(low + c, within[0]), min(low + d, within[1])
        quoted, printed = " ".join(words.printed[first + a : first + b]), " ".join(words.printed[start:end])
        if tag != "equal" and (quoted or printed):
            yield quoted, printed


def _worded(quoted: str, printed: str) -> str:
    """A difference in words."""
    if not quoted:
        return f"“{printed}” is left out"
    return f"“{quoted}” is added" if not printed else f"“{quoted}” stands for “{printed}”"
