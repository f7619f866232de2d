"""The TEI in the browser: it can be read back from the page, and nothing in it does anything."""

from typing import Any

import pytest
from lxml import etree, html

from teiwright.saxon import StylesheetError

from .test_safety import in_paragraph
from .test_same_text import TEXTS

XML = "{http://www.w3.org/XML/1998/namespace}"
Node = tuple[str, dict[str, str], list[Any]]


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request) -> bytes:
    return bytes(request.param.read_bytes())


def test_the_tei_can_be_read_back_from_the_page(tei: bytes, rendered) -> None:
    page = html.fromstring(rendered(tei, "ceteicean")["ceteicean"])
    (root,) = page.xpath("//*[@data-origname='TEI']")
    assert root.get("data-xmlns") == "http://www.tei-c.org/ns/1.0"
    assert read_back(root) == read(etree.fromstring(tei))


def test_a_program_finds_what_ceteicean_gives_it(book: bytes, rendered) -> None:
    """As its makeHTML5 does: names in lower case, names as written, ids, languages, classes, what is empty, levels."""
    page = html.fromstring(rendered(book, "ceteicean")["ceteicean"])
    (event,) = page.xpath("//tei-text//tei-name[@type='event']")
    assert event.get("data-origname") == "name"
    assert event.get("data-origatts") == "type ref"
    assert page.get_element_by_id("a1-p01").tag == "tei-p"
    assert page.xpath("//tei-foreign")[0].get("lang") == page.xpath("//tei-foreign")[0].get("xml:lang") == "fr"
    assert page.xpath("//tei-titlepart//tei-lb")[0].get("class") == "line-end"
    assert {pb.get("data-empty") for pb in page.xpath("//tei-pb")} == {""}
    assert {p.get("data-empty") for p in page.xpath("//tei-p")} == {None}
    assert [head.get("data-level") for head in page.xpath("//tei-text//tei-head")] == ["1", "1", "1", "2"]
    assert page.xpath("//tei-tei/@role") == ["main"]
    assert page.xpath("//tei-div[@id='a1']")[0].get("aria-label") == "THE FERRY and its keeper"


def test_every_id_is_one_of_the_tei(book: bytes, rendered) -> None:
    page = html.fromstring(rendered(book, "ceteicean")["ceteicean"])
    assert page.xpath("//@id") == etree.fromstring(book).xpath("//@xml:id")


def test_the_page_loads_and_runs_nothing(book: bytes, rendered) -> None:
    page = html.fromstring(rendered(in_paragraph(book, "script-src 'unsafe-inline'"), "ceteicean")["ceteicean"])
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src 'none'" in policy
    assert not page.xpath("//script | //link | //@src | //@href | //@style | //@*[starts-with(name(), 'on')]")
    assert "script-src 'unsafe-inline'" in page.text_content()


@pytest.mark.parametrize(
    "attribute",
    ["onclick", "OnClick", "style", "class", "id", "role", "hidden", "contenteditable", "data-origname", "tei-n"],
)
def test_no_attribute_does_anything_and_none_is_lost(book: bytes, rendered, attribute: str) -> None:
    tei = in_paragraph(book, f'<seg {attribute}="alert(1)">x</seg>')
    page = html.fromstring(rendered(tei, "ceteicean")["ceteicean"])
    (seg,) = page.xpath("//tei-seg[. = 'x']")
    assert seg.get(attribute.lower(), "seg") in {"seg", None}  # data-origname is CETEIcean's own
    assert seg.get(f"tei-{attribute.lower()}") == "alert(1)"
    assert seg.get("data-origatts") == attribute


@pytest.mark.parametrize("hostile", ["<!--><script>alert(1)</script>-->", "<?x ><script>alert(1)</script>?>"])
def test_what_is_no_markup_in_xml_is_none_in_the_page(book: bytes, rendered, hostile: str) -> None:
    page = rendered(in_paragraph(book, hostile), "ceteicean")["ceteicean"]
    assert page == rendered(in_paragraph(book, ""), "ceteicean")["ceteicean"]


def test_text_stays_text(book: bytes, rendered) -> None:
    hostile = "&lt;script>alert(1)&lt;/script> &lt;/style>&lt;img src=x> &amp;lt; ]]&gt; “&quot;'&gt;"
    tei = in_paragraph(book, hostile)
    page = html.fromstring(rendered(tei, "ceteicean")["ceteicean"])
    assert not page.xpath("//script | //img")
    assert read_back(page.xpath("//tei-tei")[0]) == read(etree.fromstring(tei))


def test_an_element_that_is_not_of_the_tei_stops(book: bytes, rendered) -> None:
    with pytest.raises(StylesheetError, match="R001 there is no rule for “script” in “p”"):
        rendered(in_paragraph(book, '<script xmlns="http://www.w3.org/1999/xhtml">x</script>'), "ceteicean")


# Reading both


def read(element: etree._Element) -> Node:
    """An element of the TEI: name, attributes, content; comments apart."""
    attributes = {str(name).replace(XML, "xml:"): str(value) for name, value in element.attrib.items()}
    return etree.QName(element).localname, attributes, content(element, read)


def read_back(element: etree._Element) -> Node:
    """The element of the TEI that a custom element stands for, as CETEIcean's serialize() tells it."""
    names = [name for name in element.get("data-origatts", "").split() if name != "xmlns"]
    attributes = {name: element.get(f"tei-{name.lower()}", element.get(name.lower(), "")) for name in names}
    return element.get("data-origname", ""), attributes, content(element, read_back)


def content(element: etree._Element, one: Any) -> list[Any]:
    parts: list[Any] = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(one(child))
            parts.append("")
        parts[-1] += child.tail or ""
    return parts
