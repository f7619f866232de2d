"""Proof that this package is whole: python3 data/verify.py, or python3 verify.py FOLDER.

It takes Python 3.8 or newer and nothing else: no network, no library. It only reads. Five things are checked:

1. Fixity. Every file has the size and the checksums (SHA-256, SHA-512) that the manifests beside the folder `data` state,
   and `ro-crate-metadata.json` in it. Where `data` was kept without what lay beside it, the latter alone is used.
2. Completeness. No file is missing, none was added, none has another name. No link and no path out of it is followed.
3. Well-formedness. XML is XML, JSON is JSON, archives unpack, and all other text is UTF-8.
4. The way back. The TEI alone gives back the source, byte for byte, and so the checksum that its header states. This is
   a second implementation of that way, and shares no line with the software that made the edition.
5. Derivatives. Reading page, book, plain texts, tokens, annotations and tables carry the words of the TEI.

The first three are in this file, the others in `verify_text.py` beside it.

What is not proved: that the TEI is valid (its schemas are in `schema`), that its markup is right, that the source is
faithful to the print, or who made the package. Whoever changes a file can make all checksums anew; then 4 and 5 alone
speak, and they ask whether the parts agree. Without the bag nothing vouches for `ro-crate-metadata.json` itself. Against
a forger, compare `tagmanifest-sha512.txt` with a copy of it that you have from elsewhere.

A fault is one line. Exit status: 0 sound, 1 faults, 2 no package there.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import runpy
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Stated = dict[str, dict[str, str]]  # of files by path: size and checksums, by kind

BAG = ("bagit.txt", "bag-info.txt")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DIGESTS = {"sha256": 64, "sha512": 128}  # with the length of one in hexadecimal digits
MANIFESTS = {f"{kind}-{digest}.txt": digest for kind in ("manifest", "tagmanifest") for digest in DIGESTS}
CRATE = "data/ro-crate-metadata.json"

XML = (".xml", ".xsl", ".xslt", ".xspec", ".rng", ".xsd", ".sch", ".odd", ".xhtml", ".opf", ".ncx", ".svg", ".rdf")
JSON = (".json", ".jsonld", ".sarif")
ARCHIVES = (".epub", ".zip")
BINARY = (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff", ".woff2", ".ttf", ".otf")
UNPACKED = 1 << 30  # bytes: an archive that would grow beyond is refused


class Fault(Exception):  # noqa: N818 -- the word of the report
    """What is wrong with a file, as its line of the report has it."""


class Package:
    """The files of a package, and what was found wrong with them.

    bagged: whether the bag is there, or the payload alone; files: by path, that of the payload being `data/` whatever its
    real name is now; faults: the lines of the report.
    """

    def __init__(self, payload: Path) -> None:
        """List the files. payload: the folder that a bag calls `data`."""
        self.bagged = payload.name == "data" and any((payload.parent / name).is_file() for name in (*BAG, *MANIFESTS))
        self.files: dict[str, Path] = {}
        self.faults: list[str] = []
        self.attempt("data", self.enter, *((payload.parent, "") if self.bagged else (payload, "data/")))

    def enter(self, folder: Path, prefix: str) -> None:
        """List the files of a folder and of those in it."""
        for file in sorted(folder.iterdir()):
            path = prefix + file.name
            if file.is_symlink() or not (file.is_file() or file.is_dir()):
                self.fault(path, "a symbolic link, or no file at all; refused")
            elif file.is_dir():
                self.attempt(path, self.enter, file, path + "/")
            else:
                self.files[path] = file

    def fault(self, path: str, what: str) -> None:
        """Add a line to the report."""
        self.faults.append(f"{path}: {what}")

    def attempt(self, path: str, check: Callable[..., Any], *given: Any) -> Any:
        """What a check gives. Whatever it stumbles over is a fault of the file, never of this program; then None."""
        try:
            return check(*given)
        except Fault as fault:
            self.fault(path, str(fault))
        except Exception as error:
            self.fault(path, f"{type(error).__name__}: {error}")
        return None

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Fault where the package has none of that name: nothing else is ever opened."""
        if path not in self.files:
            raise Fault("missing")
        return self.files[path].read_bytes()

    def check(self) -> Iterator[str]:
        """Make all checks. Gives, one by one, what is proved if the report stays empty."""
        read = {CRATE: self.attempt(CRATE, self.crate)}
        if self.bagged:
            self.attempt("bagit.txt", self.declaration)
            read.update({name: self.attempt(name, self.manifest, name, DIGESTS[MANIFESTS[name]]) for name in MANIFESTS})
        lists: dict[str, Stated] = {name: stated for name, stated in read.items() if stated is not None}
        real: Stated = {}
        for path in self.files:
            data = self.attempt(path, self.read, path)
            if data is not None:
                real[path] = {kind: hashlib.new(kind, data).hexdigest() for kind in DIGESTS}
                real[path]["contentSize"] = str(len(data))
                self.attempt(path, self.well_formed, path, data)
        self.fixity(lists, real)
        stated = sum(any(covers(name, path) for name in lists) for path in real)
        yield f"fixity: {stated} files are as stated in {', '.join(lists)}"
        self.completeness(lists, real)
        if self.bagged and not self.faults:  # else it only says again what the lists have said
            self.attempt("bag-info.txt", self.oxum)
        yield f"completeness: of {len(real)} files none is missing, extra or renamed"
        yield f"well-formedness: {len(real)} files are what their names say"
        editions = [path for path in real if re.fullmatch(r"data/tei/([^/]+)/\1\.xml", path)]
        if not editions:
            self.fault("data/tei", "no edition in it")
        for path in editions:
            yield from self.attempt(path, self.edition, path) or ()

    # 1 and 2: fixity and completeness

    def fixity(self, lists: dict[str, Stated], real: Stated) -> None:
        """Compare every file with every list: a manifest, or the crate. It is told once, with all lists that contradict."""
        for path, is_so in real.items():
            due = {name: stated.get(path) for name, stated in lists.items() if covers(name, path)}
            wrong = [name for name, stated in due.items() if stated and any(is_so[kind] != stated[kind] for kind in stated)]
            if wrong:
                self.fault(path, f"not as stated in {', '.join(wrong)}")
            absent = [name for name, stated in due.items() if not stated]
            if absent and absent != [*due]:
                self.fault(path, f"not stated in {', '.join(absent)}")

    def completeness(self, lists: dict[str, Stated], real: Stated) -> None:
        """Compare the names of files with those in the lists. One that has gone and one that has come may be the same."""
        due = {path: [name for name in lists if covers(name, path)] for path in real}
        extra = [path for path, names in due.items() if names and not any(path in lists[name] for name in names)]
        for path in sorted({path for stated in lists.values() for path in stated if path not in real}):
            where = [name for name, stated in lists.items() if path in stated]
            sums = {lists[name][path].get(kind) for name in where for kind in DIGESTS} - {None}
            alike = [new for new in extra if sums.intersection(real[new].values())]
            if leads_out(path):
                self.fault(path, f"leads out of the package; refused; stated in {', '.join(where)}")
            elif alike:
                self.fault(path, f"renamed: it is now {alike[0]}; stated in {', '.join(where)}")
                extra.remove(alike[0])
            else:
                self.fault(path, f"missing; stated in {', '.join(where)}")
        for path in extra:
            self.fault(path, "extra: stated nowhere")

    def manifest(self, name: str, size: int) -> Stated:
        """What a manifest states. A line is a checksum of that size, two spaces and a path (RFC 8493, section 2.1.3)."""
        found: Stated = {}
        for number, line in enumerate(self.read(name).decode("utf-8").splitlines(True), 1):
            match = re.fullmatch(r"([0-9a-f]+)  ([^\r\n]+)\n", line)
            if not match or len(match[1]) != size:
                self.fault(name, f"line {number} is not a checksum, two spaces and a path")
                continue
            path = re.sub("%(0A|0D|25)", lambda code: chr(int(code[1], 16)), match[2], flags=re.IGNORECASE)
            if path in found or not covers(name, path):
                why = "a second time" if path in found else "which it may not"
                self.fault(name, f"line {number} states {path}, {why}")
            found[path] = {MANIFESTS[name]: match[1]}
        return found

    def crate(self) -> Stated:
        """What the RO-Crate states of its files. One that has an address on the web is none of the package."""
        found: Stated = {}
        for entity in json.loads(self.read(CRATE).decode("utf-8"))["@graph"]:
            types = entity.get("@type")
            if "File" not in (types if isinstance(types, list) else [types]) or "://" in entity["@id"]:
                continue
            path = "data/" + re.sub(r"^\./", "", unquote(entity["@id"]))
            if path in found:
                self.fault(CRATE, f"states {path} a second time")
            found[path] = {kind: str(entity.get(kind)) for kind in ("contentSize", "sha256")}
        return found

    def declaration(self) -> None:
        """The bag says that it is one (section 2.1.1)."""
        if self.read("bagit.txt") != DECLARATION:
            raise Fault("not the declaration of a bag of version 1.0 in UTF-8")

    def oxum(self) -> None:
        """The bag says how many bytes and files its payload has (section 2.2.2)."""
        sizes = [file.stat().st_size for path, file in self.files.items() if path.startswith("data/")]
        stated = re.findall(r"^Payload-Oxum: (.*)$", self.read("bag-info.txt").decode("utf-8"), re.MULTILINE)
        if stated != [f"{sum(sizes)}.{len(sizes)}"]:
            raise Fault(f"Payload-Oxum is {' and '.join(stated) or 'missing'}; the payload has {sum(sizes)}.{len(sizes)}")

    # 3: well-formedness

    def well_formed(self, path: str, data: bytes) -> None:
        """Read a file, or one in an archive, as what its name says it is."""
        name = path.lower()
        if name.endswith(ARCHIVES):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(info.file_size for info in archive.infolist()) > UNPACKED:
                    raise Fault("unpacks to more than a gigabyte; refused")
                for part in archive.namelist():
                    if leads_out(part.rstrip("/")):
                        raise Fault(f"has the path {part}, which leads out of it; refused")
                    self.attempt(f"{path}/{part}", lambda part=part: self.well_formed(part, archive.read(part)))
        elif not name.endswith(BINARY):
            text = data.decode("utf-8")
            if name.endswith(XML):
                xml(text)
            elif name.endswith(JSON):
                json.loads(text)
            elif name.endswith(".jsonl"):
                for line in filter(None, text.split("\n")):
                    json.loads(line)

    # 4 and 5: the way back, and derivatives

    def edition(self, path: str) -> list[str]:
        """Examine an edition: a file tei/NAME/NAME.xml, the source beside it, and the derivatives that bear its name."""
        source = path.rpartition("/")[0] + "/source.txt"
        if source not in self.files:
            raise Fault("has no source.txt beside it")
        proof = Path(__file__).absolute().with_name("verify_text.py")
        if not proof.is_file():
            raise Fault("cannot be examined: verify_text.py is not beside verify.py")
        edition = runpy.run_path(str(proof))["Edition"](xml(self.read(path).decode("utf-8")), self.read(source))
        for what in edition.way_back():
            self.fault(path, what)
        stem = "data/derivatives/" + Path(path).stem
        compared = 0
        for form in [one for one in self.files if one.startswith((stem + ".", stem + "-tables/"))]:
            found = self.attempt(form, lambda form=form: edition.compare(form[len(stem) :], self.read(form)))
            compared += found == ""
            if found:
                self.fault(form, found)
        proved = f"{path} gives back its source, {len(edition.source)} bytes"
        shared = f"{compared} files differ nowhere from its {len(edition.words)} words"
        return [f"the way back: {proved}", f"derivatives: {shared}"]


