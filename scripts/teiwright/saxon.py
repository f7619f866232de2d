"""Saxon, locked down: the one module that imports saxonche.

A document is handed over as bytes that lxml has already found to be sound. Stylesheets are trusted, documents are not:
what a document says can reach neither the disk nor the network, whatever a stylesheet does with it. Every stylesheet of
a `Transformer` is compiled first, since afterwards its processor can open nothing any more; that cannot be undone, so
each `Transformer` has a processor of its own (a second one costs half a millisecond).

Not for threads: Saxon ends the process when an unattached thread calls it. Use spawned processes.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

Stylesheet = Path | bytes
"""A stylesheet: its file, or the text of one that needs no other file (such as a compiled Schematron)."""

_FEATURE = "http://saxon.sf.net/feature/"
_BEFORE_COMPILING = {
    # Also switches off environment-variable() and makes xsl:result-document a compile error.
    "allow-external-functions": "off",
    "disableXslEvaluate": "true",
    "parserFeature?uri=http%3A//apache.org/xml/features/disallow-doctype-decl": "true",
}
_FILES_ONLY, _NOTHING = {"allowedProtocols": "file"}, {"allowedProtocols": ""}

# Saxon's report: “Error … on line 7 column 3 of html.xsl:”, then “  XTDE0555  No user-defined template …”.
_PLACE = re.compile(r"^Error.*? on line (\d+)(?:.*? of (?:\S*/)?([^\s/:]+\.\w+))?", re.MULTILINE)
_CODE = re.compile(r"^ *([A-Z]{4}\d{4})\b", re.MULTILINE)
_OWN_CODE = re.compile(r"([A-Z]\d{3}) +(.+)")


class StylesheetError(Exception):
    """A stylesheet could not be compiled, or stopped.

    code: the project's code where the stylesheet gave one (“R001”), else the code of the XSLT specification; message:
    one sentence; stylesheet: the file's name, empty for one held in memory; line: its 1-based line, 0 if not known.
    """

    def __init__(self, code: str, message: str, stylesheet: str = "", line: int = 0) -> None:
        """Keep the parts, and make one line of them."""
        place = f" ({stylesheet}, line {line})" if line else f" ({stylesheet})" if stylesheet else ""
        super().__init__(f"{code} {message}{place}")
        self.code = code
        self.message = message
        self.stylesheet = stylesheet
        self.line = line


@dataclass(frozen=True, slots=True)
class Result:
    """What a stylesheet made of a document.

    text: the principal result, serialized as the stylesheet's `xsl:output` says; messages: what it said with
    `xsl:message`, each as serialized XML, in order.
    """

    text: str
    messages: tuple[str, ...] = ()


class Transformer:
    """Stylesheets that are compiled once and then run over any number of documents, each parsed once."""

    def __init__(self, stylesheets: Iterable[Stylesheet]) -> None:
        """Compile the stylesheets. A file that one of them includes or reads meanwhile may be read, nothing afterwards.

        One that is held in memory may read nothing at all, nor may any reach the network.

        Raises StylesheetError for one that cannot be compiled.
        """
        from saxonche import PySaxonProcessor  # here, since whoever renders nothing need not load 39 MB

        wanted = tuple(stylesheets)
        self._processor = PySaxonProcessor(license=False)
        self._set(_BEFORE_COMPILING)
        compiler = self._processor.new_xslt30_processor()
        with _stderr_kept() as said:
            self._compiled: dict[Stylesheet, Any] = {}
            for kind, doors in ((Path, _FILES_ONLY), (bytes, _NOTHING)):  # what is closed once stays closed
                self._set(doors)
                self._compiled |= {sheet: _compile(compiler, sheet) for sheet in wanted if isinstance(sheet, kind)}
            self.warnings = said()
            """What Saxon had to say against the stylesheets; empty if they are clean."""

    def run(self, document: bytes, **params: str) -> Mapping[Stylesheet, Result]:
        """Run every stylesheet over the document, with the same parameters; Saxon ignores those it does not declare.

        Parameters arrive as `xs:string`. Raises StylesheetError.
        """
        with _stderr_kept() as said:
            node = _attempt(lambda: self._processor.parse_xml(xml_text=document.decode("utf-8-sig")), "", said)
            return {sheet: self._transform(sheet, node, params, said) for sheet in self._compiled}

    def _transform(self, sheet: Stylesheet, node: Any, params: Mapping[str, str], said: Callable[[], str]) -> Result:
        executable = self._compiled[sheet]
        executable.clear_parameters()
        executable.clear_xsl_messages()
        executable.set_save_xsl_message(True)
        for name, value in params.items():
            executable.set_parameter(name, self._processor.make_string_value(value))
        text = _attempt(lambda: executable.transform_to_string(xdm_node=node), _name(sheet), said)
        return Result(text or "", tuple(str(message) for message in executable.get_xsl_messages() or ()))

    def _set(self, features: Mapping[str, str]) -> None:
        for name, value in features.items():
            self._processor.set_configuration_property(_FEATURE + name, value)


def transform(stylesheet: Stylesheet, document: bytes, **params: str) -> str:
    """Run one stylesheet over one document; give the serialized principal result. Raises StylesheetError."""
    return transformer((stylesheet,)).run(document, **params)[stylesheet].text


@lru_cache(maxsize=16)
def transformer(stylesheets: tuple[Stylesheet, ...]) -> Transformer:
    """The `Transformer` of these stylesheets, made when first asked for and kept for the life of the process."""
    return Transformer(stylesheets)


def _compile(compiler: Any, sheet: Stylesheet) -> Any:
    if isinstance(sheet, bytes):
        return _attempt(lambda: compiler.compile_stylesheet(stylesheet_text=sheet.decode()), "", str)
    return _attempt(lambda: compiler.compile_stylesheet(stylesheet_file=str(sheet.resolve())), _name(sheet), str)


def _name(sheet: Stylesheet) -> str:
    return sheet.name if isinstance(sheet, Path) else ""


def _attempt(action: Callable[[], Any], stylesheet: str, said: Callable[[], str]) -> Any:
    """Do what may fail in Saxon; `said` gives what Saxon wrote to stderr, where it puts half of what it knows."""
    from saxonche import PySaxonApiError

    try:
        return action()
    except PySaxonApiError as error:
        raise _stylesheet_error(str(error).strip(), said(), stylesheet) from None


def _stylesheet_error(text: str, said: str, stylesheet: str) -> StylesheetError:
    """Put an error together from the exception's text, which has the sentence, and stderr, which has code and place."""
    whole = f"{text}\n{said}"
    place, found = _PLACE.search(whole), _CODE.search(whole)
    first = re.sub(r"\AError\b[^\n]*\n", "", text).partition("\nError ")[0]
    message = " ".join(_CODE.sub("", first).split())
    code = found[1] if found else "SAXON"
    if own := _OWN_CODE.fullmatch(message):
        code, message = own.groups()
    return StylesheetError(code, message, (place and place[2]) or stylesheet, int(place[1]) if place else 0)


@contextmanager
def _stderr_kept() -> Iterator[Callable[[], str]]:
    """Keep what native code writes to stderr; give a function that reads what has been written so far."""
    sys.stderr.flush()
    before = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield lambda: os.pread(file.fileno(), 1 << 20, 0).decode(errors="replace")
        finally:
            os.dup2(before, 2)
            os.close(before)
