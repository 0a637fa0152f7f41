"""The documents' own site as its readers meet it: six kinds of pages, narrow and wide, in light and dark colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from site_browser import ROOT, axe_source, opened, served, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAGES = {
    "start": "index.html",
    "a guide with examples": "lessons.html",
    "a command": "commands/build.html",
    "a long list": "codes.html",
    "tables and measures": "lint-measured.html",
    "pictures": "printed.html",
}
FINE_PRINT = "article p, article li, article td"
SMALLEST = 12.5
"""Pixels."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(ROOT / "docs.yml")]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, "-d", str(folder)], capture_output=True, check=True, env=quiet)
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_pages_have_no_fault_and_fit(browser: Browser, base: str, width: int, scheme: str) -> None:
    axe = axe_source()
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
        for kind, path in PAGES.items():
            page.goto(f"{base}{path}")
            assert violations(page, axe) == [], kind
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, (
                kind
            )
            assert clipped(page) == [], kind
            assert smallest(page) >= SMALLEST, kind
            assert background(page) == scheme, kind


def clipped(page: Page) -> list[str]:
    """Texts that run out of the window with nothing around them that scrolls."""
    return list(
        page.evaluate("""() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, pre, td, code, img)")]
            .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1
                && !one.closest(".md-typeset__scrollwrap, .highlight"))
            .map((one) => one.outerHTML.slice(0, 80))""")
    )


def smallest(page: Page) -> float:
    """Pixels of the smallest letters."""
    sizes = "which => [...document.querySelectorAll(which)].map((one) => parseFloat(getComputedStyle(one).fontSize))"
    return min(map(float, page.evaluate(sizes, FINE_PRINT)))


def background(page: Page) -> str:
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
    return "light" if sum(colour) > 3 * 128 else "dark"


def test_search_finds_a_code_by_keyboard(browser: Browser, base: str) -> None:
    with opened(browser, base, viewport={"width": 1280, "height": 800}) as page:
        page.goto(f"{base}index.html")
        page.keyboard.press("/")
        page.keyboard.type("unfilled-ledger")
        first = page.locator(".md-search-result__link").first
        expect(first).to_have_attribute("href", re.compile(r"/codes\.html"))
