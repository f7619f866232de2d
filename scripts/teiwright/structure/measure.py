"""The measure: how far each line of running text fills the width that the printer set.

The source has no layout, but it mostly keeps the printed lines. With proportional character widths one can tell a line
that was broken because it was full from one that ends because the paragraph does. A word divided at a line end has been
joined and pulled up by the digitiser: such a line is over-long by the tail, and the next is short by as much; the tail is
carried over before judging.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

_WIDTHS = {
    250: " .,", 278: "ijlt/:;\\|!", 333: "frI-()[]’‘'`", 389: "sJ", 408: '"', 444: "acez?“”", 500: "bdghknopquvxy*",
    556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw", 778: "m", 889: "M", 944: "W", 1000: "—…",
}  # fmt: skip
"""Advance widths of a roman text face in thousandths of an em (those of Times, as its metrics give them)."""
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.$")


class _Widths(dict[str, int]):
    """Widths by sign; whatever is not listed is as wide as a figure."""

    def __missing__(self, sign: str) -> int:
        return 500


_WIDTH = _Widths({sign: width for width, signs in _WIDTHS.items() for sign in signs})
_SPACE = 250
_TOLERANCE = 0.04
"""By how much a justified line may naturally be over-full before a joined word must explain it."""

_SENTENCE_END = re.compile(r"[.?!][”’)\]]*(?:[\[(<{]?\d{1,3}[\])>}]?)?$")
"""A stop, marks that close behind it, and a note call in any brackets."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How full one line is, as shares of the measure.

    raw: its own width; full: its width with what was carried over to it; room: what is left on it after the first word of
    the next line, which is positive when that word would have fitted.
    """

    raw: float
    full: float
    room: float


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The natural width of a text in thousandths of an em."""
    return sum(map(_WIDTH.__getitem__, text))


def ends_sentence(line: str) -> bool:
    """Whether a line ends a sentence; marks and a note call may stand behind the stop. An initial (`A.`) ends none."""
    return _SENTENCE_END.search(line, max(0, len(line) - 9)) is not None and not _INITIAL.search(line)


@lru_cache(maxsize=2)
def measure_of(texts: tuple[str, ...]) -> float:
    """The measure of a text in thousandths of an em: the width that its full lines have at the median."""
    widths = [width(text) for text in texts]
    inner = [i for i, text in enumerate(texts) if not ends_sentence(text)]
    measure = median(widths[i] for i in inner) if inner else max(widths, default=1)
    for _ in range(8):
        full = _carried(texts, widths, measure)
        measure *= median(full[i] for i in inner) if inner else 1
    return measure


def fills(texts: Sequence[str], measure: float) -> tuple[Fill, ...]:
    """How full each of some consecutive lines is."""
    widths = [width(text) for text in texts]
    full = _carried(texts, widths, measure)
    firsts = [width(text.split(maxsplit=1)[0]) + _SPACE for text in texts[1:]] + [0]
    return tuple(
        Fill(own / measure, whole, 1 - whole - first / measure)
        for own, whole, first in zip(widths, full, firsts, strict=True)
    )


def _carried(texts: Sequence[str], widths: Sequence[int], measure: float) -> list[float]:
    """The widths as shares of the measure, each with the tail that the line before must have handed on."""
    full, over = [], 0.0
    for text, own in zip(texts, widths, strict=True):
        whole = own + over
        full.append(whole / measure)
        divided = whole > measure * (1 + _TOLERANCE) and not text.endswith("-")
        over = min(whole - measure, 0.8 * width(text.rsplit(maxsplit=1)[-1])) if divided else 0.0
    return full
