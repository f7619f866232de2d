"""Block quotations without any mark: found where several cues converge."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind
from teiwright.structure.measure import Fill, ends_sentence, fills, measure_of
from teiwright.structure.runs import body_text, runs

if TYPE_CHECKING:
    from teiwright.model.edition import Edition
    from teiwright.model.reading import Reading
    from teiwright.model.source import Line

_LONGEST = 80
"""How many lines a block quotation may have."""

_NARROW = 0.978
"""Below this share of the measure a line speaks for the narrower setting of an extract, above it against."""

_ENOUGH = 4.0


def block_quotations(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Find extracts that nothing marks, by converging cues, and report each cue.

    They open after a line that ends in a colon, best with a verb of saying before it; they are set to a narrower measure;
    they end with a sentence, best with a note call or a short line; the text then goes on at the full measure. Words in
    quotation marks and numbered items after a colon are not extracts.
    """
    all_runs = runs(reading)
    measure = measure_of(body_text(reading, all_runs))
    for run in all_runs:
        texts = [reading.ink(line) for line in run]
        fill = fills(texts, measure)
        i = 1
        while i < len(run):
            i = (yield from _try(reading, edition, run, texts, fill, i)) + 1


def _try(
    reading: Reading, edition: Edition, run: Sequence[Line], texts: Sequence[str], fill: Sequence[Fill], i: int
) -> Generator[Claim | Finding, None, int]:
    """Claim the extract that opens with line `i` of a run, if there is one; return its last line, or `i`."""
    if not texts[i - 1].endswith(":") or not texts[i][0].isupper() or texts[i].startswith(edition.profile.open_mark):
        return i
    cues = [(1.0, "the line before ends in a colon")]
    announcement = edition.language.announcement.search(" ".join(texts[max(0, i - 3) : i])[-140:])
    if announcement:
        cues.append((2.0, f"it is announced: “{announcement[0]}”"))
    if fill[i - 1].room > 0:
        cues.append((1.0, "the announcing line is short though more would have fitted"))
    last, ending = _end(reading, run, texts, fill, i)
    cues += ending
    weight = sum(w for w, _ in cues)
    evidence = tuple(words for _, words in cues)
    if last >= i and weight >= _ENOUGH:
        certainty = min(0.99, 0.5 + weight / 20)
        yield Claim(Kind.BLOCK_QUOTATION, run[i].start, run[last].end, "block-quotations", evidence, certainty)
        return last
    if announcement:
        help_ = "if an extract begins here, see whether the source has its last line as printed"
        message = f"nothing delimits an extract after “{announcement[0]}”"
        yield Finding("S003", message, help_, reading.source.name, run[i].number, reading.page_at(run[i].start))
    return i


def _end(
    reading: Reading, run: Sequence[Line], texts: Sequence[str], fill: Sequence[Fill], i: int
) -> tuple[int, list[tuple[float, str]]]:
    """The last line of an extract that opens with line `i`, with the cues for it; -1 when no sentence ends there."""
    stop = min(len(run), i + _LONGEST)
    narrow = list(accumulate(max(-1.0, min(1.0, (_NARROW - f.full) / 0.05)) for f in fill[i:stop]))
    best, score, cues = -1, 0.0, list[tuple[float, str]]()
    for j in range(i, stop):
        if not ends_sentence(texts[j]):
            continue
        call = reading.within(Kind.NOTE_CALL, run[j].start, run[j].end)
        called = bool(call) and call[-1].end == run[j].end
        short = fill[j].room > 0.1
        total = narrow[j - i] + 3.0 * called + 2.0 * short
        if best < 0 or total > score:
            best, score, cues = (
                j,
                total,
                [(_clip(narrow[j - i]), f"{j - i + 1} lines set to {_mean(fill[i : j + 1]):.0%} of the measure")],
            )
            cues += [(3.0, "a note call stands at its end")] * called
            cues += [(2.0, "its last line is short")] * short
            if j + 1 < len(run):
                cues.append((1.0, f"the text goes on with “{_opening(texts[j + 1])}”"))
        if called or short:
            break
    return best, cues


def _clip(weight: float) -> float:
    return max(-4.0, min(4.0, weight))


def _mean(fill: Sequence[Fill]) -> float:
    full = [f.full for f in fill[:-1]] or [fill[-1].full]
    return sum(full) / len(full)


def _opening(text: str) -> str:
    return " ".join(re.findall(r"\S+", text)[:4])
