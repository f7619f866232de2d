"""How long a build takes, as a whole process, against a calibration run of the same minute.

The calibration is what no build of this kind can do without: start Python, load lxml and Saxon, parse the edition, and
take it through an identity transformation once. Absolute seconds depend on the machine; the ratio hardly does.

    ./run bench [EDITION] [--runs N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
CALIBRATION = """
import sys
from lxml import etree
from saxonche import PySaxonProcessor
text = open(sys.argv[1], encoding="utf-8").read()
etree.fromstring(text.encode("utf-8"))
with PySaxonProcessor(license=False) as saxon:
    identity = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">' \
        '<xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>'
    sheet = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=identity)
    sheet.transform_to_string(xdm_node=saxon.parse_xml(xml_text=text))
"""


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


def main() -> None:
    """Pair the two commands, run by run, and print medians and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("edition", nargs="?", type=Path, default=ROOT / "tei" / "hedp")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    edition = options.edition.resolve()
    with tempfile.TemporaryDirectory() as out:
        build = [sys.executable, "-m", "teiwright", "build", str(edition), "--out", f"{out}/build"]
        calibration = [sys.executable, "-c", CALIBRATION, str(edition / f"{edition.name}.xml")]
        pairs = [(measure(build), measure(calibration)) for _ in range(options.runs + 1)][1:]
    for name, runs in (("build", [a for a, _ in pairs]), ("calibration", [b for _, b in pairs])):
        cpu, wall, memory = (statistics.median(figures) for figures in zip(*runs, strict=True))
        print(f"{name:<12} cpu {cpu:.3f} s   wall {wall:.3f} s   peak {memory:.0f} MB   (median of {len(runs)})")
    print(f"{'ratio':<12} cpu {statistics.median(a.cpu / b.cpu for a, b in pairs):.2f}")


if __name__ == "__main__":
    main()
