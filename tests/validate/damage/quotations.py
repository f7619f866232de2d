"""Damage to quotations, their marks, and to corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .edition import ID, Edition
from .kinds import Damage, kind
from .nodes import Edit, Node

_NAMES = ("quote", "said", "q", "soCalled", "mentioned")
_BLOCKS = ("p", "head", "item", "ab", "note", "lg")


def _quotations(edition: Edition) -> list[Node]:
    """The quotations within marks, each with its first and last sign being one."""
    return [one for one in edition.printed(*_NAMES) if re.fullmatch("“.*”", edition.words(one), re.DOTALL)]


def _all_marks_are_kept(edition: Edition) -> bool:
    return any(one.get("marks") == "all" for one in edition.all("quotation"))


def _block(node: Node) -> Node:
    return next(one for one in (node, *node.around) if one.name in _BLOCKS)


@kind("V401", "V403")
def a_quotation_loses_its_first_mark(edition: Edition) -> Iterator[Damage]:
    for one in _quotations(edition):
        at = edition.text.index("“", one.inside)
        yield Damage([Edit(at, at + 1, "")], {"V401": [one.start], "V403": [_block(one).start]}, elsewhere=True)


@kind("V401", "V403")
def a_quotation_loses_its_last_mark(edition: Edition) -> Iterator[Damage]:
    for one in _quotations(edition):
        at = edition.text.rindex("”", 0, one.close)
        yield Damage([Edit(at, at + 1, "")], {"V401": [one.start], "V403": [_block(one).start]}, elsewhere=True)


@kind("V401")
def the_first_mark_gets_out_of_a_quotation(edition: Edition) -> Iterator[Damage]:
    for one in _quotations(edition) if _all_marks_are_kept(edition) else ():
        at = edition.text.index("“", one.inside)
        yield Damage([Edit(one.start, one.start, "“"), Edit(at, at + 1, "")])


@kind("V401")
def the_last_mark_gets_out_of_a_quotation(edition: Edition) -> Iterator[Damage]:
    for one in _quotations(edition) if _all_marks_are_kept(edition) else ():
        at = edition.text.rindex("”", 0, one.close)
        yield Damage([Edit(at, at + 1, ""), one.after("”")], {"V401": [one.start]}, elsewhere=True)


@kind("V401", "V403")
def a_mark_is_turned_round(edition: Edition) -> Iterator[Damage]:
    for mark, start, end, node, _ in edition.find("[“”]"):
        turned = "”" if mark == "“" else "“"
        told = {"V403": [_block(node).start], "V401": [node.start]}
        yield Damage([Edit(start, end, turned)], told, elsewhere=True)


@kind("V403")
def a_mark_is_one_too_many(edition: Edition) -> Iterator[Damage]:
    for _, start, _, node, _ in edition.find(r"(?<= )(?=\w)|(?<=\w)(?= )"):
        blocks = [one for one in (node, *node.around) if one.name in _BLOCKS]
        if blocks and not node.within("choice") and node.name not in {"fw", "choice"}:
            mark = "“" if edition.text[start - 1] == " " else "”"
            yield Damage([Edit(start, start, mark)], {"V403": [blocks[0].start]}, elsewhere=True)


@kind("V401")
def words_without_marks_are_said_to_be_quoted(edition: Edition) -> Iterator[Damage]:
    for words, start, end, node, _ in edition.find(r"(?<= )[^\W\d_]{3,} [^\W\d_]{3,}(?= )"):
        if node.name == "p" and _all_marks_are_kept(edition):
            name = edition.lot(start).choice(["quote", "q", "soCalled", "mentioned"])
            yield Damage([Edit(start, end, f'<{name} xml:id="{node.get(ID)}-q99">{words}</{name}>')])


@kind("V406")
def a_quotation_is_marked_twice(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed(*_NAMES):
        if not one.get("rend"):
            yield Damage([Edit(one.start, one.start, "<quote>"), one.after("</quote>")])


@kind("V404")
def a_block_quotation_does_not_say_so(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("quote"):
        if one.get("rend"):
            yield Damage([one.drop("rend")])


@kind("V404")
def a_quotation_within_a_line_is_said_to_be_a_block(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("quote"):
        if not one.get("rend"):
            yield Damage([one.put("rend", "block")])


@kind("V405")
def speech_has_no_speaker(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("said"):
        if one.get("who"):
            yield Damage([one.drop("who")])
    for one in edition.printed("quote", "q"):
        if not (one.get("rend") or one.get("next") or one.get("prev")):
            yield Damage(one.rename("said"))


@kind("V402")
def the_header_denies_the_marks(edition: Edition) -> Iterator[Damage]:
    for one in edition.all("quotation"):
        yield Damage([one.put("marks", "none")], {"V402": [q.start for q in _quotations(edition)]}, elsewhere=True)


@kind("V102")
def words_stand_loose_in_a_block_quotation(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("quote"):
        if one.get("rend"):
            at = edition.lot(one.start).choice([one.inside, one.close])
            yield Damage([Edit(at, at, "Loose words.")], {"V102": [one.start]}, elsewhere=True)


@kind("V002")
def a_choice_is_empty(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("choice"):
        yield Damage([one.fill("")], {"V002": [one.start]})


@kind("V002")
def a_choice_has_one_reading_only(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("sic", "orig", "corr", "reg"):
        yield Damage([one.cut()])


@kind("V002")
def a_choice_loses_its_tags(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("choice"):
        yield Damage(one.unwrap())


@kind("V004", of_text=True)
def a_correction_is_left_without_what_it_corrects(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("corr", "reg"):
        assert one.parent
        yield Damage([Edit(one.parent.start, one.parent.end, edition.content(one))])


@kind("V111")
def both_readings_are_the_same(edition: Edition) -> Iterator[Damage]:
    wrong = edition.printed("sic", "orig")
    for one, right in zip(wrong, edition.printed("corr", "reg"), strict=True):
        assert one.parent
        first, second = edition.lot(one.start).choice([(one, right), (right, one)])
        yield Damage([first.fill(edition.content(second))], {"V111": [one.parent.start]})


@kind("V002")
def the_readings_of_a_choice_are_exchanged(edition: Edition) -> Iterator[Damage]:
    for one, right in zip(edition.printed("sic", "orig"), edition.printed("corr", "reg"), strict=True):
        yield Damage([Edit(one.start, right.end, edition.whole(right) + edition.whole(one))])


@kind("V002")
def a_correction_has_nobody_responsible(edition: Edition) -> Iterator[Damage]:
    for one in edition.printed("corr", "reg", "supplied"):
        yield Damage([one.drop("resp")])


@kind("V607")
def the_header_calls_a_correction_silent(edition: Edition) -> Iterator[Damage]:
    for name, inside in (("correction", "corr"), ("normalization", "reg")):
        for one in edition.all(name):
            choices = [right.parent.start for right in edition.printed(inside) if right.parent]
            if one.get("method") == "markup" and choices:
                yield Damage([one.put("method", "silent")], {"V607": choices}, elsewhere=True)


@kind("V110")
def a_quotation_takes_the_identifier_of_another_paragraph(edition: Edition) -> Iterator[Damage]:
    quotes = [one for one in _quotations(edition) if one.get(ID)]
    paragraphs = [one.get(ID) for one in edition.printed("p") if one.get(ID)]
    for one in quotes:
        own = next(around.get(ID) for around in one.around if around.get(ID))
        other = edition.lot(one.start).choice([name for name in paragraphs if name != own])
        yield Damage(edition.renamed(one, f"{other}-q99"))
