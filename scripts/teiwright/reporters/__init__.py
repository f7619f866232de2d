"""Reporters: how what was found is told, to a person, an editor, a program or a service. One module for each form.

A reporter takes a report and how much a finding must matter to be told, and gives text. It prints nothing, and reads nothing
but what the project says itself: the essays on codes, and stylesheets. What was waived is told however little it matters, in
every form that has a place for it. `quoting` keeps the words of a document from doing harm.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiwright.findings import Severity
    from teiwright.validate import Report


def reported(name: str, report: Report, threshold: Severity) -> str:
    """A report in the form that is called `name`, which is one of `teiwright.REPORTS`."""
    text: str = import_module(f"{__name__}.{name}").text(report, threshold)
    return text


def explanation(code: str) -> str:
    """The essay on a code, in Markdown; empty where there is none."""
    from teiwright.explaining import essay
    from teiwright.findings import Refused

    try:
        return essay(code)
    except Refused:
        return ""
