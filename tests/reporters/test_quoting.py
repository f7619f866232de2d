"""Words are shown sign for sign, and a line is cut around its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiwright.codes import Severity
from teiwright.findings import Finding
from teiwright.reporters import reported
from teiwright.reporters.quoting import excerpt, held, in_json, in_markup, shown
from teiwright.validate.report import Report

ANY = st.text(st.characters(), max_size=60)


@given(ANY)
def test_what_is_shown_is_as_long_as_it_was_and_stays_as_it_is(words: str) -> None:
    assert len(shown(words)) == len(words)
    assert shown(shown(words)) == shown(words)
    assert len(held(words)) == len(words)
    assert held(held(words)) == held(words)


@pytest.mark.parametrize(
    "words", ["Frühling – “été” …", "東京", "e\u0301", "a\u00a0b\u202fc", "\ue5dc", "שלום", "# [x] ## y"]
)
def test_what_a_book_says_is_shown_as_it_is(words: str) -> None:
    assert shown(words) == words
    assert held(words) == words


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x9b", "\r", "\n", "\u2028", "\u202e", "\u200b", "\xad", "\ud800", "\ufffe"]
)
def test_what_acts_or_cannot_be_seen_is_not_shown(sign: str) -> None:
    assert shown(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("command", ["##[error]x", "###[add-mask]x", "##vso[task.x]y", "##teamcity[x]"])
def test_a_command_to_a_service_is_none_any_more(command: str) -> None:
    for made in (shown(command), in_markup(command), in_json(command)):
        assert "##[" not in made
        assert "##v" not in made
        assert "##t" not in made
    assert json.loads(in_json(command)) == command


@given(st.recursive(ANY, lambda inner: st.lists(inner) | st.dictionaries(ANY, inner), max_leaves=8))
def test_json_says_the_same_but_for_half_pairs(value: object) -> None:
    for indent in (None, 2):
        text = in_json(value, indent)
        assert json.loads(text.encode("utf-8")) == json.loads(json.dumps(value, ensure_ascii=False).translate(HALVES))
        assert indent or text.isprintable()


HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def finding(quote: str, column: int, width: int = 1) -> Finding:
    return Finding("V001", "message", file="x.xml", line=1, column=column, quote=quote, width=width)


@given(st.text("ab <\t", max_size=300), st.integers(0, 320), st.integers(1, 320), st.integers(10, 120))
def test_an_excerpt_is_of_the_line_and_no_longer_than_wanted(quote: str, column: int, width: int, most: int) -> None:
    before, meant, after = excerpt(finding(quote, column, width), most)
    assert len(before.removeprefix("…")) + len(meant) + len(after.removesuffix("…")) <= most
    assert (before + meant + after).strip("…") in quote
    assert not column or quote[column - 1 :].startswith(meant)
    assert column or not meant


def test_an_excerpt_leaves_out_the_indent_and_what_is_far_from_the_place() -> None:
    assert excerpt(finding("    <p>here</p>", 5, 3), 40) == ("", "<p>", "here</p>")
    assert excerpt(finding("    <p>here</p>", 3, 3), 40) == ("", "  <", "p>here</p>")
    assert excerpt(finding("    <p>here</p>", 0), 40) == ("", "", "<p>here</p>")
    assert excerpt(finding("a" * 50 + "<p>" + "b" * 50, 51, 3), 30) == ("…" + "a" * 10, "<p>", "b" * 17 + "…")
    assert excerpt(finding("<" + "a" * 90, 1, 80), 30) == ("", "<" + "a" * 29, "…")


@pytest.mark.parametrize(
    ("before", "columns"), [("abc ", 4), ("東京 ", 5), ("e\u0301te\u0301 ", 4), ("\u200b\x1b", 2), ("é–…", 3)], ids=ascii
)
def test_the_caret_stands_under_the_place(before: str, columns: int) -> None:
    report = Report((finding(f"|{before}<p>", len(before) + 2, 3),), (), ("x.xml",))
    *_, caret, _, _ = reported("terminal", report, Severity.NOTE).splitlines()
    assert caret == "  |  " + " " * columns + "^^^"


def test_a_terminal_has_colours_unless_it_is_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report((finding("<p>", 1),))
    assert "\x1b" not in reported("terminal", report, Severity.NOTE)
    monkeypatch.setenv("NO_COLOR", "")
    assert reported("terminal", report, Severity.NOTE).startswith("\x1b[31;1merror\x1b[0m V001 message\n")
