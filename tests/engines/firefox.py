"""The tour in Firefox, through Playwright's driver of an unpatched Firefox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from item_driver import PageHands
from playwright.sync_api import sync_playwright
from tour import PATIENCE, task, tell, tour

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def main() -> None:
    """Tour the pages of the task in Firefox; it can't set what media a page is for, so nothing is set."""
    wanted = task()
    with sync_playwright() as playwright:
        launch, path = playwright.firefox.launch, wanted["browser"]
        browser = launch(channel="moz-firefox", executable_path=path, timeout=PATIENCE * 1000)
        unset = dict.fromkeys(("color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **unset)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE * 1000)
        noise: list[str] = []
        context.on("weberror", lambda told: noise.append(f"error: {told.error}"))
        result = tour(lambda path: PageHands(_opened(context, wanted["base"] + path)), wanted)
        tell(f"Firefox {browser.version}", {**result, "noise": noise})
        browser.close()


def _opened(context: BrowserContext, address: str) -> Page:
    """A page in a tab of its own: what left a page by Tab would be in Firefox's controls on the next one too."""
    before = context.pages
    page = context.new_page()
    for done in before:
        done.close()
    page.goto(address)
    return page


if __name__ == "__main__":
    main()
