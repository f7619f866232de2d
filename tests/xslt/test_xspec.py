"""What functions and templates promise, as `*.xspec` beside this file say it: every expectation is a test.

A description is turned into a stylesheet by `xspec.xsl`, which knows the part of XSpec's vocabulary that is used here.
"""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from lxml import etree

from teiwright.saxon import StylesheetError, Transformer, transform

HERE = Path(__file__).parent
X = "{http://www.jenitennison.com/xslt/xspec}"
DESCRIPTIONS = sorted(HERE.glob("*.xspec"))
NAMESPACES = 'xmlns:x="http://www.jenitennison.com/xslt/xspec" xmlns:f="urn:teiwright:functions"'

ORDER = re.compile(
    "((param|variable) )*(context )?(variable )*(call )?(variable )*((expect|variable|pending) )*((scenario|pending) )*"
)
"""What XSpec's grammar wants in a scenario, in this order."""


@cache
def outcomes(description: bytes, base: str) -> tuple[etree._Element, ...]:
    """The `x:test` of each expectation, in order."""
    made = transform(HERE / "xspec.xsl", description, base=base)
    with TemporaryDirectory() as folder:
        stylesheet = Path(folder, "test.xsl")
        stylesheet.write_text(made, "utf-8")
        text = Transformer([stylesheet]).run(description)[stylesheet].text
    return tuple(etree.fromstring(text.encode()).iter(f"{X}test"))


def path_of(expectation: etree._Element) -> str:
    labels = [str(around.get("label")) for around in expectation.iterancestors(f"{X}scenario", f"{X}pending")]
    return " / ".join([*reversed(labels), str(expectation.get("label"))])


def expectations() -> Iterator[object]:
    for path in DESCRIPTIONS:
        for number, expectation in enumerate(etree.parse(path).iter(f"{X}expect")):
            yield pytest.param(path, number, id=f"{path.stem}: {path_of(expectation)}")


@pytest.mark.parametrize(("path", "number"), [*expectations()])
def test_what_is_described_holds(path: Path, number: int) -> None:
    judge(outcomes(path.read_bytes(), path.as_uri())[number])


def judge(test: etree._Element) -> None:
    if (reason := test.get("pending")) is not None:
        pytest.skip(f"pending: {reason}")
    if test.get("successful") != "true":
        expected, actual = (re.split(r"\n|(?<=>)(?=<)", test.findtext(X + name) or "()") for name in ("expected", "actual"))
        if condition := test.get("test"):
            actual = [f"{condition}", "… of", *actual]
        lines = difflib.unified_diff(expected, actual, "expected", "actual", lineterm="", n=99)
        pytest.fail("\n".join([path_of(test), *lines]), pytrace=False)


def test_no_two_expectations_have_one_name() -> None:
    for path in DESCRIPTIONS:
        names = [path_of(expectation) for expectation in etree.parse(path).iter(f"{X}expect")]
        assert len(names) == len(set(names)) > 0, path.name


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=lambda path: path.stem)
def test_scenarios_are_in_the_order_that_xspec_wants(path: Path) -> None:
    for scenario in etree.parse(path).iter(f"{X}scenario"):
        parts = "".join(f"{etree.QName(part).localname} " for part in scenario.iterchildren(f"{X}*"))
        assert ORDER.fullmatch(parts), f"{scenario.get('label')}: {parts}"


def run(scenario: str) -> tuple[etree._Element, ...]:
    scenario = f'<x:scenario label="columns"><x:call function="f:spaces"/>{scenario}</x:scenario>'
    description = f'<x:description {NAMESPACES} stylesheet="../../xslt/text.xsl">{scenario}</x:description>'
    return outcomes(description.encode(), (HERE / "sample.xspec").as_uri())


@pytest.mark.parametrize(
    ("expect", "shown"),
    [
        ("select=\"'  '\"", '-"  "\n+"   "'),
        ("test=\"$x:result = '  '\"", "+$x:result = '  '\n+… of\n+\"   \""),
        ('test="string-length(.)" select="4"', "-4\n+string-length(.)\n+… of\n+3"),
        ('test="exists(*)"', "The required item type"),
    ],
)
def test_what_does_not_hold_fails_and_shows_the_difference(expect: str, shown: str) -> None:
    (test,) = run(
        f'<x:scenario label="three"><x:call><x:param select="3"/></x:call><x:expect label="two" {expect}/></x:scenario>'
    )
    with pytest.raises(pytest.fail.Exception) as failed:
        judge(test)
    assert str(failed.value).startswith("columns / three / two\n")
    assert shown in str(failed.value)


def test_an_error_fails_what_it_concerns_alone() -> None:
    bad, good = run(
        """<x:scenario label="bad"><x:call><x:param select="'x'"/></x:call><x:expect label="a" test="true()"/></x:scenario>
        <x:scenario label="good"><x:call><x:param select="1"/></x:call><x:expect label="b" select="' '"/></x:scenario>"""
    )
    judge(good)
    with pytest.raises(pytest.fail.Exception, match='"code"'):
        judge(bad)


def test_what_is_pending_is_skipped_with_its_reason() -> None:
    (test,) = run(
        '<x:pending label="not yet"><x:scenario label="a"><x:expect label="b" select="1 div 0"/></x:scenario></x:pending>'
    )
    with pytest.raises(pytest.skip.Exception, match="pending: not yet"):
        judge(test)


@pytest.mark.parametrize("strange", ['<x:like label="a"/>', '<x:variable name="v"><x:label>a</x:label></x:variable>'])
def test_what_is_not_known_stops_the_translation(strange: str) -> None:
    with pytest.raises(StylesheetError):
        run(f'<x:scenario label="a">{strange}</x:scenario>')
