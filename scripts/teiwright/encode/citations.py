"""How a passage is cited, for programs: the paths to what has an identifier, as the text has them (Guidelines, 17.2.5.4).

A citation built along these paths is the identifier itself, so that the two cannot differ: `a2` + `-` `3` + `-p` `04`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from teiwright.findings import Refused
from teiwright.xml import TEI, local, read_xml, tei, xml_id

if TYPE_CHECKING:
    from lxml import etree

_UNITS = {"p": ("paragraph", "-p"), "quote": ("quotation", "-q"), "list": ("list", "-l"), "item": ("item", "-i")}
"""What a block is cited as, and what stands before its number; a division is cited as its type, and has a hyphen only."""

_CITED = frozenset({"div", *_UNITS})
_MIXED = "part"
"""What divisions of several types at one level are called."""


@dataclass(slots=True)
class _Level:
    """The units that stand at one path: what they are called, and what is cited inside them, by its path from there."""

    names: set[str] = field(default_factory=set)
    inner: dict[str, _Level] = field(default_factory=dict)


def citations(text: str) -> list[str]:
    """A reference declaration for each way in which a text, as it is written, can be cited: by its parts, pages and notes.

    The body comes first: some programs follow the first path only. None for a text that cannot be read back: what is wrong
    with it, validation says at its place.
    """
    try:
        root = read_xml(f'<TEI xmlns="{TEI}">{text}</TEI>'.encode(), "")
    except Refused:
        return []
    levels: dict[str, _Level] = {}
    for zone in ("body", "front", "back"):
        for part in root.iter(tei(zone)):
            _gather(part, f"/TEI/text/{zone}/", levels)
    ways = {"part": [*_structures(levels)]}
    if next(root.iter(tei("pb")), None) is not None:
        ways["page"] = ['<citeStructure unit="page" match="/TEI/text//pb" use="@n"/>']
    if next(root.iter(tei("note")), None) is not None:
        ways["note"] = ['<citeStructure unit="note" match="/TEI/text//note[@xml:id]" use="@xml:id"/>']
    return [
        line
        for name, structures in ways.items()
        if structures
        for line in _enclosed(f'refsDecl xml:id="cite-by-{name}" n="{name}"', structures)
    ]


def _gather(parent: etree._Element, path: str, levels: dict[str, _Level]) -> None:
    """Add what is cited in an element to the levels, under its path from the unit around it.

    What has no identifier of its own is passed through; what is inside a paragraph is cited by the paragraph.
    """
    for child in parent.iterchildren("*"):
        name = local(child)
        if name in _CITED and xml_id(child):
            level = levels.setdefault(path + name, _Level())
            level.names.add(_UNITS[name][0] if name in _UNITS else child.get("type") or _MIXED)
            if name != "p":
                _gather(child, "", level.inner)
        elif name not in {"p", "note"}:
            _gather(child, f"{path}{name}/", levels)


def _structures(levels: Mapping[str, _Level]) -> Iterator[str]:
    """Inner divisions come last: what begins with a letter of its own is told before what may be any number."""
    for path, level in sorted(levels.items(), key=lambda item: item[0] == "div"):
        unit = next(iter(level.names)) if len(level.names) == 1 else _MIXED
        use = 'use="@xml:id"'
        if not path.startswith("/"):
            _, delim = _UNITS.get(path.rpartition("/")[2], ("", "-"))
            use = f"use=\"replace(@xml:id, '^.*{delim}', '')\" delim=\"{delim}\""
        yield from _enclosed(f'citeStructure unit="{unit}" match="{path}" {use}', [*_structures(level.inner)])


def _enclosed(tag: str, lines: Sequence[str]) -> list[str]:
    """An element with lines in it, or an empty one."""
    if not lines:
        return [f"<{tag}/>"]
    return [f"<{tag}>", *("  " + line for line in lines), f"</{tag.partition(' ')[0]}>"]
