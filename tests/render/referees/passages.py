"""Ask dapytains, which makes text services of TEI, what an edition can be cited by and what each citation leads to.

Prints, as JSON, for each tree its units in order and, by reference, the passage as TEI. It follows the first path of each
tree only. Run by another Python: `passages.py edition.xml`.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

from dapytains.tei.document import Document
from lxml import etree


def flat(units: list[Any]) -> Iterator[Any]:
    """Units, each before those inside it."""
    for unit in units:
        yield unit
        yield from flat(unit.children)


document = Document(sys.argv[1])
told = {}
for tree in document.citeStructure:
    units = [*flat(document.get_reffs(tree))]
    told[tree] = {
        "units": [[unit.ref, unit.citeType, unit.level, unit.parent] for unit in units],
        "passages": {unit.ref: etree.tostring(document.get_passage(unit.ref, tree=tree), encoding=str) for unit in units},
    }
json.dump({"default": document.default_tree, "trees": told}, sys.stdout)
