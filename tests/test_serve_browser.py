"""What an author sees in the browser after a save: the new content, where they were, with what they had done."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error
from previews import PATIENCE, Preview, course_copy, previewed, program_copy, until
from site_browser import opened
from site_pages import faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
LESSON = "lessons/boil-and-brew.html"
SOURCE = "modules/tea/boil-and-brew.md"
BANK = "quizzes/banks/tea.yml"
ORGANISATION = "course/organisations/harbour.yml"
MILLISECONDS = PATIENCE * 1000
PANEL = ".course-serve aside"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("serve")
    with previewed(course_copy(folder / "course"), program_copy(folder / "program")) as running:
        yield running


@pytest.fixture(scope="module")
def first(preview: Preview) -> str:
    """The lesson's page before any edit."""
    return preview.text(f"/{LESSON}")


@pytest.fixture(autouse=True)
def restored(preview: Preview, first: str, tmp_path: Path) -> Iterator[None]:
    """Every test leaves the course as it found it; then the page, too, is what it was, to the last byte."""
    for name in ("course", "modules", "quizzes"):
        shutil.copytree(preview.course / name, tmp_path / name)
    yield
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        place = preview.course / path.relative_to(tmp_path)
        if place.read_bytes() != path.read_bytes():
            place.write_bytes(path.read_bytes())
    until(lambda: _unversioned(preview.text(f"/{LESSON}")) == _unversioned(first), "the page is not what it was")


def _unversioned(page: str) -> str:
    return re.sub(r'data-serve="[^"]*"', "", page)


@contextmanager
def at(browser: Browser, preview: Preview, width: int = 1280, **options: Any) -> Iterator[Page]:
    with opened(browser, preview.address, viewport={"width": width, "height": 700}, **options) as page:
        page.set_default_timeout(MILLISECONDS)
        page.goto(preview.address + LESSON)
        page.wait_for_function("() => document.querySelector('.course-serve')")
        yield page
        with contextlib.suppress(Error):  # the page may be on its way already
            page.goto("about:blank")  # Chromium never closes a page that reloads itself while it is closed


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    with at(browser, preview) as page:
        yield page


def sees(page: Page, words: str) -> None:
    page.wait_for_function("words => document.querySelector('.page')?.innerText.includes(words)", arg=words)


def top_of(page: Page, selector: str) -> float:
    return float(page.evaluate("one => document.querySelector(one).getBoundingClientRect().top", selector))


def values_of(item: Locator) -> list[str | None]:
    """The options' values in the order in which they stand."""
    return [one.get_attribute("value") for one in item.locator("input[type=radio]").all()]


def test_a_sentence_changes_in_place(page: Page, preview: Preview) -> None:
    page.evaluate("window.sameDocument = true")
    page.evaluate("document.querySelector('#bb-leaves').scrollIntoView({behavior: 'instant'})")
    page.locator("form[data-item=t-minutes] input").first.focus()
    before, held = top_of(page, "#bb-leaves"), page.evaluate("document.activeElement.outerHTML")
    preview.edit(SOURCE, "Tea has an order.", "Tea has an order, and a smell of its own.")
    sees(page, "and a smell of its own")
    assert page.evaluate("window.sameDocument")
    assert page.evaluate("document.activeElement.outerHTML") == held
    assert abs(top_of(page, "#bb-leaves") - before) < 40


def test_an_options_words_change_in_place(page: Page, preview: Preview) -> None:
    page.evaluate("window.sameDocument = true")
    first = page.locator("form[data-item=t-first-step]")
    first.locator("label", has_text="Put in the leaves").click()
    first.locator("details.hint summary").first.click()
    chosen, order = first.locator("input[type=radio]:checked").get_attribute("value"), values_of(first)
    page.evaluate("document.querySelector('form[data-item=t-minutes]').scrollIntoView({behavior: 'instant'})")
    held = page.locator("form[data-item=t-minutes] input").first
    held.fill("4")
    before = top_of(page, "form[data-item=t-minutes]")
    preview.edit(BANK, "text: Boil the water", "text: Boil the water in a clean kettle")
    sees(page, "Boil the water in a clean kettle")
    assert page.evaluate("window.sameDocument")
    assert held.evaluate("field => field === document.activeElement && field.value") == "4"
    assert (first.locator("input[type=radio]:checked").get_attribute("value"), values_of(first)) == (chosen, order)
    assert first.locator("details.hint[open]").count() == 1
    assert abs(top_of(page, "form[data-item=t-minutes]") - before) < 40
    preview.edit(BANK, "text: Boil the water in a clean kettle", "text: Boil the water again")
    sees(page, "Boil the water again")
    assert page.evaluate("window.sameDocument")


