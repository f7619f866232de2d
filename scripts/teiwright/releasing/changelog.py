"""A changelog in the form of Keep a Changelog (keepachangelog.com): read, and given a release at its top.

The rest of the file stays as it is, byte for byte: other sections, comments, links at the end, the form of line ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEADING = re.compile(
    r"^##[ \t]+\[?v?(?P<name>unreleased|[0-9][^\s\]]*)\]?(?:\([^)\s]*\))?"
    r"(?:(?P<dash>[ \t]+[-–—][ \t]+)(?P<when>[^\r\n]*?))?[ \t]*(?=\r?$)",
    re.MULTILINE | re.IGNORECASE,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPENING = """\
# Changelog

What has changed, newest first. The form is that of *Keep a Changelog*; versions follow *Semantic Versioning*.
"""


@dataclass(frozen=True, slots=True)
class Changelog:
    """A changelog, as the text of its file; empty where there is none yet."""

    text: str

    @property
    def released(self) -> dict[str, str]:
        """The date of each release that the file tells of, after ISO 8601, empty where it has none."""
        headings = [heading for heading in _HEADING.finditer(self.text) if not _waits(heading)]
        dates = (_DATE.search(heading["when"] or "") for heading in headings)
        return {heading["name"]: date[0] if date else "" for heading, date in zip(headings, dates, strict=True)}

    def with_release(self, version: str, day: str, notes: Sequence[str]) -> str:
        """The text with a release at its top, whose first words are the notes.

        What stands unreleased at the top becomes part of the release, whatever version it was meant for.
        """
        newline = "\r\n" if "\r\n" in self.text else "\n"
        text = self.text or _OPENING
        newest = _HEADING.search(text)
        dash = (newest and newest["dash"]) or " – "
        lines = [f"## [{version}]{dash}{day}", "", *("- " + note.replace("<", "\\<") for note in notes)]
        if newest is None:
            return text.rstrip() + newline.join(["", "", *lines, ""])
        entry = newline.join(lines)
        if not _waits(newest):
            return text[: newest.start()] + entry + 2 * newline + text[newest.start() :]
        below = text[newest.end() :]
        if below.lstrip().startswith("- "):  # one list, not two
            return text[: newest.start()] + entry + newline + below.lstrip()
        return text[: newest.start()] + entry + below


def _waits(heading: re.Match[str]) -> bool:
    """Whether what stands under a heading has not been released: it, or its date, is “unreleased”."""
    return "unreleased" in (heading["name"].lower(), (heading["when"] or "").lower())
