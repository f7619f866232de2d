"""Insertions into quotations."""

import pytest

from teiwright.model.claim import Kind


@pytest.mark.parametrize(
    ("text", "inserted"),
    [
        ("Marr said: “The lamp [of Lorn] is lit.”", ["[of Lorn]"]),
        ("Marr said: “The lamp is lit (?) again (!) now.”", ["(?)", "(!)"]),
        ("Marr said: “The lamp (of Lorn—Ed.) is lit.”", ["(of Lorn—Ed.)"]),
        ("Marr said: “The lamp (i.e. the old one) is lit.”", []),
        ("The lamp [of Lorn] is lit (?) again.", []),
        ("the so-called “lamp (?)” of Lorn", []),
    ],
)
def test_what_the_quoting_author_put_in_is_told_from_what_is_quoted(text: str, inserted: list[str], read) -> None:
    reading, _ = read(f"1\n{text}\n2\nAnd so on.\n")
    assert [reading.source.text[c.start : c.end] for c in reading.of(Kind.INSERTION)] == inserted
