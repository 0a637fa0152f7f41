"""The real course's site is light and calm: bytes, requests, layout shift, and no slower for a large course."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made_sites import large_site, real_site
from site_browser import served
from site_measures import (
    MOST_BYTES,
    MOST_FONTS,
    MOST_PLAYER,
    MOST_REQUESTS,
    MOST_SHIFT,
    first_view,
    layout_shift,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return real_site(tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def pages(site: Path) -> list[str]:
    """A page of each kind that is opened first or most."""
    quiz = max((site / "quizzes").glob("*.html"), key=lambda page: page.stat().st_size)
    return ["index.html", *(f"lessons/{page.name}" for page in sorted((site / "lessons").glob("*.html"))),
            f"quizzes/{quiz.name}"]  # fmt: skip


def test_a_first_view_is_light_and_fetches_no_search(browser: Browser, base: str, site: Path) -> None:
    for path in pages(site):
        view = first_view(browser, base, path)
        assert view.bytes <= MOST_BYTES, (path, view.sizes)
        assert len(view.sizes) <= MOST_REQUESTS, (path, view.sizes)
        assert len(view.named(r"\.woff2$")) <= MOST_FONTS, (path, view.sizes)
        assert view.named("search") == {}


def test_the_player_is_small(site: Path) -> None:
    assert len(gzip.compress((site / "assets" / "player.js").read_bytes(), 6)) <= MOST_PLAYER


@pytest.mark.parametrize("width", [375, 1280])
def test_no_page_moves_while_it_loads(browser: Browser, base: str, site: Path, width: int) -> None:
    for path in pages(site):
        assert layout_shift(browser, base, path, width) <= MOST_SHIFT, path


@pytest.mark.slow
def test_a_lesson_is_no_heavier_in_a_large_course(browser: Browser, tmp_path: Path) -> None:
    """Its page grows by the names of the modules alone, and it fetches the same files."""
    few, many = large_site(tmp_path / "few", 25), large_site(tmp_path / "many", 250)
    views = []
    for made in (few, many):
        with served(made) as address:
            views.append(first_view(browser, address, "lessons/lesson-module-0.html"))
    small, large = views
    assert set(large.sizes) == set(small.sizes)
    assert large.bytes <= small.bytes * 1.1
