"""Coverage: what serves which objective and practice, row by row."""

from __future__ import annotations

import json
from typing import Any

from tiny_course import course, edition, plan

from builder.assembly.coverage import COLUMNS, coverage

REPORT = coverage(edition(), plan())


def row(kind: str, name: str) -> dict[str, Any]:
    (found,) = [one for one in REPORT[kind] if one["id"] == name]
    return dict(found)


def test_every_objective_and_practice_has_a_row_with_every_column() -> None:
    assert [one["id"] for one in REPORT["objectives"]] == [str(o.id) for o in course().objectives]
    assert [one["id"] for one in REPORT["practices"]] == [str(p.id) for p in course().practices]
    for one in (*REPORT["objectives"], *REPORT["practices"]):
        assert list(one) == ["id", "name", *COLUMNS]


def test_cells_name_what_serves() -> None:
    brew = row("objectives", "brew-a-pot")
    assert "boil-and-brew" in brew["lesson"]
    assert "t-first-step" in brew["item"]
    assert "t-first-step" in brew["try"]
    assert "act-tea-round" in brew["activity"]
    assert row("objectives", "serve-a-guest")["tool"] == ["sheet-my-round"]


def test_a_scenario_in_a_lesson_is_a_try_of_the_practices_of_its_choices() -> None:
    (scenario,) = course().scenarios
    named = {str(c.practice) for scene in scenario.scenes for c in scene.choices if c.practice}
    named |= {str(point.practice) for point in scenario.debrief} | {str(name) for name in scenario.practices}
    assert named
    for name in named:
        assert str(scenario.id) in row("practices", name)["try"]


def test_refreshers_are_months() -> None:
    months = {month.month: month for month in plan().refreshers}
    for one in REPORT["objectives"]:
        expected = [
            m for m, month in months.items() if any(one["id"] in asked.item.objectives for asked in month.items)
        ]
        assert one["refresher"] == expected


def test_empty_cells_are_counted() -> None:
    cells = [one[column] for one in REPORT["practices"] for column in COLUMNS]
    assert REPORT["empty"]["practices"] == sum(not cell for cell in cells)
    assert json.loads(json.dumps(REPORT)) == REPORT
