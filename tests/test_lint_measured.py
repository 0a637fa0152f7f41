"""The rules of item writing against items that careful readers marked; ``held`` was never looked at while tuning."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from item_labels import HALVES, ITEMS, Half, half, known_items
from lint_report import MOST_USED, kappa, most_used, report

from builder.checks.writing.rules import ITEM_RULES

PAGE = Path(__file__).parent.parent / "docs" / "lint-measured.md"
NOT_JUDGED = {"joke-option"}
"""What readers mark and no program can judge."""


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Half]:
    return {name: half(name, tmp_path_factory.mktemp("labels") / name) for name in HALVES}


def test_the_labels_are_of_these_items_and_rules(halves: dict[str, Half]) -> None:
    items = {name for one in halves.values() for name in one.found}
    assert len(items) == sum(len(one.found) for one in halves.values()) >= 400
    assert known_items() <= items
    for path in (ITEMS / "labels").glob("*.yml"):
        codes = {code for row in yaml.safe_load(path.read_text(encoding="utf-8")).values() for code in row or ()}
        assert codes <= {*ITEM_RULES, *NOT_JUDGED}, path.name


def test_enough_is_held_apart(halves: dict[str, Half]) -> None:
    assert min(len(one.found) for one in halves.values()) >= 200


def test_the_most_used_rules_find_what_readers_marked(halves: dict[str, Half]) -> None:
    found = most_used(halves["held"])
    assert len(found) == MOST_USED
    assert [code for code, score in found.items() if not score.reached] == []


def test_the_report_is_of_this_run(halves: dict[str, Half], request: pytest.FixtureRequest) -> None:
    made = report(halves)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


def test_kappa() -> None:
    """The example of Cohen's paper on two judges: 0.25 agreement by chance alone leaves nothing."""
    assert kappa([(True, True), (False, False)]) == 1
    assert kappa([(True, False), (False, True)]) == -1
    assert kappa([(True, True), (True, False), (False, True), (False, False)]) == 0
    rows = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(rows) == pytest.approx(0.4)
    assert kappa([(False, False)]) is None
