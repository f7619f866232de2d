"""The page of all editions: it leads to each, and to what has been made of each, and to nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import html

from teiwright.cli import main
from teiwright.findings import Refused
from teiwright.indexing import index
from teiwright.render import render


@pytest.fixture
def shelf(tmp_path: Path, book: bytes, stylesheets: Path, root: Path) -> Path:
    """Return a folder of editions, two of them built, and a folder with forms of one of these."""
    editions = {"hedp": (root / "tei" / "hedp" / "hedp.xml").read_bytes(), "a book": book, "unbuilt": b""}
    for name, tei in editions.items():
        (tmp_path / "tei" / name).mkdir(parents=True)
        (tmp_path / "tei" / name / "source.txt").write_text("x")
        if tei:
            (tmp_path / "tei" / name / f"{name}.xml").write_bytes(tei)
    shutil.copytree(root / "tei" / "authority", tmp_path / "tei" / "authority")
    for files in render(book, ["html", "text", "tei"], stylesheets, "a book").values():
        for path, data in files.items():
            (tmp_path / "build" / "a book").mkdir(parents=True, exist_ok=True)
            (tmp_path / "build" / "a book" / path).write_bytes(data)
    return tmp_path


def test_every_edition_that_was_built_is_there_by_title(shelf: Path) -> None:
    page = html.fromstring(index(shelf / "tei", shelf / "build"))
    titles = ["The Ferry & Other Crossings", "The Historical Experience of the Dictatorship of the Proletariat"]
    assert page.xpath("//h2//text()") == titles
    first, second = (" ".join(one.text_content().split()) for one in page.xpath("//ol[@class='editions']/li"))
    assert "A. Byron" in first
    assert "London: Hall, 1894" in first
    assert "64 numbered pages · 17,461 words" in second


def test_links_lead_to_what_lies_there_and_to_the_licence(shelf: Path) -> None:
    page = html.fromstring(index(shelf / "tei", shelf / "build"))
    links = page.xpath("//a/@href")
    inside = [link for link in links if "://" not in link]
    assert inside == ["a%20book/a%20book.html", "a%20book/a%20book.xml", "a%20book/a%20book.txt"]
    assert all((shelf / "build" / link.replace("%20", " ")).is_file() for link in inside)
    assert set(links) - set(inside) == {"https://creativecommons.org/licenses/by/4.0/"}


def test_it_is_strict_and_speaks_the_readers_language(shelf: Path) -> None:
    made = index(shelf / "tei", shelf / "build", "de")
    page = html.fromstring(made)
    assert page.get("lang") == "de"
    assert page.xpath("string(//h1)") == "Ausgaben"
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "unsafe" not in policy
    assert not page.xpath("//script | //@style | //@src | //link")
    assert made == index(shelf / "tei", shelf / "build", "de")


def test_a_hostile_header_stays_text_and_a_strange_name_is_a_path(shelf: Path, book: bytes) -> None:
    name = "a b#c%d'\"<i>"
    tei = book.replace(b"The Ferry &amp; Other Crossings", b"&lt;/title>&lt;script>alert(1)&lt;/script>")
    tei = tei.replace(
        b'licence target="https://creativecommons.org/licenses/by/4.0/"', b'licence target="javascript:alert(1)"'
    )
    for path in (shelf / "tei" / name / "source.txt", shelf / "build" / name / f"{name}.html"):
        path.parent.mkdir()
        path.touch()
    (shelf / "tei" / name / f"{name}.xml").write_bytes(tei)
    page = html.fromstring(index(shelf / "tei", shelf / "build"))
    assert not page.xpath("//script")
    assert "</title><script>alert(1)</script>" in page.xpath("//h2//text()")
    assert "a%20b%23c%25d%27%22%3Ci%3E/a%20b%23c%25d%27%22%3Ci%3E.html" in page.xpath("//a/@href")
    assert not [link for link in page.xpath("//a/@href") if ":" in link and not link.startswith("https://")]


def test_a_stylesheet_that_stops_is_a_finding(shelf: Path) -> None:
    with pytest.raises(Refused, match="R001 there is no label"):
        index(shelf / "tei", shelf / "build", "tlh")


def test_the_verb_writes_it_beside_the_editions(shelf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--json", str(shelf / "tei")]) == 0
    assert json.loads(capsys.readouterr().out)["written"] == [str(shelf / "build" / "index.html")]
    assert (shelf / "build" / "index.html").read_bytes() == index(shelf / "tei", shelf / "build")


def test_a_folder_without_editions_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(tmp_path)]) == 3
    assert "W001 no edition in it has been built" in capsys.readouterr().err
    assert not (tmp_path.parent / "build").exists()
