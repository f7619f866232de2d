"""A hostile or merely strange document does no harm, and nothing in it vanishes unseen."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import html

from teiwright.saxon import StylesheetError

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = re.sub(r"\n\s*", "\n", re.sub(r"(?m)^\s*//.*$", "", (ROOT / "xslt" / "html" / "edition.js").read_text()))


def what_runs(page: html.HtmlElement) -> list[str]:
    """The scripts of a page; blocks of data do not run."""
    return [script.text for script in page.xpath("//script[not(@type='application/ld+json')]")]


def nested(page: str) -> list[str]:
    """Links and buttons that stand in a link or button; a parser for HTML would have moved them out."""
    found, within = [], 0
    for closing, name in re.findall(r"<(/?)(a|button)\b", page):
        found += [name] if within and not closing else []
        within += -1 if closing else 1
    return found


def in_paragraph(book: bytes, content: str) -> bytes:
    return book.replace(b"<lb/>An end with", f"<lb/>{content} An end with".encode())


@pytest.mark.parametrize("format_", ["html", "text", "corpus", "markdown", "typst"])
@pytest.mark.parametrize("place", ["paragraph", "division"])
def test_an_unknown_element_stops_with_a_code(book, rendered, format_, place) -> None:
    tei = in_paragraph(book, "<formula>x</formula>") if place == "paragraph" else book.replace(b"<ab ", b"<table/><ab ")
    with pytest.raises(StylesheetError) as stopped:
        rendered(tei, format_)
    assert stopped.value.code == "R001"
    assert re.search("no rule for “(formula|table)” in “(p|div)”, at or in “a1-1(-p03)?”", stopped.value.message)


def test_an_unknown_element_in_header_or_register_stops_too(book, rendered) -> None:
    for old, new in ((b"<projectDesc>", b"<samplingDecl/><projectDesc>"), (b"<occupation>", b"<faith/><occupation>")):
        with pytest.raises(StylesheetError, match="R001 there is no rule for"):
            rendered(book.replace(old, new), "html")


def test_a_source_of_no_kind_is_called_a_source(book, rendered) -> None:
    page = html.fromstring(
        rendered(book.replace(b'<bibl type="print" xml:id="print">', b'<bibl xml:id="print">'), "html")["html"]
    )
    assert page.xpath("//dd[@id='print']/preceding-sibling::dt[1]/text()") == ["Source"]


def test_text_between_blocks_is_not_swallowed(book, rendered) -> None:
    tei = book.replace(b"<ab xml:id", b"astray <ab xml:id")
    assert "astray" in rendered(tei, "html")["html"]
    for format_ in ("text", "corpus"):
        with pytest.raises(StylesheetError, match="R001 text stands between blocks: “astray”"):
            rendered(tei, format_)


def test_a_page_or_note_that_only_the_source_reading_holds_is_not_lost(book, rendered) -> None:
    tei = in_paragraph(book, '<choice><sic>fer<pb n="6" xml:id="pg-006"/>y</sic><corr>ferry</corr></choice>')
    page = html.fromstring(rendered(tei, "html")["html"])
    assert not page.get_element_by_id("pg-006").xpath("ancestor::*[@hidden]")
    assert "[p. 6] ferry An end" in " ".join(rendered(tei, "text", pages="yes")["text"].split())


def test_an_unknown_reader_language_is_refused(book, rendered) -> None:
    with pytest.raises(StylesheetError, match="R001 there is no label"):
        rendered(book, "html", reader="tlh")


def test_markup_in_the_text_stays_text(book, rendered) -> None:
    hostile = "&lt;script>alert(1)&lt;/script> &lt;/style>&lt;img src=x onerror=alert(1)> &amp;lt; ]]&gt; “&quot;'&gt;"
    made = rendered(in_paragraph(book, hostile), "html", "text")
    page = html.fromstring(made["html"])
    assert not page.xpath("//img | //@onerror | //@onclick | //iframe | //object | //link | //base")
    assert what_runs(page) == [SCRIPT]
    assert "<script>alert(1)</script> </style><img src=x onerror=alert(1)> &lt; ]]>" in " ".join(page.text_content().split())
    assert "<img src=x onerror=alert(1)>" in " ".join(made["text"].split())


def test_attributes_cannot_break_out(book, rendered) -> None:
    tei = book.replace(b'n="5"', b"n='&quot;>&lt;script>'").replace(b'n="[5]"', b"n='&quot;>&lt;script>alert(1)'")
    page = html.fromstring(rendered(tei, "html")["html"])
    assert what_runs(page) == [SCRIPT]
    assert page.xpath("//*[@id='pg-005']/following-sibling::*[1]/@data-n")[0] == '">' + "<script>alert(1)"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "#nowhere",
    ],
)
def test_only_safe_addresses_become_links(book, rendered, target) -> None:
    page = rendered(in_paragraph(book, f'<ref target="{target}">here</ref> <ptr target="{target}"/>'), "html")["html"]
    assert target.strip() not in html.fromstring(page).xpath("//@href")
    assert '<span class="ref">here</span>' in page


@pytest.mark.parametrize("kind", ["script", "style"])
def test_only_what_stands_in_the_page_may_run_in_it(book, rendered, kind) -> None:
    page = html.fromstring(rendered(in_paragraph(book, "script-src 'unsafe-inline'"), "html")["html"])
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (allowed,) = re.findall(rf"{kind}-src ([^;]*)", policy)
    inside = page.xpath(f"//{kind}[not(@type)]")
    assert allowed == " ".join(f"'sha256-{b64encode(sha256(one.text.encode()).digest()).decode()}'" for one in inside)
    assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]")


def test_the_page_loads_nothing_and_every_link_in_it_leads_somewhere(book, rendered) -> None:
    page = html.fromstring(rendered(book, "html")["html"])
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert not page.xpath("//@src | //link | //form/@action")
    assert what_runs(page) == [SCRIPT]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//a/@href")
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(re.match("#|https?://", link) for link in links)


@pytest.mark.parametrize("text", ["book", "rarities"])
def test_no_link_or_button_stands_in_a_link(rendered, text: str) -> None:
    page = rendered((Path(__file__).parent / f"{text}.xml").read_bytes(), "html")["html"]
    assert page.count("<a ") > 10
    assert not nested(page)
