"""Claims, nesting and views: what may be claimed, how claims become a tree, and how a view leads back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teiwright.model.claim import Claim, Kind
from teiwright.model.nesting import Node, nest
from teiwright.model.view import project

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair)))
CLAIMS = st.lists(
    st.builds(
        lambda kind, span, sure: Claim(kind, span[0], span[1], "rule", certainty=sure),
        st.sampled_from([Kind.DIVISION, Kind.LIST, Kind.PARAGRAPH, Kind.QUOTATION, Kind.PERSON]),
        SPANS.filter(lambda span: span[0] < span[1]),
        st.sampled_from([0.5, 0.7, 0.9, 1.0]),
    ),
    max_size=12,
)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 3), (-2, -1)])
def test_a_claim_refuses_an_impossible_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="impossible span"):
        Claim(Kind.PERSON, start, end, "rule")


@pytest.mark.parametrize("certainty", [-0.1, 1.01, float("nan")])
def test_a_claim_refuses_an_impossible_certainty(certainty: float) -> None:
    with pytest.raises(ValueError, match="impossible certainty"):
        Claim(Kind.PERSON, 0, 3, "rule", certainty=certainty)


@given(SPANS)
def test_a_claim_takes_every_span_that_runs_forwards(span: tuple[int, int]) -> None:
    claim = Claim(Kind.PERSON, *span, "rule")
    assert claim.covers(claim)


@pytest.mark.parametrize(
    ("certainty", "cert"), [(1.0, "high"), (0.9, "high"), (0.89, "medium"), (0.6, "medium"), (0.59, "low")]
)
def test_certainty_is_said_in_words(certainty: float, cert: str) -> None:
    assert Claim(Kind.PERSON, 0, 1, "rule", certainty=certainty).cert == cert


def in_order(claims: list[Claim]) -> list[Claim]:
    """Claims as a reading gives them: by place, the enclosing one first."""
    return sorted(claims, key=lambda c: (c.start, -c.end, list(Kind).index(c.kind)))


def every(nodes: tuple[Node, ...]) -> list[Node]:
    """The nodes of some trees, in document order."""
    return [found for node in nodes for found in (node, *every(node.children))]


@settings(max_examples=300)
@given(CLAIMS)
def test_what_is_nested_lies_within_its_parent_and_beside_its_siblings(claims: list[Claim]) -> None:
    roots, _ = nest(in_order(claims))
    for nodes in (roots, *(node.children for node in every(roots))):
        assert all(a.claim.end <= b.claim.start for a, b in pairwise(nodes))
    assert all(node.claim.covers(child.claim) for node in every(roots) for child in node.children)


@settings(max_examples=300)
@given(CLAIMS)
def test_each_claim_is_in_the_tree_or_in_a_conflict(claims: list[Claim]) -> None:
    roots, conflicts = nest(in_order(claims))
    kept, dropped = [node.claim for node in every(roots)], [conflict.dropped for conflict in conflicts]
    assert len(kept) + len(dropped) == len(claims)
    assert {id(claim) for claim in (*kept, *dropped)} == {id(claim) for claim in claims}


@settings(max_examples=300)
@given(CLAIMS)
def test_of_two_that_cross_the_less_certain_gives_way(claims: list[Claim]) -> None:
    for dropped, kept in nest(in_order(claims))[1]:
        assert dropped.certainty <= kept.certainty
        assert dropped.start < kept.end
        assert kept.start < dropped.end
        assert not dropped.covers(kept)
        assert not kept.covers(dropped)


@settings(max_examples=300)
@given(CLAIMS)
def test_claims_that_do_not_cross_are_all_kept(claims: list[Claim]) -> None:
    crossing = any(a.start < b.start < a.end < b.end for a in claims for b in claims)
    assert bool(nest(in_order(claims))[1]) == crossing


@given(st.text("ab \n", min_size=1, max_size=30), st.lists(st.tuples(SPANS, st.sampled_from(["", " ", "xyz"]))), st.data())
def test_a_view_is_pieces_of_the_source_in_order(
    text: str, changes: list[tuple[tuple[int, int], str]], data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    view = project(text, start, end, sorted((first, last, reads) for (first, last), reads in changes))
    assert all(a[1] <= b[0] for a, b in pairwise(view.spans))
    assert all(start <= first <= last <= end for first, last in view.spans)
    stops = (*view.offsets, len(view.text))[1:]
    for offset, stop, span, same in zip(view.offsets, stops, view.spans, view.verbatim, strict=True):
        assert not same or view.text[offset:stop] == text[slice(*span)]
        assert view.span(offset, stop) == span
        assert view.point(offset) == span[0]


def test_a_view_undoes_what_stands_between_the_parts_of_a_word() -> None:
    view = project("the pro\n\n5\nletariat is", 0, 22, [(7, 11, "")])
    assert view.text == "the proletariat is"
    assert view.span(4, 15) == (4, 19)
    assert view.offset(8) == view.offset(11) == 7


def test_a_change_inside_another_or_over_the_edge_is_passed_over() -> None:
    assert project("abcdef", 0, 5, [(1, 3, "x"), (2, 3, "y"), (4, 6, "z")]).text == "axde"
