"""The profile: what one book's pages look like, as far as it cannot be inferred."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from teiwright.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Profile:
    """What a book's pages look like. Every value has a default; a plain book needs an empty file.

    language: the language pack, a BCP 47 tag.
    page_number, page_place: what the line with the page number looks like (`{n}` is the number) and where it stands.
    skipped: page numbers that the print really lacks; running_heads: lines repeated at the head of the pages.
    note_call, note_label: what a note call looks like in the text and the label before the note; no_notes: words in which
    a numeral is neither.
    division: what the book calls its main divisions (TEI `div/@type`); ids begin with its first letter.
    paragraphs: how paragraphs are marked: `measure`, `blank-line`, `indent`, or empty to infer it.
    front: the kinds of the pages before and after the numbered ones, by their inferred numbers.
    damage: signs and what they stand for, where the survey must be overruled.
    open_mark, close_mark: the book's quotation marks.
    """

    language: str = "en"
    page_number: str = "{n}"
    page_place: str = "top"
    skipped: tuple[str, ...] = ()
    running_heads: tuple[str, ...] = ()
    note_call: str = "{n}"
    note_label: str = "{n} "
    no_notes: tuple[str, ...] = ()
    division: str = "chapter"
    paragraphs: str = ""
    front: Mapping[str, str] = field(default_factory=dict)
    damage: Mapping[str, str] = field(default_factory=dict)
    open_mark: str = "“"
    close_mark: str = "”"


_KEYS: Mapping[tuple[str, str], tuple[str, type]] = {
    ("", "language"): ("language", str),
    ("pages", "number"): ("page_number", str),
    ("pages", "place"): ("page_place", str),
    ("pages", "skipped"): ("skipped", list),
    ("pages", "running-heads"): ("running_heads", list),
    ("pages", "unnumbered"): ("front", dict),
    ("notes", "call"): ("note_call", str),
    ("notes", "label"): ("note_label", str),
    ("notes", "ignore"): ("no_notes", list),
    ("divisions", "type"): ("division", str),
    ("paragraphs", "marked-by"): ("paragraphs", str),
    ("quotations", "open"): ("open_mark", str),
    ("quotations", "close"): ("close_mark", str),
    ("damage", "signs"): ("damage", dict),
}
_NAME = re.compile(r"[a-z][a-z-]*")
"""What a division or page may be called: it becomes `@type` and the beginning of ids."""

_TEMPLATES = ("page_number", "note_call", "note_label")

_CHOICES = {
    "page_place": ("top", "bottom"),
    "paragraphs": ("measure", "blank-line", "indent"),
}
_KIND: Mapping[type, str] = {str: "a string", list: "a list of strings", dict: "a table of strings"}


def read_profile(data: bytes, file: str) -> Profile:
    """Read a profile from the bytes of a TOML file.

    Raises Refused with a finding for every key that is not known and every value of the wrong kind.
    """
    try:
        text = data.decode("utf-8")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else 1
        raise Refused(Finding("P001", f"{error}", "write it as TOML 1.0, in UTF-8", file, line)) from None
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    for section, key, value in _flatten(tables):
        line = _line_of(text, key)
        if (section, key) not in _KEYS:
            findings.append(_unknown(section, key, file, line))
            continue
        name, kind = _KEYS[section, key]
        wanted = _wanted(name, kind, value)
        if wanted:
            findings.append(Finding("P003", f"{key} is not {wanted}", f"write {wanted}", file, line))
        else:
            values[name] = tuple(value) if kind is list else MappingProxyType(value) if kind is dict else value
    if findings:
        raise Refused(*findings)
    return Profile(**values)


def _flatten(tables: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    """The (section, key, value) triples of a TOML document of one level of tables."""
    triples: list[tuple[str, str, Any]] = []
    for name, value in tables.items():
        if isinstance(value, dict):
            triples += [(name, key, inner) for key, inner in value.items()]
        else:
            triples.append(("", name, value))
    return triples


def _wanted(name: str, kind: type, value: object) -> str:
    """What a value should be but is not; an empty string when it is."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
    if not isinstance(value, kind) or not all(isinstance(item, str) for item in inner):
        return _KIND[kind]
    if name in _CHOICES and value not in _CHOICES[name]:
        return " or ".join(f"“{choice}”" for choice in _CHOICES[name])
    if name == "language" and not re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", str(value)):
        return "a language tag of BCP 47, such as “en-GB”"
    if name in _TEMPLATES and str(value).count("{n}") != 1:
        return "a form with {n} in the place of the number"
    if name in ("open_mark", "close_mark") and not str(value).strip():
        return "a quotation mark"
    if name == "damage" and isinstance(value, dict) and not _one_for_one(value):
        return "a table of single signs, each with one character that it stands for and that is not damaged itself"
    if name in ("division", "front") and not all(_NAME.fullmatch(str(item)) for item in inner):
        return "a name in small letters and hyphens, such as “title-page”"
    return ""


def _one_for_one(signs: Mapping[str, str]) -> bool:
    return all(
        len(sign) == 1
        and len(reading) == 1
        and reading.isprintable()
        and reading not in signs
        and not sign.isspace()
        and not reading.isspace()
        for sign, reading in signs.items()
    )


def _unknown(section: str, key: str, file: str, line: int) -> Finding:
    known = [f"{s}.{k}".lstrip(".") for s, k in _KEYS]
    name = f"{section}.{key}".lstrip(".")
    near = get_close_matches(name, known, 1, 0.5)
    help_ = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(known)}"
    return Finding("P002", f"{name} is not a key of a profile", help_, file, line)


def _line_of(text: str, key: str) -> int:
    at = re.search(rf"^\s*(?:\[\s*)?[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, at.end()) + 1 if at else 1
