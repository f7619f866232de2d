"""The rules: Schematron, compiled to a stylesheet and run over the document."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from lxml import etree

from teiwright.findings import CATALOGUE, Finding, Refused
from teiwright.saxon import StylesheetError, transformer
from teiwright.validate.document import Document, Fault
from teiwright.xml import Element, xml_id

if TYPE_CHECKING:
    from teiwright.validate.schemas import Schemas

_OTHERS = {"warning": "V013", "info": "V013"}
"""The code of what a Schematron schema of somebody else reports, by its role; V012 if it has another or none."""


def rules(document: Document, schemas: Schemas) -> Iterator[Fault]:
    """A fault for each assertion that does not hold. Raises Refused (V010) when the rules themselves fail."""
    if not schemas.rules:
        return
    for found in _report(document, schemas):
        element, attribute = _place(document.root, found.get("location", ""))
        code, message, help_ = found.get("code", ""), found.findtext("message", ""), found.findtext("help", "")
        if found.get("role") == "stopped":
            yield Fault("V010", f"the rule {code} cannot be applied: {message}", "mend what else is wrong first", element)
            continue
        if code not in CATALOGUE:
            message = f"{code} {message}".strip()
            code, help_ = _OTHERS.get(found.get("role", ""), "V012"), help_ or "the schema that the rule is of tells more"
        yield Fault(code, message, help_ + _nearest(code, message, document.root), element, attribute)


def _report(document: Document, schemas: Schemas) -> Element:
    """What the stylesheet says; where a rule stops it, what the careful one says, which is slower to start."""
    data = document.given.data
    try:
        report = transformer((schemas.rules,)).run(data)[schemas.rules].text
    except StylesheetError:
        try:
            report = transformer((schemas.careful_rules,)).run(data)[schemas.careful_rules].text
        except StylesheetError as error:
            message = f"the rules stopped: {error.message}"
            raise Refused(Finding("V010", message, "mend the Schematron schema", str(schemas.schematron_file))) from None
    return etree.fromstring(report.encode())


def _place(root: Element, path: str) -> tuple[Element, str]:
    """The element, and the attribute of it, that a path of `fn:path()` leads to: `Q{…}` there is `{…}` in lxml.

    For a text, the element behind whose tag it begins.
    """
    steps = path.replace("Q{", "{")
    steps, _, attribute = steps.partition("/@")
    found = etree.ETXPath(steps or "/*")(root)
    place = found[0] if isinstance(found, list) and found else root
    element = getattr(place, "getparent", lambda: root)() if isinstance(place, str) else place
    return element, attribute.rpartition("}")[2]


def _nearest(code: str, message: str, root: Element) -> str:
    """For a pointer that leads nowhere, the identifier that was probably meant."""
    lost = message.rpartition("#")[2].split()[0] if code == "V201" and "#" in message else ""
    near = get_close_matches(lost, sorted({xml_id(one) for one in root.iter("*")} - {""}), 1) if lost else []
    return f"; did you mean #{near[0]}?" if near else ""