def test_what_the_player_has_said_already_comes_anew(page: Page, preview: Preview) -> None:
    page.evaluate("window.sameDocument = true")
    first = page.locator("form[data-item=t-first-step]")
    first.locator("label", has_text="Put in the leaves").click()
    first.locator("[data-do=check]").click()
    rationale = "Dry leaves do nothing for now."
    assert any(rationale in told for told in first.locator(".option__told").all_inner_texts())
    preview.edit(BANK, rationale, "Dry leaves do nothing at all.")
    page.wait_for_function("() => !window.sameDocument", timeout=MILLISECONDS)
    told = page.locator("form[data-item=t-first-step] .option__told", has_text="nothing at all")
    told.first.wait_for(timeout=MILLISECONDS)


def test_another_shape_of_an_item_comes_anew_and_the_reader_stays(page: Page, preview: Preview) -> None:
    page.evaluate("window.sameDocument = true")
    first = page.locator("form[data-item=t-first-step]")
    first.locator("label", has_text="Put in the leaves").click()
    first.locator("details.hint summary").first.click()
    chosen = first.locator("input[type=radio]:checked").get_attribute("value")
    opened_before = page.locator(".page details[open]").count()
    page.evaluate("document.querySelector('form[data-item=t-minutes]').scrollIntoView({behavior: 'instant'})")
    held = page.locator("form[data-item=t-minutes] input").first
    held.focus()
    before, name = top_of(page, "form[data-item=t-minutes]"), held.get_attribute("name")
    preview.edit(BANK, "text: Boil the water", "text: Boil the **fresh** water")
    page.wait_for_function("() => !window.sameDocument", timeout=MILLISECONDS)
    sees(page, "Boil the fresh water")
    page.wait_for_function("name => document.activeElement.name === name", arg=name)
    assert first.locator("input[type=radio]:checked").get_attribute("value") == chosen
    assert page.locator(".page details[open]").count() == opened_before > 0
    assert abs(top_of(page, "form[data-item=t-minutes]") - before) < 40


def test_the_organisations_name(page: Page, preview: Preview) -> None:
    preview.edit(ORGANISATION, "short_name: Harbour", "short_name: Longshore")
    page.wait_for_function("() => document.querySelector('.site-name')?.innerText.includes('Longshore')")


def test_a_style_changes_in_place(page: Page, preview: Preview) -> None:
    page.evaluate("window.sameDocument = true")
    tokens = preview.program / "site" / "tokens.css"
    before = tokens.read_text(encoding="utf-8")
    tokens.write_text(before + ":root { --ink: rgb(1, 2, 3); }\n", encoding="utf-8")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.page h1') ?? document.body).color === 'rgb(1, 2, 3)'"
    )
    assert page.evaluate("window.sameDocument")
    tokens.write_text(before, encoding="utf-8")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.page h1') ?? document.body).color !== 'rgb(1, 2, 3)'"
    )


def test_a_module_of_the_player(page: Page, preview: Preview) -> None:
    place = preview.program / "site" / "player" / "page" / "notices.js"
    before = place.read_text(encoding="utf-8")
    place.write_text(
        before.replace("const page = find", "document.body.dataset.new = 'yes';\n  const page = find"), encoding="utf-8"
    )
    page.wait_for_function("() => document.body?.dataset.new === 'yes'")
    place.write_text(before, encoding="utf-8")
    page.wait_for_function("() => document.body?.dataset.new === undefined")


