"""Plain texts of an edition, their maps, and what is told of the reading text, from the stream of its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from teiwright.language import load_language
from teiwright.model.places import Places
from teiwright.render.annotations import collection
from teiwright.render.drafts import Draft
from teiwright.render.layouts import Printed, Traced
from teiwright.render.plain import Plain
from teiwright.render.sentences import by_sentence
from teiwright.render.setting import Setting, stream
from teiwright.render.tokens import conllu
from teiwright.xml import Element


@lru_cache(maxsize=1)  # several forms are made of one stream
def _reading(text: str, places: Callable[[], Places]) -> tuple[Element, Plain]:
    """A stream, and the reading text."""
    root, setting = stream(text), Setting(places())
    setting.walk(root)
    return root, setting.plain()


def corpus(draft: Draft) -> Mapping[str, bytes]:
    """The reading text, one block a line."""
    return _reading(draft.text, draft.places)[1].files(draft.path)


def printed(draft: Draft) -> Mapping[str, bytes]:
    """The text as printed."""
    root = stream(draft.text)
    setting = Printed(draft.places(), root)
    setting.walk(root)
    return setting.plain().files(draft.path)


def sentences(draft: Draft) -> Mapping[str, bytes]:
    """The reading text, one sentence a line."""
    root, text = _reading(draft.text, draft.places)
    return by_sentence(text, load_language(root.get("lang", ""))).files(draft.path)


def tokens(draft: Draft) -> Mapping[str, bytes]:
    """The tokens of the reading text."""
    root, text = _reading(draft.text, draft.places)
    name = draft.path.removesuffix(".conllu")
    return {draft.path: conllu(text, load_language(root.get("lang", "")), name).encode("utf-8")}


def annotated(draft: Draft) -> Mapping[str, bytes]:
    """Annotations on the reading text."""
    root, text = _reading(draft.text, draft.places)
    name = draft.path.removesuffix(".annotations.jsonld")
    return {draft.path: collection(text, root, name).encode("utf-8")}


def traced(draft: Draft) -> Mapping[str, bytes]:
    """The map of a text that a stylesheet has set; the stream is the draft's companion."""
    setting = Traced(draft.places(), draft.text)
    setting.walk(stream(draft.companion))
    return {draft.path: setting.plain().map().encode("utf-8")}
