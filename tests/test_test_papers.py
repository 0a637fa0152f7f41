"""Tests as printed papers: parallel forms, nothing that a key could change, and a key with the conversion."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
import tiny_course
from changed_keys import with_other_keys
from hypothesis import given
from hypothesis import strategies as st
from pdf_checks import faults
from printed_books import pages, printed
from printed_leaves import leaf, leaves, words
from test_verapdf import judged

from builder.build.digest import digest
from builder.locale import catalogue
from builder.model.items import Item, Judgement
from builder.model.plan import Plan
from builder.model.quizzes import Quiz
from builder.model.walk import texts_of
from builder.writers.workbooks.test_papers.points import BEST, marking, needed, points_of, reached_of, share
from builder.writers.workbooks.test_papers.view import PrintedTest, PrintedTestKey

FORMS = ("workbooks/a4/tea.test-a", "workbooks/a4/tea.test-b")
KEY = "workbooks/a4/tea.test-key"


def quiz(name: str = "quiz-tea-test") -> Quiz:
    return next(one for one in tiny_course.plan().quizzes if one.blueprint.id == name)


def text(name: str, organisation: str = "harbour", language: str = "en") -> str:
    return words("\n".join(pages(leaf(name, organisation, language))))


def test_a_paper_for_each_form_and_a_key_for_each_test() -> None:
    made = leaves(tiny_course.edition(), tiny_course.plan())
    found = [name for name in made if name.startswith("workbooks/a4/")]
    assert found == [
        *(f"workbooks/a4/tea.{name}" for name in ("test-a", "test-a.large", "test-b", "test-b.large", "test-key")),
        *(f"workbooks/a4/course.{name}" for name in ("test", "test.large", "test-key")),
    ]
    assert [name.replace("/letter/", "/a4/") for name in made if "/letter/" in name] == found
    assert made[KEY].needs == ("workbooks/a4/tea.learner",)
    assert made["workbooks/letter/course.test-key"].needs == ("workbooks/letter/course.learner",)
    assert all(made[name].sources == ("quizzes/banks/tea.yml", "quizzes/quizzes.yml") for name in (*FORMS, KEY))


def test_a_test_that_its_pool_does_not_fill_has_no_paper() -> None:
    short = [
        Quiz(one.blueprint, (*one.forms[:-1], type(one.forms[-1])(one.forms[-1].label, one.forms[-1].items[:-1])))
        for one in tiny_course.plan().quizzes
    ]
    made = leaves(tiny_course.edition(), Plan(tuple(short)))
    assert made == {}


def test_each_form_asks_its_items_and_no_other() -> None:
    shown = {form.label: text(f"workbooks/a4/tea.test-{form.label.lower()}") for form in quiz().forms}
    for form in quiz().forms:
        for other, paper in shown.items():
            for item in form.items:
                assert (words(item.stem.plain) in paper) is (other == form.label), item.id
        assert f" {form.label} Test on tea Form " in shown[form.label]
    assert all("You pass with 8.4 of 12 points (70 %)." in paper for paper in shown.values())
    assert all("Name Date Points / 12" in paper for paper in shown.values())


def test_papers_do_not_depend_on_keys_and_their_key_does() -> None:
    other = tiny_course.edition_of(with_other_keys(tiny_course.course()))
    before, after = leaves(tiny_course.edition(), tiny_course.plan()), leaves(other, tiny_course.plan_of(other))
    assert list(before) == list(after)
    for name in before:
        same = digest(before[name].reads) == digest(after[name].reads)
        assert same is ("key" not in name), name
    changed = after[FORMS[0]]
    assert changed.write(changed.reads, {}).files == {f"{FORMS[0]}.pdf": leaf(FORMS[0])}


def test_no_rationale_is_on_a_paper_and_each_is_in_the_key() -> None:
    papers, key = " ".join(map(text, FORMS)), text(KEY)
    rationales = [
        rationale.plain
        for form in quiz().forms
        for item in form.items
        for name, rationale in texts_of(item)
        if "rationale" in name or name in {"if_true", "if_false"}
    ]
    assert len(rationales) > 5
    for rationale in rationales:
        assert words(rationale) not in papers
        assert words(rationale) in key


def test_the_key_has_the_forms_side_by_side_the_conversion_and_the_pages_to_read_again() -> None:
    made = leaves(tiny_course.edition(), tiny_course.plan())[KEY].reads
    assert isinstance(made, PrintedTestKey)
    assert [form.form for form in made.forms] == ["A", "B"]
    assert [len(form.marked) for form in made.forms] == [2, 2]
    assert [(step.points, step.passed) for step in made.conversion][3:5] == [("9", True), ("8", False)]
    key = text(KEY)
    for marked in (marked for form in made.forms for marked in form.marked):
        assert words(re.sub("<[^>]*>", "", marked.entry.brief)).replace(" ", "") in key.replace(" ", "")
        assert words(marked.marking) in key
    labels = printed("tea.learner").labels
    again = {one.read_again for form in quiz().forms for one in form.items if one.read_again}
    assert all(f"Read again page {labels[thing]}" in key for thing in again)


def test_the_points_on_the_paper_are_those_of_the_key() -> None:
    made = leaves(tiny_course.edition(), tiny_course.plan())
    paper, key = made["workbooks/a4/course.test"].reads, made["workbooks/a4/course.test-key"].reads
    assert isinstance(paper, PrintedTest)
    assert isinstance(key, PrintedTestKey)
    assert [one.points for one in paper.questions] == [one.points for one in key.forms[0].marked]
    assert (paper.best, paper.needed, paper.percent) == (key.best, key.needed, key.percent)
    assert paper.percent == tiny_course.course().settings.pass_mark
    assert paper.best == BEST * len(paper.questions)


@given(st.integers(1, 40), st.integers(0, 100))
def test_paper_and_screen_pass_alike(questions: int, percent: int) -> None:
    best = BEST * questions
    least = needed(best, percent)
    tenths = int(least * 10)
    assert reached_of(tenths, best * 10) >= percent
    assert not tenths or reached_of(tenths - 1, best * 10) < percent


def test_every_type_says_how_it_is_marked() -> None:
    english = catalogue("en")
    items = {str(item.id): item for item in tiny_course.edition().items.values()}
    said = {name: marking(english, item) for name, item in items.items()}
    worth = {name: points_of(item) for name, item in items.items()}
    assert said["t-good-tea"] == "Each right tick: 3. Each wrong tick takes as much away, down to 0"
    judged_items = [name for name, item in items.items() if isinstance(item, Judgement)]
    assert judged_items
    assert all(re.fullmatch(r"Points by the score of the option: 3: 6(, \d: [420])+", said[n]) for n in judged_items)
    assert {worth[name] for name in worth if said[name] == "Not marked"} == {0}
    assert {worth[name] for name in worth if said[name] != "Not marked"} == {BEST}
    assert share(2, 3) == Decimal("4.0")
    assert share(1, 4) == Decimal("1.5")


@pytest.mark.parametrize("name", [*FORMS, KEY, "workbooks/a4/tea.test-a.large", "workbooks/a4/course.test-key"])
def test_tagged(name: str) -> None:
    assert faults(leaf(name)) == []


def test_another_organisation_and_language() -> None:
    spanish = text(FORMS[0], "hilltop", "es")
    assert "Biblioteca de la Colina" in spanish
    assert all(words(item.stem.plain) in spanish for item in _spanish_form())
    assert faults(leaf(FORMS[0], "hilltop", "es")) == []


def _spanish_form() -> tuple[Item, ...]:
    found = next(q for q in tiny_course.plan("hilltop", "es").quizzes if q.blueprint.id == "quiz-tea-test")
    return found.forms[0].items


def test_pdf_ua_by_verapdf(tmp_path: Path) -> None:
    leaves_ = (f"refreshers/2027-01/{kind}.a4{variant}" for kind in ("sheet", "key") for variant in ("", ".large"))
    names = (*FORMS, KEY, "workbooks/a4/tea.test-a.large", *leaves_)
    for name in names:
        (tmp_path / f"{name.replace('/', '-')}.pdf").write_bytes(leaf(name))
    assert judged(tmp_path) == {f"{name.replace('/', '-')}.pdf": [] for name in names}
