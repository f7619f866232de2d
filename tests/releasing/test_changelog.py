"""A changelog is read, and given a release at its top; all else in it stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from teiwright.releasing.changelog import Changelog

KEPT = """\
# Changelog

Words before, and `## [9.9.9]` in them.

## [1.1.0] - 2026-02-01 [YANKED]

### Fixed

- What was wrong.

## [1.0.0](https://example.org/1.0.0) – 2026-01-01

- All.

## v0.9.0

[1.1.0]: https://example.org/1.1.0
"""
WAITING = ["## [Unreleased]", "## Unreleased", "## [1.2.0] – unreleased", "## [1.2.0] - Unreleased"]


def test_what_was_released_is_read_with_its_dates() -> None:
    assert Changelog(KEPT).released == {"1.1.0": "2026-02-01", "1.0.0": "2026-01-01", "0.9.0": ""}
    assert Changelog("").released == {}


@pytest.mark.parametrize("heading", WAITING)
def test_what_waits_has_not_been_released(heading: str) -> None:
    assert Changelog(KEPT.replace("## [1.1.0]", f"{heading}\n\n- More.\n\n## [1.1.0]")).released == Changelog(KEPT).released


def test_a_release_is_put_before_the_newest_in_the_form_of_that() -> None:
    told = Changelog(KEPT).with_release("1.2.0", "2026-03-01", ["One.", "Two."])
    assert told == KEPT.replace("## [1.1.0]", "## [1.2.0] - 2026-03-01\n\n- One.\n- Two.\n\n## [1.1.0]")


@pytest.mark.parametrize("heading", WAITING)
@pytest.mark.parametrize("below", ["### Added\n\n- More.\n\n", "- More.\n\n", ""], ids=["groups", "list", "nothing"])
def test_what_waits_becomes_part_of_the_release(heading: str, below: str) -> None:
    text = KEPT.replace("## [1.1.0]", f"{heading}\n\n{below}## [1.1.0]")
    told = Changelog(text).with_release("1.3.0", "2026-03-01", ["One."])
    dash = "–" if "–" in heading or "1.2.0" not in heading else "-"
    between = "" if below.startswith("-") else "\n"
    assert told == KEPT.replace("## [1.1.0]", f"## [1.3.0] {dash} 2026-03-01\n\n- One.\n{between}{below}## [1.1.0]")
    other = Changelog(text.replace("\n", "\r\n")).with_release("1.3.0", "2026-03-01", ["One."])
    assert other == told.replace("\n", "\r\n")


def test_a_first_changelog_is_made() -> None:
    told = Changelog("").with_release("0.1.0", "2026-03-01", ["One."])
    assert told.startswith("# Changelog\n\n")
    assert told.endswith(".\n\n## [0.1.0] – 2026-03-01\n\n- One.\n")


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029"), min_size=1)


@given(st.sampled_from(["", KEPT]), st.booleans(), st.lists(words.map(str.split).map(" ".join).filter(bool), min_size=1))
def test_a_release_adds_and_takes_nothing_away(text: str, crlf: bool, notes: list[str]) -> None:
    text = text.replace("\n", "\r\n") if crlf else text
    told = Changelog(text).with_release("2.0.0", "2026-03-01", notes)
    assert Changelog(told).released == {"2.0.0": "2026-03-01"} | Changelog(text).released
    start = told.index("## [2.0.0]")
    assert told.count("\n") == told.count("\r\n") or not (crlf and text)
    assert text == "" or told[:start] + told[told.index("## [1.1.0] -") :] == text


@pytest.mark.parametrize("note", ["<script>alert(1)</script>", "a <b> & c", "<!-- no"])
def test_words_are_shown_and_are_no_html(note: str) -> None:
    told = Changelog("").with_release("2.0.0", "2026-03-01", [note])
    shown = MarkdownIt("commonmark").render(told)
    assert note.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in shown
