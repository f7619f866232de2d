"""The command line: one small function per verb. What a verb has to say it hands to `telling`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from teiwright.arguments import parser
from teiwright.telling import complain, pour, progress, report, say, tell, written


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal or pipe that may not take the marks of a book
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser(VERBS).parse_args(arguments)
    from teiwright.findings import Refused

    try:
        status: int = options.verb(options)
    except Refused as refused:
        tell(options, refused.findings)
        return 3 if refused.findings[0].code.startswith("W") else 1
    except KeyboardInterrupt:
        complain("interrupted; nothing is half-written")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return status


def build(options: argparse.Namespace) -> int:
    """Take an edition through all rooms and write what they make."""
    from teiwright import pipeline
    from teiwright.workspace import Workspace, write_files

    begun = time.perf_counter()
    workspace = Workspace.of(options.edition, options.out)
    done = pipeline.build(workspace, options.until, progress(options))
    files = {workspace.out / name: data for name, data in done.outputs.items()}
    if done.tei:
        files[workspace.edition] = done.tei
    if done.failed:
        files.clear()
    write_files(files)
    report(options, done, list(files), time.perf_counter() - begun)
    return int(done.failed)


def clean(options: argparse.Namespace) -> int:
    """Print the cleaned text, or write it with its map."""
    from teiwright import pipeline
    from teiwright.workspace import Workspace, write_files

    workspace = Workspace.of(options.edition, options.out)
    done = pipeline.build(workspace, "structure", progress(options))
    tell(options, done.findings)
    if options.out:
        write_files({workspace.out / name: done.outputs[name] for name in ("clean.txt", "clean.tsv")})
    elif not options.json:
        pour(done.outputs["clean.txt"])
    return int(done.failed)


def validate(options: argparse.Namespace) -> int:
    """Check TEI documents, and report what is wrong with them."""
    from teiwright.checking import checked, own_schemas
    from teiwright.findings import Severity
    from teiwright.gathering import changed, gathered, given
    from teiwright.reporters import reported
    from teiwright.validate import Schemas
    from teiwright.workspace import resource, write_files

    paths = gathered(options.paths)
    corpus = gathered(options.corpus) if options.corpus else []
    if options.changed_since:
        paths = changed(paths, options.changed_since)
    schemas = Schemas.of(options.schema, resource("xslt")) if options.schema else own_schemas()
    compared = [given(path) for path in corpus if path not in paths]
    verdict = checked([given(path) for path in paths], schemas, compared)
    shown = Severity(options.report)
    if options.json:
        tell(options, verdict.at_least(shown))
    files: dict[Path, bytes] = {}
    for wanted in (
        options.format or [] if options.json else options.format or ["terminal" if sys.stdout.isatty() else "plain"]
    ):
        name, _, file = wanted.partition("=")
        text = reported(name, verdict, shown)
        if file:
            files[Path(file)] = text.encode("utf-8")
        else:
            pour(text.encode("utf-8", "backslashreplace"))
    write_files(files)
    return int(options.fail != "never" and bool(verdict.at_least(Severity(options.fail))))


def render(options: argparse.Namespace) -> int:
    """Render an edition as it stands in its folder, or tell in which formats that can be done."""
    from teiwright import pipeline
    from teiwright.findings import Finding, Refused
    from teiwright.render import FORMATS
    from teiwright.render.drafts import checksums
    from teiwright.workspace import Workspace, write_files
    from teiwright.xml import read_xml

    if options.list:
        told = [
            {"format": name, "title": format_.title, "media_type": format_.media_type} for name, format_ in FORMATS.items()
        ]
        say(options, told, "\n".join(f"{one['format']:<12} {one['title']}" for one in told))
        return 0
    if options.edition is None:
        raise Refused(Finding("W001", "no edition is given", "give an edition's folder, for instance tei/hedp"))
    formats = options.format or [name for name, format_ in FORMATS.items() if format_.at_hand]
    workspace = Workspace.of(options.edition, options.out)
    tei = workspace.read(workspace.edition.name)
    read_xml(tei, workspace.edition.name)
    files = pipeline.rendered(workspace, tei, formats, options.reader)
    if not options.format:
        files[f"{workspace.name}.sha256"] = checksums(files)
    placed = {workspace.out / name: data for name, data in files.items()}
    write_files(placed)
    written(options, placed)
    return 0


def deposit(options: argparse.Namespace) -> int:
    """Pack an edition for an archive: as a bag, as the same in a ZIP file, and as a version of an OCFL object if asked."""
    from hashlib import sha256

    from teiwright.depositing import deposit as deposited
    from teiwright.depositing import version_of
    from teiwright.workspace import Workspace, write_files, write_folder

    workspace = Workspace.of(options.edition, options.out)
    record, package = deposited(workspace, options.also or (), progress(options))
    added = version_of(record, package, options.ocfl) if options.ocfl else {}
    bag, archive, zipped = workspace.out / "deposit", workspace.out / f"{package.label}.zip", package.zipped()
    seal = f"{sha256(zipped).hexdigest()}  {archive.name}\n".encode()
    write_folder(bag, package.files)
    write_files({archive: zipped, archive.with_name(f"{archive.name}.sha256"): seal, **added})
    written(options, [bag, archive, archive.with_name(f"{archive.name}.sha256"), *([options.ocfl] if options.ocfl else [])])
    return 0


def index(options: argparse.Namespace) -> int:
    """Write the page that leads to all editions of a folder."""
    from teiwright.indexing import index as indexed
    from teiwright.workspace import write_files

    folder = options.folder.resolve()
    out = (options.out or folder.parent / "build").resolve()
    files = {out / "index.html": indexed(folder, out, options.reader)}
    write_files(files)
    written(options, files)
    return 0


def source(options: argparse.Namespace) -> int:
    """Print the source file that an edition was made from, from its TEI alone."""
    from teiwright.encode.wayback import source_of
    from teiwright.findings import Finding, Refused
    from teiwright.xml import read_xml

    try:
        data = options.tei.read_bytes()
    except OSError as error:
        help_ = "give the TEI file, for instance tei/hedp/hedp.xml"
        raise Refused(Finding("W001", (error.strerror or str(error)).lower(), help_, str(options.tei))) from None
    pour(source_of(read_xml(data, options.tei.name), options.tei.name))
    return 0


def schema(options: argparse.Namespace) -> int:
    """Compile an ODD to its schemas and their documentation, beside it."""
    from teiwright.compiling import compiled
    from teiwright.findings import Finding, Refused
    from teiwright.workspace import resource, write_files

    odd = options.odd or resource("schema") / "teiwright.odd"
    try:
        data = odd.read_bytes()
    except OSError as error:
        help_ = "give an ODD, for instance schema/teiwright.odd"
        raise Refused(Finding("W001", (error.strerror or str(error)).lower(), help_, str(odd))) from None
    files = {odd.with_name(name): made for name, made in compiled(data, odd, resource("xslt") / "odd").items()}
    write_files(files)
    written(options, files)
    return 0


def release(options: argparse.Namespace) -> int:
    """Give an edition or the software a version, wherever it is stated."""
    from datetime import date

    from teiwright.releasing import Release, released
    from teiwright.workspace import write_files

    wanted = Release(options.version, options.date or date.today(), tuple(options.note))
    files, findings = released(options.folder, wanted, progress(options))
    write_files(files)
    written(options, files, findings)
    return int(not files)


def explain(options: argparse.Namespace) -> int:
    """Tell what a code means, or what is known of an element of an edition."""
    from teiwright.explaining import essay, explained

    text = essay(options.what) or explained(options.what, options.edition)
    say(options, {"explained": text}, text.rstrip())
    return 0


def review(options: argparse.Namespace) -> int:
    """Write the page on which an editor weighs the claims of an edition."""
    from teiwright import pipeline, reviewing
    from teiwright.findings import Severity
    from teiwright.workspace import Workspace, write_files

    workspace = Workspace.of(options.edition, options.out)
    done = pipeline.build(workspace, "annotate", progress(options))
    files = {workspace.out / "review.html": reviewing.page(workspace.name, done.reading, done.edition.decisions)}
    write_files(files)
    written(options, files, [finding for finding in done.findings if finding.severity is Severity.ERROR])
    return int(done.failed)


def measure(options: argparse.Namespace) -> int:
    """Compare an edition with an independent reading of some of its pages."""
    from teiwright import pipeline
    from teiwright.findings import Finding, Refused
    from teiwright.measuring import measure as measured
    from teiwright.measuring.scores import read, told
    from teiwright.workspace import Workspace
    from teiwright.xml import read_xml

    workspace = Workspace.of(options.edition)
    files = {path.stem: path.read_bytes() for path in sorted(options.reading.glob("*.jsonl"))}
    if "pages" not in files:
        help_ = "a reading is a folder of JSON lines; docs/measuring.md describes it"
        raise Refused(Finding("W001", "there is no pages.jsonl", help_, str(options.reading)))
    if options.undecided:
        made = pipeline.encoded(workspace, pipeline.build(workspace, "annotate", decided=False)).tei
    else:
        made = workspace.read(workspace.edition.name)
    scores = measured(read_xml(made, workspace.edition.name), read(files))
    say(options, [told(score) for score in scores], "\n".join(map(str, scores)))
    return 0


VERBS = {
    verb.__name__: verb
    for verb in (build, clean, validate, render, deposit, index, release, explain, review, measure, source, schema)
}
