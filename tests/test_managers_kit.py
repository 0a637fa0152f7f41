"""The manager's kit: a page for each step, with the rules of practices and the values of the organisation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pdf_checks import faults, page_labels
from printed_books import books, data, pages, printed, short
from test_job_aids import text_of, words
from tiny_course import edition

from builder.assembly import assemble
from builder.edition import make_edition
from builder.model.activities import TableField
from builder.source import load_course
from builder.writers.workbooks import artefacts
from builder.writers.workbooks.managers.book import ManagersBook
from builder.writers.workbooks.managers.page import SIZES
from builder.writers.workbooks.managers.write import write_managers_kit


def book() -> ManagersBook:
    reads = books(edition())["managers-kit"].reads
    assert isinstance(reads, ManagersBook)
    return reads


@pytest.mark.parametrize("name", ["managers-kit", "letter/managers-kit"])
def test_tagged(name: str) -> None:
    assert faults(data(name)) == []


@pytest.mark.parametrize(("organisation", "language"), [("harbour", "en"), ("hilltop", "es")])
def test_a_page_each_after_a_first_that_leads_to_them(organisation: str, language: str) -> None:
    made = edition(organisation, language)
    kit = made.course.kit.managers
    assert kit is not None
    first, *others = map(text_of, pages(data("managers-kit", organisation, language)))
    labels = printed("managers-kit", organisation, language).labels
    assert len(others) == len(kit.pages)
    for part in (kit.title, made.course.settings.title, made.organisation.name, made.organisation.trainer_contact):
        assert part.plain in first
    for number, (step, page) in enumerate(zip(kit.pages, others, strict=True), start=2):
        assert labels[str(step.id)] == str(number)
        for part in (step.title, step.when):
            assert part.plain in page
        assert f"{step.minutes} min" in page
        assert step.text.plain.split("**")[0].split(". ")[0].rstrip(".") in page
        assert f"{step.title.plain} (" in first
    assert made.organisation.calendar[0].name.plain in others[-1]
    assert page_labels(data("managers-kit", organisation, language)) == [str(n + 1) for n in range(len(others) + 1)]


@pytest.mark.parametrize(("organisation", "language"), [("harbour", "en"), ("hilltop", "es")])
def test_rows_of_a_table_are_the_rules_of_practices(organisation: str, language: str) -> None:
    made = edition(organisation, language)
    assert made.course.kit.managers is not None
    (table,) = made.course.kit.managers.pages[-1].fields
    assert isinstance(table, TableField)
    rules = [made.practices[practice].rule for practice in table.practices]
    assert list(table.rows) == rules
    assert len(rules) == 2
    page = text_of(pages(data("managers-kit", organisation, language))[-1])
    assert [rule.plain in page for rule in rules] == [True, True]


def test_a_step_too_long_for_a_page_goes_on_and_the_others_keep_theirs() -> None:
    made = book()
    first, second = made.steps
    text = "".join(f"<p>{n} Ask whether they like milk.</p>" for n in range(80))
    (pdf,) = write_managers_kit(replace(made, steps=(replace(first, text=text), second)), {}).files.values()
    text_pages = list(map(text_of, pages(pdf)))
    assert faults(pdf) == []
    assert len(text_pages) == 5
    assert second.title in text_pages[-1]
    assert " ".join(text_pages).count("Ask whether they like milk.") == 80
    assert all(word.bottom < 297 - 12 for word in words(pdf))


def test_type_is_smaller_where_a_step_needs_it_and_the_same_in_all() -> None:
    made = book()
    first, second = made.steps
    text = "".join(f"<p>{n} Ask whether they like milk.</p>" for n in range(25))
    (pdf,) = write_managers_kit(replace(made, steps=(replace(first, text=text), second)), {}).files.values()
    (roomy,) = write_managers_kit(made, {}).files.values()
    assert len(pages(pdf)) == len(pages(roomy)) == 3
    tight, loose = (
        next(word.bottom - word.top for word in words(one) if word.text == "what" and word.page == 2)
        for one in (pdf, roomy)
    )
    assert SIZES[-1] / SIZES[0] - 0.01 <= tight / loose < 0.98


@pytest.mark.slow
@pytest.mark.parametrize("organisation", ["larkfield", "norrby"])
def test_the_course_has_ten_aids_and_a_kit_of_eight_to_twelve_pages(organisation: str) -> None:
    loaded = load_course(Path(__file__).parent.parent)
    assert loaded.course is not None
    made, _ = make_edition(loaded.course, organisation, "en", loaded.pictures)
    planned, _ = assemble(made, {})
    found = {short(one.name): one for one in artefacts(made, planned)}
    for paper in ("", "letter/"):
        for name, least, most in (("managers-kit", 8, 12), ("job-aids", 10, 10), ("job-aids.four", 3, 3)):
            (pdf,) = found[paper + name].write(found[paper + name].reads, {}).files.values()
            assert least <= len(pages(pdf)) <= most, (paper, name)
            assert faults(pdf) == []
