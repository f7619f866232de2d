"""English: verbs of saying, connectives, cues and forms of address."""

from __future__ import annotations

import re

from teiwright.language import Language

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
)  # fmt: skip
