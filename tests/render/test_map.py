"""The book at a glance: what is drawn is where it is in the TEI, leads there, and keeps out of the way of other readers.

Words and places are counted here by a few lines of Python that know nothing of the stylesheets.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from tests.render.test_same_text import EDITIONS, TEXTS, pieces

ID = "{http://www.w3.org/XML/1998/namespace}id"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
BLOCKS = ("p", "item", "lg", "ab")
ROW = 28
BUDGET = 35_000


class Glance:
    """The map of an edition, with the TEI that it was made from."""

    def __init__(self, tei: bytes, page: str) -> None:
        self.root: Any = etree.fromstring(tei)
        self.page = html.fromstring(page)
        (self.section,) = self.page.xpath("//*[@id='edition-map']")
        self.parts = {part.find("p/a").get("href")[1:]: part for part in self.section.xpath(".//ol[@class='strips']/li")}

    def part(self, id_: str) -> Any:
        (element,) = self.root.xpath("//*[@xml:id=$id]", id=id_)
        return element

    def scale(self, id_: str) -> int:
        (box,) = set(self.parts[id_].xpath("svg/svg/@viewbox"))
        return int(box.split()[2])

    def ticks(self, id_: str, kind: str) -> list[int]:
        """At how many words from the beginning of a part its marks of a kind stand."""
        (path,) = self.parts[id_].xpath(f"svg/svg/path[@class='{kind}']/@d") or [""]
        return [int(x) + int(y) // ROW * self.scale(id_) for x, y in re.findall(r"M(\d+) (\d+)v", path)]


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def glance(request, rendered) -> Glance:
    tei = request.param.read_bytes()
    return Glance(tei, rendered(tei, "html")["html"])


def words(pieces_: Iterator[str]) -> int:
    return len([word for word in "".join(pieces_).split() if re.search(r"\w", word) and "://" not in word])


def blocks(part: Any) -> Sequence[Any]:
    """The outermost blocks of a division, not those of the divisions in it, that hold words."""
    held = [one for one in part.iter("{*}p", "{*}item", "{*}lg", "{*}ab") if next(one.iterancestors("{*}div")) is part]
    inner = {*(f"{{{TEI['t']}}}{name}" for name in BLOCKS), f"{{{TEI['t']}}}note"}
    outer = [one for one in held if not inner & {around.tag for around in one.iterancestors()}]
    return [one for one in outer if one.get("type") != "separator" and words(pieces(one))]


def test_a_division_has_the_pages_words_quotations_and_notes_of_the_tei(glance: Glance) -> None:
    for id_, label in ((id_, part.find("p/span").text_content()) for id_, part in glance.parts.items()):
        part = glance.part(id_)
        told = {name.rstrip("s"): int(number.replace(",", "")) for number, name in re.findall(r"([\d,]+) ([a-z]+)", label)}
        nested = part.findall(".//t:div", TEI)
        notes = [one for one in part.iterfind(".//t:note", TEI) if next(one.iterancestors("{*}div")) is part]
        own = [one for one in notes if one.get("type") != "editorial" and not (one.get("prev") or one.get("sameAs"))]
        assert told["word"] == sum(words(pieces(one)) for one in blocks(part))
        assert told.get("note", 0) == len(own)
        pages = re.findall(r"[^\s–]+", label.partition(" · ")[0])[1:]
        begun = [str(pb.get("n")) for pb in part.iterfind(".//t:pb", TEI) if not any(pb in div.iter() for div in nested)]
        assert not begun or pages[-1] == begun[-1]


def test_the_quotations_of_all_divisions_are_those_of_the_register(rendered) -> None:
    for path in EDITIONS:
        glance = Glance(path.read_bytes(), rendered(path.read_bytes(), "html")["html"])
        told = re.findall(r"(\d+) quotation", " ".join(glance.section.xpath(".//ol[@class='strips']//span/text()")))
        assert sum(map(int, told)) == len(glance.page.xpath("//*[@id='register-quotations']//dt")) > 0


def test_a_stroke_is_as_long_as_its_paragraph_and_leads_there(glance: Glance) -> None:
    for id_, part in glance.parts.items():
        strokes = part.xpath("svg/svg/a")
        held = blocks(glance.part(id_))
        assert [stroke.get("href") for stroke in strokes] == [f"#{one.get(ID)}" for one in held]
        for stroke, one in zip(strokes, held, strict=True):
            length = sum(map(int, re.findall(r"h(\d+)", stroke.find("path").get("d"))))
            assert length == max(1, words(pieces(one)) - glance.scale(id_) // 250)
            block = any(around.tag.endswith("}quote") for around in one.iterancestors())
            (kind,) = part.xpath(
                "svg/svg/path[contains(concat(@d, 'M'), concat($line, 'M'))]/@class", line=stroke.find("path").get("d")
            )
            assert kind == ("blocks" if block else "paragraphs")
            assert stroke.find("title").text.startswith(f"{one.get(ID)}, p. ")


@pytest.mark.parametrize(("kind", "tag"), [("notes", "note"), ("persons", "persName")])
def test_marks_stand_where_the_things_are(rendered, kind: str, tag: str) -> None:
    """Signs are counted, not words, to find a place within its paragraph; that is less than two dozen words off."""
    for path in EDITIONS:
        glance = Glance(path.read_bytes(), rendered(path.read_bytes(), "html")["html"])
        for id_ in glance.parts:
            part, before = glance.part(id_), 0
            wanted = [0 for head in part.iterchildren("{*}head") for _ in head.iter(f"{{*}}{tag}")]
            for block in blocks(part):
                marked = [one for one in block.iter(f"{{*}}{tag}") if one.get("type") != "editorial"]
                marked = [one for one in marked if not list(one.iterancestors("{*}note"))]
                wanted += [before + words(text_before(block, one)) for one in marked]
                before += words(pieces(block))
            found = glance.ticks(id_, kind)
            assert tag == "note" or len(found) >= len(wanted)  # persons are named otherwise as well, and in notes
            assert tag != "note" or len(found) == len(wanted)
            assert all(any(abs(at - place) < 24 for at in found) for place in wanted), id_


def text_before(block: Any, one: Any) -> Any:
    """The text of a block up to an element in it."""
    copy = etree.fromstring(etree.tostring(block, with_tail=False))
    path = block.getroottree().getpath(one).removeprefix(block.getroottree().getpath(block) + "/")
    (until,) = copy.xpath(path)
    for element in [until, *until.iterancestors()]:
        for later in [*element.itersiblings()]:
            later.getparent().remove(later)
        element.tail = None
    until.getparent().remove(until)
    return pieces(copy)


def test_a_persons_row_has_a_line_on_each_page_of_a_mention_and_leads_to_the_first_there(glance: Glance) -> None:
    pages, mentions = Counter[str](), Counter[str]()
    page = ""
    for one in glance.root.find("t:text", TEI).iter(etree.Element):
        page = one.get("n", "") if one.tag.endswith("}pb") else page
        if not list(one.iterancestors("{*}sic", "{*}orig")):
            for id_ in (one.get("ref") or "").split():
                mentions[id_] += 1
                pages[f"{id_} p. {page}"] += 1
    rows = glance.section.xpath(".//ol[@class='named']/li[a]")
    shown = [row.find("a").get("href") for row in rows]
    persons = glance.root.xpath("//t:person/@xml:id", namespaces=TEI)
    assert bool(rows) == any(mentions[f"#{one}"] > 1 for one in persons)
    assert [int(row.find("span").text) for row in rows] == [mentions[one] for one in shown]
    for row in rows:
        ticks = row.xpath("svg/a")
        told = [f"{row.find('a').get('href')} {tick.find('title').text}" for tick in ticks]
        assert set(told) == {one for one in pages if one.partition(" ")[0] == row.find("a").get("href")}
        (lines,) = row.xpath("svg/path/@d")
        places = [re.findall(r"M(\d+)", tick.find("path").get("d"))[0] for tick in ticks]
        assert places == re.findall(r"M(\d+)", lines)
        heights = [float(height) for height in re.findall(r"v-([\d.]+)", lines)]
        most = max(heights)
        assert pages[told[heights.index(most)]] == max(pages[one] for one in told)
        assert all(glance.page.get_element_by_id(tick.get("href")[1:]) is not None for tick in ticks)
    persons = {f"#{one.get(ID)}" for one in glance.root.iterfind(".//t:person", TEI)} & set(mentions)
    others = glance.section.xpath(".//p[@class='others']/a/@href")
    assert {*shown, *others} == persons
    assert len(persons) == len(shown) + len(others)


def test_the_drawing_is_no_stop_of_the_keyboard_and_unheard_and_what_it_says_is_said_in_words(glance: Glance) -> None:
    drawings = glance.section.xpath(".//svg[not(ancestor::svg)]")
    assert drawings
    assert all(
        drawing.get("aria-hidden") == "true" or drawing.getparent().get("aria-hidden") == "true" for drawing in drawings
    )
    assert all(link.get("tabindex") == "-1" for link in glance.section.xpath(".//svg//a"))
    elsewhere = set(glance.page.xpath("//a[not(ancestor::svg)]/@href"))
    without = {f"#{one.get(ID)}" for one in glance.root.iter("{*}item", "{*}lg")}  # these have no link of their own
    assert set(glance.section.xpath(".//svg//a/@href")) <= elsewhere | without


def test_links_lead_somewhere(glance: Glance) -> None:
    ids = set(glance.page.xpath("//@id"))
    assert {link[1:] for link in glance.section.xpath(".//a/@href")} <= ids
    assert "#edition-map" in glance.page.xpath("//*[@id='edition-contents']//a/@href")


def test_the_map_of_the_edition_is_light(rendered) -> None:
    for path in EDITIONS:
        page = rendered(path.read_bytes(), "html")["html"]
        section = page[page.index('<section class="glance"') :].partition("</section>")[0]
        assert len(section.encode()) + len((Path(path).parents[2] / "xslt/html/map.css").read_bytes()) < BUDGET


def test_a_book_without_divisions_pages_or_persons_has_a_map_of_its_strokes(book: bytes, rendered) -> None:
    root: Any = etree.fromstring(book)
    body = root.find(".//t:body", TEI)
    for pb in list(root.iter("{*}pb")):
        around, before = pb.getparent(), pb.getprevious()
        if before is None:
            around.text = (around.text or "") + (pb.tail or "")
        else:
            before.tail = (before.tail or "") + (pb.tail or "")
        around.remove(pb)
    body[:] = body.xpath(".//*[@xml:id='a1-1-p01']")
    text = body.getparent()
    text[:] = [body]
    root.remove(root.find("t:standOff", TEI))
    page = html.fromstring(rendered(etree.tostring(root), "html")["html"])
    section = page.get_element_by_id("edition-map")
    (part,) = section.xpath(".//ol[@class='strips']/li")
    assert part.find("p").text_content() == "The text 5 words"
    assert part.xpath("svg/svg/a/@href") == ["#a1-1-p01"]
    assert not section.xpath(".//ol[@class='named'] | .//text")


def test_a_text_without_words_has_no_map(book: bytes, rendered) -> None:
    root: Any = etree.fromstring(book)
    body = root.find(".//t:body", TEI)
    body[:] = [etree.SubElement(body, f"{{{TEI['t']}}}div")]
    page = html.fromstring(rendered(etree.tostring(root), "html")["html"])
    assert not page.xpath("//*[@id='edition-map'] | //a[@href='#edition-map']")


def test_markup_in_numbers_names_and_headings_stays_text(book: bytes, rendered) -> None:
    hostile = b"&lt;/svg>&lt;script>alert(1)&lt;/script>&quot;'"
    tei = book.replace(b'n="2"', b'n="%s"' % hostile).replace(b"Byron, Ada</persName>", b"%s</persName>" % hostile)
    page = html.fromstring(rendered(tei.replace(b"<lb/>I</head>", b"<lb/>%s</head>" % hostile), "html")["html"])
    section = page.get_element_by_id("edition-map")
    assert not section.xpath(".//script")
    assert section.text_content().count("</svg><script>alert(1)</script>\"'") >= 3
