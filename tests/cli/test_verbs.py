"""The verbs that read an edition: `clean`, `source`, `validate`, `render` and `review`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from teiwright.cli import main
from teiwright.render import FORMATS

Capture = pytest.CaptureFixture[bytes]


@pytest.mark.parametrize("verb", ["build", "clean", "render", "review"])
def test_a_missing_folder_is_3_and_w001(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, str(tmp_path / "tei" / "nowhere")]) == 3
    assert "nowhere: error: W001 there is no source.txt\n    help: give an edition" in capsys.readouterr().err


def test_a_missing_tei_file_is_3_and_w001(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["source", str(tmp_path / "nowhere.xml")]) == 3
    assert "nowhere.xml: error: W001 no such file or directory" in capsys.readouterr().err


def test_clean_prints_the_cleaned_text(built: Path, capfdbinary: Capture) -> None:
    assert main(["clean", str(built)]) == 0
    said = capfdbinary.readouterr()
    assert said.out == (built.parents[1] / "build" / "pamphlet" / "clean.txt").read_bytes()
    text = said.out.decode("utf-8")
    assert "\nThe miller did not like the place. He called it “the wrong end of the meadow” and said" in text
    assert "ground is firm on both sides.\n" in text
    assert "[p. 2, note 2] The letter is in private hands.\n" in text
    assert said.err == b""


def test_clean_writes_nothing_without_out(fresh: Path, capfdbinary: Capture) -> None:
    before = sorted(fresh.parents[1].rglob("*"))
    assert main(["clean", str(fresh)]) == 0
    assert sorted(fresh.parents[1].rglob("*")) == before


def test_clean_with_out_writes_the_text_and_its_map(built: Path, tmp_path: Path, capfdbinary: Capture) -> None:
    assert main(["clean", "--out", str(tmp_path / "clean"), str(built)]) == 0
    made = {path.name: path.read_bytes() for path in (tmp_path / "clean").iterdir()}
    assert sorted(made) == ["clean.tsv", "clean.txt"]
    assert capfdbinary.readouterr().out == b""
    source, text = (built / "source.txt").read_text("utf-8"), made["clean.txt"].decode("utf-8")
    rows = [tuple(map(int, row.split("\t"))) for row in made["clean.tsv"].decode().splitlines()[1:]]
    same = [(text[at : at + n], source[of : of + m]) for at, n, of, m in rows if n == m > 1]
    assert len("".join(a for a, _ in same)) > 0.9 * len(text)
    assert all(a == b for a, b in same)


def test_clean_stops_quietly_when_nobody_reads_on(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root / "scripts")}
    command = [sys.executable, "-m", "teiwright", "clean", str(root / "tei" / "hedp")]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait() == 0
    assert b"Error" not in said


def test_source_prints_the_source_byte_for_byte(built: Path, capfdbinary: Capture) -> None:
    assert main(["source", str(built / "pamphlet.xml")]) == 0
    assert capfdbinary.readouterr() == ((built / "source.txt").read_bytes(), b"")


def test_source_prints_the_source_of_the_committed_edition(root: Path, capfdbinary: Capture) -> None:
    assert main(["source", str(root / "tei" / "hedp" / "hedp.xml")]) == 0
    assert capfdbinary.readouterr().out == (root / "tei" / "hedp" / "source.txt").read_bytes()


def test_source_needs_no_source(edition: Path, capfdbinary: Capture) -> None:
    source = (edition / "source.txt").read_bytes()
    alone = edition.parents[2] / "alone.xml"
    alone.write_bytes((edition / "pamphlet.xml").read_bytes())
    assert main(["source", str(alone)]) == 0
    assert capfdbinary.readouterr().out == source


def test_the_committed_edition_is_valid(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--format", "plain", str(root / "tei")]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(r"6 documents: \d+ notes\n", said.out)
    assert said.err == ""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("nearly two hundred", "nearly three hundred", "V004"),
        ('<note xml:id="n-002-2" n="2" place="bottom"><lb/>The letter is in private hands.</note>', "", "V004"),
        ('<idno type="SHA-256">', '<idno type="SHA-256">0', "V004"),
        ('ref="#lorne">Ada', 'ref="#lorna">Ada', "V201"),
        ("<said ", "<spoken ", "V001"),
        ("<sic>", "<sick>", "V001"),
        ('cert="low"', 'cert="rather low"', "V002"),
        ("<body>", "<body><p>Added.</p>", "V004"),
    ],
    ids=["word", "note", "checksum", "pointer", "end-tag", "start-tag", "value", "paragraph"],
)
def test_an_edition_that_was_tampered_with_is_not_valid(
    old: str, new: str, code: str, edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = edition / "pamphlet.xml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    assert main(["validate", "--json", str(edition)]) == 1
    assert code in {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}


def test_a_source_that_was_exchanged_is_not_that_of_the_edition(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = edition / "source.txt"
    source.write_bytes(source.read_bytes() + b"\n")
    assert main(["validate", "--json", str(edition)]) == 1
    assert "V004" in {finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]}


def test_validate_changes_nothing(edition: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in edition.parents[1].rglob("*")}
    assert main(["validate", str(edition)]) == 0
    assert {path: path.stat().st_mtime_ns for path in edition.parents[1].rglob("*")} == before


@pytest.mark.parametrize("verb", ["clean", "validate", "render", "review"])
@pytest.mark.parametrize("sound", [True, False], ids=["sound", "refused"])
def test_json_is_one_object_and_nothing_else(
    verb: str, sound: bool, edition: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    if not sound:
        (edition / "profile.toml").write_text("language = 7\n")
        (edition / "pamphlet.xml").write_text("<TEI>\n")
    status = main([verb, "--json", str(edition)])
    said = capfd.readouterr()
    assert isinstance(json.loads(said.out), dict)
    assert said.err == ""
    assert status == (not sound)


@pytest.mark.parametrize(
    ("formats", "files"), [(["html", "text"], ["html", "txt"]), (["html"], ["html"]), (["map"], ["tsv"])]
)
def test_render_writes_the_formats_that_are_asked_for(
    formats: list[str], files: list[str], edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = [argument for name in formats for argument in ("--format", name)]
    assert main(["render", *wanted, "--out", str(tmp_path / "out"), str(edition)]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"pamphlet.{end}" for end in files]
    if "html" in formats:
        page = (tmp_path / "out" / "pamphlet.html").read_text("utf-8")
        assert ('href="pamphlet.txt"' in page) == ("text" in formats), "a page leads to what was made with it"


def test_render_tells_which_formats_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(FORMATS)
    assert main(["render", "--list", "--json"]) == 0
    assert [one["media_type"] for one in json.loads(capsys.readouterr().out)] == [one.media_type for one in FORMATS.values()]


def test_render_makes_what_it_can_and_leaves_out_what_takes_packages_that_are_not_there(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert main(["render", "--out", str(tmp_path), str(edition)]) == 0
    assert (tmp_path / "pamphlet.typ").exists()
    assert not (tmp_path / "pamphlet.pdf").exists()
    assert "pamphlet.pdf" not in (tmp_path / "pamphlet.html").read_text("utf-8")


def test_all_forms_together_have_their_checksums(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["render", "--out", str(out), str(edition)]) == 0
    lines = (out / "pamphlet.sha256").read_text("utf-8").splitlines()
    stated = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    files = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    assert set(stated) == set(files) - {"pamphlet.sha256"}
    assert all(sha256(files[name].read_bytes()).hexdigest() == sum_ for name, sum_ in stated.items())


def test_render_needs_an_edition_to_render(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render"]) == 3
    assert "W001 no edition is given" in capsys.readouterr().err


def test_review_writes_one_page_and_says_where(fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(fresh)]) == 0
    page = fresh.parents[1] / "build" / "pamphlet" / "review.html"
    assert capsys.readouterr().out == f"{page}\n"
    assert main(["review", "--json", "--out", str(tmp_path / "out"), str(fresh)]) == 0
    other = tmp_path / "out" / "review.html"
    assert json.loads(capsys.readouterr().out) == {"findings": [], "written": [str(other)]}
    assert other.read_bytes() == page.read_bytes()


def test_review_helps_with_a_decision_that_has_gone_astray(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions = fresh / "decisions.xml"
    text = decisions.read_text("utf-8")
    decisions.write_text(text.replace('text="Those who pass"', 'text="Those who past"'), "utf-8")
    assert main(["review", str(fresh)]) == 1
    assert "decisions.xml:7: error: D001 " in capsys.readouterr().err
    assert (fresh.parents[1] / "build" / "pamphlet" / "review.html").is_file()


def test_findings_go_to_standard_error_and_the_text_to_standard_output(fresh: Path, run: Callable[..., Any]) -> None:
    decisions = fresh / "decisions.xml"
    text = decisions.read_text("utf-8")
    decisions.write_text(text.replace('text="Those who pass"', 'text="Those who past"'), "utf-8")
    done = run("clean", fresh)
    assert done.returncode == 1
    assert done.stderr.startswith(b"decisions.xml:7: error: D001 ")
    assert done.stdout.startswith(b"THE BRIDGE AT HARROW MILL\n")
