"""What tests of the site share: the built tiny site, a server, a browser, and pages that tolerate no noise."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tiny_course

from builder.build.site_job import build_site
from builder.writers import site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

    from builder.model.edition import Edition
    from builder.model.plan import Plan

ROOT = Path(__file__).parents[1]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def missing_judge(what: str) -> None:
    """Skip where a judge isn't installed; in CI that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    missing_judge("Chromium")
    return ""


def axe_source() -> str:
    if not AXE.is_file():
        missing_judge("axe-core")
    return AXE.read_text(encoding="utf-8")


def built_site(folder: Path, organisation: str = "harbour", language: str = "en") -> Path:
    """The tiny course's site on disk."""
    return built_edition(folder, tiny_course.edition(organisation, language), tiny_course.plan(organisation, language))


def built_edition(folder: Path, edition: Edition, plan: Plan) -> Path:
    """An edition's site on disk."""
    (artefact,) = site.artefacts(edition, plan)
    out = folder / "site"
    for path, data in build_site(artefact, {}, folder / "work").files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return out


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of ``folder``, ending with a slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def opened(browser: Browser, base: str, **options: Any) -> Iterator[Page]:
    """A page of a new context. Any console message, exception, failed or foreign request fails the test."""
    context: BrowserContext = browser.new_context(locale="en-GB", reduced_motion="reduce", **options)
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(f"error: {error}"))
    page.on("requestfailed", lambda request: noise.append(f"failed: {request.url}") if _failed(request) else None)
    page.on("request", lambda request: noise.append(f"foreign: {request.url}") if not _own(request.url, base) else None)
    try:
        yield page
        assert noise == [], noise
    finally:
        context.close()


def _failed(request: Request) -> bool:
    """Whether the request itself failed: one that the next page cut off did not."""
    return "ERR_ABORTED" not in (request.failure or "")


def _own(address: str, base: str) -> bool:
    return address.startswith((base, "data:", "about:"))


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds, one line each, on the page's top: further down, a control may be half under the header."""
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", AXE_TAGS)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
