"""What the command line takes: verbs, their arguments, and the help about them."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import teiwright

if TYPE_CHECKING:
    from datetime import date

    from teiwright.releasing.version import Version

Verb = Callable[[argparse.Namespace], int]

EXIT = """\
exit status:
  0  done; there may be warnings
  1  done as far as possible, but something is wrong: the findings say what
  2  the command line is not understood
  3  a file or folder is missing or cannot be written
130  interrupted; nothing is half-written
"""
_LEVELS = ("note", "warning", "error")


def parser(verbs: Mapping[str, Verb]) -> argparse.ArgumentParser:
    """The parser; each of the verbs is what is called for it."""
    made = argparse.ArgumentParser(
        prog="teiwright",
        description="Turn the raw digitised text of a printed book into a validated TEI edition.",
        epilog=EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action="version", version=f"teiwright {teiwright.__version__}")
    under = made.add_subparsers(title="verbs", metavar="VERB", required=True)

    def verb(name: str, text: str) -> argparse.ArgumentParser:
        sub = under.add_parser(name, help=text, description=text, epilog=EXIT, formatter_class=made.formatter_class)
        sub.set_defaults(verb=verbs[name])
        return sub

    _build(verb("build", "clean, structure, mark, encode, validate and render an edition"))
    _edition(verb("clean", "print the cleaned text; with --out, write it with its offset map"))
    _validate(verb("validate", "check TEI documents: XML, schemas, rules, pointers, fidelity to the source"))
    _render(verb("render", "render an edition as it stands"))
    _deposit(verb("deposit", "pack an edition for an archive, with all that it was made from and all that proves it"))
    _index(verb("index", "write the page that leads to all editions of a folder"))
    _release(verb("release", "give an edition or the software a version, wherever it is stated"))
    _explain(verb("explain", "tell what a code means, or what is known of an element"))
    _edition(verb("review", "write a page on which an editor weighs the claims, doubtful ones first"))
    _measure(verb("measure", "compare an edition with an independent reading of some of its pages"))
    tei = verb("source", "print the source file back from the TEI alone")
    tei.add_argument("tei", type=Path, metavar="TEI", help="an edition's TEI file")
    _schema(verb("schema", "compile an ODD to RELAX NG, W3C Schema, Schematron and documentation"))
    return made


def _build(sub: argparse.ArgumentParser) -> None:
    _edition(sub)
    rooms = teiwright.ROOMS
    sub.add_argument("--until", choices=rooms, default=rooms[-1], metavar="ROOM", help=f"stop after: {', '.join(rooms)}")


def _render(sub: argparse.ArgumentParser) -> None:
    _edition(sub, nargs="?")
    add = sub.add_argument
    add("--format", action="append", type=_format, metavar="FORMAT", help="may be repeated; else all that can be made")
    add("--list", action="store_true", help="tell which formats there are, and make none")
    _language(sub)


def _deposit(sub: argparse.ArgumentParser) -> None:
    _edition(sub)
    add = sub.add_argument
    add("--also", action="append", type=_format, metavar="FORMAT", help="a further form to put in; may be repeated")
    add("--ocfl", type=Path, metavar="FOLDER", help="add it as a version to an OCFL object, new or begun before")


def _index(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("folder", type=Path, nargs="?", default=Path("tei"), metavar="FOLDER", help="the editions; else tei")
    sub.add_argument("--out", type=Path, metavar="FOLDER", help="where what is made of them lies; else build beside them")
    _language(sub)
    _json(sub)


def _release(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    add(
        "folder", type=Path, metavar="FOLDER", help="an edition's folder, for instance tei/hedp, or this software's checkout"
    )
    add("version", type=_version, metavar="VERSION", help="a Semantic Version, for instance 1.2.0")
    add("--note", action="append", type=_note, required=True, metavar="TEXT", help="what has changed; may be repeated")
    add("--date", type=_day, metavar="YYYY-MM-DD", help="the day of the release; else today")
    _json(sub)


def _version(wanted: str) -> Version:
    """A Semantic Version. Raises ArgumentTypeError for what is none."""
    from teiwright.releasing.version import Version

    try:
        return Version.of(wanted)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _note(wanted: str) -> str:
    """A note, on one line. Raises ArgumentTypeError for one that is empty, or that XML cannot hold or should not."""
    note = " ".join(wanted.split())
    if not note or re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", note):
        raise argparse.ArgumentTypeError("a note is words, without control characters")
    return note


def _day(wanted: str) -> date:
    """A day after ISO 8601, with hyphens. Raises ArgumentTypeError for another form, or a day that there is not."""
    from datetime import date

    try:
        day = date.fromisoformat(wanted)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if day.isoformat() != wanted:
        raise argparse.ArgumentTypeError(f"write {wanted} as {day}")
    return day


def _language(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--reader",
        type=_reader,
        default="en",
        metavar="LANGUAGE",
        help="the language in which a form speaks to its reader, one that has a labels file; else en",
    )


def _reader(wanted: str) -> str:
    """A language that the stylesheets have labels in. Raises ArgumentTypeError for another."""
    from teiwright.workspace import resource

    languages = sorted(path.name.split(".")[1] for path in (resource("xslt") / "common").glob("labels.*.xml"))
    if wanted not in languages:
        raise argparse.ArgumentTypeError(f"there are no labels in “{wanted}”: {', '.join(languages)}")
    return wanted


def _format(wanted: str) -> str:
    """A format that there is. Raises ArgumentTypeError for another."""
    from teiwright.render import FORMATS

    if wanted not in FORMATS:
        raise argparse.ArgumentTypeError(f"there is no format “{wanted}”: {', '.join(FORMATS)}")
    return wanted


def _validate(sub: argparse.ArgumentParser) -> None:
    add = sub.add_argument
    add("paths", nargs="+", metavar="PATH", help="a document, a folder (every TEI document in it) or a glob")
    add(
        "--schema",
        type=Path,
        action="append",
        metavar="FILE",
        help="a schema (.rng, .xsd, .sch) in place of the project's own",
    )
    add("--changed-since", metavar="REVISION", help="only documents that have changed since this git revision")
    add(
        "--corpus",
        action="append",
        metavar="PATH",
        help="documents whose identifiers must differ from these; may be repeated",
    )
    add("--report", choices=_LEVELS, default="warning", metavar="LEVEL", help="report from: note, warning (default), error")
    add(
        "--fail",
        choices=(*_LEVELS, "never"),
        default="error",
        metavar="LEVEL",
        help="fail from: note, warning, error (default), never",
    )
    formats = ", ".join(teiwright.REPORTS)
    add(
        "--format",
        action="append",
        type=_report,
        metavar="FORMAT[=FILE]",
        help=f"how to report, and to which file: {formats}",
    )
    _json(sub)


def _report(wanted: str) -> str:
    """A format of a report, and the file that it goes to. Raises ArgumentTypeError for one that there is not."""
    if wanted.partition("=")[0] not in teiwright.REPORTS:
        raise argparse.ArgumentTypeError(f"there is no format “{wanted.partition('=')[0]}”: {', '.join(teiwright.REPORTS)}")
    return wanted


def _explain(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "what", metavar="WHAT", help="a code, for instance V403, or the xml:id of an element, for instance a1-p08"
    )
    sub.add_argument(
        "edition", type=Path, nargs="?", metavar="EDITION", help="the edition's folder; else the one that has it"
    )
    _json(sub)


def _measure(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("reading", type=Path, metavar="READING", help="a folder of JSON lines: what somebody else found there")
    sub.add_argument("edition", type=Path, metavar="EDITION", help="an edition's folder, for instance tei/hedp")
    sub.add_argument("--undecided", action="store_true", help="measure what the rules do alone, without decisions.xml")
    _json(sub)


def _schema(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("odd", type=Path, nargs="?", metavar="ODD", help="the ODD; else the project's own")
    _json(sub)


def _edition(sub: argparse.ArgumentParser, nargs: str | None = None) -> None:
    sub.add_argument("edition", type=Path, nargs=nargs, metavar="EDITION", help="an edition's folder, for instance tei/hedp")
    sub.add_argument("--out", type=Path, metavar="FOLDER", help="where to write; else build/NAME")
    _json(sub)


def _json(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="print one JSON object instead of text")
