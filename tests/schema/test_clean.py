"""The schema is a clean modification of the TEI: a proof for each element, not a sample.

An element's content model is a regular language over the names of its children and text. Whether our language lies in
the TEI's is decided by walking both at once with derivatives (Brzozowski 1964): wherever ours may end, the TEI's must be
able to end; whatever ours may go on with, the TEI's must. Attributes are compared one by one: name, necessity, values.
What of the TEI's grammar is not needed for the comparison (names from a wildcard, text of a datatype) counts as nothing,
which can only make the proof fail, never succeed wrongly.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path

import pytest
from lxml import etree

TEI_ALL = os.environ.get("TEI_ALL", "")
RNG = "{http://relaxng.org/ns/structure/1.0}"
SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "teiwright.rng"
TEXT = "#text"

Grammar = Mapping[str, etree._Element]


@dataclass(frozen=True, eq=False, slots=True)
class Model:
    """A content model; one object for each distinct model, so that comparing two is comparing identities.

    kind: “none” (nothing fits), “empty”, “one” (a child, named by `name`), “either” (of `parts`), “both” (`parts` in a
    row), “many” (`parts` any number of times) or “mixed” (`parts` in any order).
    """

    kind: str
    parts: tuple["Model", ...] = ()
    name: str = ""


@cache
def model(kind: str, parts: tuple[Model, ...] = (), name: str = "") -> Model:
    return Model(kind, parts, name)


NONE, EMPTY = model("none"), model("empty")


def either(*parts: Model) -> Model:
    flat = {leaf for part in parts for leaf in (part.parts if part.kind == "either" else (part,))} - {NONE}
    return next(iter(flat), NONE) if len(flat) < 2 else model("either", tuple(sorted(flat, key=id)))


def both(first: Model, second: Model, kind: str = "both") -> Model:
    if NONE in (first, second):
        return NONE
    return second if first is EMPTY else first if second is EMPTY else model(kind, (first, second))


def many(part: Model) -> Model:
    return part if part in (NONE, EMPTY) or part.kind == "many" else model("many", (part,))


@cache
def may_end(pattern: Model) -> bool:
    if pattern.kind in {"both", "mixed"}:
        return all(map(may_end, pattern.parts))
    return pattern.kind in {"empty", "many"} or (pattern.kind == "either" and any(map(may_end, pattern.parts)))


@cache
def after(pattern: Model, name: str) -> Model:
    """What may follow in `pattern` when a child `name` has been read."""
    if pattern.kind == "one":
        return EMPTY if pattern.name == name else NONE
    if pattern.kind == "either":
        return either(*(after(part, name) for part in pattern.parts))
    if pattern.kind == "many":
        return both(after(pattern.parts[0], name), pattern)
    if pattern.kind in {"both", "mixed"}:
        first, second = pattern.parts
        read = both(after(first, name), second, pattern.kind)
        if pattern.kind == "mixed":
            return either(read, both(first, after(second, name), "mixed"))
        return either(read, after(second, name)) if may_end(first) else read
    return NONE


@cache
def next_names(pattern: Model) -> frozenset[str]:
    """The children that `pattern` may begin with."""
    if pattern.kind == "one":
        return frozenset({pattern.name})
    parts = pattern.parts[:1] if pattern.kind == "both" and not may_end(pattern.parts[0]) else pattern.parts
    return frozenset[str]().union(*map(next_names, parts))


def counterexample(ours: Model, theirs: Model) -> list[str] | None:
    """The children of a content that fits `ours` but not `theirs`; None if there is none."""
    seen = {(ours, theirs)}
    open_: list[tuple[Model, Model, list[str]]] = [(ours, theirs, [])]
    while open_:
        left, right, read = open_.pop()
        if right is NONE or (may_end(left) and not may_end(right)):
            return read
        for name in sorted(next_names(left)):
            pair = after(left, name), after(right, name)
            if pair not in seen:
                seen.add(pair)
                open_.append((*pair, [*read, name]))
    return None


def grammar(path: Path) -> Grammar:
    return {define.get("name", ""): define for define in etree.parse(path).iter(f"{RNG}define")}


def patterns(parent: etree._Element) -> list[etree._Element]:
    """The patterns in a pattern, without annotations and comments."""
    return [child for child in parent if isinstance(child.tag, str) and child.tag.startswith(RNG)]


def content(pattern: etree._Element, rules: Grammar) -> Model:
    """The content model of a pattern; attributes are no part of it."""
    kind = etree.QName(pattern).localname
    if kind == "ref":
        return referred(pattern.get("name", ""), rules)
    if kind == "text":
        return many(model("one", name=TEXT))
    if kind in {"attribute", "empty"}:
        return EMPTY
    if kind in {"element", "notAllowed", "data", "value", "list"}:
        return NONE
    parts = [content(child, rules) for child in patterns(pattern)]
    if kind == "choice":
        return either(*parts)
    if kind == "interleave":
        return reduce(lambda first, second: both(first, second, "mixed"), parts, EMPTY)
    row = reduce(lambda rest, part: both(part, rest), reversed(parts), EMPTY)
    return {
        "group": lambda: row,
        "define": lambda: row,
        "optional": lambda: either(row, EMPTY),
        "zeroOrMore": lambda: many(row),
        "oneOrMore": lambda: both(row, many(row)),
    }[kind]()


def referred(name: str, rules: Grammar) -> Model:
    inner = patterns(rules[name])
    if len(inner) == 1 and inner[0].tag == f"{RNG}element" and inner[0].get("name"):
        return model("one", name=inner[0].get("name", ""))
    return content(rules[name], rules)


def element(name: str, rules: Grammar) -> etree._Element:
    return patterns(rules[name])[0]


def row_of(patterns_: list[etree._Element], rules: Grammar) -> Model:
    return reduce(lambda rest, part: both(content(part, rules), rest), reversed(patterns_), EMPTY)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as a grammar has it: whether it must be there, and the data patterns that its value may fit."""

    required: bool
    values: tuple[etree._Element, ...]


