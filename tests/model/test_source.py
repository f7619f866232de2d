"""The source: its lines, whatever ends them, and the ink on them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiwright.model.source import Source


def source(text: str) -> Source:
    """A source with some text."""
    return Source("source.txt", text, "", len(text.encode()))


@given(st.text("ab \t\r\n\x0c\x85\xa0\u2028\ufeff\x93“", max_size=40))
def test_the_ink_and_what_stands_between_is_the_source(text: str) -> None:
    made = source(text)
    ends = [0, *(edge for line in made.inked for edge in (line.start, line.end)), len(text)]
    assert ends == sorted(ends)
    assert "".join(text[a:b] for a, b in pairwise(ends)) == text
    assert not any(text[a:b].strip(" \t\r\n\x0c\x85\xa0\u2028\ufeff") for a, b in list(pairwise(ends))[::2])
    assert [line.number for line in made.lines] == list(range(1, len(made.lines) + 1))


@given(st.text("ab \r\n", max_size=30), st.data())
def test_each_character_stands_on_its_line(text: str, data: st.DataObject) -> None:
    made = source(text)
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    split = text[offset - 1 : offset + 1] == "\r\n"
    assert made.line_at(offset).number == before.count("\n") + 1 - split


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_ends_in_any_of_three_ways(end: str) -> None:
    made = source(f"one{end}{end} two ")
    assert [(line.number, made.ink(line)) for line in made.inked] == [(1, "one"), (3, "two")]


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0", "\x0c", "\x0b", "\x1f", "\x85", "\u2028", "\ufeff", "\x7f"])
def test_what_is_blank_is_not_ink(blank: str) -> None:
    made = source(f"{blank}one{blank}\n")
    assert [made.ink(line) for line in made.lines] == ["one", ""]


@pytest.mark.parametrize("sign", ["\x91", "\x92", "\x93", "\x94", "\x96", "\x97", "\xad", "³", "“"])
def test_a_damaged_mark_at_either_end_of_a_line_is_ink(sign: str) -> None:
    made = source(f"{sign}one{sign}\n")
    assert [made.ink(line) for line in made.inked] == [f"{sign}one{sign}"]
