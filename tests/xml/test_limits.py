"""What would fill the memory is refused before it is parsed, whatever its shape."""

from __future__ import annotations

import pytest

from teiwright import xml
from teiwright.findings import Refused
from teiwright.xml import MAX_BYTES, read_xml


@pytest.mark.parametrize("unit", [b"<a/>", b"<a>", b"<a>x</a>y", b"<a b=''/>", b"<!---->"])
def test_what_would_fill_the_memory_is_never_parsed(unit: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "_parser", lambda: pytest.fail("it was parsed"))
    with pytest.raises(Refused, match="more than 4,000,000"):
        read_xml(b"<r>" + unit * ((MAX_BYTES - 7) // len(unit)) + b"</r>", "a.xml")
