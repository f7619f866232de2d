"""What all reporters have in common."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from teiwright import REPORTS, reporters
from teiwright.codes import Severity
from teiwright.findings import Finding
from teiwright.reporters import explanation, reported
from teiwright.reporters.summary import verdict
from teiwright.validate.report import Report

MODULES = {path.stem for path in Path(reporters.__file__).parent.glob("*.py")} - {"__init__"}
FOR_PEOPLE = ("plain", "terminal", "github")


def test_every_form_has_a_module_and_every_module_that_reports_is_a_form() -> None:
    assert set(REPORTS) <= MODULES
    assert {name for name in MODULES if hasattr(import_module(f"teiwright.reporters.{name}"), "text")} == set(REPORTS)


@pytest.mark.parametrize("arguments", [["--help"], ["validate", "--help"]], ids=" ".join)
def test_help_loads_no_reporter(arguments: list[str], root: Path) -> None:
    script = (
        "import sys\n"
        "from teiwright.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    print(*sys.modules, sep='\\n')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    assert not [line for line in done.stdout.splitlines() if line.startswith("teiwright.reporters")]


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_the_same_each_time_and_ends_its_last_line(name: str, report: Report) -> None:
    text = reported(name, report, Severity.NOTE)
    assert text == reported(name, report, Severity.NOTE)
    assert text.endswith("\n")
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("name", REPORTS)
def test_what_matters_less_than_the_threshold_is_not_told(name: str, report: Report) -> None:
    assert "nobody is named" in reported(name, report, Severity.WARNING)
    assert "nobody is named" not in reported(name, report, Severity.ERROR)


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_the_last_line_is_the_verdict_and_counts_everything(name: str, report: Report) -> None:
    assert reported(name, report, Severity.ERROR).splitlines()[-1] == verdict(report)
    assert verdict(report) == "4 documents: 7 errors, 1 warning, 1 note, 2 waived"


@pytest.mark.parametrize("name", sorted(set(REPORTS) - set(FOR_PEOPLE)))
def test_what_was_waived_is_told_with_its_reason(name: str, report: Report) -> None:
    assert "It is a proverb" in reported(name, report, Severity.ERROR)


def test_a_code_without_an_essay_has_no_explanation() -> None:
    assert explanation("V401").startswith("# V401 ")
    assert explanation("V402") == ""


def test_a_summary_is_not_larger_than_a_service_takes() -> None:
    text = reported("summary", Report((Finding("V001", "m" * 200, "h" * 200, "f" * 200),) * 3000), Severity.NOTE)
    assert len(text) < 2**20
    assert "\n2500 more are not shown.\n" in text
