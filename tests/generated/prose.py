"""Invented English prose: sentences about a harbour town that was never anywhere, with names, quotations and note calls.

What a sentence holds is marked in it by the signs of `signs`. Words have points where a printer may divide them, as
dictionaries give them. Nothing here knows the rules of the engine: connectives, verbs and forms of quoting are those of
common English, also such as the language pack does not list.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .signs import PERSON, PERSON_END, QUOTE, QUOTE_END

PERSONS = {
    "marr": ("Ada Marr", "A. Marr", "Marr"),
    "quill": ("Tobias Quill", "Quill"),
    "hallowell": ("Edmund Hal·low·ell", "Hal·low·ell"),
    "pendergast": ("Pen·der·gast",),
    "lindqvist": ("Sofia Lind·qvist", "Lind·qvist"),
}
"""The persons of all generated books, with the forms of their names."""


def _words(text: str) -> list[str]:
    return text.split()


def _phrases(text: str) -> list[str]:
    """Phrases parted by bars and line ends."""
    return [phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip()]


_NOUNS = _words("""
    har·bour ware·house mer·chant coun·cil let·ter re·port win·ter mar·ket bridge road com·mit·tee gov·ern·ment quar·rel
    light·house sum·mer sailor boat tax price ship·ment or·der com·pany own·er vil·lage bish·op sol·dier teach·er
    news·pa·per agree·ment la·bour·er move·ment stone cus·tom trade jour·ney neigh·bour in·hab·i·tant prop·er·ty
    in·ter·est ne·go·ti·a·tion ad·min·is·tra·tion cap·tain pi·lot chan·nel is·land car·pen·ter fish·er·man har·vest war
    law pro·pos·al op·po·nent ma·jor·i·ty
""")
_ADJECTIVES = _words("""
    old new nar·row wealthy hon·est dis·tant im·por·tant care·ful pow·er·ful well-known hard-won half-built for·eign
    fa·mous qui·et dif·fi·cult mis·er·able in·de·pend·ent or·di·nary self-taught com·mon bit·ter late
""")
_VERBS = _words("""
    built sold car·ried fol·lowed ac·cept·ed re·fused de·stroyed sup·port·ed de·scribed con·sid·ered re·mem·bered paid
    for·got ex·am·ined pro·tect·ed re·placed dis·cov·ered at·tacked pre·ferred mea·sured en·cour·aged op·posed
""")
_PLACES = _phrases("""
    in the har·bour | near the bridge | in every vil·lage | at the end of the war | for many years
    with·out any doubt | in 1848 | since 1791 | in the spring of 1853 | by the same road | at the mar·ket
    for 5,000 men | on the is·land | dur·ing the win·ter | with great care | be·fore the elec·tion
    in both inward- and outward-bound trade | for a price of £20
""")
_DETERMINERS = _words("""
    the the the the a every no their our its his her this that these
""")
_LEANING = _phrases("""
    But | Yet | How·ev·er, | He | They | It | This | Nor | Mean·while | For that rea·son | There·fore
    Soon af·ter·wards | More·over, | All this | In the end | She | Then | Such | For all that | And
    Un·for·tu·nate·ly | Even so | At the same time
""")
_FREE = _phrases("""
    In the spring of 1853 | Ev·ery year | Af·ter the war | On the is·land | Among the pa·pers of the coun·cil
    Long ago | Near the bridge | Ac·cord·ing to the re·port | From 1791 on
""")
_SAID = _words("""
    said wrote ob·served de·clared re·plied asked add·ed re·marked
