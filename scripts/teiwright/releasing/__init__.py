"""Releases: one version and one day, written wherever an edition or the software states them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from teiwright import pipeline
from teiwright.findings import Finding, Refused, Severity
from teiwright.releasing import project
from teiwright.releasing.changelog import Changelog
from teiwright.releasing.header import FILE as HEADER
from teiwright.releasing.header import Header
from teiwright.releasing.version import Version, highest
from teiwright.workspace import Workspace

CHANGELOG = "CHANGELOG.md"
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Release:
    """What is released: the version, the day, and what has changed, a sentence for each note."""

    version: Version
    day: date
    notes: tuple[str, ...]

    def check(self, standing: str, released: Collection[str], days: Collection[str], file: str) -> None:
        """See that this release may come after all others.

        standing: the version that is stated now, which may itself be released if it has not been; released: those that
        have been; days: when changes were made, after ISO 8601. Raises Refused: G002 when the version that stands is none,
        G001 for a version that is not higher, G003 for a day before one of these.
        """
        try:
            now = Version.of(standing)
        except ValueError as error:
            raise Refused(
                Finding("G002", str(error), "write the version that stands, or 0.1.0 before the first", file)
            ) from None
        newest = highest(released)
        if newest and self.version.precedence <= newest.precedence:
            message = f"{self.version} is not higher than {newest}, which has been released"
            raise Refused(Finding("G001", message, f"give a version that is higher than {newest}", file))
        if self.version.precedence < now.precedence:
            message = f"{self.version} is lower than {now}, which stands there"
            raise Refused(Finding("G001", message, f"give {now}, or a version that is higher", file))
        latest = max((day[:10] for day in days), default="")
        if self.day.isoformat()[: len(latest)] < latest:
            message = f"the release would be on {self.day}, before the change of {latest}"
            raise Refused(Finding("G003", message, "give a later day with --date, or correct the date of the change", file))


def released(
    folder: Path, release: Release, progress: Progress = lambda _: None
) -> tuple[dict[Path, bytes], tuple[Finding, ...]]:
    """All files that a release changes, with their bytes, and what was found; no files where there is an error.

    folder: that of an edition, or a checkout of this software. Nothing is written here.
    Raises Refused: G001, G002, G003 or E002 where the release cannot be, W001 where the folder is neither.
    """
    folder = folder.resolve()
    if (folder / "source.txt").is_file():
        return _edition(Workspace.of(folder), release, progress)
    if project.is_project(folder):
        return _project(folder, release), ()
    help_ = "give an edition's folder, for instance tei/hedp, or the checkout of teiwright"
    raise Refused(Finding("W001", "this is neither an edition nor the project", help_, str(folder)))


def _edition(workspace: Workspace, release: Release, progress: Progress) -> tuple[dict[Path, bytes], tuple[Finding, ...]]:
    """The header, the changelog and everything that is built, of an edition."""
    header = Header.of(workspace.read(HEADER))
    changelog = Changelog(workspace.read(CHANGELOG, b"").decode("utf-8", "surrogateescape"))
    past = [change.get("n", "") for change in header.changes]
    days = [change.get("when", "") for change in header.changes]
    release.check(header.version, [*past, *changelog.released], [*days, *changelog.released.values()], HEADER)
    files = {HEADER: header.with_release(release), CHANGELOG: _told(changelog, release)}
    done = pipeline.build(replace(workspace, instead=files), progress=progress)
    findings = tuple(finding for finding in done.findings if finding.severity.reaches(Severity.WARNING))
    if done.failed:
        return {}, findings
    placed = {workspace.folder / name: data for name, data in files.items()}
    placed[workspace.edition] = done.tei
    return placed | {workspace.out / name: data for name, data in done.outputs.items()}, findings


def _project(folder: Path, release: Release) -> dict[Path, bytes]:
    """The files of the software that state its version, and its changelog."""
    texts, log = project.read(folder), folder / CHANGELOG
    changelog = Changelog(log.read_bytes().decode("utf-8", "surrogateescape") if log.is_file() else "")
    release.check(project.standing(texts), changelog.released, changelog.released.values(), project.PACKAGE)
    files = {name: text.encode("utf-8") for name, text in project.with_release(texts, release).items()}
    return {folder / name: data for name, data in {**files, CHANGELOG: _told(changelog, release)}.items()}


def _told(changelog: Changelog, release: Release) -> bytes:
    """The changelog with the release. Bytes that are not UTF-8 go through as they came."""
    text = changelog.with_release(release.version.text, release.day.isoformat(), release.notes)
    return text.encode("utf-8", "surrogateescape")
