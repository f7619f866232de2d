"""Pointers: every `#id` leads to an element of the document."""

from __future__ import annotations

from difflib import get_close_matches

from teiwright.findings import Finding
from teiwright.xml import Element, local, xml_id

_POINTING = frozenset(
    {"ref", "target", "who", "resp", "source", "corresp", "sameAs", "next", "prev", "rendition", "ana", "decls"}
)


def pointers(root: Element, file: str) -> list[Finding]:
    """A finding for each local pointer whose target does not exist, with the nearest id that does."""
    ids = {xml_id(element) for element in root.iter("*")} - {""}
    findings = []
    for element in root.iter("*"):
        for name, value in element.items():
            for pointer in value.split() if name in _POINTING else ():
                if pointer.startswith("#") and pointer[1:] not in ids:
                    near = get_close_matches(pointer[1:], sorted(ids), 1)
                    help_ = f"the nearest id is {near[0]}" if near else "give the target an xml:id"
                    message = f"{local(element)}/@{name} points to {pointer}, which does not exist"
                    findings.append(Finding("V003", message, help_, file, element.sourceline or 0))
    return findings
