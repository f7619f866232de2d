"""Whatever is done to a source, a build tells it in findings about what the editors gave.

It never ends in a fault of the program, and never calls the edition that it made itself wrong (the codes V…); a warning
about what the source has, such as a strange character, is no blame.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teiwright import pipeline
from teiwright.findings import Refused, Severity
from teiwright.workspace import Workspace

BASE = Path(__file__).resolve().parent / "base"
TEXT = (BASE / "tei" / "pamphlet" / "source.txt").read_text("utf-8")
PIECES = (
    "", " ", "\n", "\n\n\n", "\r\n", "\r", "\x0c", "\x01", "\t", "\u2028", "\x85", "\ufeff", "1\n", "\n2\n", "iv\n", "I\n",
    "***\n", "CONTENTS\n", "A HEAD 12\n", "(1) one\n(2) two\n", "1 A note.\n", "2 A note.\n", "wrote as follows:\n", "1",
    "I.\n", "3.", "“", "”", "‘", "’", "-\n", "- ", "—\n", "³", "²", "<", "&", "]]>", "Lorne’s ", "Dr. Lorne",
)  # fmt: skip

Edit = tuple[int, int, str]
edits = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 120), st.sampled_from(PIECES)), max_size=5)


def edited(changes: list[Edit]) -> str:
    """Return the text of the base with pieces in the place of some characters: (where, how many, the piece)."""
    text = TEXT
    for at, length, piece in changes:
        text = text[:at] + piece + text[at + length :]
    return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an edition without decisions, whose source may be changed."""
    work = tmp_path_factory.mktemp("any") / "work"
    shutil.copytree(BASE, work)
    (work / "tei" / "pamphlet" / "decisions.xml").unlink()
    return work / "tei" / "pamphlet"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=edits)
def test_whatever_the_source_is_the_program_neither_fails_nor_blames_itself(changes: list[Edit], folder: Path) -> None:
    assert faults(edited(changes), folder) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(TEXT[TEXT.index("The second arch") : TEXT.index("2 The letter")], "", id="an-extract-ends-a-chapter"),
        pytest.param("OF THE BRIDGE 3", "OF THE BRIGDE 3", id="the-contents-name-no-head"),
        pytest.param("OF THE BRIDGE 3", "OF THE BRIDGE 12", id="the-contents-name-no-page"),
        pytest.param("1911\n\n\nCONTENTS", "1911\nCONTENTS", id="the-contents-stand-on-the-title-page"),
        pytest.param("\nCONTENTS", "\nA word first.\nCONTENTS", id="the-contents-do-not-open-their-page"),
        pytest.param("BRIDGE 1\n", "BRIDGE 1\nTHE BUILDING OF THE BRIDGE 1\n", id="the-contents-name-a-head-twice"),
        pytest.param("\n1 The", "\n1  The", id="two-blanks-after-the-label-of-a-note"),
        pytest.param("\n1 The", "\n1\tThe", id="a-tab-after-the-label-of-a-note"),
        pytest.param("\n1 The", "\n1\x0c The", id="a-form-feed-after-the-label-of-a-note"),
        pytest.param("\n1\nTHE", "\n1\n***\nTHE", id="an-ornament-above-a-head"),
        pytest.param("1911\n", "1911\nCONTENTS\n", id="the-word-contents-twice"),
        pytest.param(TEXT[1:121], "-\n", id="the-title-ends-in-a-hyphen"),
    ],
)
def test_what_real_books_do(old: str, new: str, folder: Path) -> None:
    assert TEXT.count(old) == 1
    assert faults(TEXT.replace(old, new), folder) == []


def faults(source: str, folder: Path) -> list[str]:
    """Return what the program has to say against itself when it builds an edition with this source."""
    (folder / "source.txt").write_text(source, "utf-8", newline="")
    try:
        findings = pipeline.build(Workspace.of(folder), "validate").findings
    except Refused as refused:
        findings = refused.findings
    return [str(one) for one in findings if one.code[0] not in "CLSAD" and one.severity is Severity.ERROR]
