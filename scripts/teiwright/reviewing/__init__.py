"""Reviewing: every claim that an editor can weigh, the doubtful ones first, each with the decisions that can be taken on it.

A decision is offered ready to be pasted into decisions.xml but for its reason: that is left empty, so that the schema
refuses the element until somebody has said why. `xslt/review.xsl` makes the page, of the XML that is made here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from teiwright import __version__
from teiwright.render.drafts import Draft
from teiwright.render.drafts import page as strict
from teiwright.reporters.quoting import held
from teiwright.reviewing.claims import Weighed, weighed
from teiwright.saxon import transform
from teiwright.workspace import resource

if TYPE_CHECKING:
    from teiwright.model.decisions import Decisions
    from teiwright.model.reading import Reading
    from teiwright.xml import Element

_DETAILS = ("verdict", "tag", "ref", "n", "would-read", "who", "source", "agreement")
"""What a claim says besides its kind, where it says it."""


def page(name: str, reading: Reading, decisions: Decisions) -> bytes:
    """The page on which the claims of an edition are weighed: HTML that needs nothing else."""
    root = _element("review", edition=name, version=__version__, file=decisions.file)
    root.extend(_claim(one) for one in weighed(reading, decisions))
    made = transform(resource("xslt") / "review.xsl", etree.tostring(root, encoding="utf-8"))
    (data,) = strict(Draft(b"", f"{made}\n", "review.html")).values()
    return data


def _claim(one: Weighed) -> Element:
    """A claim as the stylesheet wants it."""
    claim, decision = one.claim, one.decision
    said = {name: claim.get(name) for name in _DETAILS} | {"reads": claim.reads or "", "page": one.page, "note": one.note}
    element = _element(
        "claim",
        id=f"claim-{one.number}",
        kind=claim.kind,
        rule=claim.rule,
        cert=claim.cert,
        certainty=f"{claim.certainty:.2f}",
        responsible=claim.responsible,
        **{name: value for name, value in said.items() if value},
    )
    element.extend([_element("before", one.before), _element("meant", one.meant), _element("after", one.after)])
    element.extend(_element("line", words, n=str(number)) for number, words in one.lines.items())
    told = [words for words in claim.evidence if not (decision and words.endswith(decision.reason))]
    element.extend(_element("evidence", words) for words in told)
    element.extend(_element("alternative", words) for words in claim.alternatives)
    if decision:
        who, line = decision.responsible, str(decision.line)
        element.append(
            _element("decision", decision.reason, act=decision.act, value=decision.value, responsible=who, line=line)
        )
    for offer in one.offers:
        agrees = "yes" if offer.agrees else "no"
        element.append(_element("offer", offer.xml, act=offer.act.name, value=offer.act.value, agrees=agrees))
    element.extend(_element("missing", act) for act in one.missing)
    return element


def _element(tag: str, words: str = "", /, **attributes: str) -> Element:
    element = etree.Element(tag, {name: held(value) for name, value in attributes.items()})
    element.text = held(words)
    return element
