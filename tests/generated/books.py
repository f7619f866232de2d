"""Generated books: the file that a digitiser would have made of an invented book, and the truth about it.

The truth is recorded while the book is made: its strings are as they stand in the file, with damage undone and divided words
whole. Where a paragraph ends on a line that has no room for the next word, nothing on the page tells that it ends unless
blank lines or indents do: such a boundary is doubtful in the truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from .plans import DAMAGES, Plan, plans
from .press import Page, digitised, pages_of
from .prose import PERSONS, Prose
from .signs import PERSON, PERSON_END, call_sign, calls_in, note_of, unmarked
from .truth import Rows, truth
from .typesetter import Set, set_lines, width

TITLE = "A HISTORY OF A HARBOUR"


@dataclass(frozen=True, slots=True)
class Book:
    """A generated book.

    plan: what it was made from; source: the file; profile: what an editor would state of it, in TOML; pages: all page
    numbers, those that are inferred as well; pairs: for each page the numbers of its notes; truth: its reading; doubtful:
    how many paragraphs of how many begin where nothing on the page tells it.
    """

    plan: Plan
    source: bytes
    profile: str
    pages: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    truth: Mapping[str, Rows]
    doubtful: tuple[int, int]

    def __repr__(self) -> str:
        """The plan, from which all else follows, and the file."""
        return f"{self.plan}\n{self.source.decode()}"


def book_of(plan: Plan) -> Book:
    """The book of a plan; the same one each time."""
    chance = Random(plan.seed)  # noqa: S311 (the same book for the same plan)
    prose = Prose(chance, ("“", "”"), plan.strays / 1000)
    notes: list[list[Set]] = []
    blocks = [block for kinds in plan.chapters for block in _chapter(prose, plan, kinds, notes)]
    kinds = [kind for kind, _ in blocks]
    pages = pages_of(blocks, notes, plan)
    digitised(pages, plan, chance)
    doubtful = frozenset(_doubtful(blocks, pages, plan))
    front = _front(plan, pages, blocks)
    unnumbered = tuple(f"[{'i' * n}]" for n in range(1, len(front) + 1))
    return Book(
        plan,
        _file(pages, kinds, front, plan),
        _profile(plan),
        (*unnumbered, *(str(page.number) for page in pages)),
        tuple((str(page.number), str(number)) for page in pages for number, _, _ in page.notes),
        truth(pages, kinds, doubtful),
        (len(doubtful), kinds.count("p") + kinds.count("c")),
    )


books = plans.map(book_of)
"""Any book."""


def _chapter(prose: Prose, plan: Plan, kinds: tuple[str, ...], notes: list[list[Set]]) -> Iterator[tuple[str, list[Set]]]:
    """The blocks of a chapter, set: `h` a head, `p` a paragraph, `q` an extract, `c` what goes on after it, `i` an item.

    And `s` is a separator.
    """
    yield "h", set_lines(prose.heading(), plan.measure)
    for i, kind in enumerate(kinds):
        if kind == "s":
            if 0 < i < len(kinds) - 1:
                yield "s", set_lines("* * *", plan.measure)
            continue
        sentences = prose.paragraph(prose.chance.randint(6, 10) if kind == "l" else prose.chance.randint(1, 5))
        if kind in "qi":
            sentences.append(prose.saying() if kind == "q" else prose.listing())
        sentences = [_noted(sentence, prose, plan, notes) for sentence in sentences]
        yield "p", set_lines(" ".join(sentences), plan.measure, plan.indent)
        if kind == "q":
            extract = prose.plain(prose.chance.randint(2, 5))
            if prose.chance.random() < 0.6 and plan.many:
                extract += _note(prose, plan, notes)
            yield "q", set_lines(extract, plan.measure * plan.narrow)
            goes_on = prose.chance.random() < 0.5
            after = " ".join(prose.paragraph(prose.chance.randint(1, 4), 0.5 if goes_on else 0.08))
            yield ("c", set_lines(after, plan.measure)) if goes_on else ("p", set_lines(after, plan.measure, plan.indent))
        for n in range(1, prose.chance.randint(2, 4) + 1 if kind == "i" else 0):
            yield "i", set_lines(f"({n}) {prose.item()}", plan.measure)
        if kind == "i":
            yield "p", set_lines(" ".join(prose.paragraph(2)), plan.measure, plan.indent)


def _noted(sentence: str, prose: Prose, plan: Plan, notes: list[list[Set]]) -> str:
    """A sentence with a note call at its end, sometimes; where it announces something it has none."""
    if sentence.endswith(":") or prose.chance.randrange(100) >= plan.many:
        return sentence
    return sentence + _note(prose, plan, notes)


def _note(prose: Prose, plan: Plan, notes: list[list[Set]]) -> str:
    """A new note, set, and the sign of its call."""
    texts = (
        f"See {PERSON}Marr{PERSON_END}, pp. 12–15.",
        f"{prose.name()}, Har·bour Pa·pers, vol. 2, p. {prose.chance.randint(3, 90)}.",
        prose.plain(1),
        prose.plain(2),
    )
    notes.append(set_lines("xx " + prose.chance.choice(texts), plan.measure))
    opening = notes[-1][0]
    notes[-1][0] = Set(opening.text.removeprefix("xx "), opening.meets, opening.width)
    return call_sign(len(notes) - 1)


def _doubtful(blocks: list[tuple[str, list[Set]]], pages: list[Page], plan: Plan) -> Iterator[int]:
    """The paragraphs that begin where nothing on the page tells it: the line before is full, and nothing marks them."""
    tops = {page.lines[0].block for page in pages if page.lines[0].first}
    for at in range(1, len(blocks)):
        (before, lines), (kind, own) = blocks[at - 1], blocks[at]
        told = plan.marking == "indent" or (plan.marking == "blank-line" and at not in tops)
        word = own[0].text.split(" ")[0]
        full = lines[-1].width + width(" " + word) > plan.measure
        if kind == "p" and before in "pi" and full and not told:
            yield at


def _front(plan: Plan, pages: list[Page], blocks: list[tuple[str, list[Set]]]) -> list[list[str]]:
    """The lines of the pages before the numbered ones."""
    if not plan.front:
        return []
    front = [[TITLE, "NORTH QUAY PRESS", "WESTHAVEN 1911"]]
    if plan.front == "contents":
        heads: dict[int, tuple[str, int]] = {}
        for page in pages:
            for line in page.lines:
                if blocks[line.block][0] == "h":
                    words, number = heads.get(line.block, ("", page.number))
                    heads[line.block] = f"{words} {line.text}".strip(), number
        front.append(["CONTENTS", *(f"{words} . . . . {number}" for words, number in heads.values())])
    return front


def _file(pages: list[Page], kinds: list[str], front: list[list[str]], plan: Plan) -> bytes:
    """The file: its lines with their ends, and with the damage done to them."""
    lines = [line for page in front for line in (*page, "", "", "")]
    for page in pages:
        folio = plan.folio.replace("{n}", str(page.number))
        head = [TITLE] if plan.heading else []
        body = [*_body(page, kinds, plan), *_foot(page, plan)]
        feed = "\f" if plan.feeds and page is not pages[0] else ""
        own = [*head, folio, "", *body] if plan.place == "top" else [*head, *body, "", folio]
        lines += [feed + own[0], *own[1:]] + [""] * (plan.feeds or plan.seed % 2)
    text = "".join(line + plan.blanks + plan.ends for line in lines)
    for sign, damaged in DAMAGES[plan.damage].items():
        text = text.replace(sign, damaged)
    return text.encode()


def _body(page: Page, kinds: list[str], plan: Plan) -> Iterator[str]:
    """The lines of a page's text, with the calls in the form of the book."""
    numbers = {note: plan.notes[0].replace("{n}", str(number)) for number, note, _ in page.notes}
    previous = -1
    for line in page.lines:
        kind, apart = kinds[line.block], "hs"
        opens = line.block != previous and previous >= 0
        if opens and (plan.marking == "blank-line" or kind in apart or kinds[previous] in apart):
            yield ""
        previous = line.block
        for note in calls_in(line.text):
            assert note in numbers, "a call has strayed from its page"
        text = "".join(numbers.get(note_of(sign), sign) for sign in line.text)
        yield "    " * (plan.marking == "indent" and line.first and kind in "pi") + unmarked(text)


