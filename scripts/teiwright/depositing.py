"""Depositing: the room `deposit`, furnished with an edition's files, the forms made of it, and the program itself.

The payload keeps the layout of the project, so that what points from file to file goes on leading there, and so that the
edition can be built again where it is unpacked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from teiwright import pipeline
from teiwright.checking import checked, own_schemas
from teiwright.deposit import Item, Package, Role, package
from teiwright.deposit.formats import UNKNOWN, file_format
from teiwright.deposit.header import read_record
from teiwright.deposit.item import is_safe
from teiwright.deposit.ocfl import INVENTORY, next_version
from teiwright.deposit.record import Record
from teiwright.findings import Finding, Refused, Severity
from teiwright.model.authority import AUTHORITIES
from teiwright.render import FORMATS
from teiwright.reporters import reported
from teiwright.validate import Given, Report
from teiwright.workspace import Workspace, resource
from teiwright.xml import read_xml

FORMS = ("html", "epub", "text", "map", "corpus", "sentences", "printed", "annotations", "tables", "jsonld")
"""The formats that go into every package, side by side; others are added when they are asked for."""

_RECORDS = {"dc": "metadata/dublin-core.xml", "jsonld": "derivatives/{file}"}
"""The formats that are records as well. What is said of the edition as linked data lies beside the page it points into."""

_REPORTS = {"html": "as a page", "jsonl": "a finding a line", "sarif": "in SARIF 2.1.0"}
_GIVEN = {
    "profile.toml": "what the pages of this book look like",
    "header.xml": "the TEI header as its editors wrote it",
    "decisions.xml": "what the editors decided otherwise than the rules, each with its reason",
    "waivers.xml": "which findings the editors let stand, and why",
    "CHANGELOG.md": "what changed from version to version",
}
_BESIDE = ("LICENSES/", "docs/", "requirements/", "schema/", "xslt/")
"""What lies beside the modules in a checkout, and among them where the program was installed from a wheel."""

_LOGS = {
    "claims.jsonl": "every claim about the source: its rule, evidence and certainty",
    "clean.txt": "the cleaned text that the rules read",
    "clean.tsv": "where the cleaned text stands in the source",
    "findings.txt": "what the rules left to the editors: doubtful boundaries, suspected slips and the like",
    "unexplained.tsv": "names that no entry explains",
}
_SCHEMAS = {
    "teiwright.odd": "the schema as it is written, an ODD",
    "teiwright.html": "its documentation",
    "teiwright.rng": "compiled to RELAX NG",
    "teiwright.xsd": "compiled to W3C Schema",
    "teiwright.sch": "its rules, compiled to Schematron",
    "xml.xsd": "what the W3C Schema includes for attributes of XML itself",
    "decisions.rng": "the schema of decisions.xml",
    "waivers.rng": "the schema of waivers.xml",
}
_PROGRAM = {
    "schema": (Role.SCHEMA, "schema", "*"),
    "xslt": (Role.STYLESHEET, "stylesheet", "*"),
    "scripts/teiwright": (Role.SOFTWARE, "module of the program", "*"),
    "docs": (Role.SOFTWARE, "documentation", "*.md"),
}
"""What the program consists of: folders with what is taken of them. With it the package alone makes the package again."""


def deposit(
    workspace: Workspace, also: Sequence[str] = (), progress: Callable[[str], None] = lambda _: None
) -> tuple[Record, Package]:
    """The package of an edition as it stands in its folder, and the record that it is described by. Nothing is written.

    also: further formats that it is to hold. Raises Refused: what building, validating and rendering it find wrong; B001
    when its header does not say what a package must; B002 when its files no longer make it; B003 when it has changed since
    its release.
    """
    tei = workspace.read(workspace.edition.name)
    record = read_record(read_xml(tei, workspace.edition.name), workspace.name, workspace.edition.name)
    if later := [change for change in record.changes if change.when > record.released]:
        help_ = "release it as a new version: teiwright release EDITION VERSION --note …"
        message = f"version {record.version} is of {record.released}, but there is a change of {later[0].when}"
        raise Refused(Finding("B003", message, help_, workspace.edition.name))
    made = _built(workspace, tei, progress)
    progress("validate")
    report = _validated(workspace, tei)
    progress("render")
    more = [name for name in dict.fromkeys(also) if name not in (*FORMS, "dc")]
    forms = pipeline.forms(workspace, tei, (*FORMS, *more, "dc"), apart=("dc",))
    progress("deposit")
    own = [*_edition(workspace, tei)]
    edition = own[-1]
    items = [*own, *_forms(forms, edition.path), *_logs(made, report, edition), *_program(), *_licences(record)]
    page = FORMATS["html"].path.format(name=workspace.name)
    again = " ".join(["deposit", edition.path.rpartition("/")[0], *(f"--also {name}" for name in more)])
    return record, package(record, items, f"derivatives/{page}", _told(report), again)


def version_of(record: Record, made: Package, folder: Path) -> Mapping[Path, bytes]:
    """The files that add a package to the OCFL object in a folder, which may be new. Raises Refused: B004, W001."""
    inventory = folder / INVENTORY
    try:
        known = inventory.read_bytes() if inventory.exists() else None
        if known is None and folder.is_dir() and any(folder.iterdir()):
            help_ = "give a folder that is empty, or an object that was begun before"
            raise Refused(Finding("B004", "the folder is not empty and is no OCFL object", help_, str(folder)))
    except OSError as error:
        help_ = "give a folder that can be read"
        raise Refused(Finding("W001", (error.strerror or str(error)).lower(), help_, str(inventory))) from None
    return {folder / path: data for path, data in next_version(made, record, known, folder.name).items()}


def _built(workspace: Workspace, tei: bytes, progress: Callable[[str], None]) -> pipeline.Build:
    """The edition built anew, since what the rules claim is kept nowhere else."""
    made = pipeline.build(workspace, "encode", progress)
    if made.failed:
        raise Refused(*(finding for finding in made.findings if finding.severity is Severity.ERROR))
    if made.tei != tei:
        help_ = "build it, look at what changed, and deposit what you then have"
        raise Refused(Finding("B002", "the edition is not what its files make", help_, workspace.edition.name))
    return made


def _validated(workspace: Workspace, tei: bytes) -> Report:
    waivers = workspace.read("waivers.xml", b"") or None
    given = Given(workspace.edition, tei, workspace.edition.name, workspace.read("source.txt"), waivers)
    report = checked([given], own_schemas())
    if report.count(Severity.ERROR):
        raise Refused(*report.at_least(Severity.ERROR))
    return report


def _edition(workspace: Workspace, tei: bytes) -> Iterator[Item]:
    """What the edition is made of, and last the edition."""
    folder = f"tei/{workspace.name}"
    yield Item(f"{folder}/source.txt", workspace.read("source.txt"), Role.SOURCE, "the text as received, byte for byte")
    given = [
        Item(f"{folder}/{name}", data, Role.EDITORIAL, title)
        for name, title in _GIVEN.items()
        if (data := workspace.read(name, b""))
    ]
    entries = [
        Item(f"tei/authority/{name}", entry, Role.AUTHORITY, f"entries for {name.removesuffix('.xml')}")
        for name, _, _ in AUTHORITIES.values()
        if (entry := workspace.authority(name))
    ]
    yield from given
    yield from entries
    made_from = (f"{folder}/source.txt", *(item.path for item in (*given, *entries) if not item.path.endswith(".md")))
    yield Item(f"{folder}/{workspace.edition.name}", tei, Role.EDITION, "the edition, in TEI P5", made_from)


def _forms(forms: Mapping[str, Mapping[str, bytes]], edition: str) -> Iterator[Item]:
    for name, files in forms.items():
        if unsafe := [file for file in files if not is_safe(file)]:
            help_ = f"leave out --also {name}; teiwright render --format {name} makes it beside the package"
            raise Refused(Finding("B005", f"the form “{name}” has a file {unsafe[0]}", help_))
        role = Role.METADATA if name in _RECORDS else Role.PLAIN if name == "printed" else Role.DERIVATIVE
        for number, (file, data) in enumerate(files.items()):
            part = "its map" if file.endswith(".tsv") else file.rpartition("/")[2]
            title = f"{FORMATS[name].title}: {part}" if number else FORMATS[name].title
            yield Item(_RECORDS.get(name, "derivatives/{file}").format(file=file), data, role, title, (edition,))


def _logs(made: pipeline.Build, report: Report, edition: Item) -> Iterator[Item]:
    source = next(path for path in edition.made_from if path.endswith("/source.txt"))
    told = "".join(f"{finding}\n    help: {finding.help}\n" for finding in made.findings)
    for name, data in {**made.outputs, "findings.txt": told.encode("utf-8")}.items():
        if name.startswith("clean."):
            yield Item(f"log/{name}", data, Role.PLAIN, _LOGS[name], (source,))
        else:
            yield Item(f"log/{name}", data, Role.LOG, _LOGS[name], edition.made_from)
    for name, title in _REPORTS.items():
        report_ = reported(name, report, Severity.NOTE).encode("utf-8")
        yield Item(f"reports/validation.{name}", report_, Role.REPORT, f"the report of validation, {title}", (edition.path,))


def _program() -> Iterator[Item]:
    """The program with its schemas and stylesheets, and the pinned packages that it ran with."""
    for place, (role, title, wanted) in _PROGRAM.items():
        folder = Path(__file__).parent if place == "scripts/teiwright" else resource(place)
        for inside in _files(folder, wanted):
            if place != "scripts/teiwright" or not inside.startswith(_BESIDE):
                told = _SCHEMAS.get(inside, f"{title}: {inside}")
                yield Item(f"{place}/{inside}", (folder / inside).read_bytes(), role, told)
    pinned = resource("requirements") / "run.txt"
    yield Item("requirements/run.txt", pinned.read_bytes(), Role.SOFTWARE, "the packages it ran with, with their checksums")


def _files(folder: Path, wanted: str) -> list[str]:
    """The files in a folder that fit a pattern, by their paths in it; not what editors and systems leave lying there."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob(wanted) if path.is_file())
    return sorted(path for path in found if is_safe(path) and file_format(path) is not UNKNOWN and "/." not in f"/{path}")


def _licences(record: Record) -> Iterator[Item]:
    for name in ("Apache-2.0", *(one.spdx for one in record.licences)):
        path = resource("LICENSES") / f"{name}.txt"
        if name and path.is_file():
            yield Item(f"LICENSES/{name}.txt", path.read_bytes(), Role.LICENCE, name)


def _told(report: Report) -> str:
    counted = ", ".join(f"{report.count(severity)} {severity.value}s" for severity in reversed(Severity))
    return f"RELAX NG, W3C Schema, Schematron, pointers and fidelity to the source: {counted}; {len(report.waived)} waived"
