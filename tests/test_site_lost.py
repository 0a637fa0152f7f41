"""The page for lost visitors, on hosts that show it for any address, with the site at their root or in a folder."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from site_browser import axe_source, violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

LOST = ("gone.html", "lessons/gone.html", "modules/gone/index.html", "lessons/gone/")


@contextmanager
def hosted(site: Path, root: Path, below: str) -> Iterator[tuple[str, list[str]]]:
    """The site's address on a host, and what that host had to answer with 404."""
    shutil.copytree(site, root / below, dirs_exist_ok=True)
    lost: list[str] = []

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

        def send_error(self, code: int, *_more: str | None) -> None:
            lost.append(self.path)
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((root / below / "404.html").read_bytes())

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{below}", lost
    finally:
        server.shutdown()


@pytest.mark.parametrize("below", ["", "some/lessons/dir/"])
def test_a_lost_visitor_finds_the_way_from_any_depth(
    browser: Browser, site_folder: Path, tmp_path: Path, below: str
) -> None:
    with hosted(site_folder, tmp_path, below) as (base, lost):
        page = browser.new_page()
        noise: list[str] = []
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        for path in LOST:
            lost.clear()
            noise.clear()
            page.goto(base + path, wait_until="networkidle")
            assert lost == [f"/{below}{path}"], "only the address itself is missing"
            assert len(noise) == 1, "the browser's own line about it, and no other"
            assert "status of 404" in noise[0]
            assert violations(page, axe_source()) == []
            page.locator(".md-search__input").click()
            page.keyboard.type("kettle")
            page.locator(".md-search-result__item a").first.wait_for()
            found = page.locator(".md-search-result__item a").evaluate_all("all => all.map(one => one.href)")
            assert {(site_folder / re.split("[?#]", one.removeprefix(base))[0]).is_file() for one in found} == {True}
            page.keyboard.press("Escape")
            page.get_by_role("link", name="To the start").click()
            assert page.url == base + "index.html"
        page.close()


def test_without_a_connection_the_kept_course_has_it_too(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    with hosted(site_folder, tmp_path, "dir/") as (base, lost):
        page = browser.new_page()
        page.goto(base + "progress.html")
        page.locator("[data-offline] button").click()
        page.get_by_role("status").get_by_text("Kept on this device").wait_for()
        page.context.set_offline(offline=True)
        answer = page.goto(base + "lessons/gone.html")
        assert answer
        assert answer.status == 404
        assert answer.from_service_worker
        page.get_by_role("link", name="To the start").click()
        assert page.url == base + "index.html"
        assert lost == []
        page.close()
