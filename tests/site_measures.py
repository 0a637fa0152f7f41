"""Measures of a page in Chromium: what its first view fetches and weighs, how much it moves, how long it works."""

from __future__ import annotations

import gzip
import re
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser

MOST_BYTES = 150 * 1024
MOST_REQUESTS = 12
MOST_PLAYER = 35 * 1024
MOST_FONTS = 2
MOST_SHIFT = 0.02

_SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push(one.value);
}).observe({type: "layout-shift", buffered: true});
"""
_BUTTONS = """
() => {
  window.presses = [];
  for (const form of document.querySelectorAll("form[data-item]")) {
    const inputs = [...form.querySelectorAll("input[type=radio], input[type=checkbox]")];
    inputs.find(input => input.getClientRects().length || input.closest(".option"))?.click();
    if (form.querySelector("[data-do=check]")) window.presses.push(() => form.requestSubmit());
  }
  const finish = document.querySelector("[data-do=finish]");
  if (finish && finish.getClientRects().length) window.presses.push(() => finish.click(), () => finish.click());
  document.body.getBoundingClientRect();
  return window.presses.length;
}
"""
_LOADED = """
() => {
  const [page] = performance.getEntriesByType("navigation");
  return page.loadEventEnd - page.responseEnd;
}
"""


@dataclass(frozen=True, slots=True)
class FirstView:
    """What a first view fetches: each file's gzipped size."""

    sizes: dict[str, int]

    @property
    def bytes(self) -> int:
        """All of it."""
        return sum(self.sizes.values())

    def named(self, pattern: str) -> dict[str, int]:
        """The files whose path has this pattern."""
        return {path: size for path, size in self.sizes.items() if re.search(pattern, path)}


def first_view(browser: Browser, base: str, path: str) -> FirstView:
    """A page opened by somebody who has never been there."""
    page = browser.new_page(viewport={"width": 375, "height": 800})
    bodies: dict[str, bytes] = {}
    page.on("response", lambda response: bodies.update({urlsplit(response.url).path: response.body()}))
    page.goto(base + path, wait_until="networkidle")
    page.close()
    return FirstView({path: len(gzip.compress(body, 6)) for path, body in bodies.items()})


def layout_shift(browser: Browser, base: str, path: str, width: int) -> float:
    """How much of the page moved while it was loaded and scrolled through by nobody."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(_SHIFTS)
    page.goto(base + path, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 300)))")
    shifts: list[float] = page.evaluate("window.shifts")
    page.close()
    return sum(shifts)


def check_times(browser: Browser, base: str, path: str) -> list[float]:
    """Milliseconds of script, without the layout after it, for each press of a button that checks; what one click
    answers is answered before."""
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto(base + path, wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "ScriptDuration")) * 1000

    times: list[float] = []
    for press in range(page.evaluate(_BUTTONS)):
        before = spent()
        page.evaluate("press => window.presses[press]()", press)
        times.append(spent() - before)
    page.close()
    return times


def load_times(browser: Browser, addresses: Sequence[str], runs: int) -> list[float]:
    """The median milliseconds from a page's last byte to its load event, taken in turns so that chance is shared."""
    spent: list[list[float]] = [[] for _ in addresses]
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    for _ in range(runs):
        for address, times in zip(addresses, spent, strict=True):
            page.goto(address)
            page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
            times.append(page.evaluate(_LOADED))
    page.close()
    return [statistics.median(times) for times in spent]
