"""What a verb says, to people or to programs. The only module that prints.

People read words on standard output and findings on standard error; with `--json` a program reads one JSON value on
standard output and nothing beside it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teiwright.findings import Finding
    from teiwright.pipeline import Build


def say(options: argparse.Namespace, told: object, words: str) -> None:
    """Print what a verb found out: as JSON for programs, in words for people."""
    print(json.dumps(told, ensure_ascii=False) if options.json else words)


def pour(data: bytes) -> None:
    """Send a whole file to standard output, byte for byte."""
    sys.stdout.buffer.write(data)


def complain(words: str) -> None:
    """Tell a person on standard error what no finding can tell."""
    print(words, file=sys.stderr)


def progress(options: argparse.Namespace) -> Callable[[str], None]:
    """How to tell which room is entered: on a terminal, one line that rewrites itself; in a pipe, nothing."""
    if options.json or not sys.stderr.isatty():
        return lambda _: None
    return lambda room: print(f"\r\x1b[K{room} …", end="\r", file=sys.stderr, flush=True)


def tell(options: argparse.Namespace, findings: Sequence[Finding]) -> None:
    """Print findings: on standard error for people, or as one JSON object on standard output."""
    if getattr(options, "json", False):
        print(json.dumps({"findings": [_as_json(finding) for finding in findings]}, ensure_ascii=False))
        return
    for finding in findings:
        print(finding, file=sys.stderr)
        if finding.help:
            print(f"    help: {finding.help}", file=sys.stderr)


def written(options: argparse.Namespace, paths: Iterable[Path], findings: Sequence[Finding] = ()) -> None:
    """Tell which files were written, after what was found while they were made."""
    names = [_short(path) for path in paths]
    if options.json:
        told = {"findings": [_as_json(finding) for finding in findings], "written": names}
        print(json.dumps(told, ensure_ascii=False))
        return
    tell(options, findings)
    for name in names:
        print(name)


def report(options: argparse.Namespace, done: Build, paths: Iterable[Path], seconds: float) -> None:
    """Tell what a build found, counted and wrote, and how long it took."""
    names = [_short(path) for path in paths]
    if options.json:
        findings = [_as_json(finding) for finding in done.findings]
        told = {**done.figures, "findings": findings, "written": names, "seconds": round(seconds, 3)}
        print(json.dumps(told, ensure_ascii=False))
        return
    tell(options, done.findings)
    for name, figure in done.figures.items():
        print(f"{name:<18} {figure}")
    print(f"{'written':<18} {', '.join(names) or 'nothing'}")
    print(f"{'time':<18} {seconds:.2f} s")


def _as_json(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "page": finding.page,
        "message": finding.message,
        "help": finding.help,
    }


def _short(path: Path) -> str:
    """A path as a person in the current folder would write it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
