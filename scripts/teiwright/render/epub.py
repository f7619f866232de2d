"""EPUB: the files that a stylesheet made, packed as an OCF container (EPUB 3.3, section 4).

The same files give the same bytes everywhere: every entry has the same date, the first that a ZIP file can tell, and the
same rights; and nothing is compressed, since another release of a compressor gives other bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import unescape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from teiwright.render.drafts import Draft, bundled

_MEDIA_TYPE = b"application/epub+zip"
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3
_IDENTIFIER = re.compile(rb'(?<=<dc:identifier id="publication">)[^<]*')


def publication(draft: Draft) -> Mapping[str, bytes]:
    """Pack the bundle of a draft; give the one file.

    The package document says in words what the publication is. The UUID of these words (version 5; RFC 9562, section 5.5) is
    reckoned here, since a stylesheet cannot.
    """
    files = {path: _identified(data) if path.endswith(".opf") else data for path, data in bundled(draft.text).items()}
    return {draft.path: packed(files)}


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files, by path, as a container: in their order, behind the media type, by whose place the format is known."""
    container = BytesIO()
    with ZipFile(container, "w", ZIP_STORED) as archive:
        for path, data in {"mimetype": _MEDIA_TYPE, **files}.items():
            entry = ZipInfo(path, _DATE)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, data)
    return container.getvalue()


def _identified(package: bytes) -> bytes:
    return _IDENTIFIER.sub(lambda found: uuid5(NAMESPACE_URL, unescape(found[0].decode())).urn.encode(), package, count=1)
