"""Gathering: which documents a command line means — files, folders, globs, or what has changed since a revision."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from glob import glob
from pathlib import Path

from teiwright.findings import Finding, Refused
from teiwright.validate.document import Given

_HEAD = 64 * 1024
_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*<(?:[\w.-]+:)?TEI\b",
    re.DOTALL,
)


def gathered(wanted: Sequence[str]) -> list[Path]:
    """The documents that are meant, each once, those of a folder sorted.

    A file is taken as it is. Of a folder, and of the folders in it, every `.xml` file whose root is called TEI is taken;
    hidden folders are passed over. A name with `*`, `?` or `[` that is no file is a glob, in which `**` crosses folders.
    Raises Refused (W001) for what is not there, and where nothing is found.
    """
    found: dict[Path, None] = {}
    for name in wanted:
        matched = [name] if Path(name).exists() else sorted(glob(name, recursive=True))  # noqa: PTH207 — takes any pattern
        paths = [Path(one) for one in matched]
        if not paths:
            help_ = "give a file, a folder or a glob, for instance tei/ or 'letters/*.xml'"
            raise Refused(Finding("W001", "no such file or folder", help_, name))
        for path in paths:
            found.update(dict.fromkeys(_below(path) if path.is_dir() else (path,)))
    if not found:
        help_ = "a document is a .xml file whose root is TEI"
        raise Refused(Finding("W001", "there is no TEI document", help_, ", ".join(wanted)))
    return list(found)


def changed(paths: Iterable[Path], revision: str) -> list[Path]:
    """Those of the paths that differ from where the work tree left a git revision, or are new.

    Raises Refused (W001) when git does not know the revision, or is not there.
    """
    top = Path(_git("rev-parse", "--show-toplevel", about=revision).strip("\n"))
    commit = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}", about=revision).strip()
    differing = _git("diff", "--name-only", "-z", "--no-relative", _parting(commit), "--", about=revision)
    unknown = _git("-C", str(top), "ls-files", "-z", "--others", "--exclude-standard", about=revision)
    names = {(top / name).resolve() for name in (differing + unknown).split("\0") if name}
    return [path for path in paths if path.resolve() in names]


def _parting(commit: str) -> str:
    """The commit at which the work tree left another; that commit itself where a shallow clone does not show it."""
    try:
        return _git("merge-base", commit, "HEAD", about=commit).strip()
    except Refused:
        return commit


def _git(*command: str, about: str) -> str:
    """What git prints. Raises Refused (W001), about the revision, when it fails."""
    try:
        return subprocess.run(["git", *command], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607
    except (OSError, subprocess.CalledProcessError) as error:
        said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
        help_ = "name a commit, branch or tag that this clone has; a shallow clone may have to be deepened"
        raise Refused(Finding("W001", f"git cannot tell what has changed: {said[0]}", help_, about)) from None


def given(path: Path) -> Given:
    """A document with the source and the waivers beside it. Raises Refused (W001) when it cannot be read."""
    try:
        beside = {name: path.with_name(name) for name in ("source.txt", "waivers.xml")}
        read = {name: file.read_bytes() if file.is_file() else None for name, file in beside.items()}
        return Given(path, path.read_bytes(), str(path), read["source.txt"], read["waivers.xml"])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Refused(Finding("W001", reason, "make the file readable", str(path))) from None


def _below(folder: Path) -> list[Path]:
    files = (
        path for path in folder.rglob("*.xml") if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    return sorted(path for path in files if path.is_file() and _is_tei(path))


def _is_tei(path: Path) -> bool:
    """Whether the first start tag of a file is that of a TEI document, whatever else may be wrong with it."""
    try:
        with path.open("rb") as file:
            return bool(_ROOT.match(file.read(_HEAD)))
    except OSError:
        return True  # to be told as unreadable, not passed over
