"""Refreshers by rotation: what the policy promises, for any bank that can keep it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_courses import bank, edition_with, grid, item

from builder.assembly.calendar import month_name, month_number
from builder.assembly.refreshers import months
from builder.diagnostics import Diagnostic
from builder.model.edition import Edition
from builder.model.refreshers import RefresherMonth


def planned(edition: Edition, frozen: dict[str, tuple[str, ...]] | None = None) -> tuple[RefresherMonth, ...]:
    made, findings = months(edition, frozen or {})
    assert findings == ()
    return made


def ids(month: RefresherMonth) -> list[str]:
    return [str(asked.item.id) for asked in month.items]


def assert_kept(edition: Edition, made: tuple[RefresherMonth, ...]) -> None:
    """Everything that the policy promises."""
    policy = edition.course.refresher
    assert policy
    last: dict[str, int] = {}
    seen: dict[str, list[int]] = {str(o.id): [-1] for o in edition.course.objectives}
    for number, month in enumerate(made):
        assert month.month == month_name(month_number(policy.start) + number)
        names = ids(month)
        assert len(set(names)) == len(names) == policy.items_a_month
        assert len({edition.module_of_item[name] for name in names}) >= policy.modules_a_month
        for asked in month.items:
            assert asked.item.pool != "held_out"
            assert number - last.get(asked.item.id, -99) >= policy.item_again_after
            last[asked.item.id] = number
            for objective in asked.item.objectives:
                seen[objective].append(number)
    for numbers in seen.values():
        gaps = [b - a for a, b in zip(numbers, [*numbers[1:], len(made)], strict=True)]
        assert max(gaps) <= policy.objective_within


@given(st.integers(2, 5), st.integers(1, 5), st.integers(1, 6), st.integers(3, 8), st.integers(0, 2))
@settings(max_examples=60, deadline=None)
def test_a_bank_that_is_large_enough_keeps_the_policy(
    modules: int, objectives: int, within: int, again: int, slack: int
) -> None:
    items_a_month = max(-(-modules * objectives // within) + slack, 2)
    rounds = -(-again // max(1, modules * objectives // items_a_month)) + 2
    policy = {
        "items_a_month": items_a_month, "modules_a_month": min(modules, 2, items_a_month),
        "objective_within": within + 1, "item_again_after": again, "months": 18,
    }  # fmt: skip
    edition = grid(modules, objectives, rounds + again, policy)
    assert_kept(edition, planned(edition))


SHIPPED = {"items_a_month": 4, "modules_a_month": 3, "objective_within": 4, "item_again_after": 6, "months": 36}


def test_no_slack_at_all_is_enough() -> None:
    """Sixteen objectives, four a month, each within four months, from three modules at least: two items each."""
    edition = grid(4, 4, 2, SHIPPED)
    assert_kept(edition, planned(edition))


def test_the_objective_unseen_for_longest_comes_first_and_another_item_of_it() -> None:
    edition = grid(4, 4, 3, SHIPPED)
    made = planned(edition)
    last: dict[str, tuple[str, str]] = {}
    for month in made:
        for asked in month.items:
            (objective,) = asked.item.objectives
            before = last.get(objective)
            assert asked.last_seen == (before[0] if before else "")
            assert before is None or before[1] != asked.item.id
            unseen = [o.id for o in edition.course.objectives if o.id not in last and o.id != objective]
            assert before is None or not unseen
            last[objective] = (month.month, str(asked.item.id))


def test_every_item_gets_its_turn() -> None:
    edition = grid(4, 4, 3, SHIPPED)
    asked = {name for month in planned(edition) for name in ids(month)}
    assert asked == {str(i.id) for i in edition.items.values() if i.pool != "held_out"}


def test_the_plan_does_not_depend_on_the_order_of_the_bank() -> None:
    edition = grid(4, 4, 3, SHIPPED)
    turned = edition_with(
        [b.model_copy(update={"items": b.items[::-1]}) for b in edition.course.banks[::-1]],
        {str(o.id): str(o.module) for o in edition.course.objectives},
        SHIPPED,
    )
    assert [ids(month) for month in planned(turned)] == [ids(month) for month in planned(edition)]


@given(st.integers(1, 11), st.sets(st.integers(0, 3), max_size=3), st.integers(0, 5))
@settings(max_examples=40, deadline=None)
def test_frozen_months_stand_whatever_comes(until: int, retired: set[int], new: int) -> None:
    edition = grid(4, 4, 3, SHIPPED)
    before = planned(edition)
    frozen = {month.month: tuple(ids(month)) for month in before[:until]}
    gone = {frozen[before[until // 2].month][number] for number in retired}
    banks = []
    for b in edition.course.banks:
        kept_items = [i for i in b.items if i.id not in gone]
        more = [item(f"n-{b.module}-{n}", (f"o-{b.module[2:]}-0",)) for n in range(new)]
        banks.append(b.model_copy(update={"items": (*kept_items, *more)}))
    changed = edition_with(banks, {str(o.id): str(o.module) for o in edition.course.objectives}, SHIPPED)
    after, _ = months(changed, frozen)
    assert [month.frozen for month in after] == [number < until for number in range(len(after))]
    for old, month in zip(before[:until], after[:until], strict=True):
        kept = [name for name in ids(old) if name not in gone]
        assert ids(month)[: len(kept)] == kept
        assert len(month.items) == len(old.items)
        assert not gone & set(ids(month))
    last: dict[str, int] = {}
    for number, month in enumerate(after):
        for name in ids(month):
            assert number - last.get(name, -99) >= SHIPPED["item_again_after"]
            last[name] = number


def test_months_before_the_start_count_as_history() -> None:
    edition = grid(4, 4, 3, SHIPPED)
    before = planned(edition)
    later = grid(4, 4, 3, {**SHIPPED, "start": "2027-07", "months": 30})
    after = planned(later, {month.month: tuple(ids(month)) for month in before[:6]})
    assert [ids(month) for month in after[:1]] == [ids(before[6])]
    recent = {name for month in before[1:6] for name in ids(month)}
    assert not recent & set(ids(after[0]))


@pytest.mark.parametrize(
    ("edition", "field", "words"),
    [
        (grid(4, 4, 1, SHIPPED), "items_a_month", ["of 4 items", "the bank has 16", "waits 6 months"]),
        (grid(2, 8, 4, SHIPPED), "modules_a_month", ["from 2 modules", "from 3"]),
        (grid(4, 8, 3, SHIPPED), "objective_within", ["objectives", "within 4 months", "room for 16"]),
    ],
)
def test_a_policy_that_the_bank_cannot_keep_is_a_finding_with_numbers(
    edition: Edition, field: str, words: list[str]
) -> None:
    _, findings = months(edition, {})
    assert {f.code for f in findings} == {"refresher-policy"}
    found = [f for f in findings if all(word in f.message for word in words)]
    assert found, findings
    assert field in found[0].help


def test_an_objective_without_items_is_named() -> None:
    banks = [bank("m-0", [item(f"i-{n}", ("o-a",)) for n in range(8)])]
    policy: dict[str, Any] = {"items_a_month": 1, "modules_a_month": 1, "item_again_after": 2, "months": 6}
    _, findings = months(edition_with(banks, {"o-a": "m-0", "o-b": "m-0"}, policy), {})
    assert any("'o-b'" in finding.message for finding in findings)


def test_too_few_items_never_come_back_too_early() -> None:
    made, _ = months(grid(4, 4, 1, SHIPPED), {})
    last: dict[str, int] = {}
    for number, month in enumerate(made):
        for name in ids(month):
            assert number - last.get(name, -99) >= 6
            last[name] = number


def test_without_a_policy_there_are_no_months() -> None:
    none: tuple[tuple[RefresherMonth, ...], tuple[Diagnostic, ...]] = ((), ())
    assert months(edition_with([], {}), {}) == none
