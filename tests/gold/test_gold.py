"""The committed edition against an independent reading of its pages 1–20."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
GOLD = Path(__file__).parent / "pages-1-20"
QUOTATIONS = ("quote", "said", "soCalled", "mentioned", "term", "title", "q")
KINDS = {
    "quotation": {"quote", "said"},
    "scare": {"soCalled"},
    "term": {"mentioned", "term", "soCalled"},
    "title": {"title"},
}
Element = etree._Element


def gold(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def article(root: Path) -> Element:
    """The first article of the edition."""
    tree = etree.parse(root / "tei" / "hedp" / "hedp.xml")
    found = tree.find(f".//{TEI}body/{TEI}div")
    assert found is not None
    return found


def text(element: Element, *, corrected: bool = False, skip: str = "note") -> str:
    """The words of an element, with the file's readings or the corrected ones, without page furniture and notes."""
    left_out = {"fw", skip} | ({"sic", "orig"} if corrected else {"corr", "reg"})

    def pieces(e: Element) -> str:
        whole = e.text or ""
        for child in e:
            name = etree.QName(child).localname
            if name not in left_out and not (name == "pc" and child.get("force") == "weak"):
                whole += pieces(child)
            whole += child.tail or ""
        return whole

    return re.sub(r"\s+", " ", pieces(element)).strip()


def texts(article: Element, *names: str, corrected: bool = False) -> list[str]:
    return [text(e, corrected=corrected) for e in article.iter(*(TEI + name for name in names))]


def test_every_block_is_found_and_none_is_invented(article: Element) -> None:
    names = {"heading": "head", "p": "p", "blockquote": "p", "note": "note"}
    for kind, name in names.items():
        wanted = [block["text"] for block in gold("blocks") if block["type"] == kind]
        named = [e for e in article.iter(TEI + name) if e.get("type") != "editorial"]
        elements = [e for e in named if kind not in ("p", "blockquote") or _extract(e) == (kind != "p")]
        found = [{text(e), text(e, corrected=True)} | {_mixed(e)} for e in elements]
        assert len(found) == len(wanted)
        assert [w for w, f in zip(wanted, found, strict=True) if w not in f] == []


def _extract(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{TEI}quote"


def _mixed(element: Element) -> str:
    """The reading has lost hyphens as in the file, but those lost at a page end restored."""
    return text(element).replace("MarxistLeninist", "Marxist-Leninist")


def test_every_sure_boundary_is_right(article: Element) -> None:
    starts = set(texts(article, "p"))
    for boundary in gold("boundaries"):
        if boundary["gold_sure"]:
            opens = any(start.startswith(boundary["after"]) for start in starts)
            assert opens == (boundary["gold"] == "break"), boundary["after"]


def test_every_inline_quotation_is_found_in_order_and_none_is_invented(article: Element) -> None:
    quoted = [e for e in article.iter(*(TEI + name for name in QUOTATIONS)) if e.get("rend") != "block"]
    elements = [e for e in quoted if text(e, corrected=True).startswith("“")]
    wanted = [q for q in gold("quotes") if q["form"] == "inline"]
    for element, quotation in zip(elements, wanted, strict=True):
        assert text(element).strip("“”") in {quotation["text"], quotation.get("text_src")}
        kinds = KINDS[quotation["kind"]] | KINDS.get(quotation.get("alt_kind", ""), set())
        assert etree.QName(element).localname in kinds, quotation["text"]


def test_every_note_stands_at_its_call(article: Element) -> None:
    elements = [note for note in article.iter(f"{TEI}note") if note.get("type") != "editorial"]
    for note, wanted in zip(elements, gold("notes"), strict=True):
        assert text(note) == wanted["text"]
        assert note.get("n") == wanted["marker"]
        before = _before(note)
        assert before.endswith(wanted["anchor_before"]), before[-60:]


def _before(note: Element) -> str:
    parent = note.getparent()
    assert parent is not None
    whole = re.sub(r"\s+", " ", "".join(parent.itertext()))
    own = re.sub(r"\s+", " ", "".join(note.itertext()))
    return whole[: whole.index(own)]


def test_every_person_is_found_and_none_is_invented(article: Element) -> None:
    names = article.iter(f"{TEI}persName")
    found = [(str(name.get("ref")).lstrip("#"), text(name, skip="roleName")) for name in names]
    wanted = [(p["person"], p["mention"]) for p in gold("persons")]
    assert sorted(found) == sorted(wanted)


def test_every_sure_slip_is_corrected_and_no_doubtful_one_is_changed(article: Element) -> None:
    corrected = text(article, corrected=True, skip="")
    for slip in gold("corrections"):
        if slip["certainty"] == "high":
            assert slip["context"].replace(slip["sic"], slip["corr"]) in corrected, slip
        if slip["certainty"] == "low":
            assert slip["context"] in corrected, slip


def test_every_page_is_found_in_order(article: Element) -> None:
    numbers = [pb.get("n") for pb in article.iter(f"{TEI}pb")]
    assert numbers == [page["n"] for page in gold("pages")]


def test_no_derived_word_is_a_mention(article: Element) -> None:
    for name in article.iter(f"{TEI}persName"):
        assert not re.match(r"\w|-\w", name.tail or ""), (text(name), name.tail)


def test_words_divided_by_a_page_end_go_on_over_it(root: Path) -> None:
    raw = (root / "tei" / "hedp" / "hedp.xml").read_text(encoding="utf-8")
    for hyphen in gold("hyphens"):
        if hyphen["kind"] == "page-end-no-hyphen":
            left, right = re.escape(hyphen["left"]), re.escape(hyphen["right"])
            restored = rf"(?:</orig><reg[^>]*>{left}-</reg></choice>)?"
            over = rf'\b{left}{restored}<pb[^>]* break="no"/><fw[^>]*>\d+</fw><lb[^>]*/>{right}\b'
            assert re.search(over, raw), hyphen["whole"]
