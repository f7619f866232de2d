"""The TEI in a real browser: what its parser makes of the page is the TEI, and only what is meant to be seen is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from teiwright.render import render

from ..render.test_ceteicean import read

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "tests" / "render" / "book.xml"

READ_BACK = """() => {
  const read = element => {
    const names = (element.dataset.origatts || '').split(' ').filter(name => name && name != 'xmlns');
    const value = name => element.getAttribute('tei-' + name) ?? element.getAttribute(name);
    const content = [''];
    for (const node of element.childNodes)
      if (node.nodeType == Node.TEXT_NODE) content[content.length - 1] += node.data;
      else content.push(read(node), '');
    return [element.dataset.origname, Object.fromEntries(names.map(name => [name, value(name)])), content];
  };
  return read(document.querySelector('[data-origname=TEI]'));
}"""


@pytest.fixture(scope="module")
def page(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    file = tmp_path_factory.mktemp("ceteicean") / "book.html"
    (made,) = render(BOOK.read_bytes(), ["ceteicean"], ROOT / "xslt")["ceteicean"].values()
    file.write_bytes(made)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page()
        opened.goto(file.as_uri())
        yield opened
        browser.close()


def test_the_browser_has_the_tei(page: Any) -> None:
    assert page.evaluate(READ_BACK) == as_lists(read(etree.parse(BOOK).getroot()))


def test_the_reading_text_is_seen_and_the_rest_on_demand(page: Any) -> None:
    seen = page.locator("body").inner_text()
    assert "old-fashioned ferry was a “demigod” of wood. The relation to the Guild" in " ".join(seen.split())
    assert "ferrry" not in seen
    assert "Kept the ferry" not in seen
    page.locator("input").check()
    assert "Kept the ferry" in page.locator("body").inner_text()


def as_lists(node: Any) -> Any:
    return [as_lists(one) for one in node] if isinstance(node, (list, tuple)) else node
