"""The tour in Firefox, through Playwright's driver of an unpatched Firefox."""

from __future__ import annotations

from item_driver import PageHands
from playwright.sync_api import sync_playwright
from tour import task, tell, tour


def main() -> None:
    """Tour the pages of the task in Firefox; it can't set what media a page is for, so nothing is set."""
    wanted = task()
    with sync_playwright() as playwright:
        browser = playwright.firefox.launch(channel="moz-firefox", executable_path=wanted["browser"])
        unset = dict.fromkeys(("color_scheme", "reduced_motion", "forced_colors", "contrast"), "null")
        page = browser.new_context(viewport={"width": 1280, "height": 900}, **unset).new_page()  # type: ignore[arg-type]
        noise: list[str] = []
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        result = tour(PageHands(page), lambda path: _go(page, wanted["base"] + path), wanted)
        tell(f"Firefox {browser.version}", {**result, "noise": noise})
        browser.close()


def _go(page: object, address: str) -> None:
    page.goto(address)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
