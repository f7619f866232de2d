"""What is compiled from the ODD and committed."""

from __future__ import annotations

from pathlib import Path

from teiwright.compiling import compiled


def test_every_committed_product_is_what_the_odd_compiles_to(root: Path, odd: bytes) -> None:
    schema = root / "schema"
    made = compiled(odd, schema / "teiwright.odd", root / "xslt" / "odd")
    assert set(made) == {"teiwright.rng", "teiwright.xsd", "xml.xsd", "teiwright.sch", "teiwright.html"}
    assert [name for name, data in made.items() if (schema / name).read_bytes() != data] == []
