"""The programs that made a package: teiwright, and the libraries that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version

import teiwright


@dataclass(frozen=True, slots=True)
class Software:
    """A program: its name, version, licence (SPDX), where it comes from, and what it did here."""

    name: str
    version: str
    licence: str
    address: str
    task: str


_LIBRARIES = (
    ("lxml", "BSD-3-Clause", "https://lxml.de/", "reads XML; validates with RELAX NG"),
    ("saxonche", "MPL-2.0", "https://www.saxonica.com/", "runs XSLT 3.0 and the rules of Schematron"),
    ("xmlschema", "MIT", "https://github.com/sissaschool/xmlschema", "validates with W3C XML Schema"),
    ("pyspellchecker", "MIT", "https://github.com/barrust/pyspellchecker", "its list of English words"),
)


def software() -> tuple[Software, ...]:
    """What made the package, teiwright first, each in the version that is running. Nothing is said of the machine."""
    own = Software("teiwright", teiwright.__version__, "Apache-2.0", "", "captures, structures, encodes, validates, packs")
    return (own, *(Software(name, version(name), *rest) for name, *rest in _LIBRARIES))
