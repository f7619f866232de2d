"""BagIt 1.0 (RFC 8493): the payload, sealed with the checksums of every file; and the bag as one ZIP file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256, sha512
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import teiwright
from teiwright.deposit.item import Item
from teiwright.deposit.record import Record

PAYLOAD = "data/"
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DIGESTS = {"sha256": sha256, "sha512": sha512}
_READABLE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Package:
    """An edition as it is deposited.

    label: its name, which the folder in the ZIP file and that file bear; released: YYYY-MM-DD; files: path in the bag →
    bytes.
    """

    label: str
    released: str
    files: Mapping[str, bytes]

    def zipped(self) -> bytes:
        """The bag as a ZIP file.

        The entries are stored as they are: then the bytes do not hang on the release of a compressor, and a bit that rots
        harms one file alone. Every entry has the date of the release; ZIP can tell years from 1980 to 2107.
        """
        year, month, day = (int(part) for part in self.released.split("-"))
        container = BytesIO()
        with ZipFile(container, "w", ZIP_STORED) as archive:
            for path, data in self.files.items():
                entry = ZipInfo(f"{self.label}/{path}", (min(max(year, 1980), 2107), month, day, 0, 0, 0))
                entry.create_system, entry.external_attr = _UNIX, _READABLE
                archive.writestr(entry, data)
        return container.getvalue()


def bagged(record: Record, items: Sequence[Item], first: bytes) -> Package:
    """The bag with these items as its payload; first: the words for whoever opens the folder, beside the payload."""
    payload = {f"{PAYLOAD}{item.path}": item for item in sorted(items, key=lambda item: item.path)}
    tags = {"READ-ME-FIRST.txt": first, "bag-info.txt": _information(record, items), "bagit.txt": _DECLARATION}
    for name in _DIGESTS:
        lines = (f"{getattr(item, name)}  {path}\n" for path, item in payload.items())
        tags[f"manifest-{name}.txt"] = "".join(lines).encode("utf-8")
    sealed = dict(tags)
    for name, digest in _DIGESTS.items():
        lines = (f"{digest(data).hexdigest()}  {path}\n" for path, data in tags.items())
        sealed[f"tagmanifest-{name}.txt"] = "".join(lines).encode("utf-8")
    return Package(record.label, record.released, {**sealed, **{path: item.data for path, item in payload.items()}})


def _information(record: Record, items: Sequence[Item]) -> bytes:
    """The reserved elements of RFC 8493, section 2.2.2, that are known."""
    lines = [
        ("Source-Organization", record.publisher),
        ("External-Description", f"{record.title}. Version {record.version}, a digital edition in TEI P5."),
        *(("External-Identifier", value) for _, value in record.identifiers),
        ("Internal-Sender-Identifier", record.label),
        ("Bagging-Date", record.released),
        ("Payload-Oxum", f"{sum(len(item.data) for item in items)}.{len(items)}"),
        ("Bag-Software-Agent", f"teiwright {teiwright.__version__}"),
    ]
    return "".join(f"{label}: {value}\n" for label, value in lines).encode("utf-8")
