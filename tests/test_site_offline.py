"""Keep for offline: never unasked, whole, honest about new versions and trouble, and gone when it is stopped."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tiny_course
from site_browser import axe_source, built_edition, opened, violations

from builder.build.offline import NEVER_KEPT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

OFFER = "progress.html"
LESSON = "lessons/boil-and-brew.html"
GLOSSARY = "glossary.html"
TOLD_LATE = """navigator.serviceWorker.getRegistration().then(found => {
  found.waiting.dispatchEvent(new Event("statechange"));
})"""


@dataclass
class Host:
    """A server that remembers what it was asked for."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    address: str = ""

    @contextmanager
    def running(self) -> Iterator[str]:
        asked, failing = self.asked, self.failing

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_arguments: Any) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                asked.append(self.path)
                if self.path in failing:
                    self.send_error(503)
                else:
                    super().do_GET()

        port = int(self.address.rsplit(":", 1)[1].strip("/")) if self.address else 0
        handler = functools.partial(Handler, directory=self.folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{server.server_port}/"
        try:
            yield self.address
        finally:
            server.shutdown()
            server.server_close()


@pytest.fixture(scope="module")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after an edit: one term of the glossary is explained anew."""
    edition = tiny_course.edition()
    first, *rest = edition.course.terms
    words = replace(first.definition, html="Newly told.", plain="Newly told.")
    terms = (first.model_copy(update={"definition": words}), *rest)
    course = edition.course.model_copy(update={"terms": terms})
    return built_edition(tmp_path_factory.mktemp("next"), replace(edition, course=course), tiny_course.plan())


@pytest.fixture
def host(site_folder: Path, tmp_path: Path) -> Host:
    """A host whose files a test may change."""
    shutil.copytree(site_folder, tmp_path / "host")
    return Host(tmp_path / "host")


def publish(site: Path, host: Host) -> None:
    """Put a newer site there, with times of its own: the server answers a browser by whole seconds."""
    shutil.copytree(site, host.folder, dirs_exist_ok=True, copy_function=shutil.copyfile)


def status(page: Page) -> Locator:
    return page.locator("[data-offline] [role=status]")


def says(page: Page, words: str) -> None:
    """Wait until the section says it."""
    page.locator("[data-offline] [role=status]", has_text=words).wait_for()


def button(page: Page) -> Locator:
    return page.locator("[data-offline] button")


def keep(page: Page, base: str) -> None:
    """Choose it, and wait until everything is kept."""
    page.goto(base + OFFER)
    says(page, "Not kept")
    button(page).click()
    says(page, "Kept on this device")


def caches(page: Page) -> list[str]:
    return list(page.evaluate("caches.keys()"))


def registrations(page: Page) -> int:
    return int(page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)"))


def paths(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_nothing_is_kept_before_the_choice(browser: Browser, host: Host) -> None:
    with host.running() as base, opened(browser, base) as page:
        for path in ("index.html", LESSON, OFFER):
            page.goto(base + path, wait_until="networkidle")
        says(page, "Not kept on this device.")
        assert registrations(page) == 0
        assert caches(page) == []
        assert not [path for path in host.asked if "sw.js" in path]


def test_the_size_is_said_beforehand(browser: Browser, host: Host) -> None:
    size = sum(len(data) for path, data in paths(host.folder).items() if path not in NEVER_KEPT)
    with host.running() as base, opened(browser, base) as page:
        page.goto(base + OFFER)
        says(page, "Not kept")
        assert f"({size / 1e6:.1f}\xa0MB)" in button(page).inner_text()


@pytest.mark.parametrize("below", ["", "some/dir/"])
def test_the_whole_course_without_a_connection(browser: Browser, site_folder: Path, tmp_path: Path, below: str) -> None:
    """At the root of a host and in a folder: each page, the search, and an answer that stays."""
    shutil.copytree(site_folder, tmp_path / "host" / below, dirs_exist_ok=True)
    host = Host(tmp_path / "host")
    pages = [path for path in paths(site_folder) if path.endswith(".html") and path != "404.html"]
    with host.running() as root, opened(browser, root + below) as page:
        base = root + below
        keep(page, base)
        assert button(page).inner_text() == "Stop keeping it"
        running = len(host.asked)
        page.context.set_offline(offline=True)
        for path in pages:
            answer = page.goto(base + path + "?from=mail")
            assert answer
            assert answer.status == 200
            assert answer.from_service_worker
        assert page.goto(base)
        assert page.locator("h1").count() == 1
        page.goto(base + LESSON)
        page.locator(".md-search__input").click()
        page.keyboard.type("kettle")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        form = page.locator("form[data-item=t-first-step]")
        form.locator("input").first.check(force=True)
        form.locator("[data-do=check]").click()
        told = form.locator("[role=status]").inner_text()
        page.reload()
        assert told
        assert form.locator("[role=status]").inner_text() == told
        assert host.asked[running:] == []


def test_an_update_fetches_what_changed_and_waits_for_the_click(browser: Browser, host: Host, next_site: Path) -> None:
    with host.running() as base, opened(browser, base) as page:
        keep(page, base)
        old, new = paths(host.folder), paths(next_site)
        changed = {path for path, data in new.items() if old.get(path) != data}
        assert GLOSSARY in changed
        assert len(changed) < len(new) / 2
        publish(next_site, host)
        host.asked.clear()
        page.goto(base + LESSON)
        bar = page.locator(".update")
        bar.get_by_role("status").get_by_text("A new version of this course is ready.").wait_for()
        assert set(host.asked) == {f"/{path}" for path in (changed - NEVER_KEPT) | {"sw.js"}}
        assert len(host.asked) == len(set(host.asked)), "each once"
        page.goto(base + GLOSSARY)
        assert page.get_by_text("Newly told.").count() == 0, "nothing changes before the click"
        assert violations(page, axe_source()) == []
        with page.expect_navigation():
            page.locator(".update").get_by_role("button", name="Use it now").click()
        assert page.get_by_text("Newly told.").count() == 1
        page.wait_for_timeout(300)
        assert page.locator(".update").count() == 0
        assert len(caches(page)) == 1
        assert not [path for path in host.asked if path.startswith("/" + GLOSSARY)][1:]
        page.goto(base + OFFER)
        says(page, "Kept on this device")


def test_an_update_can_wait(browser: Browser, host: Host, next_site: Path) -> None:
    with host.running() as base, opened(browser, base) as page:
        keep(page, base)
        publish(next_site, host)
        page.goto(base + GLOSSARY)
        page.locator(".update").get_by_role("button", name="Later").click()
        assert page.locator(".update").count() == 0
        page.evaluate(TOLD_LATE)
        assert page.locator(".update").count() == 0, "once for each version"
        page.reload()
        page.locator(".update").wait_for()
        assert page.get_by_text("Newly told.").count() == 0


def test_a_damaged_file_is_refused_and_what_was_kept_stays(browser: Browser, host: Host, next_site: Path) -> None:
    with host.running() as base, opened(browser, base) as page:
        keep(page, base)
        before = caches(page)
        publish(next_site, host)
        (host.folder / GLOSSARY).write_bytes(b"<h1>Something else</h1>")
        page.goto(base + OFFER)
        says(page, "The file glossary.html is not what this course says it should be")
        assert "What was kept before is still here and still works." in status(page).inner_text()
        assert caches(page) == before
        page.context.set_offline(offline=True)
        page.goto(base + GLOSSARY)
        assert page.get_by_text("Something else").count() == 0
        assert page.locator("h1").inner_text() == "Glossary"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("damaged", "The file assets/site.css is not what this course says it should be"),
        ("missing", "The file assets/site.css is not what this course says it should be"),
        ("full", "there is too little room"),
        ("failing", "The files could not be fetched."),
    ],
)
def test_a_first_time_that_fails_keeps_nothing_and_says_so(
    browser: Browser, host: Host, trouble: str, words: str
) -> None:
    with host.running() as base, opened(browser, base) as page:
        page.goto(base + OFFER, wait_until="networkidle")
        style = host.folder / "assets" / "site.css"
        whole = style.read_bytes()
        session = page.context.new_cdp_session(page)
        quota = {"origin": base.rstrip("/")}
        if trouble == "damaged":
            style.write_bytes(whole + b" ")
        elif trouble == "missing":
            style.unlink()
        elif trouble == "full":
            session.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": 300_000})
        else:
            host.failing.add("/assets/site.css")
        button(page).focus()
        page.keyboard.press("Enter")
        says(page, words)
        assert caches(page) == []
        assert registrations(page) == 0
        assert button(page).inner_text().startswith("Keep for offline")
        assert page.locator("[data-offline] button:focus").count() == 1
        style.write_bytes(whole)
        host.failing.clear()
        session.send("Storage.overrideQuotaForOrigin", quota)
        button(page).click()
        says(page, "Kept on this device")


def test_stopping_removes_everything_but_the_answers(browser: Browser, host: Host) -> None:
    with host.running() as base, opened(browser, base) as page:
        keep(page, base)
        assert violations(page, axe_source()) == []
        page.evaluate("localStorage.setItem('mine', 'x')")
        button(page).focus()
        page.keyboard.press("Enter")
        says(page, "Removed from this device. Your answers are still here.")
        assert page.locator("[data-offline] button:focus").count() == 1
        assert caches(page) == []
        assert registrations(page) == 0
        assert page.evaluate("localStorage.getItem('mine')") == "x"
        button(page).click()
        says(page, "Kept on this device")
        page.reload()
        says(page, "Kept on this device")
        assert len(caches(page)) == 1


def test_two_courses_of_one_host_keep_apart(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(site_folder, tmp_path / "host" / name)
    with Host(tmp_path / "host").running() as base, opened(browser, base) as page:
        keep(page, base + "one/")
        keep(page, base + "two/")
        assert len(caches(page)) == 2
        button(page).click()
        says(page, "Removed")
        assert len(caches(page)) == 1
        page.context.set_offline(offline=True)
        page.goto(base + "one/" + LESSON)
        assert page.locator("h1").inner_text() == "Boil and brew"


def test_a_copy_in_a_folder_says_that_it_works_already(browser: Browser, site_folder: Path) -> None:
    with opened(browser, site_folder.as_uri()) as page:
        for path in paths(site_folder):
            if path.endswith(".html") and path != "404.html":
                page.goto((site_folder / path).as_uri())
        page.goto((site_folder / OFFER).as_uri())
        says(page, "works without a connection already")
        assert button(page).is_hidden()