def _foot(page: Page, plan: Plan) -> Iterator[str]:
    """The lines of the notes of a page."""
    if page.notes and plan.gap:
        yield ""
    for number, _, foot in page.notes:
        for i, line in enumerate(foot):
            yield unmarked(plan.notes[1].replace("{n}", str(number)) * (i == 0) + line.text)


def _profile(plan: Plan) -> str:
    """The profile that an editor would write: what cannot be inferred."""
    heads = f'running-heads = ["{TITLE}"]\n' if plan.heading else ""
    marked = '[paragraphs]\nmarked-by = "blank-line"\n' if plan.marking == "blank-line" else ""
    told = plan.told or plan.damage == "own" or "—" in plan.folio  # few dashes beside the folios: no rule is sure of them
    signs = {sign: mark for mark, sign in DAMAGES[plan.damage].items()} if told else {}
    table = ", ".join(f'"{_escaped(sign)}" = "{mark}"' for sign, mark in signs.items())
    damage = f"[damage]\nsigns = {{ {table} }}\n" if signs else ""
    return (
        f'[pages]\nnumber = "{plan.folio}"\nplace = "{plan.place}"\n{heads}\n'
        f'[notes]\ncall = "{plan.notes[0]}"\nlabel = "{plan.notes[1]}"\n\n{marked}{damage}'
    )


def _escaped(sign: str) -> str:
    return f"\\u{ord(sign):04X}" if ord(sign) < 0xA0 else sign


def authority() -> bytes:
    """The authority file of all generated books."""
    entries = "".join(
        f'<person xml:id="{name}">'
        + "".join(f'<persName type="{kind}">{form.replace("·", "")}</persName>' for kind, form in _names(forms))
        + "</person>"
        for name, forms in PERSONS.items()
    )
    return f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{entries}</listPerson>'.encode()


def _names(forms: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("main", forms[0]), *(("form", form) for form in forms)]