def test_the_programs_own_code_and_templates(page: Page, preview: Preview) -> None:
    template = preview.program / "builder/templates/site/lessons/prose.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(before + "<p>Twice said.</p>", encoding="utf-8")
    sees(page, "Twice said.")
    template.write_text(before, encoding="utf-8")
    code = preview.program / "builder/writers/site/reference.py"
    before = code.read_text(encoding="utf-8")
    code.write_text(before.replace('_("Glossary")', '_("Glossary") + " for all"'), encoding="utf-8")
    until(lambda: "Glossary for all" in preview.text("/glossary.html"), "the code is old")
    assert "starting it anew" in preview.words
    code.write_text(before, encoding="utf-8")
    until(lambda: "Glossary for all" not in preview.text("/glossary.html"), "the code is not old")


def test_a_heading_comes_into_the_contents(page: Page, preview: Preview) -> None:
    preview.edit(SOURCE, "## First the water", "## First the fresh water")
    sees(page, "First the fresh water")
    page.wait_for_function(
        "() => document.querySelector('.md-nav--secondary')?.textContent.includes('First the fresh water')"
    )


def test_a_mistake_is_shown_and_the_page_stays(page: Page, preview: Preview) -> None:
    heading = page.locator("h1").inner_text()
    preview.edit(SOURCE, "minutes: 4", "minutes: 4\nminuts: 5")
    panel = page.locator(PANEL)
    panel.wait_for(state="visible")
    page.wait_for_function(
        "() => document.querySelector('.course-serve')?.shadowRoot.querySelector('.finding__weight--error')"
    )
    words = panel.inner_text()
    assert f"{SOURCE}:9:" in words
    assert "help:" in words
    link = panel.locator("a[href^='vscode://file']").first.get_attribute("href") or ""
    assert f"{preview.course}/{SOURCE}:9:" in link
    assert page.locator("h1").inner_text() == heading
    preview.edit(SOURCE, "\nminuts: 5", "")
    page.wait_for_function(
        "() => document.querySelector('.course-serve')?.shadowRoot.querySelector('.finding__weight--error') === null"
    )


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_has_no_fault(browser: Browser, preview: Preview, width: int, scheme: str) -> None:
    preview.edit(SOURCE, "minutes: 4", "minutes: 4\nminuts: 5")
    with at(browser, preview, width, color_scheme=scheme, bypass_csp=True) as page:
        page.wait_for_function(
            "() => document.querySelector('.course-serve')?.shadowRoot.querySelector('.finding__weight--error')"
        )
        assert faults(page, ".course-serve") == []
        if os.environ.get("PICTURES"):
            page.screenshot(path=f"{os.environ['PICTURES']}/panel-{width}-{scheme}.png")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(f"{PANEL} button").focus()
        page.keyboard.press("Escape")
        assert page.locator(f"{PANEL} .panel__box").is_hidden()


def test_of_very_many_saves_the_newest_is_shown(page: Page, preview: Preview) -> None:
    place, built = preview.course / SOURCE, preview.words.count("Rebuilt")
    text = place.read_text(encoding="utf-8")
    for number in range(1000):
        place.write_text(text.replace("Tea has an order.", f"Tea has order {number}."), encoding="utf-8")
    sees(page, "Tea has order 999.")
    until(lambda: preview.words.count("Rebuilt") > built, "no rebuild")
    assert preview.words.count("Rebuilt") - built < 20


def test_a_folder_goes_and_comes_back(page: Page, preview: Preview) -> None:
    modules = preview.course / "modules"
    modules.rename(preview.course / "away")
    page.locator(PANEL).wait_for(state="visible")
    assert "boil" in page.locator("h1").inner_text().lower()
    (preview.course / "away").rename(modules)
    preview.edit(SOURCE, "Tea has an order.", "Tea is back.")
    sees(page, "Tea is back.")


def test_the_list_of_artefacts_has_no_fault(browser: Browser, preview: Preview) -> None:
    with opened(browser, preview.address, bypass_csp=True) as page:
        page.set_default_timeout(MILLISECONDS)
        page.goto(f"{preview.address}_artefacts/")
        assert faults(page) == []
        with page.expect_download() as got:
            page.get_by_role("link", name="anki").click()
        assert got.value.suggested_filename.endswith(".apkg")
