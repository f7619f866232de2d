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


def software() -> tuple[Software, ...]:
    """What made the package, teiwright first, each in the version that is running. Nothing is said of the machine."""
    task = "captures, structures, encodes, validates, packs"
    reads, runs = "reads XML; validates with RELAX NG", "runs XSLT 3.0 and the rules of Schematron"
    making, checking, deriving = Step.CONVERSION, Step.VALIDATION, Step.DERIVATION
    return (
        Software("teiwright", teiwright.__version__, "Apache-2.0", "", task, tuple(Step)),
        _library("lxml", "BSD-3-Clause", "https://lxml.de/", reads, making, checking, deriving),
        _library("saxonche", "MPL-2.0", "https://www.saxonica.com/", runs, checking, deriving),
        _library("xmlschema", "MIT", "https://github.com/sissaschool/xmlschema", "validates with W3C XML Schema", checking),
        _library("pyspellchecker", "MIT", "https://github.com/barrust/pyspellchecker", "gives a list of English words", making),
    )


def _library(name: str, licence: str, address: str, task: str, *steps: Step) -> Software:
    return Software(name, version(name), licence, address, task, steps)
