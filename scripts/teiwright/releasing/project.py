"""A release of the software: its version where Python reads it, in CITATION.cff and in the documentation.

`pyproject.toml` states none: the wheel takes it from the package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from teiwright.findings import Finding, Refused

if TYPE_CHECKING:
    from teiwright.releasing import Release

PACKAGE = "scripts/teiwright/__init__.py"
CITATION = "CITATION.cff"
_PLACES = {
    PACKAGE: re.compile(r'^(?P<before>__version__ = ")(?P<version>[^"\n]+)(?=")', re.M),
    CITATION: re.compile(r"""^(?P<before>version:[ ]+["']?)(?P<version>[^"'\s]+)""", re.M),
}
_SHOWN = ("docs/validation.md",)
"""Where the documentation shows how to ask for the software, by the tag of its version."""

_DATE = re.compile(r"""^(?P<before>date-released:[ ]+["']?)[^"'\s]+""", re.M)


def is_project(folder: Path) -> bool:
    """Whether a folder is a checkout of this software."""
    return (folder / "pyproject.toml").is_file() and (folder / PACKAGE).is_file()


def standing(texts: Mapping[str, str]) -> str:
    """The version that the software has now. Raises Refused (G002) when a place states none, or another one."""
    stated = {name: place.search(texts[name]) for name, place in _PLACES.items()}
    for name, match in stated.items():
        if match is None:
            raise Refused(Finding("G002", f"{name} states no version", "write one: 0.1.0", name))
    versions = {name: match["version"] for name, match in stated.items() if match}
    if versions[CITATION] != versions[PACKAGE]:
        message = f"the version is {versions[PACKAGE]} in {PACKAGE}, and {versions[CITATION]} here"
        raise Refused(Finding("G002", message, "let both state the version that was released last", CITATION))
    return versions[PACKAGE]


def read(folder: Path) -> dict[str, str]:
    """The files that state the version, by name. Raises Refused (W001) when one is missing."""
    try:
        return {name: (folder / name).read_bytes().decode("utf-8") for name in (*_PLACES, *_SHOWN)}
    except OSError as error:
        help_ = "restore it from the repository"
        raise Refused(Finding("W001", (error.strerror or str(error)).lower(), help_, str(error.filename))) from None


def with_release(texts: Mapping[str, str], release: Release) -> dict[str, str]:
    """These files with another version, and the day of the release in CITATION.cff."""
    new = dict(texts)
    tag = re.compile(rf"\bv{re.escape(standing(texts))}(?![\w+-]|\.\w)")
    for name in _SHOWN:
        new[name] = tag.sub(f"v{release.version}", new[name])
    for name, place in _PLACES.items():
        new[name] = place.sub(rf"\g<before>{release.version}", new[name])
    dated, count = _DATE.subn(rf"\g<before>{release.day}", new[CITATION])
    if not count:
        dated = re.sub(r"^version:.*$", rf"\g<0>\ndate-released: {release.day}", dated, flags=re.M)
    return {**new, CITATION: dated}
