"""The cache: what is costly to make and depends on nothing but files that are hashed into its name.

It lies in the user's cache folder (`$XDG_CACHE_HOME/teiwright`, else `~/.cache/teiwright`) and may be deleted at any time.
Where it cannot be written, or others could write to it, everything is made anew and nothing is said.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import teiwright


def remembered(name: str, made_from: tuple[bytes, ...], make: Callable[[], bytes]) -> bytes:
    """What `make` makes, from the cache if it was made before from the same bytes by this release."""
    parts = (teiwright.__version__.encode(), *made_from)
    key = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
    folder = _folder()
    if folder is None:
        return make()
    file = folder / f"{name}-{key[:32]}"
    with suppress(OSError):
        return file.read_bytes()
    data = make()
    with suppress(OSError):
        handle, aside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(aside).replace(file)
    return data


def _folder() -> Path | None:
    """The cache folder, made if need be; None where there can be none that only its owner writes to."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    try:
        base = Path(home) if Path(home).is_absolute() else Path.home() / ".cache"
        folder = base / "teiwright"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except (OSError, RuntimeError):
        return None
    private = state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return folder if private else None
