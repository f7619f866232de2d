"""English: verbs of saying, connectives, cues and forms of address."""

from __future__ import annotations

import re

from teiwright.language import Calendar, Citing, Language

_SAYINGS = """
    said told says say saying wrote writes write written declared declares declare declaring stated states stating asserted
    asserts asserting remarked remarks observed noted notes replied answered asked asks added argued argues claimed claims
    proclaim proclaims proclaimed announced stressed stresses emphasized pointed explained explains
    demanded warned concluded
"""

_ABBREVIATIONS = """
    mr mrs ms dr prof st sr jr rev hon gen col capt lt p pp vol vols no nos art arts ch chap fig figs sec par para ed eds
    tr trans cf op cit loc ibid viz etc e.g i.e vs ca ff
"""
_CALENDAR = """
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_CONTINUATIONS = """
    But, Even, Naturally, However, Nevertheless, Nonetheless, Yet, Still, Therefore, Thus, Hence, Consequently, Accordingly,
    So, Moreover, Furthermore, Besides, Likewise, Conversely, Otherwise, Then, And, Or, Nor, Also, In addition, In this,
    In these, In that, As a result, As to, For instance, For example, That is why, That is, Taken as a whole,
    On the other hand, On the contrary, On the whole, What is more, In fact, In a word, In other words, At the same time,
    Of course, Undoubtedly, Indeed, Here, This, These, That, Those, Such, It, He, She, They, Its, His, Her, Their, All this,
    All these, Both, Each of, Neither, Since this, Since these, Without this, Isn’t it, Isn’t this, Is it not, Is this not,
    There has never, There is no, There was no, There are no, There were no
"""
_ANAPHORA = """
    this, these, those, such, he, she, they, him, his, them, also, therefore, thus, however, further, moreover, hence, same,
    latter, former, above
"""


_MONTHS = """
    January February March April May June July August September October November December
