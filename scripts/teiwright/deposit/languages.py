"""The language of a text, as catalogues of languages number it."""

from __future__ import annotations

import re

# ISO 639-1 and ISO 639-3, side by side: the columns Part1 and Id of the code table that the registration authority of
# ISO 639-3 publishes. Each word is a code of two letters and its code of three.
_PAIRS = """
aaaar ababk aeave afafr akaka amamh anarg arara asasm avava ayaym azaze babak bebel bgbul bibis bmbam bnben bobod brbre bsbos
cacat ceche chcha cocos crcre csces cuchu cvchv cycym dadan dedeu dvdiv dzdzo eeewe elell eneng eoepo esspa etest eueus fafas
ffful fifin fjfij fofao frfra fyfry gagle gdgla glglg gngrn guguj gvglv hahau heheb hihin hohmo hrhrv hthat huhun hyhye hzher
iaina idind ieile igibo iiiii ikipk ioido isisl itita iuiku jajpn jvjav kakat kgkon kikik kjkua kkkaz klkal kmkhm knkan kokor
krkau kskas kukur kvkom kwcor kykir lalat lbltz lglug lilim lnlin lolao ltlit lulub lvlav mgmlg mhmah mimri mkmkd mlmal mnmon
mrmar msmsa mtmlt mymya nanau nbnob ndnde nenep ngndo nlnld nnnno nonor nrnbl nvnav nynya ococi ojoji omorm orori ososs papan
pipli plpol pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag shhbs sisin skslk slslv smsmo snsna
sosom sqsqi srsrp ssssw stsot susun svswe swswa tatam tetel tgtgk ththa titir tktuk tltgl tntsn toton trtur tstso tttat twtwi
tytah uguig ukukr ururd uzuzb veven vivie vovol wawln wowol xhxho yiyid yoyor zazha zhzho zuzul
"""
_CODES = {pair[:2]: pair[2:] for pair in _PAIRS.split()}

_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""Codes for what is not one language, or none that is known; those from qaa to qtz mean nothing to a stranger."""


def iso_639_3(tag: str) -> str:
    """The code of three letters for a BCP 47 tag, as in `eng` for `en-GB`; empty where none is known.

    A first subtag of three letters is a code of ISO 639-3 already (RFC 5646, section 2.2.1), unless it names a family of
    languages, which no text is written in.
    """
    first = tag.partition("-")[0].lower()
    if re.fullmatch("[a-z]{3}", first):
        return "" if first in _NO_LANGUAGE or "qaa" <= first <= "qtz" else first
    return _CODES.get(first, "")
