"""Versions, against the words and examples of Semantic Versioning 2.0."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teiwright.releasing.version import Version, highest

SECTION_11 = (
    "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 2.0.0 2.1.0 2.1.1"
)

identifiers = st.one_of(st.integers(0, 200).map(str), st.from_regex(r"[0-9]*[A-Za-z-][0-9A-Za-z-]*", fullmatch=True))
numbers = st.tuples(*[st.integers(0, 200)] * 3)
metadata = st.lists(st.from_regex(r"[0-9A-Za-z-]+", fullmatch=True), max_size=3)


@st.composite
def versions(draw: st.DrawFn) -> str:
    pre, build = draw(st.lists(identifiers, max_size=3)), draw(metadata)
    core = ".".join(map(str, draw(numbers)))
    return core + ("-" + ".".join(pre) if pre else "") + ("+" + ".".join(build) if build else "")


def test_the_order_of_the_specification() -> None:
    assert all(Version.of(a).precedence < Version.of(b).precedence for a, b in pairwise(SECTION_11.split()))


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1.2",
        "1.2.3.4",
        "01.2.3",
        "1.2.3-",
        "1.2.3-01",
        "1.2.3-a..b",
        "1.2.3+",
        "v1.2.3",
        "1.2.3 ",
        "1.2.3\n",
        "１.2.3",
        "",
    ],
)
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no Semantic Version"):
        Version.of(text)


@given(versions())
def test_a_version_is_lower_than_the_next_and_higher_than_its_pre_releases(text: str) -> None:
    version = Version.of(text).precedence
    core = ".".join(map(str, version[0]))
    major, minor, patch = version[0]
    following = [f"{major}.{minor}.{patch + 1}", f"{major}.{minor + 1}.0-0", f"{major + 1}.0.0-0"]
    assert all(version < Version.of(text).precedence for text in following)
    assert Version.of(f"{core}-0").precedence <= version <= Version.of(core).precedence


@given(versions(), metadata.filter(bool))
def test_build_metadata_decide_nothing(text: str, build: list[str]) -> None:
    bare = text.partition("+")[0]
    assert Version.of(f"{bare}+{'.'.join(build)}").precedence == Version.of(bare).precedence


@given(st.lists(versions()), st.lists(st.sampled_from(["", "first", "1.0", "v2.0.0"])))
def test_the_highest_is_one_of_them_and_none_is_higher(texts: list[str], others: list[str]) -> None:
    found = highest([*others, *texts])
    if not texts:
        assert found is None
        return
    assert found is not None
    assert found.text in texts
    assert all(Version.of(text).precedence <= found.precedence for text in texts)
