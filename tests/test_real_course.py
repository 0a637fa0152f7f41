"""The course that ships: free of findings, accepted, and as large as it claims to be."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from builder.assembly.coverage import coverage
from builder.build.front import Compiled, compile_course
from builder.model.items import ITEM_TYPES
from builder.model.walk import texts_of
from builder.writers.workbooks import artefacts as workbooks
from builder.writers.workbooks.guide.book import GuideBook
from builder.writers.workbooks.guide.page import RUNS, guide_page
from builder.writers.workbooks.guide.write import files_of
from builder.writers.workbooks.printing.engine import print_pdf

ROOT = Path(__file__).parent.parent
WORDS_A_LESSON = range(600, 1001)
WORDS_A_STEP = 60
FORMS = ("lesson", "try", "item", "refresher")


@cache
def compiled() -> tuple[Compiled, ...]:
    front = compile_course(ROOT, locked=True)
    assert front.findings == ()
    return front.compiled


def test_it_is_accepted_and_free_of_findings_for_every_organisation() -> None:
    assert {one.edition.organisation.id for one in compiled()} == {"larkfield", "norrby"}


def test_each_module_has_what_a_module_needs() -> None:
    edition = compiled()[0].edition
    assert list(edition.modules) == ["internal-customers", "standards", "communication", "job-swaps"]
    for module in edition.course.modules:
        assert len(module.lesson_files) == 2
        assert len(module.objectives) == 4
        assert len(module.worksheets) >= 1
        assert len(module.activities) >= 1
        assert [one for one in edition.course.scenarios if one.module == module.id]
        assert sum(len(deck.cards) for deck in edition.course.decks if deck.module == module.id) == 8
        items = [item for bank in edition.course.banks if bank.module == module.id for item in bank.items]
        assert Counter(item.pool for item in items) == {"practice": 8, "test": 2}
        practised = Counter(one for item in items if item.pool == "practice" for one in item.objectives)
        assert practised == dict.fromkeys(module.objectives, 2)


def test_every_activity_stands_in_a_run_sheet_and_some_go_first_when_time_is_short() -> None:
    course = compiled()[0].edition.course
    activities = {str(one.id): one for module in course.modules for one in module.activities}
    rows = [row for timing in course.kit.timings for session in timing.sessions for row in session.rows]
    workshops = [row for module in course.modules if module.workshop for row in module.workshop.rows]
    assert {str(row.activity) for row in (*rows, *workshops) if row.activity} == set(activities)
    assert {one.priority for one in activities.values()} == {"must", "should", "could"}
    assert "could" in {activities[str(row.activity)].priority for row in rows if row.activity}


def test_there_is_as_much_to_run_as_the_timings_need() -> None:
    course = compiled()[0].edition.course
    activities = [one for module in course.modules for one in module.activities]
    assert len(activities) >= 12
    assert sum(one.minutes for one in activities) >= 300
    assert sum(one.kind == "role_play" for one in activities) >= 4
    assert [(len(one.sessions), one.minutes) for one in course.kit.timings] == [(1, 90), (1, 210), (1, 420), (6, 180)]
    stages = {"what", "so_what", "now_what"}
    without = {one.kind for one in activities if {question.stage for question in one.debrief} != stages}
    assert without <= {"opener", "revisit", "closer"}
    asks = [(str(one.id), step) for one in activities for step in one.steps if step.kind == "ask"]
    assert [name for name, step in asks if len(step.expected) not in (2, 3) or not step.replies] == []
    assert [name for name, step in asks if not step.follow_up] == []


def test_each_activity_says_what_a_producer_does_and_when() -> None:
    for module in compiled()[0].edition.course.modules:
        for activity in module.activities:
            minutes = [-1 if act.at is None else act.at for act in activity.producer]
            assert len(minutes) >= 4, activity.id
            assert minutes == sorted(set(minutes)), activity.id
            assert "roducer" not in activity.remote.plain, activity.id


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("scope", ["course", "internal-customers", "standards", "communication", "job-swaps"])
def test_the_overview_of_a_guide_is_one_page(paper: str, scope: str) -> None:
    for one in compiled():
        (book,) = [a.reads for a in workbooks(one.edition, one.plan) if a.name == f"workbooks/{paper}/{scope}.guide"]
        assert isinstance(book, GuideBook)
        page: Any = lxml_html.document_fromstring(guide_page(book, {}))
        (overview,) = page.xpath("//section[@id='book.overview']")
        for link in overview.xpath(".//a"):
            link.tag, link.text = "span", "G-100"
            link.attrib.clear()
        (guide,) = page.xpath("//div[contains(@class, 'guide-refs') and section]")
        guide[:] = [overview]
        page.body[:] = [guide]
        html = lxml_html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")
        assert len(print_pdf(html, files_of(book), RUNS).pages) == 1, one.edition.organisation.id


def test_the_guide_is_ready_for_hard_moments_and_for_the_days_around() -> None:
    kit = compiled()[0].edition.course.kit
    assert kit.guide
    assert len(kit.guide.hard_moments) >= 6
    (debrief,) = kit.guide.debriefs
    assert all(word in debrief.text.plain for word in ("ORID", "Facts", "Feelings", "Meaning", "Decision"))
    days = {one.day for one in kit.guide.days}
    assert {min(days), max(days)} == {-14, 90}
    assert len(days) >= 8
    assert {one.level for one in kit.forms} == {"useful", "learned", "done"}
    assert {one.day for one in kit.forms} >= {30, 90}
    assert {one.to for one in kit.messages} == {"participants", "managers"}
    assert kit.managers
    assert 8 <= len(kit.managers.pages) <= 12


def test_a_step_is_one_act_and_what_is_read_off_a_card_can_be_copied() -> None:
    course = compiled()[0].edition.course
    steps = [(str(a.id), step) for m in course.modules for a in m.activities for step in a.steps]
    assert [(name, step.text.plain) for name, step in steps if len(step.text.plain.split()) > WORDS_A_STEP] == []
    assert [name for name, step in steps if "<ul>" in step.text.html or "<ol>" in step.text.html] == []
    assert sum(len(a.cards) for m in course.modules for a in m.activities) >= 40


def test_all_item_types_are_used() -> None:
    assert {item.type for item in compiled()[0].edition.items.values()} == set(ITEM_TYPES)


def test_lessons_are_as_long_as_people_have_time_for() -> None:
    for one in compiled():
        for lesson in one.edition.lessons.values():
            blocks = [block for section in lesson.sections for block in section.blocks]
            texts = [block.text.plain for block in blocks if hasattr(block, "text")]
            assert len(" ".join(texts).split()) in WORDS_A_LESSON, (one.edition.organisation.id, lesson.id)


def test_every_objective_is_taught_tried_asked_and_refreshed() -> None:
    for one in compiled():
        rows = coverage(one.edition, one.plan)["objectives"]
        assert isinstance(rows, list)
        lacking = [(row["id"], form) for row in rows for form in FORMS if not row[form]]
        assert lacking == [], json.dumps(lacking)


def test_the_year_of_refreshers_keeps_its_policy() -> None:
    for one in compiled():
        months = one.plan.refreshers
        assert len(months) == 12
        module_of = one.edition.module_of_item
        for number, month in enumerate(months):
            assert len(month.items) == 4
            assert len({module_of[entry.item.id] for entry in month.items}) >= 3
            seen = {entry.item.id for later in months[number + 1 : number + 6] for entry in later.items}
            assert not seen & {entry.item.id for entry in month.items}
        for start in range(9):
            entries = [entry for month in months[start : start + 4] for entry in month.items]
            met = {objective for entry in entries for objective in entry.item.objectives}
            assert met == set(one.edition.objectives)


def test_the_two_organisations_differ_in_every_value() -> None:
    one, other = (found.edition.organisation for found in compiled())
    mine, theirs = ({key: text.plain for key, text in texts_of(found) if text} for found in (one, other))
    assert len(mine) > 80
    assert [key for key in mine if mine[key] == theirs.get(key)] == []
    for promise, their_promise in zip(one.standards, other.standards, strict=True):
        assert promise.acknowledge != their_promise.acknowledge
        assert promise.update != their_promise.update
        assert promise.resolve != their_promise.resolve
    assert one.brand.primary != other.brand.primary
