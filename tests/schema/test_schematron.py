"""The rules of the ODD, as Schematron and as the stylesheet that is run: each is broken, and found where it is broken."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pytest
from lxml import etree

from teiwright.saxon import StylesheetError, transform, transformer

ROOT = Path(__file__).resolve().parents[2]
BASE = (Path(__file__).resolve().parent / "base.xml").read_text(encoding="utf-8")
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0", "sch": "http://purl.oclc.org/dsdl/schematron"}
SCHEMATRON = etree.parse(ROOT / "schema" / "teiwright.sch")
TO_SCHEMATRON = ROOT / "xslt" / "odd" / "schematron.xsl"
TO_XSLT = ROOT / "xslt" / "odd" / "schematron-to-xslt.xsl"

FIVE_P = ('occurs="4" withId="4"', 'occurs="5" withId="5"')
SAID = '<said xml:id="a1-p02-q2" who="#rowe">“I know.”</said>'
PAGE_2 = '<pb xml:id="pg-002" n="2" break="no"/><fw type="pageNum" place="top">2</fw>'
NOTE = '<note xml:id="n-001-1" n="1" place="bottom">'
END = "    </body>"
DIVISION = '<div xml:id="a2" n="{}" type="chapter"><head>x</head></div>'
MEASURE = "numbered pages</measure>"
WORDS = '{}, <measure unit="word" quantity="{}">words</measure>'

# The rule, where it must be found broken, and what is exchanged in the base document for that.
BROKEN: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("V101", "//t:p[t:choice]", [('<p xml:id="a1-p01">', "<p>"), ('withId="4"', 'withId="3"')]),
    ("V102", "id('a1-l1-i1')", [("a landing place", 'a <p xml:id="a1-l1-i1-p01">place</p>'), FIVE_P]),
    ("V103", "id('a1-p02-q7-p01')", [("“so.”", '<p xml:id="a1-p02-q7-p01">“so.”</p>'), FIVE_P]),
    ("V104", "id('a2')", [(END, DIVISION.format(1) + END)]),
    ("V105", "id('a1-p02-q5')", [("drizzle", " ")]),
    ("V106", "//t:projectDesc/t:p", [("To test the schema.", "TODO: say why")]),
    ("V107", "//t:pb[@n = '2']", [('"pg-002"', '"pg-2"')]),
    ("V107", "//t:pb[@n = '[i]']", [('"pg-i"', '"pg-one"')]),
    ("V108", "//t:note[@n]", [('"n-001-1"', '"n-002-1"')]),
    ("V109", "//t:back/t:div", [('"b1"', '"back"'), ('"b1-p01"', '"back-p01"')]),
    ("V109", "//t:div/t:div", [("      </div>\n" + END, DIVISION.format(1) + "</div>" + END)]),
    ("V110", "//t:q", [('"a1-p02-q7"', '"a1-p01-q7"')]),
    ("V110", "//t:quote[@rend]/t:p", [('"a1-q1-p01"', '"a1-p03"')]),
    ("V111", "//t:choice[t:sic]", [("aqnd", "and")]),
    ("V112", "//t:lb[@break]", [('<lb break="no"/>', '<lb break="no"/> ')]),
    ("V112", "id('pg-002')", [('<pc force="weak">-</pc><pb', "\n<pb")]),
    ("V113", "//t:lb[preceding-sibling::node()[1][. = ' of the']]", [("of the\n<lb/>", "of the<lb/>")]),
    ("V114", "//t:p[t:choice]", [(" left ", " le\u00adft ")]),
    ("V115", "//t:pc", [("-</pc>", "-</pc>x")]),
    ("V201", "//t:p/t:orgName", [('<orgName ref="#club">', '<orgName ref="#clubs">')]),
    ("V202", "//t:p/t:orgName", [('<orgName ref="#club">', '<orgName ref="#leeds">')]),
    ("V202", "//t:rs", [('<rs type="person" ref="#rowe">', '<rs type="person" ref="#flood">')]),
    ("V203", "//t:soCalled", [('"a1-p02-q3"', '"a1-p02-q3" next="#a1-p02-q4"')]),
    ("V203", "//t:said", [('who="#rowe"', 'who="#rowe" prev="#a1-p02-q7"')]),
    ("V204", "//t:reg", [('resp="#editors" cert="medium"', 'resp="#leeds" cert="medium"')]),
    ("V205", "//t:said", [('who="#rowe"', 'who="#leeds"')]),
    ("V206", "id('a1-p02-q1')", [('source="#letters"', 'source="#rowe"')]),
    ("V207", "//t:hi", [('rend="italic"', 'rendition="#water"')]),
    ("V208", "//t:g", [('ref="#c-00B3"', 'ref="#water"')]),
    ("V209", "//t:ab", [('type="separator"', 'type="separator" sameAs="#a1-l1"')]),
    ("V210", "//t:ref[@target = '#pg-001']", [(">1</ref>", ">2</ref>")]),
    ("V211", "//t:ref[@target = '#a1']", [(">The Road<", ">The Bridge<")]),
    ("V301", "id('pg-003')", [(PAGE_2, PAGE_2.replace("2", "3"))]),
    ("V302", "//t:fw[. = '5']", [(">2</fw>", ">5</fw>")]),
    ("V303", "id('pg-002')", [('<fw type="pageNum" place="top">2</fw>', "")]),
    ("V304", "id('n-001-1')", [(' n="1" place="bottom"', ' place="bottom"')]),
    ("V305", "//t:note/t:note", [("See <bibl", "See <note>x</note> <bibl")]),
    ("V306", "id('n-001-1a')", [("very</hi>", f"very</hi>{NOTE}x</note>".replace("-1", "-1a"))]),
    ("V306", "id('n-001-3')", [("very</hi>", f"very</hi>{NOTE}x</note>".replace("-1", "-3").replace('n="1"', 'n="3"'))]),
    ("V306", "id('n-002-3')", [("him</seg>", 'him</seg><note xml:id="n-002-3" n="3" place="bottom">x</note>')]),
    ("V307", "//t:note[@sameAs]", [("him</seg>", 'him</seg><note sameAs="#n-001-1">x</note>')]),
    ("V401", "//t:soCalled", [("“Rain”", "Rain")]),
    ("V401", "//t:said", [("“I know.”", "“I” know.")]),
    ("V402", "id('a1-p02-q1')", [('marks="all"', 'marks="none"')]),
    ("V403", "id('a1-q1-p01')", [("The wells", "“The wells")]),
    ("V403", "id('a1-q1-p01')", [("The wells", "”The “wells")]),
    ("V403", "id('a1-q1-p01')", [("The wells", "«The wells")]),
    ("V404", "id('a1-q1')", [(' rend="block"', "")]),
    ("V404", "id('a1-p02-q1')", [("a1-p02-q1", 'a1-p02-q1" rend="block')]),
    ("V405", "//t:said", [(' who="#rowe"', "")]),
    ("V406", "id('a1-p02-q7')", [("“so.”", '<q xml:id="a1-p02-q7-q1">“so.”</q>')]),
    ("V501", "id('york')", [("</listPlace>", '<place xml:id="york"><placeName>York</placeName></place></listPlace>')]),
    ("V502", "//t:p/t:date[@to]", [('when="1866-05-03"', 'from="1866-05-03" to="1866-05-02"')]),
    ("V503", "//t:p/t:date[@to]", [('when="1866-05-03"', 'when="1866-05-03" to="1867"')]),
    ("V504", "//t:docDate", [('docDate when="1903"', 'docDate when="1904"')]),
    ("V505", "id('rowe')", [('notAfter="1920"', 'notAfter="1850-12"')]),
    ("V506", "id('rowe')", [('<birth when="1851">1851', '<birth when="1904">1904')]),
    ("V601", "//t:tagUsage", [('occurs="4"', 'occurs="5"')]),
    ("V601", "//t:tagUsage", [('withId="4"', 'withId="3"')]),
    ("V602", "//t:tagsDecl", [('partial="true"', 'partial="false"')]),
    ("V603", "//t:fileDesc/t:extent/t:measure", [('quantity="2">2', 'quantity="12">12')]),
    ("V604", "//t:measure[@unit = 'word']", [(MEASURE, WORDS.format(MEASURE, 200))]),
    ("V605", "//t:fileDesc/t:extent/t:measure", [(">2 numbered", ">3 numbered")]),
    ("V606", "//t:hyphenation", [('eol="some"', 'eol="none"')]),
    ("V607", "//t:choice[t:corr]", [('<correction status="high" method="markup">', '<correction method="silent">')]),
    ("V607", "//t:choice[t:reg]", [('<normalization method="markup">', '<normalization method="silent">')]),
    ("V608", "//t:foreign", [('xml:lang="fr"', 'xml:lang="de"')]),
    ("V609", "//t:change[2]", [("</change>", '</change><change when="2027-01" who="#editors">Later.</change>')]),
]  # fmt: skip

# What looks like a breach of a rule and is none.
SOUND: list[tuple[str, list[tuple[str, str]]]] = [
    ("V101 a paragraph of the header has no identifier", [("To test the schema.", "To test.</p><p>And more.")]),
    ("V102 a note of paragraphs", [("See <bibl", '<p xml:id="n-001-1-p01">See <bibl'),
                                   ("</bibl>.</note>", "</bibl>.</p></note>"), FIVE_P]),
    ("V104 the next chapter", [(END, DIVISION.format("II") + END)]),
    ("V105 the source has nothing", [("<sic>aqnd</sic>", "<sic/>")]),
    ("V106 a book may print any word", [(" left ", " TODO ")]),
    ("V107 a number that occurs twice", [('"pg-002"', '"pg-002a"')]),
    ("V113 a break between blocks", [("</p>\n        <quote", "</p><pb xml:id='pg-plate' n='[plate]'/><quote"),
                                     ('quantity="2">2', 'quantity="4">4')]),
    ("V114 a joiner", [(" left ", " le\u200dft ")]),
    ("V115 page furniture", [(PAGE_2, '<fw type="pageNum" place="bottom">1</fw><pb xml:id="pg-002" n="2"/>'),
                             ('<fw type="pageNum" place="top">1</fw>', '<fw type="header" place="top">x</fw>'),
                             ('n="2"/>', 'n="[2]"/>'), ('quantity="2">2', 'quantity="3">3')]),
    ("V202 an entry elsewhere", [('<orgName ref="#club">', '<orgName ref="https://example.org/club">')]),
    ("V203 V401 V405 an interrupted quotation", [
        (SAID, SAID.replace('">“I know.”', '" next="#a1-p02-q8">“I')
               + "<said xml:id='a1-p02-q8' prev='#a1-p02-q2'>know.”</said>")]),
    ("V206 the book quotes itself", [('source="#letters"', 'source="#a1-q1"')]),
    ("V209 V304 V307 a second call", [("him</seg>", 'him</seg><note place="bottom" sameAs="#n-001-1"/>')]),
    ("V210 a reference in words", [(">1</ref>", ">on the first page</ref>")]),
    ("V211 a shortened title", [(">The Road<", ">Chapter I. The Road<")]),
    ("V302 a misprinted number", [('quantity="2">2', 'quantity="3">3'),
                                  ('n="2" break', 'n="[2]" break'), (">2</fw>", ">5</fw>")]),
    ("V302 an adorned number", [(">2</fw>", ">— 2 —</fw>")]),
    ("V303 no page numbers are kept", [('<fw type="pageNum" place="top">2</fw>', ""),
                                       ('<fw type="pageNum" place="top">1</fw>', "")]),
    ("V305 an editor’s word on a note", [("See <bibl", 'See <note type="editorial">x</note> <bibl')]),
    ("V306 a second note", [("very</hi>", f"very</hi>{NOTE}x</note>".replace("-1", "-2").replace('n="1"', 'n="2"'))]),
    ("V401 marks of other languages", [("“Rain”", "«Rain»"), ("“rain”", "‘rain’")]),
    ("V401 a phrase in italics", [('"a1-p02-q3">“Rain”', '"a1-p02-q3" rend="italic">Rain')]),
    ("V402 marks that are gone", [('marks="all"', 'marks="none"'), ("“It rained,”", "It rained,"), ("“I know.”", "I know."),
                                  ("“Rain”", "Rain"), ("“rain”", "rain"), ("“so.”", "so."), ('">“</g>', '">x</g>')]),
    ("V606 hyphens that are gone", [('eol="some"', 'eol="none"'), ('<pc force="weak">-</pc>', "")]),
    ("V403 low marks", [("“I know.”", "„I know.“"), ("“so.”", "„so.“"), ("“It rained,”", "„It rained,“"),
                        ("“Rain”", "„Rain“"), ("“rain”", "„rain“"), ("“On Rain”", "„On Rain“"), ('">“</g>', '">x</g>')]),
    ("V403 a quotation over two paragraphs", [
        ("The wells are low.</p>", '“The wells are low.</p><p xml:id="a1-q1-p02">“So they are.”</p>'), FIVE_P]),
    ("V502 a year and its days", [('when="1866-05-03"', 'from="1866" to="1866-05-03"')]),
    ("V504 Old Style", [('docDate when="1903">1903', 'docDate when="1904">1903/4')]),
    ("V604 about as many words", [(MEASURE, WORDS.format(MEASURE, 70))]),
    ("V605 a thousand", [("the flood</label>", '<measure quantity="17461">17,461</measure> floods</label>')]),
    ("V608 a form of a language", [('xml:lang="fr"', 'xml:lang="fr-CA"')]),
]  # fmt: skip


class Finding(NamedTuple):
    """What the compiled stylesheet reports."""

    code: str
    role: str
    location: str
    message: str


@cache
def rules() -> bytes:
    return transform(TO_XSLT, etree.tostring(SCHEMATRON)).encode()


def found(document: bytes, stylesheet: bytes | None = None) -> list[Finding]:
    report = etree.fromstring(transform(stylesheet or rules(), document).encode())
    return [Finding(f.get("code", ""), f.get("role", ""), f.get("location", ""), f.text or "") for f in report]


def place(document: etree._ElementTree, finding: Finding) -> etree._Element:
    """The one element that a finding is about, by its path: `Q{…}` of XPath is `{…}` in lxml."""
    elements: list[etree._Element] = etree.ETXPath(finding.location.replace("Q{", "{"))(document)
    assert len(elements) == 1
    return elements[0]


def exchanged(pairs: list[tuple[str, str]]) -> bytes:
    text = BASE
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()


def codes() -> Iterator[str]:
    yield from SCHEMATRON.xpath("//sch:pattern/@id", namespaces=NAMESPACES)


def test_the_committed_rules_are_what_the_odd_compiles_to(odd: bytes) -> None:
    assert transform(TO_SCHEMATRON, odd) == (ROOT / "schema" / "teiwright.sch").read_text(encoding="utf-8")


def test_the_stylesheets_compile_without_a_warning() -> None:
    assert not transformer((TO_SCHEMATRON,)).warnings
    assert not transformer((TO_XSLT,)).warnings
    assert not transformer((rules(),)).warnings


def test_the_schemas_are_compiled_in_a_second(odd: bytes) -> None:
    def seconds() -> float:
        start = perf_counter()
        for name in ("relaxng.xsl", "xsd.xsl", "schematron.xsl"):
            transform(TO_SCHEMATRON.with_name(name), odd)
        transform(TO_XSLT, etree.tostring(SCHEMATRON))
        return perf_counter() - start

    assert min(seconds() for _ in range(3)) < 1


def test_every_rule_is_broken_here_once() -> None:
    assert {code for code, _, _ in BROKEN} == set(codes())


def test_the_codes_ascend() -> None:
    assert list(codes()) == sorted(set(codes()))


@pytest.mark.parametrize("path", ["tests/schema/base.xml", "tei/hedp/hedp.xml"])
def test_sound_documents_pass(path: str) -> None:
    assert found((ROOT / path).read_bytes()) == []


@pytest.mark.parametrize(("code", "at", "pairs"), BROKEN)
def test_a_broken_rule_is_found_where_it_is_broken(
    relaxng: etree.RelaxNG, code: str, at: str, pairs: list[tuple[str, str]]
) -> None:
    mutant = exchanged(pairs)
    document = etree.ElementTree(etree.fromstring(mutant))
    assert relaxng.validate(document), relaxng.error_log  # the grammar has nothing to say
    findings = found(mutant)
    assert {finding.code for finding in findings} == {code}
    assert place(document, findings[0]) is document.xpath(at, namespaces=NAMESPACES)[0]
    asserted = SCHEMATRON.xpath(f"//sch:pattern[@id = '{code}']//sch:assert/@role", namespaces=NAMESPACES)
    assert {finding.role for finding in findings} <= set(asserted)
    assert all(re.match(r"\S.*\.$", finding.message) and "  " not in finding.message for finding in findings)


@pytest.mark.parametrize(("why", "pairs"), SOUND)
def test_what_only_looks_broken_passes(relaxng: etree.RelaxNG, why: str, pairs: list[tuple[str, str]]) -> None:
    document = exchanged(pairs)
    assert relaxng.validate(etree.ElementTree(etree.fromstring(document))), relaxng.error_log
    assert found(document) == [], why


def test_a_place_is_a_line() -> None:
    mutant = exchanged([("aqnd", "and")])
    (finding,) = found(mutant)
    line = place(etree.ElementTree(etree.fromstring(mutant)), finding).sourceline
    assert "<choice><sic>and</sic>" in mutant.decode().splitlines()[(line or 0) - 1]


def test_a_file_of_entries_needs_no_text() -> None:
    entries = re.sub(r"<text>.*</text>", "", BASE, flags=re.DOTALL).replace('occurs="4" withId="4"', 'occurs="0" withId="0"')
    entries = entries.replace(' ref="#rowe"', "").replace("<q xml", "<x")
    assert found(entries.encode()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<constraintSpec ident="V101"', '<constraintSpec ident="no-p"'),
        ('<constraintSpec ident="V102"', '<constraintSpec ident="V101"'),
        ('<sch:rule context="tei:text//tei:p">', "<sch:rule>"),
        ('role="error">V101 ', ">V101 "),
        ('role="error">V101 ', 'role="fatal">V101 '),
        ('role="error">V101 ', 'role="error">'),
        ('<gloss xml:lang="en">paragraph without an identifier</gloss>', ""),
    ],
)
def test_a_rule_without_its_parts_is_refused(odd: bytes, old: str, new: str) -> None:
    assert old.encode() in odd
    with pytest.raises(StylesheetError, match="O012 constraintSpec"):
        transform(TO_SCHEMATRON, odd.replace(old.encode(), new.encode(), 1))


ERROR = "P", "error"


def schema(body: str) -> bytes:
    return (
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="urn:t"/>'
        f'<pattern id="P"><let name="all" value="count(//*)"/>{body}</pattern></schema>'
    ).encode()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<rule context="t:b"><assert test="@c">no c</assert></rule>', [("P", "error", "no c")] * 2),
        ('<rule context="t:b"><assert id="A" role="warning" test="@c">A no</assert></rule>', [("A", "warning", "no")] * 2),
        ('<rule context="t:b"><report test="@n = 2">n=<value-of select="@n"/>.</report></rule>', [("P", "error", "n=2.")]),
        ('<rule context="t:b"><report test="@n = 2"><name/> {<emph>in</emph>} <name path=".."/></report></rule>',
         [("P", "error", "t:b {in} t:a")]),
        ('<rule context="t:b[@n = 2]"/><rule context="t:b"><report test="true()">n <value-of select="@n"/></report></rule>',
         [("P", "error", "n 1")]),
        ('<rule context="t:b"><let name="m" value="@n + 1"/><report test="$m = $all">m</report></rule>', [(*ERROR, "m")]),
        ('<rule context="@n"><report test=". &lt; 2">attribute</report></rule>', [("P", "error", "attribute")]),
        ('<rule context="t:a"><report test="1">a</report></rule><rule context="t:b"><report test="1">b</report></rule>',
         [(*ERROR, "a"), (*ERROR, "b"), (*ERROR, "b")]),
    ],
)  # fmt: skip
def test_schematron_is_understood(body: str, expected: list[tuple[str, str, str]]) -> None:
    stylesheet = transform(TO_XSLT, schema(body)).encode()
    findings = found(b'<t:a xmlns:t="urn:t"><t:b n="1"/><t:b n="2"/></t:a>', stylesheet)
    assert [(finding.code, finding.role, finding.message) for finding in findings] == expected


@pytest.mark.parametrize(
    "body",
    [
        '<rule abstract="true" id="r"/>',
        '<rule context="t:b"><extends rule="r"/></rule>',
        '<rule context="t:b"><assert test="@c" diagnostics="d">no c</assert></rule>',
        '<rule context="t:b"><assert>no test</assert></rule>',
        '<rule><assert test="@c">no context</assert></rule>',
        '<rule context="t:b"><let name="x"/></rule>',
        '<rule context="t:b"><x xmlns="urn:x"/></rule>',
    ],
)
def test_what_is_not_understood_is_refused(body: str) -> None:
    with pytest.raises(StylesheetError, match="O013 P, "):
        transform(TO_XSLT, schema(body))


def test_another_query_binding_is_refused() -> None:
    with pytest.raises(StylesheetError, match="O013"):
        transform(TO_XSLT, schema("").replace(b"xslt3", b"xslt"))