"""
_NUMBERS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_BEFORE_YEAR = "in since until till by of from to for after before around about during year early late and"
_ABOUT = "more than, less than, over, under, nearly, almost, about, some, a little over"


def _calendar() -> Calendar:
    """English dates: 5 April 1956, April 5, 1956, April 1956, 1956; from 1924 to 1927, 1931–1934; ten years."""
    names = _MONTHS.split()
    months = {name: number for number, name in enumerate(names, 1)}
    months |= {name[:3]: number for name, number in months.items()} | {"Sept": 9}
    numbers = {word: number for number, word in enumerate(_NUMBERS.split(), 1)}
    numbers |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    numbers |= {"a": 1, "an": 1, "hundred": 100, "thousand": 1000}
    units = {
        "day": ("D", 1),
        "week": ("D", 7),
        "month": ("M", 1),
        "year": ("Y", 1),
        "decade": ("Y", 10),
        "century": ("Y", 100),
    }
    units |= {f"{name}s": value for name, value in units.items() if name != "century"} | {"centuries": ("Y", 100)}
    short = "|".join(sorted({name[:3] for name in names} | {"Sept"}, key=len, reverse=True))
    month, year = rf"(?P<month>{'|'.join(names)}|(?:{short})\.)", r"(?P<year>1[0-9]{3}|20[0-9]{2})"
    month2, year2 = month.replace("<month>", "<month2>"), year.replace("<year>", "<year2>")
    day = r"(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)?"
    word = rf"(?:{'|'.join(sorted(numbers, key=len, reverse=True))}|[0-9][0-9,]*)"
    led_to = "|".join(rf"(?<=\b{word}\s)|(?<=\b{word.capitalize()}\s)" for word in _BEFORE_YEAR.split())
    about = "|".join(words.strip() for words in _ABOUT.split(","))
    number = rf"(?<!several )(?<!many )(?<!few )(?:(?:{about}) )?(?!one day\b)(?P<number>{word}(?:[ -]{word})*)"

    def form(pattern: str, why: str) -> tuple[re.Pattern[str], str]:
        return re.compile(rf"(?<![\w.,/-]){pattern}(?![\w/]|[.,-][0-9])".replace(" ", r"\s")), why

    return Calendar(
        months=months,
        forms=(
            form(rf"from {month} {year} to {month2} {year2}", "a stretch of time between two months"),
            form(rf"(?:from|between|From|Between) {year} (?:to|and) {year2}", "a stretch of time between two years"),
            form(rf"{year}[-–](?P<year2>[0-9]{{2}}(?:[0-9]{{2}})?)", "two years with a dash between them"),
            form(rf"{month} {day},? {year}", "a month, a day and a year"),
            form(rf"{day} {month},? {year}", "a day, a month and a year"),
            form(rf"{month},? {year}", "a month and a year"),
            form(
                rf"{day} {month} (?:of )?(?P<relative>(?:this|last) year)",
                "a day and a month of a year that counts from that of the text",
            ),
            form(
                rf"{month} {day} (?P<relative>(?:this|last) year)",
                "a month and a day of a year that counts from that of the text",
            ),
            form(
                rf"{month} (?:of )?(?P<relative>(?:this|last) year)", "a month of a year that counts from that of the text"
            ),
            form(rf"(?:{led_to}){year}", "four figures that a preposition leads to"),
            form(rf"(?:(?<=,\s)|(?<=\()){year}(?=[,)])", "four figures between commas or in parentheses"),
            form(rf"{number} (?P<unit>{'|'.join(sorted(units, key=len, reverse=True))})", "a number of units of time"),
        ),
        anchor=re.compile(rf"[12][0-9]{{3}}|\b(?:{'|'.join(units)})\b"),
        numbers=numbers,
        units=units,
        relative={"this year": 0, "last year": -1},
    )


def _citing() -> Citing:
    """English citations: Vol. II, Part 2, Moscow, 1952, pp. 227-28; Ibid.; op. cit."""
    number = r"(?P<from>[0-9]+|[IVXLCivxlc]+)(?:\s?[-–—]\s?(?P<to>[0-9]+|[IVXLCivxlc]+))?"

    def scope(words: str, unit: str) -> tuple[re.Pattern[str], str]:
        return re.compile(rf"(?:{words})\s?{number}"), unit

    return Citing(
        scopes=(
            scope(r"[Vv]ols?\.|[Vv]olumes?", "volume"),
            scope(r"[Pp]arts?|[Pp]t\.", "part"),
            scope(r"[Bb]ook|[Bb]k\.", "book"),
            scope(r"[Cc]h(?:ap)?s?\.|[Cc]hapters?", "chapter"),
            scope(r"[Ss]ec(?:t)?s?\.|[Ss]ections?|§§?", "section"),
            scope(r"[Nn]os?\.|[Ii]ssue", "issue"),
            scope(r"pp?\.|[Pp]ages?", "page"),
            scope(r"ll?\.|[Ll]ines?", "line"),
        ),
        ibidem=re.compile(r"[Ii]bid(?:em|\.)?|[Ll]oc\. cit\."),
        opere=re.compile(r"op\. ?cit\."),
        opening=re.compile(r"(?:See also|See|Cf\.|Compare|Quoted (?:in|from|by)|From)\s+"),
        joining=re.compile(r"\s+(?:and|&)\s+"),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _alternatives(phrases: str) -> str:
    """Phrases parted by commas as alternatives of a pattern, the longest first."""
    return "|".join(sorted((re.escape(" ".join(p.split())) for p in phrases.split(",")), key=len, reverse=True))


PACK = Language(
    tag="en",
    sayings=_words(_SAYINGS),
    announcement=re.compile(
        r"\b(?:said|says|wrote|writes|written|declared|declares|stated|states|asserted|remarked|observed|replied|answered"
        r"|asked|added|argued|follows|following|above|below|reads?|runs|words|passage|letter)\b[^.:]{0,60}:$"
        r"|\b(?:in|from|of) (?:his|her|their|the|an?) (?:book|article|speech|letter|report|essay|work)\b[^:]{0,90}:$",
    ),
    continuation=re.compile(rf"(?:{_alternatives(_CONTINUATIONS)})\b"),
    anaphora=re.compile(rf"\b(?:{_alternatives(_ANAPHORA)})\b"),
    so_called=re.compile(r"\b(?:so-called|self-styled|alleged|supposed|would-be)(?:\s+\w+)?\s*$"),
    mention=re.compile(
        r"\b(?:(?:term|word|phrase|expression|slogan|name|concept|notion|principle|formula)s?(?: of)?"
        r"|named|calls?|called|known as|described (?:[\w’-]+ ){0,3}as|describe (?:[\w’-]+ )?as|labelled(?: [\w’-]+){0,8}"
        r"|dub(?:bed)?(?: [\w’-]+){0,4}|speaks? of|spoke of|talks? of)\s*(?:the\s*)?$",
    ),
    titled=re.compile(r"\b(?:[Ii]n|[Ss]ee|[Cc]f\.|article|book|pamphlet|essay|entitled|titled|novel|report|speech)\s*$"),
    roles=(
        "Comrade", "Comrades", "Mr.", "Mrs.", "Miss", "Dr.", "Professor", "President", "Vice-President", "Chairman",
        "Premier", "Prime Minister", "General", "Marshal", "Colonel", "Captain", "King", "Queen", "Emperor", "Sir", "Lord",
        "Lady", "Saint", "Pope", "Father", "Citizen",
    ),
    contents=frozenset({"contents", "table of contents"}),
    publishers=re.compile(r"\b(?:press|publishers?|publishing|verlag|books|printers?|company|& co|& sons)\b", re.IGNORECASE),
    function_words=_words("the a an of and or but with from that which who this these those"),
    suspending=_words("and or nor to as by but"),
    abbreviations=_words(_ABBREVIATIONS),
    calendar=_words(_CALENDAR),
    dates=_calendar(),
    signed_insertion=re.compile(r"[(\[][^()\[\]]{0,80}?\s?[—–-]\s?(?:Eds?|Trans|Tr|Author|Auth)\.?[)\]]"),
    pronouns="he|she|they",
    finite=_words("may can could will would must should might is are was were has have had does do did"),
    citing=_citing(),
    indefinite=_words("a an any each every no another one some which what"),
    closing=_words("etc jr sr ff no nos art arts fig figs par sec"),
    clitics=re.compile(r"(?i:n[’']t|[’'](?:s|re|ve|ll|d|m)?)$"),
)  # fmt: skip
