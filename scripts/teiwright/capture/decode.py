"""Bytes → Source: decoding, line index, checksum."""

from __future__ import annotations

import hashlib

from teiwright.findings import Finding, Refused
from teiwright.model.source import Source


def capture(data: bytes, name: str) -> Source:
    """The source in a file's bytes, which must be UTF-8 text.

    Raises Refused: C001 not UTF-8 (with the line of the first bad byte), C002 empty, C003 binary.
    """
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        raise Refused(Finding("C003", "the source has a NUL byte", "give the text, not the PDF or image", name, line))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        help_ = "convert the file, for instance with “iconv -f WINDOWS-1252 -t UTF-8”, and keep the original"
        raise Refused(Finding("C001", message, help_, name, line)) from None
    source = Source(name, text, hashlib.sha256(data).hexdigest(), len(data))
    if not source.inked:
        raise Refused(Finding("C002", "the source has no text", "check that the right file was copied", name, 1))
    return source
