"""A release changes what a header says of version and date, adds a change, and leaves every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiwright.findings import Refused
from teiwright.releasing import Release
from teiwright.releasing.dates import precise, reworded
from teiwright.releasing.header import Header
from teiwright.releasing.markup import edited, places
from teiwright.releasing.version import Version
from teiwright.xml import TEI

DAY = date(2027, 5, 1)
RELEASE = Release(Version.of("1.2.0-rc.1"), DAY, ("A <name> & “more” ]]>", "All is “well!”"))
CHANGE = '<change when="2027-05-01" who="#ed" n="1.2.0-rc.1">A &lt;name&gt; &amp; “more” ]]&gt;. All is “well!”</change>'

# Everything that may stand between two tags, or between two attributes, and looks like what a release changes.
noise = st.sampled_from(
    [
        "",
        " ",
        "\n  ",
        "\r\n\t",
        '<!-- <edition n="9"><date when="1999">1999</date></edition> -->',
        "<!-- <revisionDesc> > ' \" -->",
        "<?count pages?>",
        "<?keep <change when='2020'> ?>",
    ]
)
words = st.sampled_from(
    ["", "First edition, ", "a &lt;date&gt; &amp; &#xE9; ", "<![CDATA[<date when='2'>]]>", "<hi n='9'>new</hi> > "]
)
gap = st.sampled_from([" ", "  ", "\n    ", "\t"])
quote = st.sampled_from(["'", '"'])


@dataclass(frozen=True)
class Values:
    """What stands in a generated header and a release changes."""

    version: str = "1.1.0"
    when: str = "2026-11-23"
    said: str = "23 November 2026"
    year: str = "2026"
    change: str = ""


NEW = Values("1.2.0-rc.1", "2027-05-01", "1 May 2027", "2027", CHANGE)


@st.composite
def headers(draw: st.DrawFn) -> Callable[[Values], str]:
    """Draw a header as a function of the values, so that what is expected is made without the code that is tested."""
    n = [draw(noise) for _ in range(12)]
    w, g, q = [draw(words) for _ in range(2)], [draw(gap) for _ in range(3)], [draw(quote) for _ in range(3)]
    extra = draw(st.sampled_from(["", ' source=\'x n="9" when="1"\'', ' resp="#a > b"', " xml:id='n'"]))
    prolog = draw(st.sampled_from(["", "\ufeff", '<?xml version="1.0"?>\r\n', "<!-- <teiHeader> -->\n"]))
    white = draw(st.sampled_from(["", "\n    ", "\r\n\t", "\n\n  "]))
    lost = draw(st.sampled_from(["", " \n", "\r\n  "]))
    equals = draw(st.sampled_from(["=", " = ", "\n="]))

    def made(v: Values) -> str:
        change = v.change + white if v.change else ""
        return (
            f'{prolog}<teiHeader xmlns="{TEI}"{g[0]}xml:lang="en"  >{n[0]}<fileDesc>{n[1]}<titleStmt><title>T</title>{n[2]}'
            f'<respStmt xml:id="ed"><name>E</name></respStmt>{n[3]}</titleStmt>'
            f"<editionStmt\n>{n[4]}<edition{extra}{g[1]}n{equals}{q[0]}{v.version}{q[0]} >{w[0]}"
            f"<date{g[2]}when{equals}{q[1]}{v.when}{q[1]}>{lost}{v.said}{lost}</date>{n[5]}{w[1]}</edition>{n[6]}</editionStmt>"
            f"<publicationStmt><publisher/>{n[7]}<date when={q[2]}{v.year}{q[2]}/>{n[8]}<date when='1999'>1999</date>"
            f"</publicationStmt>{n[9]}</fileDesc><revisionDesc>{n[10].strip()}{white}{change}"
            f'<change who="#ed" when="2026-11-25">C.</change>{n[11]}'
            "</revisionDesc></teiHeader>\n<!-- the end -->"
        )

    return made


@given(headers())
def test_only_what_is_about_the_release_changes(made: Callable[[Values], str]) -> None:
    assert Header.of(made(Values()).encode()).with_release(RELEASE).decode() == made(NEW)


@given(headers())
def test_places_are_those_of_the_elements_that_a_parser_finds(made: Callable[[Values], str]) -> None:
    text = made(Values())
    elements = list(etree.fromstring(text.encode()).iter("*"))
    assert len(elements) == len(places(text))
    for element, place in zip(elements, places(text), strict=True):
        name = etree.QName(element).localname
        assert re.match(rf"<{name}[\s/>]", text[place.start :])
        assert text[: place.inside].endswith(">")
        assert text[place.outside : place.end] in (f"</{name}>", "")
        plain = {name: value for name, value in element.attrib.items() if not name.startswith("{")}
        assert {name: text[slice(*place.value(text, name))] for name in plain} == plain


def test_the_header_of_the_first_edition_changes_in_its_lines_alone(root: Path) -> None:
    before = (root / "tei" / "hedp" / "header.xml").read_bytes()
    after = Header.of(before).with_release(Release(Version.of("9.0.0"), date(2099, 1, 2), ("New.",))).decode()
    old, new = before.decode().splitlines(), after.splitlines()
    assert len(new) == len(old) + 1
    changed = [line.strip() for line in new if line not in old]
    assert len(changed) == 3
    assert re.fullmatch(r'<editionStmt><edition n="9.0.0">.*<date when="2099-01-02">2 January 2099</date>.*', changed[0])
    assert changed[1:] == [
        '<date when="2099">2099</date>',
        '<change when="2099-01-02" who="#editors" n="9.0.0">New.</change>',
    ]


def test_the_first_change_is_made_where_there_was_none() -> None:
    head = f'<teiHeader xmlns="{TEI}">\r\n\t<fileDesc><titleStmt><respStmt xml:id="a"><name>A</name></respStmt></titleStmt>'
    head += '<editionStmt><edition n="1.0.0"><date when="2026">2026</date></edition></editionStmt></fileDesc>'
    made = Header.of(f"{head}<!-- x -->\r\n</teiHeader>".encode()).with_release(RELEASE).decode()
    change = CHANGE.replace("#ed", "#a")
    released = head.replace('when="2026">2026', 'when="2027-05-01">2027').replace("1.0.0", "1.2.0-rc.1")
    assert made == (f"{released}\r\n\t<revisionDesc>\r\n\t  {change}\r\n\t</revisionDesc><!-- x -->\r\n</teiHeader>")


STATEMENTS = (
    '<respStmt xml:id="x"><name type="software">X</name></respStmt><respStmt><name>B</name></respStmt>'
    '<respStmt xml:id="e"><name>E</name></respStmt>'
)


@pytest.mark.parametrize(
    ("makers", "who"),
    [
        (["#x", "#e"], "#e"),
        (["#x"], "#e"),
        ([], "#e"),
        (["people.xml#ada #e", "#e"], "people.xml#ada #e"),
        (["#x #e", "people.xml#ada"], "people.xml#ada"),
    ],
)
def test_who_releases_is_a_person_or_body(makers: list[str], who: str) -> None:
    changes = "".join(f'<change when="2026" who="{maker}">C.</change>' for maker in makers)
    edition = '<editionStmt><edition n="1.0.0"><date when="2026"/></edition></editionStmt>'
    text = f'<teiHeader xmlns="{TEI}"><fileDesc><titleStmt>{STATEMENTS}</titleStmt>{edition}</fileDesc>'
    assert Header.of(f"{text}<revisionDesc>{changes}</revisionDesc></teiHeader>".encode()).responsible == who


def test_nobody_releases_where_software_alone_is_named() -> None:
    nobody = STATEMENTS.replace(' xml:id="e"', "")
    text = f'<teiHeader xmlns="{TEI}"><fileDesc><titleStmt>{nobody}</titleStmt>'
    text += '<editionStmt><edition n="1.0.0"><date when="2026"/></edition></editionStmt></fileDesc></teiHeader>'
    with pytest.raises(Refused, match="E002 the header names nobody"):
        Header.of(text.encode()).with_release(RELEASE)


@pytest.mark.parametrize(
    ("words", "stated", "language", "new"),
    [
        ("23 November 2026", "2026-11-23", "en", "1 May 2027"),
        ("November 23, 2026", "2026-11-23", "en-GB", "May 1, 2027"),
        ("November 03, 2026", "2026-11-03", "en", "May 01, 2027"),
        ("in May\n 2026", "2026-05", "en", ""),
        ("May\n 2026", "2026-05", "en", "May\n 2027"),
        ("[2026]", "2026-11-23", "en", "[2027]"),
        ("2026", "2026", "fr", "2027"),
        ("23 novembre 2026", "2026-11-23", "fr", ""),
        ("23 November 2026", "2026-11-23", "", ""),
        ("24 November 2026", "2026-11-23", "en", ""),
        ("11/11/2026", "2026-11-11", "en", ""),
        ("2026-11-11", "2026-11-11", "en", ""),
        ("2026-11", "2026-11-11", "en", ""),
        ("11 November 2026, 11 o’clock", "2026-11-11", "en", ""),
        ("23rd November 2026", "2026-11-23", "en", ""),
        ("2026", "-0044", "en", ""),
    ],
)
def test_words_of_a_date_keep_their_form_or_are_not_understood(words: str, stated: str, language: str, new: str) -> None:
    assert reworded(words, stated, DAY, language) == new


@given(
    st.dates(date(1000, 1, 1)),
    st.dates(date(1000, 1, 1)),
    st.sampled_from(["{0.day} {0:%B} {0:%Y}", "{0:%B} {0.day}, {0:%Y}"]),
)
def test_any_day_becomes_any_other(old: date, new: date, form: str) -> None:
    assert reworded(form.format(old), old.isoformat(), new, "en") == form.format(new)


@pytest.mark.parametrize(
    ("like", "stated"), [("2026", "2027"), ("2026-11", "2027-05"), ("2026-11-23", "2027-05-01"), ("-0044", "2027-05-01")]
)
def test_a_date_is_as_precise_as_the_one_before(like: str, stated: str) -> None:
    assert precise(DAY, like) == stated


def test_words_that_are_not_understood_become_the_date_itself() -> None:
    text = f'<teiHeader xmlns="{TEI}"><fileDesc><titleStmt>{STATEMENTS}</titleStmt><editionStmt><edition n="1.0.0">'
    text += '<date when="2026-11-23">le 23 nov.</date></edition></editionStmt></fileDesc></teiHeader>'
    assert b'<date when="2027-05-01">2027-05-01</date>' in Header.of(text.encode()).with_release(RELEASE)


@given(st.text("abc"), st.data())
def test_pieces_are_changed_wherever_they_are(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6).filter(lambda cuts: len(cuts) % 2 == 0)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
    marked = [(start, end, f"[{text[start:end]}]") for start, end in dict(reversed(pairs)).items()]
    assert edited(text, marked).replace("[", "").replace("]", "") == text
