"""Pages that the preview makes without the engine are the engine's, byte for byte."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import tiny_course
from previews import course_copy
from site_browser import built_edition
from site_pages import all_pages

from builder.build.digest import digest
from builder.serve.messages import Settings
from builder.serve.quick_pages import newer_assets, quick_pages
from builder.serve.sight import Sight
from builder.writers import site
from builder.writers.site.assets import load_assets, load_styles

if TYPE_CHECKING:
    from pathlib import Path

    from builder.writers.site import SiteReads


def reads_of(organisation: str, language: str) -> SiteReads:
    edition, plan = tiny_course.edition(organisation, language), tiny_course.plan(organisation, language)
    return site.SiteReads(edition, plan, load_styles(), load_assets())


@pytest.mark.browser
def test_every_page_is_the_engines(site_folder: Path) -> None:
    reads = reads_of("harbour", "en")

    def emptied(path: str) -> bytes:
        """The page with another content in the frame."""
        page = (site_folder / path).read_text(encoding="utf-8")
        size = re.search('data-offline data-release="[^"]*" data-size="[0-9]+"', page)
        old = f"<p {size[0] if size else ''}>Old</p>"
        return re.sub(
            r'(<div class="page [^>]*>\s*).*(\n *</div>\s*</article>)', rf"\1{old}\2", page, flags=re.DOTALL
        ).encode()

    made = quick_pages(reads, all_pages(site_folder), emptied)
    assert b"Old" in emptied("index.html")
    assert set(made) == set(all_pages(site_folder)) - {"404.html"}
    assert [path for path, page in made.items() if page != (site_folder / path).read_bytes()] == []


def test_only_assets_that_differ_are_newer(site_folder: Path) -> None:
    reads = reads_of("harbour", "en")
    assert newer_assets(reads, lambda path: (site_folder / path).read_bytes()) == {}
    bluer = replace(reads, styles=reads.styles + "a { color: blue }")
    assert list(newer_assets(bluer, lambda path: (site_folder / path).read_bytes())) == ["assets/site.css"]


def test_a_page_is_alone_what_it_is_among_all(tmp_path: Path) -> None:
    """In the other edition, too, where links and words differ."""
    reads = reads_of("hilltop", "es")
    folder = built_edition(tmp_path, reads.edition, reads.plan)
    made = quick_pages(reads, all_pages(folder), lambda path: (folder / path).read_bytes())
    assert [path for path, page in made.items() if page != (folder / path).read_bytes()] == []


def test_a_look_that_remembers_sees_what_a_first_look_sees(tmp_path: Path) -> None:
    folder = course_copy(tmp_path / "course")
    settings = Settings(folder, tmp_path)
    remembering = Sight(settings)
    remembering.look()
    lesson, names = folder / "modules/tea/boil-and-brew.md", folder / "course/organisations/harbour.yml"
    kettle, bank = folder / "modules/tea/kettle.svg", folder / "quizzes/banks/tea.yml"
    for path, old, new in (
        (lesson, "Tea has an order.", "Tea has {{ org.short_name }}'s order."),
        (names, "short_name: Harbour", "short_name: Longshore"),
        (bank, "The {{ org.words.pot.text }} at", "The {{ org.nothing }} at"),
        (kettle, "<svg", "<svg data-new='1'"),
        (names, "short_name: Longshore", "short_name: Harbour"),
        (lesson, "minutes: 4", "minutes: four"),
        (lesson, "minutes: four", "minutes: 5"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        seen, first = remembering.look(), Sight(settings).look()
        assert seen.loaded.findings == first.loaded.findings
        assert seen.findings == first.findings
        assert (seen.shown is None) == (new == "minutes: four")
        shown = [one.shown and digest(one.shown.edition, one.shown.plan) for one in (seen, first)]
        assert shown[0] == shown[1]
    lesson.unlink()
    assert remembering.look().loaded.findings == Sight(settings).look().loaded.findings != ()
