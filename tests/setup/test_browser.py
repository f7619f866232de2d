"""The pinned Playwright gets on with the Chromium that is installed."""

import pytest
from playwright.sync_api import sync_playwright


@pytest.mark.browser
def test_a_page_is_shown(chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        page = browser.new_page(java_script_enabled=False)
        page.set_content("<p>“Proletarier aller Länder”</p>")
        assert page.inner_text("p") == "“Proletarier aller Länder”"
        browser.close()
