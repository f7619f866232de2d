"""The damage survey: which signs are mangled throughout, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from teiwright.findings import Finding
from teiwright.model.claim import Claim, Kind
from teiwright.model.edition import Edition
from teiwright.model.reading import Reading

_OPENS = r"(?<![^\s(\[—‹“\"‘])SIGN(?=[\w(\[])"
_CLOSES = r"(?<=[\w.,;:!?)\]’¹])SIGN(?![^\W\d_])"
_BETWEEN = r"(?<=[^\W\d_])SIGN(?=[^\W\d_])|(?<=s)SIGN(?=\s)"
_INSIDE = r"[^\W\d_]SIGN[^\W\d_]"
_DASH = r"(?<=[\w\s,.;:!?)])SIGN(?=[\w\s])"


@dataclass(frozen=True, slots=True)
class _Damage:
    """A known accident: a sign, what it stands for, the pattern that its places must fit, and one that must be found."""

    sign: str
    reading: str
    fits: str
    needs: str = ""


KNOWN = (
    _Damage("³", "“", _OPENS, "²"),
    _Damage("²", "”", _CLOSES, "³"),
    _Damage("¹", "’", _BETWEEN, _INSIDE),
    _Damage("‹", "—", _DASH),
    _Damage("\x93", "“", _OPENS, "\x94"),
    _Damage("\x94", "”", _CLOSES, "\x93"),
    _Damage("\x92", "’", _BETWEEN),
    _Damage("\x91", "‘", _OPENS),
    _Damage("\x97", "—", _DASH),
    _Damage("\x96", "–", _DASH),
)
"""Two accidents that befall typographic signs one for one: Mac OS Roman taken for ISO 8859-1 by way of the old mail
transliteration table (“ → ³ and so on), and Windows-1252 taken for ISO 8859-1 (“ → U+0093 and so on)."""

ENOUGH = 0.9
"""The share of a sign's places that must fit before the whole sign is taken for damaged."""


def damage(reading: Reading, edition: Edition) -> Iterator[Claim | Finding]:
    """Take a sign for damaged when nine tenths of its places are places of the sign it would stand for.

    Looks at signs that known accidents produce. A superscript three that opens words all through a book, with superscript
    twos that close them, is a quotation mark; one that follows words is a note call or a power and is left alone. The
    profile overrules it under `[damage]`.
    """
    text, length = reading.source.text, len(reading.source.text)
    for sign, reads in edition.profile.damage.items():
        evidence = ("stated in the profile", f"{text.count(sign)} places")
        yield Claim(Kind.GLYPH, 0, length, "damage", evidence, details={"sign": sign, "reading": reads})
    for known in KNOWN:
        total = text.count(known.sign)
        if not total or known.sign in edition.profile.damage:
            continue
        fitting = len(re.findall(known.fits.replace("SIGN", re.escape(known.sign)), text))
        fit = f"{fitting} of {total} places fit {known.reading}"
        if (
            fitting >= ENOUGH * total
            and re.search(known.needs.replace("SIGN", re.escape(known.sign)), text)
            and known.reading not in text
        ):
            details = {"sign": known.sign, "reading": known.reading}
            yield Claim(Kind.GLYPH, 0, length, "damage", (fit,), fitting / total, details=details)
        else:
            line = reading.source.line_at(text.index(known.sign)).number
            message = f"“{known.sign}” (U+{ord(known.sign):04X}): only {fit}"
            help_ = "say in the profile, under [damage.signs], what it stands for"
            yield Finding("C004", message, help_, reading.source.name, line)
