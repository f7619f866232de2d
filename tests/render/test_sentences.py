"""Where a sentence ends, and where a token does. A bar stands for each cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiwright.language import load_language
from teiwright.render import render
from teiwright.render.sentences import sentences
from teiwright.render.tokens import tokens

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, UNKNOWN = load_language("en"), load_language("tlh")

SENTENCES = [
    "He came.|She went.",
    "“He came?” said she, and he came!|“Fine!”|She went.",
    "He said “no.”|The answer (it was long.)|[So it stood.]|Then he left.",
    "The 20th Congress of 1956.|In 1957 it was over.",
    "See p. 5 of Vol. II, No. 3.|So it was.",
    "V. I. Lenin and A. Marr met Dr. Quill in St. Ives.|They spoke.",
    "Pens, ink, etc. were sold.|Paper, etc.|The rest, etc., was lost.",
    "He said no.|The rest said yes.|See no. 5 and fig. 2.",
    "The U.S. Senate met.|It left the U.S.|It came back.",
    "from the masses (i.e. the many) to the masses.|So.",
    "It is . . . the duty.|It is over. . . .|Then it began ... again.|So… it ended.",
    "2. Two rules.|The first.",
    "II. The war.|The peace.",
    "He asked: What is to be done?|Nothing.",
    "It cost 1.5 and 2.25.|It rained.",
    "Washington D.C. where he lived.|A new line — here.|— And there.",
    "no capital. and none here",
    "",
]
TOKENS = [
    ("Lenin’s word isn’t one’s own", "Lenin ’s word is n’t one ’s own"),
    ("the Parties’ line, don't they'll", "the Parties ’ line , do n't they 'll"),
    ("It is “no.”", "It is “ no . ”"),
    ("Pens, etc., and p. 5 (Vol. II)", "Pens , etc. , and p. 5 ( Vol. II )"),
    ("V. I. Lenin, U.S.", "V. I. Lenin , U.S."),
    ("self-criticism 1931–1934 597-98 20th", "self-criticism 1931 – 1934 597-98 20th"),
    ("2,215 1.5 12:30 5.", "2,215 1.5 12:30 5 ."),
    ("a dash—and . . . dots... wait!!", "a dash — and . . . dots ... wait !!"),
    ("naïve café हिन्दी 漢字。", "naïve café हिन्दी 漢字 。"),
    ("(?) [a|b] x_y", "( ? ) [ a | b ] x _ y"),
]


@pytest.mark.parametrize("case", SENTENCES)
def test_a_sentence_ends_here(case: str) -> None:
    text = case.replace("|", " ")
    assert "|".join(text[a:b] for a, b in sentences(text, ENGLISH)) == case


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_these_are_the_tokens(text: str, expected: str) -> None:
    assert [text[a:b] for a, b in tokens(text, ENGLISH)] == expected.split()


def test_a_language_without_a_pack_has_no_abbreviations() -> None:
    assert [*sentences("See p. Five.", UNKNOWN)] == [(0, 6), (7, 12)]
    assert [*sentences("V. I. Lenin", UNKNOWN)] == [(0, 11)]
    assert [*tokens("one’s p.", UNKNOWN)] == [(0, 5), (6, 7), (7, 8)]


@pytest.fixture(scope="module", params=["book", "rarities", "hedp"])
def edition(request: pytest.FixtureRequest) -> tuple[str, list[list[str]], bytes]:
    """The corpus text, the sentences of the CoNLL-U file as lines, and the TEI."""
    small = Path(__file__).parent / f"{request.param}.xml"
    tei = (small if small.is_file() else ROOT / "tei/hedp/hedp.xml").read_bytes()
    made = render(tei, ["corpus", "tokens"], ROOT / "xslt", "book")
    text = made["corpus"]["book.corpus.txt"].decode()
    conllu = made["tokens"]["book.conllu"].decode()
    assert conllu.endswith("\n\n")
    return text, [part.split("\n") for part in conllu.removesuffix("\n\n").split("\n\n")], tei


def rows(sentence: list[str]) -> list[list[str]]:
    return [line.split("\t") for line in sentence if not line.startswith("# ")]


def misc(row: list[str]) -> dict[str, str]:
    return dict(item.split("=", 1) for item in row[9].split("|"))


def test_the_tokens_build_the_text_again(edition) -> None:
    text, found, _ = edition
    lines: list[str] = []
    for sentence in found:
        said = next(line for line in sentence if line.startswith("# text = ")).removeprefix("# text = ")
        built = ""
        for number, row in enumerate(rows(sentence), 1):
            assert len(row) == 10
            assert row[0] == str(number)
            assert row[2:9] == ["_"] * 7
            start, _, end = misc(row)["TokenRange"].partition(":")
            assert text[int(start) : int(end)] == row[1]
            built += row[1] + misc(row).get("SpacesAfter", "" if misc(row).get("SpaceAfter") == "No" else " ")
        assert built.rstrip(" ") == said
        if any(line.startswith("# newpar") for line in sentence):
            lines.append(said)
        else:
            lines[-1] += f" {said}"
    assert "\n".join(lines) + "\n" == text


def test_ids_are_unique_and_lead_to_the_edition(edition) -> None:
    _, found, tei = edition
    ids = [line.split(" = ")[1] for sentence in found for line in sentence if line.startswith("# sent_id")]
    assert len(ids) == len(set(ids)) == len(found)
    blocks = [line.split(" = ")[1] for sentence in found for line in sentence if line.startswith("# newpar id")]
    assert blocks
    for id_ in {*blocks, *(id_.rpartition(".s")[0] for id_ in ids)} - {""}:
        assert f'xml:id="{id_}"'.encode() in tei


def test_names_are_those_of_the_tei(edition) -> None:
    """As many names begin as there are in the text, each level goes on only after a beginning, and is of whole tokens."""
    _, found, tei = edition
    begun = 0
    for sentence in found:
        before: list[str] = []
        for row in rows(sentence):
            levels = misc(row).get("NER", "").split(",") if "NER" in misc(row) else []
            refs = misc(row).get("Ref", ",".join("_" for _ in levels)).split(",") if levels else []
            assert len(refs) == len(levels)
            assert all(f'xml:id="{ref}"'.encode() in tei for ref in "+".join(refs).split("+") if ref not in ("", "_"))
            begun += sum(level.startswith("B-") for level in levels)
            going = [level[2:] for level in levels if level.startswith("I-")]
            assert len(going) <= len(before)
            assert all(kind in before for kind in going)
            before = [level[2:] for level in levels]
    corpus = render(tei, ["annotations"], ROOT / "xslt", "book")["annotations"]["book.annotations.jsonld"].decode()
    kinds = ("person", "organization", "place", "event", "work")
    assert begun == sum(
        corpus.count(f'"value": "{kind}", "format": "text/plain", "purpose": "classifying"') for kind in kinds
    )
