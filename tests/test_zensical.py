"""The engine's successor builds the same stage: the same pages, the same items, and the player works on them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from item_driver import HALVES, UNSCORED, PageHands, answer, expected, fill, form_of, items_here, press_button
from lxml import etree, html
from site_browser import missing_judge, served
from site_pages import all_pages

from builder.writers import site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ZENSICAL = Path(sys.executable).with_name("zensical")


def staged(folder: Path) -> Path:
    """The stage of the tiny course, set to be built below itself: this engine takes no other place."""
    (artefact,) = site.artefacts(tiny_course.edition(), tiny_course.plan())
    for path, data in artefact.write(artefact.reads, {}).files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    settings = folder / "base.yml"
    words = settings.read_text(encoding="utf-8")
    assert words.count("site_dir: .build/site") == 1
    settings.write_text(words.replace("site_dir: .build/site", "site_dir: out"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def successor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the successor makes it."""
    if not ZENSICAL.is_file():
        missing_judge("Zensical")
    folder = staged(tmp_path_factory.mktemp("zensical"))
    command = [str(ZENSICAL), "build", "--clean", "--config-file", str(folder / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    return folder / "out"


def items_of(path: Path) -> list[bytes]:
    """Each item's element in canonical form: order of attributes and quotes say nothing."""
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    forms = [form for form in page.iter("form") if form.get("data-item")]
    return [etree.tostring(form, method="c14n", with_tail=False) for form in forms]


def test_it_makes_the_same_pages_with_the_same_items(successor: Path, site_folder: Path) -> None:
    assert all_pages(successor) == all_pages(site_folder)
    with_items = 0
    for page in all_pages(site_folder):
        items = items_of(site_folder / page)
        assert items_of(successor / page) == items, page
        with_items += bool(items)
    assert with_items > 5


@pytest.mark.browser
def test_the_player_answers_on_its_pages(browser: Browser, successor: Path) -> None:
    """Its search and its styles are another matter: what it says in the console isn't looked at."""
    with served(successor) as base:
        page = browser.new_page()
        page.goto(base + "lessons/boil-and-brew.html")
        hands = PageHands(page)
        items = items_here(hands)
        assert items
        for item, type_ in items.items():
            if type_ in UNSCORED:
                fill(hands, item, "right")
                continue
            for how in ("wrong", "half", "right") if type_ in HALVES else ("wrong", "right"):
                if page.locator(f"{form_of(item)} [data-do=again]").is_visible():
                    press_button(hands, item, "again")
                answer(hands, item, how)
                result = page.locator(f"{form_of(item)} .item__result").get_attribute("data-result")
                assert result == expected(hands, item, how)
        told = page.locator(".item__result").all_inner_texts()
        page.reload()
        assert page.locator(".item__result").all_inner_texts() == told
