"""The certificate: what is missing to it, whose name it has, and the sheet that is printed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tiny_course
from learner_states import complete_state, keep
from site_browser import axe_source, missing_judge, opened, violations

from builder.writers.site.certificate import edition_hash

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def printed(page: Page, folder: Path) -> tuple[str, str]:
    """The words of the page on paper, and what is known of the sheets."""
    if not shutil.which("pdftotext") or not shutil.which("pdfinfo"):
        missing_judge("pdftotext")
    path = folder / "certificate.pdf"
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    words = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return words, info


def test_what_is_missing_is_named_and_there_is_no_certificate(browser: Browser, base: str, tmp_path: Path) -> None:
    with opened(browser, base) as page:
        page.goto(base + "certificate.html")
        assert page.locator("[data-missing-list] a").all_inner_texts() == [
            "Lesson: Boil and brew", "Lesson: Pour for others", "Lesson: Wash up",
            "Test: Last test, pass mark 75 %",
        ]  # fmt: skip
        assert page.locator(".diploma").is_hidden()
        assert violations(page, axe_source()) == []
        words, _ = printed(page, tmp_path)
        assert "Certificate of completion" not in words


def test_an_empty_name_is_asked_for_and_not_printed(browser: Browser, base: str, tmp_path: Path) -> None:
    with opened(browser, base) as page:
        keep(page, base, complete_state())
        page.goto(base + "certificate.html")
        page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
        field = page.get_by_label("Your name")
        field.fill("   ")
        field.press("Enter")
        assert page.locator("#page--name--error").inner_text().startswith("Write your name first")
        assert field.evaluate("one => one === document.activeElement && one.getAttribute('aria-invalid') === 'true'")
        assert page.evaluate("window.printed") == 0
        assert violations(page, axe_source()) == []
        words, _ = printed(page, tmp_path)
        assert "Certificate of completion" not in words
        assert "Write your name first" in words
        field.fill("Ana")
        assert page.locator("#page--name--error").inner_text() == ""
        field.press("Enter")
        assert page.evaluate("window.printed") == 1


def test_the_printed_sheet_says_all_and_no_more(browser: Browser, base: str, tmp_path: Path) -> None:
    with opened(browser, base, viewport={"width": 1280, "height": 900}) as page:
        keep(page, base, complete_state())
        page.goto(base + "certificate.html")
        name = "María-José <b>O'Neill</b>"
        page.get_by_label("Your name").fill(name)
        assert page.locator("[data-name]").inner_text() == name
        words, info = printed(page, tmp_path)
        flat = " ".join(words.split())
        settings = tiny_course.edition().course.settings
        for part in (
            name, settings.title.plain, settings.version, "2 January 2027", "no proof of identity",
            edition_hash(tiny_course.edition()), "Harbour", "minutes", "nobody has a record of them",
        ):  # fmt: skip
            assert part in flat, part
        assert "Print the certificate" not in flat
        assert re.search(r"Pages:\s+1\n", info), info
        assert re.search(r"Page size:\s+84\d\.?\d* x 59\d", info), "A4, landscape"
        page.reload()
        assert page.get_by_label("Your name").input_value() == name, "kept on this device"


def test_the_hash_is_of_the_texts() -> None:
    one = edition_hash(tiny_course.edition("harbour", "en"))
    assert re.fullmatch(r"[0-9a-f]{12}", one)
    assert one == edition_hash(tiny_course.edition_of(tiny_course.course(), "harbour", "en"))
    assert one != edition_hash(tiny_course.edition("hilltop", "en"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_the_reached_page(browser: Browser, base: str, scheme: str, width: int) -> None:
    with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        keep(page, base, complete_state())
        page.goto(base + "certificate.html")
        page.get_by_label("Your name").fill("Ana")
        assert violations(page, axe_source()) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.goto(base)
        assert page.locator("a[data-continue]").inner_text().strip() == "Course complete: your certificate"
        page.goto(base + "progress.html")
        assert page.locator("[data-complete]").inner_text().startswith("You have completed the course.")
        assert violations(page, axe_source()) == []
