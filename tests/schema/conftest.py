"""What the tests of the schema share: the ODD, the schemas compiled from it, and a document with every element."""

from pathlib import Path

import pytest
from lxml import etree

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def odd(root: Path) -> bytes:
    """Return the ODD."""
    return (root / "schema" / "teiwright.odd").read_bytes()


@pytest.fixture(scope="session")
def stylesheet(root: Path) -> Path:
    """Return the compiler from ODD to RELAX NG."""
    return root / "xslt" / "odd" / "relaxng.xsl"


@pytest.fixture(scope="session")
def grammar_file(root: Path) -> Path:
    """Return the committed grammar."""
    return root / "schema" / "teiwright.rng"


@pytest.fixture(scope="session")
def relaxng(grammar_file: Path) -> etree.RelaxNG:
    """Return the committed grammar, ready to validate."""
    return etree.RelaxNG(etree.parse(grammar_file))


@pytest.fixture(scope="session")
def xsd(root: Path) -> etree.XMLSchema:
    """Return the committed W3C Schema, ready to validate."""
    return etree.XMLSchema(etree.parse(root / "schema" / "teiwright.xsd"))


@pytest.fixture
def base() -> etree._ElementTree:
    """Return a fresh copy of a small valid document that has every element of the schema."""
    return etree.parse(HERE / "base.xml")
