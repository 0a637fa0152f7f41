"""Which pages a built site has, by kind; and what can be asked of any page."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from site_browser import ARGUMENTS, AXE_TAGS, axe_source, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

_KIND = re.compile(r'class="page page--([a-z-]+)"')
_UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
_RUN = """async ([tags, within]) => {
  const found = await axe.run(within ? document.querySelector(within) : document,
                              {runOnly: tags, resultTypes: ['violations']});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target} ${node.failureSummary} ${node.html.slice(0, 160)}`));
}"""


@contextmanager
def started() -> Iterator[Browser]:
    """Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is wanted

    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def all_pages(folder: Path) -> list[str]:
    """Every page of a site, by path."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def kinds(folder: Path) -> dict[str, str]:
    """The largest page of each kind."""
    found: dict[str, str] = {}
    for path in sorted(all_pages(folder), key=lambda path: -(folder / path).stat().st_size):
        kind = _KIND.search((folder / path).read_text(encoding="utf-8"))
        assert kind, f"{path} doesn't say its kind"
        found.setdefault(kind[1], path)
    return dict(sorted(found.items()))


def faults(page: Page, within: str = "") -> list[str]:
    """What axe finds on a page, or within one element of it."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe_source())
    return list(page.evaluate(_RUN, [AXE_TAGS, within]))


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate(_UNFOLD)


def styled(page: Page, rules: str) -> None:
    """Give the page a reader's own style sheet, in place of any before; the policy lets no style element in."""
    page.evaluate(
        "rules => { const sheet = new CSSStyleSheet(); sheet.replaceSync(rules);"
        " document.adoptedStyleSheets = [sheet]; }",
        rules,
    )


def nothing(found: dict[str, list[str]]) -> None:
    """Fail with what was found, by place."""
    told = "\n".join(f"{place}: {fault}" for place, all_ in found.items() for fault in all_)
    if told:
        pytest.fail(told)


def too_wide(page: Page) -> list[str]:
    """Whether the page scrolls sideways, and what sticks out."""
    return list(
        page.evaluate(
            """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const box = one => one.getBoundingClientRect();
  const out = [...document.querySelectorAll('.md-content *')]
    .filter(one => box(one).right > width + 1 || box(one).left < -1).slice(0, 5)
    .map(one => one.outerHTML.slice(0, 100));
  return [`${document.documentElement.scrollWidth} > ${width} px`, ...out];
}"""
        )
    )


def cut_off(page: Page) -> list[str]:
    """Words that their own box hides; the name in the header is short there, and whole in the page's title."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('header *, .md-content *, footer *')].filter(one => {
  const style = getComputedStyle(one);
  if (one.closest('svg, .md-search__output, .site-name, select') || !one.checkVisibility({visibilityProperty: true})) return false;
  if (style.position === 'absolute' && one.clientWidth <= 2) return false;
  const hides = (way) => ['hidden', 'clip'].includes(style[way]);
  return (hides('overflowX') && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 2)
      || (hides('overflowY') && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 2);
}).map(one => `${one.clientWidth} by ${one.clientHeight} px shown of ${one.scrollWidth} by ${one.scrollHeight}: ${one.outerHTML.slice(0, 120)}`)"""  # noqa: E501
        )
    )