def xml(text: str) -> ElementTree.Element:
    """The root of an XML document. One that declares entities is refused: a few lines of them can fill any memory."""
    if "<!DOCTYPE" in text and "<!ENTITY" in text:
        raise Fault("declares entities; refused")
    return ElementTree.fromstring(text)  # noqa: S314


def leads_out(path: str) -> bool:
    """Whether a path leads out of the package, or may do so on some system."""
    return path[:1] in ("/", "~") or "\\" in path or ":" in path or any(part in ("", ".", "..") for part in path.split("/"))


def covers(name: str, path: str) -> bool:
    """Whether a list has to state a file: a tag manifest what lies beside the payload, the others what is in it."""
    if name.startswith("tag"):
        return not path.startswith(("data/", "tagmanifest-"))
    return path.startswith("data/") and path != name


def main(arguments: list[str]) -> int:
    """Check the package in a folder, or the one that this file is in. Gives the exit status."""
    if "-h" in arguments or "--help" in arguments:
        print(__doc__)
        return 0
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    try:
        folder = folder.resolve() if arguments else folder.absolute()
        is_bag = (folder / "data").is_dir() and not (folder / "ro-crate-metadata.json").exists()
        package = Package(folder / "data" if is_bag else folder)
    except OSError as error:
        print(f"verify: no package in {folder}: {error}")
        return 2
    if not package.bagged and CRATE not in package.files:
        print(f"verify: no package in {folder}")
        return 2
    proved = [*package.check()]
    faults = [*dict.fromkeys(package.faults)]
    for line in [f"FAULT {fault}" for fault in faults] or proved:
        print("verify: " + "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line))
    alone = "" if package.bagged else " in itself; the bag that would vouch for ro-crate-metadata.json is not here"
    print(f"verify: {len(faults)} faults" if faults else f"verify: sound{alone}")
    return 1 if faults else 0


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may know fewer signs than a book has
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
