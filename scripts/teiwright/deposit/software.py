"""The programs that made a package: teiwright, and the libraries that it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

import teiwright


class Step(StrEnum):
    """The steps from a source to a package, in order."""

    CONVERSION = "conversion"
    VALIDATION = "validation"
    DERIVATION = "derivation"
    PACKAGING = "packaging"


@dataclass(frozen=True, slots=True)
class Software:
    """A program: its name, version, licence (SPDX), where it comes from, what it did here, and in which steps."""

    name: str
    version: str
    licence: str
    address: str
    task: str
    steps: tuple[Step, ...]


_MAKES, _CHECKS, _DERIVES = Step.CONVERSION, Step.VALIDATION, Step.DERIVATION
_LIBRARIES = {
    "lxml": ("BSD-3-Clause", "https://lxml.de/", "reads XML; validates with RELAX NG", (_MAKES, _CHECKS, _DERIVES)),
    "saxonche": ("MPL-2.0", "https://www.saxonica.com/", "runs XSLT 3.0 and Schematron", (_CHECKS, _DERIVES)),
    "xmlschema": ("MIT", "https://github.com/sissaschool/xmlschema", "validates with W3C XML Schema", (_CHECKS,)),
    "pyspellchecker": ("MIT", "https://github.com/barrust/pyspellchecker", "gives a list of English words", (_MAKES,)),
}


def software() -> tuple[Software, ...]:
    """What made the package, teiwright first, each in the version that is running. Nothing is said of the machine."""
    task = "captures, structures, encodes, validates, packs"
    own = Software("teiwright", teiwright.__version__, "Apache-2.0", "", task, tuple(Step))
    return (own, *(Software(name, version(name), *told) for name, told in _LIBRARIES.items()))
