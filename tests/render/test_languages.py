"""A form speaks to its reader in the reader's language, and leaves the book's own words alone."""

from lxml import html


def test_a_page_in_german_says_nothing_in_english_and_keeps_the_text(book: bytes, rendered) -> None:
    english, german = (html.fromstring(rendered(book, "html", reader=reader)["html"]) for reader in ("en", "de"))
    assert german.get("lang") == "de"
    assert german.xpath("//h2[.='Personen']")
    assert german.get_element_by_id("n-001-1-call").get("aria-label") == "Anmerkung 1 auf Seite 1"
    assert german.get_element_by_id("the-text").xpath("string(.//p)") == english.get_element_by_id("the-text").xpath(
        "string(.//p)"
    )
    said = "//legend/text() | //section[@id='edition-about']//h3/text() | //th/text() | //summary/text()"
    assert len(english.xpath(said)) == len(german.xpath(said)) > 10
    assert not set(english.xpath(said)) & set(german.xpath(said))
    assert german.get_element_by_id("the-text").get("lang") == english.get_element_by_id("the-text").get("lang")


def test_a_text_in_german_differs_in_the_few_words_that_are_not_the_books(book: bytes, rendered) -> None:
    english, german = (rendered(book, "text", reader=reader, pages="yes")["text"] for reader in ("en", "de"))
    assert "[S. 2]" in german
    assert "Anmerkung der Herausgeber: " in german
    turned = german.replace("[S. ", "[p. ").replace("Anmerkung der Herausgeber: ", "Editors’ note: ")
    assert turned.split() == english.split()
