"""The compiler from ODD to W3C Schema, and the schema it makes: as wide as the grammar, and quick to load."""

from pathlib import Path
from time import perf_counter

import pytest
import xmlschema
from lxml import etree

from teiwright.saxon import StylesheetError, transform

TEI = "http://www.tei-c.org/ns/1.0"
XSD = "{http://www.w3.org/2001/XMLSchema}"
HERE = Path(__file__).resolve().parent

HI, SEG = '<elementRef key="hi"/>', '<elementRef key="seg"/>'

# Models in the place of the content of p, and whether W3C Schema can say them. The others become wider, never narrower.
MODELS = [
    ('<sequence><elementRef key="hi" minOccurs="0"/><elementRef key="seg" maxOccurs="unbounded"/></sequence>', True),
    (f'<alternate><sequence>{HI}{SEG}</sequence><elementRef key="pc"/></alternate>', True),
    ('<sequence><classRef key="model.hiLike"/><elementRef key="seg" minOccurs="2" maxOccurs="3"/></sequence>', True),
    (f'<alternate maxOccurs="unbounded"><textNode/>{HI}</alternate>', True),
    (f'<sequence><elementRef key="hi" minOccurs="0"/>{HI}</sequence>', False),
    ('<sequence><elementRef key="hi" minOccurs="0" maxOccurs="unbounded"/><classRef key="model.hiLike"/></sequence>', False),
    (f"<alternate><sequence>{HI}{SEG}</sequence>{HI}</alternate>", False),
    (f'<alternate>{HI}<classRef key="model.phrase"/></alternate>', False),
    (f'<sequence minOccurs="0">{HI}<alternate><textNode/>{SEG}</alternate></sequence>', False),
]

SMALLEST = f"""<TEI xmlns="{TEI}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title/><author/></titleStmt>
  <publicationStmt><publisher/></publicationStmt><sourceDesc><bibl/></sourceDesc></fileDesc>
  <encodingDesc><projectDesc><p>…</p></projectDesc></encodingDesc></teiHeader>
  <text><body><div xml:id="a1" type="chapter"><head/></div></body></text></TEI>"""

# Contents of p, some of which each model takes.
CONTENTS = ["", "x", "<hi/>", "<hi/><hi/>", "<hi/><seg/>", "<hi/><seg/><seg/>", "<seg/>", "<pc force='weak'/>", "<hi/>x"]


@pytest.fixture(scope="module")
def compiler(root: Path) -> Path:
    return root / "xslt" / "odd" / "xsd.xsl"


def loaded(tmp_path: Path, compiler: Path, odd: bytes) -> tuple[str, etree.XMLSchema]:
    """Return the schema compiled from an ODD: as text, and ready to validate."""
    (tmp_path / "xml.xsd").write_text(transform(compiler, odd, part="xml"), encoding="utf-8")
    (tmp_path / "teiwright.xsd").write_text(text := transform(compiler, odd), encoding="utf-8")
    return text, etree.XMLSchema(etree.parse(tmp_path / "teiwright.xsd"))


def test_the_schema_is_nowhere_wider_than_the_odd(root: Path) -> None:
    assert (root / "schema" / "teiwright.xsd").read_text(encoding="utf-8").count("Wider than the ODD") == 0


def test_nothing_is_copied_that_can_be_referred_to(root: Path) -> None:
    schema = etree.parse(root / "schema" / "teiwright.xsd").getroot()
    assert {child.get("name") for child in schema.iterchildren(f"{XSD}element")} == {"TEI"}
    assert not schema.findall(f".//{XSD}element/{XSD}complexType")


def test_documents_are_valid(root: Path, xsd: etree.XMLSchema, base: etree._ElementTree) -> None:
    assert xsd.validate(base), xsd.error_log
    assert xsd.validate(etree.parse(root / "tei" / "hedp" / "hedp.xml")), xsd.error_log


def test_a_fragment_is_no_document(xsd: etree.XMLSchema) -> None:
    assert not xsd.validate(etree.fromstring(f'<p xmlns="{TEI}"/>'))


@pytest.mark.parametrize("inside", ["", " ", "\n  "])
def test_white_space_in_an_empty_element_is_nothing(
    relaxng: etree.RelaxNG, xsd: etree.XMLSchema, base: etree._ElementTree, inside: str
) -> None:
    base.find(f".//{{{TEI}}}lb").text = inside  # type: ignore[union-attr]
    assert relaxng.validate(base)
    assert xsd.validate(base)


def test_blanks_around_an_address(relaxng: etree.RelaxNG, xsd: etree.XMLSchema, base: etree._ElementTree) -> None:
    """The one place where the W3C Schema takes more: it drops the blanks first, libxml2’s RELAX NG does not."""
    base.find(f".//{{{TEI}}}head").set("next", " https://example.org/ ")  # type: ignore[union-attr]
    assert not relaxng.validate(base)
    assert xsd.validate(base)


def test_lxml_loads_it_at_once(root: Path) -> None:
    def seconds() -> float:
        start = perf_counter()
        etree.XMLSchema(etree.parse(root / "schema" / "teiwright.xsd"))
        return perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.1


@pytest.mark.slow
def test_xmlschema_loads_it_and_agrees(root: Path) -> None:
    schema = xmlschema.XMLSchema10(root / "schema" / "teiwright.xsd")
    for document in (HERE / "base.xml", root / "tei" / "hedp" / "hedp.xml"):
        assert not list(schema.iter_errors(document))
    broken = (HERE / "base.xml").read_text(encoding="utf-8").replace('cert="high"', 'cert="0.9"')
    assert len(list(schema.iter_errors(broken))) == broken.count('cert="0.9"')


@pytest.mark.parametrize(("model", "exact"), MODELS)
def test_a_model_is_kept_or_widened(tmp_path: Path, root: Path, compiler: Path, odd: bytes, model: str, exact: bool) -> None:
    place = odd.index(b"<content>", odd.index(b'<elementSpec ident="p" '))
    end = odd.index(b"</content>", place)
    changed = odd[:place] + f"<content>{model}".encode() + odd[end:]
    text, schema = loaded(tmp_path, compiler, changed)
    relaxng = etree.RelaxNG(etree.fromstring(transform(root / "xslt" / "odd" / "relaxng.xsl", changed).encode()))
    assert ("Wider than the ODD" not in text) == exact
    verdicts = []
    for content in CONTENTS:
        document = etree.fromstring(SMALLEST.replace("…", content))
        verdicts.append((relaxng.validate(document), schema.validate(document)))
    assert any(grammar for grammar, _ in verdicts)
    assert all(wide for grammar, wide in verdicts if grammar)
    assert not exact or all(grammar == wide for grammar, wide in verdicts)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('<elementRef key="teiHeader"/>', '<elementRef key="teiHead"/>', "O003"),
        ('<datatype><dataRef name="ID"/></datatype>', '<datatype><dataRef key="teidata.word"/></datatype>', "O011"),
        ('<datatype><dataRef key="teidata.name"/></datatype>', "", "O010"),
    ],
)
def test_an_odd_that_cannot_be_compiled_is_refused(odd: bytes, compiler: Path, old: str, new: str, code: str) -> None:
    assert old.encode() in odd
    with pytest.raises(StylesheetError, match=code):
        for part in ("tei", "xml"):
            transform(compiler, odd.replace(old.encode(), new.encode(), 1), part=part)
