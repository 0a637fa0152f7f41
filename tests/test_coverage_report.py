"""The coverage report in a browser: gaps first, sorted and filtered, links into the source, nothing asked of others."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import tiny_course
from site_browser import opened, served
from site_pages import faults, too_wide

from builder.assembly.coverage import coverage
from builder.build.reports import way_out
from builder.writers.reports import coverage_page
from builder.writers.reports.statistics import longer_by, plots_of, position_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from builder.diagnostics import Place
    from builder.model.edition import Edition

EDITION = ("harbour", "en")
_LINK = re.compile(r'<a href="\.\./\.\./([^"#]+)#L(\d+)" title="([^"]+)">([^<]+)</a>')
_HEAD = re.compile(r'<th scope="row"><a [^>]* title="([^"]+)">.*<code class="place">([^<]+)</code></th>')
ROOT = "../../"

NAMES = """[...document.querySelectorAll('[data-table] tbody tr')].filter(row => !row.hidden)
  .map(row => row.cells[0].querySelector('a').textContent)"""
GAPS = "[...document.querySelectorAll('[data-table] tbody tr')].map(row => Number(row.dataset.gaps))"
WRONG = (
    "[...document.querySelectorAll('tr[data-gaps]')].filter(row => (row.dataset.gaps === '0') !== row.hidden).length"
)


def edition() -> Edition:
    return tiny_course.edition(*EDITION)


def link(place: Place) -> str:
    """The address of a place in the source, from the report."""
    return f"{ROOT}{place.file}#L{place.line}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("coverage")
    table = coverage(edition(), tiny_course.plan(*EDITION))
    (made / "coverage.html").write_bytes(coverage_page(edition(), table, link))
    (made / "coverage.json").write_text(json.dumps(table), encoding="utf-8")
    return made


def shown(page: Page) -> list[str]:
    return list(page.evaluate(NAMES))


@pytest.mark.browser
def test_everybody_can_read_it(browser: Browser, folder: Path) -> None:
    with served(folder) as base:
        for scheme in ("light", "dark"):
            for width in (375, 1280):
                with opened(browser, base, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                    page.goto(base + "coverage.html")
                    assert faults(page) == []
                    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
                    page.locator(".sort").first.click()
                    assert faults(page) == []
                    assert too_wide(page) == []


@pytest.mark.browser
def test_gaps_first_then_as_one_likes(browser: Browser, folder: Path) -> None:
    with served(folder) as base, opened(browser, base) as page:
        page.goto(base + "coverage.html")
        gaps = page.evaluate(GAPS)
        assert gaps == sorted(gaps, reverse=True)
        names = shown(page)
        head = page.locator("[data-table] thead th").first
        head.get_by_role("button").click()
        assert (head.get_attribute("aria-sort"), shown(page)) == ("ascending", sorted(names, key=str.lower))
        head.get_by_role("button").press("Enter")
        assert (head.get_attribute("aria-sort"), shown(page)) == ("descending", sorted(names, key=str.lower)[::-1])
        page.locator("[data-table] thead th").nth(1).get_by_role("button").click()
        assert page.evaluate(GAPS) == sorted(gaps)


@pytest.mark.browser
def test_filters_say_how_much_is_shown(browser: Browser, folder: Path) -> None:
    table = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))
    with served(folder) as base, opened(browser, base) as page:
        page.goto(base + "coverage.html")
        page.get_by_label("Show").select_option("objective")
        assert sorted(shown(page)) == sorted(row["name"] for row in table["objectives"])
        first = table["objectives"][0]["name"]
        page.get_by_label("Find").fill(first.upper())
        assert shown(page) == [first]
        assert page.locator("[data-told]").inner_text().startswith("1 of ")
        page.get_by_label("Find").fill("")
        page.get_by_label("Show").select_option("")
        page.get_by_label("only with gaps").check()
        assert page.evaluate(WRONG) == 0


def test_each_cell_leads_to_its_source(folder: Path) -> None:
    page = (folder / "coverage.html").read_text(encoding="utf-8").partition("<tbody>")[2].partition("</tbody>")[0]
    links = _LINK.findall(page)
    assert len(links) > 20
    places = _HEAD.findall(page)
    assert len(places) == page.count("<tr ")
    assert all(title == shown for title, shown in places)
    for path, line, place, words in links:
        text = (tiny_course.ROOT / path).read_text(encoding="utf-8").splitlines()
        assert place == f"{path}:{line}"
        if path != "course/refresher.yml" and " " not in words:
            assert words in text[int(line) - 1], place


@pytest.mark.parametrize(
    ("report", "way"),
    [
        ("course/dist/reports/coverage.html", "../../"),
        ("course/dist/editions/harbour.es/reports/coverage.html", "../../../../"),
        ("course/made/here/reports/coverage.html", "../../../"),
        ("elsewhere/reports/coverage.html", "../../course/"),
        ("with #1/out/reports/coverage.html", "../../../course/"),
    ],
)
def test_links_start_from_where_the_output_stands(tmp_path: Path, report: str, way: str) -> None:
    assert way_out(tmp_path / "course", tmp_path / report) == way
    strange = tmp_path / "our 100% #1"
    assert way_out(strange, tmp_path / "elsewhere/reports/coverage.html") == "../../our%20100%25%20%231/"


def test_plots_count_what_there_is() -> None:
    made = edition()
    for plot in plots_of(made)[:2]:
        assert sum(bar.count for bar in plot.bars) == len(made.items)
    choices = [item for item in made.items.values() if item.type == "single_choice"]
    assert [position_of(item) for item in choices if item.options[0].id in item.key] != []
    assert all(-50 < longer_by(item) < 50 for item in choices)


def test_words_of_the_course_stay_words() -> None:
    hostile = "<script>alert(1)</script>&\"'"
    table = coverage(edition(), tiny_course.plan(*EDITION))
    table["objectives"][0]["name"] = hostile
    page = coverage_page(edition(), table, link).decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;" in page
