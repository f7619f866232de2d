"""Ids: a function of the structure, readable aloud (`a2-3-p04-q1`, `n-051-2`, `pg-051`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from teiwright.model.claim import Claim, Kind

if TYPE_CHECKING:
    from teiwright.model.nesting import Node

_PART = {
    Kind.PARAGRAPH: "p{:02}", Kind.BLOCK_QUOTATION: "q{}", Kind.LIST: "l{}", Kind.ITEM: "i{}", Kind.ENTRY: "i{}",
    Kind.SEPARATOR: "s{}", Kind.QUOTATION: "q{}", Kind.CITATION: "b{}", Kind.DIVISION: "{}",
}  # fmt: skip
_PASSED_OVER = frozenset({Kind.TITLE_PAGE, Kind.TITLE, Kind.IMPRINT, Kind.HEAD})
"""Kinds that have no id of their own: what is in them counts on from what encloses them."""

Key = tuple[Kind, int, int]


def key(claim: Claim) -> Key:
    """What a claim is found by: its kind and span."""
    return claim.kind, claim.start, claim.end


def document_id(name: str) -> str:
    """The id of a document from the name of its folder, which may hold what an XML name may not."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "-", name)
    return safe if safe[:1].isalpha() else f"edition-{safe}"


def page_id(n: str) -> str:
    """The id of a page from its number as printed or inferred: `5` → `pg-005`, `[iii]` → `pg-iii`."""
    number = n.strip("[]")
    return f"pg-{int(number):03}" if number.isdigit() else f"pg-{number}"


def note_id(claim: Claim) -> str:
    """The id of a note, or of the note of a call: its page and number."""
    return f"n-{page_id(claim['page']).removeprefix('pg-')}-{claim['n']}"


def ids_of(roots: Sequence[Node], notes: Iterable[Node], pages: frozenset[str], division: str) -> Mapping[Key, str]:
    """The ids of the claims in the text and in its notes.

    pages: the numbers of its pages; division: the
    book's word for its main divisions.
    """
    ids: dict[Key, str] = {}
    letters = {"front": "f", "body": "d" if division[:1] in "fb" else division[0], "back": "b"}
    for root in roots:
        if root.claim.kind is Kind.ZONE:
            _number(root, letters[root.claim["name"]], ids, Counter(), "")
    for note in notes:
        _number(note, note_id(note.claim), ids, Counter(), "-")
    return ids | _targets(roots, ids, pages)


def _targets(roots: Sequence[Node], ids: Mapping[Key, str], pages: frozenset[str]) -> dict[Key, str]:
    """The ids that the references of a list of contents lead to."""
    divisions, references, pending = dict[str, str](), list[Claim](), list(roots)
    while pending:
        node = pending.pop()
        pending += node.children
        if node.claim.kind is Kind.DIVISION and node.claim["level"] == "1" and node.claim["n"]:
            divisions[node.claim["n"]] = ids[key(node.claim)]
        elif node.claim.kind is Kind.REFERENCE:
            references.append(node.claim)
    targets = {}
    for claim in references:
        page = claim.get("page")
        target = divisions.get(claim.get("division")) if not page else page_id(page) if page in pages else None
        if target:
            targets[key(claim)] = target
    return targets


def _number(node: Node, prefix: str, ids: dict[Key, str], counts: Counter[str], joint: str) -> None:
    for child in node.children:
        _one(child, prefix, ids, counts, joint)


def _one(node: Node, prefix: str, ids: dict[Key, str], counts: Counter[str], joint: str) -> None:
    claim = node.claim
    if claim.kind in _PASSED_OVER:
        _number(node, prefix, ids, counts, joint)
    elif claim.kind in _PART:
        pattern = _PART[claim.kind]
        counts[pattern] += 1
        own = prefix + (joint if joint or claim.kind is Kind.DIVISION else "-") + pattern.format(counts[pattern])
        ids[key(claim)] = own
        _number(node, own, ids, Counter(), "-")
    else:
        _number(node, prefix, ids, counts, joint)
