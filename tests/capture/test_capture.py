"""Capture: what is refused, and which signs are taken for damaged."""

from __future__ import annotations

import hashlib
import json

import pytest

from teiwright.capture import capture
from teiwright.capture.damage import KNOWN, damage
from teiwright.findings import Finding, Refused
from teiwright.language import load_language
from teiwright.model.claim import Claim, Kind
from teiwright.model.edition import Edition
from teiwright.model.profile import Profile, read_profile
from teiwright.model.reading import Reading


def survey(text: str, **signs: str) -> tuple[dict[str, str], list[str]]:
    """The signs that are taken for damaged in a text, with their readings, and the codes of the findings."""
    edition = Edition("book", Profile(damage=signs), load_language("en"))
    made = list(damage(Reading(capture(text.encode(), "source.txt")), edition))
    glyphs = {c["sign"]: c["reading"] for c in made if isinstance(c, Claim) and c.kind is Kind.GLYPH}
    return glyphs, [finding.code for finding in made if isinstance(finding, Finding)]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "C002", 1),
        (b" \r\n\t\x0c", "C002", 1),
        ("\ufeff\n".encode(), "C002", 1),
        (b"one\ntwo \x93three\x94", "C001", 2),
        (b"one\xff", "C001", 1),
        (b"%PDF\n\n\x00\x01", "C003", 3),
        ("one".encode("utf-16"), "C003", 1),
        (b"\xed\xa0\x80", "C001", 1),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        capture(data, "source.txt")
    assert [(finding.code, finding.line) for finding in refused.value.findings] == [(code, line)]


def test_a_source_is_taken_as_it_is() -> None:
    data = "\ufeffone\r\n\x0ctwo \n".encode()
    source = capture(data, "source.txt")
    assert source.text.encode() == data
    assert (source.sha256, source.size) == (hashlib.sha256(data).hexdigest(), len(data))


@pytest.mark.parametrize(
    ("text", "glyphs", "codes"),
    [
        ("He said ³yes² and ³no² to it.", {"³": "“", "²": "”"}, []),
        ("He said \x93yes\x94 and it\x92s no.", {"\x93": "“", "\x94": "”", "\x92": "’"}, []),
        ("\x93Yes,\x94 he said.\n\x93No.\x94\n", {"\x93": "“", "\x94": "”"}, []),
        ("the town¹s lamp", {"¹": "’"}, []),
        ("the lamp‹the old one‹is lit", {"‹": "—"}, []),
        ("in 1790\x961812 and 1813\x961814", {"\x96": "–"}, []),
        ("the lamp³ and the mole³ of it", {}, ["C004"]),
        ("He said ³yes” and “no” to it.", {}, ["C004"]),
        ("He said “yes” and ’no’.", {}, []),
        ("‹ 1 › and ‹ 2 ›", {}, ["C004"]),
    ],
)
def test_a_sign_is_damaged_when_its_places_are_those_of_another(text: str, glyphs: dict[str, str], codes: list[str]) -> None:
    assert survey(text) == (glyphs, codes)


def test_the_profile_overrules_the_survey() -> None:
    assert survey("He said ³yes² to it.", **{"³": "3", "²": "2"}) == ({"³": "3", "²": "2"}, [])


@pytest.mark.parametrize(
    ("sign", "reads"), [("b", "..."), ("ab", "c"), ("", "c"), ("a", ""), ("a", "\n"), ("~", " "), ("a", "\x0c")]
)
def test_a_damaged_sign_is_one_printed_sign_for_one(sign: str, reads: str) -> None:
    profile = f"[damage]\nsigns = {{ {json.dumps(sign)} = {json.dumps(reads)} }}\n"
    with pytest.raises(Refused) as refused:
        read_profile(profile.encode(), "profile.toml")
    assert [finding.code for finding in refused.value.findings] == ["P003"]


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"U+{ord(known.sign):04X}")
def test_every_known_accident_keeps_the_length(known) -> None:
    assert (len(known.sign), len(known.reading)) == (1, 1)
