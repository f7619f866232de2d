"""Ask fido, which knows PRONOM, what format files have: prints, as JSON, by file, how it knows and all that it may be.

It knows by the bytes ("signature", "container") or, where these say nothing, by the name ("extension"). Run by another
Python: `formats.py FILE …`.
"""

import json
import sys
from typing import Any

from fido.fido import Fido
from fido.versions import get_local_versions

told: dict[str, tuple[str, list[str]]] = {}


def keep(name: str, matches: list[Any], _: float, how: str = "") -> None:
    """Keep what fido finds of a file."""
    told[name] = how, sorted({form.findtext("puid") for form, _ in matches})


known = get_local_versions().pronom_signature  # the newest that it brings; its own default is an older one
judge = Fido(quiet=True, handle_matches=keep, format_files=[known])
for path in sys.argv[1:]:
    judge.identify_file(path)
json.dump(told, sys.stdout)
