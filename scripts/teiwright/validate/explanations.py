"""The one use of xmlschema: why a document is refused by a W3C Schema, in words for the person who has to mend it.

xmlschema is slow to import, and slower to build a schema, so this is only asked where lxml has found a fault; the built
schema is kept in the cache.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from teiwright.cache import remembered
from teiwright.validate.document import Fault
from teiwright.xml import TEI, Element, local

_ATTRIBUTE = re.compile(r"attribute (?:\{[^}]*\})?([\w.:-]+)='(.*?)': (.*)", re.DOTALL)
_MISSING = re.compile(r"missing required attribute '(?:\{(.*?)\})?([\w.-]+)'")
_STRANGE = re.compile(r"'(?:\{[^}]*\})?([\w.-]+)' attribute not allowed")
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_MANY = 12
"""How many names are listed before the rest is counted."""


def explanations(root: Element, schema: Path, code: str) -> Iterator[Fault]:
    """A fault for each thing in a document that a W3C Schema does not allow. code: the code of the faults."""
    kinds = _descriptions(schema)
    for error in _schema(schema).iter_errors(root):
        yield _fault(error, code, kinds)


def _schema(file: Path) -> Any:
    return _built(file, tuple(other.read_bytes() for other in sorted(file.parent.glob("*.xsd"))))


@lru_cache(maxsize=2)
def _built(file: Path, beside: tuple[bytes, ...]) -> Any:
    import xmlschema

    def build() -> bytes:
        return pickle.dumps(xmlschema.XMLSchema10(str(file), defuse="always", allow="local"))

    return pickle.loads(remembered("schema.pickle", (xmlschema.__version__.encode(), *beside), build))  # noqa: S301 — own


def _fault(error: Any, code: str, kinds: Mapping[str, str]) -> Fault:
    """One error in our words: what stands there, and in the help what may."""
    element, reason = error.elem, error.reason or ""
    if type(error).__name__ == "XMLSchemaChildrenValidationError":
        return _child(error, element, code)
    if match := _ATTRIBUTE.match(reason):
        name, value, rest = match.groups()
        values = re.findall(r"'([^']*)'", rest) if "must be one of" in rest else []
        help_ = _instead(value, values, "the values are") if values else _kind(error, kinds)
        return Fault(code, f'{local(element)} cannot have {name}="{value}"', help_, element, _prefixed(error, name))
    if match := _MISSING.match(reason):
        name = f"xml:{match[2]}" if match[1] else match[2]
        datatype = getattr(error.validator.get(match[2]), "type", None)
        listed = [str(value) for value in getattr(datatype, "enumeration", None) or ()]
        help_ = f'add {name}="…"' + (f"; the values are {_listed(listed)}" if listed else "")
        return Fault(code, f"{local(element)} has no {name}", help_, element)
    if match := _STRANGE.match(reason):
        known = [str(name).rpartition("}")[2] for name in error.validator if name]
        help_ = _instead(match[1], known, f"the attributes of {local(element)} are")
        return Fault(code, f"{local(element)} cannot have the attribute {match[1]}", help_, element, match[1])
    if "character data between child elements" in reason:
        help_ = "put them into an element of their own, for instance a paragraph"
        return Fault(code, f"words stand loose in {local(element)}", help_, element)
    if "is not an element of the schema" in reason:
        help_ = f'the root is TEI, in the namespace of the TEI: <TEI xmlns="{TEI}">'
        return Fault(code, f"{element.tag} cannot be the root of a document", help_, element)
    return Fault(code, " ".join(reason.split()), _kind(error, kinds), element)


def _child(error: Any, parent: Element, code: str) -> Fault:
    expected = list(dict.fromkeys(_names(error.expected or ())))
    if not error.invalid_tag:
        return Fault(code, f"{local(parent)} is not complete", f"it must go on with {_listed(expected)}", parent)
    child = next((one for one in list(parent)[error.index :] if one.tag == error.invalid_tag), parent)
    name = error.invalid_tag.rpartition("}")[2]
    if expected:
        return Fault(code, _not_here(name, parent), _instead(name, expected, "what may stand here is"), child)
    known = sorted(set(_names(error.validator.iter_elements())))
    if name in known:
        return Fault(code, _not_here(name, parent), f"see what {local(parent)} may hold, and in what order", child)
    return Fault(code, _not_here(name, parent), _instead(name, known, f"what {local(parent)} may hold is"), child)


def _not_here(name: str, parent: Element) -> str:
    return f"{name} cannot stand here, in {local(parent)}"


def _names(elements: Iterable[Any]) -> Iterator[str]:
    for element in elements:
        if getattr(element, "local_name", None):
            yield element.local_name


def _prefixed(error: Any, name: str) -> str:
    """The attribute's name as it is written: those of XML itself have their prefix."""
    return f"xml:{name}" if "{http://www.w3.org/XML/1998/namespace}" in error.reason else name


def _instead(wrong: str, right: list[str], lead: str) -> str:
    """What may have been meant, or else what there is."""
    near = get_close_matches(wrong, right, 1, 0.7)
    meant = f"did you mean {near[0]}? " if near else ""
    return f"{meant}{lead} {_listed(right)}"


def _listed(names: list[str]) -> str:
    more = len(names) - _MANY
    return ", ".join(names[:_MANY]) + (f" and {more} more" if more > 0 else "")


def _descriptions(schema: Path) -> Mapping[str, str]:
    """What the datatypes of a schema say of themselves, by name. A built schema forgets it when it is cached."""
    types = etree.parse(schema).iterfind(f"{_XSD}simpleType[@name]")
    said = {one.get("name", ""): one.findtext(f"{_XSD}annotation/{_XSD}documentation") or "" for one in types}
    return {name: " ".join(words.split()).rstrip(".") for name, words in said.items() if words}


def _kind(error: Any, kinds: Mapping[str, str]) -> str:
    """What the datatype of a value says of itself: the nearest that has a description."""
    validator = error.validator
    while validator is not None:
        said = kinds.get((getattr(validator, "name", None) or "").rpartition("}")[2])
        if said:
            return f"what is wanted is {said}"
        validator = getattr(validator, "parent", None)
    return "look the attribute up in schema/teiwright.html"
