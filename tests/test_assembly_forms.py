"""Quizzes: drawn by ids alone, without overlap, and as many as can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from made_courses import bank, edition_with, item

from builder.assembly.forms import quizzes
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.items import SingleChoice

Row = dict[str, Any]


def made_of(things: list[SingleChoice], rows: list[Row], **more: Any) -> Edition:
    quiz = {"id": "quiz-x", "pool": "test", "draw": rows, **more}
    return edition_with([bank("m", things)], {"a": "m", "b": "m", "c": "m"}, quizzes=(quiz,))


def forms(edition: Edition) -> list[list[str]]:
    (quiz,), _ = quizzes(edition)
    return [[str(one.id) for one in form.items] for form in quiz.forms]


def short(edition: Edition) -> tuple[Diagnostic, ...]:
    return quizzes(edition)[1]


def some(count: int, objective: str = "a", pool: str = "test", prefix: str = "t") -> list[SingleChoice]:
    return [item(f"{prefix}-{objective}-{n}", (objective,), pool) for n in range(count)]


def test_parallel_forms_do_not_overlap() -> None:
    edition = made_of([*some(6), *some(6, pool="practice", prefix="p")], [{"count": 3}], forms=2)
    one, two = forms(edition)
    assert len({*one, *two}) == 6
    assert not short(edition)
    assert [form.label for form in quizzes(edition)[0][0].forms] == ["A", "B"]


def test_one_form_has_no_label() -> None:
    assert quizzes(made_of(some(3), [{"count": 3}]))[0][0].forms[0].label == ""


@given(st.permutations(range(9)), st.integers(1, 4), st.integers(1, 2))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_bank_does_not_matter(order: list[int], count: int, number: int) -> None:
    items = some(9)
    edition = made_of([items[n] for n in order], [{"count": count}], forms=number)
    assert forms(edition) == forms(made_of(items, [{"count": count}], forms=number))


@given(st.integers(4, 20), st.integers(1, 4), st.integers(1, 4), st.integers(0, 10**6))
@settings(max_examples=100, deadline=None)
def test_a_new_item_takes_at_most_one_place_in_a_form(bank_size: int, count: int, number: int, new: int) -> None:
    items = some(bank_size)
    before = forms(made_of(items, [{"count": count}], forms=number))
    after = forms(made_of([item(f"new-{new}", ("a",), "test"), *items], [{"count": count}], forms=number))
    for old, fresh in zip(before, after, strict=True):
        assert len(set(old) - set(fresh)) <= 1


def brute(sets: list[set[str]], used: frozenset[str] = frozenset()) -> int:
    """The most slots that can be filled."""
    if not sets:
        return 0
    best = brute(sets[1:], used)
    return max([best, *(1 + brute(sets[1:], used | {one}) for one in sets[0] - used)])


ROW = st.fixed_dictionaries(
    {"count": st.integers(1, 2)},
    optional={"objective": st.sampled_from("abc"), "difficulty": st.sampled_from(["easy", "hard"])},
)
ITEM = st.tuples(st.sets(st.sampled_from("abc"), min_size=1, max_size=2), st.sampled_from(["easy", "hard"]))


@given(st.lists(ITEM, max_size=5), st.lists(ROW, min_size=1, max_size=3), st.integers(1, 2))
@settings(max_examples=150, deadline=None)
def test_as_many_places_are_filled_as_can_be(things: list[tuple[set[str], str]], rows: list[Row], number: int) -> None:
    items = [item(f"i-{n}", tuple(sorted(names)), "test", difficulty=level) for n, (names, level) in enumerate(things)]
    edition = made_of(items, rows, forms=number)
    fits: Callable[[Row, SingleChoice], bool] = lambda row, one: (  # noqa: E731 - reads better than a function
        row.get("objective", one.objectives[0]) in one.objectives
        and row.get("difficulty", one.difficulty) == one.difficulty
    )
    slots = [{str(one.id) for one in items if fits(row, one)} for row in rows for _ in range(row["count"] * number)]
    drawn = [name for form in forms(edition) for name in form]
    assert len(set(drawn)) == len(drawn) == brute(slots)
    assert bool(short(edition)) == (len(drawn) < len(slots))


def test_a_row_that_finds_too_few_says_how_many() -> None:
    (finding,) = short(made_of(some(3), [{"count": 2, "objective": "a"}], forms=2))
    assert finding.code == "blueprint-short"
    assert "draws 2 in each of 2 forms, and 3 test items fit the row" in finding.message
    assert "lower count to 1" in finding.help


def test_a_count_out_of_all_reason_is_just_short() -> None:
    (finding,) = short(made_of(some(3), [{"count": 10**9}]))
    assert "3 test items fit" in finding.message


def test_named_items_come_first_and_are_not_drawn_again() -> None:
    edition = made_of(some(3), [{"count": 2}], items=["t-a-1", "nowhere"])
    (form,) = forms(edition)
    assert form[0] == "t-a-1"
    assert sorted(form) == ["t-a-0", "t-a-1", "t-a-2"]
