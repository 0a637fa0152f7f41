"""Guides, answer keys, job aids and the manager's kit for the screen and in large print."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pdf_checks import faults
from printed_books import books, data, pages, printed, short, sizes_of_type, watched, whole
from test_job_aids import text_of, words
from tiny_course import edition, plan

from builder.writers.workbooks import artefacts
from builder.writers.workbooks.guide.book import GuideBook
from builder.writers.workbooks.key.book import KeyBook

LARGE = ("course.guide.large", "letter/tea.guide.large", "course.key.large", "managers-kit.large", "job-aids.large")
SCREEN = ("course.guide.screen", "course.key.screen", "managers-kit.screen")
NOT_THERE = {"Kind", "Priority", "Number"}
"""What a list of a guide leaves out in large print: it stands at each activity."""


@pytest.mark.parametrize("name", [*LARGE, *SCREEN])
def test_tagged_and_broken_well(name: str) -> None:
    assert faults(data(name)) == []
    assert watched(name)[0] == []


@pytest.mark.parametrize("name", LARGE)
def test_what_is_read_is_not_small_in_large_print(name: str) -> None:
    used = sizes_of_type(data(name))
    assert used[18] > 50
    assert {size for size in used if size < 16} <= {11, 12, 13, 14}, "heads, feet, and numbers of seats alone"


@pytest.mark.parametrize("name", LARGE)
def test_large_print_leaves_nothing_out(name: str) -> None:
    def said(book: str) -> set[str]:
        whole_words = " ".join(map(text_of, pages(data(book)))).split()
        return {word for word in whole_words if word.isalpha() and len(word) > 4}

    assert len(said(name.removesuffix(".large")) & said(name)) > 20
    assert said(name.removesuffix(".large")) - said(name) <= NOT_THERE


@pytest.mark.parametrize("name", SCREEN)
def test_pages_for_the_screen_have_one_margin(name: str) -> None:
    def margins(book: str) -> set[int]:
        found = words(data(book))
        inside = {word.page for word in found} - {0}
        return {round(min(word.left for word in found if word.page == page)) for page in inside}

    assert len(margins(name)) == 1
    assert len(margins(name.removesuffix(".screen"))) == 2


def test_guides_and_keys_quote_a_workbook_on_their_paper_and_in_their_print() -> None:
    made = books(edition())
    for name, learner in (
        ("tea.guide", "tea.learner"),
        ("tea.guide.screen", "tea.learner"),
        ("tea.guide.large", "tea.learner.large"),
        ("letter/tea.key.large", "letter/tea.learner.large"),
    ):
        (needed,) = made[name].needs
        view = made[name].reads
        assert isinstance(view, GuideBook | KeyBook)
        assert short(needed) == learner
        assert view.of_large is name.endswith(".large")
        assert ("workbook in large print" in " ".join("\n".join(pages(data(name))).split())) is view.of_large


def test_large_print_quotes_the_usual_workbook_where_there_is_none_in_large_print() -> None:
    made = whole(edition())
    settings = made.course.settings.model_copy(update={"variants": ("print",)})
    small = made.course.model_copy(update={"settings": settings})
    found = {one.name: one for one in artefacts(replace(made, course=small), plan())}
    assert found["workbooks/a4/tea.guide.large"].needs == ("workbooks/a4/tea.learner",)
    assert "workbooks/a4/managers-kit.large" not in found


def test_a_course_that_asks_for_no_more_has_guides_to_print_alone() -> None:
    made = edition()
    assert made.course.settings.guide_variants == ("print",)
    names = {one.name for one in artefacts(made, plan())}
    assert not [name for name in names if name.endswith((".screen", ".large"))]
    assert "workbooks/a4/course.guide" in names


def test_labels_of_a_large_kit_are_its_pages() -> None:
    text, labels = list(map(text_of, pages(data("managers-kit.large")))), printed("managers-kit.large").labels
    kit = edition().course.kit.managers
    assert kit is not None
    for step in kit.pages:
        assert step.title.plain in text[int(labels[str(step.id)]) - 1]