""")


@dataclass(frozen=True, slots=True)
class Prose:
    """A source of sentences.

    chance: what is drawn from; marks: the book's quotation marks; strays: how often a word has a stray sign at its end.
    """

    chance: Random
    marks: tuple[str, str]
    strays: float = 0.0

    def paragraph(self, sentences: int, leaning: float = 0.08) -> list[str]:
        """The sentences of a paragraph; the first seldom leans on what stands before it, the others often do."""
        return [self.sentence(0.5 if i else leaning) for i in range(sentences)]

    def sentence(self, leaning: float = 0.4) -> str:
        """A sentence that leans on the one before it with some likelihood."""
        draw = self.chance.random()
        if draw < 0.16:
            return self._quoting()
        opening = ""
        if self.chance.random() < leaning:
            opening = self.chance.choice(_LEANING)
        elif draw < 0.35:
            opening = self.chance.choice(_FREE)
        body = self._clause(opening)
        if draw > 0.6:
            body += self.chance.choice([", and", ", but", " be·cause", "; al·though", " when", ", so that", "—and per·haps"])
            body += " " + self._clause("", small=True)
        if draw > 0.9:
            body += " (" + self._noun() + ")"
        return body + self.chance.choice("......?!")

    def saying(self) -> str:
        """The end of a paragraph that announces the words of another."""
        name, said = self.name(), self.chance.choice(_SAID[:4])
        return self.chance.choice([
            f"{name} {said}:",
            f"In a let·ter to the coun·cil, {name} {said}:",
            f"{self._clause('')}, and {name} {said}:",
        ])  # fmt: skip

    def listing(self) -> str:
        """The end of a paragraph that announces a list."""
        return f"The coun·cil asked for {self.chance.choice(['these things', 'the fol·low·ing'])}:"

    def plain(self, sentences: int) -> str:
        """Sentences without quotations, such as an extract or a note may have."""
        return " ".join(self._clause("") + self.chance.choice("...!") for _ in range(sentences))

    def item(self) -> str:
        """What an item of a list has after its number."""
        return self._noun("the") + " " + self.chance.choice(_PLACES) + "."

    def name(self) -> str:
        """A mention of a person, sometimes with a form of address."""
        form = self.chance.choice(self.chance.choice(list(PERSONS.values())))
        return self.chance.choice(["", "", "", "Cap·tain ", "Mr. "]) + PERSON + form + PERSON_END

    def heading(self) -> str:
        """A head, in capitals."""
        noun, other = self.chance.sample([noun for noun in _NOUNS if "·" in noun], 2)
        return f"the {noun} and the {other}".replace("·", "").upper()

    def _quoting(self) -> str:
        """A sentence with words in marks."""
        opening, closing = self.marks
        said, name = self.chance.choice(_SAID), self.name()

        def quoted(words: str) -> str:
            return f"{QUOTE}{opening}{words}{closing}{QUOTE_END}"

        part = self._clause("", names=False)
        small = part[0].lower() + part[1:]
        other = self._clause("", small=True, names=False)
        forms = (
            f"{name} {said}: {quoted(part + '. ' + self._clause('', names=False) + '.')}",
            f"{quoted(part + ',')} {said} {name}, {quoted(other + '.')}",
            f"{name} called this {self.chance.choice(['a', 'the'])} {quoted(self._noun('').strip() + '.')}",
            f"{name} and the so-called {quoted(self._noun('').strip())} {self._verb()} {self._noun('the')}.",
            f"{quoted(part + '!')} {said} {name}.",
            f"{name} {said} that {quoted(small)} and {other}.",
            f"{name} {said}: {quoted(part + ' ' + quoted(other) + ' and ' + self._noun('the') + '.')}",
        )
        return self.chance.choice(forms)

    def _clause(self, opening: str, *, small: bool = False, names: bool = True) -> str:
        subject = self.name() if names and self.chance.random() < 0.12 else self._noun()
        if opening in ("He", "She", "They", "It"):
            words = opening
        else:
            words = f"{opening} {subject}" if opening and opening not in ("This", "Such", "All this") else opening or subject
        if opening in ("This", "Such", "All this"):
            words = f"{opening} {self._word(_NOUNS)}"
        words += f" {self._verb()} {self._noun()}"
        for _ in range(self.chance.choice([0, 1, 1, 2])):
            words += " " + self.chance.choice(_PLACES)
        if names and self.chance.random() < 0.08:
            words += f" of {self.name()}’s {self._word(_NOUNS)}"
        return words if small or not words[0].islower() else words[0].upper() + words[1:]

    def _noun(self, determiner: str | None = None) -> str:
        own = self.chance.choice(_DETERMINERS) if determiner is None else determiner
        adjective = self._word(_ADJECTIVES) + " " if self.chance.random() < 0.4 else ""
        beyond = f" of the {self._word(_NOUNS)}" if self.chance.random() < 0.2 else ""
        words = f"{adjective}{self._word(_NOUNS)}{beyond}"
        if own == "a" and words[0] in "aeiou":
            own = "an"
        return f"{own} {words}".strip()

    def _verb(self) -> str:
        return self._word(_VERBS)

    def _word(self, pool: list[str]) -> str:
        """A word, now and then with a sign that no printer set."""
        stray = self.chance.choice("~^|") if self.chance.random() < self.strays else ""
        return self.chance.choice(pool) + stray
