"""The editor has the last word: every act of a decision, on a whole small book, seen in the TEI."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from teiwright.cli import main

BASE = Path(__file__).parent / "findings" / "base"
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
Decide = Callable[..., tuple[etree._Element, list[str]]]


@pytest.fixture
def decide(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Decide:
    """Return what builds the book with some decisions and changes of its source: the TEI, and the codes that are told."""

    def decide(
        *decisions: str, source: Mapping[str, str] | None = None, until: str = "encode"
    ) -> tuple[etree._Element, list[str]]:
        shutil.rmtree(tmp_path / "base", ignore_errors=True)
        folder = shutil.copytree(BASE, tmp_path / "base") / "tei" / "pamphlet"
        text = (folder / "source.txt").read_text("utf-8")
        for old, new in (source or {}).items():
            assert text.count(old) == 1
            text = text.replace(old, new)
        (folder / "source.txt").write_text(text, "utf-8")
        root = '<decisions xmlns="urn:teiwright:decisions" responsible="editors" when="2026-11-25">'
        (folder / "decisions.xml").write_text(f"{root}{''.join(decisions)}</decisions>" if decisions else "", "utf-8")
        if not decisions:
            (folder / "decisions.xml").unlink()
        main(["build", "--json", "--until", until, str(folder)])
        told = [finding["code"] for finding in json.loads(capfd.readouterr().out)["findings"]]
        made = folder / "pamphlet.xml"
        return etree.parse(made).getroot() if made.exists() else etree.Element("nothing"), told

    return decide


def act(name: str, attributes: str) -> str:
    return f"<{name} {attributes}>The editor has seen the print.</{name}>"


ACTS = [
    # an act, and what is true of the TEI with it and not without it
    ("paragraph", 'page="1" text="years, and nobody"', "//t:p[starts-with(normalize-space(), 'years')]"),
    ("no-paragraph", 'page="1" text="The miller"', "//t:p[contains(., 'both sides') and contains(., 'The miller')]"),
    ("no-block-quotation", 'page="2" text="We all stood"', "not(//t:quote[@rend = 'block'])"),
    ("block-quotation", 'page="2" text="We all stood" who="lorne" cert="low"', "//t:quote[@rend = 'block'][@cert = 'low']"),
    ("block-quotation", 'page="3" text="In most years … both banks."', "//t:quote[@rend][contains(., 'price of a cart')]"),
    ("quotation", 'page="1" text="“the wrong" kind="said" who="lorne"', "//t:said[@who = '#lorne'][contains(., 'wrong')]"),
    ("quotation", 'page="3" text="A bridge is never finished" kind="q"', "//t:q[@rend = 'unmarked'][contains(., 'never')]"),
    ("no-quotation", 'page="1" text="“the wrong end"', "not(//t:p//t:mentioned | //t:p//t:quote[contains(., 'wrong')])"),
    ("no-name", 'page="1" text="Ada Lorne"', "count(//t:text//t:persName) = 1"),
    ("name", 'page="1" text="the parish" ref="lorne"', "//t:persName[@ref = '#lorne'][. = 'the parish']"),
    ("date", 'page="4" text="when it was new" value="1871" cert="low"', "//t:date[@when = '1871'][. = 'when it was new']"),
    ("no-date", 'page="1" text="1871"', "not(//t:text//t:date[@when = '1871'])"),
    ("remark", 'page="1" text="two hundred" words="So the source has it."', "//t:note[@type = 'editorial'][@resp]"),
]


@pytest.mark.parametrize(("name", "attributes", "path"), ACTS, ids=lambda value: value[:40])
def test_an_act_changes_what_it_is_about(name: str, attributes: str, path: str, decide: Decide) -> None:
    plain, _ = decide()
    assert not plain.xpath(f"boolean({path})", namespaces=NAMESPACES)
    decided, told = decide(act(name, attributes))
    assert decided.xpath(f"boolean({path})", namespaces=NAMESPACES), told
    assert not {"D001", "D002", "D003"} & set(told)


def test_a_numeral_that_is_doubtful_becomes_a_call(decide: Decide) -> None:
    moved = {"both sides.1": "both sides.", "wider one.": "wider one 1."}
    _, told = decide(source=moved)
    assert "L004" in told
    decided, told = decide(act("note-call", 'page="1" text="wider one 1" n="1"'), source=moved)
    assert "L004" not in told
    (before,) = decided.xpath("//t:note[@n = '1']/preceding-sibling::node()[1]", namespaces=NAMESPACES)
    assert before.endswith("wider one ")


def test_a_numeral_that_looks_like_a_call_is_none(decide: Decide) -> None:
    glued = {"course of stones.": "course of stones.7"}
    assert "L005" in decide(source=glued)[1]
    decided, told = decide(act("no-note-call", 'page="1" text="stones.7"'), source=glued)
    assert told == [code for code in told if not code.startswith(("L", "D"))]
    assert "stones.7" in "".join(decided.itertext())


@pytest.mark.parametrize(
    ("line_end", "words", "reading"),
    [("co-\noperation", "cooperation", "co-operation"), ("ice-\nmaking", "ice-making", "icemaking")],
)
def test_a_hyphen_at_a_line_end_is_restored_or_taken_away(line_end: str, words: str, reading: str, decide: Decide) -> None:
    divided = {"strip of land in the end.": f"strip of land in {line_end}."}
    correction = f'page="1" text="{words}" reading="{reading}" source="print" cert="medium"'
    decided, told = decide(act("correct", correction), source=divided, until="validate")
    assert not {"D001", "D002", "D003", "E001", "V004"} & set(told)
    (reg,) = decided.xpath("//t:choice[t:orig//t:lb]/t:reg", namespaces=NAMESPACES)
    assert reg.text == reading


def test_words_that_stand_twice_are_told_apart_by_their_context(decide: Decide) -> None:
    _, told = decide(act("name", 'page="2" text="the" ref="lorne"'))
    assert "D002" in told
    decided, told = decide(act("name", 'page="2" text="clerk" context="the clerk of the parish" ref="lorne"'))
    assert not {"D001", "D002", "D003"} & set(told)
    assert decided.xpath("//t:persName[. = 'clerk']", namespaces=NAMESPACES)


@pytest.mark.parametrize(
    "both",
    [
        ('<block-quotation page="2" text="We all stood">', '<no-block-quotation page="2" text="We all stood">'),
        ('<date page="1" text="1871" value="1871">', '<no-date page="1" text="1871">'),
        ('<quotation page="1" text="“the wrong" kind="q">', '<no-quotation page="1" text="“the wrong end">'),
    ],
)
def test_two_acts_about_the_same_words_contradict_each_other(both: tuple[str, str], decide: Decide) -> None:
    written = [f"{one}The editor has seen the print.</{one[1:].split()[0]}>" for one in both]
    assert "D005" in decide(*written)[1]


def test_what_changes_nothing_is_an_error(decide: Decide) -> None:
    for name in ("no-block-quotation", "no-quotation", "no-name", "no-date"):
        assert "D003" in decide(act(name, 'page="3" text="clear the drains"'))[1], name