def attributes(pattern: etree._Element, rules: Grammar, required: bool = True) -> Iterator[tuple[str, Attribute]]:
    for child in patterns(pattern):
        if child.tag == f"{RNG}attribute":
            yield child.get("name", ""), Attribute(required, tuple(alternatives(child, rules)))
        elif child.tag == f"{RNG}ref":
            if child.get("name", "").startswith("att."):
                yield from attributes(rules[child.get("name", "")], rules, required)
        elif child.tag != f"{RNG}element":
            yield from attributes(child, rules, required and child.tag in {f"{RNG}group", f"{RNG}interleave"})


def alternatives(pattern: etree._Element, rules: Grammar) -> Iterator[etree._Element]:
    """The data patterns that a pattern is a choice of."""
    for child in patterns(pattern):
        if child.tag == f"{RNG}ref":
            yield from alternatives(rules[child.get("name", "")], rules)
        elif child.tag in {f"{RNG}choice", f"{RNG}optional", f"{RNG}oneOrMore", f"{RNG}zeroOrMore", f"{RNG}group"}:
            yield from alternatives(child, rules)
        else:
            yield child


def fits(ours: etree._Element, theirs: etree._Element, our_rules: Grammar, their_rules: Grammar) -> bool:
    """Whether every value of the data pattern `ours` is one of `theirs`. A single value fits a list of such values."""
    if theirs.tag == f"{RNG}text":
        return True
    if theirs.tag == f"{RNG}list":
        items = list(alternatives(ours, our_rules)) if ours.tag == f"{RNG}list" else [ours]
        theirs_items = list(alternatives(theirs, their_rules))
        return all(any(fits(item, other, our_rules, their_rules) for other in theirs_items) for item in items)
    kind, facets = theirs.get("type", ""), {param.text for param in theirs.iter(f"{RNG}param")}
    word = kind == "token" and facets == {r"[^\p{C}\p{Z}]+"}
    if ours.tag == f"{RNG}value":
        return ours.text == theirs.text if theirs.tag == f"{RNG}value" else kind == "string" or word
    if ours.tag != f"{RNG}data" or theirs.tag != f"{RNG}data":
        return False
    same = ours.get("type") == kind and facets <= {param.text for param in ours.iter(f"{RNG}param")}
    return same or (kind == "string" and not facets)


OURS = grammar(SCHEMA)
ELEMENTS = sorted(
    name for name in OURS if name[0] != "m" or "." not in name if patterns(OURS[name])[0].tag == f"{RNG}element"
)


@pytest.fixture(scope="module")
def tei_all() -> Grammar:
    if not TEI_ALL:
        pytest.skip("TEI_ALL is not set: it names the TEI’s own tei_all.rng, 4.3.0 or later, which is not kept here")
    return grammar(Path(TEI_ALL))


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_content_is_content_of_the_tei(name: str, tei_all: Grammar) -> None:
    ours = row_of(patterns(element(name, OURS)), OURS)
    theirs = row_of(patterns(element(name, tei_all)), tei_all)
    assert counterexample(ours, theirs) is None


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_attribute_is_an_attribute_of_the_tei(name: str, tei_all: Grammar) -> None:
    ours = dict(attributes(element(name, OURS), OURS))
    theirs = dict(attributes(element(name, tei_all), tei_all))
    assert ours.keys() <= theirs.keys()
    assert {key for key, attribute in theirs.items() if attribute.required} <= {
        key for key, attribute in ours.items() if attribute.required
    }
    astray = {
        key: etree.tostring(value).decode()
        for key, attribute in ours.items()
        for value in attribute.values
        if not any(fits(value, other, OURS, tei_all) for other in theirs[key].values)
    }
    assert not astray


def test_the_proof_finds_a_counterexample() -> None:
    a, b = model("one", name="a"), model("one", name="b")
    assert counterexample(both(many(a), b), many(either(a, b))) is None
    assert counterexample(many(either(a, b)), both(many(a), b)) == []
    assert counterexample(both(b, many(a)), both(b, either(a, EMPTY))) == ["b", "a", "a"]
