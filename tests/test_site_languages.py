"""The interface in other languages: no English is left, longer words fit, and pages turn round from right to left."""

from __future__ import annotations

import gettext
import html
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from item_driver import PageHands, answer, fill, items_here, press_button
from site_browser import ROOT, built_edition, opened, served
from site_pages import all_pages, faults, kinds, nothing, too_wide, unfold

from builder.locale import Catalogue
from builder.model.text import Text
from builder.model.walk import map_texts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from builder.model.edition import Edition

pytestmark = pytest.mark.browser

MARK = "⟦"
_APART = re.compile(r"\s*[·,.;:()=¿?¡!…«»\d/]+\s*")
"""Where the program joins what the course says in pieces."""
_WORDS = re.compile(r"[^\W\d_]{2}")
_ALLOWED = re.compile(
    r"\b(?:[0-9a-f]{12}|(?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio)(?: de)?|dentro de \d+ días|mañana)\b"
)
"""A hash, and what the browser says of dates in the page's language."""
_LETTERS = str.maketrans("aceiounsAEIOU", "áçéíóúñšÁÉÍÓÚ")
_VALUE = re.compile(r"(\{[^}]*\})")


def pseudo(message: str) -> str:
    """A message that nobody takes for English, 40 % longer, with its values in place."""
    parts = [part if part.startswith("{") else part.translate(_LETTERS) for part in _VALUE.split(message)]
    return f"{MARK}{''.join(parts)}{' lóng' * max(1, len(message) // 12)}⟧"


class Pseudo(gettext.NullTranslations):
    """Translations into no language."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def catalogue(language: str) -> Catalogue:
    return Catalogue(language, Pseudo())


def built(folder: Path, edition: Edition) -> Path:
    """An edition's site with the words of the pseudo-language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.writers.site.frame.catalogue", catalogue)
        return built_edition(folder, edition, tiny_course.plan("harbour", "es"))


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Spanish, so that whatever is English came from the program."""
    return tiny_course.edition("harbour", "es")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, edition: Edition) -> Path:
    return built(tmp_path_factory.mktemp("pseudo"), edition)


SAID = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest("script, template, noscript, option[data-own]")) found.add(node.data);
  }
  const names = ["aria-label", "title", "alt", "placeholder", "aria-description", "aria-valuetext"];
  for (const one of document.querySelectorAll(names.map(name => `[${name}]`).join())) {
    for (const name of names) if (one.hasAttribute(name)) found.add(one.getAttribute(name));
  }
  for (const one of document.querySelectorAll("[data-column]")) found.add(one.dataset.column);
  found.add(document.title);
  return [...found];
}"""


def own_words(edition: Edition) -> str:
    """All that the course itself says, as one text to look words up in."""
    said: list[str] = []

    def note(_key: str, text: Text) -> Text:
        said.extend((text.plain, html.unescape(re.sub(r"<[^>]+>", "\n", text.html))))
        return text

    map_texts(edition.course, note)
    map_texts(edition.organisation, note)
    return squeezed("\n".join(said))


def squeezed(words: str) -> str:
    return " ".join(words.split())


def themes_words() -> str:
    """What the engine's theme says of its own, in its own Spanish."""
    theme = next((ROOT / ".venv").glob("lib/python3.*/site-packages/material/templates/partials/languages/es.html"))
    return squeezed(" ".join(re.findall(r'"([^"]*)"', theme.read_text(encoding="utf-8"))))


def foreign(page: Page, own: str) -> list[str]:
    """What the page says that is neither marked, nor the course's, nor without words."""
    left = []
    for said in page.evaluate(SAID):
        words = squeezed(said)
        if MARK in words or "⟧" in words or " lóng" in f" {words}" or words in own:
            continue
        if any(_WORDS.search(part) and part not in own for part in _APART.split(_ALLOWED.sub("", words))):
            left.append(words)
    return left


def everything_said(page: Page, own: str) -> list[str]:
    """What is said before and after every item of the page is answered, wrong and right, hints open."""
    left = foreign(page, own)
    unfold(page)
    hands = PageHands(page)
    for item, type_ in items_here(hands).items():
        button = page.locator(f'form.item[data-item="{item}"] [data-do=check]')
        if type_ == "reflection" or not (button.count() and button.is_visible()):
            fill(hands, item, "wrong")
            continue
        press_button(hands, item, "check")
        left += foreign(page, own)
        answer(hands, item, "wrong")
        left += foreign(page, own)
        if page.locator(f'form.item[data-item="{item}"] [data-do=again]').is_visible():
            press_button(hands, item, "again")
            answer(hands, item, "right")
    for button in page.locator(".md-content button:not([data-do=check], [data-do=again]), button[data-scheme]").all():
        if button.is_visible():
            button.evaluate("button => button.click()")
            left += foreign(page, own)
    return left


def test_no_english_is_left(browser: Browser, folder: Path, edition: Edition) -> None:
    own = own_words(edition) + " " + themes_words() + " MathML "
    found = {}
    with served(folder) as base, opened(browser, base) as page:
        page.add_init_script("window.print = () => {}")
        page.on("dialog", lambda dialog: dialog.dismiss())
        for path in all_pages(folder):
            page.goto(base + path)
            found[path] = sorted(set(everything_said(page, own)))
    nothing(found)


def test_longer_words_fit(browser: Browser, folder: Path) -> None:
    found = {}
    with served(folder) as base, opened(browser, base, viewport={"width": 320, "height": 700}) as page:
        for path in all_pages(folder):
            page.goto(base + path)
            unfold(page)
            found[path] = too_wide(page)
    nothing(found)


PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:"
    r"|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius"
)


def test_styles_know_start_and_end_not_left_and_right() -> None:
    for path in sorted((ROOT / "site").rglob("*.css")):
        if path.parent.name != "print":
            sheet = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            assert PHYSICAL.findall(sheet) == [], path.name


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory, edition: Edition) -> Path:
    """The same course as if it were Arabic."""
    return built(tmp_path_factory.mktemp("turned"), replace(edition, language="ar"))


def test_pages_turn_round(browser: Browser, turned: Path) -> None:
    found: dict[str, list[str]] = {}
    with served(turned) as base, opened(browser, base) as page:
        for kind, path in kinds(turned).items():
            page.goto(base + path)
            assert page.locator("html").get_attribute("lang") == "ar"
            assert page.evaluate("getComputedStyle(document.querySelector('.page')).direction") == "rtl"
            unfold(page)
            found[kind] = faults(page)
            for width in (320, 375, 1280):
                page.set_viewport_size({"width": width, "height": 700})
                found[kind] += too_wide(page)
            found[kind] += [f"arrow not mirrored: {one}" for one in page.evaluate(ARROWS)]
    nothing(found)


ARROWS = """() => [...document.querySelectorAll(".icon--arrow, [class*=arrow] svg")].filter(one =>
  one.checkVisibility() && new DOMMatrix(getComputedStyle(one).transform).a >= 0
    && !getComputedStyle(one).scale.startsWith("-1"))
  .map(one => one.parentElement.outerHTML.slice(0, 100))"""
