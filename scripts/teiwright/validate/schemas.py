"""The schemas that documents are validated against: the project's own, or others that a user names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiwright.cache import remembered
from teiwright.findings import Finding, Refused
from teiwright.saxon import StylesheetError, transform

_SUFFIXES = {".rng": "relaxng_file", ".xsd": "w3c_file", ".sch": "schematron_file"}


@dataclass(frozen=True)
class Schemas:
    """A RELAX NG grammar, a W3C Schema and a Schematron schema, each loaded once, when it is first asked for.

    relaxng_file, w3c_file, schematron_file: where they are, None for one that is not asked; compiler: the stylesheet that
    turns Schematron into a stylesheet.
    """

    relaxng_file: Path | None
    w3c_file: Path | None
    schematron_file: Path | None
    compiler: Path

    @classmethod
    def own(cls, schemas: Path, stylesheets: Path) -> Schemas:
        """The project's own, from the folders of schemas and of stylesheets."""
        relaxng, w3c, schematron = (schemas / f"teiwright{suffix}" for suffix in _SUFFIXES)
        return cls(relaxng, w3c, schematron, stylesheets / "odd" / "schematron-to-xslt.xsl")

    @classmethod
    def of(cls, files: Sequence[Path], stylesheets: Path) -> Schemas:
        """Those that a user names, at most one of a kind; the suffix tells the kind. Raises Refused (V010)."""
        named: dict[str, Path | None] = dict.fromkeys(_SUFFIXES.values())
        for file in files:
            kind = _SUFFIXES.get(file.suffix)
            if kind is None or named[kind] is not None or not file.is_file():
                message = "this is no schema, or the second of its kind" if file.is_file() else "there is no such schema"
                help_ = "give RELAX NG (.rng), W3C Schema (.xsd) or Schematron (.sch), at most one file of each"
                raise Refused(Finding("V010", message, help_, str(file)))
            named[kind] = file
        return cls(**named, compiler=stylesheets / "odd" / "schematron-to-xslt.xsl")

    @cached_property
    def relaxng(self) -> etree.RelaxNG | None:
        """The grammar. Raises Refused (V010) when it cannot be used."""
        if self.relaxng_file is None:
            return None
        try:
            return etree.RelaxNG(etree.parse(self.relaxng_file))
        except (etree.LxmlError, OSError) as error:
            raise _unusable(self.relaxng_file, str(error)) from None

    @cached_property
    def w3c(self) -> etree.XMLSchema | None:
        """The W3C Schema, for a verdict. Raises Refused (V010) when it cannot be used."""
        if self.w3c_file is None:
            return None
        try:
            return etree.XMLSchema(etree.parse(self.w3c_file))
        except (etree.LxmlError, OSError) as error:
            raise _unusable(self.w3c_file, str(error)) from None

    @cached_property
    def rules(self) -> bytes:
        """The Schematron rules as a stylesheet; empty when there are none. Raises Refused (O013, V010)."""
        return self._compiled("rules.xsl")

    @cached_property
    def careful_rules(self) -> bytes:
        """The same, slower to start: a rule that fails on a document is reported, and the others go on."""
        return self._compiled("careful-rules.xsl", careful="yes")

    def _compiled(self, name: str, **params: str) -> bytes:
        if self.schematron_file is None:
            return b""
        try:
            schema = self.schematron_file.read_bytes()
            made_from = (schema, self.compiler.read_bytes())
            return remembered(name, made_from, lambda: transform(self.compiler, schema, **params).encode())
        except OSError as error:
            raise _unusable(self.schematron_file, str(error)) from None
        except StylesheetError as error:
            if error.code != "O013":
                raise _unusable(self.schematron_file, error.message) from None
            help_ = "teiwright explain O013 tells what is understood"
            raise Refused(Finding("O013", error.message, help_, str(self.schematron_file))) from None


def _unusable(file: Path, why: str) -> Refused:
    help_ = "mend the schema, or name another one with --schema"
    return Refused(Finding("V010", f"the schema cannot be used: {why}", help_, str(file)))
