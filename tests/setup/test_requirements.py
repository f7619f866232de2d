"""The lists of pinned packages: complete, hashed, in step with pyproject.toml, and free of addresses."""

import re
import tomllib
from pathlib import Path

import pytest

LISTS = ("run", "test", "tei-all", "referees", "schemas")


def pins(root: Path, name: str) -> dict[str, str]:
    """Return package → everything that the list says of it; two entries of one package are joined."""
    text = (root / "requirements" / f"{name}.txt").read_text()
    found: dict[str, str] = {}
    for entry in text.replace("\\\n", " ").splitlines():
        package = entry.split("==")[0]
        found[package] = found.get(package, "") + entry
    return found


@pytest.mark.parametrize("name", LISTS)
def test_holds_no_address(root: Path, name: str) -> None:
    text = (root / "requirements" / f"{name}.txt").read_text()
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE), "an option such as --index-url"


@pytest.mark.parametrize("name", LISTS)
def test_every_package_is_pinned_and_hashed(root: Path, name: str) -> None:
    loose = [
        package
        for package, entry in pins(root, name).items()
        if not re.match(r"[a-z0-9-]+==[0-9][\w.]*\s", entry) or "--hash=sha256:" not in entry
    ]
    assert not loose


def test_pyproject_and_lists_agree(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text())
    run, test = pins(root, "run"), pins(root, "test")
    for wanted in project["project"]["dependencies"]:
        package = wanted.split("==")[0]
        assert run[package].startswith(f"{wanted} "), f"{wanted}: ./run lock"
    assert not set(project["dependency-groups"]["test"]) - set(test), "./run lock"
    judges = {re.split("[=<>]", package)[0] for package in project["dependency-groups"]["referees"]}
    assert not judges - set(pins(root, "referees")), "./run lock"


def test_tests_run_on_what_is_delivered(root: Path) -> None:
    run, test = pins(root, "run"), pins(root, "test")
    assert run == {package: test[package] for package in run}
