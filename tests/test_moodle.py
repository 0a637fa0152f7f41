"""Moodle files: imported without a fault by a second reader, and graded right."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

import pytest
import tiny_course
from moodle_grading import chosen, filled, matched, ordered, typed
from moodle_import import Question, category_names, faults, read

from builder.model.items import (
    Categorise,
    Cloze,
    Item,
    Judgement,
    Matching,
    MultipleResponse,
    Numeric,
    Ordering,
    Reflection,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from builder.writers import moodle, refreshers


def _files(organisation: str, language: str) -> dict[str, bytes]:
    edition, plan = tiny_course.edition(organisation, language), tiny_course.plan(organisation, language)
    return tiny_course.files((*moodle.artefacts(edition, plan), *refreshers.artefacts(edition, plan)))


def _asked() -> Iterator[tuple[Item, Question]]:
    edition = tiny_course.edition()
    files = _files("harbour", "en")
    for module in edition.course.modules:
        for question in read(files[f"banks/moodle/{module.id}.xml"]):
            yield edition.items[question.idnumber.removeprefix("tea-round.")], question


BANK: dict[str, tuple[Item, Question]] = {item.id: (item, question) for item, question in _asked()}


@pytest.mark.parametrize(("organisation", "language"), tiny_course.EDITIONS)
def test_every_file_imports_without_a_fault(organisation: str, language: str) -> None:
    for path, data in _files(organisation, language).items():
        assert faults(data) == [], path


@pytest.mark.parametrize(("organisation", "language"), tiny_course.EDITIONS)
def test_banks_hold_every_item_once(organisation: str, language: str) -> None:
    edition = tiny_course.edition(organisation, language)
    files = _files(organisation, language)
    banks = [q for path, data in files.items() if path.count("/") == 2 and path.startswith("banks") for q in read(data)]
    prefix = "tea-round." if language == "en" else "tea-round.es."
    assert sorted(q.idnumber for q in banks) == sorted(f"{prefix}{item}" for item in edition.items)


def test_quizzes_and_months_hold_their_items_in_order() -> None:
    plan, files = tiny_course.plan(), _files("harbour", "en")
    for quiz in plan.quizzes:
        questions = read(files[f"banks/moodle/quizzes/{quiz.blueprint.id}.xml"])
        expected = [f"tea-round.{item.id}" for form in quiz.forms for item in form.items]
        assert [q.idnumber for q in questions] == expected
        assert len({q.category for q in questions}) == len(quiz.forms)
    for month in plan.refreshers:
        questions = read(files[f"refreshers/{month.month}/moodle.xml"])
        assert [q.idnumber for q in questions] == [f"tea-round.{one.item.id}" for one in month.items]


def test_categories_name_course_version_organisation_module_and_pool() -> None:
    names = category_names(BANK["t-first-step"][1].category)
    assert names == ["$course$", "top", "The Tea Round 1.0.0 (Harbour)", "Tea for a team", "Practice"]


def test_tags() -> None:
    tags = BANK["t-first-step"][1].tags
    assert tags == [
        "module:tea", "objective:brew-a-pot", "practice:keep-the-time", "pool:practice", "difficulty:easy",
    ]  # fmt: skip


def test_pictures_come_along() -> None:
    question = BANK["t-first-step"][1]
    (data,) = question.files.values()
    assert data == (tiny_course.ROOT / "quizzes/banks/kettle.svg").read_bytes()
    assert 'alt="A kettle with water at 100 degrees"' in question.text


def test_what_to_read_afterwards() -> None:
    feedback = BANK["t-first-step"][1].feedback
    assert "<p>Read again: “Boil and brew”, section “First the water”</p>" in feedback
    assert "<p>Who feels it outside: One of the boat owners gets a cold cup.</p>" in feedback
    assert "boat owners" in feedback
    assert "Adaeze Kettle (2021)" in feedback


def test_hints() -> None:
    assert BANK["t-first-step"][1].hints == ["<p>Look at the kettle.</p>", "<p>It takes longest.</p>"]


@pytest.mark.parametrize("item_id", BANK)
def test_the_key_earns_everything_and_nothing_else_does(item_id: str) -> None:
    item, question = BANK[item_id]
    match item:
        case SingleChoice() | MultipleResponse():
            keyed = [o.text.html for o in item.options if o.id in item.key]
            assert chosen(question, *keyed) == pytest.approx(1)
            assert chosen(question, *(o.text.html for o in item.options if o.id not in item.key)) == 0
            if isinstance(item, MultipleResponse):
                assert chosen(question, *(o.text.html for o in item.options)) == 0
            assert [a.feedback for a in question.answers] == [_outward(o.rationale.html) for o in item.options]
        case TrueFalse():
            assert chosen(question, "true" if item.key else "false") == 1
            assert chosen(question, "false" if item.key else "true") == 0
            assert {a.text: a.feedback for a in question.answers} == {
                "true": item.if_true.html,
                "false": item.if_false.html,
            }
        case Judgement():
            assert [chosen(question, o.text.html) for o in item.options] == pytest.approx(
                [o.score / 3 for o in item.options], abs=1e-6
            )
        case Numeric():
            _check_numeric(item, question)
        case ShortAnswer():
            _check_short(item, question)
        case Cloze():
            _check_cloze(item, question)
        case Matching():
            right = {pair.left.html: pair.right.plain for pair in item.pairs}
            assert matched(question, right) == 1
            assert {a for s, a in question.rows if not s} == {e.text.plain for e in item.extras}
        case Ordering():
            steps = [step.text.html for step in item.steps]
            assert ordered(question, steps) == 1
            assert ordered(question, [*steps[1:], steps[0]]) == 0
        case Categorise():
            names = {category.id: category.text.plain for category in item.categories}
            assert matched(question, {m.text.html: names[m.category] for m in item.members}) == 1
        case Reflection():
            assert (question.kind, question.mark, question.answers) == ("essay", 0, [])
            assert item.guidance.html in question.feedback


def _outward(rationale: str) -> str:
    return rationale.replace('<a href="#tea-study">a study</a>', "a study")


def _check_numeric(item: Numeric, question: Question) -> None:
    answer, reach = float(item.answer.plain), float(item.tolerance)
    for value in (answer, answer + reach, answer - reach):
        got = typed(question, str(value))
        assert got is not None
        assert got.fraction == 100
    beyond = typed(question, str(answer + reach + 0.1))
    assert beyond is None
    for wrong in item.wrong:
        got = typed(question, wrong.answer.plain)
        assert got is not None
        assert (got.fraction, got.feedback) == (0, wrong.rationale.html)
    assert item.unit.plain in question.text


def _check_short(item: ShortAnswer, question: Question) -> None:
    for accepted in item.accepted:
        got = typed(question, f" {accepted.plain} ")
        assert got is not None
        assert got.fraction == 100
        assert (typed(question, accepted.plain.swapcase()) is None) == item.match_case
    for wrong in item.wrong:
        got = typed(question, wrong.answer.plain)
        assert got is not None
        assert (got.fraction, got.feedback) == (0, wrong.rationale.html)
        assert typed(question, wrong.answer.plain.replace("*", "u")) in (None, got)


def _check_cloze(item: Cloze, question: Question) -> None:
    assert len(question.gaps) == len(item.gaps)
    for accepted in range(max(len(gap.accepted) for gap in item.gaps)):
        shown = [gap.accepted[accepted % len(gap.accepted)].plain for gap in item.gaps]
        chosen_or_typed = [html.escape(s) if g.choose else s for s, g in zip(shown, item.gaps, strict=True)]
        assert filled(question, chosen_or_typed) == 1
    for gap, imported in zip(item.gaps, question.gaps, strict=True):
        wrong = [a for a in imported.answers if a.fraction == 0]
        assert [a.feedback for a in wrong] == [w.rationale.html for w in gap.wrong]


def test_a_star_is_a_star() -> None:
    _, question = BANK["t-word"]
    star = typed(question, "c*p")
    assert star is not None
    assert typed(question, "cup") is None


def test_braces_of_an_author_stay_words() -> None:
    _, question = BANK["t-gaps"]
    assert "&#123;it&#125;" in question.text
    assert len(question.gaps) == 2


def test_losses_are_told(golden: object) -> None:
    edition, plan = tiny_course.edition(), tiny_course.plan()
    rows = [
        f"{one.thing}: {one.reason} ({one.place})"
        for written in tiny_course.written(moodle.artefacts(edition, plan))
        for one in written.losses
    ]
    assert callable(golden)
    golden("moodle-losses", {"losses.json": (json.dumps(sorted(set(rows)), indent=1) + "\n").encode()})


def test_golden_bank(golden: object) -> None:
    files = _files("harbour", "en")
    names = ("banks/moodle/tea.xml", "banks/moodle/cups.xml", "banks/moodle/quizzes/quiz-tea-test.xml")
    assert callable(golden)
    golden("moodle", {name.rpartition("/")[2]: files[name] for name in names})
