"""What becomes of a draft: one file, or the files of a bundle, none of them outside of it."""

import pytest

from teiwright.render.drafts import Draft, bundle, bundled, original, whole

BUNDLE = '<bundle xmlns="urn:teiwright:data">{}</bundle>'


def test_a_whole_draft_is_one_file() -> None:
    assert whole(Draft(b"", "café", "book.txt")) == {"book.txt": "café".encode()}


def test_the_edition_itself_is_a_file_byte_for_byte() -> None:
    assert original(Draft(b"<TEI/>", "", "book.xml")) == {"book.xml": b"<TEI/>"}


def test_a_bundle_is_a_folder_of_texts_and_xml_documents() -> None:
    text = BUNDLE.format('<file path="a/b.csv">x,“y”\n</file><file path="c.xml"><p xmlns="urn:p"><!--c-->q</p></file>')
    assert bundle(Draft(b"", text, "book-data/c.xml")) == {
        "book-data/a/b.csv": "x,“y”\n".encode(),
        "book-data/c.xml": b'<?xml version="1.0" encoding="UTF-8"?>\n<p xmlns="urn:p"><!--c-->q</p>\n',
    }


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a//b", "a\\b", "c:d", "."])
def test_no_file_leads_out_of_a_bundle(path: str) -> None:
    with pytest.raises(ValueError, match="a bundle cannot have the path"):
        bundled(BUNDLE.format(f'<file path="{path}">x</file>'))


def test_no_file_stands_twice_in_a_bundle() -> None:
    with pytest.raises(ValueError, match="cannot have the path “a”"):
        bundled(BUNDLE.format('<file path="a">x</file><file path="a">y</file>'))
