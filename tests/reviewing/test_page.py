"""The page as made: all of the claims in it, nothing of them markup, and a policy that lets nothing else run."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from teiwright.model.claim import Claim, Kind
from teiwright.model.decisions import Decision, Decisions
from teiwright.model.reading import Reading
from teiwright.model.source import Source
from teiwright.pipeline import Build
from teiwright.reporters.quoting import held
from teiwright.reviewing import page
from teiwright.reviewing.claims import weighed
from teiwright.saxon import StylesheetError, Transformer, transform

XSL = "{http://www.w3.org/1999/XSL/Transform}"
XSLT = Path(__file__).resolve().parents[2] / "xslt"
MODULES = [XSLT / "review.xsl", *sorted((XSLT / "review").glob("*.xsl"))]
LABELS = etree.parse(XSLT / "review" / "review.en.xml").getroot()
WICKED = (
    "</li></ol></main><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '" onclick="x', "' autofocus='", "-->",
    "]]>", "&lt;&amp;&#0;", "\x1b[2J\x07\x00", "\u202e\ufeff\ufffe\ud800", "{1} {2} {{ }}", "javascript:x",
    "</pre></script></style>", "",
)  # fmt: skip
WORDS = st.text(st.characters(), max_size=12) | st.lists(st.sampled_from(WICKED), max_size=3).map("".join)
TAGS = """
html head meta title style script body a div header p h1 h2 h3 form fieldset legend label input select option output button
small span bdi main section ol li mark dl dt dd details summary pre code footer
"""


def document(built: Build) -> html.HtmlElement:
    return html.document_fromstring(page("book", built.reading, built.edition.decisions).decode())


def test_every_claim_is_there_with_what_is_known_of_it(built: Build) -> None:
    made = document(built)
    claims = weighed(built.reading, built.edition.decisions)
    assert made.xpath("//li[contains(@class, 'claim')]/@id") == [f"claim-{one.number}" for one in claims]
    for item, one in zip(made.find_class("claim"), claims, strict=True):
        assert [pre.text_content() for pre in item.iter("pre")] == [offer.xml for offer in one.offers]
        said = item.find_class("told")[0].text_content()
        assert one.meant in said
        assert one.claim.responsible in said
        assert f"{one.claim.certainty:.2f}" in said
        assert all(words in said for words in (*one.claim.evidence, *one.claim.alternatives) if not one.decision)
        assert all(str(number) in said and held(words) in said for number, words in one.lines.items())
        assert one.decision is None or one.decision.reason in said


def test_a_decision_is_told_once_with_its_reason_and_place(pamphlet: Build) -> None:
    (item,) = document(pamphlet).xpath("//li[@data-kind='emendation'][.//mark = 'Shudan']")
    assert item.text_content().count("The firm is known as Guozi Shudian") == 1
    (said,) = item.xpath(".//dd[@class='decided']/small")
    assert said.text_content() == "correct Shudian – editors, decisions.xml line 7; another decision has to take its place"


@given(st.tuples(*[WORDS] * 8), st.sampled_from(sorted({*Kind} - {Kind.GLYPH})))
def test_nothing_of_a_book_or_its_editors_is_markup(words: tuple[str, ...], kind: Kind) -> None:
    ink, evidence, alternative, who, rule, ref, reason, n = words
    text = f"{ink} words {ink}\nmore"
    decision = Decision("name", n, "words", reason, who, value=ref, line=7)
    said = {
        "decision": decision.id,
        "verdict": "break",
        "tag": "q",
        "ref": ref,
        "n": n,
        "source": "print",
        "text-start": "0",
    }
    claim = Claim(kind, len(ink), len(ink) + 5, rule, (evidence,), 0.5, alternative, who, said, (alternative,))
    pages = Claim(Kind.PAGE, 0, len(text), "pages", certainty=1.0, details={"n": n})
    reading = Reading(Source("source.txt", text, "", 0)).with_claims([claim, *([pages] if kind is not Kind.PAGE else [])])
    made = page(ref or "book", reading, Decisions("decisions.xml", (decision,))).decode("utf-8")
    parsed = html.document_fromstring(made)
    elements = list(parsed.iter())
    assert {element.tag for element in elements} <= set(TAGS.split())
    assert not [name for element in elements for name in element.attrib if name.startswith("on") or name in ("src", "style")]
    assert len(parsed.xpath("//script | //style")) == 2
    assert {href.removeprefix("#") for href in parsed.xpath("//@href")} <= set(parsed.xpath("//@id"))
    assert len(parsed.xpath("//@id")) == len(set(parsed.xpath("//@id")))


def test_the_policy_lets_run_what_stands_in_the_page_and_nothing_else(pamphlet: Build) -> None:
    made = page("book", pamphlet.reading, pamphlet.edition.decisions).decode()
    parts = {tag: re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL) for tag in ("style", "script")}
    hashes = {tag: b64encode(sha256(part.encode()).digest()).decode() for tag, (part,) in parts.items()}
    (policy,) = html.document_fromstring(made).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|innerHTML|eval\(|https?:", parts["style"][0] + parts["script"][0])


def test_the_same_claims_make_the_same_page(pamphlet: Build) -> None:
    again = replace(pamphlet, reading=replace(pamphlet.reading))
    assert page("book", pamphlet.reading, pamphlet.edition.decisions) == page("book", again.reading, again.edition.decisions)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_is_small_introduced_typed_and_indexed(path: Path) -> None:
    tree = etree.parse(path).getroot()
    assert path.read_text("utf-8").count("\n") <= 250
    assert any(isinstance(child, etree._Comment) for child in tree[:2]), "a module opens by saying what it does"
    for part in tree.iter(f"{XSL}function", f"{XSL}param", f"{XSL}variable", f"{XSL}template"):
        assert part.get("as") or part.get("static"), f"{part.get('name') or part.get('match')} has no type"
    assert path.relative_to(XSLT).as_posix() in (XSLT / "INDEX.md").read_text("utf-8")


def test_the_entry_point_is_a_table_of_contents_and_every_mode_is_strict() -> None:
    tree = etree.parse(XSLT / "review.xsl").getroot()
    assert not list(tree.iter(f"{XSL}template", f"{XSL}function"))
    modes = {mode.get("name"): mode for mode in tree.iter(f"{XSL}mode")}
    used = {mode for path in MODULES for mode in etree.parse(path).xpath("//@mode")} - {"#current", "#all"}
    assert used == set(modes) - {None}
    assert {(mode.get("on-no-match"), mode.get("on-multiple-match")) for mode in modes.values()} == {("fail", "fail")}


def test_saxon_has_nothing_to_say_against_it() -> None:
    assert Transformer([XSLT / "review.xsl"]).warnings == ""


def test_what_it_has_no_rule_for_stops_it() -> None:
    with pytest.raises(StylesheetError, match="R001 there is no rule for “remark”"):
        transform(XSLT / "review.xsl", b"<remark/>", css="''", js="''")


def test_every_label_is_used_and_every_kind_has_one() -> None:
    text = "".join(path.read_text("utf-8") for path in MODULES)
    keys = [label.get("key", "") for label in LABELS.iterfind("{*}label")]
    assert len(keys) == len(set(keys))
    computed = ("kind-", "cert-", "verdict-", "low", "medium", "high")
    assert not [key for key in keys if f"'{key}'" not in text and not key.startswith(computed)]
    assert {key.removeprefix("kind-") for key in keys if key.startswith("kind-")} <= {*Kind}
