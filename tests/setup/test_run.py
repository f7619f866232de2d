"""The launcher: what it needs, what it says, and when it sets up `.venv` again."""

import ast
import runpy
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def run(root: Path) -> ModuleType:
    """Return the launcher as a module of its own."""
    spec = spec_from_loader("run", SourceFileLoader("run", str(root / "run")))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installs(run: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the launcher a checkout of its own; return the list of what it installs there."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("one==1\n")
    (tmp_path / "requirements" / "test.txt").write_text("one==1\ntwo==2\n")
    venv = tmp_path / ".venv"
    paths = {"ROOT": tmp_path, "VENV": venv, "PYTHON": venv / "bin" / "python", "STAMP": venv / "complete"}
    for name, path in paths.items():
        monkeypatch.setattr(run, name, path)
    done: list[str] = []

    def install(packages: Path) -> None:
        time.sleep(0.05)  # time enough for another run to come in between
        done.append(packages.stem)

    monkeypatch.setattr(run, "install", install)
    return done


def call(launcher: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the launcher with nothing but the standard library in reach."""
    return subprocess.run([sys.executable, "-I", "-S", launcher, *arguments], capture_output=True, text=True, check=False)


def test_imports_the_standard_library_only(root: Path) -> None:
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse((root / "run").read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [(), ("help",), ("--help",)])
def test_help_needs_and_makes_nothing(root: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    launcher = tmp_path / "run"
    launcher.write_bytes((root / "run").read_bytes())
    result = call(launcher, *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    assert all(f"\n  {verb} " in result.stdout for verb in ("build", "test", "teiwright", "lint", "bench", "lock"))
    assert list(tmp_path.iterdir()) == [launcher]


def test_an_unknown_verb_is_answered_with_the_known_ones(root: Path) -> None:
    result = call(root / "run", "biuld")
    assert (result.returncode, result.stdout) == (2, "")
    assert "no such verb: biuld" in result.stderr
    assert "usage:" in result.stderr


def test_an_old_python_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((root / "run").read_text(), feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; .* is 3\.10\."):
        runpy.run_path(str(root / "run"))


def test_musl_is_named_as_the_reason(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sysconfig, "get_config_var", {"SOABI": "cpython-312-x86_64-linux-musl"}.get)
    assert "musl" in run.platform_advice()


def test_without_any_installer_says_what_to_get(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda _: None)
    monkeypatch.setattr(run, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match=r"install uv, or pip(.|\n)*apt-get install python3-pip"):
        run.install(run.requirements("run"))


def test_sets_up_once(run: ModuleType, installs: list[str]) -> None:
    run.ensure("run")
    run.ensure("run")
    assert installs == ["run"]
    assert run.PYTHON.is_symlink(), "a copy would outlive the Python it was made from"


def test_adds_the_tests_to_what_is_there(run: ModuleType, installs: list[str]) -> None:
    run.ensure("run")
    kept = run.VENV / "kept"
    kept.touch()
    run.ensure("test")
    run.ensure("run")
    assert installs == ["run", "test"]
    assert kept.exists()


def interrupt(run: ModuleType) -> None:
    run.STAMP.unlink()


def change_the_list(run: ModuleType) -> None:
    run.requirements("run").write_text("one==2\n")


def lose_python(run: ModuleType) -> None:
    run.PYTHON.unlink()


def upgrade_python(run: ModuleType) -> None:
    newer = run.ROOT / "python3.99"
    newer.touch()
    run.PYTHON.unlink()
    run.PYTHON.symlink_to(newer)


@pytest.mark.parametrize("mishap", [interrupt, change_the_list, lose_python, upgrade_python])
def test_starts_afresh_after(run: ModuleType, installs: list[str], mishap: Callable[[ModuleType], None]) -> None:
    run.ensure("run")
    leftover = run.VENV / "leftover"
    leftover.touch()
    mishap(run)
    run.ensure("run")
    assert installs == ["run", "run"]
    assert not leftover.exists()


def test_a_failed_set_up_does_not_count(run: ModuleType, installs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(run, "install", lambda _: sys.exit("no network"))
        with pytest.raises(SystemExit):
            run.ensure("run")
    run.ensure("run")
    assert installs == ["run"]


def test_runs_at_the_same_time_set_up_once(run: ModuleType, installs: list[str]) -> None:
    runs = [threading.Thread(target=run.ensure, args=("run",)) for _ in range(4)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()
    assert installs == ["run"]


def test_the_environment_leads_nowhere_else(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("LANG", "C")
    environment = run.environment()
    assert "PYTHONPATH" not in environment
    assert environment["LANG"] == "C"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--until", "layout"), ("build", "tei/hedp", "--until", "layout")),
        (("tei/other", "--until", "layout"), ("build", "tei/other", "--until", "layout")),
    ],
)
def test_build_names_the_edition(
    run: ModuleType,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    called: list[tuple[str, ...]] = []
    monkeypatch.chdir(root)
    monkeypatch.setattr(run, "teiwright", lambda *given: called.append(given))
    run.build(*arguments)
    assert called == [expected]


@pytest.mark.parametrize("status", [0, 1, 3])
def test_build_alone_ends_with_the_page_of_all_editions_unless_it_fails(
    run: ModuleType, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    command = tmp_path / "bin" / "teiwright"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/called"\n[ "$1" = index ] || exit {status}\n')
    command.chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "ensure", lambda _: None)
    monkeypatch.setattr(
        run, "become", lambda command, *given: sys.exit(subprocess.run([command, *given], check=False).returncode)
    )
    with pytest.raises(SystemExit) as exit_:
        run.build()
    assert exit_.value.code == status
    called = (tmp_path / "called").read_text().splitlines()
    assert called == ["build tei/hedp", "index tei"][: 1 if status else 2]
