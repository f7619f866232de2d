"""The pipeline: an edition goes through the rooms in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from teiwright import ROOMS, annotate, capture, layout, structure
from teiwright.checking import checked, own_schemas
from teiwright.clean import clean
from teiwright.encode.document import encode
from teiwright.findings import Finding, Refused, Severity
from teiwright.language import load_language
from teiwright.log import log
from teiwright.materials import read_decisions, read_entries
from teiwright.model.authority import AUTHORITIES
from teiwright.model.claim import Kind
from teiwright.model.decisions import Decisions
from teiwright.model.edition import Edition
from teiwright.model.profile import read_profile
from teiwright.model.reading import Reading
from teiwright.unexplained import unexplained
from teiwright.validate import Given
from teiwright.workspace import resource

if TYPE_CHECKING:
    from teiwright.model.places import Places
    from teiwright.workspace import Workspace

READING_ROOMS = (capture.ROOM, layout.ROOM, structure.ROOM, annotate.ROOM)
"""The rooms that add claims to a reading."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a run through the corridor made.

    edition: what the editors gave; reading: the source and all claims; findings: everything that there is to tell;
    tei: the edition, empty before it is encoded; outputs: path → bytes of what goes to the build folder.
    """

    edition: Edition
    reading: Reading
    findings: tuple[Finding, ...] = ()
    tei: bytes = b""
    outputs: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether a finding keeps the edition from being written."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def figures(self) -> dict[str, object]:
        """The summary: how many there are of each kind of thing, by the name that people give it."""
        of = self.reading.of
        kinds = Counter(claim["tag"] for claim in of(Kind.QUOTATION))
        severities = Counter(finding.severity.value for finding in self.findings)
        return {
            "pages": len(of(Kind.PAGE)),
            "paragraphs": len(of(Kind.PARAGRAPH)),
            "list items": len(of(Kind.ITEM)),
            "block quotations": len(of(Kind.BLOCK_QUOTATION)),
            "notes": len(of(Kind.NOTE)),
            "quotations": ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())) or "0",
            "persons": f"{len(of(Kind.PERSON))} mentions of {len({claim['ref'] for claim in of(Kind.PERSON)})}",
            "slips": len(of(Kind.EMENDATION)),
            "findings": ", ".join(f"{count} {severity}" for severity, count in sorted(severities.items())) or "0",
        }


def build(
    workspace: Workspace, until: str = ROOMS[-1], progress: Callable[[str], None] = lambda _: None, *, decided: bool = True
) -> Build:
    """Take an edition through the corridor, as far as a room. Nothing is written.

    decided: whether the editor's decisions are followed; without them it is seen what the rules do alone.
    Raises Refused when a file cannot be read or is not what it must be.
    """
    progress("capture")
    data = workspace.read("source.txt")
    reading = Reading(capture.capture(data, "source.txt"))
    edition = _edition(workspace)
    if not decided:
        edition = replace(edition, decisions=Decisions())
    findings = _speechless(edition)
    wanted = ROOMS[: ROOMS.index(until) + 1]
    for room in READING_ROOMS:
        if room.name not in wanted:
            break
        progress(room.name)
        reading, found = room.enter(reading, edition)
        findings += found
        if room is layout.ROOM:
            decisions, found = edition.decisions.anchor(reading)
            edition = replace(edition, decisions=decisions)
            findings += found
    done = Build(edition, reading, tuple(findings), outputs=_readable(reading) if "structure" in wanted else {})
    contradicted = any(finding.code in ("D005", "D006") for finding in done.findings)
    if annotate.ROOM.name in wanted:
        done = replace(done, outputs={**done.outputs, "unexplained.tsv": unexplained(reading, edition)})
    if annotate.ROOM.name in wanted and not contradicted:
        used = (claim.get("decision") for claim in reading.claims)
        done = replace(done, findings=(*done.findings, *edition.decisions.unused(used)))
    for name, step in (("encode", encoded), ("validate", _validate), ("render", _render)):
        if name in wanted and not done.failed:
            progress(name)
            done = step(workspace, done)
    return done


def _edition(workspace: Workspace) -> Edition:
    profile = read_profile(workspace.read("profile.toml", b""), "profile.toml")
    decisions = workspace.read("decisions.xml", b"")
    files = {kind: workspace.authority(name) for kind, (name, _, _) in AUTHORITIES.items()}
    entries = tuple(entry for kind, data in files.items() if data for entry in read_entries(kind, data))
    given = Edition(workspace.name, profile, load_language(profile.language), entries)
    if decisions:
        schema = (resource("schema") / "decisions.rng").read_bytes()
        given = replace(given, decisions=read_decisions(decisions, "decisions.xml", schema))
    return given


def _speechless(edition: Edition) -> list[Finding]:
    """A finding when there is no language pack: the rules that need words stay silent."""
    if edition.language.sayings:
        return []
    help_ = "rules that know words are off; write a pack beside scripts/teiwright/language/en.py"
    return [Finding("P004", f"there is no language pack for “{edition.profile.language}”", help_, "profile.toml")]


def _readable(reading: Reading) -> dict[str, bytes]:
    text, offsets = clean(reading)
    return {"clean.txt": text, "clean.tsv": offsets, "claims.jsonl": log(reading)}


def encoded(workspace: Workspace, so_far: Build) -> Build:
    """The build with its TEI, whatever has been found against it so far."""
    header = workspace.read("header.xml")
    document, findings = encode(so_far.reading, so_far.edition, header, "../../schema/teiwright")
    return replace(so_far, tei=document.encode("utf-8"), findings=(*so_far.findings, *findings))


def _validate(workspace: Workspace, so_far: Build) -> Build:
    source = so_far.reading.source.text.encode("utf-8")
    waivers = workspace.read("waivers.xml", b"") or None
    given = Given(workspace.edition, so_far.tei, workspace.edition.name, source, waivers)
    report = checked([given], own_schemas())
    return replace(so_far, findings=(*so_far.findings, *report.at_least(Severity.WARNING)))


def _render(workspace: Workspace, so_far: Build) -> Build:
    from teiwright.render import BUILT

    try:
        pages = rendered(workspace, so_far.tei, BUILT)
    except Refused as refused:
        return replace(so_far, findings=(*so_far.findings, *refused.findings))
    return replace(so_far, outputs={**so_far.outputs, **pages})


def rendered(workspace: Workspace, tei: bytes, formats: Sequence[str], reader: str = "en") -> dict[str, bytes]:
    """The files that an edition renders to, by path in the folder for results; raises as `forms` does."""
    return {path: data for files in forms(workspace, tei, formats, reader).values() for path, data in files.items()}


def forms(
    workspace: Workspace, tei: bytes, formats: Sequence[str], reader: str = "en", apart: Sequence[str] = ()
) -> Mapping[str, Mapping[str, bytes]]:
    """The files of each format that an edition renders to, by path in the folder for results.

    reader: the reader's language; apart: formats that will not lie beside the others, so that no page leads to them.
    Raises Refused: R001 when a stylesheet stops, R002 for a format that takes packages which are not installed.
    """
    from teiwright.encode.places import places
    from teiwright.render import FORMATS, render
    from teiwright.saxon import StylesheetError
    from teiwright.xml import read_xml

    if missing := [name for name in formats if not FORMATS[name].at_hand]:
        help_ = f"pip install 'teiwright[{FORMATS[missing[0]].extra}]', or leave the format out"
        raise Refused(Finding("R002", f"the packages for the format “{missing[0]}” are not installed", help_))

    def found(tei: bytes) -> Places:
        return places(read_xml(tei, workspace.edition.name))

    try:
        return render(tei, formats, resource("xslt"), workspace.name, found, apart=apart, reader=reader)
    except StylesheetError as error:
        help_ = "give the stylesheet a rule for what it does not know"
        finding = Finding("R001", error.message, help_, error.stylesheet, error.line)
        raise Refused(finding) from None
