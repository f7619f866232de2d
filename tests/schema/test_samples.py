"""Documents made at random from the grammar: valid against it, and, where TEI_ALL is set, against the whole of the TEI.

The proof in test_clean.py is about the two grammars; this looks at documents and at the validators as they are. The W3C
Schema is put to the same test, and to another: documents damaged at random, of which it must think as the grammar does.
"""

import os
from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random

import pytest
from lxml import etree

TEI_ALL = os.environ.get("TEI_ALL", "")
TEI = "http://www.tei-c.org/ns/1.0"
RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DOCUMENTS = 60
MUTANTS = 1000
DEEP = 9
"""The depth, in elements, from which on each element is brought to an end by the shortest way."""

ATTRIBUTES = 0.12
"""How likely an optional attribute is. libxml2 tries all combinations of those it finds: with a dozen it takes seconds."""

VALUES = ["", "x", "1", "-1", "#x", "#a #b", "a b", "1900-02-30", "bottom", "no", "de-", "\u00a0"]
"""What the value of an attribute is damaged to. Without blanks at the ends: see test_blanks_around_an_address."""

EXAMPLES = {
    "token": ["word", "1.0"],
    "string": ["some text"],
    "Name": ["name"],
    "anyURI": ["#id", "https://example.org/"],
    "language": ["en", "zh-Hant"],
    "nonNegativeInteger": ["0", "12"],
    "decimal": ["12", "0.5"],
    "boolean": ["true"],
    "date": ["1956-04-05"],
    "duration": ["P10Y"],
    "gYear": ["1956", "-0043"],
    "gMonth": ["--04"],
    "gDay": ["---05"],
    "gYearMonth": ["1956-04"],
    "gMonthDay": ["--04-05"],
    "time": ["12:00:00"],
    "dateTime": ["1956-04-05T12:00:00"],
}


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern of the grammar. `rules` has the named patterns, which a pattern of kind “ref” means by `name`."""

    kind: str
    name: str
    text: str
    parts: tuple["Pattern", ...]
    rules: dict[str, "Pattern"]

    @property
    def inner(self) -> tuple["Pattern", ...]:
        """The patterns in it; for a reference, those in what it means."""
        return self.rules[self.name].parts if self.kind == "ref" else self.parts

    @cached_property
    def first(self) -> frozenset[str]:
        """The elements that it mentions, without looking into them."""
        if self.kind == "element":
            return frozenset({self.name})
        return frozenset[str]().union(*(part.first for part in self.inner if part.kind != "attribute"))

    def height(self, heights: Mapping["Pattern", float]) -> float:
        """How many elements deep its smallest instance is, as far as `heights` knows those of the named patterns."""
        if self.kind == "ref":
            return heights[self.rules[self.name]]
        if self.kind in {"optional", "zeroOrMore", "attribute"}:
            return 0
        below = [part.height(heights) for part in self.parts]
        return (min if self.kind == "choice" else max)(below, default=0) + (self.kind == "element")


def read(parent: etree._Element, rules: dict[str, Pattern]) -> Pattern:
    """Return a pattern as it is written in the grammar; annotations and comments are left out."""
    parts = tuple(read(child, rules) for child in parent if isinstance(child.tag, str) and child.tag.startswith(RNG))
    name = parent.get("name") or parent.get("type") or ""
    return Pattern(etree.QName(parent).localname, name, parent.text or "", parts, rules)


class Sampler:
    """Makes documents that a grammar generates. `random` decides where the grammar leaves a choice.

    made: how often each element has been made, in all documents; heights: how deep each named pattern at least is.
    """

    def __init__(self, grammar: etree._ElementTree, random: Random) -> None:
        self.rules: dict[str, Pattern] = {}
        self.rules.update({define.get("name", ""): read(define, self.rules) for define in grammar.iter(f"{RNG}define")})
        self.start = read(grammar.getroot()[0], self.rules)
        self.random = random
        self.made: Counter[str] = Counter()
        self.ids = count()
        self.heights: dict[Pattern, float] = dict.fromkeys(self.rules.values(), float("inf"))
        before: dict[Pattern, float] = {}
        while self.heights != before:
            before = dict(self.heights)
            self.heights = {rule: rule.height(before) for rule in self.rules.values()}

    def document(self) -> etree._Element:
        """Return a new document."""
        holder = etree.Element("holder")
        self._fill(holder, self.start, depth=0)
        return holder[0]

    def _fill(self, parent: etree._Element, pattern: Pattern, depth: int) -> None:
        for part in pattern.inner:
            self._add(parent, part, depth)

    def _add(self, parent: etree._Element, pattern: Pattern, depth: int) -> None:
        if pattern.kind == "element":
            self.made[pattern.name] += 1
            self._fill(etree.SubElement(parent, f"{{{TEI}}}{pattern.name}"), pattern, depth + 1)
        elif pattern.kind == "attribute":
            name = pattern.name.replace("xml:", XML)
            parent.set(name, f"id-{next(self.ids)}" if name == f"{XML}id" else self._value(pattern.parts[0]))
        elif pattern.kind == "text":
            write(parent, "word ")
        elif pattern.kind == "choice":
            self._add(parent, self._chosen(pattern.parts, depth), depth)
        elif pattern.kind == "optional" and pattern.parts[0].kind == "attribute":
            if self.random.random() < ATTRIBUTES:
                self._fill(parent, pattern, depth)
        else:
            for _ in range(self._times(pattern.kind, depth)):
                self._fill(parent, pattern, depth)

    def _times(self, kind: str, depth: int) -> int:
        least, most = {"ref": (1, 1), "group": (1, 1), "optional": (0, 1), "zeroOrMore": (0, 3), "oneOrMore": (1, 2)}[kind]
        return self.random.randint(least, most) if depth < DEEP else least

    def _chosen(self, patterns: tuple[Pattern, ...], depth: int) -> Pattern:
        """Choose a pattern: at random, with a liking for elements that are rare so far; where it is deep, the lowest."""
        if depth >= DEEP:
            return min(patterns, key=lambda pattern: pattern.height(self.heights))
        rarest = [min((self.made[name] for name in pattern.first), default=min(self.made.values())) for pattern in patterns]
        return self.random.choices(patterns, [1 / (1 + number) ** 2 for number in rarest])[0]

    def _value(self, pattern: Pattern) -> str:
        if pattern.kind == "value":
            return pattern.text
        if pattern.kind == "data":
            is_version = any(param.text.startswith(r"[\d]") for param in pattern.parts)
            return "1.0" if is_version else self.random.choice(EXAMPLES[pattern.name])
        if pattern.kind in {"list", "oneOrMore"}:
            return " ".join(self._value(pattern.parts[0]) for _ in range(self.random.randint(1, 2)))
        return self._value(self.random.choice(pattern.inner))


def write(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


@pytest.fixture(scope="module")
def sampler(grammar_file: Path) -> Sampler:
    return Sampler(etree.parse(grammar_file), Random(1))  # noqa: S311 (no secret)


@pytest.fixture(scope="module")
def samples(sampler: Sampler) -> list[etree._Element]:
    return [etree.fromstring(etree.tostring(sampler.document())) for _ in range(DOCUMENTS)]


def test_samples_are_valid(samples: list[etree._Element], relaxng: etree.RelaxNG) -> None:
    for sample in samples:
        assert relaxng.validate(sample), relaxng.error_log


def test_samples_have_every_element(samples: list[etree._Element], sampler: Sampler) -> None:
    declared = frozenset[str]().union(*(rule.first for rule in sampler.rules.values()))
    assert {etree.QName(element).localname for sample in samples for element in sample.iter()} == declared


def damaged(document: etree._Element, random: Random) -> etree._Element:
    """Return a copy with one element, attribute or text removed, put in, moved or exchanged; identifiers stay unique."""
    copy = deepcopy(document)
    elements = list(copy.iter("*"))
    element, other = random.choice(elements), random.choice(elements)
    parent = element.getparent()
    changes: list[Callable[[], object]] = [
        lambda: setattr(element, "tag", other.tag),
        lambda: setattr(element, "text", random.choice([None, " ", "x"])),
        lambda: element.insert(random.randint(0, len(element)), etree.Element(other.tag)),
        lambda: element.attrib.update(dict(random.sample(other.attrib.items(), min(1, len(other.attrib))))),
    ]
    if parent is not None:
        changes += [
            lambda: parent.remove(element),
            lambda: parent.insert(0, element),
            lambda: parent.append(deepcopy(element)),
        ]
    if element.attrib:
        name = random.choice(element.keys())
        changes += [lambda: element.attrib.pop(name), lambda: element.set(name, random.choice(VALUES))]
    random.choice(changes)()
    for number, one in enumerate(copy.iter("*")):
        if f"{XML}id" in one.attrib:
            one.set(f"{XML}id", f"id-{number}")
    return etree.fromstring(etree.tostring(copy))


def test_samples_are_valid_against_the_w3c_schema(samples: list[etree._Element], xsd: etree.XMLSchema) -> None:
    for sample in samples:
        assert xsd.validate(sample), xsd.error_log


@pytest.mark.slow
def test_grammar_and_w3c_schema_agree_on_damaged_documents(
    samples: list[etree._Element], base: etree._ElementTree, relaxng: etree.RelaxNG, xsd: etree.XMLSchema
) -> None:
    random = Random(2)  # noqa: S311 (no secret)
    sound = [base.getroot()] * len(samples) + samples
    verdicts = Counter[bool]()
    for _ in range(MUTANTS):
        mutant = damaged(random.choice(sound), random)
        verdict = relaxng.validate(mutant)
        verdicts[verdict] += 1
        assert xsd.validate(mutant) == verdict, etree.tostring(mutant)
    assert min(verdicts.values()) > MUTANTS / 4


@pytest.fixture(scope="module")
def tei_all() -> etree.RelaxNG:
    if not TEI_ALL:
        pytest.skip("TEI_ALL is not set: it names the TEI’s own tei_all.rng, 4.3.0 or later, which is not kept here")
    return etree.RelaxNG(etree.parse(TEI_ALL))


@pytest.mark.slow
def test_samples_are_valid_tei(samples: list[etree._Element], base: etree._ElementTree, tei_all: etree.RelaxNG) -> None:
    for sample in [base.getroot(), *samples]:
        assert tei_all.validate(sample), tei_all.error_log


@pytest.mark.slow
def test_the_odd_is_valid_tei(odd: bytes, tei_all: etree.RelaxNG) -> None:
    assert tei_all.validate(etree.fromstring(odd)), tei_all.error_log


@pytest.mark.slow
def test_every_edition_is_valid_tei(root: Path, tei_all: etree.RelaxNG) -> None:
    editions = [path for path in root.glob("tei/*/*.xml") if path.stem == path.parent.name]
    assert editions
    assert [str(path) for path in editions if not tei_all.validate(etree.parse(path))] == []
