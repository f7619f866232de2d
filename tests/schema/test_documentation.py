"""The compiler from ODD to documentation: complete, true to the grammar, linked throughout, one quiet page."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from teiwright.saxon import StylesheetError, Transformer, transform

from ..conftest import Blank

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
RNG = "{http://relaxng.org/ns/structure/1.0}"
NAMESPACES = {"t": TEI, "eg": EXAMPLES}

# A work in the header, and an example from it; the first indent is that of the ODD, the others are its own.
BIBL = '<bibl xml:id="rowe-1903"><author>Jane Rowe</author>, <title>A Walk to the Harbour</title>. Leeds, 1903.</bibl>'
EXAMPLE = f"""<exemplum><p>Two lines:</p><egXML xmlns="{EXAMPLES}" source="#rowe-1903">
        <lg n="&lt;1&gt;">
          <l>Salt &amp; sand,</l> <!-- no more -->
<l>said <name>he</name>.</l>
        </lg>
      </egXML></exemplum>"""
TYPED = """<lg n="&lt;1>">
  <l>Salt &amp; sand,</l> <!-- no more -->
<l>said <name>he</name>.</l>
</lg>"""

# An exchange of text in the ODD, and what it is refused with.
REFUSED = [
    ("</head>", "</head><table><row/></table>", "O001 .*table"),
    ("<remarks", "<remarks><formula/></remarks><remarks", r"O001 elementSpec \w+: .*formula"),
    ('<desc xml:lang="en">a paragraph.', '<desc xml:lang="en">a <figure/>.', "O001 elementSpec p: .*figure"),
    ("<attList>", '<attList org="choice">', "O001"),
    ("<exemplum", "<exemplum><eg>p</eg></exemplum><exemplum", r"O001 elementSpec \w+: .*eg"),
    ("<constraint>", "<sequence/><constraint>", r"O001 constraintSpec \w+: sequence"),
    ("<exemplum", EXAMPLE.replace("rowe-1903", "nobody") + "<exemplum", r"O003 elementSpec \w+: .*#nobody"),
]


@pytest.fixture(scope="module")
def compiler(root: Path) -> Path:
    return root / "xslt" / "odd" / "documentation.xsl"


@pytest.fixture(scope="module")
def text(odd: bytes, compiler: Path) -> str:
    return transform(compiler, odd)


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


@pytest.fixture(scope="module")
def source(odd: bytes) -> etree._Element:
    return etree.fromstring(odd)


@pytest.fixture(scope="module")
def grammar(grammar_file: Path) -> dict[str, etree._Element]:
    return {define.get("name", ""): define for define in etree.parse(grammar_file).iter(f"{RNG}define")}


def words(element: etree._Element | None) -> str:
    """The text of an element without the signs that only the page adds: <…> around tags, @ before attributes."""
    return re.sub("[<>@]", "", " ".join("".join(map(str, [] if element is None else element.itertext())).split()))


def section(page: html.HtmlElement, anchor: str) -> html.HtmlElement:
    return page.get_element_by_id(anchor)


def fact(section: html.HtmlElement, term: str) -> html.HtmlElement:
    """What is said of a term in a section; an empty element if nothing is."""
    found = section.xpath("dl[@class='facts']/dt[.=$term]/following-sibling::dd[1]", term=term)
    return found[0] if found else html.Element("dd")


def elements_in(part: html.HtmlElement) -> set[str]:
    """The elements of a row of names."""
    return set(part.xpath("descendant-or-self::*[@class='names']/a/text()"))


def attributes_told(page: html.HtmlElement, name: str) -> tuple[dict[str, html.HtmlElement], set[str]]:
    """The attributes of an element: those with a row of their own, and those that every element has."""
    told = fact(section(page, f"element-{name}"), "Attributes")
    rows = {words(row.find("dt")): row for row in told.xpath("dl/div")}
    return rows, {attribute for link in told.xpath("p/a/text()") for attribute in link.split()}


def referred(pattern: etree._Element, grammar: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """The patterns of elements and attributes that a pattern comes to, one level deep."""
    for child in pattern:
        if child.tag == f"{RNG}ref":
            yield from referred(grammar[child.get("name", "")], grammar)
        elif child.tag in {f"{RNG}element", f"{RNG}attribute"}:
            yield child
        else:
            yield from referred(child, grammar)


def test_it_is_made_the_same_twice(odd: bytes, compiler: Path, text: str) -> None:
    again = Transformer((compiler,))
    assert again.run(odd)[compiler].text == text
    assert not again.warnings


def test_every_declaration_has_a_section_with_its_description(page: html.HtmlElement, source: etree._Element) -> None:
    for spec in source.xpath("//t:elementSpec | //t:classSpec | //t:macroSpec | //t:dataSpec", namespaces=NAMESPACES):
        name = spec.get("ident")
        found = section(page, f"element-{name}" if spec.tag == f"{{{TEI}}}elementSpec" else name)
        assert words(found[0]).split()[0] == name
        assert [words(p) for p in found.iterfind("p[@class='desc']")] == [
            words(p) for p in spec.iterfind("t:desc", NAMESPACES)
        ]
        remarks = [words(p) for p in spec.iterfind("t:remarks/t:p", NAMESPACES)]
        assert [words(p) for p in fact(found, "Remarks").iterfind("p")] == remarks


def test_the_chapters_keep_their_order(page: html.HtmlElement, source: etree._Element) -> None:
    heads = [words(head) for head in source.iterfind(".//t:body/t:div/t:head", NAMESPACES)]
    assert [words(head) for head in page.xpath("//main/section/h2")][1 : len(heads) + 1] == heads


def test_every_link_within_the_page_leads_somewhere(page: html.HtmlElement) -> None:
    ids: Counter[str] = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= ids.keys()


def test_every_rule_has_an_anchor_its_help_and_its_essay(page: html.HtmlElement, source: etree._Element) -> None:
    rules = source.xpath("//t:constraintSpec[t:gloss]", namespaces=NAMESPACES)
    for rule in rules:
        found = section(page, code := rule.get("ident"))
        assert words(rule.find("t:gloss", NAMESPACES)) in words(found.find("h3"))
        assert words(found.find("p")) == words(rule.find("t:desc", NAMESPACES))
        assert words(rule.find("t:desc[@type='help']", NAMESPACES)) in words(fact(found, "What to do"))
        assert set(found.xpath("h3/span[2]/@class")) == {f"role {role}" for role in rule.xpath(".//@role")}
        assert f"../docs/codes/{code}.md" in found.xpath(".//a/@href")
    assert page.xpath("//section[@id='rules']//td/a/text()") == sorted(rule.get("ident") for rule in rules)


@pytest.mark.parametrize(
    ("element", "checked", "mentioned"),
    [
        ("p", {"V101", "V103", "V105", "V110"}, {"V102"}),
        ("note", {"V102", "V105", "V106", "V108", "V304"}, {"V103"}),
        ("lb", {"V112", "V113"}, {"V105"}),
        ("bibl", {"V105", "V501", "V508", "V509"}, set()),
        ("teiHeader", set(), {"V106", "V603"}),
    ],
)
def test_an_element_has_the_rules_that_check_it_and_those_that_look_at_it(
    page: html.HtmlElement, element: str, checked: set[str], mentioned: set[str]
) -> None:
    rules = fact(section(page, f"element-{element}"), "Rules")
    assert checked <= (folded := set(rules.xpath("details/summary/code/text()")))
    assert mentioned <= (linked := set(rules.xpath("p/a/text()")))
    assert not folded & linked
    for one in rules.xpath("details"):
        rule = section(page, one.xpath("summary/code/text()")[0])
        assert words(rule.find("p")) in words(one)
        assert words(fact(rule, "What to do")) in words(one)
        assert element in elements_in(fact(rule, "Checked at"))


def test_an_element_has_the_attributes_of_the_grammar(page: html.HtmlElement, grammar: dict[str, etree._Element]) -> None:
    for name in elements_in(section(page, "elements")):
        listed, everywhere = attributes_told(page, name)
        attributes = {one.get("name"): one for one in referred(grammar[name][0], grammar) if one.tag == f"{RNG}attribute"}
        assert listed.keys() | everywhere == attributes.keys()
        assert not listed.keys() & everywhere
        required = {key for key, one in attributes.items() if not one.xpath("boolean(parent::*[local-name() = 'optional'])")}
        assert {key for key, row in listed.items() if row.xpath("dd/p/span[@class='req']")} == required
        for key, row in listed.items():
            values = set(attributes[key].xpath(".//*[local-name() = 'value']/text()"))
            assert values <= set(row.xpath(".//dl//dt/text()"))


def test_note_has_every_attribute_it_inherits(page: html.HtmlElement) -> None:
    listed, everywhere = attributes_told(page, "note")
    assert listed.keys() >= {"place", "type", "subtype"}
    assert "narrows att.placement" in words(listed["place"])
    assert "from att.typed" in words(listed["subtype"])
    assert {"xml:id", "n", "xml:lang", "ana", "corresp", "sameAs", "next", "prev", "rend", "cert", "resp"} <= everywhere


def test_what_stands_where_is_as_in_the_grammar(page: html.HtmlElement, grammar: dict[str, etree._Element]) -> None:
    children = {
        name: {one.get("name") for one in referred(define[0], grammar) if one.tag == f"{RNG}element"}
        for name, define in grammar.items()
        if define[0].tag == f"{RNG}element"
    }
    assert {"p", "note", "div"} <= children["body"]
    for name, inner in children.items():
        told = section(page, f"element-{name}")
        assert elements_in(fact(told, "Contains")) == inner
        assert elements_in(fact(told, "Stands in")) == {parent for parent, names in children.items() if name in names}


def test_a_content_model_is_told_in_words(page: html.HtmlElement) -> None:
    def model(name: str) -> str:
        return words(fact(section(page, f"element-{name}"), "Contains").find("div"))

    assert model("TEI") == "in this order: teiHeaderone of standOff, then text (optional)text"
    assert model("lb") == "nothing: it is empty"
    assert model("front") == "one or more of model.frontPart, model.divLike or model.global"
    assert model("p") == "the content of a paragraph: text, phrases, verse, lists, citations. macro.paraContent"


def undented(example: etree._Element) -> bytes:
    """An example in canonical form, without the white space around it and the indents of its lines."""
    text = etree.tostring(example, method="c14n", exclusive=True)
    return re.sub(rb"(^<[^>]*>)\s+|\s+(</[^>]*>$)|(?<=\n) +", rb"\1\2", text)


def test_every_example_is_shown_as_it_is_typed(page: html.HtmlElement, source: etree._Element) -> None:
    examples = source.xpath("//eg:egXML", namespaces=NAMESPACES)
    shown = page.xpath("//figure[@class='example']/pre")
    for example, box in zip(examples, shown, strict=True):
        typed = etree.fromstring(f'<egXML xmlns="{EXAMPLES}">{box.text_content()}</egXML>')
        assert words(typed) == words(example)
        example.attrib.clear()
        example.tail = None
        assert undented(typed) == undented(example)


def test_an_example_keeps_its_lines_and_says_where_it_comes_from(odd: bytes, compiler: Path) -> None:
    cited = odd.replace(b"</sourceDesc>", f"{BIBL}</sourceDesc>".encode(), 1)
    cited = cited.replace(b"<exemplum", f"{EXAMPLE}<exemplum".encode(), 1)
    page = html.document_fromstring(transform(compiler, cited))
    figure = page.xpath("//figure")[0]
    assert words(figure.getprevious()) == "Two lines:"
    assert figure.find("pre").text_content() == TYPED
    assert figure.xpath("pre//a/text()") == ["lg", "l", "l", "name"]
    assert words(figure.find("figcaption")) == "From Jane Rowe, A Walk to the Harbour"
    assert figure.xpath("figcaption/a/@href") == ["#rowe-1903"]
    assert words(section(page, "rowe-1903")) == "Jane Rowe, A Walk to the Harbour. Leeds, 1903."


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_what_it_does_not_understand_is_refused(odd: bytes, compiler: Path, old: str, new: str, message: str) -> None:
    assert old.encode() in odd
    with pytest.raises(StylesheetError, match=message):
        transform(compiler, odd.replace(old.encode(), new.encode(), 1))


def test_it_needs_nothing_else(page: html.HtmlElement, text: str) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base")
    assert not page.xpath("//@src | //@style | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import|@font-face|javascript:", text)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]


def test_its_structure_can_be_heard(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en"
    assert [len(page.findall(f".//{landmark}")) for landmark in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    levels = [int(str(heading.tag)[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))
    assert all(one.xpath("h2 | h3 | h4") for one in page.iter("section"))


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_is_wider_than_the_screen(blank: Blank, text: str, tmp_path: Path, width: int) -> None:
    (file := tmp_path / "page.html").write_text(text, encoding="utf-8")
    page = blank(width)
    page.goto(file.as_uri())
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == width
