"""Parallels: quotations of what stands earlier in the same book."""

import pytest

from teiwright.model.claim import Kind

SAID = "The lamp of the harbour town was lit by the keeper at dusk, and it burned until the boats were home."
BOOK = (
    "1\nIt was long ago. {said} Nobody thought of it again for years.\n\nWe wrote: “{quoted}” That was all.\n2\nAnd so on.\n"
)


@pytest.mark.parametrize(
    ("quoted", "verdict", "differences"),
    [
        (SAID, "verbatim", ()),
        (SAID.upper(), "verbatim", ()),
        (SAID.replace(" of the harbour town", ""), "with omissions", ("“of the harbour town” is left out",)),
        (SAID.replace("dusk", "night"), "altered", ("“night” stands for “dusk”",)),
        (SAID.replace("burned", "always burned"), "altered", ("“always” is added",)),
    ],
)
def test_a_quotation_is_compared_word_by_word(quoted: str, verdict: str, differences: tuple[str, ...], read) -> None:
    reading, _ = read(BOOK.format(said=SAID, quoted=quoted))
    (parallel,) = reading.of(Kind.PARALLEL)
    assert (parallel["agreement"], parallel.evidence[1:]) == (verdict, differences)
    passage = reading.source.text[int(parallel["start"]) : int(parallel["end"])]
    assert SAID.startswith(passage) and len(passage) > 0.9 * len(SAID)
    assert len(reading.of(Kind.REMARK)) == bool(differences)


@pytest.mark.parametrize(
    "quoted",
    [
        "The lamp of the harbour town",  # too short to be sure
        "The lamp of the sea was out by the morning, and no boat came home at all that day of storms.",
        "Entirely other words stand here, none of which was ever said in this book about anything or anyone.",
    ],
)
def test_other_words_are_no_parallel(quoted: str, read) -> None:
    assert not read(BOOK.format(said=SAID, quoted=quoted))[0].of(Kind.PARALLEL)


def test_only_what_stands_before_is_a_source(read) -> None:
    source = f"1\nWe wrote: “{SAID}” That was all.\n\nIt was long ago. {SAID} Nobody thought of it.\n2\nAnd so on.\n"
    assert not read(source)[0].of(Kind.PARALLEL)
