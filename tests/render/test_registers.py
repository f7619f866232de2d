"""The registers: each entry leads to every mention, each mention to its entry; so do quotations."""

from pathlib import Path

import pytest
from lxml import etree, html

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [Path(__file__).parent / "book.xml", *(path for path in ROOT.glob("tei/*/*.xml") if path.stem == path.parent.name)]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
QUOTATIONS = ["quote", "said", "q", "soCalled", "mentioned", "term", "title"]
NOT_CORRECTED = "[not(ancestor::t:sic or ancestor::t:orig)]"


class Book:
    """An edition and its page."""

    def __init__(self, tei: bytes, page: str) -> None:
        self.root = etree.fromstring(tei)
        self.page = html.document_fromstring(page)

    def linked(self, entry: str) -> list[str]:
        """What an entry of a register leads to."""
        (heading,) = self.page.xpath("//dt[@id=$entry]", entry=entry)
        return [href[1:] for href in heading.getnext().xpath("p[@class='mentions']//a/@href")]

    def mentions(self, entry: str) -> list[etree._Element]:
        """The mentions of an entry in the text, in order."""
        pointing = f"//t:text//*[(@ref | self::t:bibl/@corresp | self::t:bibl/@sameAs) = $pointer]{NOT_CORRECTED}"
        return list(self.root.xpath(pointing, pointer=f"#{entry}", namespaces=TEI))


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def book(request, rendered) -> Book:
    tei = request.param.read_bytes()
    return Book(tei, rendered(tei, "html")["html"])


def entries(book: Book) -> list[str]:
    return list(book.root.xpath("//t:standOff/*/*/@xml:id", namespaces=TEI))


def test_every_kind_of_entry_has_a_register_that_the_contents_lead_to(book: Book) -> None:
    lists = [etree.QName(one).localname for one in book.root.xpath("//t:standOff/*[*]", namespaces=TEI)]
    contents = book.page.xpath("//ol[@id='edition-contents']//a/@href")
    for name in lists:
        entries = book.root.xpath(f"//t:standOff/t:{name}/*/@xml:id", namespaces=TEI)
        assert sorted(book.page.xpath(f"//section[@id='register-{name}']//dt/@id")) == sorted(entries)
        assert f"#register-{name}" in contents
    assert "#register-quotations" in contents


def test_every_entry_leads_to_every_mention_once(book: Book) -> None:
    quoted = {str(name) for name in book.root.xpath("//t:text//*[@who or @source]/@xml:id", namespaces=TEI)}
    for entry in entries(book):
        places = [place for place in book.linked(entry) if place not in quoted]
        assert len(places) == len(set(places)) == len(book.mentions(entry))
        for place, mention in zip(places, book.mentions(entry), strict=True):
            block = next(one for one in mention.iterancestors() if one.get(ID))
            assert place == mention.get(ID) or place.rpartition("-m")[0] == block.get(ID)
            assert book.page.xpath("count(//*[@id=$place])", place=place) == 1


def test_every_mention_leads_to_its_entry(book: Book) -> None:
    """Unless it stands in another link, or holds a link of its own: HTML allows no link in a link."""
    for entry in entries(book):
        for place in book.linked(entry):
            (found,) = book.page.xpath("//*[@id=$place]", place=place)
            links = found.xpath("ancestor-or-self::a | .//a")
            assert links, place
            if not found.xpath("ancestor::a | .//a[not(contains(@href, $entry))]", entry=entry):
                assert f"#{entry}" in [link.get("href") for link in links]


def test_every_quotation_is_in_the_register_and_leads_there(book: Book) -> None:
    passages = [one for name in QUOTATIONS for one in book.root.iterfind(f".//t:text//t:{name}", TEI) if one.get(ID)]
    first = [one.get(ID, "") for one in passages if not one.get("prev")]
    headings = book.page.xpath("//section[@id='register-quotations']//dt")
    assert sorted(heading.get("id", "") for heading in headings) == sorted(f"entry-{name}" for name in first)
    led = [href[1:] for dt in headings for href in dt.getnext().xpath(".//a[starts-with(., 'p. ')]/@href")]
    assert sorted(led) == sorted(one.get(ID, "") for one in passages)
    for name in first:
        (found,) = book.page.xpath("//article//*[@id=$name]", name=name)
        assert found.xpath(".//a[contains(@class, 'of-quotation')][@href=$href]", href=f"#entry-{name}")


def facts(rendered, book: bytes) -> dict[str, tuple[str, str]]:
    page = html.document_fromstring(rendered(book, "html")["html"])
    found = page.xpath("//section[@id='register-quotations']//dt")
    return {dt.get("id"): (dt.text_content(), " ".join(dt.getnext().text_content().split())) for dt in found}


def test_a_quotation_has_words_length_page_kind_speaker_source_and_note(book, rendered) -> None:
    said = facts(rendered, (Path(__file__).parent / "book.xml").read_bytes())
    assert said["entry-a1-p01-q1"] == ("“demigod”", "p. 1–2 · 1 word · words held at a distance")
    assert said["entry-a1-p02-q1"] == ("“We are late,” … “and wet”", "p. 2 · p. 2 · 5 words · speech · Byron, Ada")
    assert said["entry-a1-p02-q6"] == ("“It rains.”", "p. 2 · 2 words · quotation · Byron · Letters, ii · note 1")
    words, told = said["entry-a1-q1"]
    assert words == "Cross, and do not look at the “water line”; it is always …"
    assert told == "p. 2 · 15 words · block quotation · A. Byron · Letters"


def test_a_work_is_described_without_the_titles_that_only_find_it(book, rendered) -> None:
    page = html.document_fromstring(rendered((Path(__file__).parent / "book.xml").read_bytes(), "html")["html"])
    (entry,) = page.xpath("//dt[@id='tolls']")
    assert entry.text_content() == "On Tolls"
    assert [" ".join(p.text_content().split()) for p in entry.getnext()] == ["A. Byron, 1891", "An essay.", "Pages 2"]
    (letters,) = page.xpath("//dt[@id='letters']")
    said = [" ".join(p.text_content().split()) for p in letters.getnext()]
    assert said == ["A. Byron, Letters, 1890.", "Pages 2", "Quoted on pages 22"]  # two places on page 2
