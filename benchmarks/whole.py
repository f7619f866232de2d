"""How long building, rendering, packing, validating and compiling take, against a calibration run of the same minute.

The calibration is what no work of this kind can do without: start Python, load lxml and Saxon, parse the edition, and
transform it once. It is taken twice: with an identity transformation, the least that there is, and with the stylesheet of
the reading page. Absolute seconds depend on the machine; the ratios hardly do.

    ./run bench [EDITION] [--runs N]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from teiwright.render import FORMATS

ROOT = Path(__file__).resolve().parents[1]
FILES = 100
CALIBRATION = """
import sys
from lxml import etree
from saxonche import PySaxonProcessor
text = open(sys.argv[1], encoding="utf-8").read()
etree.fromstring(text.encode("utf-8"))
with PySaxonProcessor(license=False) as saxon:
    sheet = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=sys.argv[2])
    sheet.transform_to_string(xdm_node=saxon.parse_xml(xml_text=text))
"""
IDENTITY = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>'
)


class Run(NamedTuple):
    """One finished process: CPU seconds (user and system), wall seconds, peak memory in megabytes."""

    cpu: float
    wall: float
    memory: float


def measure(command: list[str]) -> Run:
    """Run a command to its end and take what the system accounts for it. Raises SystemExit when it fails."""
    begun = os.times().elapsed
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return Run(usage.ru_utime + usage.ru_stime, os.times().elapsed - begun, peak)


def commands(edition: Path, folder: Path) -> Mapping[str, list[str]]:
    """What is measured, by name; `folder` is for what is written and for the hundred copies."""
    tei = edition / f"{edition.name}.xml"
    (folder / "identity.xsl").write_text(IDENTITY)
    shutil.copyfile(ROOT / "schema" / "teiwright.odd", folder / "teiwright.odd")
    for number in range(FILES):
        copy = folder / "many" / f"e{number:03}"
        copy.mkdir(parents=True)
        text = tei.read_text("utf-8").replace(f'xml:id="{edition.name}"', f'xml:id="{copy.name}"', 1)
        (copy / f"{copy.name}.xml").write_text(text, "utf-8")
        shutil.copyfile(edition / "source.txt", copy / "source.txt")
    teiwright = [sys.executable, "-m", "teiwright"]
    forms = [word for name in FORMATS if name != "pdf" for word in ("--format", name)]
    calibration = [sys.executable, "-c", CALIBRATION, str(tei)]
    return {
        "identity": [*calibration, str(folder / "identity.xsl")],
        "page": [*calibration, str(ROOT / "xslt" / "html.xsl")],
        "build": [*teiwright, "build", str(edition), "--out", str(folder / "build")],
        "render": [*teiwright, "render", str(edition), "--out", str(folder / "forms"), *forms],
        "deposit": [*teiwright, "deposit", str(edition), "--out", str(folder / "package")],
        "verify": [sys.executable, str(folder / "package" / "deposit" / "data" / "verify.py")],
        "validate": [*teiwright, "validate", str(tei)],
        "schema": [*teiwright, "schema", str(folder / "teiwright.odd")],
        f"validate {FILES}": [*teiwright, "validate", str(folder / "many")],
    }


def main() -> None:
    """Run all commands in turn, and print medians and median ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("edition", nargs="?", type=Path, default=ROOT / "tei" / "hedp")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wanted = commands(options.edition.resolve(), Path(folder))
        rounds = [{name: measure(command) for name, command in wanted.items()} for _ in range(options.runs + 1)][1:]
    for name in wanted:
        cpu, wall, memory = (statistics.median(figures) for figures in zip(*(one[name] for one in rounds), strict=True))
        share = FILES if name.endswith(str(FILES)) else 1
        ratios = [statistics.median(one[name].cpu / share / one[of].cpu for one in rounds) for of in ("identity", "page")]
        per = f"   {cpu / share:.3f} s a file" if share > 1 else ""
        times = f"cpu {cpu:.3f} s   wall {wall:.3f} s   peak {memory:.0f} MB"
        print(f"{name:<13} {times}   {ratios[0]:.2f} × identity   {ratios[1]:.2f} × page{per}")


if __name__ == "__main__":
    main()
